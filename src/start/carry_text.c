#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/date.h"
#include "base/digit.h"
#include "base/unwritten.h"
#include "base/utf8.h"
#include "start/carry.h"

/* ---- placeholders ---- */

/* Latin letters, digits of both scripts, hyphens and underscores. */
static size_t name_length(const char *text)
{
    size_t length = 0;
    while (text[length] != '\0') {
        size_t at = length;
        char32_t c = utf8_next(text, strlen(text), &at);
        bool is_part =
            (c < 128 && (isalnum((int)c) || c == '_' || c == '-')) || digit_value(c) >= 0;
        if (!is_part)
            break;
        length = at;
    }
    return length;
}

static const char *western(struct arena *arena, const char *text, size_t length)
{
    struct buffer out = {0};
    digit_add_text(&out, text, length, DIGIT_WESTERN);
    const char *copy = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return copy;
}

static const char *number_text(struct arena *arena, const struct whole *number)
{
    return arena_printf(arena, "%lld", (long long)number->value);
}

/* What a thing is called in the new scheme; NULL: it is gone. */
static const char *new_question(const struct carry *carry, const char *id)
{
    const struct scheme_question *before = scheme_find_question(carry->match.before, id);
    const struct scheme_question *after = before != NULL ? carry_question(carry, before) : NULL;
    return after != NULL ? after->id.bytes : NULL;
}

static const char *new_indicator(const struct carry *carry, const char *number)
{
    for (size_t i = 0; i < carry->match.before->indicators; i++) {
        const struct scheme_indicator *before = &carry->match.before->indicator[i];
        if (strcmp(number_text(carry->arena, &before->number), number) != 0)
            continue;
        const struct scheme_indicator *after = carry_indicator(carry, before);
        return after != NULL ? number_text(carry->arena, &after->number) : NULL;
    }
    return NULL;
}

static const char *new_instrument(const struct carry *carry, const char *id)
{
    return scheme_find_instrument(carry->match.after, id) != NULL ? id : NULL;
}

static const char *new_part(const struct carry *carry, const char *id)
{
    return scheme_find_part(carry->match.after, id) != NULL ? id : NULL;
}

static const char *new_place(const struct carry *carry, const char *place)
{
    return strlen(place) < 6 && strtoul(place, NULL, 10) <= carry->match.after->indicators ? place
                                                                                           : NULL;
}

static const struct {
    const char *name;
    const char *(*find)(const struct carry *carry, const char *id);
} THINGS[] = {{"question", new_question},
              {"indicator", new_indicator},
              {"instrument", new_instrument},
              {"part", new_part},
              {"ranking", new_place}};

/* Copies what is between braces, things by their new names; false when one of them is gone. */
static bool copy_inside(const struct carry *carry, const char *text, size_t length,
                        struct buffer *out)
{
    size_t at = 0;
    while (at < length) {
        size_t name = name_length(text + at);
        bool begins = name > 0 && (at == 0 || text[at - 1] != '.');
        buffer_add(out, text + at, name > 0 ? name : 1);
        size_t after = at + (name > 0 ? name : 1);
        for (size_t i = 0; begins && after < length && i < sizeof THINGS / sizeof *THINGS; i++) {
            if (strlen(THINGS[i].name) != name || memcmp(THINGS[i].name, text + at, name) != 0 ||
                text[after] != '.')
                continue;
            size_t id = name_length(text + after + 1);
            const char *now = THINGS[i].find(carry, western(carry->arena, text + after + 1, id));
            if (id > 0 && now == NULL)
                return false;
            buffer_printf(out, ".%s", now != NULL ? now : "");
            after += 1 + id;
        }
        at = after;
    }
    return true;
}

const char *carry_placeholders(const struct carry *carry, const char *text)
{
    struct buffer out = {0};
    for (const char *open; (open = strstr(text, "{{")) != NULL;) {
        const char *close = strstr(open, "}}");
        if (close == NULL)
            break;
        buffer_add(&out, text, (size_t)(open - text));
        size_t before = out.length;
        if (!copy_inside(carry, open, (size_t)(close - open), &out)) {
            out.length = before;
            size_t start = (size_t)(open - text) + 2;
            const char *inside = text + start + strspn(text + start, " ");
            size_t length = strcspn(inside, " |}");
            buffer_printf(&out, UNWRITTEN_OPEN "%.*s" UNWRITTEN_CLOSE, (int)length, inside);
        } else {
            buffer_add_string(&out, "}}");
        }
        text = close + 2;
    }
    buffer_add_string(&out, text);
    const char *copy = arena_copy(carry->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return copy;
}

/* ---- marks ---- */

/* Whether a text has lines of its own, or begins with what begins a list, a table or an image. */
static bool needs_line(const char *text)
{
    static const char *const STARTS[] = {"- ", "• ", "|", "![", "(", "* "};
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (strncmp(text, STARTS[i], strlen(STARTS[i])) == 0)
            return true;
    size_t at = 0;
    char32_t first = utf8_next(text, strlen(text), &at);
    return digit_value(first) >= 0 || text[strcspn(text, "\n")] == '\n';
}

void carry_rewrite(const struct carry *carry, struct patch *patch, const struct node *node)
{
    struct unwritten mark;
    if (node->kind != NODE_SCALAR || node->length == 0 ||
        (node->parent != NULL && node->parent->kind == NODE_NULL))
        return;
    const char *text = carry_placeholders(carry, node->text);
    bool is_marked = unwritten_next(node->text, node->length, 0, &mark);
    const char *parting = node->block && needs_line(text) ? "\n" : " ";
    patch_text(patch, node,
               is_marked ? text
                         : arena_printf(carry->arena, "%s%s%s", carry->marks, parting, text));
}

void carry_keep(const struct carry *carry, struct patch *patch, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        patch_text(patch, node, carry_placeholders(carry, node->text));
}

/* ---- years ---- */

/* How many digits of one script a text begins with, in bytes and in number. */
static size_t digits_at(const char *text, size_t length, size_t at, size_t *count, int64_t *value,
                        bool *is_thai)
{
    size_t start = at;
    *count = 0;
    *value = 0;
    while (at < length) {
        size_t next = at;
        char32_t c = utf8_next(text, length, &next);
        if (digit_value(c) < 0)
            break;
        *value = *count < 9 ? *value * 10 + digit_value(c) : *value;
        *is_thai = c >= 128;
        (*count)++;
        at = next;
    }
    return at - start;
}

const char *carry_years(const struct carry *carry, const char *text, bool only_own)
{
    enum { YEAR_DIGITS = 4 };
    const struct edition_profile *profile = &carry->from->profile;
    struct buffer out = {0};
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        size_t count;
        int64_t value;
        bool is_thai = false;
        size_t bytes = digits_at(text, length, at, &count, &value, &is_thai);
        bool is_own = value == profile->fiscal_year.value || value == profile->plan_year.value;
        if (count == YEAR_DIGITS && (is_own || !only_own)) {
            const char *year =
                arena_printf(carry->arena, "%lld", (long long)(value + carry->shift));
            digit_add_text(&out, year, strlen(year), is_thai ? DIGIT_THAI : DIGIT_WESTERN);
        } else {
            buffer_add(&out, text + at, bytes > 0 ? bytes : 1);
        }
        at += bytes > 0 ? bytes : 1;
    }
    const char *copy = arena_copy(carry->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return copy;
}
