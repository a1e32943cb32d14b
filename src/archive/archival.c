/*
 * The sources are whatever the run read, and the words files that the audit and set-up read, so that
 * the report can be checked as well as made again.
 * A rebuild lays the attachments out in a temporary folder as the program's data folder, with links to
 * the installed fonts and a dictionary made from the attached lists.
 */
#include "archive/archival.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archive/libraries.h"
#include "archive/page_text.h"
#include "archive/program.h"
#include "base/decimal.h"
#include "image/image.h"
#include "pdf/archive.h"
#include "pdf/pdf.h"
#include "source/file.h"
#include "source/folder.h"
#include "text/compounds_make.h"
#include "text/dictionary.h"
#include "text/fonts_used.h"

#define PROFILE "sRGB.icc"
#define DICTIONARY "thai.tri"
#define COMPOUNDS "thai.compounds"
#define SECOND "th_TH.dic"
#define HYPHENS "hyph_en_US.dic"
#define WORDS "words"
#define TERMS "words/terms"
#define CLASSES "words/compounds.txt"
#define LISTS "words/compounds"

static const char *const FOLDERS[] = {WORDS, TERMS, LISTS};

/* ---- the run ---- */

static struct folder_files list_words(struct arena *arena, const char *data, const char *name)
{
    static const char *const ends[] = {".txt", NULL};
    return folder_list(arena, file_join(arena, data, name), ends);
}

/* The words files that the run itself has not read: the audit's, and those of the dictionary. */
static bool read_words(struct job *job)
{
    for (size_t f = 0; f < sizeof FOLDERS / sizeof FOLDERS[0]; f++) {
        struct folder_files words = list_words(job->arena, job->setup.session->data, FOLDERS[f]);
        for (size_t i = 0; i < words.count; i++)
            sources_read(job->sources, words.path[i], (struct place){0}, job->diag);
    }
    return !diag_failed(job->diag);
}

bool archival_run(struct archival *archival, const struct job_setup *setup)
{
    return job_run(&archival->job, setup, STAGE_PAGES) && read_words(&archival->job);
}

/* ---- the manifest ---- */

static const char *sum_of(struct arena *arena, const void *bytes, size_t length)
{
    return arena_string(arena, checksum_of(bytes, length).digits);
}

/* Reads a file of the fonts folder that set-up has put there; false after reporting. */
static bool read_needed(struct archival *archival, const char *path, struct buffer *bytes)
{
    bool is_read = file_read(path, bytes) == 0;
    if (!is_read)
        diag_say(archival->job.diag, MESSAGE_ARCHIVE_NEEDED, (struct place){0}, path);
    return is_read;
}

/* The colour profile's bytes; false after reporting one that cannot be one (ICC.1, 7.2: its length, colours, mark). */
static bool read_profile(struct archival *archival, const char *path, struct buffer *bytes)
{
    enum { HEAD = 128, COLOURS = 16, MARK = 36 };
    if (!read_needed(archival, path, bytes))
        return false;
    const unsigned char *head = (const unsigned char *)buffer_text(bytes);
    bool good = bytes->length >= HEAD && memcmp(head + COLOURS, "RGB ", 4) == 0 &&
                memcmp(head + MARK, "acsp", 4) == 0 &&
                bytes->length == ((size_t)head[0] << 24 | (size_t)head[1] << 16 |
                                  (size_t)head[2] << 8 | (size_t)head[3]);
    if (!good)
        diag_say(archival->job.diag, MESSAGE_ARCHIVE_PROFILE, (struct place){0}, path);
    return good;
}

static bool add_file(struct archival *archival, struct manifest_list *list, const char *path)
{
    struct arena *arena = archival->job.arena;
    struct buffer bytes = {0};
    bool is_read = read_needed(archival, path, &bytes);
    if (is_read)
        manifest_add(list, arena_string(arena, file_name(path)),
                     sum_of(arena, buffer_text(&bytes), bytes.length));
    buffer_free(&bytes);
    return is_read;
}

