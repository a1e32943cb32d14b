/* `check --claims`: the sentence, and under it what was read from it, so that a Thai reader can judge the reader. */
#include "base/decimal.h"
#include "base/diag_list.h"
#include "claims/claims.h"

struct printer {
    struct arena *arena;
    struct buffer *out;
    enum diag_language language;
};

static const char *phrase(struct printer *printer, enum diag_code code, const char *first,
                          const char *second)
{
    const char *const arguments[] = {first, second, NULL};
    struct buffer out = {0};
    diag_sentence(&out, diag_phrase(code, printer->language), arguments);
    const char *text = arena_copy(printer->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return text;
}

static const char *whole(struct printer *printer, int64_t number)
{
    return arena_printf(printer->arena, "%lld", (long long)number);
}

static const char *points(struct printer *printer, int64_t hundredths)
{
    return decimal_two(printer->arena, hundredths);
}

static const char *other(struct printer *printer, const struct claim *claim)
{
    if (claim->other.thing == CLAIM_NUMBER)
        return points(printer, claim->value);
    if (claim->other.thing == CLAIM_NOTHING)
        return diag_phrase(MESSAGE_CLAIM_UNSAID, printer->language);
    return claim_subject_text(printer->arena, &claim->other, printer->language);
}

static const char *compared(struct printer *printer, enum diag_code code, const struct claim *claim,
                            const char *with)
{
    const char *text = phrase(printer, code, with, NULL);
    if (claim->amount < 0)
        return text;
    return phrase(printer, MESSAGE_CLAIM_BY, text, points(printer, claim->amount));
}

static const char *ranked(struct printer *printer, enum diag_code code, const struct claim *claim)
{
    if (claim->rank > 1 && claim->relation != CLAIM_SECOND)
        code = MESSAGE_CLAIM_PLACE;
    return phrase(printer, code, other(printer, claim), whole(printer, (int64_t)claim->rank));
}

enum diag_code claim_unit_words(enum claim_unit unit)
{
    static const enum diag_code words[] = {[CLAIM_UNIT_NONE] = MESSAGE_CLAIM_UNSAID,
                                           [CLAIM_UNIT_INDICATORS] = MESSAGE_CLAIM_INDICATORS,
                                           [CLAIM_UNIT_SUBINDICATORS] = MESSAGE_CLAIM_SUBINDICATORS,
                                           [CLAIM_UNIT_QUESTIONS] = MESSAGE_CLAIM_QUESTIONS,
                                           [CLAIM_UNIT_ISSUES] = MESSAGE_CLAIM_ISSUES,
                                           [CLAIM_UNIT_MEASURES] = MESSAGE_CLAIM_MEASURES,
                                           [CLAIM_UNIT_TOOLS] = MESSAGE_CLAIM_TOOLS,
                                           [CLAIM_UNIT_BELOW] = MESSAGE_CLAIM_UNITS_BELOW,
                                           [CLAIM_UNIT_REACHED] = MESSAGE_CLAIM_UNITS_REACHED,
                                           [CLAIM_UNIT_PERSONS] = MESSAGE_CLAIM_PERSONS};
    return words[unit];
}

static const char *counted(struct printer *printer, const struct claim *claim)
{
    return phrase(printer, MESSAGE_CLAIM_COUNTS, whole(printer, claim->value / 100),
                  diag_phrase(claim_unit_words(claim->unit), printer->language));
}

static const char *relation(struct printer *printer, const struct claim *claim)
{
    switch (claim->relation) {
    case CLAIM_IS_NAMED:
        return phrase(printer, MESSAGE_CLAIM_IS_NAMED, claim->text, NULL);
    case CLAIM_REFERS:
        return diag_phrase(MESSAGE_CLAIM_REFERS, printer->language);
    case CLAIM_SCORES:
        return phrase(printer, MESSAGE_CLAIM_SCORES, points(printer, claim->value), NULL);
    case CLAIM_WEIGHS:
        return phrase(printer, MESSAGE_CLAIM_WEIGHS, points(printer, claim->value), NULL);
    case CLAIM_IS_TARGET:
        return phrase(printer, MESSAGE_CLAIM_IS, points(printer, claim->value), NULL);
    case CLAIM_HAS_LEVEL:
        return phrase(printer, MESSAGE_CLAIM_LEVEL, claim->text, NULL);
    case CLAIM_LEVEL_FROM:
        return phrase(printer, MESSAGE_CLAIM_LEVEL_FROM, claim->text,
                      points(printer, claim->value));
    case CLAIM_HIGHEST:
        return ranked(printer, MESSAGE_CLAIM_HIGHEST, claim);
    case CLAIM_LOWEST:
        return ranked(printer, MESSAGE_CLAIM_LOWEST, claim);
    case CLAIM_SECOND:
        return ranked(printer, MESSAGE_CLAIM_SECOND, claim);
    case CLAIM_ABOVE:
        return compared(printer, MESSAGE_CLAIM_ABOVE, claim, other(printer, claim));
    case CLAIM_BELOW:
        return compared(printer, MESSAGE_CLAIM_BELOW, claim, other(printer, claim));
    case CLAIM_AT_LEAST:
        return compared(printer, MESSAGE_CLAIM_AT_LEAST, claim, other(printer, claim));
    case CLAIM_AWAY:
        return compared(printer, MESSAGE_CLAIM_AWAY, claim, other(printer, claim));
    case CLAIM_RISEN:
        return compared(printer, MESSAGE_CLAIM_RISEN, claim, whole(printer, claim->since));
    case CLAIM_FALLEN:
        return compared(printer, MESSAGE_CLAIM_FALLEN, claim, whole(printer, claim->since));
    case CLAIM_COUNTS:
        return counted(printer, claim);
    case CLAIM_RESULT_YEAR:
        return phrase(printer, MESSAGE_CLAIM_RESULT_YEAR, whole(printer, claim->value), NULL);
    case CLAIM_PLAN_YEAR:
        return phrase(printer, MESSAGE_CLAIM_PLAN_YEAR, whole(printer, claim->value), NULL);
    case CLAIM_YEAR:
        return phrase(printer, MESSAGE_CLAIM_YEAR, whole(printer, claim->value), NULL);
    default:
        return phrase(printer, MESSAGE_CLAIM_AGENCY, claim->text, NULL);
    }
}

static const char *subject(struct printer *printer, const struct claim *claim)
{
    const char *text = claim->subject.thing == CLAIM_MEAN
                           ? claim_list_text(printer->arena, claim, printer->language)
                           : claim_subject_text(printer->arena, &claim->subject, printer->language);
    return claim->subject.lacks ? phrase(printer, MESSAGE_CLAIM_LACKING, text, NULL) : text;
}

static void print_claim(struct printer *printer, const struct claims_of *of,
                        const struct claim *claim)
{
    struct place place = filled_place(&of->filled, claim->from);
    const char *said = relation(printer, claim);
    if (claim->negated)
        said = phrase(printer, MESSAGE_CLAIM_NOT, said, NULL);
    buffer_printf(printer->out, "  %u:%u: %s - %s\n", place.line, place.column,
                  subject(printer, claim), said);
}

void claims_print(const struct claims *claims, enum diag_language language, struct buffer *out)
{
    struct printer printer = {arena_new(), out, language};
    for (size_t i = 0; i < claims->count; i++) {
        const struct claims_of *of = &claims->item[i];
        for (size_t c = 0; c < of->count; c++) {
            const struct claim *claim = &of->claim[c];
            if (c == 0 || claim->clause != of->claim[c - 1].clause) {
                struct place place = filled_place(&of->filled, claim->clause);
                buffer_printf(
                    out, "%s:%u:%u: %s\n", place.source != NULL ? place.source->path : "",
                    place.line, place.column,
                    filled_copy(printer.arena, &of->filled, claim->clause, claim->clause_to));
            }
            print_claim(&printer, of, claim);
        }
    }
    arena_free(printer.arena);
}
