/*
 * Emphasis as it is meant beside Thai letters, which have no blanks between words: signs open where
 * something that can be emphasized comes after them, and close where it comes before; where both
 * are so, they close what is open. Bold and slanted are switched apart from each other.
 */
#include "base/utf8.h"
#include "doc/doc.h"
#include "prose/inlines.h"

enum { SIGNS_MOST = 3, SWITCHES = 4 };

static bool is_one_of(char32_t c, const char32_t *list)
{
    for (; *list != 0; list++)
        if (*list == c)
            return true;
    return false;
}

/* What emphasis does not begin with, and what it does not end with. A star after a word and before
 * a full stop is the mark of a remark. */
static bool cannot_begin(char32_t c, size_t signs)
{
    return inlines_is_blank(c) || is_one_of(c, U")]}”’»,;:!?…|") ||
           (signs == 1 && is_one_of(c, U"./%"));
}

static bool cannot_end(char32_t c)
{
    return inlines_is_blank(c) || is_one_of(c, U"([{“‘«|");
}

static bool is_ascii_word(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Letters, digits, placeholders. */
static bool is_word(char32_t c)
{
    return c == 0 || is_ascii_word(c) || utf8_is_thai(c);
}

bool emphasis_read(const struct inliner *inliner, struct token *token)
{
    const char *text = inliner->reading->bytes;
    size_t end = inliner->at;
    while (end < inliner->part.end && text[end] == text[inliner->at])
        end++;
    size_t signs = end - inliner->at;
    char32_t before = inlines_before(inliner, inliner->at), after = inlines_after(inliner, end);
    *token = (struct token){.kind = TOKEN_SIGNS,
                            .part = {inliner->at, end},
                            .opens = !cannot_begin(after, signs),
                            .closes = !cannot_end(before)};
    if (text[inliner->at] == '_')
        return signs <= SIGNS_MOST && !(is_ascii_word(before) && is_ascii_word(after));
    return !(signs == 1 && utf8_is_digit(before) && utf8_is_digit(after));
}

/* ---- pairs ---- */

/* Which token has switched what on: bold and slanted, by * and by _. */
struct switches {
    struct token *by[SWITCHES];
};

static const unsigned flags[] = {DOC_BOLD, DOC_ITALIC};

static struct token **switch_of(struct switches *switches, const struct inliner *inliner,
                                const struct token *token, size_t flag)
{
    bool is_star = inliner->reading->bytes[token->part.start] == '*';
    return &switches->by[(is_star ? 0u : 2u) + flag];
}

/* What so many signs are for. */
static unsigned meaning(const struct token *token)
{
    static const unsigned of[] = {0, DOC_ITALIC, DOC_BOLD, DOC_BOLD | DOC_ITALIC};
    size_t signs = token->part.end - token->part.start;
    return signs <= SIGNS_MOST ? of[signs] : 0;
}

/* Signs that open or close nothing: a star by itself is one, an underscore in a word too. */
static void leave(struct inliner *inliner, struct token *token)
{
    struct reading *reading = inliner->reading;
    char sign = reading->bytes[token->part.start];
    char32_t before = inlines_before(inliner, token->part.start);
    char32_t after = inlines_after(inliner, token->part.end);
    bool is_alone = token->part.end - token->part.start == 1;
    bool is_apart = inlines_is_blank(before) && inlines_is_blank(after);
    token->is_letter = true;
    if (is_alone && (sign == '*' ? !token->opens : is_apart || (is_word(before) && is_word(after))))
        return;
    reading_say(reading, MESSAGE_PROSE_EMPHASIS, token->part.start,
                reading_copy(reading, token->part));
}

/* What is on is switched off by the token; what of its meaning is left, is returned. */
static unsigned close_pairs(struct switches *switches, const struct inliner *inliner,
                            struct token *token, unsigned wanted)
{
    for (size_t i = 0; i < 2; i++) {
        struct token **by = switch_of(switches, inliner, token, i);
        if ((wanted & flags[i]) == 0 || *by == NULL)
            continue;
        (*by)->on |= flags[i];
        token->off |= flags[i];
        wanted &= ~flags[i];
        *by = NULL;
    }
    return wanted;
}

/* Whether an underscore is inside of what may be a name: แบบ_คำขอ */
static bool is_in_name(const struct inliner *inliner, const struct token *token)
{
    return inliner->reading->bytes[token->part.start] == '_' &&
           is_word(inlines_before(inliner, token->part.start)) &&
           is_word(inlines_after(inliner, token->part.end));
}

static void pair(struct switches *switches, struct inliner *inliner, struct token *token)
{
    unsigned wanted = meaning(token);
    if (token->closes && wanted != 0) {
        struct token *open = *switch_of(switches, inliner, token, (wanted & DOC_BOLD) ? 0 : 1);
        unsigned left = close_pairs(switches, inliner, token, wanted);
        if (left != wanted && open != NULL && is_in_name(inliner, open))
            reading_say(inliner->reading, MESSAGE_PROSE_UNDERSCORE, open->part.start);
        if (left == 0)
            return;
        wanted = left;
    }
    for (size_t i = 0; i < 2 && token->opens; i++) {
        struct token **by = switch_of(switches, inliner, token, i);
        if ((wanted & flags[i]) != 0) {
            if (*by != NULL && !(*by)->is_letter)
                leave(inliner, *by);
            *by = token;
        }
    }
    if (!token->opens || wanted == 0)
        leave(inliner, token);
}

void emphasis_pair(struct inliner *inliner)
{
    struct switches switches = {{NULL}};
    for (size_t i = 0; i < inliner->tokens; i++)
        if (inliner->token[i].kind == TOKEN_SIGNS)
            pair(&switches, inliner, &inliner->token[i]);
    for (size_t i = 0; i < SWITCHES; i++)
        if (switches.by[i] != NULL && !switches.by[i]->is_letter)
            leave(inliner, switches.by[i]);
}
