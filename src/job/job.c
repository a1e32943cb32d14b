/*
 * The table of docs/design.md in code: each stage takes the products before it and makes one of its
 * own. A stage reports all it finds wrong; between stages the run stops if there was an error.
 *
 * A document says things that are known only when it is made: the numbers and pages of its own
 * blocks, and in a draft the time of the newest file that it was made from. So it is made with what
 * is known, and again while what it says is not so; pages are made only when all else is right. The
 * messages of a document that is made again are dropped.
 */
#include "job/job.h"

#include <string.h>
#include <strings.h>

#include "audit/audit.h"
#include "base/digit.h"
#include "base/nearest.h"
#include "claims/claims.h"
#include "claims/vocabulary.h"
#include "facts/facts.h"
#include "layout/layout.h"
#include "source/file.h"
#include "source/folder.h"

/* Made so often at most; what is still wrong then stays. */
enum {
    MOST_DOCUMENTS = 4, /* for the numbers of references, with the same pages */
    MOST_PAGES = 4      /* for their pages */
};

/* An edition; of an earlier one the results suffice, and have to be whole. */
static struct edition *load(const struct job *job, const char *folder, bool is_earlier)
{
    bool may_miss = !is_earlier && (job->setup.draft || job->setup.lists_all);
    struct edition_setup setup = {.folder = folder,
                                  .schemes = job->setup.session->schemes,
                                  .sources = job->sources,
                                  .results_suffice = is_earlier,
                                  .scores_may_miss = may_miss};
    return edition_load(&setup, job->diag);
}

/* False after reporting that the program's own data is not where it was looked for. A kept report that is made again has
 * no layouts of the program's if it uses none, but always its words. */
static bool has_data(const struct job *job)
{
    const struct session *session = job->setup.session;
    if (file_is_folder(file_join(job->arena, session->data, "layouts")) ||
        file_is_folder(file_join(job->arena, session->data, "words")))
        return true;
    diag_say(job->diag, MESSAGE_DATA_NONE, (struct place){0},
             session->searched != NULL ? session->searched : session->data);
    return false;
}

static bool make_edition(struct job *job)
{
    if (!has_data(job))
        return false;
    job->edition = load(job, job->setup.edition, job->setup.results_suffice);
    return !diag_failed(job->diag);
}

/* Whether an edition is of the same year as one of those before it in the list. */
static bool is_year_known(const struct job *job, size_t index)
{
    int64_t year = job->earlier_edition[index]->profile.fiscal_year.value;
    for (size_t i = 0; i < index; i++)
        if (job->earlier_edition[i]->profile.fiscal_year.value == year)
            return true;
    return false;
}

/* One earlier edition, with its figures; from: where it is named. */
static bool add_earlier(struct job *job, const char *folder, struct place from)
{
    if (!file_is_folder(folder)) {
        diag_say(job->diag, MESSAGE_NO_PREVIOUS, from, folder);
        return false;
    }
    size_t index = job->earlier.count;
    struct edition *edition = load(job, folder, true);
    job->earlier_edition[job->earlier_editions++] = edition;
    if (diag_failed(job->diag))
        return false;
    job->earlier.item[job->earlier.count++] = figures_derive(edition);
    if (is_year_known(job, index))
        diag_say(job->diag, MESSAGE_EARLIER_SAME_YEAR, from, folder,
                 arena_printf(job->arena, "%d", (int)edition->profile.fiscal_year.value));
    return !diag_failed(job->diag);
}

/* The editions that this one is compared with, if it names any. */
static bool make_earlier(struct job *job)
{
    struct texts named = edition_earlier(&job->edition->profile);
    size_t room = named.count + 1;
    job->earlier_edition = ARENA_NEW(job->arena, struct edition *, room);
    job->earlier.item = ARENA_NEW(job->arena, const struct figures *, room);
    if (job->setup.earlier != NULL)
        return add_earlier(job, job->setup.earlier, (struct place){0});
    for (size_t i = 0; i < named.count; i++)
        if (!add_earlier(job, file_join(job->arena, job->setup.edition, named.item[i].bytes),
                         named.item[i].place))
            return false;
    return true;
}

