/* Collects the words with their values, and writes them as a trie. */
#include "text/compounds_make.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "source/file.h"
#include "text/compounds.h"
#include "text/compounds_file.h"
#include "text/thai.h"
#include "words/hunspell.h"
#include "words/trie.h"
#include "words/words.h"

enum {
    PARTS_MOST = 5, /* more make a saying */
    WORD_PARTS = 3, /* more make a phrase */
    /* Letters without what is written above and below them. */
    TIGHT_LETTERS = 6, /* up to so many a compound is tight */
    ALONE_LETTERS = 4  /* two words of so many, at least, make a phrase */
};

/* The classes of compounds.txt, where each is explained. */
enum compounds_class {
    CLASS_FIRM,
    CLASS_PHRASES,
    CLASS_HOLDS,
    CLASS_CLINGS,
    CLASS_NUMERALS,
    CLASS_LEADS,
    CLASS_TRAILS,
    CLASS_ORDINALS,
    CLASSES
};

static const struct words_class CLASS[CLASSES] = {
    [CLASS_FIRM] = {"firm", WORDS_WORD, true},
    [CLASS_PHRASES] = {"phrases", WORDS_WORD, true},
    [CLASS_HOLDS] = {"holds", WORDS_WORD, true},
    [CLASS_CLINGS] = {"clings", WORDS_WORD, true},
    [CLASS_NUMERALS] = {"numerals", WORDS_WORD, true},
    [CLASS_LEADS] = {"leads", WORDS_WORD, true},
    [CLASS_TRAILS] = {"trails", WORDS_WORD, true},
    [CLASS_ORDINALS] = {"ordinals", WORDS_WORD, true},
};

/* The lists of compounds have no classes. */
static const struct words_class COMPOUND = {NULL, WORDS_WORD, false};

/* The value of a word by its class. */
static const uint8_t VALUE[CLASSES] = {
    [CLASS_FIRM] = COMPOUNDS_FIRM,
    [CLASS_PHRASES] = COMPOUNDS_LOOSE,
    [CLASS_HOLDS] = COMPOUNDS_HOLDS << COMPOUNDS_ROLE_SHIFT,
    [CLASS_CLINGS] = COMPOUNDS_CLINGS << COMPOUNDS_ROLE_SHIFT,
    [CLASS_NUMERALS] = COMPOUNDS_COUNTS << COMPOUNDS_ROLE_SHIFT,
    [CLASS_LEADS] = COMPOUNDS_LEADS << COMPOUNDS_ROLE_SHIFT,
    [CLASS_TRAILS] = COMPOUNDS_TRAILS << COMPOUNDS_ROLE_SHIFT,
    [CLASS_ORDINALS] = COMPOUNDS_ORDERS << COMPOUNDS_ROLE_SHIFT,
};

struct maker {
    struct arena *arena;
    struct thai *thai;
    struct characters *characters;
    struct diag *diag;
    struct words classes;
    struct trie_word *item;
    size_t items, room;
};

/* ---- words and their values ---- */

/* How many words libthai sees in a text, and where the second one begins, in bytes. */
static size_t count_parts(const struct maker *maker, const char *word, size_t *first)
{
    size_t parts = 1;
    characters_read(maker->characters, word, strlen(word));
    thai_words(maker->thai, maker->characters);
    *first = strlen(word);
    for (size_t i = 1; i < maker->characters->count; i++) {
        if (!maker->characters->at[i].word)
            continue;
        if (parts++ == 1)
            *first = maker->characters->at[i].start;
    }
    return parts;
}

static void add(struct maker *maker, const char *word, uint8_t value)
{
    const char *letter = trie_letters(maker->arena, word);
    if (letter == NULL || *letter == '\0')
        return;
    maker->item = memory_room(maker->item, maker->items, &maker->room, sizeof *maker->item);
    maker->item[maker->items++] = (struct trie_word){letter, value};
}

static bool begins_with_grammar(const struct maker *maker, const char *word, size_t length)
{
    for (size_t i = 0; i < maker->classes.count; i++) {
        const struct words_entry *entry = &maker->classes.entry[i];
        if (entry->class >= CLASS_LEADS && strlen(entry->form[0]) == length &&
            memcmp(entry->form[0], word, length) == 0)
            return true;
    }
    return false;
}

/* Letters that take room of their own. */
static size_t count_letters(const char *word, size_t length)
{
    size_t letters = 0;
    for (size_t at = 0; at < length;)
        letters += !utf8_is_thai_mark(utf8_next(word, length, &at));
    return letters;
}

