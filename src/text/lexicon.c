#include "text/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/trie_file.h"

enum { WORD_MOST = 60 }; /* letters; the longest of libthai's own has some forty */

struct lexicon {
    char *path; /* or NULL */
    bool tried;
    Trie *trie;
};

struct lexicon *lexicon_new(const char *path)
{
    struct lexicon *lexicon = memory_zeroed(1, sizeof *lexicon);
    if (path != NULL) {
        size_t size = strlen(path) + 1;
        lexicon->path = memory_zeroed(size, 1);
        memcpy(lexicon->path, path, size);
    }
    return lexicon;
}

void lexicon_free(struct lexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    if (lexicon->trie != NULL)
        trie_free(lexicon->trie);
    free(lexicon->path);
    free(lexicon);
}

Trie *lexicon_open(const char *path, const char **found)
{
    static const char *const SHIPPED[] = {"/usr/share/libthai/thbrk.tri",
                                          "/usr/local/share/libthai/thbrk.tri"};
    const char *const *paths = path != NULL ? &path : SHIPPED;
    size_t count = path != NULL ? 1 : sizeof SHIPPED / sizeof SHIPPED[0];
    Trie *trie = NULL;
    for (size_t i = 0; i < count && trie == NULL; i++) {
        *found = paths[i];
        trie = trie_file_is_whole(paths[i]) ? trie_new_from_file(paths[i]) : NULL;
    }
    return trie;
}

static const Trie *trie_of(struct lexicon *lexicon)
{
    const char *found;
    if (!lexicon->tried)
        lexicon->trie = lexicon_open(lexicon->path, &found);
    lexicon->tried = true;
    return lexicon->trie;
}

bool lexicon_has(struct lexicon *lexicon, const struct characters *characters, size_t start,
                 size_t end)
{
    AlphaChar letter[WORD_MOST + 1];
    size_t count = 0;
    for (size_t at = start; at < end; at++) {
        if (characters_are(characters, at, CHARACTER_JOINER))
            continue;
        if (count == WORD_MOST)
            return false;
        letter[count++] = (AlphaChar)characters->at[at].code;
    }
    letter[count] = 0;
    const Trie *trie = trie_of(lexicon);
    return trie != NULL && trie_retrieve(trie, letter, NULL);
}
