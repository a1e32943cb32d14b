/* All entries in one sorted array, and where those of a first letter begin. A name is longer than the words in it, so the
 * longest entry at a letter is the one that is meant. */
#include "claims/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum {
    THAI = 0x0E00,
    FIRSTS = 0x180 /* Thai letters after Latin ones; what begins with another is not found */
};

struct shelf {
    struct lexicon_entry *entry;
    size_t count, room;
    uint32_t first[FIRSTS + 1];
};

struct lexicon {
    struct shelf words, levels;
    const struct lexicon_entry **agency; /* the words for kinds of agencies */
    size_t agencies;
};

static size_t first_of(char32_t c)
{
    if (c >= THAI && c < THAI + 0x80)
        return 0x100 + (c - THAI);
    return c < 0x100 ? c : 0;
}

static void add_entry(struct arena *arena, struct shelf *shelf, struct lexicon_entry entry)
{
    if (entry.count == 0 || first_of(entry.letter[0]) == 0)
        return;
    shelf->entry =
        arena_room(arena, shelf->entry, shelf->count, &shelf->room, sizeof *shelf->entry);
    shelf->entry[shelf->count++] = entry;
}

static void add_name(struct arena *arena, struct shelf *shelf, const struct text *text,
                     enum lexicon_thing thing, const void *of)
{
    if (text->bytes == NULL || text->length == 0)
        return;
    struct lexicon_entry entry = lexicon_entry_of(arena, text->bytes, text->length);
    entry.thing = thing;
    entry.of = of;
    add_entry(arena, shelf, entry);
}

static void add_scheme(struct arena *arena, struct shelf *shelf, const struct scheme *scheme)
{
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &scheme->instrument[i];
        add_name(arena, shelf, &instrument->id, LEXICON_INSTRUMENT, instrument);
        add_name(arena, shelf, &instrument->name, LEXICON_INSTRUMENT, instrument);
        add_name(arena, shelf, &instrument->english, LEXICON_INSTRUMENT, instrument);
    }
    for (size_t i = 0; i < scheme->parts; i++) {
        add_name(arena, shelf, &scheme->part[i].name, LEXICON_PART, &scheme->part[i]);
        add_name(arena, shelf, &scheme->part[i].english, LEXICON_PART, &scheme->part[i]);
    }
    for (size_t i = 0; i < scheme->indicators; i++)
        add_name(arena, shelf, &scheme->indicator[i].name, LEXICON_INDICATOR,
                 &scheme->indicator[i]);
    for (size_t i = 0; i < scheme->subindicators; i++)
        add_name(arena, shelf, &scheme->subindicator[i].name, LEXICON_SUBINDICATOR,
                 &scheme->subindicator[i]);
}

static void add_levels(struct arena *arena, struct shelf *shelf, const struct scheme_levels *levels)
{
    for (size_t i = 0; i < levels->outcomes; i++)
        add_name(arena, shelf, &levels->outcome[i].name, LEXICON_LEVEL, &levels->outcome[i].name);
    for (size_t i = 0; i < levels->letters; i++)
        add_name(arena, shelf, &levels->letter[i].name, LEXICON_LEVEL, &levels->letter[i].name);
}

static bool same_letters(const struct lexicon_entry *a, const struct lexicon_entry *b)
{
    return a->count == b->count && memcmp(a->letter, b->letter, a->count * sizeof *a->letter) == 0;
}

/* A name that is a word of the vocabulary too (การจัดซื้อจัดจ้าง) is both. */
static void join_equal(struct shelf *shelf)
{
    size_t kept = 0;
    for (size_t i = 0; i < shelf->count; i++) {
        struct lexicon_entry *last = kept > 0 ? &shelf->entry[kept - 1] : NULL;
        if (last == NULL || !same_letters(last, &shelf->entry[i])) {
            shelf->entry[kept++] = shelf->entry[i];
            continue;
        }
        uint64_t words = last->words | shelf->entry[i].words;
        if (last->thing == LEXICON_WORD)
            *last = shelf->entry[i];
        last->words = words;
    }
    shelf->count = kept;
}

