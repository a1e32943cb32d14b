/* A value is written as it would be typed: two decimals, a date as 2025-10-01, a text in quotes. */
#include "yaml/record_dump.h"

#include "base/decimal.h"
#include "base/escape.h"
#include "source/file.h"

void record_dump_place(struct buffer *out, struct place place)
{
    if (place.source)
        buffer_printf(out, "  (%s:%u)", file_name(place.source->path), place.line);
    buffer_add_char(out, '\n');
}

/* prefix.name */
static void dump_name(struct buffer *out, const char *prefix, const char *name)
{
    buffer_printf(out, "%s%s%s = ", prefix, *prefix && *name ? "." : "", name);
}

void record_dump_text(struct buffer *out, const char *prefix, const char *name,
                      const struct text *text)
{
    if (!text->bytes)
        return;
    dump_name(out, prefix, name);
    escape_quoted(out, text->bytes);
    record_dump_place(out, text->place);
}

void record_dump_texts(struct buffer *out, const char *prefix, const char *name,
                       const struct texts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        buffer_printf(out, "%s%s%s.%zu = ", prefix, *prefix ? "." : "", name, i + 1);
        escape_quoted(out, texts->item[i].bytes);
        record_dump_place(out, texts->item[i].place);
    }
}

void record_dump_whole(struct buffer *out, const char *prefix, const char *name,
                       const struct whole *whole)
{
    if (!whole->present)
        return;
    dump_name(out, prefix, name);
    buffer_printf(out, "%lld", (long long)whole->value);
    record_dump_place(out, whole->place);
}

void record_dump_decimal(struct buffer *out, const char *prefix, const char *name,
                         const struct decimal *decimal)
{
    if (!decimal->present)
        return;
    dump_name(out, prefix, name);
    decimal_add_two(out, decimal->hundredths);
    record_dump_place(out, decimal->place);
}

void record_dump_day(struct buffer *out, const char *prefix, const char *name,
                     const struct day *day)
{
    if (!day->present)
        return;
    dump_name(out, prefix, name);
    buffer_printf(out, "%04d-%02d-%02d", day->date.year, day->date.month, day->date.day);
    record_dump_place(out, day->place);
}
