/* A word in several classes has the bits of all; token_context.c chooses between its senses. */
#include "text/break_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/file.h"
#include "text/rules.h"
#include "words/words.h"

/* The classes of breaks.txt, where each is explained. */
enum break_class {
    BREAK_CONNECTIVE,
    BREAK_NOMINALIZER,
    BREAK_CLITIC,
    BREAK_FUNCTION,
    BREAK_LABEL,
    BREAK_UNIT,
    BREAK_ERA,
    BREAK_MONTH,
    BREAK_TITLE,
    BREAK_NAME,
    BREAK_SIGN,
    BREAK_WHOLE,
    BREAK_PREFIX,
    BREAK_CLASSES
};

static const struct words_class CLASSES[BREAK_CLASSES] = {
    [BREAK_CONNECTIVE] = {"connective", WORDS_WORD, true},
    [BREAK_NOMINALIZER] = {"nominalizer", WORDS_WORD, true},
    [BREAK_CLITIC] = {"clitic", WORDS_WORD, true},
    [BREAK_FUNCTION] = {"function", WORDS_WORD, true},
    [BREAK_LABEL] = {"label", WORDS_WORD, true},
    [BREAK_UNIT] = {"unit", WORDS_WORD, true},
    [BREAK_ERA] = {"era", WORDS_WORD, true},
    [BREAK_MONTH] = {"month", WORDS_WORD, true},
    [BREAK_TITLE] = {"title", WORDS_WORD, true},
    [BREAK_NAME] = {"name", WORDS_WORD, true},
    [BREAK_SIGN] = {"sign", WORDS_WORD, true},
    [BREAK_WHOLE] = {"whole", WORDS_WORD, true},
    [BREAK_PREFIX] = {"prefix", WORDS_WORD, true},
};

/* What the table of rules calls a class; 0 for those that it does not know. */
static const uint32_t RULES_CLASS[BREAK_CLASSES] = {
    [BREAK_CONNECTIVE] = RULES_CONNECTIVE,
    [BREAK_NOMINALIZER] = RULES_NOMINALIZER,
    [BREAK_CLITIC] = RULES_CLITIC,
    [BREAK_FUNCTION] = RULES_FUNCTION,
    [BREAK_LABEL] = RULES_LABEL,
    [BREAK_UNIT] = RULES_UNIT,
    [BREAK_ERA] = RULES_ERA,
    [BREAK_MONTH] = RULES_MONTH,
    [BREAK_TITLE] = RULES_TITLE,
    [BREAK_NAME] = RULES_NAME,
    [BREAK_SIGN] = RULES_TERM,
};

struct break_words {
    struct arena *arena;
    struct terms *terms;
    struct list {
        const char **word;
        size_t count;
    } whole, prefixes;
};

static struct words read_words(const struct break_words *words, const struct source *source,
                               const struct words_table *table, struct diag *diag)
{
    return source != NULL ? words_read(words->arena, source, table, diag) : (struct words){0};
}

static void add_terms(struct terms *terms, const struct words *lines, const uint32_t *class)
{
    for (size_t i = 0; i < lines->count; i++) {
        const char *word = lines->entry[i].form[0];
        uint32_t value = class[lines->entry[i].class];
        if (value != 0)
            terms_add(terms, word, strlen(word), value);
    }
}

static struct list list_class(struct arena *arena, const struct words *lines,
                              enum break_class class)
{
    struct list list = {ARENA_NEW(arena, const char *, lines->count), 0};
    for (size_t i = 0; i < lines->count; i++)
        if (lines->entry[i].class == class)
            list.word[list.count++] = lines->entry[i].form[0];
    return list;
}

static void read_files(struct break_words *words, const char *folder, struct sources *sources,
                       struct diag *diag)
{
    const struct words_table classes = {CLASSES, BREAK_CLASSES};
    const char *path = file_join(words->arena, folder, "breaks.txt");
    struct words lines =
        read_words(words, sources_read(sources, path, (struct place){0}, diag), &classes, diag);
    add_terms(words->terms, &lines, RULES_CLASS);
    words->whole = list_class(words->arena, &lines, BREAK_WHOLE);
    words->prefixes = list_class(words->arena, &lines, BREAK_PREFIX);
}

struct break_words *break_words_new(const char *folder, struct sources *sources, struct diag *diag)
{
    size_t errors = diag_count(diag, DIAG_ERROR);
    struct break_words *words = memory_zeroed(1, sizeof *words);
    words->arena = arena_new();
    words->terms = terms_new();
    if (folder != NULL)
        read_files(words, folder, sources, diag);
    if (diag_count(diag, DIAG_ERROR) == errors)
        return words;
    break_words_free(words);
    return NULL;
}

void break_words_free(struct break_words *words)
{
    if (words == NULL)
        return;
    terms_free(words->terms);
    arena_free(words->arena);
    free(words);
}

const struct terms *break_words_terms(const struct break_words *words)
{
    return words->terms;
}

void break_words_add_whole(const struct break_words *words, struct terms *terms)
{
    const struct list *whole = &words->whole;
    for (size_t i = 0; i < whole->count; i++)
        terms_add(terms, whole->word[i], strlen(whole->word[i]), RULES_TERM);
}

const char *break_words_proper_part(const struct break_words *words, const char *name)
{
    size_t longest = 0, size = strlen(name);
    for (size_t i = 0; i < words->prefixes.count; i++) {
        const char *prefix = words->prefixes.word[i];
        size_t length = strlen(prefix);
        if (length > longest && length < size && memcmp(name, prefix, length) == 0)
            longest = length;
    }
    return name + longest;
}
