/* One file holds the words of all classes; a word's entry has the bits of every class that it is in. The words may be
 * kept longer than the file's text, so they are copied and forget their places. */
#include "claims/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "claims/lexicon.h"
#include "words/words.h"

#define CLASS(word, name, form) [word] = {name, form, true}
static const struct words_class CLASSES[CLAIMS_WORDS] = {
    CLASS(WORD_INDICATOR, "indicator", WORDS_PHRASE),
    CLASS(WORD_SUBINDICATOR, "subindicator", WORDS_PHRASE),
    CLASS(WORD_QUESTION, "question", WORDS_PHRASE),
    CLASS(WORD_PART, "part", WORDS_PHRASE),
    CLASS(WORD_ISSUE, "issue", WORDS_PHRASE),
    CLASS(WORD_TABLE, "table", WORDS_PHRASE),
    CLASS(WORD_TOOL, "tool", WORDS_PHRASE),
    CLASS(WORD_EVERY, "every", WORDS_PHRASE),
    CLASS(WORD_AIM, "aim", WORDS_PHRASE),
    CLASS(WORD_CRITERION, "criterion", WORDS_PHRASE),
    CLASS(WORD_THIS, "this", WORDS_PHRASE),
    CLASS(WORD_OVERALL, "overall", WORDS_PHRASE),
    CLASS(WORD_SELF, "self", WORDS_PHRASE),
    CLASS(WORD_OTHER, "other", WORDS_PHRASE),
    CLASS(WORD_SCHEME, "scheme", WORDS_PHRASE),
    CLASS(WORD_POINTS, "points", WORDS_PHRASE),
    CLASS(WORD_PERCENT, "percent", WORDS_PHRASE),
    CLASS(WORD_GOT, "got", WORDS_PHRASE),
    CLASS(WORD_IS, "is", WORDS_PHRASE),
    CLASS(WORD_MEAN, "mean", WORDS_PHRASE),
    CLASS(WORD_FULL, "full", WORDS_PHRASE),
    CLASS(WORD_WEIGHT, "weight", WORDS_PHRASE),
    CLASS(WORD_LEVEL, "level", WORDS_PHRASE),
    CLASS(WORD_TARGET, "target", WORDS_PHRASE),
    CLASS(WORD_UNIT, "unit", WORDS_PHRASE),
    CLASS(WORD_NUMERAL, "numeral", WORDS_FORMS),
    CLASS(WORD_HIGHEST, "highest", WORDS_PHRASE),
    CLASS(WORD_LOWEST, "lowest", WORDS_PHRASE),
    CLASS(WORD_NEXT, "next", WORDS_PHRASE),
    CLASS(WORD_RANK, "rank", WORDS_PHRASE),
    CLASS(WORD_ABOVE, "above", WORDS_PHRASE),
    CLASS(WORD_BELOW, "below", WORDS_PHRASE),
    CLASS(WORD_MISSES, "misses", WORDS_PHRASE),
    CLASS(WORD_REACHES, "reaches", WORDS_PHRASE),
    CLASS(WORD_BOUND, "bound", WORDS_PHRASE),
    CLASS(WORD_RISEN, "risen", WORDS_PHRASE),
    CLASS(WORD_FALLEN, "fallen", WORDS_PHRASE),
    CLASS(WORD_AWAY, "away", WORDS_PHRASE),
    CLASS(WORD_CLAUSE, "clause", WORDS_PHRASE),
    CLASS(WORD_RELATIVE, "relative", WORDS_PHRASE),
    CLASS(WORD_AND, "and", WORDS_PHRASE),
    CLASS(WORD_IN, "in", WORDS_PHRASE),
    CLASS(WORD_LIGHT, "light", WORDS_PHRASE),
    CLASS(WORD_GOAL, "goal", WORDS_PHRASE),
    CLASS(WORD_NOT, "not", WORDS_PHRASE),
    CLASS(WORD_TOGETHER, "together", WORDS_PHRASE),
    CLASS(WORD_RESPECTIVE, "respective", WORDS_PHRASE),
    CLASS(WORD_YEAR, "year", WORDS_PHRASE),
    CLASS(WORD_FISCAL, "fiscal-year", WORDS_PHRASE),
    CLASS(WORD_THIS_YEAR, "this-year", WORDS_PHRASE),
    CLASS(WORD_LAST_YEAR, "last-year", WORDS_PHRASE),
    CLASS(WORD_MONTH, "month", WORDS_PHRASE),
    CLASS(WORD_RESULT, "result", WORDS_PHRASE),
    CLASS(WORD_MEASURE, "measure", WORDS_PHRASE),
    CLASS(WORD_LAW, "law", WORDS_PHRASE),
    CLASS(WORD_PLAN, "plan", WORDS_PHRASE),
    CLASS(WORD_PAST, "past", WORDS_PHRASE),
    CLASS(WORD_AGAINST, "against", WORDS_PHRASE),
    CLASS(WORD_TOTAL, "total", WORDS_PHRASE),
    CLASS(WORD_RESPONDENT, "respondent", WORDS_PHRASE),
    CLASS(WORD_COUNT_PERSON, "count-person", WORDS_PHRASE),
    CLASS(WORD_AGENCY, "agency", WORDS_FORMS),
    CLASS(WORD_AGENCY_GENERIC, "agency-generic", WORDS_PHRASE),
    CLASS(WORD_BEFORE_AGENCY, "before-agency", WORDS_PHRASE),
    CLASS(WORD_BLIND, "blind", WORDS_PHRASE),
};
#undef CLASS