static bool add_fonts(struct archival *archival, const char *fonts)
{
    struct arena *arena = archival->job.arena;
    struct manifest *manifest = &archival->manifest;
    struct text_fonts_used used = text_fonts_used(archival->job.engine, arena);
    manifest->fonts = manifest_list_new(arena, used.count);
    manifest->others = manifest_list_new(arena, 5);
    bool good = true;
    for (size_t i = 0; i < used.count; i++)
        good = add_file(archival, &manifest->fonts, used.path[i]) && good;
    good = add_file(archival, &manifest->others, file_join(arena, fonts, PROFILE)) && good;
    static const char *const MADE[] = {DICTIONARY, COMPOUNDS, SECOND};
    for (size_t i = 0; i < sizeof MADE / sizeof MADE[0]; i++) {
        const char *path = file_join(arena, fonts, MADE[i]);
        if (file_exists(path))
            good = add_file(archival, &manifest->others, path) && good;
    }
    const char *hyphens = text_hyphens_used(archival->job.engine);
    if (hyphens != NULL)
        good = add_file(archival, &manifest->others, hyphens) && good;
    return good;
}

static void add_sources(struct archival *archival)
{
    struct arena *arena = archival->job.arena;
    struct manifest_list *files = &archival->manifest.files;
    *files = manifest_list_new(arena, archival->inventory.count);
    for (size_t i = 0; i < archival->inventory.count; i++) {
        const struct source *source = archival->inventory.file[i].source;
        manifest_add(files, archival->inventory.file[i].name,
                     sum_of(arena, source->text, source->length));
    }
}

static const char *text_or_empty(const char *text)
{
    return text != NULL ? text : "";
}

static void describe(struct archival *archival)
{
    const struct job *made = &archival->job;
    struct manifest *manifest = &archival->manifest;
    const struct edition_profile *edition = &made->edition->profile;
    manifest->version = program_version();
    manifest->code = program_code();
    manifest->agency = text_or_empty(edition->agency.name.bytes);
    manifest->year = arena_printf(made->arena, "%lld", (long long)edition->fiscal_year.value);
    manifest->level =
        made->figures->outcome != NULL ? text_or_empty(made->figures->outcome->name.bytes) : "";
    manifest->score = decimal_two(made->arena, ratio_round(made->figures->overall.printed));
    manifest->edition = archival->inventory.edition;
    manifest->layout = archival->inventory.layout;
    manifest->seconds = job_seconds(made);
    manifest->libraries = libraries_used(made->arena);
    manifest->pages = page_text_checksums(made->arena, made->pages);
}

static void gather(struct archival *archival)
{
    const struct job *made = &archival->job;
    const struct edition_profile *edition = &made->edition->profile;
    const char *main_file = file_join(made->arena, made->setup.edition, "edition.yaml");
    struct inventory_setup where = {
        .data = made->setup.session->data,
        .edition = made->setup.edition,
        .layout = job_layout_path(made),
        .framework = file_beside(made->arena, main_file, edition->framework.bytes),
        .year = edition->fiscal_year.value};
    archival->inventory = inventory_gather(made->arena, made->sources, &where);
}

/* ---- the file ---- */

static int compare_attachments(const void *one, const void *two)
{
    return strcmp(((const struct pdf_attachment *)one)->name,
                  ((const struct pdf_attachment *)two)->name);
}

/* What a source is, by its ending or, an image, by its bytes. */
static struct pdf_attachment describe_source(const struct inventory_file *file)
{
    static const char *const TYPE[] = {
        [IMAGE_PNG] = "image/png", [IMAGE_JPEG] = "image/jpeg", [IMAGE_SVG] = "image/svg+xml"};
    const char *dot = strrchr(file->name, '.');
    struct image image;
    if (dot != NULL && strcmp(dot, ".txt") == 0)
        return (struct pdf_attachment){.type = "text/plain", .about = "Words of the program"};
    if (image_read(file->source->text, file->source->length, &image) == IMAGE_FINE)
        return (struct pdf_attachment){.type = TYPE[image.format], .about = "Image of the report"};
    return (struct pdf_attachment){.type = "application/yaml",
                                   .about = file->is_data ? "Figures of the report"
                                                          : "Source of the report"};
}

