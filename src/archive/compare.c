/* Entry by entry, by name, from both sides. */
#include "archive/compare.h"

#include <string.h>

static bool compare_value(const char *name, const char *then, const char *now, struct diag *diag)
{
    if (strcmp(then, now) == 0)
        return true;
    diag_say(diag, MESSAGE_ARCHIVE_OTHER_VERSION, (struct place){0}, name, then, now);
    return false;
}

static bool compare_lists(const struct manifest_list *then, const struct manifest_list *now,
                          struct diag *diag)
{
    bool same = true;
    for (size_t i = 0; i < then->count; i++) {
        const char *value = manifest_find(now, then->item[i].name);
        same = compare_value(then->item[i].name, then->item[i].value, value != NULL ? value : "-",
                             diag) &&
               same;
    }
    for (size_t i = 0; i < now->count; i++)
        if (manifest_find(then, now->item[i].name) == NULL)
            same = compare_value(now->item[i].name, "-", now->item[i].value, diag);
    return same;
}

bool compare_versions(const struct manifest *then, const struct manifest *now, struct diag *diag)
{
    bool same = compare_value("itareport", then->version, now->version, diag);
    same = compare_value("itareport (code)", then->code, now->code, diag) && same;
    same = compare_lists(&then->libraries, &now->libraries, diag) && same;
    same = compare_lists(&then->fonts, &now->fonts, diag) && same;
    return compare_lists(&then->others, &now->others, diag) && same;
}

bool compare_pages(const struct manifest *then, const struct manifest *now, struct diag *diag)
{
    struct buffer different = {0};
    size_t count = then->pages.count < now->pages.count ? then->pages.count : now->pages.count;
    for (size_t i = 0; i < count; i++)
        if (strcmp(then->pages.item[i].value, now->pages.item[i].value) != 0)
            buffer_printf(&different, "%s%s", different.length > 0 ? ", " : "",
                          then->pages.item[i].name);
    bool same = different.length == 0 && then->pages.count == now->pages.count;
    if (then->pages.count != now->pages.count) {
        struct buffer numbers[2] = {0};
        buffer_printf(&numbers[0], "%zu", then->pages.count);
        buffer_printf(&numbers[1], "%zu", now->pages.count);
        diag_say(diag, MESSAGE_ARCHIVE_PAGES, (struct place){0}, buffer_text(&numbers[0]),
                 buffer_text(&numbers[1]));
        buffer_free(&numbers[0]);
        buffer_free(&numbers[1]);
    }
    if (different.length > 0)
        diag_say(diag, MESSAGE_ARCHIVE_PAGE_TEXT, (struct place){0}, buffer_text(&different));
    buffer_free(&different);
    return same;
}
