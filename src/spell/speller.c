/* A run is cut into the words that leave the fewest letters over; what is left over, with the words beside it, is looked up
 * as one word. */
#include "spell/speller.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "spell/near.h"
#include "spell/spell_file.h"

enum {
    /* What a cut costs: fewer letters left over are better than anything, then fewer words. */
    COST_LEFT = 50, /* each */
    COST_PART = 45, /* each */
    COST_SHORT = 20,
    COST_WORD = 2,
    SHORT_LETTERS = 2,
    BESIDE = 4,     /* words looked at on either side */
    LEFTS_MOST = 3, /* in a run: with more it is a name, or another language */
    /* Where what is left over are words in other places: letters of the word meant, and of what cannot be words together. */
    PARTS_LEAST = 7,
    PARTS_SURE = 5
};

struct speller {
    struct trie trie;
};

struct speller *speller_open(const char *path)
{
    struct speller *speller = memory_zeroed(1, sizeof *speller);
    if (trie_open(&speller->trie, SPELL_MARK, path))
        return speller;
    free(speller);
    return NULL;
}

void speller_free(struct speller *speller)
{
    if (speller == NULL)
        return;
    trie_close(&speller->trie);
    free(speller);
}

static void *make_kept(const char *path, struct place from, struct sources *sources,
                       struct diag *diag)
{
    (void)from;
    (void)diag;
    sources_watch(sources, path);
    return speller_open(path);
}

static void free_kept(void *speller)
{
    speller_free(speller);
}

const struct kept_kind speller_kind = {make_kept, free_kept};

/* ---- cutting ---- */

/* The cheapest way to a place. */
struct step {
    uint32_t cost;
    uint16_t from;
    bool left; /* the letters from there are no word */
    bool bare; /* nor a part of words */
};

struct token {
    size_t from, to;
    bool left, bare;
};

/* A letter that belongs to the one before it, so that no word begins with it. */
static bool is_dependent(uint8_t letter)
{
    return (letter >= 0x30 && letter <= 0x3A) || letter == 0x45 ||
           (letter >= 0x47 && letter <= 0x4E);
}

/* A vowel that is written before its consonant, so that no word ends with it. */
static bool is_leading(uint8_t letter)
{
    return letter >= 0x40 && letter <= 0x44;
}

static void step_to(struct step *step, size_t from, size_t to, struct step how)
{
    how.cost += step[from].cost;
    how.from = (uint16_t)from;
    if (how.cost < step[to].cost)
        step[to] = how;
}

/* The words that begin at a letter. */
static void step_words(const struct trie *trie, const uint8_t *letter, size_t count, size_t from,
                       struct step *step)
{
    uint32_t at = letter[from] <= TRIE_LETTER ? trie->root[letter[from]] : trie->nodes;
    for (size_t to = from + 1; at < trie->nodes; to++) {
        uint32_t value = trie_value(trie, at);
        if (value != 0 && (to == count || !is_dependent(letter[to]))) {
            size_t letters = to - from;
            struct step how = {.cost = letters <= SHORT_LETTERS ? COST_SHORT : COST_WORD};
            if ((value & SPELL_PART) != 0)
                how = (struct step){.cost = (uint32_t)(COST_PART * letters), .left = true};
            step_to(step, from, to, how);
        }
        uint32_t child = trie_child(trie, at);
        if (to == count || child == 0)
            return;
        at = trie_find(trie, child, letter[to]);
    }
}

/* The tokens of a run, in their order; letters left over that follow each other are one. */
static size_t cut(const struct trie *trie, const uint8_t *letter, size_t count, struct token *token)
{
    struct step step[SPELLER_RUN_MOST + 1];
    for (size_t i = 1; i <= count; i++)
        step[i].cost = UINT32_MAX;
    step[0] = (struct step){.cost = 0};
    for (size_t i = 0; i < count; i++) {
        step_to(step, i, i + 1, (struct step){.cost = COST_LEFT, .left = true, .bare = true});
        if (!is_dependent(letter[i]))
            step_words(trie, letter, count, i, step);
    }
    size_t tokens = 0;
    for (size_t to = count; to > 0; to = step[to].from) {
        bool joins = tokens > 0 && step[to].left && token[tokens - 1].left;
        if (!joins)
            token[tokens++] = (struct token){step[to].from, to, step[to].left, false};
        token[tokens - 1].from = step[to].from;
        token[tokens - 1].bare |= step[to].bare;
    }
    for (size_t i = 0; i < tokens / 2; i++) {
        struct token other = token[i];
        token[i] = token[tokens - 1 - i];
        token[tokens - 1 - i] = other;
    }
    return tokens;
}

