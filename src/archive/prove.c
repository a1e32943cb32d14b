#include "archive/prove.h"

#include <string.h>

#include "archive/compare.h"

bool archival_prove(struct archival *made, const char *data, struct archival *again)
{
    struct arena *arena = made->job.arena;
    struct diag *diag = made->job.diag;
    struct package package = {.manifest = made->manifest};
    struct attached_pdf pdf = {"report.pdf", made->file.bytes, made->file.length};
    if (!attached_read(arena, &pdf, &package.attached, diag))
        return false;
    bool is_same = archival_rebuild(again, &package, data, diag) &&
                   again->file.length == made->file.length &&
                   memcmp(again->file.bytes, made->file.bytes, made->file.length) == 0;
    if (is_same)
        return true;
    if (!again->is_unwritten)
        diag_say(diag, MESSAGE_ARCHIVE_NOT_REBUILT, (struct place){0});
    if (again->file.length > 0)
        compare_versions(&package.manifest, &again->manifest, diag);
    return false;
}
