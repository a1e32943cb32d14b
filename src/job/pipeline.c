/*
 * The table of docs/design.md in code: each stage takes the products before it and makes one of its
 * own. A stage reports all it finds wrong; between stages the run stops if there was an error.
 */
#include "job/pipeline.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "layout/layout.h"
#include "source/file.h"

const char *const pipeline_stage_name[PIPELINE_STAGES + 1] = {"node", "edition", "figures", "doc",
                                                              "flow", "lines",   "pages",   NULL};

enum {
    NUMBER_ROUNDS = 4, /* of composing, for the numbers of references */
    PAGE_ROUNDS = 4    /* of composing and laying out, for their pages */
};

static bool make_edition(struct pipeline *pipeline, const struct pipeline_setup *setup)
{
    pipeline->edition = edition_load(setup->edition, setup->sources, pipeline->diag);
    return pipeline->edition != NULL;
}

/* The edition that this one is compared with, if it names one. */
static bool make_earlier(struct pipeline *pipeline, const struct pipeline_setup *setup)
{
    const struct text *previous = &pipeline->edition->profile.previous;
    if (previous->bytes == NULL)
        return true;
    const char *folder = file_join(pipeline->arena, setup->edition, previous->bytes);
    if (!file_is_folder(folder)) {
        diag_say(pipeline->diag, MESSAGE_NO_PREVIOUS, previous->place, folder);
        return false;
    }
    pipeline->earlier_edition = edition_load_earlier(folder, setup->sources, pipeline->diag);
    if (pipeline->earlier_edition == NULL)
        return false;
    pipeline->earlier = figures_derive(pipeline->earlier_edition);
    return pipeline->earlier != NULL;
}

static bool make_figures(struct pipeline *pipeline, const struct pipeline_setup *setup)
{
    pipeline->figures = figures_derive(pipeline->edition);
    return pipeline->figures != NULL && make_earlier(pipeline, setup);
}

/* A bare name is a layout of the program's; anything with a slash or an ending is a file. */
const char *pipeline_layout(const struct pipeline *pipeline, const struct pipeline_setup *setup)
{
    struct arena *arena = pipeline->arena;
    const char *named = pipeline->edition->profile.layout.bytes;
    const char *name = setup->layout != NULL ? setup->layout : named;
    if (strchr(name, '/') == NULL && strchr(name, '.') == NULL) {
        const char *folder = file_join(arena, setup->data, "layouts");
        return file_join(arena, folder, arena_printf(arena, "%s.yaml", name));
    }
    if (setup->layout != NULL)
        return setup->layout;
    return file_join(arena, setup->edition, named);
}

/* A draft's time: the setup's epoch, or when the newest of its files was changed. */
static int64_t draft_seconds(const struct pipeline_setup *setup)
{
    return setup->has_epoch ? setup->epoch : sources_newest(setup->sources);
}

/* Composes until the texts say the numbers that their references have. */
static struct doc *compose_numbers(struct pipeline *pipeline, struct compose_setup *setup)
{
    struct doc *before = NULL;
    for (int round = 1;; round++) {
        struct doc *doc = doc_compose(pipeline->layout, pipeline->edition, pipeline->figures, setup,
                                      pipeline->diag);
        doc_free(before);
        if (doc == NULL || round == NUMBER_ROUNDS || doc_numbers_settled(doc))
            return doc;
        before = doc;
        setup->reference = doc->reference;
    }
}

/* known: what references say, or NULL before there are pages. Composing reads the images; where one
 * is newer than all else, a draft is composed again with its time. */
static struct doc *compose(struct pipeline *pipeline, const struct pipeline_setup *setup,
                           const struct doc_reference *known)
{
    for (;;) {
        struct facts_draft draft = {draft_seconds(setup)};
        struct compose_setup compose = {.folder = setup->edition,
                                        .sources = setup->sources,
                                        .draft = setup->draft ? &draft : NULL,
                                        .previous = pipeline->earlier,
                                        .reference = known};
        struct doc *doc = compose_numbers(pipeline, &compose);
        if (doc == NULL || !setup->draft || draft_seconds(setup) == draft.seconds)
            return doc;
        doc_free(doc);
    }
}