const struct figures *job_previous(const struct job *job)
{
    return job->earlier.count > 0 ? job->earlier.item[0] : NULL;
}

static bool make_figures(struct job *job)
{
    job->figures = figures_derive(job->edition);
    return job->figures != NULL && make_earlier(job);
}

/* A bare name is a layout of the program's; anything with a slash or an ending is a file. */
const char *job_layout_path(const struct job *job)
{
    struct arena *arena = job->arena;
    const char *named = job->edition->profile.layout.bytes;
    const char *name = job->setup.layout != NULL ? job->setup.layout : named;
    if (strchr(name, '/') == NULL && strchr(name, '.') == NULL) {
        const char *folder = file_join(arena, job->setup.session->data, "layouts");
        return file_join(arena, folder, arena_printf(arena, "%s.yaml", name));
    }
    if (job->setup.layout != NULL)
        return job->setup.layout;
    return file_join(arena, job->setup.edition, named);
}

/* ---- the document ---- */

/* A draft's time: the setup's epoch, or when the newest of its files was changed. */
static int64_t draft_seconds(const struct job *job)
{
    return job->setup.has_epoch ? job->setup.epoch : sources_newest(job->sources);
}

/* False after reporting that the program has no layout of that name. */
static bool has_layout(const struct job *job, const char *path, struct place from)
{
    static const struct nearest_messages messages = {MESSAGE_LAYOUT_NONE_NEAR, MESSAGE_LAYOUT_NONE};
    static const char *const ends[] = {".yaml", NULL};
    struct arena *arena = job->arena;
    const char *named =
        job->setup.layout != NULL ? job->setup.layout : job->edition->profile.layout.bytes;
    if (strpbrk(named, "/.") != NULL || file_exists(path))
        return true;
    struct folder_files files = folder_list(arena, file_beside(arena, path, "."), ends);
    const char **names = ARENA_NEW(arena, const char *, files.count);
    for (size_t i = 0; i < files.count; i++) {
        const char *name = file_name(files.path[i]);
        names[i] = arena_copy(arena, name, strcspn(name, "."));
    }
    nearest_say(job->diag, from, named, messages, names, files.count);
    return false;
}

bool job_open_layout(struct job *job)
{
    if (job->layout != NULL)
        return true;
    const char *path = job_layout_path(job);
    struct place from = {0};
    if (job->setup.layout == NULL)
        from = job->edition->profile.layout.place;
    if (!has_layout(job, path, from))
        return false;
    job->layout_loan =
        kept_borrow(job->setup.session->layouts, path, from, job->sources, job->diag);
    job->layout = kept_thing(job->layout_loan);
    job->settling.mark = diag_mark(job->diag);
    return job->layout != NULL;
}

static struct doc *compose(const struct job *job)
{
    struct facts_draft draft = {job->settling.draft_seconds};
    struct compose_setup compose = {.folder = job->setup.edition,
                                    .sources = job->sources,
                                    .draft = job->setup.draft ? &draft : NULL,
                                    .earlier = job->earlier,
                                    .reference = job->settling.reference};
    return doc_compose(job->layout, job->edition, job->figures, &compose, job->diag);
}

/* Composing reads the images, one of which may be newer than all other files. */
static bool make_doc(struct job *job)
{
    if (!job_open_layout(job))
        return false;
    struct job_settling *settling = &job->settling;
    diag_rewind(job->diag, settling->mark);
    settling->draft_seconds = draft_seconds(job);
    struct doc *doc = compose(job);
    pages_free(job->pages);
    doc_free(job->doc); /* what is known of references was in it */
    job->pages = NULL;
    job->doc = doc;
    if (doc == NULL)
        return false;
    settling->reference = doc->reference;
    bool is_right = doc_numbers_settled(doc) || ++settling->documents == MOST_DOCUMENTS;
    settling->again =
        !is_right || (job->setup.draft && settling->draft_seconds != draft_seconds(job));
    return true;
}

