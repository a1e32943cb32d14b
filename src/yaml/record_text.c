/*
 * Reads texts. What is typed as a text may be something else to YAML: a comment, a key with a value, a
 * list, two entries, nothing. Where a text is wanted that is said, with the text in quotes.
 */
#include <string.h>

#include "base/markdown.h"
#include "base/utf8.h"
#include "yaml/node_comment.h"
#include "yaml/record_value.h"

static const char *source_of(const struct node *node)
{
    return node->place.source->text;
}

/* ---- comments ---- */

static void say_comment(const struct record_reader *reader, const struct node_comment *comment,
                        const char *whole)
{
    const char *text = comment->place.source->text + comment->start;
    const char *left_out = arena_copy(reader->arena, text, comment->end - comment->start);
    enum diag_code code = comment->hashtag ? MESSAGE_RECORD_HASHTAG : MESSAGE_RECORD_REMARK;
    diag_say(reader->diag, code, comment->place, left_out,
             record_quoted(reader, whole, strlen(whole)));
}

/* A comment in brackets without those and the comma that it hid. */
static size_t comment_length(const struct node *node, const struct node_comment *comment)
{
    const char *text = source_of(node) + comment->start;
    size_t length = comment->end - comment->start;
    bool bracketed = node->parent != NULL && node_is_bracketed(node->parent);
    while (bracketed && length > 0 && strchr("]}, \t", text[length - 1]) != NULL)
        length--;
    return length;
}

/*
 * A comment after a text that nothing bounds cuts it, whatever it says. Elsewhere a remark is no harm,
 * but a hashtag is no remark.
 */
static bool check_comment_after(const struct record_reader *reader, const struct node *node)
{
    struct node_comment comment = node_comment_after(node);
    bool bounded = node->quoted || source_of(node)[node->end] == ',' || node->count > 0;
    if (!comment.found || (bounded && !comment.hashtag))
        return true;
    size_t gap = comment.start - node->end;
    bool joined = !node->block && node->count == 0;
    const char *whole =
        arena_printf(reader->arena, "%s%.*s%.*s", joined ? node->text : "", joined ? (int)gap : 0,
                     source_of(node) + node->end, (int)comment_length(node, &comment),
                     source_of(node) + comment.start);
    say_comment(reader, &comment, whole);
    return !comment.hashtag;
}

static bool check_comment_before(const struct record_reader *reader, const struct node *node)
{
    struct node_comment comment = node_comment_before(node);
    if (!comment.found || !comment.hashtag)
        return true;
    const char *whole = arena_printf(reader->arena, "%.*s %s", (int)(comment.end - comment.start),
                                     source_of(node) + comment.start, node->text);
    say_comment(reader, &comment, whole);
    return false;
}

/* A line of hashtags where the text would go on; a single one may be a line that was put out of use. */
static bool check_comment_below(const struct record_reader *reader, const struct node *node)
{
    struct node_comment comment = node_comment_below(node);
    if (!comment.found || !comment.hashtag)
        return true;
    const char *text = source_of(node) + comment.start;
    size_t length = comment.end - comment.start;
    comment.hashtag = memchr(text + 1, '#', length - 1) != NULL;
    say_comment(reader, &comment,
                arena_printf(reader->arena, "%s %.*s", node->text, (int)length, text));
    return !comment.hashtag;
}

/* ---- no text at all ---- */

/* From a map of one pair on one line its bytes; NULL when it takes more lines. */
static const char *one_line(const struct record_reader *reader, const struct node *node)
{
    size_t length = node->end - node->offset;
    const char *text = source_of(node) + node->offset;
    while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
        length--; /* the end of a key without a value is where the next line begins */
    return memchr(text, '\n', length) == NULL ? record_quoted(reader, text, length) : NULL;
}

static void say_colon(const struct record_reader *reader, const struct node *map)
{
    const char *whole = one_line(reader, map);
    const char *key = map->key[0]->text;
    if (whole != NULL)
        diag_say(reader->diag, MESSAGE_RECORD_TEXT_COLON, map->place, key, whole);
    else
        diag_say(reader->diag, MESSAGE_RECORD_TEXT_LINES, map->place, key);
}

/* [, {, ? or a second hyphen on one line: signs that were meant as a part of the text, perhaps. */
static bool begins_with_sign(const struct node *node)
{
    const char *text = source_of(node);
    size_t at = node->offset;
    if (node_is_bracketed(node) || text[at] == '?')
        return true;
    while (at > 0 && text[at - 1] == ' ')
        at--;
    return node->kind == NODE_LIST && at > 0 && text[at - 1] != '\n';
}

static void say_no_text(const struct record_reader *reader, const struct node *node)
{
    const char *whole = one_line(reader, node);
    char sign[] = {source_of(node)[node->offset], '\0'};
    if (strncmp(source_of(node) + node->offset, "{{", 2) == 0)
        return; /* said when it was parsed */
    if (begins_with_sign(node) && whole != NULL)
        diag_say(reader->diag, MESSAGE_RECORD_TEXT_SIGN, node->place, sign, whole);
    else if (node->kind == NODE_MAP && node->count > 0 && !begins_with_sign(node))
        say_colon(reader, node);
    else
        record_expect_scalar(reader, node);
}

/* ---- nothing ---- */