static struct pdf_attachment attach_source(const struct inventory_file *file)
{
    struct pdf_attachment attachment = describe_source(file);
    attachment.name = file->name;
    attachment.relation = file->is_data ? "Data" : "Source";
    attachment.bytes = file->source->text;
    attachment.length = file->source->length;
    return attachment;
}

/* The sources and the manifest, by name. */
static void attach(const struct archival *archival, const struct buffer *manifest,
                   struct pdf_archive *archive)
{
    size_t count = archival->inventory.count;
    struct pdf_attachment *list = ARENA_NEW(archival->job.arena, struct pdf_attachment, count + 1);
    for (size_t i = 0; i < count; i++)
        list[i] = attach_source(&archival->inventory.file[i]);
    list[count++] = (struct pdf_attachment){.name = MANIFEST_NAME,
                                            .type = "application/yaml",
                                            .relation = "Supplement",
                                            .about = "Checksums and versions",
                                            .bytes = manifest->bytes,
                                            .length = manifest->length};
    qsort(list, count, sizeof *list, compare_attachments);
    archive->attachment = list;
    archive->attachments = count;
}

bool archival_write(struct archival *archival)
{
    struct job *made = &archival->job;
    const char *fonts = file_join(made->arena, made->setup.session->data, "fonts");
    gather(archival);
    add_sources(archival);
    describe(archival);
    if (!add_fonts(archival, fonts))
        return false;
    struct buffer profile = {0}, manifest = {0};
    bool painted = false;
    if (read_profile(archival, file_join(made->arena, fonts, PROFILE), &profile)) {
        manifest_write(&archival->manifest, &manifest);
        struct pdf_archive archive = {.profile = buffer_text(&profile),
                                      .profile_length = profile.length,
                                      .profile_name = "sRGB IEC61966-2.1"};
        attach(archival, &manifest, &archive);
        struct pdf_options options = {.seconds = archival->manifest.seconds, .archive = &archive};
        painted = pdf_make(made->engine, made->pages, &options, &archival->file, made->diag);
    }
    buffer_free(&profile);
    buffer_free(&manifest);
    return painted;
}

/* ---- again ---- */

struct again {
    struct arena *arena;
    const struct manifest *manifest;
    const char *data;   /* where the fonts are */
    const char *folder; /* where everything is put */
    bool *is_unwritten;
    struct diag *diag;
};

/* Reports that something could not be written, and why; gives what it was given. */
static bool told(const struct again *again, bool written)
{
    if (written || *again->is_unwritten)
        return written;
    *again->is_unwritten = true;
    diag_say(again->diag, MESSAGE_ARCHIVE_UNWRITTEN, (struct place){0}, again->folder,
             strerror(errno));
    return false;
}

/* An installed file of fonts/, under the folder's own. */
static bool link_font(const struct again *again, const char *name)
{
    struct arena *arena = again->arena;
    const char *path = file_join(arena, file_join(arena, again->data, "fonts"), name);
    char *real = realpath(path, NULL);
    const char *link = file_join(arena, file_join(arena, again->folder, "fonts"), name);
    bool linked = real != NULL && told(again, symlink(real, link) == 0);
    if (real == NULL)
        diag_say(again->diag, MESSAGE_ARCHIVE_NEEDED, (struct place){0}, path);
    free(real);
    return linked;
}

static bool link_fonts(const struct again *again)
{
    const struct manifest_list *fonts = &again->manifest->fonts;
    bool good = told(again, file_make_folder(file_join(again->arena, again->folder, "fonts")));
    for (size_t i = 0; i < fonts->count; i++)
        good = link_font(again, file_name(fonts->item[i].name)) && good;
    static const char *const NEEDED[] = {HYPHENS, SECOND};
    for (size_t i = 0; i < sizeof NEEDED / sizeof NEEDED[0]; i++)
        if (manifest_find(&again->manifest->others, NEEDED[i]) != NULL)
            good = link_font(again, NEEDED[i]) && good;
    return link_font(again, PROFILE) && good;
}

static bool has_words(const struct package *package)
{
    for (size_t i = 0; i < package->attached.count; i++)
        if (strncmp(package->attached.file[i].name, WORDS "/", strlen(WORDS "/")) == 0)
            return true;
    return false;
}

