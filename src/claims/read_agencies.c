/*
 * Other agencies: a word for a kind of agency with a name that is not the agency's own, nor one of the edition's terms.
 * An agency that something is done with (ร่วมกับ …) is rightly named. Among the owners of a measure, the bare word for
 * another kind of agency is one too.
 */
#include <string.h>

#include "base/utf8.h"
#include "claims/reader.h"

enum { NAME_LEAST = 2, NAME_MOST = 20 };

/* Whether letters begin with a text, spaces left out. */
static bool begins_with(const struct reader *reader, size_t at, const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        char32_t c = filled_fold(utf8_next(text, length, &i));
        if (c == ' ')
            continue;
        while (at < reader->filled->count && reader->filled->letter[at].c == ' ')
            at++;
        if (at >= reader->filled->count || reader->filled->letter[at++].c != c)
            return false;
    }
    return true;
}

/* The part of the agency's name after the word for its kind; the whole where it has none. */
static const char *proper_part(const struct reader *reader)
{
    const char *name = reader->edition->profile.agency.name.bytes;
    return name != NULL ? lexicon_after_kind(reader->lexicon, name) : NULL;
}

static bool is_own(const struct reader *reader, size_t letter)
{
    const char *proper = proper_part(reader);
    if (proper != NULL && *proper != '\0' && begins_with(reader, letter, proper, strlen(proper)))
        return true;
    const struct texts *terms = &reader->edition->profile.terms;
    for (size_t i = 0; i < terms->count; i++) {
        const char *term = lexicon_after_kind(reader->lexicon, terms->item[i].bytes);
        if (*term != '\0' && begins_with(reader, letter, term, strlen(term)))
            return true;
    }
    return false;
}

/* Whether a place begins at a letter that is no name: the next word is one that goes on with a sentence. */
static bool is_generic(const struct reader *reader, size_t at)
{
    const struct token *next = token_at(reader, at + 1);
    return next->kind != TOKEN_TEXT || next->to - next->from < NAME_LEAST ||
           next->to - next->from > NAME_MOST;
}

/* Where a name ends: the letters of one written word, if they are not too many. */
static size_t end_of_name(const struct reader *reader, size_t at)
{
    size_t to = at;
    while (to + 1 < reader->count && !reader->token[to + 1].spaced &&
           (reader->token[to + 1].kind == TOKEN_TEXT || reader->token[to + 1].kind == TOKEN_WORD) &&
           reader->token[to + 1].to - reader->token[at].from <= NAME_MOST)
        to++;
    return token_at(reader, to + 1)->spaced || token_at(reader, to + 1)->kind != TOKEN_TEXT ? to
                                                                                            : at;
}

static bool is_short_form(const struct reader *reader, const struct token *token)
{
    return reader->filled->letter[token->to - 1].c == '.';
}

static bool is_partner(const struct reader *reader, size_t at)
{
    for (size_t i = at; i-- > 0 && at - i < 4;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK)
            return false;
        if (token_is(token, WORD_BEFORE_AGENCY))
            return true;
    }
    return false;
}

/* After a common noun only a short word that ends at a space is a name. */
static bool is_one_word(const struct reader *reader, size_t at)
{
    enum { SHORT = 12 };
    const struct token *name = token_at(reader, at), *next = token_at(reader, at + 1);
    return name->to - name->from <= SHORT && (next->spaced || next->kind == TOKEN_BREAK);
}

static void add(struct reader *reader, size_t at, size_t to)
{
    struct claim *claim = claim_add(reader, CLAIM_AGENCY, at, to);
    claim->text =
        filled_copy(reader->arena, reader->filled, reader->token[at].from, reader->token[to].to);
}

void read_agency(struct reader *reader, size_t at)
{
    const struct token *token = &reader->token[at];
    if (token->kind != TOKEN_WORD || !token_is(token, WORD_AGENCY) || token->computed)
        return;
    const struct token *next = token_at(reader, at + 1);
    bool adjacent = !next->spaced || is_short_form(reader, token);
    if (adjacent && next->kind == TOKEN_TEXT && is_own(reader, next->from))
        return;
    if (adjacent && !is_generic(reader, at) && !is_partner(reader, at) &&
        (!lexicon_is_common(reader->lexicon, token->entry) || is_one_word(reader, at + 1))) {
        add(reader, at, end_of_name(reader, at + 1));
        return;
    }
    const char *kind = lexicon_kind(reader->lexicon, reader->edition->profile.agency.name.bytes);
    if (reader->passage->kind == PASSAGE_OWNER && kind != NULL && token->entry->value != NULL &&
        strncmp(kind, token->entry->value, strlen(token->entry->value)) != 0)
        add(reader, at, at);
}
