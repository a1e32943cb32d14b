/*
 * Attachments are written to folders by their names, so a name that is absolute or goes upwards is
 * refused when the file is read, before anybody uses it.
 */
#include "archive/package.h"

#include <string.h>

#include "source/file.h"
#include "source/source.h"

/* Relative, with no empty part and none of dots only. */
static bool is_safe(const char *name)
{
    for (const char *part = name;; part++) {
        size_t length = strcspn(part, "/");
        if (length == 0 || strspn(part, ".") == length || memchr(part, '\\', length) != NULL)
            return false;
        part += length;
        if (*part == '\0')
            return true;
    }
}

static bool check_names(const struct package *package, struct diag *diag)
{
    bool safe = true;
    for (size_t i = 0; i < package->attached.count; i++) {
        if (is_safe(package->attached.file[i].name))
            continue;
        diag_say(diag, MESSAGE_ARCHIVE_NAME, (struct place){0}, package->attached.file[i].name);
        safe = false;
    }
    const struct manifest *manifest = &package->manifest;
    const char *const paths[] = {manifest->edition, manifest->layout};
    for (size_t i = 0; i < 2; i++)
        if (!is_safe(paths[i])) {
            diag_say(diag, MESSAGE_ARCHIVE_NAME, (struct place){0}, paths[i]);
            safe = false;
        }
    return safe;
}

bool package_read(struct arena *arena, const char *path, struct package *package, struct diag *diag)
{
    *package = (struct package){.pdf = source_load(arena, path, (struct place){0}, diag)};
    if (package->pdf == NULL)
        return false;
    struct attached_pdf pdf = {path, package->pdf->text, package->pdf->length};
    if (!attached_read(arena, &pdf, &package->attached, diag))
        return false;
    package->checksum = checksum_of(pdf.bytes, pdf.length);
    const struct attached_file *file = attached_find(&package->attached, MANIFEST_NAME);
    if (file == NULL) {
        diag_say(diag, MESSAGE_ARCHIVE_NONE, (struct place){0}, path);
        return false;
    }
    const struct source *source = source_new(arena, MANIFEST_NAME, file->bytes, file->length);
    return manifest_read(arena, source, &package->manifest, diag) && check_names(package, diag);
}

static bool check_file(const struct package *package, const struct manifest_entry *entry,
                       struct diag *diag)
{
    const struct attached_file *file = attached_find(&package->attached, entry->name);
    if (file == NULL) {
        diag_say(diag, MESSAGE_ARCHIVE_MISSING, (struct place){0}, entry->name);
        return false;
    }
    struct checksum sum = checksum_of(file->bytes, file->length);
    if (strcmp(sum.digits, entry->value) == 0)
        return true;
    diag_say(diag, MESSAGE_ARCHIVE_CHANGED, (struct place){0}, entry->name, sum.digits);
    return false;
}

bool package_check(const struct package *package, struct diag *diag)
{
    const struct manifest *manifest = &package->manifest;
    bool good = true;
    for (size_t i = 0; i < manifest->files.count; i++)
        good = check_file(package, &manifest->files.item[i], diag) && good;
    for (size_t i = 0; i < package->attached.count; i++) {
        const char *name = package->attached.file[i].name;
        if (strcmp(name, MANIFEST_NAME) == 0 || manifest_find(&manifest->files, name) != NULL)
            continue;
        diag_say(diag, MESSAGE_ARCHIVE_UNNAMED, (struct place){0}, name);
        good = false;
    }
    return good;
}

bool package_write(struct arena *arena, const struct package *package, const char *folder)
{
    for (size_t i = 0; i < package->attached.count; i++) {
        const struct attached_file *file = &package->attached.file[i];
        const char *path = file_join(arena, folder, file->name);
        if (!file_equals(path, file->bytes, file->length) &&
            !file_write(path, file->bytes, file->length))
            return false;
    }
    return true;
}
