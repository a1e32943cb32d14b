/*
 * The limits on what a document may come to. Loops multiply, and so do sections that use each other, so what is made is
 * counted as it is made, and nothing more is made after the first limit that is reached.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "compose/build.h"

void build_stop(struct builder *builder, enum diag_code code, struct place place, int limit)
{
    if (builder->full)
        return;
    builder->full = true;
    diag_say(builder->diag, code, place, arena_printf(builder->evaluation.arena, "%d", limit));
}

bool build_stopped(const struct builder *builder)
{
    return builder->full || builder->evaluation.exhausted;
}

void build_count(struct builder *builder, struct place place)
{
    if (++builder->made > LIMIT_BLOCKS)
        build_stop(builder, MESSAGE_LIMIT_BLOCKS, place, LIMIT_BLOCKS);
}

/* Whether too many marks are on one letter; the libraries' work on them grows with their square. */
static bool is_crowded(const char *bytes, size_t length)
{
    int marks = 0;
    for (size_t at = 0; at < length && marks <= LIMIT_MARKS_ON_LETTER;)
        marks = utf8_cells(utf8_next(bytes, length, &at)) == 0 ? marks + 1 : 0;
    return marks > LIMIT_MARKS_ON_LETTER;
}

void build_count_letters(struct builder *builder, const char *bytes, size_t length,
                         struct place place)
{
    size_t letters = utf8_count(bytes, length);
    builder->letters += letters;
    if (letters > LIMIT_TEXT)
        build_stop(builder, MESSAGE_LIMIT_TEXT, place, LIMIT_TEXT);
    else if (is_crowded(bytes, length))
        build_stop(builder, MESSAGE_LIMIT_MARKS_ON_LETTER, place, LIMIT_MARKS_ON_LETTER);
    else if (builder->letters > LIMIT_LETTERS)
        build_stop(builder, MESSAGE_LIMIT_LETTERS, place, LIMIT_LETTERS);
}

void build_count_pixels(struct builder *builder, const struct image *image, struct place place)
{
    int64_t pixels = (int64_t)image->width * image->height;
    builder->pixels +=
        image->format == IMAGE_JPEG ? pixels / 2 : pixels; /* it is unpacked in half the time */
    if (builder->pixels > (int64_t)LIMIT_MEGAPIXELS * 1000 * 1000)
        build_stop(builder, MESSAGE_LIMIT_PIXELS, place, LIMIT_MEGAPIXELS);
}
