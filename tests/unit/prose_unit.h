/*
 * prose_unit.h - proses from memory, and what became of them as one line, for the tests of prose/.
 */
#ifndef ITAREPORT_TESTS_PROSE_UNIT_H
#define ITAREPORT_TESTS_PROSE_UNIT_H

#include "unit.h"

#include "prose/prose.h"
#include "source/source.h"

struct parsed {
    struct arena *arena;
    struct diag *diag;
    const struct prose *prose;
};

/* text becomes the literal block of a YAML file, so that its places are known: line 2, column 3. */
__attribute__((unused)) static struct parsed parse(const char *text)
{
    struct parsed parsed = {arena_new(), diag_new(), NULL};
    struct buffer yaml = {0};
    buffer_add_string(&yaml, "prose: |2\n");
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        buffer_add_string(&yaml, "  ");
        buffer_add(&yaml, line, length);
        buffer_add_char(&yaml, '\n');
        line += length + (line[length] == '\n');
    }
    const struct source *source = source_new(parsed.arena, "t", buffer_text(&yaml), yaml.length);
    const struct node *root = node_parse(parsed.arena, source, parsed.diag);
    assert_non_null(root);
    const struct node *node = node_find(root, "prose");
    struct text written = {
        .bytes = node->text, .length = node->length, .node = node, .place = node->place};
    parsed.prose =
        prose_parse(parsed.arena, parsed.diag, template_parse(parsed.arena, parsed.diag, &written));
    buffer_free(&yaml);
    return parsed;
}

__attribute__((unused)) static void drop(struct parsed *parsed)
{
    arena_free(parsed->arena);
    diag_free(parsed->diag);
}

static void show_nodes(struct buffer *out, const struct prose_node *node);

static void show_link(struct buffer *out, const struct prose_link *link)
{
    if (link == NULL)
        return;
    buffer_add_char(out, '<');
    for (size_t i = 0; i < link->address.runs; i++) {
        const struct prose_run *run = &link->address.run[i];
        if (run->kind == PROSE_PLACEHOLDER)
            buffer_add_string(out, "{}");
        else
            buffer_add(out, run->bytes, run->length);
    }
    buffer_add_char(out, '>');
}

/* *bold|, /slanted|, ^raised|, {} a placeholder, ~ a line end, ! a forced one. */
static void show_run(struct buffer *out, const struct prose_run *run)
{
    static const char *const kinds[] = {
        [PROSE_PLACEHOLDER] = "{}", [PROSE_SOFT_BREAK] = "~", [PROSE_HARD_BREAK] = "!"};
    buffer_add_string(out, (run->flags & 1) != 0 ? "*" : "");
    buffer_add_string(out, (run->flags & 2) != 0 ? "/" : "");
    buffer_add_string(out, (run->flags & 4) != 0 ? "^" : "");
    if (run->kind == PROSE_TEXT)
        buffer_add(out, run->bytes, run->length);
    else if (run->kind == PROSE_NOTE)
        buffer_printf(out, "[^%s]", run->note->label);
    else
        buffer_add_string(out, kinds[run->kind]);
    show_link(out, run->link);
    buffer_add_char(out, '|');
}

static void show_runs(struct buffer *out, const struct prose_node *node)
{
    for (size_t i = 0; i < node->runs; i++)
        show_run(out, &node->run[i]);
}

static void show_node(struct buffer *out, const struct prose_node *node)
{
    switch (node->kind) {
    case PROSE_PARAGRAPH:
        show_runs(out, node);
        buffer_add_string(out, "¶");
        return;
    case PROSE_LIST:
        buffer_add_string(out, "[");
        show_nodes(out, node->first);
        buffer_add_string(out, "]");
        return;
    case PROSE_ITEM:
        buffer_printf(out, "{%s: ", node->label != NULL ? node->label : "");
        show_nodes(out, node->first);
        buffer_add_string(out, "}");
        return;
    case PROSE_IMAGE:
        buffer_add_string(out, "image(");
        show_runs(out, &node->image->file);
        show_runs(out, &node->image->alt);
        show_runs(out, &node->image->caption);
        buffer_add_string(out, ")");
        return;
    case PROSE_TABLE:
        buffer_printf(out, "table%zu%s(", node->table->columns, node->table->has_head ? "h" : "");
        for (size_t i = 0; i < node->table->columns; i++)
            buffer_printf(out, "%d", node->table->align[i]);
        if (node->table->caption != NULL)
            show_node(out, node->table->caption);
        show_nodes(out, node->first);
        buffer_add_string(out, ")");
        return;
    case PROSE_ROW:
        buffer_add_string(out, "/");
        show_nodes(out, node->first);
        return;
    case PROSE_CELL:
        show_runs(out, node);
        buffer_add_string(out, "¦");
        return;
    }
}

static void show_nodes(struct buffer *out, const struct prose_node *node)
{
    for (; node != NULL; node = node->next)
        show_node(out, node);
}

static void show_prose(struct buffer *out, const struct prose *prose)
{
    show_nodes(out, prose->first);
    for (size_t i = 0; i < prose->notes; i++) {
        buffer_printf(out, "note %s(", prose->note[i]->label);
        show_nodes(out, prose->note[i]->first);
        buffer_add_string(out, ")");
    }
}

/* Fails unless the text reads so, and says these headlines. */
__attribute__((unused)) static void assert_read(const char *text, const char *expected,
                                                const char *headlines)
{
    struct parsed parsed = parse(text);
    char *said = unit_headlines(parsed.diag);
    struct buffer out = {0};
    show_prose(&out, parsed.prose);
    if (strcmp(buffer_text(&out), expected) != 0 || strcmp(said, headlines) != 0)
        fail_msg("\n%s\nreads\n%s\nnot\n%s\nand says\n%s\nnot\n%s", text, buffer_text(&out),
                 expected, said, headlines);
    buffer_free(&out);
    free(said);
    drop(&parsed);
}

__attribute__((unused)) static void assert_shown(const char *text, const char *expected)
{
    assert_read(text, expected, "");
}

/* Fails unless it says these headlines. */
__attribute__((unused)) static void assert_says(const char *text, const char *headlines)
{
    struct parsed parsed = parse(text);
    char *said = unit_headlines(parsed.diag);
    if (strcmp(said, headlines) != 0)
        fail_msg("\n%s\nsays\n%s\nnot\n%s", text, said, headlines);
    free(said);
    drop(&parsed);
}

#endif
