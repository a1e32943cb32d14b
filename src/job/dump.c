/* A table of names, each with the stage that it needs and the function that writes it. */
#include "job/dump.h"

#include <string.h>

#include "job/origin.h"
#include "source/file.h"
#include "source/folder.h"

/* One YAML file as a tree. */
static void dump_file(struct job *job, const char *path, struct buffer *out)
{
    const struct source *source = sources_read(job->sources, path, (struct place){0}, job->diag);
    if (source == NULL)
        return;
    const struct node *tree = node_parse(job->arena, source, job->diag);
    buffer_printf(out, "# %s\n", file_name(path));
    if (tree != NULL)
        node_dump(tree, out);
}

static void dump_nodes(struct job *job, struct buffer *out)
{
    const char *path = job->setup.edition;
    static const char *const ends[] = {".yaml", NULL};
    if (!file_is_folder(path)) {
        dump_file(job, path, out);
        return;
    }
    struct folder_files files = folder_list(job->arena, path, ends);
    for (size_t i = 0; i < files.count; i++)
        dump_file(job, files.path[i], out);
}

static void dump_edition(struct job *job, struct buffer *out)
{
    edition_dump(job->edition, out);
}

static void dump_figures(struct job *job, struct buffer *out)
{
    figures_dump(job->figures, out);
}

static void dump_doc(struct job *job, struct buffer *out)
{
    doc_dump(job->doc, out);
}

static void dump_flow(struct job *job, struct buffer *out)
{
    page_dump_flow(job->pages, out);
}

static void dump_lines(struct job *job, struct buffer *out)
{
    page_dump_lines(job->pages, out);
}

static void dump_pages(struct job *job, struct buffer *out)
{
    page_dump(job->pages, out);
}

static void dump_places(struct job *job, struct buffer *out)
{
    origin_dump(job->pages, out);
}

static const struct dump {
    const char *name;
    enum job_stage until;
    void (*write)(struct job *job, struct buffer *out);
} DUMP[] = {
    {"node", STAGE_NONE, dump_nodes},         {"edition", STAGE_EDITION, dump_edition},
    {"figures", STAGE_FIGURES, dump_figures}, {"doc", STAGE_DOC, dump_doc},
    {"flow", STAGE_PAGES, dump_flow},         {"lines", STAGE_PAGES, dump_lines},
    {"pages", STAGE_PAGES, dump_pages},       {"places", STAGE_PAGES, dump_places},
};

static const struct dump *find(const char *name)
{
    for (size_t i = 0; i < sizeof DUMP / sizeof *DUMP; i++)
        if (strcmp(DUMP[i].name, name) == 0)
            return &DUMP[i];
    return NULL;
}

size_t dump_names(const char **name, size_t room)
{
    size_t count = 0;
    for (; count < room && count < sizeof DUMP / sizeof *DUMP; count++)
        name[count] = DUMP[count].name;
    return count;
}

bool dump_exists(const char *name)
{
    return find(name) != NULL;
}

bool dump_job(struct job *job, const struct job_setup *setup, const char *name, struct buffer *out)
{
    const struct dump *dump = find(name);
    if (!job_run(job, setup, dump->until))
        return false;
    dump->write(job, out);
    return !diag_failed(job->diag);
}
