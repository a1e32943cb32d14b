/*
 * A line that looks like an item is one when the list that is open goes on with it, or when nothing
 * else can be meant; where a sentence may begin like that, the next item has to be near.
 */
#include "base/utf8.h"
#include "prose/walker.h"

enum { NEAR = 64 }; /* lines that are looked through for the next item */

static bool is_alike(const struct walker *walker, size_t depth, const struct marker *marker)
{
    return marker_is_alike(walker->reading->bytes, &walker->level[depth].marker, marker);
}

/* The open list that goes on with this marker, from the inmost; its depth plus one, or 0. In the
 * second round the column does not matter, only the number. */
static size_t find_list(const struct walker *walker, const struct line *line, bool by_column)
{
    for (size_t depth = walker->depth; depth > 0; depth--) {
        const struct level *level = &walker->level[depth - 1];
        if (!is_alike(walker, depth - 1, &line->marker) ||
            !marker_is_next(&level->marker, &line->marker))
            continue;
        if (by_column ? columns_are_alike(level->column, line->column)
                      : line->marker.form != MARKER_SIGN)
            return depth;
    }
    return 0;
}

/* Markers that a sentence does not begin with. */
static bool is_strong(const struct marker *marker)
{
    switch (marker->form) {
    case MARKER_SIGN:
    case MARKER_CIRCLE:
        return true;
    case MARKER_POINT:
        return marker->script == MARKER_DIGITS;
    case MARKER_HALF:
    case MARKER_BRACKETS:
        return marker->script == MARKER_DIGITS || marker_is_first(marker);
    default:
        return false;
    }
}

/* The open list in the same column that has such markers, though not this number next: a gap, or
 * numbers that begin again. */
static size_t find_broken_list(const struct walker *walker, const struct line *line)
{
    const struct marker *marker = &line->marker;
    for (size_t depth = walker->depth; depth > 0; depth--) {
        const struct level *level = &walker->level[depth - 1];
        size_t last = marker->depth > 0 ? marker->depth - 1 : 0;
        if (marker->is_glued || marker_is_odd(marker) || !is_alike(walker, depth - 1, marker) ||
            !columns_are_alike(level->column, line->column))
            continue;
        if (is_strong(marker) || marker->number[last] > level->marker.number[last])
            return depth;
    }
    return 0;
}

/* The item that a number such as ๑.๑ counts below; its depth plus one, or 0. */
static size_t find_above(const struct walker *walker, const struct marker *marker)
{
    for (size_t depth = walker->depth; depth > 0; depth--)
        if (marker_is_below(&walker->level[depth - 1].marker, marker) && marker_is_first(marker))
            return depth;
    return 0;
}

/* How far up a kind of list is, where columns do not say which is inside which. */
static int rank(const struct marker *marker)
{
    switch (marker->form) {
    case MARKER_CLAUSE:
        return 0;
    case MARKER_POINT:
        return 1;
    case MARKER_PATH:
        return 2;
    case MARKER_SIGN:
        return 4;
    default:
        return 3;
    }
}