static void sort_shelf(struct shelf *shelf)
{
    if (shelf->count > 0)
        qsort(shelf->entry, shelf->count, sizeof *shelf->entry, lexicon_compare);
    join_equal(shelf);
    for (size_t i = 0; i < shelf->count; i++)
        shelf->first[first_of(shelf->entry[i].letter[0]) + 1]++;
    for (size_t i = 0; i < FIRSTS; i++)
        shelf->first[i + 1] += shelf->first[i];
}

static void list_agencies(struct arena *arena, struct lexicon *lexicon)
{
    const struct shelf *shelf = &lexicon->words;
    lexicon->agency = ARENA_NEW(arena, const struct lexicon_entry *, shelf->count);
    for (size_t i = 0; i < shelf->count; i++)
        if ((shelf->entry[i].words & WORD_BIT(WORD_AGENCY)) != 0)
            lexicon->agency[lexicon->agencies++] = &shelf->entry[i];
}

/* The agency's own names are words for itself. */
static void add_agency(struct arena *arena, struct shelf *shelf,
                       const struct edition_agency *agency)
{
    const struct text *names[] = {&agency->name, &agency->short_name};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (names[i]->bytes == NULL || names[i]->length == 0)
            continue;
        struct lexicon_entry entry = lexicon_entry_of(arena, names[i]->bytes, names[i]->length);
        entry.words = WORD_BIT(WORD_SELF);
        add_entry(arena, shelf, entry);
    }
}

/* How many bytes of a name an entry is; 0: the name does not begin with it. */
static size_t begins_name(const struct lexicon_entry *entry, const char *name)
{
    size_t length = strlen(name), at = 0;
    for (size_t i = 0; i < entry->count; i++)
        if (at >= length || filled_fold(utf8_next(name, length, &at)) != entry->letter[i])
            return 0;
    return at;
}

/* The word for the agency's own kind is said of itself, where no name follows: โรงพยาบาลอยู่ในระดับ … */
static void mark_own_kind(struct shelf *shelf, const char *name)
{
    for (size_t i = 0; name != NULL && i < shelf->count; i++)
        if ((shelf->entry[i].words & WORD_BIT(WORD_AGENCY)) != 0 &&
            begins_name(&shelf->entry[i], name) > 0)
            shelf->entry[i].words |= WORD_BIT(WORD_SELF);
}

const struct lexicon *lexicon_make(struct arena *arena, const struct vocabulary *vocabulary,
                                   const struct edition *edition)
{
    struct lexicon *lexicon = ARENA_NEW(arena, struct lexicon, 1);
    size_t count = 0;
    const struct lexicon_entry *entry = vocabulary_entries(vocabulary, &count);
    for (size_t i = 0; i < count; i++)
        add_entry(arena, &lexicon->words, entry[i]);
    add_agency(arena, &lexicon->words, &edition->profile.agency);
    add_scheme(arena, &lexicon->words, edition->scheme);
    const struct scheme_levels levels = edition_levels(edition);
    add_levels(arena, &lexicon->levels, &levels);
    sort_shelf(&lexicon->words);
    sort_shelf(&lexicon->levels);
    mark_own_kind(&lexicon->words, edition->profile.agency.name.bytes);
    list_agencies(arena, lexicon);
    return lexicon;
}

/* ---- finding ---- */