static bool is_tight(const char *word)
{
    return count_letters(word, strlen(word)) <= TIGHT_LETTERS;
}

/* Whether the two words of a compound can each stand alone: both are long. `first` is the first one's length. */
static bool is_pair(const char *word, size_t first)
{
    return count_letters(word, first) >= ALONE_LETTERS &&
           count_letters(word + first, strlen(word) - first) > ALONE_LETTERS;
}

/* Adds a word unless libthai sees one, too. */
static void add_compound(struct maker *maker, const char *word, bool is_own)
{
    size_t first, parts = count_parts(maker, word, &first);
    if (parts < 2 || parts > PARTS_MOST)
        return;
    enum compounds_hold hold = COMPOUNDS_WORD;
    bool loose = !is_own && begins_with_grammar(maker, word, first);
    if (loose || parts > WORD_PARTS || (parts == 2 && is_pair(word, first)))
        hold = COMPOUNDS_PHRASE;
    else if (is_tight(word))
        hold = COMPOUNDS_TIGHT;
    add(maker, word, (uint8_t)hold);
}

/* Reads a file of words of ours; false when it is not there. */
static bool read_own(const struct maker *maker, const struct compounds_job *job, const char *path,
                     const struct words_table *table, struct words *words)
{
    const struct source *source = sources_read(job->sources, path, (struct place){0}, maker->diag);
    if (source != NULL)
        *words = words_read(maker->arena, source, table, maker->diag);
    return source != NULL;
}

static bool add_classes(struct maker *maker, const struct compounds_job *job)
{
    const struct words_table table = {CLASS, CLASSES};
    if (!read_own(maker, job, job->classes, &table, &maker->classes))
        return false;
    for (size_t i = 0; i < maker->classes.count; i++)
        add(maker, maker->classes.entry[i].form[0], VALUE[maker->classes.entry[i].class]);
    return true;
}

static bool add_lists(struct maker *maker, const struct compounds_job *job)
{
    const struct words_table table = {&COMPOUND, 1};
    bool good = true;
    for (size_t i = 0; i < job->lists; i++) {
        struct words words = {0};
        good = read_own(maker, job, job->list[i], &table, &words) && good;
        for (size_t w = 0; w < words.count; w++)
            add_compound(maker, words.entry[w].form[0], true);
    }
    return good;
}

static void add_second_word(void *context, const char *word)
{
    add_compound((struct maker *)context, word, false);
}

/* ---- all ---- */

static unsigned larger(unsigned one, unsigned two)
{
    return one > two ? one : two;
}

/* Of a word that is in two lists the tighter value, and the later of two roles. */
static uint8_t both(uint8_t one, uint8_t two)
{
    unsigned role = larger(one >> COMPOUNDS_ROLE_SHIFT, two >> COMPOUNDS_ROLE_SHIFT);
    unsigned whole = larger(one & COMPOUNDS_WHOLE, two & COMPOUNDS_WHOLE);
    return (uint8_t)(whole | role << COMPOUNDS_ROLE_SHIFT);
}

/* Collects the words of all lists; false when one of them cannot be read. */
static bool collect(struct maker *maker, const struct compounds_job *job)
{
    bool good = add_classes(maker, job) && add_lists(maker, job);
    if (job->second == NULL || !good)
        return good;
    sources_watch(job->sources, job->second);
    return hunspell_read(job->second, add_second_word, maker, maker->diag);
}

bool compounds_make(const struct compounds_job *job, struct buffer *out, struct diag *diag)
{
    size_t errors = diag_count(diag, DIAG_ERROR);
    struct maker maker = {.arena = arena_new(),
                          .thai = thai_new(job->dictionary),
                          .characters = characters_new(),
                          .diag = diag};
    if (job->dictionary != NULL)
        sources_watch(job->sources, job->dictionary);
    if (maker.thai == NULL)
        diag_say(diag, MESSAGE_TEXT_NO_DICTIONARY, (struct place){0},
                 job->dictionary != NULL ? job->dictionary : "libthai");
    else if (collect(&maker, job) &&
             !trie_write(maker.item, maker.items, both, COMPOUNDS_MARK, out))
        diag_say(diag, MESSAGE_TEXT_MANY_COMPOUNDS, (struct place){0}, job->classes);
    free(maker.item);
    thai_free(maker.thai);
    characters_free(maker.characters);
    arena_free(maker.arena);
    return diag_count(diag, DIAG_ERROR) == errors;
}

bool compounds_are(const char *bytes, size_t length)
{
    return trie_is(bytes, length, COMPOUNDS_MARK);
}
