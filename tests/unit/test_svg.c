/* SVG files before they are drawn: pieces of XML, sizes, and what is refused. */
#include "unit.h"

#include "image/image.h"
#include "image/markup.h"
#include "image/svg.h"

#define SPACE "xmlns='http://www.w3.org/2000/svg'"

static enum image_status read_text(const char *text, struct image *image)
{
    return image_read(text, strlen(text), image);
}

/* ---- XML ---- */

static void walks_pieces(void **state)
{
    (void)state;
    static const char TEXT[] =
        "\xEF\xBB\xBF<?xml version='1.0'?><!DOCTYPE a [<!ELEMENT b (#PCDATA)>]>"
        "<n:a b=\"1>2\" n:c = 'x y'><!-- <b> -->t<![CDATA[<c>]]><b/></n:a >";
    static const struct {
        enum markup_kind kind;
        const char *name, *body;
    } PIECES[] = {{MARKUP_INSTRUCTION, NULL, "xml version='1.0'"},
                  {MARKUP_DOCTYPE, "DOCTYPE", " a [<!ELEMENT b (#PCDATA)>]"},
                  {MARKUP_START, "a", " b=\"1>2\" n:c = 'x y'"},
                  {MARKUP_COMMENT, NULL, " <b> "},
                  {MARKUP_TEXT, NULL, "t"},
                  {MARKUP_TEXT, NULL, "<c>"},
                  {MARKUP_START, "b", ""},
                  {MARKUP_END, "a", " "},
                  {MARKUP_OVER, NULL, NULL}};
    struct markup markup = markup_open(TEXT, sizeof TEXT - 1);
    for (size_t i = 0; i < sizeof PIECES / sizeof PIECES[0]; i++) {
        assert_int_equal(markup_next(&markup), PIECES[i].kind);
        if (PIECES[i].name != NULL)
            assert_true(markup_is(&markup.name, PIECES[i].name));
        if (PIECES[i].body != NULL)
            assert_true(markup_is(&markup.body, PIECES[i].body));
    }
}

static void takes_attributes(void **state)
{
    (void)state;
    struct markup_part body = {" b=\"1>2\"\n n:c = 'x y' d", 23}, name, value;
    assert_true(markup_attribute(&body, &name, &value));
    assert_true(markup_is(&name, "b") && markup_is(&value, "1>2"));
    assert_true(markup_attribute(&body, &name, &value));
    assert_true(markup_is(&name, "c") && markup_is(&value, "x y"));
    assert_false(markup_attribute(&body, &name, &value));
}

/* ---- Sizes ---- */

struct sized {
    const char *attributes;
    int32_t width, height; /* 0: no size */
};

static void takes_sizes(void **state)
{
    (void)state;
    static const struct sized SIZED[] = {
        {"width='40' height='30.256'", 4000, 3026},
        {"width='1in' height=' 2.54cm '", 9600, 9600},
        {"width='25.4mm' height='72pt'", 9600, 9600},
        {"width='6pc' height='101.6Q'", 9600, 9600},
        {"viewBox='-5 -5.5,20 , 10'", 2000, 1000},
        {"width='100%' height='100%' viewBox='0 0 20 10'", 2000, 1000},
        {"width='40' viewBox='0 0 20 10'", 4000, 2000},
        {"height='5em' width='+.5px' viewBox='0 0 20 10'", 50, 25},
        {"height='40' viewBox='0 0 20 10'", 8000, 4000},
        {"width='40' height='40' viewBox='0 0 20 10'", 4000, 4000},
        {"width='20000' height='1'", 2000000, 100},
        {"width='40'", 0, 0},
        {"width='40%' height='30'", 0, 0},
        {"width='-40' height='30'", 0, 0},
        {"width='1e2' height='30'", 0, 0},
        {"width='99999999999999999999' height='30'", 0, 0},
        {"viewBox='0 0 20'", 0, 0},
        {"viewBox='0 0 -20 10'", 0, 0},
        {"viewBox='a'", 0, 0},
        {"", 0, 0},
    };
    for (size_t i = 0; i < sizeof SIZED / sizeof SIZED[0]; i++) {
        char text[200];
        struct image image;
        snprintf(text, sizeof text, "<svg " SPACE " %s/>", SIZED[i].attributes);
        enum image_status status = read_text(text, &image);
        assert_int_equal(status, SIZED[i].width > 0 ? IMAGE_FINE : IMAGE_NO_SIZE);
        assert_int_equal(image.width, SIZED[i].width);
        assert_int_equal(image.height, SIZED[i].height);
        assert_int_equal(image.format, IMAGE_SVG);
    }
    struct image image;
    assert_int_equal(read_text("<svg width='4' height='3'/>", &image), IMAGE_UNKNOWN);
    assert_int_equal(read_text("<svg " SPACE " width='20000.01' height='1'/>", &image),
                     IMAGE_TOO_LARGE);
    assert_int_equal(
        read_text("<svg " SPACE " height='1000000in' viewBox='0 0 1000000 1'/>", &image),
        IMAGE_TOO_LARGE);
}

