/*
 * Numbers of a decimal column: what is before the point and what begins with it are measured
 * apart; the widest of each make a block that is centred in the column, and every number is moved so
 * that its point is where the block has it. Lines that are more than a number stay.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "page/flow_make.h"

/* Widths before the point, from it on, and of the marks of notes after that. */
struct decimal_widths {
    int32_t whole, fraction, marks;
};

/* The bytes before the point, or all; false where the line is no number. */
static bool whole_length(const char *bytes, size_t length, size_t *whole)
{
    *whole = length;
    for (size_t at = 0; at < length;) {
        size_t start = at;
        char32_t c = utf8_next(bytes, length, &at);
        if (c == U'.' && *whole == length)
            *whole = start;
        else if (!utf8_is_thai_digit(c) && (c < U'0' || c > U'9') && c != U',')
            return false;
    }
    return length > 0;
}

/* The bytes of a line before the superscripts at its end: of a cell that is one line. */
static size_t number_length(const struct doc_text *text, size_t length)
{
    size_t number = length;
    for (size_t i = text->spans; length == text->length && i > 0; i--) {
        const struct doc_span *span = &text->span[i - 1];
        if ((span->flags & DOC_SUPERSCRIPT) == 0 || span->end != number)
            break;
        number = span->start;
    }
    return number;
}

static int32_t measure(struct flow_maker *maker, const struct frame *frame, const char *bytes,
                       size_t length)
{
    const char *part = arena_copy(maker->arena, bytes, length);
    return text_measure(flow_shape_string(maker, part, frame->node->style, frame->node->text.place))
        .max;
}

static bool split_line(struct flow_maker *maker, const struct frame *frame,
                       struct decimal_widths *out)
{
    if (frame->kind != FRAME_LINE || frame->is_label)
        return false;
    size_t length = 0, whole = 0;
    const char *bytes = text_line_bytes(&frame->line, &length);
    size_t number = number_length(&frame->node->text, length);
    if (!whole_length(bytes, number, &whole))
        return false;
    out->whole = measure(maker, frame, bytes, whole);
    out->marks = number < length ? frame->line.natural - measure(maker, frame, bytes, number) : 0;
    out->fraction = frame->line.natural - out->whole - out->marks;
    return true;
}

struct number {
    struct frame *frame;
    struct decimal_widths width;
};

struct numbers {
    struct number *item;
    size_t count, room;
};

static void collect(struct flow_maker *maker, const struct slab *strip, struct numbers *numbers)
{
    for (size_t i = 0; i < strip->frames; i++) {
        struct number number = {.frame = &strip->frame[i]};
        if (!split_line(maker, number.frame, &number.width))
            continue;
        numbers->item =
            memory_room(numbers->item, numbers->count, &numbers->room, sizeof *numbers->item);
        numbers->item[numbers->count++] = number;
    }
}

/* Moves the numbers of a column between its edges, if they have room there. */
static void align(const struct numbers *numbers, int32_t left, int32_t right)
{
    struct decimal_widths most = {0};
    for (size_t i = 0; i < numbers->count; i++) {
        const struct decimal_widths *width = &numbers->item[i].width;
        most.whole = width->whole > most.whole ? width->whole : most.whole;
        most.fraction = width->fraction > most.fraction ? width->fraction : most.fraction;
        most.marks = width->marks > most.marks ? width->marks : most.marks;
    }
    /* the marks hang out of the block, where they have room */
    int32_t room = right - left - most.whole - most.fraction;
    for (size_t i = 0; i < numbers->count && room / 2 >= most.marks; i++) {
        struct frame *frame = numbers->item[i].frame;
        frame->x = left + room / 2 + most.whole - numbers->item[i].width.whole;
        frame->width = frame->line.natural;
        frame->line.x = 0;
    }
}

void flow_decimals(struct flow_maker *maker, struct flow_table *table)
{
    for (size_t column = 0; column < table->columns; column++) {
        struct numbers numbers = {0};
        if (!table->node->table.column[column].decimal)
            continue;
        for (size_t i = 0; i < table->cells; i++) {
            const struct flow_cell *cell = &table->cell[i];
            for (size_t s = 0; cell->column == column && cell->columns == 1 && s < cell->strips;
                 s++)
                collect(maker, &cell->strip[s], &numbers);
        }
        int32_t inset = table->rule + table->pad_x;
        align(&numbers, table->edge[column] + inset, table->edge[column + 1] - inset);
        free(numbers.item);
    }
}
