/*
 * What no value of a layout shows alone: values against each other, and how many there are. The bounds of single values
 * are in the tables of their keys.
 */
#include "base/length.h"
#include "base/limits.h"
#include "layout/layout_read.h"

enum {
    LEAST_BODY = 58054, /* 2 cm of the paper, between two margins */
    LEAST_LINE = 29027, /* 1 cm of it, between two indents */
};

static const char *points(const struct layout_reader *reader, int64_t length)
{
    return arena_printf(reader->layout->arena, "%d", (int)(length / PT));
}

void layout_check_margins(const struct layout_reader *reader, struct place place)
{
    const struct doc_page *page = &reader->layout->page;
    struct diag *diag = reader->records.diag;
    int64_t width = (int64_t)page->width - page->left - page->right;
    int64_t height = (int64_t)page->height - page->top - page->bottom;
    if (width < LEAST_BODY)
        diag_say(diag, MESSAGE_LAYOUT_MARGINS_SIDES, place, points(reader, width));
    if (height < LEAST_BODY)
        diag_say(diag, MESSAGE_LAYOUT_MARGINS_ENDS, place, points(reader, height));
}

/* The width of the text where the paper lies so that it is wider. */
static int64_t widest_measure(const struct doc_page *page)
{
    int64_t upright = (int64_t)page->width - page->left - page->right;
    int64_t turned = (int64_t)page->height - page->top - page->bottom;
    return upright > turned ? upright : turned;
}

void layout_check_style(const struct layout_reader *reader, const struct style *style,
                        struct place place)
{
    struct diag *diag = reader->records.diag;
    int64_t measure = widest_measure(&reader->layout->page);
    int64_t first = style->indent_first > 0 ? style->indent_first : 0;
    if (measure - style->indent_left - style->indent_right - first < LEAST_LINE)
        diag_say(diag, MESSAGE_LAYOUT_INDENTS, place, style->name);
    if (style->pitch < style->size / 2)
        diag_say(diag, MESSAGE_LAYOUT_PITCH, place, style->name);
}

void layout_check_scale(const struct layout_reader *reader, const struct layout_chart *chart,
                        struct place place)
{
    if (chart->fits)
        return;
    bool is_given = chart->low != 0 || chart->high != 0;
    if (is_given && chart->high <= chart->low)
        diag_say(reader->records.diag, MESSAGE_LAYOUT_SCALE, place);
    else if (chart->step > 0 && (chart->high - chart->low) / chart->step > LIMIT_MARKS)
        diag_say(reader->records.diag, MESSAGE_LIMIT_MARKS, place,
                 arena_printf(reader->layout->arena, "%d", LIMIT_MARKS));
}

bool layout_check_count(const struct layout_reader *reader, size_t count, int limit,
                        enum diag_code code, struct place place)
{
    if (count <= (size_t)limit)
        return true;
    diag_say(reader->records.diag, code, place, arena_printf(reader->layout->arena, "%d", limit));
    return false;
}