/* ---- Refusals ---- */

#define ROOT "<svg " SPACE " width='4' height='3'>\n"

static void judges(const char *rest, enum image_status wanted, uint32_t line)
{
    char text[400];
    struct image image;
    snprintf(text, sizeof text, ROOT "%s</svg>", rest);
    assert_int_equal(read_text(text, &image), wanted);
    if (wanted != IMAGE_FINE)
        assert_int_equal(image.fault_line, line);
}

static void keeps_drawings_alone(void **state)
{
    (void)state;
    judges("<use href='#a'/><use href=' #a'/><use href=''/>", IMAGE_FINE, 0);
    judges("<a href='https://example.org/'><rect fill='url(#a)' style=\"fill:url('#b')\"/></a>",
           IMAGE_FINE, 0);
    judges("<rect fill='url( &quot;#a&quot;)' stroke=\"url( '#b' ) none\"/>", IMAGE_FINE, 0);
    judges("<script href='a.js'/><!-- <use href='b.svg#a'/> --><desc>@import</desc>", IMAGE_FINE,
           0);
    judges("<style>@font-face { src: url(a.woff) } rect { fill: url(#a) }</style>", IMAGE_FINE, 0);
    judges("\n<rect/>\n<use\n href='b.svg#a'/>", IMAGE_REFERS, 4);
    judges("<x:use y:href='http://a/b.svg#a'/>", IMAGE_REFERS, 2);
    judges("<rect fill='url(#a)' stroke='url(b.svg#a)'/>", IMAGE_REFERS, 2);
    judges("<style>@font-face { src: url(a.woff) }\nrect { fill: url(b.svg#a) }</style>",
           IMAGE_REFERS, 2);
    judges("<rect fill='url('/>", IMAGE_REFERS, 2);
    judges("<style>\n<![CDATA[ @import 'a.css'; ]]></style>", IMAGE_REFERS, 3);
    judges("<?xml-stylesheet href='a.css'?>", IMAGE_REFERS, 2);
    judges("<feImage href='a.png'/>", IMAGE_REFERS, 2);
}

static void wants_all_shown(void **state)
{
    (void)state;
    judges("<switch><foreignObject/><text>a</text></switch>", IMAGE_FINE, 0);
    judges("<switch><foreignObject/></switch>\n<foreignObject/>", IMAGE_FOREIGN, 3);
    judges("<switch/><foreignObject/>", IMAGE_FOREIGN, 2);
    judges("<text systemLanguage='th'/>", IMAGE_LANGUAGES, 2);
    judges("<image href='data:image/gif;base64,R0lG'/>", IMAGE_EMBEDDED, 2);
    judges("<image href='data:image/png,%89PNG'/>", IMAGE_EMBEDDED, 2);
    judges("<image href='data:image/png;base64,!'/>", IMAGE_EMBEDDED, 2);
    judges("<rect width/>", IMAGE_BROKEN, 2);
    judges("\n<rect width='4/>", IMAGE_BROKEN, 3);
    judges("<!-- ", IMAGE_BROKEN, 2);
}

/* A grey PNG of one pixel, with its base64 broken into lines in two ways. */
static void looks_into_embedded(void **state)
{
    (void)state;
    judges("<image "
           "href='data:image/"
           "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAA\n"
           "ggCBd81ytgAAAABJ&#10;RU5ErkJggg=='/>",
           IMAGE_FINE, 0);
    judges("<image "
           "href='data:image/"
           "jpeg;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAA"
           "ggCBd81ytgAAAABJRU5ErkJggg=='/>",
           IMAGE_EMBEDDED, 2);
}

/* Whatever a file is cut down to, and whichever byte of it is wrong, nothing after it is read. */
static void notices_damage(void **state)
{
    (void)state;
    static const char SVG[] =
        "<?xml version='1.0'?><!DOCTYPE svg [ ]><svg " SPACE " width='4' height='3mm' "
        "viewBox='0 0 4 3'><style>a</style><!-- c --><g fill='url(#a)'>"
        "<![CDATA[ t ]]><image href='data:image/png;base64,iVBO&#10;Rw0KGgo='/>"
        "</g></svg>";
    struct image image;
    for (size_t length = 1; length < sizeof SVG - 1; length++) {
        char *copy = memcpy(memory_grow(NULL, length, 1), SVG, length);
        image_read(copy, length, &image);
        for (size_t i = 0; i < length; i++)
            for (const char *wrong = "<>'\"&=(\0"; wrong[0] != '\0'; wrong++) {
                copy[i] = *wrong;
                image_read(copy, length, &image);
                copy[i] = SVG[i];
            }
        free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks_pieces),    cmocka_unit_test(takes_attributes),
        cmocka_unit_test(takes_sizes),     cmocka_unit_test(keeps_drawings_alone),
        cmocka_unit_test(wants_all_shown), cmocka_unit_test(looks_into_embedded),
        cmocka_unit_test(notices_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
