/* The letters of the scan in turn; a placeholder's letters are those that it prints. A line end inside a paragraph is
 * a space where the page has one, and nothing between Thai letters. */
#include "claims/filled.h"

#include <string.h>

#include "base/digit.h"
#include "base/utf8.h"
#include "formula/template.h"

struct filler {
    struct arena *arena;
    struct filled filled;
    size_t room;
    struct evaluation evaluation;
    struct scope owner;
    bool has_owner, is_of_layout;
    size_t paragraph; /* the first that does not end before the letter at hand */
};

char32_t filled_fold(char32_t c)
{
    if (digit_value(c) >= 0)
        return (char32_t)('0' + digit_value(c));
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 'a';
    return c == 0xA0 || c == 0x202F ? ' ' : c;
}

static void add(struct filler *filler, char32_t c, size_t from, bool computed)
{
    struct filled *filled = &filler->filled;
    filled->letter = arena_room(filler->arena, filled->letter, filled->count, &filler->room,
                                sizeof *filled->letter);
    filled->letter[filled->count++] = (struct filled_letter){filled_fold(c), c, from, computed};
}

/* What draws nothing, and the marks of emphasis. */
static bool is_no_wording(char32_t c)
{
    return c == 0 || c == '*' || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 ||
           c == 0xFEFF;
}

static void add_placeholder(struct filler *filler, const struct scan_letter *letter, size_t from)
{
    struct evaluation *evaluation = &filler->evaluation;
    if (letter->expr == NULL || evaluation->facts == NULL)
        return;
    struct buffer out = {0};
    size_t mark = diag_mark(evaluation->diag);
    evaluation->asks_pages = evaluation->asks_numbers = false;
    expr_render(letter->expr, evaluation, filler->has_owner ? &filler->owner : NULL, &out);
    /* What is wrong is for composing to say, but it may be that no page has this text. The names of a layout's loops
     * and what it numbers are not known here. */
    if (filler->is_of_layout || evaluation->asks_pages || evaluation->asks_numbers)
        diag_rewind(evaluation->diag, mark);
    else
        diag_rewind_but(evaluation->diag, mark, "unknown-placeholder");
    const char *text = buffer_text(&out);
    for (size_t at = 0; at < out.length;) {
        char32_t c = utf8_next(text, out.length, &at);
        if (!is_no_wording(c))
            add(filler, c == '\n' ? ' ' : c, from, true);
    }
    buffer_free(&out);
}

/* Whether a line end is inside a paragraph. */
static bool is_inside(struct filler *filler, size_t at)
{
    const struct scan *scan = filler->filled.scan;
    while (filler->paragraph < scan->paragraphs && scan->paragraph[filler->paragraph].to <= at)
        filler->paragraph++;
    return filler->paragraph < scan->paragraphs && scan->paragraph[filler->paragraph].from <= at;
}

static void add_line_end(struct filler *filler, size_t at)
{
    const struct scan *scan = filler->filled.scan;
    if (!is_inside(filler, at))
        add(filler, '\n', at, false);
    else if (at > 0 && !utf8_joins_lines(scan->letter[at - 1].c, scan->letter[at + 1].c))
        add(filler, ' ', at, false);
}

static void add_letter(struct filler *filler, size_t at)
{
    const struct scan_letter *letter = &filler->filled.scan->letter[at];
    switch (letter->class) {
    case SCAN_FIGURE:
    case SCAN_HOLE:
        add_placeholder(filler, letter, at);
        return;
    case SCAN_NEWLINE:
        add_line_end(filler, at);
        return;
    case SCAN_OTHER: /* an aside's letters are no wording either */
        if (!utf8_is_thai(letter->c) && digit_value(letter->c) < 0 && !is_no_wording(letter->c))
            add(filler, letter->c, at, false);
        return;
    default:
        if (!is_no_wording(letter->c))
            add(filler, letter->c, at, false);
    }
}

/* What `this` means in a text: its indicator. */
static const struct value *find_owner(struct arena *arena, const struct passage *passage,
                                      const struct value *facts)
{
    const struct scheme_indicator *indicator = passage->indicator;
    if (indicator == NULL && passage->question != NULL)
        indicator = passage->question->indicator;
    if (indicator == NULL || facts == NULL)
        return NULL;
    const struct value *all = value_find(facts, "indicator", strlen("indicator"));
    const char *number = arena_printf(arena, "%lld", (long long)indicator->number.value);
    return all != NULL ? value_find(all, number, strlen(number)) : NULL;
}

struct filled filled_make(struct arena *arena, const struct passage *passage,
                          const struct value *facts, struct diag *diag)
{
    const struct scan *scan = &passage->scan;
    struct filler filler = {.arena = arena,
                            .filled = {.scan = scan},
                            .is_of_layout = passage->kind == PASSAGE_OTHER,
                            .evaluation = {.arena = arena, .diag = diag, .facts = facts}};
    const struct value *owner = find_owner(arena, passage, facts);
    filler.has_owner = owner != NULL;
    filler.owner = (struct scope){.name = "this", .value = owner};
    filler.filled.letter = ARENA_NEW(arena, struct filled_letter, scan->count + 2);
    filler.room = scan->count + 2;
    for (size_t i = 0; i < scan->count; i++)
        add_letter(&filler, i);
    add(&filler, '\n', scan->count, false);
    filler.filled.count--;
    return filler.filled;
}

const char *filled_copy(struct arena *arena, const struct filled *filled, size_t from, size_t to)
{
    struct buffer out = {0};
    for (size_t i = from; i < to; i++) {
        char bytes[4];
        char32_t c = filled->letter[i].printed;
        size_t length = utf8_write(c == '\n' ? ' ' : c, bytes);
        buffer_add(&out, bytes, length);
    }
    const char *copy = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return copy;
}

struct place filled_place(const struct filled *filled, size_t letter)
{
    return scan_place(filled->scan, filled->letter[letter].from);
}
