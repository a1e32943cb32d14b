/* The next year's edition from this year's: its scheme, four patches, and the pictures that the texts show. */
#include "start/carry.h"

#include <string.h>

#include "source/file.h"
#include "start/made.h"
#include "start/schemes.h"

const struct scheme_question *carry_question(const struct carry *carry,
                                             const struct scheme_question *before)
{
    for (size_t i = 0; i < carry->match.after->questions; i++)
        if (carry->match.question[i] == before)
            return &carry->match.after->question[i];
    return NULL;
}

const struct scheme_indicator *carry_indicator(const struct carry *carry,
                                               const struct scheme_indicator *before)
{
    for (size_t i = 0; i < carry->match.after->indicators; i++)
        if (carry->match.indicator[i] == before)
            return &carry->match.after->indicator[i];
    return NULL;
}

/* ---- pictures ---- */

/* A file of the old folder into the new one, once. */
static void copy_picture(const struct carry *carry, struct start_made *made, const char *name)
{
    const char *path = file_inside(carry->arena, carry->from->folder, name);
    for (size_t i = 0; i < made->files; i++)
        if (strcmp(made->file[i].name, name) == 0)
            return;
    if (path != NULL && file_is_ordinary(path))
        start_add_copy(carry->arena, made, name, path, carry->diag);
}

/* What ![…](file "…") names. */
static void copy_named(const struct carry *carry, struct start_made *made, const char *text)
{
    for (const char *at = text; (at = strstr(at, "](")) != NULL;) {
        at += 2;
        size_t length = strcspn(at, ") \n");
        copy_picture(carry, made, arena_copy(carry->arena, at, length));
        at += length;
    }
}

static void copy_pictures(const struct carry *carry, struct start_made *made,
                          const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        copy_named(carry, made, node->text);
    for (size_t i = 0; i < node->count; i++)
        if (node->item[i]->parent == node)
            copy_pictures(carry, made, node->item[i]);
}

/* ---- files ---- */

static const struct {
    const char *name;
    void (*make)(const struct carry *carry, struct patch *patch);
} FILES[] = {{"edition.yaml", carry_edition},
             {"results.yaml", carry_results},
             {"analyses.yaml", carry_analyses},
             {"measures.yaml", carry_measures}};

static void make_file(const struct carry *carry, struct start_made *made, size_t index)
{
    for (size_t i = 0; i < carry->from->trees.count; i++) {
        const struct node *tree = carry->from->trees.tree[i];
        if (strcmp(file_name(tree->place.source->path), FILES[index].name) != 0 ||
            tree->kind != NODE_MAP)
            continue;
        struct patch patch = {.arena = carry->arena, .diag = carry->diag, .tree = tree};
        FILES[index].make(carry, &patch);
        size_t length;
        const char *bytes = patch_apply(&patch, &length);
        start_add_bytes(carry->arena, made, FILES[index].name, bytes, length);
        copy_pictures(carry, made, tree);
    }
}

/* ---- the scheme ---- */

/* Beside the old scheme, by its name with the new year: frameworks/2569.yaml, moit-2569.yaml. */
static const char *guess_scheme(struct arena *arena, const struct edition *from, int64_t year)
{
    const char *path = from->scheme->path;
    const char *old = arena_printf(arena, "%lld", (long long)from->profile.fiscal_year.value);
    const char *name = file_name(path);
    const char *at = strstr(name, old);
    if (at == NULL)
        return NULL;
    const char *guess = file_beside(arena, path,
                                    arena_printf(arena, "%.*s%lld%s", (int)(at - name), name,
                                                 (long long)year, at + strlen(old)));
    return file_is_ordinary(guess) ? guess : NULL;
}

/* Whether the two schemes are of one kind: half of the larger one's questions are in both. */
static bool is_of_kind(const struct scheme_match *match)
{
    size_t same = 0;
    for (size_t i = 0; i < match->after->questions; i++)
        same += match->question[i] != NULL;
    size_t more = match->after->questions > match->before->questions ? match->after->questions
                                                                     : match->before->questions;
    return 2 * same >= more;
}

static bool find_scheme(struct carry *carry, const struct start_setup *setup, struct kept *schemes,
                        struct sources *sources, struct start_scheme *scheme)
{
    struct start_setup with = *setup;
    if (with.scheme == NULL)
        with.scheme = guess_scheme(carry->arena, carry->from, setup->year);
    if (!start_find_scheme(carry->arena, &with, schemes, sources, carry->diag, scheme))
        return false;
    carry->framework = start_typed(carry->arena, scheme->named);
    carry->match = scheme_match(carry->arena, carry->from->scheme, scheme->thing);
    if (setup->scheme != NULL || is_of_kind(&carry->match))
        return true;
    diag_say(carry->diag, MESSAGE_START_OTHER_KIND, (struct place){0}, scheme->path);
    return false;
}

/* ---- all ---- */

/* The edition to go on from; false after reporting. */
static bool load_from(struct carry *carry, const struct start_setup *setup, struct kept *schemes,
                      struct sources *sources, struct start_made *made)
{
    struct edition_setup load = {
        .folder = setup->from, .schemes = schemes, .sources = sources, .scores_may_miss = true};
    size_t before = diag_count(carry->diag, DIAG_ERROR), mark = diag_mark(carry->diag);
    made->from = edition_load(&load, carry->diag);
    carry->from = made->from;
    if (diag_count(carry->diag, DIAG_ERROR) > before)
        return false;
    diag_rewind(carry->diag, mark); /* its warnings are its own */
    return true;
}

bool start_carry(struct arena *arena, const struct start_setup *setup, struct kept *schemes,
                 struct sources *sources, struct diag *diag, struct start_made *out)
{
    *out = (struct start_made){0};
    struct carry carry = {.arena = arena, .diag = diag, .folder = setup->folder};
    if (!load_from(&carry, setup, schemes, sources, out))
        return false;
    int64_t old = carry.from->profile.fiscal_year.value;
    struct start_setup now = *setup;
    now.year = setup->year != 0 ? setup->year : old + 1;
    carry.shift = now.year - old;
    carry.marks = arena_printf(arena, "<<%s>>", diag_phrase(MESSAGE_START_MARK, DIAG_THAI));
    if (carry.shift <= 0) {
        diag_say(diag, MESSAGE_START_NOT_LATER, carry.from->profile.fiscal_year.place,
                 arena_printf(arena, "%lld", (long long)now.year),
                 arena_printf(arena, "%lld", (long long)old));
        return false;
    }
    struct start_scheme scheme;
    bool fine = find_scheme(&carry, &now, schemes, sources, &scheme);
    out->loan = scheme.loan;
    if (fine && scheme.is_copied)
        fine = start_add_copy(arena, out, scheme.named, scheme.path, diag);
    size_t before = diag_count(diag, DIAG_ERROR);
    for (size_t i = 0; fine && i < sizeof FILES / sizeof *FILES; i++)
        make_file(&carry, out, i);
    const struct text *emblem = &carry.from->profile.emblem;
    if (fine && emblem->bytes != NULL)
        copy_picture(&carry, out, emblem->bytes);
    out->year = now.year;
    out->match = carry.match;
    out->questions = fine ? carry.match.after->questions : 0;
    return fine && diag_count(diag, DIAG_ERROR) == before;
}