static bool is_latin(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Whether a letter belongs to the syllable before it. */
static bool goes_on(char32_t c)
{
    return (c >= 0x0E30 && c <= 0x0E3A) || c == 0x0E45 || (c >= 0x0E47 && c <= 0x0E4E);
}

static bool begins(const struct lexicon_entry *entry, const struct filled *filled, size_t at)
{
    if (at + entry->count > filled->count)
        return false;
    for (size_t i = 1; i < entry->count; i++)
        if (filled->letter[at + i].c != entry->letter[i])
            return false;
    char32_t next = filled->letter[at + entry->count].c;
    return !goes_on(next) && !(is_latin(entry->letter[entry->count - 1]) && is_latin(next));
}

static const struct lexicon_entry *find(const struct shelf *shelf, const struct filled *filled,
                                        size_t at)
{
    size_t first = first_of(filled->letter[at].c);
    for (uint32_t i = shelf->first[first]; i < shelf->first[first + 1]; i++)
        if (begins(&shelf->entry[i], filled, at))
            return &shelf->entry[i];
    return NULL;
}

const struct lexicon_entry *lexicon_find(const struct lexicon *lexicon, const struct filled *filled,
                                         size_t at)
{
    return find(&lexicon->words, filled, at);
}

const struct lexicon_entry *lexicon_level(const struct lexicon *lexicon,
                                          const struct filled *filled, size_t at)
{
    return find(&lexicon->levels, filled, at);
}

/* ---- agencies ---- */

/* The longest word for a kind that a name begins with, and how many bytes that is. */
static const struct lexicon_entry *longest_kind(const struct lexicon_entry *const *agency,
                                                size_t count, const char *name, size_t *bytes)
{
    const struct lexicon_entry *best = NULL;
    *bytes = 0;
    for (size_t i = 0; name != NULL && i < count; i++) {
        size_t here = begins_name(agency[i], name);
        if (here <= *bytes)
            continue;
        *bytes = here;
        best = agency[i];
    }
    return best;
}

const char *lexicon_kind(const struct lexicon *lexicon, const char *name)
{
    size_t bytes;
    const struct lexicon_entry *kind =
        longest_kind(lexicon->agency, lexicon->agencies, name, &bytes);
    return kind != NULL ? kind->value : NULL;
}

static const char *after(const char *name, size_t bytes)
{
    while (name[bytes] == ' ')
        bytes++;
    return name + bytes;
}

const char *lexicon_after_kind(const struct lexicon *lexicon, const char *name)
{
    size_t bytes;
    longest_kind(lexicon->agency, lexicon->agencies, name, &bytes);
    return after(name, bytes);
}

bool lexicon_is_common(const struct lexicon *lexicon, const struct lexicon_entry *kind)
{
    for (size_t i = 0; i < lexicon->agencies; i++) {
        const struct lexicon_entry *other = lexicon->agency[i];
        if (other->count > kind->count &&
            memcmp(other->letter, kind->letter, kind->count * sizeof *kind->letter) == 0)
            return true;
    }
    return false;
}

/* Whether one of two texts ends with the other. */
static bool share_end(const char *a, const char *b)
{
    size_t longer = strlen(a), shorter = strlen(b);
    if (longer < shorter)
        return share_end(b, a);
    return strcmp(a + longer - shorter, b) == 0;
}

bool vocabulary_same_agency(const struct vocabulary *vocabulary, const char *name,
                            const char *short_name)
{
    size_t count = 0, bytes = 0;
    const struct lexicon_entry *entry = vocabulary_entries(vocabulary, &count);
    const char *rest[2] = {NULL, NULL};
    const char *names[2] = {name, short_name};
    for (size_t n = 0; n < 2; n++) {
        size_t longest = 0;
        for (size_t i = 0; names[n] != NULL && i < count; i++) {
            if ((entry[i].words & WORD_BIT(WORD_AGENCY)) == 0)
                continue;
            bytes = begins_name(&entry[i], names[n]);
            longest = bytes > longest ? bytes : longest;
        }
        if (longest == 0)
            return true;
        rest[n] = after(names[n], longest);
    }
    return *rest[0] == '\0' || *rest[1] == '\0' || share_end(rest[0], rest[1]);
}
