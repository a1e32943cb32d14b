/* Nothing here comes from the clock. */
#include "pdf/info.h"

#include "base/date.h"
#include "pdf/archive_write.h"

const char *info_date(struct objects *objects, int64_t seconds)
{
    struct date_moment at = date_moment(seconds);
    return arena_printf(objects->arena, "D:%04d%02d%02d%02d%02d%02d+%02d'00'", at.year, at.month,
                        at.day, at.hour, at.minute, at.second, DATE_OFFSET);
}

static void add_optional(struct buffer *out, const char *key, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    buffer_add_string(out, key);
    writer_text(out, text);
}

int info_write(struct objects *objects)
{
    const struct pdf_file *file = objects->file;
    int number = writer_reserve(objects->writer, 1);
    struct buffer *out = writer_open(objects->writer, number);
    const char *date = info_date(objects, file->seconds);
    buffer_add_string(out, "<<");
    add_optional(out, "/Title", file->title);
    add_optional(out, "/Author", file->author);
    add_optional(out, "/Subject", file->subject);
    add_optional(out, "/Producer", file->producer);
    add_optional(out, "/CreationDate", date);
    add_optional(out, "/ModDate", date);
    buffer_add_string(out, ">>");
    writer_close(objects->writer);
    return number;
}

int info_write_catalog(struct objects *objects, int pages)
{
    const struct pdf_file *file = objects->file;
    int number = writer_reserve(objects->writer, 1);
    struct buffer archive = {0};
    archive_write(objects, &archive);
    struct buffer *out = writer_open(objects->writer, number);
    buffer_printf(out, "<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R", pages, objects->tree);
    buffer_add_string(out, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>");
    add_optional(out, "/Lang", file->language);
    buffer_printf(out, "/PageLabels<</Nums[0<</S/D/St %zu>>]>>",
                  file->first_number > 0 ? file->first_number : 1);
    if (objects->outline > 0)
        buffer_printf(out, "/Outlines %d 0 R/PageMode/UseOutlines", objects->outline);
    buffer_add_string(out, buffer_text(&archive));
    buffer_free(&archive);
    buffer_add_string(out, ">>");
    writer_close(objects->writer);
    return number;
}
