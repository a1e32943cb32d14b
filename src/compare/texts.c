/*
 * Paragraphs that are in both editions word for word. Names, titles and owners are no texts that are written anew every
 * year; what is the measures' own is compared with them, but their steps are texts as well.
 */
#include <assert.h>
#include <string.h>

#include "base/alike.h"
#include "claims/passages.h"
#include "compare/compare_make.h"

struct paragraph {
    const char *words;
    struct place place;
};

struct paragraphs {
    struct paragraph *item;
    struct alike *alike;
    size_t count, room, alike_room;
};

static bool is_written_anew(enum passage_kind kind)
{
    switch (kind) {
    case PASSAGE_FOREWORD:
    case PASSAGE_ADVICE:
    case PASSAGE_SURVEY:
    case PASSAGE_SUMMARY:
    case PASSAGE_ANALYSIS:
    case PASSAGE_GUIDELINE:
    case PASSAGE_STEP:
        return true;
    default:
        return false;
    }
}

/* What it is a text of: a guideline kept for the same question comes before one that moved. */
static const char *subject_of(struct arena *arena, const struct passage *passage)
{
    const char *question = passage->question != NULL ? passage->question->id.bytes : "";
    long long indicator =
        passage->indicator != NULL ? (long long)passage->indicator->number.value : 0;
    return arena_printf(arena, "%d %s %lld", (int)passage->kind, question, indicator);
}

static void add(struct arena *arena, struct paragraphs *to, const struct passage *passage,
                struct scan_span span)
{
    const struct scan *scan = &passage->scan;
    while (span.from < span.to && scan->letter[span.from].class >= SCAN_SPACE &&
           scan->letter[span.from].class <= SCAN_NEWLINE)
        span.from++;
    const char *words = scan_copy(arena, scan, span.from, span.to);
    struct alike alike = alike_of(arena, words, strlen(words), subject_of(arena, passage));
    if (alike.key[0] == '\0')
        return;
    to->item = arena_room(arena, to->item, to->count, &to->room, sizeof *to->item);
    to->alike = arena_room(arena, to->alike, to->count, &to->alike_room, sizeof *to->alike);
    alike.key = words; /* word for word: with blanks and signs */
    to->item[to->count] = (struct paragraph){words, scan_place(scan, span.from)};
    to->alike[to->count++] = alike;
}

static struct paragraphs collect(struct arena *arena, const struct edition *edition)
{
    struct paragraphs all = {0};
    struct passages passages = passages_collect(arena, edition, NULL);
    for (size_t i = 0; i < passages.count; i++) {
        const struct passage *passage = &passages.item[i];
        for (size_t p = 0; is_written_anew(passage->kind) && p < passage->scan.paragraphs; p++)
            add(arena, &all, passage, passage->scan.paragraph[p]);
    }
    return all;
}

void compare_texts(struct compare_maker *maker)
{
    struct arena *arena = maker->arena;
    struct comparison *comparison = maker->comparison;
    struct paragraphs before = collect(arena, comparison->before->edition);
    struct paragraphs after = collect(arena, comparison->after->edition);
    const struct alike_rule only_equal = {.least = 101};
    const struct alike_pair *pair =
        alike_pairs(arena, (struct alike_list){before.alike, before.count},
                    (struct alike_list){after.alike, after.count}, only_equal);
    comparison->text = ARENA_NEW(arena, struct compare_text, after.count);
    for (size_t i = 0; i < after.count; i++) {
        if (pair[i].other == ALIKE_NONE)
            continue;
        assert(pair[i].other < before.count && before.item != NULL);
        comparison->text[comparison->texts++] = (struct compare_text){
            after.item[i].words, before.item[pair[i].other].place, after.item[i].place};
    }
}