static bool make_doc(struct pipeline *pipeline, const struct pipeline_setup *setup)
{
    const char *path = pipeline_layout(pipeline, setup);
    struct place from = {0};
    if (setup->layout == NULL)
        from = pipeline->edition->profile.layout.place;
    pipeline->layout = layout_load(path, from, setup->sources, pipeline->diag);
    if (pipeline->layout == NULL)
        return false;
    pipeline->doc = compose(pipeline, setup, NULL);
    return pipeline->doc != NULL;
}

static bool make_engine(struct pipeline *pipeline, const struct pipeline_setup *setup)
{
    const struct texts *terms = &pipeline->edition->profile.terms;
    const char **word = ARENA_NEW(pipeline->arena, const char *, terms->count + 2);
    struct place *place = ARENA_NEW(pipeline->arena, struct place, terms->count + 2);
    size_t count = 0;
    const struct text *names[] = {&pipeline->edition->profile.agency.name,
                                  &pipeline->edition->profile.agency.short_name};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (names[i]->bytes == NULL)
            continue;
        word[count] = names[i]->bytes;
        place[count++] = names[i]->place;
    }
    for (size_t i = 0; i < terms->count; i++) {
        word[count] = terms->item[i].bytes;
        place[count++] = terms->item[i].place;
    }
    const char *fonts = file_join(pipeline->arena, setup->data, "fonts");
    const char *dictionary = file_join(pipeline->arena, fonts, "thai.tri");
    const char *hyphens = file_join(pipeline->arena, fonts, "hyph_en_US.dic");
    struct text_setup engine = {
        .fonts_folder = fonts,
        .dictionary = file_exists(dictionary) ? dictionary : NULL,
        .compounds = file_join(pipeline->arena, setup->data, "layouts/compounds.txt"),
        .sources = setup->sources,
        .hyphens = pipeline->doc->hyphenate ? hyphens : NULL,
        .terms = word,
        .term_place = place,
        .terms_count = count};
    pipeline->engine = text_engine_new(&engine, pipeline->diag);
    return pipeline->engine != NULL;
}

/* The document's references with the pages they are on; NULL when its texts say so already. */
static const struct doc_reference *moved_references(struct pipeline *pipeline)
{
    struct diag *quiet = diag_new();
    const struct doc *doc = pipeline->doc;
    struct pages *pages = page_build(pipeline->engine, doc, quiet);
    struct doc_reference *known = ARENA_NEW(pipeline->arena, struct doc_reference, doc->references);
    bool moved = false;
    for (size_t i = 0; i < doc->references; i++) {
        known[i] = doc->reference[i];
        if (known[i].node != NULL)
            known[i].page = pages->node_page[known[i].node->id];
        moved |= known[i].page != doc->reference[i].page;
    }
    pages_free(pages);
    diag_free(quiet);
    return moved ? known : NULL;
}

/* Composes and lays out until the texts say the pages that references are on. */
static bool settle_pages(struct pipeline *pipeline, const struct pipeline_setup *setup)
{
    for (int round = 1;; round++) {
        const struct doc_reference *known = moved_references(pipeline);
        if (known == NULL)
            return true;
        if (round == PAGE_ROUNDS) {
            const struct doc_reference *said = pipeline->doc->reference;
            while (known->page == said->page)
                known++, said++;
            diag_say(pipeline->diag, MESSAGE_PAGE_UNSETTLED, said->node->place, said->name);
            return true;
        }
        struct doc *next = compose(pipeline, setup, known);
        doc_free(pipeline->doc);
        pipeline->doc = next;
        if (next == NULL)
            return false;
    }
}

static bool make_pages(struct pipeline *pipeline, const struct pipeline_setup *setup)
{
    if (pipeline->doc->asks_pages && !settle_pages(pipeline, setup))
        return false;
    pipeline->pages = page_build(pipeline->engine, pipeline->doc, pipeline->diag);
    return pipeline->pages != NULL;
}

