/* One file holds the words of all rules; its lines are sorted into a list for each class. The words
 * may be kept longer than the file's text, so they forget their places. */
#include "audit/words.h"

#include <string.h>

#include "audit/audit.h"
#include "base/utf8.h"
#include "source/file.h"

static const struct words_class CLASSES[AUDIT_CLASSES] = {
    [AUDIT_WEAKNESS] = {"weakness", WORDS_PHRASE, true},
    [AUDIT_STRENGTH] = {"strength", WORDS_PHRASE, true},
    [AUDIT_KEEP] = {"keep", WORDS_PHRASE, true},
    [AUDIT_VAGUE] = {"vague", WORDS_PHRASE, true},
    [AUDIT_DOUBLED] = {"doubled", WORDS_PHRASE, true},
    [AUDIT_JOINED] = {"doubled-joined", WORDS_PHRASE, true},
    [AUDIT_ERA] = {"era", WORDS_PHRASE, true},
    [AUDIT_SPELLING] = {"spelling", WORDS_FORMS, true},
    [AUDIT_SLIP] = {"slip", WORDS_FORMS, true},
    [AUDIT_TITLE] = {"title", WORDS_PHRASE, true},
    [AUDIT_KIND] = {"place-kind", WORDS_PHRASE, true},
};

static struct words words_of_class(struct arena *arena, const struct words *all, size_t class)
{
    struct words_entry *entry = ARENA_NEW(arena, struct words_entry, all->count);
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (all->entry[i].class != class)
            continue;
        entry[count] = all->entry[i];
        entry[count++].place = (struct place){0};
    }
    return (struct words){entry, count};
}

struct audit_words *audit_words_load(const char *path, struct place from, struct sources *sources,
                                     struct diag *diag)
{
    const struct source *source = sources_read(sources, path, from, diag);
    if (source == NULL)
        return NULL;
    size_t errors = diag_count(diag, DIAG_ERROR);
    const struct words_table table = {CLASSES, AUDIT_CLASSES};
    struct arena *arena = arena_new();
    struct words all = words_read(arena, source, &table, diag);
    struct audit_words *words = ARENA_NEW(arena, struct audit_words, 1);
    words->arena = arena;
    for (size_t i = 0; i < AUDIT_CLASSES; i++)
        words->of[i] = words_of_class(arena, &all, i);
    if (diag_count(diag, DIAG_ERROR) == errors)
        return words;
    audit_words_free(words);
    return NULL;
}

void audit_words_free(struct audit_words *words)
{
    if (words != NULL)
        arena_free(words->arena);
}

static void *make_kept(const char *path, struct place from, struct sources *sources,
                       struct diag *diag)
{
    return audit_words_load(path, from, sources, diag);
}

static void free_kept(void *words)
{
    audit_words_free(words);
}

const struct kept_kind audit_words_kind = {make_kept, free_kept};

size_t audit_words_find(const struct scan *scan, size_t from, size_t to, const struct words *words)
{
    size_t first = to;
    for (size_t i = 0; i < words->count; i++) {
        size_t at = scan_find(scan, from, to, words->entry[i].form[0]);
        first = at < first ? at : first;
    }
    return first;
}

bool audit_words_has(const struct scan *scan, size_t from, size_t to, const struct words *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (scan_has(scan, from, to, words->entry[i].form[0]))
            return true;
    return false;
}

bool audit_words_begin(const struct scan *scan, size_t at, const struct words *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (scan_at(scan, at, words->entry[i].form[0]))
            return true;
    return false;
}

bool audit_words_end(const struct scan *scan, size_t at, const struct words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        const char *word = words->entry[i].form[0];
        size_t letters = utf8_count(word, strlen(word));
        if (at >= letters && scan_at(scan, at - letters, word))
            return true;
    }
    return false;
}
