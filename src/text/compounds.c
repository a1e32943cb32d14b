/*
 * A run of Thai letters is cut into the fewest compounds and words, as far as they end where libthai's words end; of the
 * compounds inside those the tightest one that spans a place decides. Words hold each other loosely until a word of
 * grammar begins the next phrase: there a line rather ends. A long run is read in windows that overlap.
 */
#include "text/compounds.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/compounds_file.h"
#include "text/letters.h"
#include "words/trie.h"

enum {
    WINDOW = 96,   /* words looked at together */
    DISTRUST = 16, /* at a window's end, so many are looked at again with those that follow */
    FOUND_MOST = 8 * WINDOW,
    SHORT_LETTERS = 4,    /* of a name that is one word with its kind */
    LETTERS_MOST = 1000,  /* that make a token better than another */
    TOKEN_COST = 1 << 20, /* fewer words are better than any longer ones */
};

/* A compound, or a word that holds or clings: the words [first, last) of the window. */
struct found {
    uint8_t first, last, value;
};

/* The cheapest way to a place between two words. */
struct step {
    int32_t cost;
    uint8_t from; /* the word that the last token begins with */
};

struct compounds {
    struct trie trie;
    size_t start[WINDOW + 1]; /* of each word, in characters */
    size_t words;
    struct found found[FOUND_MOST];
    size_t founds;
    struct step step[WINDOW + 1];
    uint8_t token[WINDOW + 1]; /* the word that the token of each word begins with */
    uint8_t role[WINDOW + 1];  /* of the token that begins there */
};

struct compounds *compounds_open(const char *path)
{
    struct compounds *compounds = memory_zeroed(1, sizeof *compounds);
    if (trie_open(&compounds->trie, COMPOUNDS_MARK, path))
        return compounds;
    free(compounds);
    return NULL;
}

void compounds_free(struct compounds *compounds)
{
    if (compounds == NULL)
        return;
    trie_close(&compounds->trie);
    free(compounds);
}

/* Adds what is listed and begins with a word of the window. */
static void find_at(struct compounds *compounds, const struct characters *characters, size_t first)
{
    const struct trie *trie = &compounds->trie;
    uint32_t child = 0;
    size_t last = first + 1;
    for (size_t c = compounds->start[first]; last <= compounds->words; c++) {
        if (c == compounds->start[last])
            last++;
        uint32_t letter = (uint32_t)(characters->at[c].code - TRIE_THAI);
        if (last > compounds->words || letter > TRIE_LETTER)
            return;
        uint32_t at = child == 0 ? trie->root[letter] : trie_find(trie, child, letter);
        if (at >= trie->nodes)
            return;
        uint32_t value = trie_value(trie, at);
        if (value != 0 && c + 1 == compounds->start[last] && compounds->founds < FOUND_MOST)
            compounds->found[compounds->founds++] =
                (struct found){(uint8_t)first, (uint8_t)last, (uint8_t)value};
        child = trie_child(trie, at);
        if (child == 0)
            return;
    }
}

static void step_to(struct compounds *compounds, size_t first, size_t last)
{
    size_t length = compounds->start[last] - compounds->start[first];
    int32_t letters = length < LETTERS_MOST ? (int32_t)length : LETTERS_MOST;
    int32_t cost = compounds->step[first].cost + TOKEN_COST - letters * letters;
    struct step *step = &compounds->step[last];
    if (cost < step->cost)
        *step = (struct step){cost, (uint8_t)first};
}

/* Finds what is listed, and the fewest tokens of the window. */
static void cut_window(struct compounds *compounds, const struct characters *characters)
{
    compounds->founds = 0;
    for (size_t i = 1; i <= compounds->words; i++)
        compounds->step[i].cost = INT32_MAX;
    compounds->step[0].cost = 0;
    for (size_t i = 0; i < compounds->words; i++) {
        size_t before = compounds->founds;
        find_at(compounds, characters, i);
        step_to(compounds, i, i + 1);
        for (size_t f = before; f < compounds->founds; f++)
            if (compounds->found[f].value & COMPOUNDS_WHOLE)
                step_to(compounds, i, compounds->found[f].last);
    }
    for (size_t end = compounds->words; end > 0;) {
        size_t first = compounds->step[end].from;
        while (end > first)
            compounds->token[--end] = (uint8_t)first;
    }
    compounds->token[compounds->words] = (uint8_t)compounds->words;
}

static void hold(struct character *character, unsigned how)
{
    if (character->hold < how)
        character->hold = (uint8_t)how;
}

/* Whether what was found is a token, or is inside one. */
static bool is_inside(const struct compounds *compounds, const struct found *found)
{
    return compounds->token[found->first] == compounds->token[found->last - 1];
}

static bool is_whole(const struct compounds *compounds, const struct found *found)
{
    return compounds->token[found->first] == found->first &&
           compounds->token[found->last] == found->last;
}

/* Its words hold each other; where it crosses the tokens chosen, as in a phrase. */
static void hold_words(const struct compounds *compounds, const struct found *found,
                       struct character *text)
{
    unsigned how = found->value & COMPOUNDS_WHOLE;
    if (how > COMPOUNDS_PHRASE && !is_inside(compounds, found))
        how = COMPOUNDS_PHRASE;
    for (size_t i = found->first + 1u; i < found->last; i++)
        hold(&text[compounds->start[i]], how);
}

static unsigned role_of(const struct found *found)
{
    return found->value >> COMPOUNDS_ROLE_SHIFT;
}

