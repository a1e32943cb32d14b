/*
 * edition.c - the whole edition from its files, in one reading order.
 *
 * edition.yaml first (it names the scheme), then the scheme, then the three files that refer to it.
 * A file that cannot be read does not keep the others from being read and reported; only references
 * are left alone when there is no scheme to check them against.
 */
#include "edition/edition.h"

#include <string.h>

#include "base/decimal.h"
#include "base/limits.h"
#include "edition/load.h"
#include "source/file.h"
#include "source/folder.h"
#include "source/sources.h"

/* The scheme that edition.yaml names; an empty one where there is none. */
static const struct scheme *borrow_scheme(struct loader *loader)
{
    static const struct scheme none = {0};
    const struct text *named = &loader->edition->profile.framework;
    if (!named->bytes || !named->place.source)
        return &none;
    struct arena *arena = loader->reader.arena;
    const char *path = file_beside(arena, named->place.source->path, named->bytes);
    struct kept_loan *loan = kept_borrow(loader->setup->schemes, path, named->place,
                                         loader->setup->sources, loader->reader.diag);
    loader->edition->scheme_loan = loan;
    const struct scheme *scheme = kept_thing(loan);
    return scheme ? scheme : &none;
}

static void take_scheme(struct loader *loader, const struct scheme *scheme)
{
    loader->edition->scheme = scheme;
    loader->resolves = scheme->questions > 0;
    edition_make_things(loader->edition);
}

static void check_year(struct loader *loader)
{
    const struct whole *edition = &loader->edition->profile.fiscal_year;
    const struct whole *scheme = &loader->edition->scheme->fiscal_year;
    if (!edition->present || !scheme->present || edition->value == scheme->value)
        return;
    diag_say(loader->reader.diag, MESSAGE_YEAR_DIFFERS, edition->place,
             load_number(loader, edition->value), load_number(loader, scheme->value));
}

static bool has_file(const struct loader *loader, const char *name)
{
    return sources_exists(loader->setup->sources,
                          file_join(loader->reader.arena, loader->edition->folder, name));
}

/* A folder inside that is an edition, or NULL. */
static const char *edition_inside(struct arena *arena, const char *folder)
{
    struct folder_files files = folder_list(arena, folder, NULL);
    for (size_t i = files.count; i > 0; i--) /* the last is the newest year */
        if (file_exists(file_join(arena, files.path[i - 1], "edition.yaml")))
            return files.path[i - 1];
    return NULL;
}

/* Whether there is anything to read; false after reporting, once for all files of the folder. */
static bool is_there(const struct loader *loader)
{
    struct arena *arena = loader->reader.arena;
    struct diag *diag = loader->reader.diag;
    const char *folder = loader->edition->folder;
    const struct place none = {0};
    if (has_file(loader, "edition.yaml") || file_exists(file_join(arena, folder, "edition.yml")))
        return true;
    const char *inside = edition_inside(arena, folder);
    if (inside != NULL)
        diag_say(diag, MESSAGE_EDITION_INSIDE, none, folder, inside);
    else if (file_is_folder(folder))
        diag_say(diag, MESSAGE_EDITION_NONE, none, folder);
    else if (file_exists(folder))
        diag_say(diag, MESSAGE_EDITION_IS_FILE, none, folder);
    else
        diag_say(diag, MESSAGE_EDITION_NO_FOLDER, none, folder);
    return false;
}

static void check_path(const struct loader *loader, const struct text *path)
{
    if (path->bytes == NULL || path->bytes[0] != '/' || path->place.source == NULL)
        return;
    struct arena *arena = loader->reader.arena;
    const char *folder = file_beside(arena, path->place.source->path, ".");
    diag_say(loader->reader.diag, MESSAGE_PATH_ABSOLUTE, path->place, path->bytes,
             file_relative(arena, folder, path->bytes));
}

/* Warns of paths that hold on this machine only. */
static void check_paths(const struct loader *loader)
{
    const struct edition_profile *edition = &loader->edition->profile;
    const struct text *const paths[] = {&edition->framework, &edition->layout, &edition->previous};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        check_path(loader, paths[i]);
    for (size_t i = 0; i < edition->earlier.count; i++)
        check_path(loader, &edition->earlier.item[i]);
}

/* What `previous` names is the first of `earlier` where both are given, and these are not without end. */
static void check_earlier(const struct loader *loader)
{
    const struct edition_profile *profile = &loader->edition->profile;
    const struct texts *earlier = &profile->earlier;
    struct arena *arena = loader->reader.arena;
    if (earlier->count > LIMIT_EARLIER)
        diag_say(loader->reader.diag, MESSAGE_LIMIT_EARLIER, earlier->item[LIMIT_EARLIER].place,
                 arena_printf(arena, "%d", LIMIT_EARLIER));
    if (earlier->count > 0 && profile->previous.bytes != NULL &&
        strcmp(earlier->item[0].bytes, profile->previous.bytes) != 0)
        diag_say(loader->reader.diag, MESSAGE_PREVIOUS_NOT_FIRST, profile->previous.place,
                 profile->previous.bytes, earlier->item[0].bytes);
}

