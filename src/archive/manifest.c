/*
 * Texts are written in double quotes, so that any name is a YAML scalar; reading goes through the
 * program's own YAML tree, with its limits.
 */
#include "archive/manifest.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "yaml/node.h"

/* ---- lists ---- */

struct manifest_list manifest_list_new(struct arena *arena, size_t room)
{
    return (struct manifest_list){ARENA_NEW(arena, struct manifest_entry, room + 1), 0};
}

void manifest_add(struct manifest_list *list, const char *name, const char *value)
{
    list->item[list->count++] = (struct manifest_entry){name, value};
}

const char *manifest_find(const struct manifest_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->item[i].name, name) == 0)
            return list->item[i].value;
    return NULL;
}

/* ---- the table of keys ---- */

struct text_key {
    const char *name;
    size_t offset;
};

static const struct text_key TEXTS[] = {
    {"agency", offsetof(struct manifest, agency)},   {"year", offsetof(struct manifest, year)},
    {"level", offsetof(struct manifest, level)},     {"score", offsetof(struct manifest, score)},
    {"edition", offsetof(struct manifest, edition)}, {"layout", offsetof(struct manifest, layout)},
    {"program", offsetof(struct manifest, version)}, {"code", offsetof(struct manifest, code)},
};

static const struct text_key LISTS[] = {
    {"files", offsetof(struct manifest, files)},
    {"fonts", offsetof(struct manifest, fonts)},
    {"others", offsetof(struct manifest, others)},
    {"libraries", offsetof(struct manifest, libraries)},
    {"pages", offsetof(struct manifest, pages)},
};

enum { TEXT_KEYS = sizeof TEXTS / sizeof TEXTS[0], LIST_KEYS = sizeof LISTS / sizeof LISTS[0] };

/* ---- writing ---- */

void manifest_write(const struct manifest *manifest, struct buffer *out)
{
    buffer_add_string(out, "# What this report was made from, and with (checksums: SHA-256; pages: "
                           "of their text).\n# Made by itareport; 'itareport verify' checks it.\n");
    for (int i = 0; i < TEXT_KEYS; i++) {
        const char *text = *(const char *const *)((const char *)manifest + TEXTS[i].offset);
        buffer_printf(out, "%s: ", TEXTS[i].name);
        escape_quoted(out, text);
        buffer_add_char(out, '\n');
    }
    buffer_printf(out, "seconds: %lld # the document's date, since 1970 UTC\n",
                  (long long)manifest->seconds);
    for (int i = 0; i < LIST_KEYS; i++) {
        const struct manifest_list *list = (const void *)((const char *)manifest + LISTS[i].offset);
        buffer_printf(out, "%s:%s\n", LISTS[i].name, list->count == 0 ? " {}" : "");
        for (size_t j = 0; j < list->count; j++) {
            buffer_add_string(out, "  ");
            escape_quoted(out, list->item[j].name);
            buffer_add_string(out, ": ");
            escape_quoted(out, list->item[j].value);
            buffer_add_char(out, '\n');
        }
    }
}

/* ---- reading ---- */

struct reading {
    struct arena *arena;
    const struct node *root;
    struct diag *diag;
};

/* The text of a key; NULL after reporting. */
static const char *read_text(const struct reading *reading, const char *key)
{
    const struct node *node = node_find(reading->root, key);
    if (node != NULL && node->kind == NODE_SCALAR)
        return node->text;
    diag_say(reading->diag, MESSAGE_ARCHIVE_MANIFEST,
             node != NULL ? node->place : reading->root->place, key);
    return NULL;
}

static bool read_list(const struct reading *reading, const char *key, struct manifest_list *list)
{
    const struct node *node = node_find(reading->root, key);
    bool good = node != NULL && node->kind == NODE_MAP;
    for (size_t i = 0; good && i < node->count; i++)
        good = node->item[i]->kind == NODE_SCALAR;
    if (!good) {
        diag_say(reading->diag, MESSAGE_ARCHIVE_MANIFEST,
                 node != NULL ? node->place : reading->root->place, key);
        return false;
    }
    *list = manifest_list_new(reading->arena, node->count);
    for (size_t i = 0; i < node->count; i++)
        manifest_add(list, node->key[i]->text, node->item[i]->text);
    return true;
}

bool manifest_read(struct arena *arena, const struct source *source, struct manifest *manifest,
                   struct diag *diag)
{
    struct reading reading = {arena, node_parse(arena, source, diag), diag};
    if (reading.root == NULL || reading.root->kind != NODE_MAP) {
        if (reading.root != NULL)
            diag_say(diag, MESSAGE_ARCHIVE_MANIFEST, reading.root->place, "files");
        return false;
    }
    bool good = true;
    for (int i = 0; i < TEXT_KEYS; i++) {
        const char *text = read_text(&reading, TEXTS[i].name);
        *(const char **)((char *)manifest + TEXTS[i].offset) = text;
        good = good && text != NULL;
    }
    for (int i = 0; i < LIST_KEYS; i++)
        good = read_list(&reading, LISTS[i].name, (void *)((char *)manifest + LISTS[i].offset)) &&
               good;
    const char *seconds = read_text(&reading, "seconds");
    manifest->seconds = seconds != NULL ? strtoll(seconds, NULL, 10) : 0;
    return good && seconds != NULL;
}
