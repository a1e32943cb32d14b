/* Each report of the list is read by itself, so it may be as long as it likes. */
#include "archive/index.h"

#include <stdlib.h>
#include <string.h>

#include "source/source.h"
#include "yaml/node.h"

static const char ITEM[] = "  - ";

static bool read_text(const struct node *map, const char *key, const char **text)
{
    const struct node *value = node_find(map, key);
    bool is_text = value != NULL && value->kind == NODE_SCALAR;
    *text = is_text ? value->text : "";
    return is_text;
}

static bool read_size(const struct node *map, const char *key, size_t *size)
{
    const char *text;
    char *end = NULL;
    if (!read_text(map, key, &text) || *text < '0' || *text > '9')
        return false;
    *size = strtoul(text, &end, 10);
    return *end == '\0';
}

static bool read_report(const struct node *map, struct index_report *report)
{
    return map->kind == NODE_MAP && read_text(map, "year", &report->year) &&
           read_text(map, "agency", &report->agency) && read_text(map, "level", &report->level) &&
           read_text(map, "score", &report->score) && read_size(map, "pages", &report->pages) &&
           read_text(map, "file", &report->path) && read_size(map, "bytes", &report->bytes) &&
           read_text(map, "sha256", &report->sha256);
}

/* The lines of one report, as a list of one. */
static bool take_item(struct arena *arena, const char *text, size_t length, struct index_list *list)
{
    struct diag *unheard = diag_new();
    const struct node *node =
        node_parse(arena, source_new(arena, INDEX_YAML, text, length), unheard);
    struct index_report report;
    bool good = node != NULL && node->kind == NODE_LIST && node->count == 1 &&
                read_report(node->item[0], &report);
    if (good)
        index_add_report(arena, list, &report);
    diag_free(unheard);
    return good;
}

static const char *next_line(const char *line)
{
    const char *end = strchr(line, '\n');
    return end != NULL ? end + 1 : line + strlen(line);
}

static bool begins(const char *line, const char *with)
{
    return strncmp(line, with, strlen(with)) == 0;
}

bool index_read(struct arena *arena, const struct source *source, struct index_list *list,
                struct diag *diag)
{
    uint32_t number = 1;
    const char *line = source->text;
    bool good = strlen(source->text) == source->length;
    while (good && *line != '\0') {
        const char *start = line;
        uint32_t first = number;
        do {
            line = next_line(line);
            number++;
        } while (*line != '\0' && !begins(line, ITEM));
        if (begins(start, ITEM))
            good = take_item(arena, start, (size_t)(line - start), list);
        else
            good = begins(start, "#") || begins(start, "reports:");
        if (!good)
            diag_say(diag, MESSAGE_ARCHIVE_INDEX_UNREAD, place_at(source, first, 1), source->path);
    }
    return good;
}
