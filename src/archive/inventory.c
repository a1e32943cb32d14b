/*
 * A file of the edition's folder keeps the name it was read by, even where that is a symbolic link; all
 * other names come from real paths. A file outside the edition's folder keeps what follows the nearest
 * folder that both share; the folders between have the same names everywhere, whatever their names are
 * here. A layout that is not the program's includes files by paths from its own folder, so then all
 * layout files are named that way.
 */
#include "archive/inventory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "source/file.h"

struct roots {
    struct arena *arena;
    const char *layouts; /* real paths that end with a slash */
    const char *words;
    const char *edition;
    const char *folder; /* the edition's as it was named, ending with a slash; "" for "." */
    const char *name;   /* of the edition's folder, ending with a slash */
    int depth;          /* folders in that name */
    bool foreign;       /* the layout is not the program's */
};

static const char *real_path(struct arena *arena, const char *path, const char *ending)
{
    char *real = realpath(path, NULL);
    const char *kept = arena_printf(arena, "%s%s", real != NULL ? real : path, ending);
    free(real);
    return kept;
}

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* A tidy path from the edition's folder on; NULL for a file outside it. */
static const char *inside(const struct roots *roots, const char *path)
{
    if (!starts_with(path, roots->folder))
        return NULL;
    const char *rest = path + strlen(roots->folder);
    bool leaves = rest[0] == '/' || starts_with(rest, "../") || strstr(rest, "/../") != NULL;
    return leaves ? NULL : rest;
}

/* How many folders above the edition's the nearest common one is; *rest is what follows it. */
static int climb(const struct roots *roots, const char *path, const char **rest)
{
    size_t common = 0;
    for (size_t i = 0; path[i] != '\0' && path[i] == roots->edition[i]; i++)
        if (path[i] == '/')
            common = i + 1;
    int up = 0;
    for (const char *c = roots->edition + common; *c != '\0'; c++)
        up += *c == '/';
    *rest = path + common;
    return up;
}

/* The first folders of a name, each with its slash. */
static const char *first_folders(struct arena *arena, const char *name, int count)
{
    const char *c = name;
    for (int left = count; left > 0; c++)
        left -= *c == '/';
    return arena_copy(arena, name, (size_t)(c - name));
}

/* The name of a file that belongs to the program: its words, and its layouts unless another layout
 * refers to them by its own place. NULL for other files. */
static const char *program_name(const struct roots *roots, const char *real)
{
    if (starts_with(real, roots->words))
        return arena_printf(roots->arena, "words/%s", real + strlen(roots->words));
    if (starts_with(real, roots->layouts) && !roots->foreign)
        return arena_printf(roots->arena, "layouts/%s", real + strlen(roots->layouts));
    return NULL;
}

static const char *name_of(const struct roots *roots, const char *path)
{
    const char *real = real_path(roots->arena, path, "");
    const char *programs = program_name(roots, real);
    if (programs != NULL)
        return programs;
    const char *rest = inside(roots, path);
    if (rest != NULL)
        return arena_printf(roots->arena, "%s%s", roots->name, rest);
    int up = climb(roots, real, &rest);
    assert(up <= roots->depth);
    return arena_printf(roots->arena, "%s%s",
                        first_folders(roots->arena, roots->name, roots->depth - up), rest);
}

/* The edition's folder is as deep as the farthest file needs it, and at least one below input/. */
static void find_depth(struct roots *roots, const struct sources *sources, int64_t year)
{
    size_t count = 0;
    const struct sources_file *file = sources_files(sources, &count);
    int most = 1;
    for (size_t i = 0; i < count; i++) {
        const char *rest = NULL;
        const char *real = real_path(roots->arena, file[i].path, "");
        bool is_near = program_name(roots, real) != NULL || inside(roots, file[i].path) != NULL;
        int up = is_near ? 0 : climb(roots, real, &rest);
        most = up > most ? up : most;
    }
    const char *name = "input/";
    for (int i = 1; i < most; i++)
        name = arena_printf(roots->arena, "%sfolder/", name);
    roots->name = arena_printf(roots->arena, "%s%lld/", name, (long long)year);
    roots->depth = most + 1;
}

static int compare_files(const void *one, const void *two)
{
    return strcmp(((const struct inventory_file *)one)->name,
                  ((const struct inventory_file *)two)->name);
}

static size_t drop_repeated(struct inventory_file *file, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strcmp(file[kept - 1].name, file[i].name) != 0)
            file[kept++] = file[i];
    return kept;
}

struct inventory inventory_gather(struct arena *arena, const struct sources *sources,
                                  const struct inventory_setup *setup)
{
    struct roots roots = {.arena = arena,
                          .layouts =
                              real_path(arena, file_join(arena, setup->data, "layouts"), "/"),
                          .words = real_path(arena, file_join(arena, setup->data, "words"), "/"),
                          .edition = real_path(arena, setup->edition, "/"),
                          .folder = file_join(arena, setup->edition, "")};
    roots.foreign = !starts_with(real_path(arena, setup->layout, ""), roots.layouts);
    find_depth(&roots, sources, setup->year);
    size_t count = 0;
    const struct sources_file *read = sources_files(sources, &count);
    struct inventory inventory = {.file = ARENA_NEW(arena, struct inventory_file, count + 1),
                                  .edition = arena_copy(arena, roots.name, strlen(roots.name) - 1),
                                  .layout = name_of(&roots, setup->layout)};
    const char *framework = name_of(&roots, setup->framework);
    const char *results = arena_printf(arena, "%sresults.yaml", roots.name);
    for (size_t i = 0; i < count; i++) {
        const char *name = name_of(&roots, read[i].path);
        bool is_data = strcmp(name, framework) == 0 || strcmp(name, results) == 0;
        inventory.file[i] = (struct inventory_file){name, read[i].source, is_data};
    }
    qsort(inventory.file, count, sizeof *inventory.file, compare_files);
    inventory.count = drop_repeated(inventory.file, count);
    return inventory;
}
