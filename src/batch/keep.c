#include "batch/keep.h"

#include <unistd.h>

#include "source/file.h"

bool batch_may_keep(const char *folder, struct diag *diag)
{
    static const char *const NAMES[] = {INDEX_YAML, INDEX_HTML};
    struct arena *arena = arena_new();
    bool may = true;
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        const char *path = file_join(arena, folder, NAMES[i]);
        if (index_may_replace(path))
            continue;
        diag_say(diag, MESSAGE_ARCHIVE_INDEX_OTHER, (struct place){0}, path);
        may = false;
    }
    arena_free(arena);
    return may;
}

static struct index_report report_of(const struct batch_row *row)
{
    return (struct index_report){.path = row->report,
                                 .year = row->year,
                                 .agency = row->agency,
                                 .level = row->level,
                                 .score = row->score,
                                 .pages = (size_t)row->pages,
                                 .bytes = (size_t)row->bytes,
                                 .sha256 = row->sha256};
}

enum index_end batch_keep(const struct batch_table *table, const char *folder, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct index_list added = {0};
    for (size_t i = 0; i < table->rows; i++) {
        struct index_report report = report_of(&table->row[i]);
        if (table->row[i].state == BATCH_FINE)
            index_add_report(arena, &added, &report);
    }
    int lock = index_lock(arena, folder);
    enum index_end end = lock >= 0 ? index_update(arena, folder, &added, diag) : INDEX_UNWRITTEN;
    if (lock >= 0)
        close(lock);
    arena_free(arena);
    return end;
}
