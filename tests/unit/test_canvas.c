/* What Cairo's canvas draws, looked at pixel by pixel: pictures turned in all ways. */
#include "unit.h"

#include "picture/pictures.h"
#include "raster/canvas_cairo.h"

/* The corners of the stored picture. */
enum { TOP_LEFT = 0xFF0000, TOP_RIGHT = 0x00FF00, FOOT_LEFT = 0x0000FF, FOOT_RIGHT = 0xFFFFFF };
enum { SIDE = 10, PAPER = 40 };

static uint32_t *pixel(cairo_surface_t *surface, int x, int y)
{
    unsigned char *row =
        cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
    return (uint32_t *)(void *)row + x;
}

/* Four fields of colour, as wide as high. */
static cairo_surface_t *four_fields(void)
{
    static const uint32_t FIELD[2][2] = {{TOP_LEFT, TOP_RIGHT}, {FOOT_LEFT, FOOT_RIGHT}};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2 * SIDE, 2 * SIDE);
    cairo_surface_flush(surface);
    for (int y = 0; y < 2 * SIDE; y++)
        for (int x = 0; x < 2 * SIDE; x++)
            *pixel(surface, x, y) = FIELD[y / SIDE][x / SIDE];
    cairo_surface_mark_dirty(surface);
    return surface;
}

static void turns_pictures(void **state)
{
    (void)state;
    /* the corners as shown: top left, top right, foot left, foot right */
    static const uint32_t SHOWN[8][4] = {
        {TOP_LEFT, TOP_RIGHT, FOOT_LEFT, FOOT_RIGHT}, {TOP_RIGHT, TOP_LEFT, FOOT_RIGHT, FOOT_LEFT},
        {FOOT_RIGHT, FOOT_LEFT, TOP_RIGHT, TOP_LEFT}, {FOOT_LEFT, FOOT_RIGHT, TOP_LEFT, TOP_RIGHT},
        {TOP_LEFT, FOOT_LEFT, TOP_RIGHT, FOOT_RIGHT}, {FOOT_LEFT, TOP_LEFT, FOOT_RIGHT, TOP_RIGHT},
        {FOOT_RIGHT, TOP_RIGHT, FOOT_LEFT, TOP_LEFT}, {TOP_RIGHT, FOOT_RIGHT, TOP_LEFT, FOOT_LEFT},
    };
    cairo_surface_t *stored = four_fields();
    for (int i = 0; i < 8; i++) {
        cairo_surface_t *paper = cairo_image_surface_create(CAIRO_FORMAT_RGB24, PAPER, PAPER);
        cairo_t *cr = cairo_create(paper);
        struct canvas_cairo canvas = canvas_cairo_on(cr, NULL);
        const struct image image = {.width = 2 * SIDE, .height = 2 * SIDE, .orientation = i + 1};
        const struct picture picture = {.image = &image, .surface = stored};
        const struct canvas_box box = {PT, 2 * PT, 3 * SIDE * PT, 2 * SIDE * PT};
        canvas.canvas.methods->picture(&canvas.canvas, &picture, &box);
        cairo_surface_flush(paper);
        for (int corner = 0; corner < 4; corner++) {
            int x = 1 + (corner % 2 == 0 ? 2 : 3 * SIDE - 3);
            int y = 2 + (corner / 2 == 0 ? 2 : 2 * SIDE - 3);
            assert_int_equal(*pixel(paper, x, y) & 0xFFFFFF, SHOWN[i][corner]);
        }
        assert_int_equal(*pixel(paper, 0, 1) & 0xFFFFFF, 0);
        assert_int_equal(*pixel(paper, 3 * SIDE + 1, 2 * SIDE + 2) & 0xFFFFFF, 0);
        cairo_destroy(cr);
        cairo_surface_destroy(paper);
    }
    cairo_surface_destroy(stored);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turns_pictures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
