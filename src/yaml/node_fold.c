/*
 * Texts over several lines that are no literal blocks. YAML makes a space of a line end, which in Thai
 * would part a word: it becomes what a line end in prose becomes (utf8_joins_lines). It takes a blank
 * line away, so that two paragraphs would be one, and runs an item of a list or a row of a table into the line above:
 * these are errors, since the text must be a literal block to say what was meant.
 */
#include <string.h>

#include "base/buffer.h"
#include "base/marker.h"
#include "base/utf8.h"
#include "yaml/node_parse.h"
#include "yaml/node_walk.h"

struct folding {
    const struct node *node;
    struct diag *diag;
    struct buffer text; /* joined, up to `taken` */
    size_t taken;       /* of the node's text */
    struct marker last; /* of the lines so far */
    size_t line;        /* where the line before begins */
    bool said;
};

/* From the text's byte before to its byte after; the source goes on at `place`. */
struct fold {
    size_t before, after;
    uint32_t line_ends;
    struct place place;
};

static char32_t character_before(const char *text, size_t at)
{
    size_t start = at;
    do
        start--;
    while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80);
    return utf8_next(text, at, &start);
}

/* Signs of Markdown that a line begins with and that are none of a list; the length of what is there. */
static size_t markdown_at(const char *text, size_t length)
{
    static const char *const marks[] = {"|",   "> ", "---", "===", "***",
                                        "___", "![", "[^",  "```", "~~~"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t size = strlen(marks[i]);
        if (length >= size && memcmp(text, marks[i], size) == 0)
            return strcspn(marks[i], " ");
    }
    return 0;
}

/* A number begins a list with the first, or goes on with one: elsewhere it is a number of the sentence. */
static bool is_item(const char *text, const struct marker *last, const struct marker *marker)
{
    if (marker->form == MARKER_NONE)
        return false;
    bool goes_on = marker_is_alike(text, last, marker) && marker_is_next(last, marker);
    if (goes_on && (!marker->is_glued || marker->form == MARKER_SIGN))
        return true;
    if (marker->form == MARKER_CLAUSE || marker->form == MARKER_PATH)
        return false;
    return marker_is_first(marker) && (!marker->is_glued || marker->form == MARKER_SIGN);
}

/* The bytes that make the line from a byte on more than a part of the one above; 0 when it is that. */
static size_t begins_anew(struct folding *folding, size_t at)
{
    const char *text = folding->node->text;
    size_t length = folding->node->length, line = at;
    while (line < length && text[line] != '\n')
        line++;
    struct marker marker = marker_read(text, at, line);
    bool counts = is_item(text, &folding->last, &marker);
    if (marker.form != MARKER_NONE)
        folding->last = marker;
    return counts ? marker.end - marker.start : markdown_at(text + at, length - at);
}

/* The first word of a line that begins as the one above does, which no list has for its marker; else 0. */
static size_t begins_alike(const struct folding *folding, const struct fold *fold)
{
    const char *text = folding->node->text;
    size_t length = folding->node->length;
    if (!marker_heads_are_alike(text, folding->line, fold->before, fold->after, length))
        return 0;
    size_t end = fold->after;
    while (end < length && text[end] != '\n' && utf8_blank(text, end, length) == 0)
        end++;
    return end - fold->after;
}

/* `-words` above `- words`: a list whose first item lacks the space. */
static bool say_glued_hyphen(struct folding *folding, const struct fold *fold)
{
    const struct node *node = folding->node;
    if (node->quoted || node->text[0] != '-' || node->text[fold->after] != '-' ||
        strchr("- .0123456789", node->text[1]) != NULL)
        return false;
    struct buffer word = {0};
    buffer_add(&word, node->text + 1, strcspn(node->text + 1, "\n "));
    diag_say(folding->diag, MESSAGE_YAML_NO_SPACE_DASH, node->place, buffer_text(&word));
    buffer_free(&word);
    folding->said = true;
    return true;
}

static void say_line(struct folding *folding, const struct fold *fold, size_t length)
{
    if (say_glued_hyphen(folding, fold))
        return;
    struct buffer shown = {0};
    buffer_add(&shown, folding->node->text + fold->after, length);
    diag_say(folding->diag, MESSAGE_YAML_FOLDED_LINE, fold->place, buffer_text(&shown));
    buffer_free(&shown);
    folding->said = true;
}

/* Whether a line end is between a placeholder and a letter of Thai: what it is to be, only the value knows. Whoever writes
 * a block after > knows that it is a space. */
static bool is_beside_placeholder(const struct folding *folding, const struct fold *fold)
{
    const char *text = folding->node->text;
    size_t after = fold->after, before = fold->before;
    bool follows = before >= 2 && memcmp(text + before - 2, "}}", 2) == 0;
    bool precedes = strncmp(text + after, "{{", 2) == 0;
    if (follows == precedes)
        return follows;
    char32_t other =
        follows ? utf8_next(text, folding->node->length, &after) : character_before(text, before);
    return utf8_is_thai(other) && !utf8_is_digit(other);
}

static void settle(struct folding *folding, const struct fold *fold)
{
    const char *text = folding->node->text;
    size_t became = fold->after - fold->before;
    bool is_space = became == 1 && text[fold->before] == ' ';
    size_t mark = begins_anew(folding, fold->after);
    if (mark == 0)
        mark = begins_alike(folding, fold);
    folding->line = fold->after;
    if (mark > 0 && is_space && !folding->said)
        say_line(folding, fold, mark);
    if (is_space && !folding->node->block && !folding->said &&
        is_beside_placeholder(folding, fold)) {
        diag_say(folding->diag, MESSAGE_YAML_FOLDED_PLACEHOLDER, fold->place);
        folding->said = true;
    }
    if (fold->line_ends > 1 && became == 1 && !folding->said) {
        diag_say(folding->diag, MESSAGE_YAML_FOLDED_PARAGRAPH, fold->place);
        folding->said = true;
    }
    size_t after = fold->after;
    if (!is_space || !utf8_joins_lines(character_before(text, fold->before),
                                       utf8_next(text, folding->node->length, &after)))
        return;
    buffer_add(&folding->text, text + folding->taken, fold->before - folding->taken);
    folding->taken = fold->after;
}

static bool has_folds(const struct node *node)
{
    const char *source = node->place.source->text + node->offset;
    bool literal = node->block && source[0] == '|';
    return !literal && memchr(source, '\n', node->end - node->offset) != NULL;
}

void node_fold(struct arena *arena, struct node *node, struct diag *diag)
{
    if (!has_folds(node))
        return;
    struct folding folding = {.node = node, .diag = diag};
    begins_anew(&folding, 0);
    struct node_walk walk = node_walk_start(node);
    while (!node_walk_ended(&walk)) {
        struct node_walk before = walk;
        if (!node_walk_step(&walk) || before.text == 0 || walk.text >= node->length)
            continue;
        struct fold fold = {before.text, walk.text, walk.place.line - before.place.line,
                            walk.place};
        settle(&folding, &fold);
    }
    if (folding.taken > 0) {
        buffer_add(&folding.text, node->text + folding.taken, node->length - folding.taken);
        node->length = folding.text.length;
        node->text = arena_copy(arena, buffer_text(&folding.text), folding.text.length);
    }
    buffer_free(&folding.text);
}
