/*
 * Texts over several lines that are no literal blocks. YAML makes a space of a line end, which in Thai
 * would part a word: it becomes what a line end in prose becomes (utf8_joins_lines). It takes a blank
 * line away, so that two paragraphs would be one, and runs an item of a list or a row of a table into the line above:
 * these are errors, since the text must be a literal block to say what was meant.
 */
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "yaml/line_mark.h"
#include "yaml/node_parse.h"
#include "yaml/node_walk.h"

struct folding {
    const struct node *node;
    struct diag *diag;
    struct buffer text; /* joined, up to `taken` */
    size_t taken;       /* of the node's text */
    int number;         /* of the last mark */
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

/* A number counts where the list begins or goes on: elsewhere it is a number of the sentence. */
static bool begins_anew(struct folding *folding, size_t at)
{
    const char *text = folding->node->text + at;
    struct line_mark mark = line_mark_read(text, folding->node->length - at);
    if (mark.length == 0)
        return false;
    bool counts = mark.number <= 1 || mark.number == folding->number + 1;
    folding->number = mark.number;
    return counts;
}

static void say_line(struct folding *folding, const struct fold *fold)
{
    const char *text = folding->node->text + fold->after;
    struct line_mark mark = line_mark_read(text, folding->node->length - fold->after);
    struct buffer shown = {0};
    buffer_add(&shown, text, mark.length);
    diag_say(folding->diag, MESSAGE_YAML_FOLDED_LINE, fold->place, buffer_text(&shown));
    buffer_free(&shown);
    folding->said = true;
}

static void settle(struct folding *folding, const struct fold *fold)
{
    const char *text = folding->node->text;
    size_t became = fold->after - fold->before;
    bool is_space = became == 1 && text[fold->before] == ' ';
    if (begins_anew(folding, fold->after) && is_space && !folding->said)
        say_line(folding, fold);
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