static bool is_sign(char32_t c)
{
    return c == LETTER_MAIYAMOK || c == LETTER_PAIYANNOI;
}

/* Whether the token that begins at a place begins a phrase. */
static bool leads(const struct compounds *compounds, size_t place)
{
    return compounds->role[place] == COMPOUNDS_LEADS || compounds->role[place] == COMPOUNDS_ORDERS;
}

/* Whether a phrase goes on at a place between two tokens. */
static bool goes_on(const struct compounds *compounds, const struct character *text, size_t at)
{
    if (at == 0 || at >= compounds->words || compounds->token[at] != at)
        return false;
    return !leads(compounds, at) && compounds->role[compounds->token[at - 1]] != COMPOUNDS_TRAILS &&
           !is_sign(text[compounds->start[at] - 1].code);
}

static size_t letters_of(const struct compounds *compounds, size_t token)
{
    size_t last = token;
    while (last < compounds->words && compounds->token[last] == token)
        last++;
    return compounds->start[last] - compounds->start[token];
}

/* How a word that holds what follows does so: a short name is one word with its kind, อำเภอ|พล. */
static unsigned hold_after(const struct compounds *compounds, size_t place)
{
    return letters_of(compounds, place) <= SHORT_LETTERS ? COMPOUNDS_WORD : COMPOUNDS_PHRASE;
}

/* What a token does to the one before or after it. A word that ends in one that holds what follows holds it, too. */
static void hold_neighbours(const struct compounds *compounds, const struct found *found,
                            struct character *text)
{
    unsigned role = role_of(found);
    bool holds = role == COMPOUNDS_HOLDS && is_inside(compounds, found);
    bool clings = role == COMPOUNDS_CLINGS && is_whole(compounds, found);
    bool counts = role == COMPOUNDS_COUNTS && is_whole(compounds, found);
    size_t place = clings ? found->first : found->last;
    if (!(holds || clings || counts) || !goes_on(compounds, text, place) ||
        compounds->role[place] == COMPOUNDS_TRAILS || leads(compounds, compounds->token[place - 1]))
        return;
    if (counts)
        hold(&text[compounds->start[place]],
             compounds->role[place] == COMPOUNDS_COUNTS ? COMPOUNDS_FIRM : COMPOUNDS_WORD);
    else
        hold(&text[compounds->start[place]],
             clings ? COMPOUNDS_PHRASE : hold_after(compounds, place));
}

/* A number in words after a word of order names what is before that: ครั้ง|ที่|สอง, บรรทัด|ที่|สาม. */
static void hold_ordinal(const struct compounds *compounds, const struct found *order,
                         struct character *text)
{
    size_t number = order->last, before = order->first;
    if (role_of(order) != COMPOUNDS_ORDERS || number >= compounds->words ||
        compounds->token[number] != number || compounds->role[number] != COMPOUNDS_COUNTS ||
        !is_inside(compounds, order))
        return;
    hold(&text[compounds->start[number]], COMPOUNDS_FIRM);
    if (before > 0 && is_whole(compounds, order) &&
        !leads(compounds, compounds->token[before - 1]) &&
        compounds->role[compounds->token[before - 1]] != COMPOUNDS_TRAILS)
        hold(&text[compounds->start[before]], COMPOUNDS_WORD);
}

static void note_roles(struct compounds *compounds)
{
    memset(compounds->role, 0, sizeof compounds->role);
    for (size_t i = 0; i < compounds->founds; i++) {
        const struct found *found = &compounds->found[i];
        if (is_whole(compounds, found))
            compounds->role[found->first] = (uint8_t)role_of(found);
    }
}

static void apply(struct compounds *compounds, struct character *text)
{
    note_roles(compounds);
    for (size_t i = 1; i < compounds->words; i++)
        if (goes_on(compounds, text, i))
            hold(&text[compounds->start[i]], COMPOUNDS_LOOSE);
    for (size_t i = 0; i < compounds->founds; i++) {
        hold_words(compounds, &compounds->found[i], text);
        hold_neighbours(compounds, &compounds->found[i], text);
        hold_ordinal(compounds, &compounds->found[i], text);
    }
}

/* Reads the words from a character on into the window; returns where they end. */
static size_t fill_window(struct compounds *compounds, const struct characters *characters,
                          size_t at)
{
    size_t words = 0;
    compounds->start[0] = at;
    while (characters_are(characters, at, CHARACTER_WORD | CHARACTER_JOINER)) {
        at++;
        if (!characters->at[at].word &&
            characters_are(characters, at, CHARACTER_WORD | CHARACTER_JOINER))
            continue;
        compounds->start[++words] = at;
        if (words == WINDOW)
            break;
    }
    compounds->words = words;
    return at;
}

/* Marks one run of letters; returns where it ends. */
static size_t mark_run(struct compounds *compounds, struct characters *characters, size_t at)
{
    for (;;) {
        size_t end = fill_window(compounds, characters, at);
        cut_window(compounds, characters);
        apply(compounds, characters->at);
        if (compounds->words < WINDOW)
            return end;
        size_t next = compounds->token[WINDOW - DISTRUST];
        at = compounds->start[next > 0 ? next : WINDOW - DISTRUST];
    }
}

void compounds_mark(struct compounds *compounds, struct characters *characters)
{
    for (size_t at = 0; at < characters->count;)
        at = characters_are(characters, at, CHARACTER_WORD) ? mark_run(compounds, characters, at)
                                                            : at + 1;
}
