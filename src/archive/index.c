/* The old list, what was just written, and what is in the folders besides: each is looked at once. */
#include "archive/index.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "archive/package.h"
#include "archive/sighted.h"
#include "base/hash.h"
#include "base/index.h"
#include "base/limits.h"
#include "source/file.h"
#include "source/folder.h"
#include "source/source.h"

static const char LOCK[] = ".itareport-lock";

struct update {
    struct arena *arena;
    const char *folder;
    struct diag *diag;
    struct index_list list; /* the new one */
    struct index by_path;   /* of it */
    struct index_list lost; /* of the old one, whose files are gone */
    struct index by_sum;    /* of lost */
    bool *is_found;         /* each of lost, under another name */
    struct sighted *sighted;
    bool is_flawed;
};

void index_add_report(struct arena *arena, struct index_list *list,
                      const struct index_report *report)
{
    list->report = arena_room(arena, list->report, list->count, &list->room, sizeof *list->report);
    list->report[list->count++] = *report;
}

static int compare_reports(const void *one, const void *two)
{
    const struct index_report *a = one, *b = two;
    int years = strcmp(b->year, a->year);
    return years != 0 ? years : strcmp(a->path, b->path);
}

void index_sort(struct index_list *list)
{
    if (list->count > 0)
        qsort(list->report, list->count, sizeof *list->report, compare_reports);
}

int index_lock(struct arena *arena, const char *folder)
{
    return file_lock(file_join(arena, folder, LOCK), true);
}

/* ---- the new list ---- */

static uint32_t hash_of(const char *text)
{
    return hash_bytes(HASH_START, text, strlen(text));
}

static bool has(const struct update *update, const char *path)
{
    size_t i = index_first(&update->by_path, hash_of(path));
    for (; i != INDEX_END; i = index_next(&update->by_path, i)) {
        assert(update->list.report != NULL);
        if (strcmp(update->list.report[i].path, path) == 0)
            return true;
    }
    return false;
}

static void put(struct update *update, const struct index_report *report)
{
    index_add_report(update->arena, &update->list, report);
    index_add(&update->by_path, hash_of(report->path));
}

/* ---- what was in the old one ---- */

static void complain(struct update *update, enum diag_code code, const struct index_report *report)
{
    diag_say(update->diag, code, (struct place){0},
             file_join(update->arena, update->folder, report->path));
    update->is_flawed = true;
}

/* It may have been moved: that is known when all files have been met. */
static void lose(struct update *update, const struct index_report *report)
{
    index_add_report(update->arena, &update->lost, report);
    index_add(&update->by_sum, hash_of(report->sha256));
}

static void compare(struct update *update, const struct index_report *report)
{
    struct checksum sum;
    const char *path = file_inside(update->arena, update->folder, report->path);
    if (has(update, report->path))
        return; /* it has just been written */
    if (path == NULL || !file_exists(path)) {
        lose(update, report);
        return;
    }
    bool is_read = sighted_sum(update->sighted, report->path, &sum);
    if (!is_read || strcmp(sum.digits, report->sha256) != 0) {
        bool is_shorter = (size_t)file_stamp(path).size < report->bytes;
        complain(update, is_shorter ? MESSAGE_ARCHIVE_INDEX_CUT : MESSAGE_ARCHIVE_INDEX_CHANGED,
                 report);
    }
    put(update, report); /* as it was kept */
}

/* False after reporting an old list that cannot be read. */
static bool compare_all(struct update *update)
{
    const char *path = file_join(update->arena, update->folder, INDEX_YAML);
    if (!file_exists(path) || !index_may_replace(path))
        return true;
    const struct source *source = source_load(update->arena, path, (struct place){0}, update->diag);
    struct index_list old = {0};
    if (source == NULL || !index_read(update->arena, source, &old, update->diag))
        return false;
    for (size_t i = 0; i < old.count; i++)
        compare(update, &old.report[i]);
    return true;
}

/* ---- what is in the folders ---- */

