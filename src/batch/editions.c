/* Folders are told by device and number, so a link that leads back to where one is ends there. */
#include "batch/editions.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/index.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "batch/row.h"
#include "source/file.h"
#include "source/folder.h"

static const char MAIN_FILE[] = "edition.yaml";

struct batch_gathering {
    struct arena *arena;
    enum diag_language language;
    struct diag *diag;
    struct batch_editions found;
    size_t room;
    size_t met;           /* editions, those that were there already too */
    struct index by_name; /* of found */
    struct file_stamp *folder;
    size_t folders, folder_room;
    struct index by_folder; /* of folder: where one has been */
};

struct batch_gathering *batch_gather_start(struct arena *arena, enum diag_language language,
                                           struct diag *diag)
{
    struct batch_gathering *gathering = memory_zeroed(1, sizeof *gathering);
    *gathering = (struct batch_gathering){.arena = arena, .language = language, .diag = diag};
    return gathering;
}

struct batch_editions batch_gather_end(struct batch_gathering *gathering)
{
    struct batch_editions found = gathering->found;
    index_free(&gathering->by_name);
    index_free(&gathering->by_folder);
    free(gathering->folder);
    free(gathering);
    return found;
}

/* ---- names ---- */

static const char *without_climbing(const char *path)
{
    for (;;) {
        path += strspn(path, "/");
        if (strncmp(path, "../", 3) == 0)
            path += 3;
        else
            return strcmp(path, "..") == 0 || strcmp(path, ".") == 0 ? "" : path;
    }
}

/* What a path is called below the folder of the reports; one that only climbs, by the folder it leads to. */
static const char *name_of(struct arena *arena, const char *folder)
{
    const char *tidy = file_beside(arena, "", folder);
    const char *name = without_climbing(tidy);
    if (*name == '\0')
        name = file_name(file_real(arena, folder));
    return *name != '\0' ? name : "root";
}

static uint32_t hash_of(const char *name)
{
    return hash_bytes(HASH_START, name, strlen(name));
}

static const struct batch_edition *find_name(const struct batch_gathering *gathering,
                                             const char *name)
{
    size_t i = index_first(&gathering->by_name, hash_of(name));
    for (; i != INDEX_END; i = index_next(&gathering->by_name, i))
        if (strcmp(gathering->found.edition[i].name, name) == 0)
            return &gathering->found.edition[i];
    return NULL;
}

/* ---- the list ---- */

static const char *flaw_of(const struct batch_gathering *gathering, enum diag_code code,
                           const char *one, const char *other, const char *third)
{
    struct batch_row row = batch_row_of("");
    batch_row_fail(&row, gathering->arena, gathering->language, code,
                   (const char *const[]){one, other, third, NULL});
    return row.reason;
}

static bool add(struct batch_gathering *gathering, const char *folder, const char *flaw)
{
    struct batch_editions *found = &gathering->found;
    if (found->count == LIMIT_BATCH_EDITIONS) {
        diag_say(gathering->diag, MESSAGE_BATCH_TOO_MANY, (struct place){0},
                 arena_printf(gathering->arena, "%d", LIMIT_BATCH_EDITIONS));
        return false;
    }
    struct batch_edition edition = {folder, name_of(gathering->arena, folder), flaw};
    const struct batch_edition *other = find_name(gathering, edition.name);
    if (other != NULL && flaw == NULL)
        edition.flaw =
            flaw_of(gathering, MESSAGE_BATCH_SAME_NAME, folder, other->folder, edition.name);
    found->edition = arena_room(gathering->arena, found->edition, found->count, &gathering->room,
                                sizeof *found->edition);
    found->edition[found->count++] = edition;
    index_add(&gathering->by_name, hash_of(edition.name));
    return true;
}

/* ---- looking for editions ---- */

static uint32_t hash_of_stamp(const struct file_stamp *stamp)
{
    return hash_step(hash_step(HASH_START, (uint32_t)stamp->inode), (uint32_t)stamp->device);
}

