/*
 * The notes of a text: definitions are found before anything is read, since marks come before them;
 * labels are looked up in a sorted list. Thai and Western digits of a label are the same.
 */
#include <stdlib.h>

#include "base/digit.h"
#include "base/utf8.h"
#include "prose/reading.h"

enum { LABEL_LONGEST = 120 }; /* bytes */

size_t prose_notes_mark_end(const char *text, size_t at, size_t end)
{
    if (at + 3 > end || text[at] != '[' || text[at + 1] != '^')
        return 0;
    for (size_t i = at + 2; i < end && i - at <= LABEL_LONGEST; i++) {
        if (text[i] == ']')
            return i > at + 2 ? i + 1 : 0;
        if (text[i] == '\n' || text[i] == '[' || text[i] == '^' || text[i] == READING_HOLE ||
            utf8_blank(text, i, end) > 0)
            return 0;
    }
    return 0;
}

/* The label between the brackets. */
static const char *label_of(const struct reading *reading, struct part mark)
{
    struct buffer out = {0};
    digit_add_text(&out, reading->bytes + mark.start + 2, mark.end - mark.start - 3, DIGIT_WESTERN);
    const char *label = arena_copy(reading->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return label;
}

static int compare(const void *a, const void *b)
{
    const struct definition *left = a, *right = b;
    int order = strcmp(left->note->label, right->note->label);
    return order != 0 ? order : (left->line > right->line) - (left->line < right->line);
}

static void add_definition(struct reading *reading, size_t index, size_t end)
{
    const struct line *line = &reading->line[index];
    struct prose_note *note = ARENA_NEW(reading->arena, struct prose_note, 1);
    note->label = label_of(reading, (struct part){line->text, end});
    note->place = reading_place(reading, line->text);
    reading->definition = memory_room(reading->definition, reading->definitions,
                                      &reading->definition_room, sizeof *reading->definition);
    reading->definition[reading->definitions++] = (struct definition){
        .note = note, .line = index, .text = utf8_skip_blanks(reading->bytes, end + 1, line->end)};
}

void prose_notes_collect(struct reading *reading)
{
    for (size_t i = 0; i < reading->lines; i++) {
        const struct line *line = &reading->line[i];
        size_t end = prose_notes_mark_end(reading->bytes, line->text, line->end);
        if (end == 0 || end >= line->end || reading->bytes[end] != ':')
            continue;
        add_definition(reading, i, end);
    }
    if (reading->definitions == 0)
        return;
    qsort(reading->definition, reading->definitions, sizeof *reading->definition, compare);
    for (size_t i = 0; i < reading->definitions; i++) {
        struct definition *definition = &reading->definition[i];
        definition->is_double =
            i > 0 && strcmp(definition->note->label, definition[-1].note->label) == 0;
        reading->line[definition->line].definition = definition;
    }
}

/* The first definition of a label, or NULL. */
static struct definition *find(const struct reading *reading, const char *label)
{
    size_t low = 0, high = reading->definitions;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(reading->definition[middle].note->label, label) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found =
        low < reading->definitions && strcmp(reading->definition[low].note->label, label) == 0;
    return found ? &reading->definition[low] : NULL;
}

struct prose_note *prose_notes_mark(struct reading *reading, struct part mark)
{
    struct prose *prose = reading->prose;
    if (reading->in_note) {
        reading_say(reading, MESSAGE_PROSE_NOTE_INSIDE, mark.start);
        return NULL;
    }
    struct definition *definition = find(reading, label_of(reading, mark));
    if (definition == NULL) {
        reading_say(reading, MESSAGE_PROSE_NOTE_MISSING, mark.start, reading_copy(reading, mark));
        return NULL;
    }
    if (definition->marks++ == 0) {
        prose->note = arena_room(reading->arena, prose->note, prose->notes, &reading->note_room,
                                 sizeof *prose->note);
        prose->note[prose->notes++] = definition->note;
    }
    return definition->note;
}

static int compare_lines(const void *a, const void *b)
{
    const struct definition *left = a, *right = b;
    return (left->line > right->line) - (left->line < right->line);
}

void prose_notes_close(struct reading *reading)
{
    if (reading->definitions == 0)
        return;
    for (size_t i = 1; i < reading->definitions; i++)
        if (reading->definition[i].is_double)
            reading->definition[i].marks = reading->definition[i - 1].marks;
    qsort(reading->definition, reading->definitions, sizeof *reading->definition, compare_lines);
    for (size_t i = 0; i < reading->definitions; i++) {
        const struct definition *definition = &reading->definition[i];
        size_t at = reading->line[definition->line].text;
        const char *label = arena_printf(reading->arena, "[^%s]", definition->note->label);
        if (definition->is_double)
            reading_say(reading, MESSAGE_PROSE_NOTE_TWICE, at, label);
        else if (definition->marks == 0)
            reading_say(reading, MESSAGE_PROSE_NOTE_UNUSED, at, label);
        else if (definition->note->first == NULL)
            reading_say(reading, MESSAGE_PROSE_NOTE_EMPTY, at, label);
    }
}