struct vocabulary {
    struct arena *arena;
    struct lexicon_entry *entry;
    size_t count;
};

struct lexicon_entry lexicon_entry_of(struct arena *arena, const char *text, size_t length)
{
    char32_t *letter = ARENA_NEW(arena, char32_t, length);
    size_t count = 0;
    for (size_t at = 0; at < length;)
        letter[count++] = filled_fold(utf8_next(text, length, &at));
    return (struct lexicon_entry){.letter = letter, .count = count};
}

static void add_form(struct vocabulary *vocabulary, const struct words_entry *from, size_t form)
{
    const char *text = from->form[form];
    struct lexicon_entry entry = lexicon_entry_of(vocabulary->arena, text, strlen(text));
    entry.words = from->class != WORD_BLIND ? WORD_BIT(from->class) : 0;
    if (from->forms > 1) {
        entry.value = arena_string(vocabulary->arena, from->form[0]);
    }
    vocabulary->entry[vocabulary->count++] = entry;
}

int lexicon_compare(const void *left, const void *right)
{
    const struct lexicon_entry *a = left, *b = right;
    size_t count = a->count < b->count ? a->count : b->count;
    if (count > 0 && a->letter[0] != b->letter[0])
        return a->letter[0] < b->letter[0] ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    for (size_t i = 1; i < count; i++)
        if (a->letter[i] != b->letter[i])
            return a->letter[i] < b->letter[i] ? -1 : 1;
    return 0;
}

/* One entry a word, with the bits of all its classes. */
static void join_same(struct vocabulary *vocabulary)
{
    struct lexicon_entry *entry = vocabulary->entry;
    if (vocabulary->count == 0)
        return;
    qsort(entry, vocabulary->count, sizeof *entry, lexicon_compare);
    size_t count = 1;
    for (size_t i = 1; i < vocabulary->count; i++) {
        if (lexicon_compare(&entry[count - 1], &entry[i]) != 0) {
            entry[count++] = entry[i];
            continue;
        }
        entry[count - 1].words |= entry[i].words;
        if (entry[count - 1].value == NULL)
            entry[count - 1].value = entry[i].value;
    }
    vocabulary->count = count;
}

static void take_words(struct vocabulary *vocabulary, const struct words *all)
{
    size_t most = 0;
    for (size_t i = 0; i < all->count; i++)
        most += all->entry[i].forms;
    vocabulary->entry = ARENA_NEW(vocabulary->arena, struct lexicon_entry, most);
    for (size_t i = 0; i < all->count; i++) {
        size_t first = all->entry[i].class == WORD_NUMERAL ? 1 : 0; /* the value is no word */
        for (size_t form = first; form < all->entry[i].forms; form++)
            add_form(vocabulary, &all->entry[i], form);
    }
    join_same(vocabulary);
}

struct vocabulary *vocabulary_load(const char *path, struct place from, struct sources *sources,
                                   struct diag *diag)
{
    const struct source *source = sources_read(sources, path, from, diag);
    if (source == NULL)
        return NULL;
    size_t errors = diag_count(diag, DIAG_ERROR);
    const struct words_table table = {CLASSES, CLAIMS_WORDS};
    struct arena *arena = arena_new();
    struct words all = words_read(arena, source, &table, diag);
    struct vocabulary *vocabulary = ARENA_NEW(arena, struct vocabulary, 1);
    vocabulary->arena = arena;
    take_words(vocabulary, &all);
    if (diag_count(diag, DIAG_ERROR) == errors)
        return vocabulary;
    vocabulary_free(vocabulary);
    return NULL;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    if (vocabulary != NULL)
        arena_free(vocabulary->arena);
}

const struct lexicon_entry *vocabulary_entries(const struct vocabulary *vocabulary, size_t *count)
{
    *count = vocabulary->count;
    return vocabulary->entry;
}

static void *make_kept(const char *path, struct place from, struct sources *sources,
                       struct diag *diag)
{
    return vocabulary_load(path, from, sources, diag);
}

static void free_kept(void *vocabulary)
{
    vocabulary_free(vocabulary);
}

const struct kept_kind vocabulary_kind = {make_kept, free_kept};
