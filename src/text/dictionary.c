/*
 * Opens libthai's trie with libdatrie and stores the words of the lists in it. Words are
 * added unchanged; a word that is there already stays.
 */
#include "text/dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "source/file.h"
#include "source/sources.h"
#include "text/lexicon.h"
#include "words/words.h"

enum { WORD_MOST = 200 }; /* characters */

static Trie *open_base(const char *path, struct sources *sources, struct diag *diag)
{
    const char *found;
    Trie *trie = lexicon_open(path, &found);
    if (trie != NULL)
        sources_watch(sources, found);
    else
        diag_say(diag, MESSAGE_TEXT_NO_DICTIONARY, (struct place){0}, found);
    return trie;
}

/* A word as libdatrie's characters; false when it is no word of Thai letters. */
static bool letters_of(const char *text, AlphaChar *letter)
{
    size_t count = 0, length = strlen(text);
    for (size_t at = 0; at < length; count++) {
        char32_t c = utf8_next(text, length, &at);
        if (!utf8_is_thai(c) || utf8_is_thai_digit(c) || count + 1 >= WORD_MOST)
            return false;
        letter[count] = (AlphaChar)c;
    }
    letter[count] = 0;
    return count > 1;
}

/* Adds the words of a file; false after reporting those that are wrong. */
static bool add_list(Trie *trie, const struct source *list, struct diag *diag)
{
    static const struct words_class CLASS = {NULL, WORDS_WORD, false};
    AlphaChar letter[WORD_MOST];
    size_t errors = diag_count(diag, DIAG_ERROR);
    struct arena *arena = arena_new();
    struct words words = words_read(arena, list, &(struct words_table){&CLASS, 1}, diag);
    for (size_t i = 0; i < words.count; i++) {
        const struct words_entry *entry = &words.entry[i];
        if (letters_of(entry->form[0], letter))
            trie_store_if_absent(trie, letter, 1);
        else
            diag_say(diag, MESSAGE_TEXT_NOT_THAI, entry->place, entry->form[0]);
    }
    arena_free(arena);
    return diag_count(diag, DIAG_ERROR) == errors;
}

static void add_bytes(Trie *trie, struct buffer *out)
{
    size_t size = trie_get_serialized_size(trie);
    unsigned char *bytes = memory_zeroed(size, 1);
    trie_serialize(trie, bytes);
    buffer_add(out, (const char *)bytes, size);
    free(bytes);
}

bool text_dictionary_make(const struct text_dictionary_job *job, struct buffer *out,
                          struct diag *diag)
{
    Trie *trie = open_base(job->base, job->sources, diag);
    if (trie == NULL)
        return false;
    bool fine = true;
    for (size_t i = 0; i < job->lists; i++) {
        const char *path = job->list[i];
        const struct source *list = sources_read(job->sources, path, (struct place){0}, diag);
        fine = list != NULL && add_list(trie, list, diag) && fine;
    }
    if (fine)
        add_bytes(trie, out);
    trie_free(trie);
    return fine;
}

/* The mark of the alphabet's map, with which libdatrie's files begin. */
bool text_dictionary_is(const char *bytes, size_t length)
{
    static const unsigned char MARK[] = {0xD9, 0xFC, 0xD9, 0xFC};
    return length >= sizeof MARK && memcmp(bytes, MARK, sizeof MARK) == 0;
}