/* ---- the pages ---- */

/* The fonts and words, for the terms of the edition. */
static bool open_text(struct job *job)
{
    if (job->engine != NULL)
        return true;
    const struct texts *terms = &job->edition->profile.terms;
    const char **word = ARENA_NEW(job->arena, const char *, terms->count + 2);
    size_t count = 0;
    const struct text *names[] = {&job->edition->profile.agency.name,
                                  &job->edition->profile.agency.short_name};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i]->bytes != NULL)
            word[count++] = names[i]->bytes;
    for (size_t i = 0; i < terms->count; i++)
        word[count++] = terms->item[i].bytes;
    const struct session *session = job->setup.session;
    job->text_loan =
        kept_borrow(session->texts, session->data, (struct place){0}, job->sources, job->diag);
    struct text_setup setup = {.resources = kept_thing(job->text_loan),
                               .hyphenate = job->doc->hyphenate,
                               .terms = word,
                               .terms_count = count};
    if (setup.resources != NULL)
        job->engine = text_engine_new(&setup);
    return job->engine != NULL;
}

/* The first reference whose page the document does not say as it is now; NULL: there is none. The
 * next document is made with the pages as they are. */
static const struct doc_reference *find_moved(struct job *job)
{
    const struct doc *doc = job->doc;
    const struct doc_reference *moved = NULL;
    struct doc_reference *reference = ARENA_NEW(job->arena, struct doc_reference, doc->references);
    for (size_t i = 0; i < doc->references; i++) {
        reference[i] = doc->reference[i];
        if (reference[i].node != NULL)
            reference[i].page = job->pages->node_page[reference[i].node->id];
        if (moved == NULL && reference[i].page != doc->reference[i].page)
            moved = &doc->reference[i];
    }
    job->settling.reference = reference;
    return moved;
}

static bool make_pages(struct job *job)
{
    struct job_settling *settling = &job->settling;
    settling->again = false;
    if (!open_text(job))
        return false;
    if (job->doc->asks_pages)
        text_engine_keep_shaped(job->engine);
    job->pages = page_build(job->engine, job->doc, job->diag);
    const struct doc_reference *moved = job->doc->asks_pages ? find_moved(job) : NULL;
    if (moved == NULL)
        return true;
    settling->documents = 0;
    settling->again = ++settling->pages < MOST_PAGES;
    if (!settling->again)
        diag_say(job->diag, MESSAGE_PAGE_UNSETTLED, moved->node->place, moved->name);
    return true;
}

/* ---- the run ---- */

static const struct {
    const char *name;
    bool (*make)(struct job *job);
} STAGE[JOB_STAGES] = {
    [STAGE_EDITION] = {"edition", make_edition},
    [STAGE_FIGURES] = {"figures", make_figures},
    [STAGE_DOC] = {"doc", make_doc},
    [STAGE_PAGES] = {"pages", make_pages},
};

bool job_run(struct job *job, const struct job_setup *setup, enum job_stage until)
{
    *job = (struct job){
        .setup = *setup, .arena = arena_new(), .diag = diag_new(), .sources = sources_new()};
    for (size_t i = 0; i < setup->givens; i++)
        sources_give(job->sources, &setup->given[i]);
    enum job_stage stage = STAGE_EDITION;
    while (stage <= until) {
        if (setup->watch != NULL)
            setup->watch(setup->watcher, STAGE[stage].name);
        if (!STAGE[stage].make(job) || diag_failed(job->diag))
            return false;
        stage = job->settling.again ? STAGE_DOC : stage + 1;
    }
    return true;
}

/* The words of sentences, and what their placeholders print. */
static bool open_vocabulary(struct job *job)
{
    const struct session *session = job->setup.session;
    const char *path = file_join(job->arena, session->data, "words/claims.txt");
    kept_return(job->vocabulary_loan);
    job->vocabulary_loan =
        kept_borrow(session->vocabularies, path, (struct place){0}, job->sources, job->diag);
    return kept_thing(job->vocabulary_loan) != NULL;
}

