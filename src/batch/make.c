/* The record is written before the report: see record.h. */
#include "batch/make.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "archive/prove.h"
#include "audit/audit.h"
#include "base/decimal.h"
#include "base/diag_list.h"
#include "batch/record.h"
#include "paint/paint.h"
#include "pdf/pdf.h"
#include "source/file.h"

struct batch_maker {
    const struct batch_how *how;
    struct session *session;
    struct batch_sums *sums;
};

/* One edition at work. */
struct making {
    const struct batch_maker *maker;
    const struct batch_edition *edition;
    struct arena *arena;
    const char *folder, *path; /* of the report */
    const char *manner;        /* how it is made, as far as that is no file */
    struct batch_record known; /* of an earlier run */
    struct archival archival;  /* its job is the job, also of what is not archived */
    struct batch_row row;
};

struct batch_maker *batch_maker_new(const struct batch_how *how)
{
    struct batch_maker *maker = memory_zeroed(1, sizeof *maker);
    maker->how = how;
    maker->session = session_new(how->data);
    maker->sums = batch_sums_new(how->data, &how->program);
    return maker;
}

void batch_maker_free(struct batch_maker *maker)
{
    if (maker == NULL)
        return;
    session_free(maker->session);
    batch_sums_free(maker->sums);
    free(maker);
}

/* ---- the row ---- */

