#include "start/template.h"

#include <string.h>

#include "yaml/node.h"
#include "yaml/quote.h"

enum { DEEPEST = 4 };

/* The values of one turn, and those outside of it. */
struct turn {
    const struct start_value *value;
    size_t count;
    const struct turn *outer;
    const struct scheme_instrument *instrument;
    const struct scheme_indicator *indicator;
};

struct filler {
    struct arena *arena;
    const struct scheme *scheme;
    struct buffer *out;
    int depth;
};

/* Lines of a template. */
struct lines {
    const char *start, *end;
};

static const char *line_end(struct lines lines)
{
    const char *end = memchr(lines.start, '\n', (size_t)(lines.end - lines.start));
    return end != NULL ? end + 1 : lines.end;
}

/* ---- texts ---- */

const char *start_line(struct arena *arena, const char *text)
{
    char *line = arena_string(arena, text);
    for (char *c = line; *c != '\0'; c++)
        if (*c == '\n' || *c == '\r' || *c == '\t')
            *c = ' ';
    return line;
}

/* Whether YAML reads a text without quotes as itself. */
static bool reads_alike(const char *text)
{
    struct arena *arena = arena_new();
    struct diag *unheard = diag_new();
    const char *line = arena_printf(arena, "key: %s\n", text);
    struct source source = {.path = "", .text = line, .length = strlen(line)};
    const struct node *tree = node_parse(arena, &source, unheard);
    const struct node *value = tree != NULL ? node_find(tree, "key") : NULL;
    bool alike = value != NULL && value->kind == NODE_SCALAR && strcmp(value->text, text) == 0 &&
                 diag_mark(unheard) == 0 && strpbrk(text, "#\"'") == NULL;
    diag_free(unheard);
    arena_free(arena);
    return alike;
}

const char *start_typed(struct arena *arena, const char *text)
{
    if (reads_alike(text))
        return text;
    struct buffer out = {0};
    quote_scalar(&out, text, strlen(text));
    const char *typed = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return typed;
}

/* ---- lines ---- */

/* False when no turn knows the name; *text is NULL when it is not given. */
static bool find_value(const struct turn *turn, const char *name, size_t length, const char **text)
{
    for (; turn != NULL; turn = turn->outer)
        for (size_t i = 0; i < turn->count; i++)
            if (strlen(turn->value[i].name) == length &&
                memcmp(turn->value[i].name, name, length) == 0) {
                *text = turn->value[i].text;
                return true;
            }
    return false;
}

/* One line; nothing of it where a name in it has no value. What is between @ signs and no name stays. */
static void fill_line(struct filler *filler, const char *line, const char *end,
                      const struct turn *turn)
{
    struct buffer *out = filler->out;
    size_t before = out->length;
    while (line < end) {
        const char *close = *line == '@' ? memchr(line + 1, '@', (size_t)(end - line - 1)) : NULL;
        const char *bar = close != NULL ? memchr(line, '|', (size_t)(close - line)) : NULL;
        const char *name_end = bar != NULL ? bar : close;
        const char *text;
        if (close == NULL || !find_value(turn, line + 1, (size_t)(name_end - line - 1), &text)) {
            buffer_add_char(out, *line++);
            continue;
        }
        if (text == NULL && bar == NULL) {
            out->length = before;
            return;
        }
        if (text != NULL)
            buffer_add_string(out, text);
        else
            buffer_add(out, bar + 1, (size_t)(close - bar - 1));
        line = close + 1;
    }
}

static void fill_lines(struct filler *filler, struct lines lines, const struct turn *turn);

/* ---- turns ---- */

/* "i1:", or with parts "e1: {public: , survey: }", filled up to a column. */
static const char *score_of(struct arena *arena, const struct scheme_question *question)
{
    enum { COLUMN = 10 };
    const struct scheme_instrument *instrument = question->indicator->instrument;
    const char *text = arena_printf(arena, "%s:", question->id.bytes);
    for (size_t p = 0; p < instrument->parts; p++)
        text = arena_printf(arena, "%s%s%s:%s", text, p == 0 ? " {" : " ",
                            instrument->part[p].id.bytes, p + 1 < instrument->parts ? " ," : " }");
    return instrument->parts > 0 ? text : arena_printf(arena, "%-*s", COLUMN, text);
}

static void turn_question(struct filler *filler, struct lines lines, const struct turn *outer,
                          const struct scheme_question *question)
{
    const struct start_value value[] = {
        {"id", question->id.bytes},
        {"text", start_line(filler->arena, question->text.bytes)},
        {"score", score_of(filler->arena, question)},
    };
    struct turn turn = *outer;
    turn.value = value;
    turn.count = sizeof value / sizeof *value;
    turn.outer = outer;
    fill_lines(filler, lines, &turn);
}

static void turn_named(struct filler *filler, struct lines lines, struct turn turn, const char *id,
                       const char *name)
{
    const struct start_value value[] = {
        {"id", id},
        {"number", id},
        {"name", name != NULL ? start_line(filler->arena, name) : NULL}};
    turn.value = value;
    turn.count = sizeof value / sizeof *value;
    fill_lines(filler, lines, &turn);
}

