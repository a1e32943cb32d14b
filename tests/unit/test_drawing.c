/* SVG drawings as pictures: on Cairo's canvas pixel by pixel, and handed over to a PDF. */
#include "unit_text.h"

#include "doc/doc.h"
#include "pdf/samples.h"
#include "picture/svg.h"
#include "raster/canvas_cairo.h"

#define SPACE "xmlns='http://www.w3.org/2000/svg'"
enum { PAPER = 60, BLUE = 0x0000FF };

/* A figure that shows a drawing. */
struct shown {
    struct doc_image image;
    struct doc_node node;
};

static const struct doc_node *show(struct shown *shown, const char *svg)
{
    *shown = (struct shown){.image.name = "drawing.svg"};
    assert_int_equal(image_read(svg, strlen(svg), &shown->image.file), IMAGE_FINE);
    shown->node = (struct doc_node){.kind = DOC_FIGURE, .image = &shown->image};
    return &shown->node;
}

static uint32_t pixel(cairo_surface_t *surface, int x, int y)
{
    unsigned char *row =
        cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
    return ((uint32_t *)(void *)row)[x] & 0xFFFFFF;
}

/* Draws it as a box of the paper, from its corner on. */
static cairo_surface_t *draw(struct text_bench *bench, const char *svg, int width, int height)
{
    struct shown shown;
    const struct doc_node *node = show(&shown, svg);
    struct pictures *pictures = pictures_new(bench->engine);
    pictures_add(pictures, node, bench->diag);
    const struct picture *picture = pictures_find(pictures, &shown.image.file);
    assert_non_null(picture);
    cairo_surface_t *paper = cairo_image_surface_create(CAIRO_FORMAT_RGB24, PAPER, PAPER);
    cairo_t *cr = cairo_create(paper);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    struct canvas_cairo canvas = canvas_cairo_on(cr, bench->diag);
    const struct canvas_box box = {0, 0, width * PT, height * PT};
    canvas.canvas.methods->picture(&canvas.canvas, picture, &box);
    cairo_destroy(cr);
    cairo_surface_flush(paper);
    pictures_free(pictures);
    return paper;
}

static void fills_its_box(void **state)
{
    /* with a viewBox and without: the whole of it is the box, whatever its own size is */
    static const char *const DRAWINGS[] = {
        "<svg " SPACE " width='40' height='20'><rect width='20' height='20' fill='#00f'/></svg>",
        "<svg " SPACE " width='4mm' height='2mm' viewBox='-1 -1 2 1'>"
        "<rect x='-1' y='-1' width='1' height='1' fill='#00f'/></svg>",
        "<svg " SPACE
        " viewBox='0 0 4000 2000'><rect width='2000' height='2000' fill='#00f'/></svg>"};
    for (size_t i = 0; i < sizeof DRAWINGS / sizeof DRAWINGS[0]; i++) {
        cairo_surface_t *paper = draw(*state, DRAWINGS[i], 40, 20);
        assert_int_equal(pixel(paper, 1, 1), BLUE);
        assert_int_equal(pixel(paper, 18, 18), BLUE);
        assert_int_equal(pixel(paper, 22, 2), 0xFFFFFF);
        assert_int_equal(pixel(paper, 2, 22), 0xFFFFFF);
        cairo_surface_destroy(paper);
    }
}

/* Any text shows, whatever its font is called; what it looks like is that of the document's font. */
static void sets_text_in_the_documents_font(void **state)
{
    struct text_bench *bench = *state;
    text_bench_shape_in(bench, "ก", "Norasi");
    static const char *const FAMILIES[] = {"Norasi", "Garuda", "sans-serif", "Nowhere &amp; Co"};
    cairo_surface_t *wanted = NULL;
    for (size_t i = 0; i < sizeof FAMILIES / sizeof FAMILIES[0]; i++) {
        char svg[300];
        snprintf(svg, sizeof svg,
                 "<svg " SPACE " width='40' height='40'><text x='2' y='30' font-size='30' "
                 "font-family='%s'>ก</text></svg>",
                 FAMILIES[i]);
        cairo_surface_t *paper = draw(bench, svg, 60, 60);
        bool any = false;
        for (int at = 0; at < PAPER * PAPER; at++) {
            any = any || pixel(paper, at % PAPER, at / PAPER) == 0;
            if (wanted != NULL)
                assert_int_equal(pixel(paper, at % PAPER, at / PAPER),
                                 pixel(wanted, at % PAPER, at / PAPER));
        }
        assert_true(any);
        if (wanted == NULL)
            wanted = cairo_surface_reference(paper);
        cairo_surface_destroy(paper);
    }
    cairo_surface_destroy(wanted);
}

