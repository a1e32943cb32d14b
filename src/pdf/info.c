/* Nothing here comes from the clock. */
#include "pdf/info.h"

#include <string.h>
#include <time.h>

#include "pdf/archive_write.h"

enum { THAILAND = 7 * 60 * 60 };

const char *info_date(struct pass *pass, int64_t seconds)
{
    time_t moment = (time_t)(seconds + THAILAND);
    struct tm tm;
    if (gmtime_r(&moment, &tm) == NULL)
        return NULL;
    return arena_printf(pass->arena, "D:%04d%02d%02d%02d%02d%02d+07'00'", tm.tm_year + 1900,
                        tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

static void add_optional(struct buffer *out, const char *key, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    buffer_add_string(out, key);
    writer_text(out, text);
}

int info_write(struct pass *pass)
{
    const struct pdf_job *job = pass->job;
    int number = writer_reserve(pass->writer, 1);
    struct buffer *out = writer_open(pass->writer, number);
    const char *date = info_date(pass, job->seconds);
    buffer_add_string(out, "<<");
    add_optional(out, "/Title", job->title);
    add_optional(out, "/Author", job->author);
    add_optional(out, "/Subject", job->subject);
    add_optional(out, "/Producer", job->producer);
    add_optional(out, "/CreationDate", date);
    add_optional(out, "/ModDate", date);
    buffer_add_string(out, ">>");
    writer_close(pass->writer);
    return number;
}

int info_write_catalog(struct pass *pass, int pages)
{
    const struct pdf_job *job = pass->job;
    int number = writer_reserve(pass->writer, 1);
    struct buffer archive = {0};
    archive_write(pass, &archive);
    struct buffer *out = writer_open(pass->writer, number);
    buffer_printf(out, "<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R", pages, pass->tree);
    buffer_add_string(out, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>");
    add_optional(out, "/Lang", job->language);
    buffer_printf(out, "/PageLabels<</Nums[0<</S/D/St %zu>>]>>",
                  job->first_number > 0 ? job->first_number : 1);
    if (pass->outline > 0)
        buffer_printf(out, "/Outlines %d 0 R/PageMode/UseOutlines", pass->outline);
    buffer_add_string(out, buffer_text(&archive));
    buffer_free(&archive);
    buffer_add_string(out, ">>");
    writer_close(pass->writer);
    return number;
}
