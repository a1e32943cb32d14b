/* The list is YAML, a line a file; what is not as it was written is passed over. */
#include "app/made.h"

#include <string.h>

#include "base/buffer.h"
#include "base/escape.h"
#include "source/file.h"
#include "source/source.h"
#include "yaml/node.h"

enum { MOST_FILES = 5000 };

static const char NAME[] = ".itareport.yaml";

static const char *text_of(const struct node *map, const char *key)
{
    const struct node *value = map->kind == NODE_MAP ? node_find(map, key) : NULL;
    return value != NULL && value->kind == NODE_SCALAR ? value->text : NULL;
}

static struct made_file *find(const struct made *made, const char *name)
{
    for (size_t i = 0; i < made->files; i++)
        if (strcmp(made->file[i].name, name) == 0)
            return &made->file[i];
    return NULL;
}

void made_note(struct made *made, const char *name, const struct checksum *sum, const char *edition)
{
    struct made_file *file = find(made, name);
    if (file == NULL) {
        made->file =
            arena_room(made->arena, made->file, made->files, &made->room, sizeof *made->file);
        file = &made->file[made->files++];
    }
    *file = (struct made_file){arena_string(made->arena, name), *sum,
                               file_relative(made->arena, made->folder, edition)};
}

static void take(struct made *made, const struct node *map)
{
    const char *name = text_of(map, "file"), *digits = text_of(map, "sha256"),
               *edition = text_of(map, "edition");
    if (name == NULL || digits == NULL || edition == NULL || strlen(digits) != CHECKSUM_DIGITS)
        return;
    struct checksum sum;
    memcpy(sum.digits, digits, sizeof sum.digits);
    made_note(made, name, &sum, file_join(made->arena, made->folder, edition));
}

struct made made_read(struct arena *arena, const char *folder, struct diag *diag)
{
    struct made made = {.arena = arena, .folder = folder};
    size_t mark = diag_mark(diag);
    const char *path = file_join(arena, folder, NAME);
    const struct source *source =
        file_exists(path) ? source_load(arena, path, (struct place){0}, diag) : NULL;
    const struct node *list = source != NULL ? node_parse(arena, source, diag) : NULL;
    size_t count = list != NULL && list->kind == NODE_LIST ? list->count : 0;
    for (size_t i = 0; i < count && i < MOST_FILES; i++)
        take(&made, list->item[i]);
    diag_rewind(diag, mark);
    return made;
}

bool made_knows(const struct made *made, const char *name)
{
    return find(made, name) != NULL;
}

static bool is_as_written(const char *path, const struct checksum *sum)
{
    struct buffer bytes = {0};
    bool same = file_read(path, &bytes) == 0;
    if (same) {
        struct checksum now = checksum_of(buffer_text(&bytes), bytes.length);
        same = strcmp(now.digits, sum->digits) == 0;
    }
    buffer_free(&bytes);
    return same;
}

static bool is_same_folder(const char *one, const char *other)
{
    struct file_stamp a = file_stamp(one), b = file_stamp(other);
    return a.inode != 0 && a.inode == b.inode && a.device == b.device;
}

enum made_standing made_look(const struct made *made, const char *name, const char *edition,
                             const char **other)
{
    struct arena *arena = made->arena;
    const char *path = file_join(arena, made->folder, name);
    const struct made_file *file = find(made, name);
    if (!file_exists(path))
        return MADE_FREE;
    if (file == NULL)
        return MADE_UNKNOWN;
    if (!is_as_written(path, &file->sum))
        return MADE_CHANGED;
    const char *from = file_join(arena, made->folder, file->edition);
    if (is_same_folder(from, edition))
        return MADE_SAME;
    *other = file_shown(arena, file_real(arena, from));
    return MADE_OTHER;
}

bool made_write(const struct made *made)
{
    struct buffer out = {0};
    buffer_add_string(&out, "# Written by 'itareport build': what these files were made from.\n");
    for (size_t i = 0; i < made->files; i++) {
        const struct made_file *file = &made->file[i];
        buffer_add_string(&out, "- {file: ");
        escape_quoted(&out, file->name);
        buffer_printf(&out, ", sha256: \"%s\", edition: ", file->sum.digits);
        escape_quoted(&out, file->edition);
        buffer_add_string(&out, "}\n");
    }
    bool written = file_write(file_join(made->arena, made->folder, NAME), out.bytes, out.length);
    buffer_free(&out);
    return written;
}