/* All Thai words; NULL where set-up has not made their file. */
static const struct speller *open_speller(struct job *job)
{
    const struct session *session = job->setup.session;
    const char *path = file_join(job->arena, session->data, "fonts/thai.words");
    kept_return(job->speller_loan);
    job->speller_loan =
        kept_borrow(session->spellers, path, (struct place){0}, job->sources, job->diag);
    return kept_thing(job->speller_loan);
}

const struct value *job_facts(const struct job *job)
{
    const struct facts_setup setup = {.earlier = job->earlier, .references = value_none()};
    return facts_make(job->arena, job->edition, job->figures, &setup);
}

bool job_print_claims(struct job *job, enum diag_language language, struct buffer *out)
{
    if (!open_vocabulary(job))
        return false;
    struct claims_setup setup = {.edition = job->edition,
                                 .vocabulary = kept_thing(job->vocabulary_loan),
                                 .facts = job_facts(job),
                                 .passages = passages_collect(job->arena, job->edition, NULL)};
    struct claims claims = claims_read(job->arena, &setup, job->diag);
    claims_print(&claims, language, out);
    return true;
}

/* A folder's name with the year before in place of its year, in digits of either script; NULL: it has no year. */
static const char *name_before(struct arena *arena, const char *name, int64_t year)
{
    for (int script = DIGIT_WESTERN; script <= DIGIT_THAI; script++) {
        struct buffer now = {0}, before = {0};
        const char *text[] = {arena_printf(arena, "%lld", (long long)year),
                              arena_printf(arena, "%lld", (long long)year - 1)};
        digit_add_text(&now, text[0], strlen(text[0]), (enum digit_script)script);
        digit_add_text(&before, text[1], strlen(text[1]), (enum digit_script)script);
        const char *at = strstr(name, buffer_text(&now));
        const char *found = at == NULL ? NULL
                                       : arena_printf(arena, "%.*s%s%s", (int)(at - name), name,
                                                      buffer_text(&before), at + now.length);
        buffer_free(&now);
        buffer_free(&before);
        if (found != NULL)
            return found;
    }
    return NULL;
}

/* Where the edition of the year before would be: 2568 beside 2569, or 2568/agency beside 2569/agency. */
static const char *folder_before(struct job *job)
{
    struct arena *arena = job->arena;
    int64_t year = job->edition->profile.fiscal_year.value;
    const char *real = file_real(arena, job->setup.edition);
    const char *name = file_name(real);
    const char *parent = file_beside(arena, real, ".");
    const char *other = name_before(arena, name, year);
    if (other != NULL)
        return file_join(arena, parent, other);
    other = name_before(arena, file_name(parent), year);
    return other == NULL
               ? NULL
               : file_join(arena, file_join(arena, file_beside(arena, parent, "."), other), name);
}

static bool is_year_before(const struct edition *edition, const struct edition *now)
{
    const struct edition_profile *a = &edition->profile, *b = &now->profile;
    return a->fiscal_year.value + 1 == b->fiscal_year.value && a->agency.name.bytes != NULL &&
           b->agency.name.bytes != NULL && strcmp(a->agency.name.bytes, b->agency.name.bytes) == 0;
}

/* Looks for the edition of the year before, where none is named. What is wrong with it is not for this report to say. */
static void find_beside(struct job *job, struct diag *findings)
{
    const char *folder =
        job->earlier.count == 0 && job->beside.sources == NULL ? folder_before(job) : NULL;
    if (folder == NULL || !file_exists(file_join(job->arena, folder, "edition.yaml")))
        return;
    job->beside.sources = sources_new();
    struct edition_setup setup = {.folder = folder,
                                  .schemes = job->setup.session->schemes,
                                  .sources = job->beside.sources,
                                  .results_suffice = true};
    size_t mark = diag_mark(findings), errors = diag_count(findings, DIAG_ERROR);
    job->beside.edition = edition_load(&setup, findings);
    bool fine = diag_count(findings, DIAG_ERROR) == errors;
    diag_rewind(findings, mark);
    if (fine && is_year_before(job->beside.edition, job->edition))
        job->beside.figures = figures_derive(job->beside.edition);
}

