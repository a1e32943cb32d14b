/*
 * A comparison as text: what moved, section by section; a section with nothing in it is left out. Every
 * word is a row of messages, so both languages have the same lines.
 */
#include <string.h>

#include "base/columns.h"
#include "base/decimal.h"
#include "base/diag_list.h"
#include "compare/compare.h"
#include "source/file.h"

enum { TITLE = 56, WORDS = 64 }; /* columns of a terminal */

struct printer {
    struct arena *arena;
    struct buffer *out;
    const struct comparison *of;
    enum diag_language language;
    bool marked; /* an announced figure was printed */
};

static const char *say_list(struct printer *printer, enum diag_code code,
                            const char *const *argument)
{
    struct buffer out = {0};
    diag_sentence(&out, diag_phrase(code, printer->language), argument);
    const char *text = arena_copy(printer->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return text;
}
#define say(printer, code, ...) \
    say_list((printer), (code), 1 + (const char *const[]){NULL, ##__VA_ARGS__, NULL})

static const char *whole(struct printer *printer, int64_t number)
{
    return arena_printf(printer->arena, "%lld", (long long)number);
}

static const char *place_of(struct printer *printer, struct place place)
{
    if (place.source == NULL)
        return "-";
    return arena_printf(printer->arena, "%s:%u", place.source->path, (unsigned)place.line);
}

static void print_line(struct printer *printer, const char *text)
{
    buffer_printf(printer->out, "%s\n", text);
}

static void print_heading(struct printer *printer, enum diag_code code)
{
    buffer_printf(printer->out, "\n%s\n", diag_phrase(code, printer->language));
}

/* ---- what is compared ---- */

static int64_t year_of(const struct figures *figures)
{
    return figures->edition->profile.fiscal_year.value;
}

static void print_head(struct printer *printer)
{
    const struct comparison *of = printer->of;
    const char *before = whole(printer, year_of(of->before));
    const char *after = whole(printer, year_of(of->after));
    const char *name = of->after->edition->profile.agency.name.bytes;
    print_line(printer, say(printer, MESSAGE_DIFF_HEAD, name, after, before));
    buffer_printf(printer->out, "%s → %s\n", of->before->edition->folder,
                  of->after->edition->folder);
    if (!of->same_agency)
        print_line(printer, say(printer, MESSAGE_DIFF_AGENCIES,
                                of->before->edition->profile.agency.name.bytes, name));
    if (of->same_year)
        print_line(printer, say(printer, MESSAGE_DIFF_YEARS, after));
    else if (year_of(of->before) > year_of(of->after))
        print_line(printer, say(printer, MESSAGE_DIFF_ORDER, before, after));
    if (!of->same_scheme)
        print_line(printer, say(printer, MESSAGE_DIFF_SCHEMES));
}

static const char *bytes_of(const struct text *text)
{
    return text != NULL && text->bytes != NULL ? text->bytes : "-";
}

static void add_level(struct columns *columns, struct printer *printer, enum diag_code code,
                      const struct text *before, const struct text *after)
{
    const char *old = bytes_of(before);
    const char *now = bytes_of(after);
    if (strcmp(old, now) != 0)
        COLUMNS_ADD(columns, diag_phrase(code, printer->language),
                    arena_printf(printer->arena, "%s → %s", old, now));
}

static void print_levels(struct printer *printer)
{
    const struct comparison *of = printer->of;
    struct columns columns = {.arena = printer->arena, .columns = 2};
    add_level(&columns, printer, MESSAGE_DIFF_LEVEL, compare_level(of->before),
              compare_level(of->after));
    add_level(&columns, printer, MESSAGE_DIFF_LETTER, compare_letter(of->before),
              compare_letter(of->after));
    if (columns.rows == 0)
        return;
    buffer_add_string(printer->out, "\n");
    columns_print(&columns, 0, printer->out);
}

/* ---- figures ---- */

static const enum diag_code HEADING[] = {[COMPARE_OVERALL] = MESSAGE_DIFF_OVERALL,
                                         [COMPARE_INSTRUMENT] = MESSAGE_DIFF_INSTRUMENTS,
                                         [COMPARE_PART] = MESSAGE_DIFF_PARTS,
                                         [COMPARE_INDICATOR] = MESSAGE_DIFF_INDICATORS,
                                         [COMPARE_INDICATOR_PART] = MESSAGE_DIFF_INDICATOR_PARTS,
                                         [COMPARE_QUESTION] = MESSAGE_DIFF_QUESTIONS,
                                         [COMPARE_QUESTION_PART] = MESSAGE_DIFF_QUESTION_PARTS};

static const char *number_of(struct printer *printer, const struct compare_side *side)
{
    if (!side->present)
        return "-";
    printer->marked |= side->announced;
    return arena_printf(printer->arena, "%s%s", decimal_two(printer->arena, side->hundredths),
                        side->announced ? "*" : " ");
}

static const char *change_of(struct printer *printer, const struct compare_score *score)
{
    if (!score->before.present)
        return diag_phrase(MESSAGE_DIFF_NEW, printer->language);
    if (!score->after.present)
        return diag_phrase(MESSAGE_DIFF_GONE, printer->language);
    int64_t change = score->after.hundredths - score->before.hundredths;
    return arena_printf(printer->arena, "%s%s", change > 0 ? "+" : "",
                        decimal_two(printer->arena, change));
}

static const char *rank_of(struct printer *printer, const struct compare_score *score)
{
    size_t old = score->before.rank;
    size_t now = score->after.rank;
    if (old == 0 || now == 0 || old == now)
        return old == 0 && now == 0 ? "" : whole(printer, (int64_t)(now > 0 ? now : old));
    return arena_printf(printer->arena, "%zu → %zu", old, now);
}

/* The id as it is now, and as it was. */
static const char *label_of(struct printer *printer, const struct compare_score *score)
{
    const char *before = score->before.present ? strchr(score->before.name, '.') : NULL;
    const char *after = score->after.present ? strchr(score->after.name, '.') : NULL;
    if (before == NULL || after == NULL || strcmp(before, after) == 0)
        return after != NULL ? after + 1 : before != NULL ? before + 1 : "";
    return arena_printf(printer->arena, "%s → %s", before + 1, after + 1);
}

/* Whether a figure has come or gone, or is another. */
static bool has_changed(const struct compare_score *score)
{
    return compare_moved(score) || score->before.present != score->after.present;
}

static void add_score(struct columns *columns, struct printer *printer,
                      const struct compare_score *score)
{
    const char *title = score->title != NULL ? bytes_of(score->title)
                                             : diag_phrase(HEADING[score->kind], printer->language);
    COLUMNS_ADD(columns, label_of(printer, score), title, number_of(printer, &score->before),
                number_of(printer, &score->after), change_of(printer, score),
                rank_of(printer, score));
}

static void print_scores(struct printer *printer, enum compare_kind kind)
{
    const struct comparison *of = printer->of;
    struct columns columns = {.arena = printer->arena,
                              .columns = 6,
                              .right = {[2] = true, [3] = true, [4] = true},
                              .most = {[1] = TITLE}};
    const char *rank =
        kind == COMPARE_INDICATOR ? diag_phrase(MESSAGE_DIFF_RANK, printer->language) : "";
    COLUMNS_ADD(&columns, "", "",
                arena_printf(printer->arena, "%s ", whole(printer, year_of(of->before))),
                arena_printf(printer->arena, "%s ", whole(printer, year_of(of->after))),
                diag_phrase(MESSAGE_DIFF_CHANGE, printer->language), rank);
    size_t unmoved = 0;
    for (size_t i = 0; i < of->scores; i++) {
        if (of->score[i].kind != kind)
            continue;
        if (has_changed(&of->score[i]))
            add_score(&columns, printer, &of->score[i]);
        else
            unmoved++;
    }
    if (columns.rows == 1)
        return;
    if (kind == COMPARE_OVERALL)
        buffer_add_string(printer->out, "\n");
    else
        print_heading(printer, HEADING[kind]);
    columns_print(&columns, 2, printer->out);
    if (unmoved > 0)
        buffer_printf(printer->out, "  %s\n",
                      say(printer, MESSAGE_DIFF_UNMOVED, whole(printer, (int64_t)unmoved)));
}

/* ---- announced figures ---- */

static void add_announced(struct columns *columns, struct printer *printer,
                          const struct compare_side *side)
{
    if (!side->present || !side->announced || side->hundredths == side->computed)
        return;
    COLUMNS_ADD(columns, side->name, decimal_two(printer->arena, side->hundredths),
                say(printer, MESSAGE_DIFF_COMPUTED, decimal_two(printer->arena, side->computed)),
                place_of(printer, side->place));
}

static void print_announced(struct printer *printer)
{
    const struct comparison *of = printer->of;
    struct columns columns = {.arena = printer->arena, .columns = 4, .right = {[1] = true}};
    for (size_t i = 0; i < of->scores; i++) {
        add_announced(&columns, printer, &of->score[i].before);
        add_announced(&columns, printer, &of->score[i].after);
    }
    if (printer->marked)
        buffer_printf(printer->out, "\n%s\n",
                      diag_phrase(MESSAGE_DIFF_ANNOUNCED_MARK, printer->language));
    if (columns.rows == 0)
        return;
    print_heading(printer, MESSAGE_DIFF_ANNOUNCED);
    columns_print(&columns, 2, printer->out);
}

/* ---- questions of the schemes ---- */

static void add_question(struct columns *columns, struct printer *printer,
                         const struct scheme_question *question)
{
    COLUMNS_ADD(
        columns, question->id.bytes, bytes_of(&question->text),
        say(printer, MESSAGE_DIFF_INDICATOR, whole(printer, question->indicator->number.value)));
}

/* From where to where: the id and the indicator. */
static void add_move(struct columns *columns, struct printer *printer,
                     const struct compare_question *question)
{
    int64_t old = question->before->indicator->number.value;
    int64_t now = question->after->indicator->number.value;
    const char *indicators =
        old != now ? arena_printf(printer->arena, "%lld → %lld", (long long)old, (long long)now)
                   : whole(printer, now);
    COLUMNS_ADD(columns,
                arena_printf(printer->arena, "%s → %s", question->before->id.bytes,
                             question->after->id.bytes),
                bytes_of(&question->after->text), say(printer, MESSAGE_DIFF_INDICATOR, indicators));
}

static void print_questions(struct printer *printer, enum diag_code heading, enum compare_fate fate)
{
    const struct comparison *of = printer->of;
    size_t title = fate == COMPARE_RENAMED ? 0 : TITLE; /* what differs may be at the end */
    struct columns columns = {.arena = printer->arena, .columns = 3, .most = {[1] = title}};
    for (size_t i = 0; i < of->questions; i++) {
        const struct compare_question *question = &of->question[i];
        if (fate == COMPARE_KEPT && question->moved)
            add_move(&columns, printer, question);
        else if (fate == question->fate && fate == COMPARE_RENAMED) {
            add_question(&columns, printer, question->before);
            add_question(&columns, printer, question->after);
        } else if (fate == question->fate && fate != COMPARE_KEPT)
            add_question(&columns, printer,
                         question->after != NULL ? question->after : question->before);
    }
    if (columns.rows == 0)
        return;
    print_heading(printer, heading);
    columns_print(&columns, 2, printer->out);
}

/* ---- measures ---- */

static const char *measure_notes(struct printer *printer, const struct compare_measure *measure)
{
    if (measure->before == NULL || measure->after == NULL)
        return "";
    const char *notes =
        say(printer, MESSAGE_DIFF_STEPS, whole(printer, (int64_t)measure->steps_kept),
            whole(printer, (int64_t)measure->after->steps.count));
    if (measure->same_period)
        notes = arena_printf(printer->arena, "%s, %s", notes,
                             diag_phrase(MESSAGE_DIFF_SAME_PERIOD, printer->language));
    if (!measure->same_owners)
        notes = arena_printf(printer->arena, "%s, %s", notes,
                             diag_phrase(MESSAGE_DIFF_OTHER_OWNERS, printer->language));
    return notes;
}

static void add_measure(struct columns *columns, struct printer *printer,
                        const struct compare_measure *measure)
{
    const struct edition_issue *issue =
        measure->after != NULL ? measure->issue_after : measure->issue_before;
    const struct edition_measure *own = measure->after != NULL ? measure->after : measure->before;
    if (measure->fate == COMPARE_RENAMED)
        COLUMNS_ADD(
            columns,
            say(printer, MESSAGE_DIFF_ISSUE, whole(printer, measure->issue_before->number.value)),
            bytes_of(&measure->before->name), "");
    COLUMNS_ADD(columns, say(printer, MESSAGE_DIFF_ISSUE, whole(printer, issue->number.value)),
                arena_printf(printer->arena, "%s%s", measure->fate == COMPARE_RENAMED ? "→ " : "",
                             bytes_of(&own->name)),
                measure_notes(printer, measure));
}

static void print_measures(struct printer *printer, enum diag_code heading, enum compare_fate fate)
{
    const struct comparison *of = printer->of;
    struct columns columns = {.arena = printer->arena, .columns = 3, .most = {[1] = TITLE}};
    for (size_t i = 0; i < of->measures; i++)
        if (of->measure[i].fate == fate)
            add_measure(&columns, printer, &of->measure[i]);
    if (columns.rows == 0)
        return;
    print_heading(printer, heading);
    columns_print(&columns, 2, printer->out);
}

/* ---- texts ---- */

static void print_texts(struct printer *printer)
{
    const struct comparison *of = printer->of;
    struct columns columns = {.arena = printer->arena, .columns = 3, .most = {[2] = WORDS}};
    for (size_t i = 0; i < of->texts; i++)
        COLUMNS_ADD(&columns, place_of(printer, of->text[i].before),
                    place_of(printer, of->text[i].after), of->text[i].words);
    if (columns.rows == 0)
        return;
    print_heading(printer, MESSAGE_DIFF_TEXTS);
    columns_print(&columns, 2, printer->out);
}

static bool is_nothing_other(const struct comparison *of)
{
    bool other =
        of->questions > 0 || !of->same_scheme ||
        compare_count_measures(of, COMPARE_KEPT) < of->measures ||
        strcmp(bytes_of(compare_level(of->before)), bytes_of(compare_level(of->after))) != 0;
    for (size_t i = 0; i < of->scores; i++)
        other |= has_changed(&of->score[i]);
    return !other;
}

void compare_print(const struct comparison *comparison, enum diag_language language,
                   struct buffer *out)
{
    struct printer printer = {
        .arena = arena_new(), .out = out, .of = comparison, .language = language};
    print_head(&printer);
    if (is_nothing_other(comparison))
        print_line(&printer, diag_phrase(MESSAGE_DIFF_NOTHING, language));
    print_levels(&printer);
    for (enum compare_kind kind = COMPARE_OVERALL; kind <= COMPARE_QUESTION_PART; kind++)
        print_scores(&printer, kind);
    print_announced(&printer);
    print_questions(&printer, MESSAGE_DIFF_CAME, COMPARE_ADDED);
    print_questions(&printer, MESSAGE_DIFF_WENT, COMPARE_DROPPED);
    print_questions(&printer, MESSAGE_DIFF_MOVED, COMPARE_KEPT);
    print_questions(&printer, MESSAGE_DIFF_REWORDED, COMPARE_RENAMED);
    print_measures(&printer, MESSAGE_DIFF_ADDED, COMPARE_ADDED);
    print_measures(&printer, MESSAGE_DIFF_DROPPED, COMPARE_DROPPED);
    print_measures(&printer, MESSAGE_DIFF_RENAMED, COMPARE_RENAMED);
    print_measures(&printer, MESSAGE_DIFF_KEPT, COMPARE_KEPT);
    print_texts(&printer);
    arena_free(printer.arena);
}
