#include "start/schemes.h"

#include <string.h>

#include "base/decimal.h"
#include "source/file.h"
#include "source/folder.h"

static const char *year_file(struct arena *arena, int64_t year)
{
    return arena_printf(arena, "%lld.yaml", (long long)year);
}

/* frameworks/ beside the folder of the edition. */
static const char *beside(struct arena *arena, const struct start_setup *setup)
{
    const char *real = file_real(arena, setup->folder);
    return file_beside(arena, real, "frameworks");
}

static const char *own(struct arena *arena, const struct start_setup *setup)
{
    return file_join(arena, setup->data, "input/frameworks");
}

/* "2568, 2569" of all schemes that could be taken. */
static const char *years_known(struct arena *arena, const struct start_setup *setup)
{
    static const char *const ends[] = {".yaml", NULL};
    const char *folders[] = {beside(arena, setup), own(arena, setup)};
    const char *all = "";
    for (size_t f = 0; f < 2; f++) {
        struct folder_files files = folder_list(arena, folders[f], ends);
        for (size_t i = 0; i < files.count; i++) {
            const char *name = file_name(files.path[i]);
            const char *stem = arena_copy(arena, name, strcspn(name, "."));
            if (strstr(all, stem) == NULL)
                all = arena_printf(arena, "%s%s%s", all, *all != '\0' ? ", " : "", stem);
        }
    }
    return *all != '\0' ? all : "-";
}

/* The path of the file to take, or NULL after reporting that there is none. */
static const char *find_path(struct arena *arena, const struct start_setup *setup,
                             struct diag *diag)
{
    if (setup->scheme != NULL)
        return setup->scheme;
    const char *name = year_file(arena, setup->year);
    const char *near = file_join(arena, beside(arena, setup), name);
    const char *of_program = file_join(arena, own(arena, setup), name);
    if (file_is_ordinary(near))
        return near;
    if (file_is_ordinary(of_program))
        return of_program;
    diag_say(diag, MESSAGE_START_NO_SCHEME, (struct place){0},
             arena_printf(arena, "%lld", (long long)setup->year), years_known(arena, setup));
    return NULL;
}

/* Whether a scheme is where editions beside each other share it. */
static bool is_near(struct arena *arena, const struct start_setup *setup, const char *path)
{
    const char *parent = file_beside(arena, file_real(arena, setup->folder), ".");
    return file_is_below(parent, file_real(arena, path));
}

bool start_find_scheme(struct arena *arena, const struct start_setup *setup, struct kept *schemes,
                       struct sources *sources, struct diag *diag, struct start_scheme *out)
{
    *out = (struct start_scheme){.path = find_path(arena, setup, diag)};
    if (out->path == NULL)
        return false;
    size_t before = diag_count(diag, DIAG_ERROR);
    out->loan = kept_borrow(schemes, out->path, (struct place){0}, sources, diag);
    out->thing = kept_thing(out->loan);
    if (out->thing == NULL || diag_count(diag, DIAG_ERROR) > before)
        return false;
    const struct whole *year = &out->thing->fiscal_year;
    if (setup->year != 0 && year->value != setup->year) {
        diag_say(diag, MESSAGE_START_OTHER_YEAR, year->place,
                 arena_printf(arena, "%lld", (long long)year->value),
                 arena_printf(arena, "%lld", (long long)setup->year));
        return false;
    }
    out->is_copied = !is_near(arena, setup, out->path);
    out->named = out->is_copied ? "framework.yaml"
                                : file_relative(arena, file_real(arena, setup->folder),
                                                file_real(arena, out->path));
    return true;
}
