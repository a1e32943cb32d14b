/* What changed between two schemes, item by item, for whoever goes on from one to the other. */
#include <string.h>

#include "base/alike.h"
#include "start/start.h"

struct teller {
    const struct scheme_match *match;
    bool is_thai;
    struct buffer *out;
};

static const char *say(const struct teller *teller, const char *english, const char *thai)
{
    return teller->is_thai ? thai : english;
}

static const struct text *place_of(const struct scheme_question *question)
{
    return question->subindicator != NULL ? &question->subindicator->number : NULL;
}

/* The indicator that a question is under, or its sub-indicator. */
static void add_place(struct buffer *out, const struct scheme_question *question)
{
    const struct text *place = place_of(question);
    if (place != NULL)
        buffer_add_string(out, place->bytes);
    else
        buffer_printf(out, "%lld", (long long)question->indicator->number.value);
}

static bool has_moved(const struct scheme_match *match, const struct scheme_question *before,
                      const struct scheme_question *after)
{
    if (match->indicator[after->indicator->index] != before->indicator)
        return true;
    const struct text *old = place_of(before), *now = place_of(after);
    bool both = old != NULL && now != NULL;
    return both ? match->subindicator[after->subindicator->index] != before->subindicator
                : (old == NULL) != (now == NULL);
}

static void tell_kept(const struct teller *teller, const struct scheme_question *before,
                      const struct scheme_question *after, int percent)
{
    struct buffer *out = teller->out;
    bool is_renamed = strcmp(before->id.bytes, after->id.bytes) != 0;
    bool moved = has_moved(teller->match, before, after);
    if (!is_renamed && !moved && percent == 100)
        return;
    buffer_printf(out, "  %s → %s  %s\n", before->id.bytes, after->id.bytes, after->text.bytes);
    if (moved) {
        buffer_printf(out, "      %s ", say(teller, "moved from", "ย้ายจากตัวชี้วัด"));
        add_place(out, before);
        buffer_printf(out, " %s ", say(teller, "to", "ไป"));
        add_place(out, after);
        buffer_add_char(out, '\n');
    }
    if (percent == ALIKE_BUT_DIGITS)
        buffer_printf(out, "      %s: %s\n",
                      say(teller, "other numbers; it was", "ตัวเลขต่างกัน เดิมคือ"), before->text.bytes);
    else if (percent < 100)
        buffer_printf(out, "      %s (%d %%): %s\n",
                      say(teller, "other words, the nearest was taken; it was",
                          "ถ้อยคำต่างกัน เลือกข้อที่ใกล้ที่สุด เดิมคือ"),
                      percent, before->text.bytes);
}

void start_tell_changes(const struct scheme_match *match, enum diag_language language,
                        struct buffer *out)
{
    struct teller teller = {match, language == DIAG_THAI, out};
    size_t start;
    buffer_printf(out, "%s %lld → %lld:\n", say(&teller, "The scheme", "กรอบการประเมิน"),
                  (long long)match->before->fiscal_year.value,
                  (long long)match->after->fiscal_year.value);
    start = out->length;
    for (size_t i = 0; i < match->before->questions; i++)
        if (!scheme_match_goes_on(match, &match->before->question[i]))
            buffer_printf(out, "  - %s %s  %s\n", say(&teller, "gone:", "ยกเลิก:"),
                          match->before->question[i].id.bytes,
                          match->before->question[i].text.bytes);
    for (size_t i = 0; i < match->after->questions; i++)
        if (match->question[i] == NULL)
            buffer_printf(out, "  + %s %s  %s\n", say(&teller, "new:", "ใหม่:"),
                          match->after->question[i].id.bytes, match->after->question[i].text.bytes);
    for (size_t i = 0; i < match->after->questions; i++)
        if (match->question[i] != NULL)
            tell_kept(&teller, match->question[i], &match->after->question[i],
                      match->question_percent[i]);
    if (out->length == start)
        buffer_printf(out, "  %s\n", say(&teller, "no question changed", "ข้อคำถามไม่เปลี่ยน"));
}
