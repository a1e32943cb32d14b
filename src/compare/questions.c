/* Which questions came, went, moved or have other words. */
#include <string.h>

#include "base/digit.h"
#include "compare/compare_make.h"

static void add(struct compare_maker *maker, size_t *room, struct compare_question question)
{
    struct comparison *comparison = maker->comparison;
    comparison->question = arena_room(maker->arena, comparison->question, comparison->questions,
                                      room, sizeof *comparison->question);
    comparison->question[comparison->questions++] = question;
}

/* Whether a question has another id, or is under an indicator that is not the same. */
static bool is_moved(const struct scheme_match *match, const struct scheme_question *before,
                     const struct scheme_question *after)
{
    return digit_compare(before->id.bytes, after->id.bytes) != 0 ||
           match->indicator[after->indicator->index] != before->indicator;
}

void compare_questions(struct compare_maker *maker)
{
    const struct scheme_match *match = &maker->comparison->match;
    bool *goes_on = ARENA_NEW(maker->arena, bool, match->before->questions);
    size_t room = 0;
    for (size_t i = 0; i < match->after->questions; i++) {
        const struct scheme_question *after = &match->after->question[i];
        const struct scheme_question *before = match->question[i];
        if (before == NULL) {
            add(maker, &room, (struct compare_question){COMPARE_ADDED, NULL, after, false});
            continue;
        }
        goes_on[before->index] = true;
        bool moved = is_moved(match, before, after);
        bool same_words = match->question_percent[i] >= ALIKE_BUT_DIGITS;
        enum compare_fate fate = same_words ? COMPARE_KEPT : COMPARE_RENAMED;
        if (moved || fate == COMPARE_RENAMED)
            add(maker, &room, (struct compare_question){fate, before, after, moved});
    }
    for (size_t i = 0; i < match->before->questions; i++)
        if (!goes_on[i])
            add(maker, &room,
                (struct compare_question){COMPARE_DROPPED, &match->before->question[i], NULL,
                                          false});
}