#define FAIL(making, code, ...)                                                             \
    batch_row_fail(&(making)->row, (making)->arena, (making)->maker->how->language, (code), \
                   1 + (const char *const[]){NULL, ##__VA_ARGS__, NULL})

/* The first error at its place, and how many more there are. */
static void fail_by_messages(struct making *making, const struct diag *diag)
{
    enum diag_language language = making->maker->how->language;
    struct diag_style style = {.language = language, .least = DIAG_ERROR};
    struct diag_listing listing = diag_list(diag, &style);
    struct buffer text = {0};
    making->row.state = BATCH_FAILED;
    if (listing.count > 0) {
        const struct diag_entry *first = &listing.entry[0];
        const struct place *place = &first->message->place;
        if (place->source != NULL)
            buffer_printf(&text, "%s:%u:%u: ", place->source->path, place->line, place->column);
        diag_sentence(&text, diag_entry_sentence(first, language),
                      diag_entry_arguments(first, language, making->arena));
        buffer_printf(&text, " [%s]", diag_row(first->message->code)->rule);
    }
    if (listing.count > 1)
        buffer_printf(&text, " (+%zu)", listing.count - 1);
    making->row.reason = arena_string(making->arena, buffer_text(&text));
    buffer_free(&text);
    diag_listing_free(&listing);
}

static const char *copied(const struct making *making, const char *text)
{
    return text != NULL ? arena_string(making->arena, text) : "";
}

/* What is known of the agency, however far the job has come. */
static void describe(struct making *making)
{
    const struct job *job = &making->archival.job;
    struct batch_row *row = &making->row;
    if (job->edition != NULL) {
        const struct edition_profile *profile = &job->edition->profile;
        row->agency = copied(making, profile->agency.name.bytes);
        if (profile->fiscal_year.value != 0)
            row->year = arena_printf(making->arena, "%" PRId64, profile->fiscal_year.value);
    }
    if (job->figures != NULL && !diag_failed(job->diag)) {
        if (job->figures->outcome != NULL)
            row->level = copied(making, job->figures->outcome->name.bytes);
        if (!job->figures->overall.misses)
            row->score = decimal_two(making->arena, ratio_round(job->figures->overall.printed));
    }
    row->pages = job->pages != NULL ? (int64_t)job->pages->count : 0;
    size_t counts[DIAG_ERROR + 1];
    diag_tally(job->diag, &(struct diag_style){0}, counts);
    row->errors = (int64_t)counts[DIAG_ERROR];
    row->warnings = (int64_t)counts[DIAG_WARNING];
    if (diag_failed(job->diag))
        fail_by_messages(making, job->diag);
}

/* ---- making ---- */

static void check_pages(struct job *job, const struct job_setup *setup)
{
    struct painting painting;
    if (!job_run(job, setup, STAGE_PAGES))
        return;
    struct paint_range all = paint_range(job->pages, (struct paint_range){0});
    if (paint_open(&painting, job->engine, job->pages, all, job->diag))
        paint_close(&painting);
}

/* Whether there are no rules but those of the audit. */
static bool are_of_audit(const char *rules)
{
    struct arena *arena = arena_new();
    bool are = rules != NULL && diag_unknown(arena, rules, audit_is_rule) == NULL;
    arena_free(arena);
    return are;
}

void batch_check_job(struct job *job, const struct job_setup *setup, const char *rules)
{
    struct job_setup listing = *setup;
    listing.lists_all = true;
    bool of_audit = are_of_audit(rules);
    if (!of_audit)
        check_pages(job, &listing);
    else if (job_run(job, &listing, STAGE_FIGURES))
        job_open_layout(job);
    if (job->figures != NULL)
        job_audit(job, rules, job->diag);
    if (rules == NULL)
        return;
    bool is_whole = of_audit ? job->figures != NULL : job->pages != NULL;
    /* the audit tells it of the rules wanted only */
    const char *names = arena_printf(job->arena, "%s,stale-acknowledgement", rules);
    diag_keep(job->diag, names, is_whole ? DIAG_ERROR + 1 : DIAG_ERROR);
}

/* Errors of the audit refuse the report, as `build` does. */
static bool make_plain(struct making *making, const struct job_setup *setup)
{
    struct job *job = &making->archival.job;
    if (!job_run(job, setup, STAGE_PAGES) || !job_audit(job, NULL, job->diag) ||
        diag_failed(job->diag))
        return false;
    const struct pdf_options options = {.seconds = job_seconds(job)};
    return pdf_make(job->engine, job->pages, &options, &making->archival.file, job->diag);
}

static bool make_archived(struct making *making, const struct job_setup *setup)
{
    struct archival *made = &making->archival;
    struct job *job = &made->job;
    if (!archival_run(made, setup) || !job_audit(job, NULL, job->diag) || diag_failed(job->diag) ||
        !archival_write(made))
        return false;
    struct archival again = {0};
    bool is_same = archival_prove(made, setup->session->data, &again);
    archival_done(&again);
    return is_same;
}

static struct job_setup setup_of(const struct making *making)
{
    const struct batch_how *how = making->maker->how;
    return (struct job_setup){.session = making->maker->session,
                              .edition = making->edition->folder,
                              .layout = how->layout,
                              .draft = how->draft,
                              .has_epoch = how->has_epoch,
                              .epoch = how->epoch};
}

/* ---- what is there ---- */

static const char *manner_of(const struct batch_how *how, struct arena *arena)
{
    return arena_printf(arena, "%s %s %" PRId64, how->archives ? "archive" : "build",
                        how->layout != NULL ? how->layout : "",
                        how->has_epoch ? how->epoch : INT64_C(-1));
}

/* Whether the report of an earlier run is there, and would come out the same. */
static bool is_there(struct making *making)
{
    struct batch_record *known = &making->known;
    struct batch_sums *sums = making->maker->sums;
    const char *edition = making->edition->folder;
    struct checksum there;
    if (!batch_inputs_now(sums, making->arena, edition, &known->inputs))
        return false;
    struct checksum now = batch_sum(sums, edition, making->manner, &known->inputs);
    return strcmp(now.digits, known->made_from.digits) == 0 &&
           batch_sum_file(making->path, &there) && strcmp(there.digits, known->row.sha256) == 0;
}

/* False after saying that what is at the path is not for a batch to write over. before: its checksum, or "". */
static bool may_write(struct making *making, const struct checksum *made, struct checksum *before)
{
    const struct batch_how *how = making->maker->how;
    const struct batch_row *known = &making->known.row;
    if (!file_exists(making->path) || !batch_sum_file(making->path, before)) {
        *before = (struct checksum){0};
        return true;
    }
    if (how->replaces || strcmp(before->digits, made->digits) == 0)
        return true;
    if (how->archives) {
        FAIL(making, MESSAGE_ARCHIVE_KEPT, making->path);
        return false;
    }
    bool is_known = making->known.made_from.digits[0] != '\0';
    bool is_ours = is_known && (strcmp(before->digits, known->sha256) == 0 ||
                                strcmp(before->digits, making->known.before) == 0);
    if (!is_ours)
        FAIL(making, is_known ? MESSAGE_OUTPUT_CHANGED : MESSAGE_OUTPUT_UNKNOWN, making->path);
    return is_ours;
}

/* False after saying that a name or a link leads out of the folder of the reports, or to a table. */
static bool find_place(struct making *making)
{
    static const char *const TAKEN[] = {"batch.", "index."};
    struct arena *arena = making->arena;
    const char *out = making->maker->how->out;
    making->folder = file_join(arena, out, making->edition->name);
    making->path = file_join(arena, making->folder, BATCH_REPORT);
    bool good = file_is_below(file_real(arena, out), file_real(arena, making->folder));
    for (size_t i = 0; i < sizeof TAKEN / sizeof TAKEN[0]; i++)
        good = good && strncmp(making->edition->name, TAKEN[i], strlen(TAKEN[i])) != 0;
    if (!good)
        FAIL(making, MESSAGE_BATCH_OUTSIDE, making->folder, out);
    return good;
}

/* ---- writing ---- */

static void write_report(struct making *making)
{
    const struct job *job = &making->archival.job;
    const struct buffer *file = &making->archival.file;
    struct batch_row *row = &making->row;
    struct checksum made = checksum_of(buffer_text(file), file->length), before = {0};
    if (!may_write(making, &made, &before))
        return;
    row->sha256 = arena_string(making->arena, made.digits);
    row->bytes = (int64_t)file->length;
    row->report = file_join(making->arena, making->edition->name, BATCH_REPORT);
    struct batch_record record = {.before = before.digits, .row = *row};
    record.inputs = batch_inputs_read(making->maker->sums, making->arena, making->edition->folder,
                                      job->sources);
    record.made_from =
        batch_sum(making->maker->sums, making->edition->folder, making->manner, &record.inputs);
    bool is_same = strcmp(made.digits, before.digits) == 0;
    if (batch_record_write(&record, making->folder) &&
        (is_same || file_write_alone(making->path, file->bytes, file->length)))
        return;
    FAIL(making, MESSAGE_BATCH_UNWRITTEN, making->path, strerror(errno));
    row->report = row->sha256 = "";
    row->bytes = 0;
}

static void make(struct making *making)
{
    const struct batch_how *how = making->maker->how;
    struct job_setup setup = setup_of(making);
    bool is_made = false;
    if (how->checks)
        batch_check_job(&making->archival.job, &setup, how->rules);
    else
        is_made = how->archives ? make_archived(making, &setup) : make_plain(making, &setup);
    describe(making);
    if (is_made && making->row.state == BATCH_FINE)
        write_report(making);
}

struct batch_row batch_make(struct batch_maker *maker, struct arena *arena,
                            const struct batch_edition *edition)
{
    const struct batch_how *how = maker->how;
    struct making making = {.maker = maker, .edition = edition, .arena = arena};
    making.row = batch_row_of(edition->folder);
    making.manner = manner_of(how, arena);
    if (edition->flaw != NULL) {
        making.row.state = BATCH_FAILED;
        making.row.errors = 1;
        making.row.reason = edition->flaw;
        return making.row;
    }
    if (!how->checks && !find_place(&making))
        return making.row;
    bool is_known = !how->checks && batch_record_read(arena, making.folder, &making.known);
    if (is_known && !how->forces && is_there(&making)) {
        making.row = making.known.row;
        making.row.edition = edition->folder;
        making.row.is_unchanged = true;
        return making.row;
    }
    make(&making);
    archival_done(&making.archival);
    return making.row;
}