/* ---- slips ---- */

static const char *text_of(struct arena *arena, const struct near *near)
{
    char text[4 * sizeof near->letter + 1];
    size_t length = 0;
    for (size_t i = 0; i < near->count; i++)
        length += utf8_write((char32_t)(near->letter[i] + TRIE_THAI), text + length);
    return arena_copy(arena, text, length);
}

/* What some letters were meant to be. */
struct guess {
    struct near near;
    struct token typed;
};

/* Whether a guess is better: nearer, of two as near the longer word, and then the more letters. */
static bool is_better(const struct guess *one, const struct guess *two)
{
    if (one->near.count == 0 || two->near.count == 0)
        return one->near.count > 0;
    if (one->near.distance != two->near.distance)
        return one->near.distance < two->near.distance;
    if (one->near.count != two->near.count)
        return one->near.count > two->near.count;
    return one->typed.to - one->typed.from > two->typed.to - two->typed.from;
}

/* Whether what was typed begins with a word, and something follows it. */
static bool is_start(const struct near *near, const uint8_t *typed)
{
    return memcmp(near->letter, typed, near->count) == 0;
}

/* What the letters left over can be with the words beside them. */
static struct guess find_meant(const struct trie *trie, const uint8_t *letter,
                               const struct token *token, size_t tokens, size_t left)
{
    struct guess best = {.typed = token[left]};
    bool bare = token[left].bare;
    bool is_sure = bare || token[left].to - token[left].from >= PARTS_SURE;
    for (size_t first = left > BESIDE ? left - BESIDE : 0; first <= left; first++)
        for (size_t last = left; last < tokens && last <= left + BESIDE; last++) {
            size_t from = token[first].from, count = token[last].to - from;
            if (count > NEAR_MOST || is_dependent(letter[from]) ||
                is_leading(letter[token[last].to - 1]))
                continue;
            const struct near_wanted wanted = {letter + from, count, bare ? 0 : PARTS_LEAST,
                                               is_sure};
            struct guess guess = {near_find(trie, &wanted), {from, token[last].to, true, true}};
            bool cuts = !bare && guess.near.count < count && is_start(&guess.near, letter + from);
            if (!cuts && is_better(&guess, &best))
                best = guess;
        }
    return best;
}

static size_t count_left(const struct token *token, size_t tokens)
{
    size_t count = 0;
    for (size_t i = 0; i < tokens; i++)
        count += token[i].left;
    return count;
}

static size_t word_before(const struct token *token, size_t tokens, size_t from)
{
    for (size_t i = 1; i < tokens; i++)
        if (token[i].from == from)
            return token[i - 1].from;
    return from;
}

size_t speller_find(const struct speller *speller, struct arena *arena, const uint8_t *letter,
                    size_t count, struct speller_slip *slip, size_t most)
{
    struct token token[SPELLER_RUN_MOST];
    size_t slips = 0;
    count = count < SPELLER_RUN_MOST ? count : SPELLER_RUN_MOST;
    size_t tokens = cut(&speller->trie, letter, count, token);
    if (count_left(token, tokens) > LEFTS_MOST)
        return 0;
    for (size_t i = 0; i < tokens && slips < most; i++) {
        if (!token[i].left)
            continue;
        struct guess meant = find_meant(&speller->trie, letter, token, tokens, i);
        size_t from = meant.typed.from;
        if (meant.near.count == 0 || (slips > 0 && slip[slips - 1].to > from))
            continue;
        slip[slips++] = (struct speller_slip){
            from, meant.typed.to, word_before(token, tokens, from), text_of(arena, &meant.near)};
    }
    return slips;
}