struct step {
    enum pipeline_stage stage; /* made when the run goes at least so far */
    const char *name;
    bool (*make)(struct pipeline *pipeline, const struct pipeline_setup *setup);
};

static const struct step STEPS[] = {
    {STAGE_EDITION, "edition", make_edition}, {STAGE_FIGURES, "figures", make_figures},
    {STAGE_DOC, "document", make_doc},        {STAGE_FLOW, "fonts", make_engine},
    {STAGE_LINES, "pages", make_pages},
};

bool pipeline_run(struct pipeline *pipeline, const struct pipeline_setup *setup,
                  enum pipeline_stage until)
{
    pipeline->arena = arena_new();
    pipeline->diag = diag_new();
    for (size_t i = 0; i < sizeof STEPS / sizeof STEPS[0]; i++) {
        if (STEPS[i].stage > until)
            break;
        if (setup->watch != NULL)
            setup->watch(setup->watcher, STEPS[i].name);
        bool made = STEPS[i].make(pipeline, setup);
        if (!made || diag_failed(pipeline->diag))
            return false;
    }
    return true;
}

/* One YAML file as a tree. */
static void dump_file(struct pipeline *pipeline, struct sources *sources, const char *path,
                      struct buffer *out)
{
    const struct source *source = sources_read(sources, path, (struct place){0}, pipeline->diag);
    if (source == NULL)
        return;
    const struct node *tree = node_parse(pipeline->arena, source, pipeline->diag);
    buffer_printf(out, "# %s\n", file_name(path));
    if (tree != NULL)
        node_dump(tree, out);
}

static int is_yaml(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot != NULL && strcmp(dot, ".yaml") == 0;
}

bool pipeline_dump_nodes(struct pipeline *pipeline, const struct pipeline_setup *setup,
                         struct buffer *out)
{
    pipeline->arena = arena_new();
    pipeline->diag = diag_new();
    struct dirent **entry = NULL;
    int count =
        file_is_folder(setup->edition) ? scandir(setup->edition, &entry, is_yaml, alphasort) : -1;
    if (count < 0)
        dump_file(pipeline, setup->sources, setup->edition, out);
    for (int i = 0; i < count; i++) {
        const char *path = file_join(pipeline->arena, setup->edition, entry[i]->d_name);
        dump_file(pipeline, setup->sources, path, out);
        free(entry[i]);
    }
    free(entry);
    return !diag_failed(pipeline->diag);
}

void pipeline_dump(const struct pipeline *pipeline, enum pipeline_stage stage, struct buffer *out)
{
    switch (stage) {
    case STAGE_NODE:
    case PIPELINE_STAGES:
        break;
    case STAGE_EDITION:
        edition_dump(pipeline->edition, out);
        break;
    case STAGE_FIGURES:
        figures_dump(pipeline->figures, out);
        break;
    case STAGE_DOC:
        doc_dump(pipeline->doc, out);
        break;
    case STAGE_FLOW:
        page_dump_flow(pipeline->engine, pipeline->doc, pipeline->diag, out);
        break;
    case STAGE_LINES:
        page_dump_lines(pipeline->pages, out);
        break;
    case STAGE_PAGES:
        page_dump(pipeline->pages, out);
        break;
    }
}

int64_t pipeline_seconds(const struct pipeline *pipeline, const struct pipeline_setup *setup)
{
    if (setup->has_epoch)
        return setup->epoch;
    const struct day *day = &pipeline->edition->profile.date;
    return day->present ? date_seconds(day->date) : 0;
}

void pipeline_done(struct pipeline *pipeline)
{
    pages_free(pipeline->pages);
    doc_free(pipeline->doc);
    layout_free(pipeline->layout);
    figures_free(pipeline->earlier);
    edition_free(pipeline->earlier_edition);
    figures_free(pipeline->figures);
    edition_free(pipeline->edition);
    text_engine_free(pipeline->engine);
    diag_free(pipeline->diag);
    arena_free(pipeline->arena);
    *pipeline = (struct pipeline){0};
}
