/*
 * The pass in the order of its steps: open, mark the content, write the structure and the rest,
 * write the file. Every step stops the pass when it fails.
 */
#include "finish/finish.h"

#include <stdlib.h>

#include "finish/content.h"
#include "finish/info.h"
#include "finish/links.h"
#include "finish/outline.h"
#include "finish/pass.h"
#include "finish/resources.h"
#include "finish/shapes.h"
#include "finish/tree.h"

static void say_brackets(struct pass *pass, size_t page, size_t found)
{
    diag_say(pass->diag, DIAG_PDF_BRACKETS, (struct place){0},
             arena_printf(pass->arena, "%zu", page + 1),
             arena_printf(pass->arena, "%zu", pass->job->page[page].brackets),
             arena_printf(pass->arena, "%zu", found));
}

static qpdf_data pdf_new(void)
{
    qpdf_data pdf = qpdf_init();
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    qpdf_silence_errors(pdf);
    qpdf_set_attempt_recovery(pdf, QPDF_FALSE);
    return pdf;
}

/* The pages, and with them their fonts, go into a new PDF: nothing else of Cairo's is kept. */
static bool take_pages(struct pass *pass, qpdf_data cairo)
{
    qpdf_empty_pdf(pass->pdf);
    for (size_t i = 0; i < pass->job->pages; i++) {
        qpdf_oh page = qpdf_get_page_n(cairo, i);
        qpdf_oh_remove_key(cairo, page, "/StructParents");
        qpdf_add_page(pass->pdf, cairo, page, QPDF_FALSE);
        qpdf_oh_release(cairo, page);
    }
    if (library_failed(pass, cairo) || pass_failed(pass))
        return false;
    pass->page = ARENA_NEW(pass->arena, qpdf_oh, pass->job->pages);
    for (size_t i = 0; i < pass->job->pages; i++)
        pass->page[i] = qpdf_get_page_n(pass->pdf, i);
    return !pass_failed(pass);
}

static bool open_pdf(struct pass *pass, qpdf_data cairo, const struct buffer *raw)
{
    qpdf_read_memory(cairo, "cairo", raw->bytes, raw->length, NULL);
    if (library_failed(pass, cairo))
        return false;
    int pages = qpdf_get_num_pages(cairo);
    if (library_failed(pass, cairo))
        return false;
    if (pages >= 0 && (size_t)pages == pass->job->pages)
        return take_pages(pass, cairo);
    diag_say(pass->diag, DIAG_PDF_PAGES, (struct place){0},
             arena_printf(pass->arena, "%zu", pass->job->pages),
             arena_printf(pass->arena, "%d", pages));
    return false;
}

static bool replace_content(struct pass *pass, size_t page, const struct buffer *content)
{
    qpdf_oh stream = qpdf_oh_get_key(pass->pdf, pass->page[page], "/Contents");
    qpdf_oh none = qpdf_oh_new_null(pass->pdf);
    qpdf_oh_replace_stream_data(pass->pdf, stream, (const unsigned char *)content->bytes,
                                content->length, none, none);
    qpdf_oh_release(pass->pdf, none);
    qpdf_oh_release(pass->pdf, stream);
    return !pass_failed(pass);
}

/* marked is a buffer to work in. */
static bool mark_page(struct pass *pass, size_t page, struct buffer *marked)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    qpdf_oh_get_page_content_data(pass->pdf, pass->page[page], &bytes, &length);
    if (pass_failed(pass)) {
        free(bytes);
        return false;
    }
    buffer_clear(marked);
    struct content_result result =
        content_rewrite((const char *)bytes, length, &pass->job->page[page], marked);
    free(bytes);
    if (result.brackets != pass->job->page[page].brackets && result.trouble == NULL) {
        say_brackets(pass, page, result.brackets);
        return false;
    }
    if (result.trouble != NULL) {
        diag_say(pass->diag, DIAG_PDF_CONTENT, (struct place){0},
                 arena_printf(pass->arena, "%zu", page + 1), result.trouble);
        return false;
    }
    return replace_content(pass, page, marked);
}

static bool mark_pages(struct pass *pass)
{
    struct buffer marked = {0};
    bool good = true;
    for (size_t i = 0; i < pass->job->pages && good; i++)
        good = mark_page(pass, i, &marked);
    buffer_free(&marked);
    return good;
}

static bool write_pdf(struct pass *pass, struct buffer *out)
{
    qpdf_init_write_memory(pass->pdf);
    qpdf_set_object_stream_mode(pass->pdf, qpdf_o_generate);
    qpdf_set_newline_before_endstream(pass->pdf, QPDF_TRUE);
    qpdf_set_deterministic_ID(pass->pdf, QPDF_TRUE);
    qpdf_force_pdf_version(pass->pdf, "1.7");
    qpdf_write(pass->pdf);
    if (pass_failed(pass))
        return false;
    buffer_add(out, qpdf_get_buffer(pass->pdf), qpdf_get_buffer_length(pass->pdf));
    return true;
}

static bool run(struct pass *pass, qpdf_data cairo, const struct buffer *raw, struct buffer *out)
{
    if (!open_pdf(pass, cairo, raw) || !mark_pages(pass))
        return false;
    resources_mend(pass);
    shapes_write(pass);
    tree_reserve(pass);
    tree_write(pass, links_write(pass));
    outline_write(pass);
    info_write(pass);
    return !pass_failed(pass) && write_pdf(pass, out);
}

bool finish_pdf(const struct buffer *raw, const struct finish_job *job, struct buffer *out,
                struct diag *diag)
{
    qpdf_data cairo = pdf_new();
    struct pass pass = {.pdf = pdf_new(), .job = job, .arena = arena_new(), .diag = diag};
    bool good = run(&pass, cairo, raw, out);
    qpdf_cleanup(&pass.pdf);
    qpdf_cleanup(&cairo);
    arena_free(pass.arena);
    return good;
}
