/* Collects the words of all lists with what is known of them. */
#include "spell/spell_make.h"

#include <stdlib.h>
#include <string.h>

#include "source/file.h"
#include "spell/spell_file.h"
#include "words/hunspell.h"
#include "words/trie.h"
#include "words/words.h"

enum spell_class { CLASS_SHORT, CLASS_OFFICIAL, CLASSES };

static const struct words_class CLASS[CLASSES] = {
    [CLASS_SHORT] = {"short", WORDS_WORD, true},
    [CLASS_OFFICIAL] = {"official", WORDS_WORD, true},
};

static const uint8_t VALUE[CLASSES] = {
    [CLASS_SHORT] = SPELL_WORD,
    [CLASS_OFFICIAL] = SPELL_WORD | SPELL_OFFICIAL,
};

static const struct words_class LIST = {NULL, WORDS_WORD, false};

struct maker {
    const struct spell_job *job;
    struct arena *arena;
    struct diag *diag;
    struct trie_word *word;
    size_t count, room;
};

static void add(struct maker *maker, const char *word, uint8_t value)
{
    const char *letter = trie_letters(maker->arena, word);
    if (letter == NULL || *letter == '\0')
        return;
    maker->word = memory_room(maker->word, maker->count, &maker->room, sizeof *maker->word);
    maker->word[maker->count++] = (struct trie_word){letter, value};
}

/* A word of a dictionary: a short one is a word by itself only where it is listed as one, and a letter is none. */
static void add_word(struct maker *maker, const char *word, uint8_t value)
{
    enum { LETTER_BYTES = 3, SHORT_BYTES = 3 * LETTER_BYTES };
    size_t length = strlen(word);
    if (length > LETTER_BYTES)
        add(maker, word, length > SHORT_BYTES ? value : SPELL_PART);
}

static bool read_words(const struct maker *maker, const char *path, const struct words_table *table,
                       struct words *words)
{
    const struct source *source =
        sources_read(maker->job->sources, path, (struct place){0}, maker->diag);
    if (source != NULL)
        *words = words_read(maker->arena, source, table, maker->diag);
    return source != NULL;
}

static bool add_classes(struct maker *maker)
{
    const struct words_table table = {CLASS, CLASSES};
    struct words words = {0};
    if (!read_words(maker, maker->job->classes, &table, &words))
        return false;
    for (size_t i = 0; i < words.count; i++)
        add(maker, words.entry[i].form[0], VALUE[words.entry[i].class]);
    return true;
}

static bool add_lists(struct maker *maker, const char *const *list, size_t lists, uint8_t value)
{
    const struct words_table table = {&LIST, 1};
    bool good = true;
    for (size_t i = 0; i < lists; i++) {
        struct words words = {0};
        good = read_words(maker, list[i], &table, &words) && good;
        for (size_t w = 0; w < words.count; w++)
            add_word(maker, words.entry[w].form[0], value);
    }
    return good;
}

static void add_second_word(void *context, const char *word)
{
    add_word((struct maker *)context, word, SPELL_WORD);
}

static bool add_second(struct maker *maker, const char *path)
{
    sources_watch(maker->job->sources, path);
    return hunspell_read(path, add_second_word, maker, maker->diag);
}

/* What is a word by one list is no mere part by another. */
static uint8_t both(uint8_t one, uint8_t two)
{
    uint8_t all = one | two;
    return (all & SPELL_WORD) != 0 ? all & (uint8_t)~SPELL_PART : all;
}

bool spell_make(const struct spell_job *job, struct buffer *out, struct diag *diag)
{
    size_t errors = diag_count(diag, DIAG_ERROR);
    struct maker maker = {.job = job, .arena = arena_new(), .diag = diag};
    bool good = add_classes(&maker) &&
                add_lists(&maker, job->official, job->officials, SPELL_WORD | SPELL_OFFICIAL) &&
                add_lists(&maker, job->other, job->others, SPELL_WORD) &&
                (job->second == NULL || add_second(&maker, job->second));
    if (good && !trie_write(maker.word, maker.count, both, SPELL_MARK, out))
        diag_say(diag, MESSAGE_TEXT_MANY_COMPOUNDS, (struct place){0}, job->classes);
    free(maker.word);
    arena_free(maker.arena);
    return diag_count(diag, DIAG_ERROR) == errors;
}

bool spell_is(const char *bytes, size_t length)
{
    return trie_is(bytes, length, SPELL_MARK);
}