static void refuses_what_cannot_be_drawn(void **state)
{
    struct text_bench *bench = *state;
    static const char *const DRAWINGS[] = {
        "<svg " SPACE " width='4' height='2'><g></svg>",
        "<svg " SPACE " width='4' height='2'><text>&nbsp;</text></svg>",
        "<svg " SPACE " width='4' height='2'><text>\xE3\x81\x82</text></svg>"};
    text_bench_shape(bench, "ก");
    struct pictures *pictures = pictures_new(bench->engine);
    for (size_t i = 0; i < sizeof DRAWINGS / sizeof DRAWINGS[0]; i++) {
        struct shown shown;
        size_t before = diag_count(bench->diag, DIAG_ERROR);
        pictures_add(pictures, show(&shown, DRAWINGS[i]), bench->diag);
        assert_null(pictures_find(pictures, &shown.image.file));
        assert_int_equal(diag_count(bench->diag, DIAG_ERROR), before + 1);
    }
    pictures_free(pictures);
}

/* Fine, but not so fine that text as high as the drawing would be too large for any font. */
static void sizes_recordings(void **state)
{
    (void)state;
    struct image image = {.width = 8000, .height = 4000, .longer = 40000};
    assert_int_equal(svg_extents(&image).width, 2000 * PT);
    assert_int_equal(svg_extents(&image).height, 1000 * PT);
    image.longer = 100;
    assert_int_equal(svg_extents(&image).width, 255 * PT);
    image = (struct image){.width = 2000000, .height = 1, .longer = 1};
    assert_true(svg_extents(&image).width >= PT && svg_extents(&image).height >= 1);
}

static void hands_drawings_over(void **state)
{
    struct text_bench *bench = *state;
    text_bench_shape(bench, "ก");
    struct shown shown;
    const char *svg = "<svg " SPACE " width='40' height='20'><text y='9'>ก</text></svg>";
    struct pictures *pictures = pictures_new(bench->engine);
    pictures_add(pictures, show(&shown, svg), bench->diag);
    assert_int_equal(pictures_count(pictures), 1);
    struct pdf_image image = samples_take(pictures, 0, bench->arena);
    assert_true(image.is_drawing);
    assert_int_equal(image.width, 2 * image.height);
    assert_memory_equal(image.bytes, "%PDF-", 5);
    pictures_free(pictures);
}

/* All drawings together have a time; when it is over that is said once. */
static void stops_when_time_is_over(void **state)
{
    struct text_bench *bench = *state;
    text_bench_shape(bench, "ก");
    struct shown shown;
    struct diag *diag = diag_new();
    const char *svg = "<svg " SPACE " width='40' height='20'><path d='M0 0L9 9'/></svg>";
    struct svg_common common = {.fonts = text_drawing_fonts_new(bench->engine)};
    struct svg *drawing = svg_open(show(&shown, svg), &common, diag);
    assert_non_null(drawing);
    assert_true(common.spent >= 0 && !common.is_over);
    svg_free(drawing);
    common.spent = 10 * 60 * 1000;
    for (int i = 0; i < 3; i++)
        assert_null(svg_open(show(&shown, svg), &common, diag));
    unit_expect(diag, "itareport: error: the drawings up to drawing.svg take more than 10 "
                      "seconds together [svg-drawing]\n");
    text_drawing_fonts_free(common.fonts);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_its_box),
        cmocka_unit_test(sets_text_in_the_documents_font),
        cmocka_unit_test(refuses_what_cannot_be_drawn),
        cmocka_unit_test(sizes_recordings),
        cmocka_unit_test(hands_drawings_over),
        cmocka_unit_test(stops_when_time_is_over),
    };
    return cmocka_run_group_tests(tests, text_bench_set_up, text_bench_tear_down);
}
