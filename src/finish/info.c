/* Cairo's own Info, with its clock, is replaced as a whole. */
#include "finish/info.h"

#include <stdio.h>
#include <time.h>

enum { THAILAND = 7 * 60 * 60 };

static const char *date_text(struct pass *pass, int64_t seconds)
{
    time_t moment = (time_t)(seconds + THAILAND);
    struct tm tm;
    if (gmtime_r(&moment, &tm) == NULL)
        return NULL;
    return arena_printf(pass->arena, "D:%04d%02d%02d%02d%02d%02d+07'00'", tm.tm_year + 1900,
                        tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

static void set_optional(struct pass *pass, qpdf_oh info, const char *key, const char *text)
{
    if (text != NULL && text[0] != '\0')
        pdf_set_text(pass, info, key, text);
}

static void write_information(struct pass *pass)
{
    const struct finish_job *job = pass->job;
    qpdf_oh info = pdf_indirect_dictionary(pass);
    set_optional(pass, info, "/Title", job->title);
    set_optional(pass, info, "/Author", job->author);
    set_optional(pass, info, "/Subject", job->subject);
    set_optional(pass, info, "/Producer", job->producer);
    const char *date = date_text(pass, job->seconds);
    if (date != NULL) {
        pdf_set_ascii(pass, info, "/CreationDate", date);
        pdf_set_ascii(pass, info, "/ModDate", date);
    }
    qpdf_oh trailer = qpdf_get_trailer(pass->pdf);
    pdf_set(pass, trailer, "/Info", info);
    qpdf_oh_release(pass->pdf, trailer);
}

static void write_catalog(struct pass *pass)
{
    const struct finish_job *job = pass->job;
    qpdf_oh catalog = qpdf_get_root(pass->pdf);
    if (job->language != NULL)
        pdf_set_ascii(pass, catalog, "/Lang", job->language);
    pdf_set(pass, catalog, "/MarkInfo", pdf_parsed(pass, "<< /Marked true >>"));
    pdf_set(pass, catalog, "/ViewerPreferences", pdf_parsed(pass, "<< /DisplayDocTitle true >>"));
    char labels[80];
    snprintf(labels, sizeof labels, "<< /Nums [ 0 << /S /D /St %zu >> ] >>",
             job->first_number > 0 ? job->first_number : 1);
    pdf_set(pass, catalog, "/PageLabels", pdf_parsed(pass, labels));
    qpdf_oh_release(pass->pdf, catalog);
}

void info_write(struct pass *pass)
{
    write_information(pass);
    write_catalog(pass);
    for (size_t i = 0; i < pass->job->pages; i++)
        pdf_set_name(pass, pass->page[i], "/Tabs", "/S");
}