/* Whether one has been in a folder already; from now on one has. */
static bool was_here(struct batch_gathering *gathering, const char *folder)
{
    struct file_stamp stamp = file_stamp(folder);
    uint32_t hash = hash_of_stamp(&stamp);
    size_t i = index_first(&gathering->by_folder, hash);
    for (; i != INDEX_END; i = index_next(&gathering->by_folder, i))
        if (gathering->folder[i].inode == stamp.inode &&
            gathering->folder[i].device == stamp.device)
            return true;
    gathering->folder = memory_room(gathering->folder, gathering->folders, &gathering->folder_room,
                                    sizeof *gathering->folder);
    gathering->folder[gathering->folders++] = stamp;
    index_add(&gathering->by_folder, hash);
    return false;
}

bool batch_is_edition(const char *folder)
{
    struct arena *arena = arena_new();
    bool is_edition = file_exists(file_join(arena, folder, MAIN_FILE));
    arena_free(arena);
    return is_edition;
}

/* False when there is too much. What is below a folder of nothing but files costs little: only folders are entered. */
static bool search(struct batch_gathering *gathering, const char *folder, int depth)
{
    bool is_edition = batch_is_edition(folder);
    gathering->met += is_edition;
    if (was_here(gathering, folder))
        return true;
    if (is_edition)
        return add(gathering, folder, NULL);
    if (depth == LIMIT_BATCH_DEPTH)
        return true;
    if (gathering->folders > LIMIT_BATCH_FOLDERS) {
        diag_say(gathering->diag, MESSAGE_BATCH_TOO_MANY_FOLDERS, (struct place){0}, folder,
                 arena_printf(gathering->arena, "%d", LIMIT_BATCH_FOLDERS));
        return false;
    }
    struct arena *arena = arena_new(); /* what is not an edition is soon forgotten */
    struct folder_files files = folder_list(arena, folder, NULL);
    bool good = true;
    for (size_t i = 0; i < files.count && good; i++)
        if (file_is_folder(files.path[i]))
            good = search(gathering, arena_string(gathering->arena, files.path[i]), depth + 1);
    arena_free(arena);
    return good;
}

bool batch_gather_folder(struct batch_gathering *gathering, const char *named)
{
    struct arena *arena = gathering->arena;
    size_t length = strlen(named);
    while (length > 1 && named[length - 1] == '/')
        length--;
    const char *folder = arena_copy(arena, named, length);
    if (strcmp(file_name(folder), MAIN_FILE) == 0 && file_is_ordinary(folder))
        folder = file_beside(arena, folder, ".");
    size_t before = gathering->met;
    if (!file_is_folder(folder))
        return add(gathering, folder,
                   flaw_of(gathering, MESSAGE_BATCH_NO_FOLDER, folder, NULL, NULL));
    size_t folders = gathering->folders;
    if (!search(gathering, folder, 0))
        return false;
    bool is_news = gathering->folders > folders; /* else it was named before, and told about */
    if (gathering->met > before || !is_news)
        return true;
    return add(gathering, folder, flaw_of(gathering, MESSAGE_BATCH_NO_EDITION, folder, NULL, NULL));
}

/* A line of a list, without blanks around it. */
static bool gather_line(struct batch_gathering *gathering, const char *line, size_t length)
{
    while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == ' '))
        length--;
    if (utf8_is_blank(line, length) || line[0] == '#')
        return true;
    if (memchr(line, '\0', length) != NULL) {
        diag_say(gathering->diag, MESSAGE_BATCH_LIST_BYTES, (struct place){0});
        return false;
    }
    return batch_gather_folder(gathering, arena_copy(gathering->arena, line, length));
}

bool batch_gather_list(struct batch_gathering *gathering, const char *text, size_t length)
{
    static const char MARK[] = "\xEF\xBB\xBF";
    size_t at = length >= 3 && memcmp(text, MARK, 3) == 0 ? 3 : 0;
    bool good = true;
    while (at < length && good) {
        const char *end = memchr(text + at, '\n', length - at);
        size_t line = end != NULL ? (size_t)(end - text) - at : length - at;
        good = gather_line(gathering, text + at, line);
        at += line + 1;
    }
    return good;
}

/* ---- shares ---- */

struct batch_editions batch_share(struct arena *arena, const struct batch_editions *all,
                                  size_t number, size_t count)
{
    struct batch_editions share = {ARENA_NEW(arena, struct batch_edition, all->count / count + 1),
                                   0};
    for (size_t i = number - 1; i < all->count; i += count)
        share.edition[share.count++] = all->edition[i];
    return share;
}