struct texts edition_earlier(const struct edition_profile *profile)
{
    if (profile->earlier.count > 0 || profile->previous.bytes == NULL)
        return profile->earlier;
    return (struct texts){(struct text *)&profile->previous, 1};
}

/* The files of an edition by their keys. */
static const struct record_file FILES[] = {{"edition.yaml", &profile_record},
                                           {"results.yaml", &results_record},
                                           {"analyses.yaml", &analyses_record},
                                           {"measures.yaml", &measures_record},
                                           {0}};

struct edition *edition_load(const struct edition_setup *setup, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct edition *edition = ARENA_NEW(arena, struct edition, 1);
    edition->arena = arena;
    edition->folder = arena_string(arena, setup->folder);
    struct loader loader = {
        .edition = edition,
        .reader = {.arena = arena, .diag = diag, .document = "docs/input.md", .files = FILES},
        .setup = setup};
    if (!is_there(&loader)) {
        take_scheme(&loader, borrow_scheme(&loader));
        return edition;
    }
    profile_load(&loader);
    check_paths(&loader);
    check_earlier(&loader);
    take_scheme(&loader, borrow_scheme(&loader));
    check_year(&loader);
    evidence_link(&loader);
    data_load(&loader);
    results_load(&loader);
    if (!setup->results_suffice || has_file(&loader, "analyses.yaml"))
        analyses_load(&loader);
    if (!setup->results_suffice || has_file(&loader, "measures.yaml"))
        measures_load(&loader);
    return edition;
}

void edition_free(struct edition *edition)
{
    if (edition == NULL)
        return;
    kept_return(edition->scheme_loan);
    arena_free(edition->arena);
}

struct scheme_levels edition_levels(const struct edition *edition)
{
    struct scheme_levels levels = edition->scheme->levels;
    if (edition->profile.letters > 0) {
        levels.letter = edition->profile.letter;
        levels.letters = edition->profile.letters;
    }
    return levels;
}

const struct whole *edition_respondents(const struct edition *edition,
                                        const struct scheme_instrument *instrument, size_t slot)
{
    return instrument->parts > 0 ? &edition->part[instrument->part[slot].index].respondents
                                 : &edition->instrument[instrument->index].respondents;
}

const struct record *edition_record(const char *name)
{
    static const struct record *const records[] = {&profile_record, &scheme_record, &results_record,
                                                   &analyses_record, &measures_record};
    for (size_t i = 0; i < sizeof records / sizeof records[0]; i++)
        if (strcmp(records[i]->name, name) == 0)
            return records[i];
    return NULL;
}

const struct node *load_beside(struct loader *loader, const char *name)
{
    const char *path = file_join(loader->reader.arena, loader->edition->folder, name);
    const struct source *source =
        sources_read(loader->setup->sources, path, (struct place){0}, loader->reader.diag);
    if (!source)
        return NULL;
    const struct node *tree = node_parse(loader->reader.arena, source, loader->reader.diag);
    if (tree)
        node_trees_add(loader->reader.arena, &loader->edition->trees, tree);
    return tree;
}

const char *load_number(struct loader *loader, int64_t number)
{
    return arena_printf(loader->reader.arena, "%lld", (long long)number);
}

bool load_score_check(struct loader *loader, const struct decimal *score)
{
    int64_t full = loader->edition->scheme->full_score.hundredths;
    if (!score->present || full <= 0 || (score->hundredths >= 0 && score->hundredths <= full))
        return true;
    diag_say(loader->reader.diag,
             score->hundredths < 0 ? MESSAGE_SCORE_NEGATIVE : MESSAGE_SCORE_RANGE, score->place,
             decimal_two(loader->reader.arena, score->hundredths),
             decimal_two(loader->reader.arena, full));
    return false;
}

bool load_score(struct loader *loader, const struct node *node, struct decimal *out)
{
    return record_decimal(&loader->reader, node, 0, 0, out) && load_score_check(loader, out);
}

const char *load_part_names(struct loader *loader, const struct scheme_instrument *instrument)
{
    const char *names = "";
    for (size_t p = 0; p < instrument->parts; p++)
        names = arena_printf(loader->reader.arena, "%s%s%s", names, p > 0 ? ", " : "",
                             instrument->part[p].id.bytes);
    return names;
}