static void each_question(struct filler *filler, struct lines lines, const struct turn *outer)
{
    for (size_t i = 0; i < filler->scheme->questions; i++) {
        const struct scheme_question *question = &filler->scheme->question[i];
        bool is_of_instrument =
            outer->instrument == NULL || outer->instrument == question->indicator->instrument;
        if (is_of_instrument &&
            (outer->indicator == NULL || outer->indicator == question->indicator))
            turn_question(filler, lines, outer, question);
    }
}

static void each_instrument(struct filler *filler, struct lines lines, const struct turn *outer)
{
    for (size_t i = 0; i < filler->scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &filler->scheme->instrument[i];
        turn_named(filler, lines, (struct turn){.outer = outer, .instrument = instrument},
                   instrument->id.bytes, instrument->name.bytes);
    }
}

/* Those who answer: of an instrument, or of each of its parts. */
static void each_respondent(struct filler *filler, struct lines lines, const struct turn *outer)
{
    for (size_t i = 0; i < filler->scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &filler->scheme->instrument[i];
        struct turn turn = {.outer = outer};
        for (size_t p = 0; p < instrument->parts; p++)
            turn_named(filler, lines, turn, instrument->part[p].id.bytes,
                       scheme_part_name(&instrument->part[p]));
        if (instrument->parts == 0)
            turn_named(filler, lines, turn, instrument->id.bytes, instrument->name.bytes);
    }
}

static void each_indicator(struct filler *filler, struct lines lines, const struct turn *outer)
{
    for (size_t i = 0; i < filler->scheme->indicators; i++) {
        const struct scheme_indicator *indicator = &filler->scheme->indicator[i];
        const char *number =
            arena_printf(filler->arena, "%lld", (long long)indicator->number.value);
        turn_named(filler, lines, (struct turn){.outer = outer, .indicator = indicator}, number,
                   indicator->name.bytes);
    }
}

/* As many as the scheme names or states; at least one. */
static void each_issue(struct filler *filler, struct lines lines, const struct turn *outer)
{
    const struct scheme *scheme = filler->scheme;
    size_t stated = scheme->stated_issues.present ? (size_t)scheme->stated_issues.value : 1;
    size_t count = scheme->issues.count > 0 ? scheme->issues.count : stated;
    for (size_t i = 0; i < count; i++) {
        const char *number = arena_printf(filler->arena, "%zu", i + 1);
        const char *name = i < scheme->issues.count
                               ? start_typed(filler->arena, scheme->issues.item[i].bytes)
                               : NULL;
        turn_named(filler, lines, (struct turn){.outer = outer}, number, name);
    }
}

static void fill_each(struct filler *filler, const char *thing, struct lines lines,
                      const struct turn *turn)
{
    static const struct {
        const char *name;
        void (*each)(struct filler *filler, struct lines lines, const struct turn *outer);
    } THINGS[] = {{"question", each_question},
                  {"instrument", each_instrument},
                  {"respondent", each_respondent},
                  {"indicator", each_indicator},
                  {"issue", each_issue}};
    if (filler->depth == DEEPEST)
        return;
    filler->depth++;
    for (size_t i = 0; i < sizeof THINGS / sizeof *THINGS; i++)
        if (strncmp(thing, THINGS[i].name, strlen(THINGS[i].name)) == 0)
            THINGS[i].each(filler, lines, turn);
    filler->depth--;
}

static const char EACH[] = "#@each ", END[] = "#@end";

static bool begins(const char *line, const char *end, const char *with)
{
    return (size_t)(end - line) >= strlen(with) && memcmp(line, with, strlen(with)) == 0;
}

/* The line of the end that belongs to a beginning; the lines' end where there is none. */
static const char *find_end(struct lines lines)
{
    int open = 0;
    for (; lines.start < lines.end; lines.start = line_end(lines)) {
        if (begins(lines.start, lines.end, EACH))
            open++;
        if (begins(lines.start, lines.end, END) && open-- == 0)
            return lines.start;
    }
    return lines.end;
}

static void fill_lines(struct filler *filler, struct lines lines, const struct turn *turn)
{
    while (lines.start < lines.end) {
        const char *next = line_end(lines);
        if (!begins(lines.start, lines.end, EACH)) {
            fill_line(filler, lines.start, next, turn);
            lines.start = next;
            continue;
        }
        struct lines inside = {next, find_end((struct lines){next, lines.end})};
        fill_each(filler, lines.start + strlen(EACH), inside, turn);
        lines.start = line_end((struct lines){inside.end, lines.end});
    }
}

void start_fill(struct arena *arena, const char *text, const struct scheme *scheme,
                struct start_values values, struct buffer *out)
{
    struct filler filler = {.arena = arena, .scheme = scheme, .out = out};
    struct turn all = {.value = values.value, .count = values.count};
    fill_lines(&filler, (struct lines){text, text + strlen(text)}, &all);
}