static bool lend_file(const struct again *again, const char *path, const char *copy,
                      struct sources *sources)
{
    if (file_exists(copy))
        return true;
    const struct source *source = sources_read(sources, path, (struct place){0}, again->diag);
    return source != NULL && told(again, file_write(copy, source->text, source->length));
}

/* A report that was kept before there were words files is made again with the program's. */
static bool lend_words(const struct again *again, const struct package *package,
                       struct sources *sources)
{
    struct arena *arena = again->arena;
    bool good = true;
    for (size_t f = 0; f < sizeof FOLDERS / sizeof FOLDERS[0] && !has_words(package); f++) {
        struct folder_files words = list_words(arena, again->data, FOLDERS[f]);
        const char *folder = file_join(arena, again->folder, FOLDERS[f]);
        for (size_t i = 0; i < words.count; i++)
            good = lend_file(again, words.path[i],
                             file_join(arena, folder, file_name(words.path[i])), sources) &&
                   good;
    }
    return good;
}

/* Where a file of the new fonts folder is. */
static const char *font_path(const struct again *again, const char *name)
{
    return file_join(again->arena, file_join(again->arena, again->folder, "fonts"), name);
}

static bool make_dictionary(const struct again *again, struct sources *sources)
{
    if (manifest_find(&again->manifest->others, DICTIONARY) == NULL)
        return true;
    struct folder_files words = list_words(again->arena, again->folder, TERMS);
    struct text_dictionary_job job = {.sources = sources, .list = words.path, .lists = words.count};
    struct buffer bytes = {0};
    bool made = text_dictionary_make(&job, &bytes, again->diag);
    made = made && told(again, file_write(font_path(again, DICTIONARY), bytes.bytes, bytes.length));
    buffer_free(&bytes);
    return made;
}

static bool make_compounds(const struct again *again, struct sources *sources)
{
    if (manifest_find(&again->manifest->others, COMPOUNDS) == NULL)
        return true;
    const char *dictionary = font_path(again, DICTIONARY), *second = font_path(again, SECOND);
    struct folder_files lists = list_words(again->arena, again->folder, LISTS);
    struct compounds_job job = {.dictionary = file_exists(dictionary) ? dictionary : NULL,
                                .classes = file_join(again->arena, again->folder, CLASSES),
                                .list = lists.path,
                                .lists = lists.count,
                                .second = file_exists(second) ? second : NULL,
                                .sources = sources};
    struct buffer bytes = {0};
    bool made = compounds_make(&job, &bytes, again->diag);
    made = made && told(again, file_write(font_path(again, COMPOUNDS), bytes.bytes, bytes.length));
    buffer_free(&bytes);
    return made;
}

static bool run_again(struct archival *archival, const struct again *again)
{
    const struct manifest *manifest = again->manifest;
    archival->session = session_new(again->folder);
    struct job_setup setup = {.session = archival->session,
                              .edition = file_join(again->arena, again->folder, manifest->edition),
                              .layout = file_join(again->arena, again->folder, manifest->layout),
                              .has_epoch = true,
                              .epoch = manifest->seconds};
    return archival_run(archival, &setup) && archival_write(archival);
}

bool archival_rebuild(struct archival *archival, const struct package *package, const char *data,
                      struct diag *diag)
{
    archival->arena = arena_new();
    archival->lists = sources_new();
    struct again again = {.arena = archival->arena,
                          .manifest = &package->manifest,
                          .data = data,
                          .folder = "TMPDIR",
                          .is_unwritten = &archival->is_unwritten,
                          .diag = diag};
    const char *folder = file_temporary_folder(again.arena);
    bool good = told(&again, folder != NULL);
    again.folder = folder;
    good = good && told(&again, package_write(again.arena, package, folder)) &&
           link_fonts(&again) && lend_words(&again, package, archival->lists) &&
           make_dictionary(&again, archival->lists) && make_compounds(&again, archival->lists) &&
           run_again(archival, &again);
    if (folder != NULL)
        file_remove_folder(folder);
    return good;
}

void archival_done(struct archival *archival)
{
    buffer_free(&archival->file);
    if (archival->job.arena != NULL)
        job_done(&archival->job);
    session_free(archival->session);
    sources_free(archival->lists);
    arena_free(archival->arena);
}