bool record_is_blank(const struct node *node)
{
    return node->kind == NODE_NULL ||
           (node->kind == NODE_SCALAR && utf8_is_blank(node->text, node->length));
}

/* A sign of a block with nothing below; with a number after it (>5) it was meant as the text. */
static bool check_block(const struct record_reader *reader, const struct node *node)
{
    if (!node->block || node->length > 0)
        return true;
    const char *text = source_of(node) + node->offset;
    size_t length = strspn(text, "|>+-123456789");
    bool is_text = strspn(text, "|>+-") < length;
    diag_say(reader->diag, is_text ? MESSAGE_RECORD_NO_BLOCK : MESSAGE_RECORD_EMPTY_BLOCK,
             node->place, arena_copy(reader->arena, text, length));
    return !is_text;
}

bool record_no_text(const struct record_reader *reader, const struct node *node)
{
    struct node_comment comment = node_comment_after(node);
    if (comment.found)
        say_comment(reader, &comment,
                    arena_copy(reader->arena, source_of(node) + comment.start,
                               comment_length(node, &comment)));
    else if (node->kind == NODE_NULL && node->length > 0)
        diag_say(reader->diag, MESSAGE_RECORD_NULL_WORD, node->place, node->text);
    return check_block(reader, node) && (!comment.found || !comment.hashtag);
}

/* ---- one text ---- */

/* False after reporting a placeholder in a text that is taken as it is. */
static bool has_no_placeholder(const struct record_reader *reader, const struct node *node)
{
    const char *braces = strstr(node->text, "{{");
    if (braces == NULL)
        return true;
    diag_say(reader->diag, MESSAGE_RECORD_PLACEHOLDER,
             node_place_inside(node, (size_t)(braces - node->text)));
    return false;
}

/* Signs of Markdown in a text that is no prose are printed as they are: that is told. */
static void say_sign(const struct record_reader *reader, const struct node *node)
{
    struct markdown_sign sign = markdown_find(node->text, node->length);
    if (sign.length > 0)
        diag_say(reader->diag, MESSAGE_PROSE_NONE, node_place_inside(node, sign.start),
                 arena_copy(reader->arena, node->text + sign.start, sign.length));
}

static void note_words(const struct record_reader *reader, const struct text *text)
{
    struct record_words *words = reader->words;
    if (words == NULL || text->form < TEXT_WORDING)
        return;
    words->texts.item = arena_room(reader->arena, words->texts.item, words->texts.count,
                                   &words->room, sizeof *words->texts.item);
    words->texts.item[words->texts.count++] = *text;
}

static bool take_text(const struct record_reader *reader, const struct node *node,
                      enum text_form form, struct text *out)
{
    bool literal = form == TEXT_LITERAL || form == TEXT_WORDING;
    if (!record_expect_scalar(reader, node) || (literal && !has_no_placeholder(reader, node)))
        return false;
    if (!reader->allows_blank && record_is_blank(node)) {
        diag_say(reader->diag, MESSAGE_RECORD_EMPTY, node->place);
        return false;
    }
    if (form == TEXT_WORDING || form == TEXT_TEMPLATE)
        say_sign(reader, node);
    *out = (struct text){node->text, node->length, node, node->place, form};
    note_words(reader, out);
    return true;
}

/* Whether YAML left words as they were typed. */
static bool check_words(const struct record_reader *reader, const struct node *node)
{
    if (node->kind == NODE_LIST || node->kind == NODE_MAP) {
        say_no_text(reader, node);
        return false;
    }
    if (node->kind == NODE_NULL)
        return record_no_text(reader, node);
    bool fine = check_comment_before(reader, node);
    fine &= check_comment_after(reader, node);
    fine &= check_comment_below(reader, node);
    return check_block(reader, node) && fine;
}

bool record_text(const struct record_reader *reader, const struct node *node, enum text_form form,
                 struct text *out)
{
    bool words = form >= TEXT_WORDING;
    return (!words || check_words(reader, node)) && take_text(reader, node, form, out);
}

/* ---- texts ---- */

/* `-words` where a list may be: the space after the hyphen is missing. */
static bool has_glued_hyphen(const struct node *node)
{
    return node->kind == NODE_SCALAR && !node->quoted && node->text[0] == '-' &&
           strchr("- .0123456789", node->text[1]) == NULL;
}

/* An item that cannot be read is there as an empty text: the list has it. */
bool record_texts(const struct record_reader *reader, const struct node *node, enum text_form form,
                  struct texts *out)
{
    bool single = node->kind != NODE_LIST;
    bool fine = true;
    if (form >= TEXT_WORDING && single && has_glued_hyphen(node)) {
        diag_say(reader->diag, MESSAGE_YAML_NO_SPACE_DASH, node->place,
                 arena_copy(reader->arena, node->text + 1, strcspn(node->text + 1, "\n ")));
        return false;
    }
    out->count = single ? 1 : node->count;
    out->item = ARENA_NEW(reader->arena, struct text, out->count);
    for (size_t i = 0; i < out->count; i++) {
        const struct node *item = single ? node : node->item[i];
        out->item[i] = (struct text){"", 0, item, item->place, form};
        fine &= record_text(reader, item, form, &out->item[i]);
    }
    if (single || form < TEXT_WORDING || !node_is_bracketed(node))
        return fine;
    fine &= record_check_commas(reader, node);
    return check_comment_after(reader, node) && fine;
}
