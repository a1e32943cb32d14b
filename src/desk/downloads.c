/* What the report can be taken away as: a row a format. The page makes its buttons from these rows. */
#include <string.h>

#include "desk/desk_state.h"
#include "pdf/pdf.h"

static bool make_pdf(const struct job *job, struct buffer *out, struct diag *diag)
{
    struct pdf_options options = {.seconds = job_seconds(job)};
    return pdf_make(job->engine, job->pages, &options, out, diag);
}

static const struct download {
    const char *file; /* its address, and the name to save it under */
    const char *name; /* on its button */
    const char *type;
    bool (*make)(const struct job *job, struct buffer *out, struct diag *diag);
} DOWNLOADS[] = {
    {"report.pdf", "PDF", "application/pdf", make_pdf},
};

enum { COUNT = sizeof DOWNLOADS / sizeof *DOWNLOADS };

void view_downloads(struct json *json, const char *key)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < COUNT; i++) {
        json_open(json, NULL, '{');
        json_string(json, "file", DOWNLOADS[i].file);
        json_string(json, "name", DOWNLOADS[i].name);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void downloads_answer(const struct call *call, const char *file)
{
    const struct report *report = call->desk->report;
    struct buffer out = {0};
    struct diag *diag = diag_new();
    for (size_t i = 0; i < COUNT && report->is_there; i++) {
        const struct download *as = &DOWNLOADS[i];
        if (strcmp(as->file, file) == 0 && as->make(&report->job, &out, diag))
            http_reply(call->request, &(struct http_reply){.status = 200,
                                                           .type = as->type,
                                                           .bytes = out.bytes,
                                                           .length = out.length,
                                                           .file = as->file});
    }
    diag_free(diag);
    buffer_free(&out);
}