/* ข้อ and ข้อที่ count paragraphs too, other words only lines. */
static bool is_clause_of_law(const struct reading *reading, const struct marker *marker)
{
    static const char *const words[] = {"ข้อ", "ข้อที่"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (marker->word == strlen(words[i]) &&
            memcmp(reading->bytes + marker->start, words[i], marker->word) == 0)
            return true;
    return false;
}

/* Whether the line below begins a list inside of this first item: (๑), and below it (ก). */
static bool is_led_further(const struct walker *walker)
{
    const struct line *line = walker_line(walker), *next = line + 1;
    if (walker->line + 1 == walker->end || line_is_blank(next) || next->marker.is_glued)
        return false;
    bool may_begin = next->marker.form != MARKER_SIGN || walker->depth > 0;
    return may_begin && marker_is_first(&line->marker) && marker_is_first(&next->marker) &&
           rank(&next->marker) >= rank(&line->marker) &&
           !marker_is_alike(walker->reading->bytes, &line->marker, &next->marker);
}

/* Whether the next item of the same list is near. */
static bool is_followed(const struct walker *walker)
{
    const struct reading *reading = walker->reading;
    const struct line *line = walker_line(walker);
    const struct marker *marker = &line->marker;
    bool over_blank = marker->form != MARKER_CLAUSE || is_clause_of_law(reading, marker);
    bool was_blank = false;
    if (!marker->is_glued && marker->form != MARKER_SIGN && is_led_further(walker))
        return true;
    for (size_t i = walker->line + 1; i < walker->end && i <= walker->line + NEAR; i++) {
        const struct line *next = &reading->line[i];
        if (line_is_blank(next)) {
            was_blank = true;
            continue;
        }
        if (was_blank && !over_blank)
            return false;
        bool is_count = marker->depth == 1 && marker->script == MARKER_DIGITS;
        if (marker_is_alike(reading->bytes, marker, &next->marker) &&
            columns_are_alike(line->column, next->column) &&
            (marker_is_next(marker, &next->marker) ||
             (is_count && marker->number[0] == next->marker.number[0])))
            return true;
        if (was_blank && next->marker.form == MARKER_NONE &&
            next->column < line->column + WALKER_INSIDE)
            return false;
        was_blank = false;
    }
    return false;
}

/* Whether the open paragraph ends in a digit. */
static bool is_after_digit(const struct walker *walker)
{
    const char *text = walker->reading->bytes;
    size_t before = walker->paragraph.end;
    if (before == walker->paragraph.start)
        return false;
    while (((unsigned char)text[--before] & 0xC0) == 0x80) {
    }
    return utf8_is_digit(utf8_next(text, walker->paragraph.end, &before));
}

/* A dash between the numbers of two lines is a range. */
static bool is_range(const struct walker *walker, const struct marker *marker)
{
    size_t at = marker->content, end = walker_line(walker)->end;
    return at < end && is_after_digit(walker) &&
           utf8_is_digit(utf8_next(walker->reading->bytes, end, &at));
}

/* What a sentence hardly goes on with, but for the words of a law: มาตรา ๙ (๑). */
bool lists_is_doubtful(const struct walker *walker)
{
    const struct marker *marker = &walker_line(walker)->marker;
    return (marker->form == MARKER_BRACKETS || marker->form == MARKER_HALF) &&
           marker_is_first(marker) && !marker->is_glued && !is_after_digit(walker);
}

/* Whether a sign begins a list in the midst of a paragraph. A star alone may be that of a remark. */
static bool is_sign_of_list(const struct walker *walker, const struct marker *marker)
{
    switch (marker->sign) {
    case '*':
        return !walker->reading->has_remark || is_followed(walker);
    case '-':
        return !is_range(walker, marker) || is_followed(walker);
    case 'o':
        return walker->depth > 0 || is_followed(walker);
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return is_followed(walker);
    default:
        return true;
    }
}

/* Whether a marker that no open list goes on with begins one. */
static bool begins_list(const struct walker *walker, const struct line *line)
{
    const struct marker *marker = &line->marker;
    if (marker_is_odd(marker))
        return false;
    if (marker->is_glued)
        return is_followed(walker);
    if (marker->form == MARKER_SIGN && (walker->is_open || marker->sign == '*'))
        return is_sign_of_list(walker, marker);
    bool is_deeper = walker->depth > 0 &&
                     line->column >= walker->level[walker->depth - 1].column + WALKER_INSIDE &&
                     marker_is_first(marker);
    if (is_deeper && marker->form != MARKER_CLAUSE && marker->form != MARKER_PATH)
        return true;
    if (!is_strong(marker))
        return is_followed(walker);
    if (!walker->is_open || marker->form == MARKER_CIRCLE)
        return true;
    bool is_below_item = walker->depth > 0 && walker->paragraph_lines == 1;
    if (is_below_item && lists_is_doubtful(walker))
        return true;
    return (marker->form != MARKER_BRACKETS && marker->script == MARKER_DIGITS &&
            marker_is_first(marker)) ||
           is_followed(walker);
}

/* The depth at which a new list begins. */
static size_t depth_of_list(const struct walker *walker, const struct line *line)
{
    size_t depth = walker->depth;
    while (depth > 0 && line->column + WALKER_INSIDE <= walker->level[depth - 1].column)
        depth--;
    while (depth > 0 && columns_are_alike(line->column, walker->level[depth - 1].column)) {
        if (is_alike(walker, depth - 1, &line->marker))
            return depth - 1;
        if (rank(&line->marker) >= rank(&walker->level[depth - 1].marker))
            return depth;
        depth--;
    }
    return depth;
}

struct list_place lists_place(const struct walker *walker)
{
    const struct line *line = walker_line(walker);
    if (line->marker.form == MARKER_NONE)
        return (struct list_place){0};
    size_t found = find_list(walker, line, true);
    size_t above = found == 0 ? find_above(walker, &line->marker) : 0;
    if (found == 0 && above == 0)
        found = find_list(walker, line, false);
    if (found == 0 && above == 0)
        found = find_broken_list(walker, line);
    if (found > 0)
        return (struct list_place){.is_item = true, .depth = found - 1};
    if (above > 0)
        return (struct list_place){.is_item = true, .is_new = true, .depth = above};
    if (!begins_list(walker, line))
        return (struct list_place){0};
    return (struct list_place){true, true, depth_of_list(walker, line)};
}
