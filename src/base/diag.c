/* The collector: messages as they come. Order and repetition are for the printers. */
#include "base/diag.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"

static const struct diag_row rows[DIAG_CODES] = {
#define MESSAGE(code, severity, rule, english, hint_english, thai, hint_thai) \
    [code] = {severity, rule, {english, thai}, {hint_english, hint_thai}},
#include "base/messages/all.def"
#undef MESSAGE
};

/* So many arguments at most, and NULL. */
enum { MOST_ARGUMENTS = 10 };

static const char *const examples[DIAG_CODES][MOST_ARGUMENTS] = {
#define EXAMPLE(code, ...) [code] = {__VA_ARGS__},
#include "base/messages/examples.def"
#undef EXAMPLE
};

const char *const *diag_example(enum diag_code code)
{
    assert((size_t)code < DIAG_CODES);
    return examples[code];
}

const struct diag_row *diag_row(enum diag_code code)
{
    assert((size_t)code < DIAG_CODES);
    return &rows[code];
}

struct diag *diag_new(void)
{
    struct diag *diag = memory_zeroed(1, sizeof *diag);
    diag->arena = arena_new();
    return diag;
}

void diag_free(struct diag *diag)
{
    if (diag == NULL)
        return;
    arena_free(diag->arena);
    free(diag->message);
    free(diag);
}

/* Between the texts of an argument that has one for each language; no text of the input may have it. */
static const char BOTH = '\x1F';

const char *diag_both(struct arena *arena, const char *english, const char *thai)
{
    return arena_printf(arena, "%s%c%s", english, BOTH, thai);
}

static const char *copy_argument(struct arena *arena, const char *argument,
                                 enum diag_language language)
{
    const char *thai = strchr(argument, BOTH);
    if (thai == NULL)
        return arena_string(arena, argument);
    return language == DIAG_THAI ? arena_string(arena, thai + 1)
                                 : arena_copy(arena, argument, (size_t)(thai - argument));
}

static bool is_worded(const char *const *arguments)
{
    while (*arguments != NULL)
        if (strchr(*arguments++, BOTH) != NULL)
            return true;
    return false;
}

static const char *const *copy_arguments(struct arena *arena, const char *const *arguments,
                                         enum diag_language language)
{
    size_t count = 0;
    while (arguments[count] != NULL)
        count++;
    const char **copies = ARENA_NEW(arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        copies[i] = copy_argument(arena, arguments[i], language);
    return copies;
}

void diag_add(struct diag *diag, enum diag_code code, struct place place,
              const char *const *arguments)
{
    struct diag_finding plain = {.severity = diag_row(code)->severity};
    diag_add_finding(diag, code, place, arguments, &plain);
}

static void append(struct diag *diag, const struct diag_message *message)
{
    diag->message = memory_room(diag->message, diag->count, &diag->capacity, sizeof *diag->message);
    diag->message[diag->count++] = *message;
    diag->severities[message->severity]++;
}

const char *diag_phrase(enum diag_code code, enum diag_language language)
{
    return diag_row(code)->sentence[language];
}

void diag_add_phrase(struct diag *diag, enum diag_code code, struct place place,
                     enum diag_code phrase)
{
    struct diag_message message = {
        .code = code, .severity = diag_row(code)->severity, .place = place};
    for (int language = DIAG_ENGLISH; language <= DIAG_THAI; language++) {
        const char *const argument[] = {diag_phrase(phrase, (enum diag_language)language), NULL};
        message.argument[language] =
            copy_arguments(diag->arena, argument, (enum diag_language)language);
    }
    append(diag, &message);
}

void diag_add_finding(struct diag *diag, enum diag_code code, struct place place,
                      const char *const *arguments, const struct diag_finding *finding)
{
    struct arena *arena = diag->arena;
    struct diag_remark *remarks = ARENA_NEW(arena, struct diag_remark, finding->remarks);
    for (size_t i = 0; i < finding->remarks; i++)
        remarks[i] =
            (struct diag_remark){finding->remark[i].code,
                                 copy_arguments(arena, finding->remark[i].argument, DIAG_ENGLISH)};
    const char *const *argument = copy_arguments(arena, arguments, DIAG_ENGLISH);
    const char *const *thai =
        is_worded(arguments) ? copy_arguments(arena, arguments, DIAG_THAI) : argument;
    struct diag_message message = {.code = code,
                                   .severity = finding->severity,
                                   .place = place,
                                   .argument = {argument, thai},
                                   .remark = remarks,
                                   .remarks = finding->remarks,
                                   .known = finding->known,
                                   .remedy = finding->remedy};
    if (finding->remedy.text != NULL)
        message.remedy.text = arena_string(arena, finding->remedy.text);
    if (finding->path != NULL)
        message.path = arena_string(arena, finding->path);
    append(diag, &message);
}

size_t diag_count(const struct diag *diag, enum diag_severity severity)
{
    return diag->severities[severity];
}

bool diag_failed(const struct diag *diag)
{
    return diag->severities[DIAG_ERROR] > 0;
}

size_t diag_mark(const struct diag *diag)
{
    return diag->count;
}

void diag_rewind(struct diag *diag, size_t mark)
{
    assert(mark <= diag->count);
    while (diag->count > mark)
        diag->severities[diag->message[--diag->count].severity]--;
}
