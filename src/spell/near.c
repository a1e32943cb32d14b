#include "spell/near.h"

#include <string.h>

#include "spell/spell_file.h"

/* How far a word may be from what was typed: short words are too near to names, and those of official letters are more
 * often meant than others. */
enum {
    FAR = 2,
    OFFICIAL_LEAST = 5,
    OFFICIAL_FAR_LEAST = 11,
    OTHER_LEAST = 9,
    /* A word whose middle was mistaken has its start and its end. */
    ENDS_LEAST = 3,
    ENDS_WORD_LEAST = 10,
    ENDS_OFF = 2
};

struct search {
    const struct trie *trie;
    const uint8_t *typed;
    size_t count, least;
    size_t far;                               /* a word is looked for */
    size_t row[NEAR_MOST + 4][NEAR_MOST + 1]; /* by the letters of the word so far */
    uint8_t word[NEAR_MOST + 4];
    struct near best;
};

/* How far a word of a value may be; NEAR_MOST + 1: it is not meant by anything. */
static size_t reach_of(uint32_t value, size_t length)
{
    bool official = (value & SPELL_OFFICIAL) != 0;
    if ((value & SPELL_WORD) == 0 || length < (official ? OFFICIAL_LEAST : OTHER_LEAST))
        return 0;
    return official && length >= OFFICIAL_FAR_LEAST ? FAR : 1;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static void consider(struct search *search, size_t length, size_t distance)
{
    struct near *best = &search->best;
    if (length < search->least)
        return;
    if (best->count > 0 &&
        (distance > best->distance || (distance == best->distance && length <= best->count)))
        return;
    memcpy(best->letter, search->word, length);
    best->count = length;
    best->distance = distance;
}

/* The distances of the word so far from every start of what was typed; the least of them. */
static size_t fill_row(struct search *search, size_t length)
{
    const uint8_t *typed = search->typed, *word = search->word;
    size_t *row = search->row[length];
    const size_t *before = search->row[length - 1];
    /* Only letters about as far on can be the same; beside them the row is out of reach. */
    size_t band = search->far + 1;
    size_t from = length > band ? length - band : 0;
    size_t to = smaller(search->count, length + band);
    size_t smallest = row[from] = from == 0 ? length : band;
    for (size_t i = from + 1; i <= to; i++) {
        size_t change = before[i - 1] + (typed[i - 1] != word[length - 1]);
        row[i] = smaller(change, smaller(before[i], row[i - 1]) + 1);
        bool crossed = length > 1 && i > 1 && typed[i - 1] == word[length - 2] &&
                       typed[i - 2] == word[length - 1];
        if (crossed)
            row[i] = smaller(row[i], search->row[length - 2][i - 2] + 1);
        smallest = smaller(smallest, row[i]);
    }
    if (to < search->count)
        row[to + 1] = band;
    return smallest;
}

/* The words below a node, whose letters are `length`. Words are bounded, and so is the depth. */
static void search_below(struct search *search, uint32_t at, size_t length)
{
    const struct trie *trie = search->trie;
    search->word[length - 1] = (uint8_t)(trie->node[at] & TRIE_LETTER);
    if (fill_row(search, length) > search->far)
        return;
    size_t band = search->far + 1;
    size_t distance = length + band >= search->count && search->count + band >= length
                          ? search->row[length][search->count]
                          : NEAR_MOST;
    if (distance > 0 && distance <= search->far &&
        distance <= reach_of(trie_value(trie, at), length))
        consider(search, length, distance);
    if (length >= search->count + search->far || trie_child(trie, at) == 0)
        return;
    for (uint32_t child = trie_child(trie, at); child < trie->nodes; child++) {
        search_below(search, child, length + 1);
        if ((trie->node[child] & TRIE_LAST) != 0)
            break;
    }
}

/* ---- a mistaken middle ---- */

static size_t same_start(const struct search *search, size_t length)
{
    size_t same = 0;
    while (same < length && same < search->count && search->word[same] == search->typed[same])
        same++;
    return same;
}

static size_t same_end(const struct search *search, size_t length, size_t start)
{
    size_t same = 0;
    while (same + start < smaller(length, search->count) &&
           search->word[length - 1 - same] == search->typed[search->count - 1 - same])
        same++;
    return same;
}

/* Official words that begin and end as what was typed does. */
static void search_ends(struct search *search, uint32_t at, size_t length)
{
    const struct trie *trie = search->trie;
    search->word[length - 1] = (uint8_t)(trie->node[at] & TRIE_LETTER);
    bool is_word = (trie_value(trie, at) & SPELL_OFFICIAL) != 0 && length >= ENDS_WORD_LEAST;
    if (is_word && length + ENDS_OFF >= search->count && length <= search->count + ENDS_OFF) {
        size_t start = same_start(search, length);
        size_t end = same_end(search, length, start);
        if (start >= ENDS_LEAST && end >= ENDS_LEAST && 2 * (start + end) > length)
            consider(search, length, smaller(length, search->count) - start - end + 1);
    }
    if ((length <= ENDS_LEAST && search->word[length - 1] != search->typed[length - 1]) ||
        length >= search->count + ENDS_OFF || trie_child(trie, at) == 0)
        return;
    for (uint32_t child = trie_child(trie, at); child < trie->nodes; child++) {
        search_ends(search, child, length + 1);
        if ((trie->node[child] & TRIE_LAST) != 0)
            break;
    }
}

struct near near_find(const struct trie *trie, const struct near_wanted *wanted)
{
    size_t count = wanted->count;
    struct search search = {.trie = trie,
                            .typed = wanted->typed,
                            .count = count,
                            .least = wanted->least,
                            .far = wanted->is_sure && count + FAR >= OFFICIAL_FAR_LEAST ? FAR : 1};
    if (count + search.far < OFFICIAL_LEAST || count + search.far < wanted->least ||
        count > NEAR_MOST || trie->root[wanted->typed[0]] >= trie->nodes)
        return search.best;
    for (size_t i = 0; i <= count; i++)
        search.row[0][i] = i;
    search_below(&search, trie->root[wanted->typed[0]], 1);
    if (search.best.count == 0 && wanted->is_sure && count + ENDS_OFF >= ENDS_WORD_LEAST)
        search_ends(&search, trie->root[wanted->typed[0]], 1);
    return search.best;
}
