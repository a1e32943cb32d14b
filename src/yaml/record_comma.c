/*
 * In brackets a comma ends an entry of a list, also where it belongs to a number or to words that are in
 * brackets or quotation marks themselves.
 */
#include "base/utf8.h"
#include "yaml/quote.h"
#include "yaml/record_value.h"

static const char *source_of(const struct node *node)
{
    return node->place.source->text;
}

const char *record_quoted(const struct record_reader *reader, const char *text, size_t length)
{
    struct buffer out = {0};
    quote_scalar(&out, text, length);
    const char *copy = arena_string(reader->arena, buffer_text(&out));
    buffer_free(&out);
    return copy;
}

enum { NESTED_FAR = 16 }; /* entries that one text can be parted into by commas in brackets */

static bool is_plain(const struct node *node)
{
    return node->kind == NODE_SCALAR && !node->quoted;
}

/* ๑๐๐,๐๐๐: a number that the comma between two entries parts. */
static bool parts_number(const struct node *left, const struct node *right)
{
    const char *text = source_of(left);
    size_t before = left->end;
    do
        before--;
    while (((unsigned char)text[before] & 0xC0) == 0x80);
    size_t after = right->offset;
    size_t length = left->place.source->length;
    return right->offset == left->end + 1 && utf8_is_digit(utf8_next(text, length, &before)) &&
           utf8_is_digit(utf8_next(text, length, &after));
}

/* Brackets and quotation marks that an entry leaves open, less those that it closes too many. */
static int open_brackets(const struct node *node, int open)
{
    for (size_t at = 0; at < node->length;) {
        char32_t c = utf8_next(node->text, node->length, &at);
        if (c == '(' || c == U'“' || c == U'‘' || c == U'«')
            open++;
        else if (open > 0 && (c == ')' || c == U'”' || c == U'’' || c == U'»'))
            open--;
        else if (c == '"')
            open += open % 2 == 0 ? 1 : -1;
    }
    return open;
}

/* The last of the entries from `first` that are one text in brackets or quotation marks. */
static size_t nested_last(const struct node *list, size_t first)
{
    int open = open_brackets(list->item[first], 0);
    for (size_t i = first + 1; open > 0 && i < list->count && i < first + NESTED_FAR; i++) {
        if (!is_plain(list->item[i]))
            break;
        open = open_brackets(list->item[i], open);
        if (open == 0)
            return i;
    }
    return first;
}

/* The last of the entries from `first` that commas parted one text into. */
static size_t parted_last(const struct node *list, size_t first)
{
    size_t last = first;
    for (size_t i = first; i <= last && is_plain(list->item[i]); i++) {
        size_t nested = nested_last(list, i);
        if (nested > last)
            last = nested;
        if (i == last && i + 1 < list->count && is_plain(list->item[i + 1]) &&
            parts_number(list->item[i], list->item[i + 1]))
            last = i + 1;
    }
    return last;
}

static void say_parted(const struct record_reader *reader, const struct node *first,
                       const struct node *last, const struct node *next)
{
    const char *text = source_of(first);
    diag_say(reader->diag, MESSAGE_RECORD_COMMA, node_span(first).to, first->text, next->text,
             record_quoted(reader, text + first->offset, last->end - first->offset));
}

bool record_check_commas(const struct record_reader *reader, const struct node *list)
{
    bool fine = true;
    for (size_t i = 0; node_is_bracketed(list) && i < list->count; i++) {
        size_t last = parted_last(list, i);
        if (last > i)
            say_parted(reader, list->item[i], list->item[last], list->item[i + 1]);
        fine &= last == i;
        i = last;
    }
    return fine;
}