static void find_again(struct update *update, const struct index_report *report)
{
    size_t i = index_first(&update->by_sum, hash_of(report->sha256));
    for (; i != INDEX_END; i = index_next(&update->by_sum, i))
        if (strcmp(update->lost.report[i].sha256, report->sha256) == 0)
            update->is_found[i] = true;
}

/* A report that the old list has not: its manifest tells. */
static void take_file(struct update *update, const char *path, const char *name)
{
    struct arena *arena = arena_new(); /* a whole report, soon forgotten */
    struct package package;
    struct checksum sum;
    if (package_read(arena, path, &package, update->diag)) {
        const struct manifest *manifest = &package.manifest;
        const struct index_report report = {
            .path = arena_string(update->arena, name),
            .year = arena_string(update->arena, manifest->year),
            .agency = arena_string(update->arena, manifest->agency),
            .level = arena_string(update->arena, manifest->level),
            .score = arena_string(update->arena, manifest->score),
            .pages = package.attached.pages,
            .bytes = package.pdf->length,
            .sha256 = arena_string(update->arena, package.checksum.digits)};
        put(update, &report);
        find_again(update, &report);
        sighted_sum(update->sighted, name, &sum);
    }
    arena_free(arena);
}

/* name: the folder's path from the archive's, "" for that itself, in which no reports are. */
static void walk(struct update *update, const char *folder, const char *name, int depth)
{
    struct arena *arena = arena_new();
    struct folder_files files = folder_list(arena, folder, NULL);
    for (size_t i = 0; i < files.count; i++) {
        const char *path = files.path[i], *dot = strrchr(file_name(path), '.');
        const char *below =
            *name != '\0' ? file_join(arena, name, file_name(path)) : file_name(path);
        if (*name != '\0' && dot != NULL && strcmp(dot, ".pdf") == 0 && !has(update, below))
            take_file(update, path, below);
        else if (depth < LIMIT_BATCH_DEPTH && file_is_folder(path))
            walk(update, path, below, depth + 1);
    }
    arena_free(arena);
}

/* What is lost stays in the list, or the next run would have nothing to say of it. */
static void keep_lost(struct update *update)
{
    for (size_t i = 0; i < update->lost.count; i++) {
        if (update->is_found[i])
            continue;
        complain(update, MESSAGE_ARCHIVE_INDEX_LOST, &update->lost.report[i]);
        put(update, &update->lost.report[i]);
    }
}

/* ---- files ---- */

static bool write_list(struct update *update)
{
    struct arena *arena = update->arena;
    struct buffer text = {0};
    index_sort(&update->list);
    index_yaml(&update->list, &text);
    bool written =
        file_write(file_join(arena, update->folder, INDEX_YAML), text.bytes, text.length);
    buffer_clear(&text);
    index_html(&update->list, DIAG_THAI, &text);
    written = written &&
              file_write(file_join(arena, update->folder, INDEX_HTML), text.bytes, text.length);
    buffer_free(&text);
    return written && sighted_write(update->sighted);
}

static enum index_end run(struct update *update, const struct index_list *added)
{
    struct checksum sum;
    for (size_t i = 0; i < added->count; i++) {
        put(update, &added->report[i]);
        sighted_sum(update->sighted, added->report[i].path, &sum);
    }
    if (!compare_all(update))
        return INDEX_FLAWED;
    update->is_found = ARENA_NEW(update->arena, bool, update->lost.count);
    walk(update, update->folder, "", 0);
    keep_lost(update);
    if (!write_list(update))
        return INDEX_UNWRITTEN;
    return update->is_flawed ? INDEX_FLAWED : INDEX_FINE;
}

enum index_end index_update(struct arena *arena, const char *folder, const struct index_list *added,
                            struct diag *diag)
{
    struct update update = {
        .arena = arena, .folder = folder, .diag = diag, .sighted = sighted_read(folder)};
    enum index_end end = run(&update, added);
    sighted_free(update.sighted);
    index_free(&update.by_path);
    index_free(&update.by_sum);
    return end;
}
