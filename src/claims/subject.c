/* A subject in words, from the most particular thing that was named outward. */
#include "base/buffer.h"
#include "base/diag_list.h"
#include "claims/claims.h"

static const char *phrase(struct arena *arena, enum diag_language language, enum diag_code code,
                          const char *first, const char *second)
{
    const char *const arguments[] = {first, second, NULL};
    struct buffer out = {0};
    diag_sentence(&out, diag_phrase(code, language), arguments);
    const char *text = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return text;
}

static const char *number_of(struct arena *arena, const struct scheme_indicator *indicator)
{
    return arena_printf(arena, "%lld", (long long)indicator->number.value);
}

static const char *lacking(struct arena *arena, const struct claim_subject *subject,
                           enum diag_language language)
{
    static const enum diag_code codes[] = {[CLAIM_INDICATOR] = MESSAGE_CLAIM_INDICATOR,
                                           [CLAIM_SUBINDICATOR] = MESSAGE_CLAIM_SUBINDICATOR,
                                           [CLAIM_QUESTION] = MESSAGE_CLAIM_QUESTION};
    const char *name = subject->number;
    if (subject->thing != CLAIM_PART)
        name = phrase(arena, language, codes[subject->thing], subject->number, NULL);
    return name;
}

static const char *thing_text(struct arena *arena, const struct claim_subject *subject,
                              enum diag_language language)
{
    if (subject->lacks)
        return lacking(arena, subject, language);
    switch (subject->thing) {
    case CLAIM_QUESTION:
        return phrase(arena, language, MESSAGE_CLAIM_QUESTION, subject->question->id.bytes, NULL);
    case CLAIM_SUBINDICATOR:
        return phrase(arena, language, MESSAGE_CLAIM_SUBINDICATOR,
                      subject->subindicator->number.bytes, NULL);
    case CLAIM_INDICATOR:
        return phrase(arena, language, MESSAGE_CLAIM_INDICATOR,
                      number_of(arena, subject->indicator), NULL);
    case CLAIM_PART:
        return subject->part->name.bytes != NULL ? subject->part->name.bytes
                                                 : subject->part->id.bytes;
    case CLAIM_INSTRUMENT:
        return subject->instrument->id.bytes;
    case CLAIM_ISSUE:
        return phrase(arena, language, MESSAGE_CLAIM_ISSUE, subject->number, NULL);
    case CLAIM_TABLE:
        return phrase(arena, language, MESSAGE_CLAIM_TABLE, subject->number, NULL);
    case CLAIM_TARGET:
        return diag_phrase(MESSAGE_CLAIM_TARGET, language);
    case CLAIM_INDICATORS:
        return diag_phrase(MESSAGE_CLAIM_ALL, language);
    case CLAIM_TOOLS:
        return diag_phrase(MESSAGE_CLAIM_ALL_TOOLS, language);
    case CLAIM_OVERALL:
        return diag_phrase(MESSAGE_CLAIM_OVERALL, language);
    default:
        return diag_phrase(MESSAGE_CLAIM_REPORT, language);
    }
}

const char *claim_subject_text(struct arena *arena, const struct claim_subject *subject,
                               enum diag_language language)
{
    const char *text = thing_text(arena, subject, language);
    bool in_part = subject->part != NULL && !subject->part_before && !subject->lacks &&
                   (subject->thing == CLAIM_QUESTION || subject->thing == CLAIM_INDICATOR);
    if (in_part)
        text = phrase(arena, language, MESSAGE_CLAIM_IN, text,
                      subject->part->name.bytes != NULL ? subject->part->name.bytes
                                                        : subject->part->id.bytes);
    if (subject->year != 0)
        text = phrase(arena, language, MESSAGE_CLAIM_OF_YEAR, text,
                      arena_printf(arena, "%lld", (long long)subject->year));
    return text;
}

const char *claim_subject_both(struct arena *arena, const struct claim_subject *subject)
{
    return diag_both(arena, claim_subject_text(arena, subject, DIAG_ENGLISH),
                     claim_subject_text(arena, subject, DIAG_THAI));
}

const char *claim_list_text(struct arena *arena, const struct claim *claim,
                            enum diag_language language)
{
    const char *text = claim_subject_text(arena, &claim->list[0], language);
    for (size_t i = 1; i < claim->lists; i++)
        text = arena_printf(arena, "%s, %s", text,
                            claim_subject_text(arena, &claim->list[i], language));
    return phrase(arena, language, MESSAGE_CLAIM_MEAN, text, NULL);
}