bool job_audit(struct job *job, const char *names, struct diag *findings)
{
    const struct session *session = job->setup.session;
    const char *path = file_join(job->arena, session->data, "words/audit.txt");
    kept_return(job->audit_loan);
    job->audit_loan =
        kept_borrow(session->audit_words, path, (struct place){0}, job->sources, job->diag);
    struct audit_setup setup = {.edition = job->edition,
                                .figures = job->figures,
                                .layout = job->layout != NULL ? &job->layout->trees : NULL,
                                .wording = job->layout != NULL ? &job->layout->words : NULL,
                                .words = kept_thing(job->audit_loan),
                                .is_draft = job->setup.draft,
                                .names = names};
    if (setup.words == NULL || !open_vocabulary(job))
        return false;
    setup.vocabulary = kept_thing(job->vocabulary_loan);
    setup.speller = open_speller(job);
    setup.facts = job_facts(job);
    setup.earlier = job_previous(job);
    find_beside(job, findings);
    setup.before = setup.earlier != NULL ? setup.earlier : job->beside.figures;
    audit_run(&setup, findings);
    return true;
}

/* Whether an earlier style of the layout wants the same fonts. */
static bool is_wanted_before(const struct layout *layout, size_t style)
{
    const char *families = layout->style[style]->style.families;
    for (size_t i = 0; i < style; i++) {
        const char *earlier = layout->style[i]->style.families;
        if (earlier != NULL && strcmp(earlier, families) == 0)
            return true;
    }
    return false;
}

void job_say_fonts(struct job *job)
{
    const struct session *session = job->setup.session;
    size_t mark = diag_mark(job->diag);
    if (job->text_loan == NULL)
        job->text_loan =
            kept_borrow(session->texts, session->data, (struct place){0}, job->sources, job->diag);
    diag_rewind(job->diag, mark); /* that there are no fonts at all is for building to say */
    const struct text_resources *resources = kept_thing(job->text_loan);
    for (size_t i = 0; resources != NULL && i < job->layout->styles; i++) {
        const char *families = job->layout->style[i]->style.families;
        if (families == NULL || is_wanted_before(job->layout, i))
            continue;
        struct text_families found = text_find_families(resources, job->arena, families);
        if (found.found != NULL && strcasecmp(found.found, found.wanted) != 0)
            diag_say(job->diag, MESSAGE_TEXT_FONT_STANDS_IN, (struct place){0}, found.wanted,
                     found.found);
    }
}

int64_t job_seconds(const struct job *job)
{
    if (job->setup.has_epoch)
        return job->setup.epoch;
    const struct day *day = &job->edition->profile.date;
    return day->present ? date_seconds(day->date) : 0;
}

void job_done(struct job *job)
{
    pages_free(job->pages);
    doc_free(job->doc);
    kept_return(job->audit_loan);
    kept_return(job->speller_loan);
    kept_return(job->vocabulary_loan);
    kept_return(job->layout_loan);
    for (size_t i = 0; i < job->earlier.count; i++)
        figures_free((struct figures *)job->earlier.item[i]);
    for (size_t i = 0; i < job->earlier_editions; i++)
        edition_free(job->earlier_edition[i]);
    figures_free(job->beside.figures);
    edition_free(job->beside.edition);
    sources_free(job->beside.sources);
    figures_free(job->figures);
    edition_free(job->edition);
    text_engine_free(job->engine);
    sources_free(job->sources);
    kept_return(job->text_loan);
    diag_free(job->diag);
    arena_free(job->arena);
    *job = (struct job){0};
}
