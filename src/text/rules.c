/*
 * The table of line-breaking rules. Rows are read from the top; the first one that fits the word
 * before a boundary, the space at it and the word after it decides. NEVER keeps two words on one
 * line; HARDLY too, unless they alone are wider than it; any other number is the price of a line
 * end there. What cannot be said of two neighbours (an abbreviation is one piece, a name is one
 * piece, and so is the sign for "and so on": L3, L7, L12, L13) is settled before, by what tokens.c
 * takes as one token, and by the dictionary. L17 is in items.c, L22 in justify.c, L23 in
 * linebreak.c.
 */
#include "text/rules.h"

#include <assert.h>
#include <string.h>

#include "text/compounds.h"

#define NEVER LINEBREAK_NEVER
#define HARDLY RULES_HARDLY
#define THAI RULES_THAI
#define LATIN RULES_LATIN
#define NUMBER RULES_NUMBER
#define COUNT RULES_COUNT
#define ID RULES_ID
#define DASH RULES_DASH
#define MONTH RULES_MONTH
#define LABEL RULES_LABEL
#define ANY RULES_ANY
#define LEANING (RULES_CONNECTIVE | RULES_CLITIC | RULES_FUNCTION)

/* clang-format off */
static const struct rules_row RULES[] = {
    /* A compound of the lists goes on, one that is tied to a number stays whole; an address goes on after its hyphen,
     * which readers may drop, and before an escape. */
    {"L9",  RULES_UNIT,         RULES_TIGHT,  RULES_INNER,       HARDLY},
    {"L10", LABEL,              RULES_TIGHT,  RULES_INNER,       HARDLY},
    {"L12", RULES_TITLE,        RULES_TIGHT,  RULES_INNER,       HARDLY},
    {"L14", RULES_NOMINALIZER,  RULES_TIGHT,  RULES_INNER,       880},
    {"L18", RULES_URL,          RULES_TIGHT,  RULES_INNER,       450},
    {"L24", LATIN,              RULES_TIGHT,  RULES_INNER,       300}, /* syllables of English, for need: Trans-parency */
    {"L16", ANY,                RULES_TIGHT,  RULES_INNER,       240},

    /* What the writer wants. */
    {"L21", RULES_GLUE,         RULES_EITHER, ANY,               NEVER},
    {"L21", ANY,                RULES_EITHER, RULES_GLUE,        NEVER},
    {"L21", ANY,                RULES_EITHER, RULES_ZWSP,        NEVER}, /* after it, not before */
    {"L21", RULES_ZWSP,         RULES_EITHER, ANY,               0},

    /* Signs that never start or never end a line. */
    {"L1",  ANY,                RULES_EITHER, RULES_MAIYAMOK,    NEVER},
    {"L2",  ANY,                RULES_EITHER, RULES_PAIYANNOI,   NEVER},
    {"L4",  ANY,                RULES_EITHER, RULES_CLOSE,       NEVER},
    {"L5",  RULES_OPEN,         RULES_EITHER, ANY,               NEVER},
    {"L6",  RULES_BAHT,         RULES_EITHER, NUMBER,            HARDLY},
    {"L6",  NUMBER,             RULES_EITHER, RULES_BAHT,        HARDLY},
    {"L19", ANY,                RULES_EITHER, RULES_FOOTNOTE,    NEVER}, /* a star after a space is no mark */

    /* Numbers and what they belong to. */
    {"L8",  RULES_ERA,          RULES_EITHER, RULES_INDEX,       HARDLY},
    {"L8",  RULES_ERA,          RULES_EITHER, COUNT,             450}, /* เวลา ๒ ชั่วโมง */
    {"L9",  COUNT,              RULES_EITHER, RULES_UNIT,        HARDLY},
    {"L9",  COUNT,              RULES_TIGHT,  THAI | LATIN,      HARDLY},
    {"L10", LABEL,              RULES_EITHER, NUMBER | ID,       HARDLY},
    {"L10", RULES_ORDINAL,      RULES_EITHER, NUMBER | ID,       HARDLY},
    {"L10", ANY,                RULES_TIGHT,  RULES_ORDINAL,     HARDLY},
    {"L10", RULES_INDEX,        RULES_SPACED, RULES_ID,          HARDLY}, /* ตอนพิเศษ ๑๒๓ ง */
    {"L10", LABEL,              RULES_EITHER, RULES_ERA,         300},
    {"L10", RULES_BULLET,       RULES_EITHER, ANY,               NEVER},
    {"",    RULES_ENUMERATOR,   RULES_SPACED, RULES_ENUMERATOR,  0}, /* ☐ ☐ ☐ */
    {"L10", RULES_ENUMERATOR,   RULES_EITHER, ANY,               HARDLY},
    {"L10", LATIN,              RULES_SPACED, LABEL,             300},
    {"L11", NUMBER,             RULES_EITHER, MONTH,             HARDLY},
    {"L11", MONTH,              RULES_EITHER, NUMBER | RULES_ERA | MONTH, HARDLY},
    {"L11", ANY,                RULES_EITHER, DASH,              NEVER},
    {"L11", DASH,               RULES_TIGHT,  NUMBER | ID,       HARDLY}, /* ranges, telephones */
    {"L11", DASH,               RULES_SPACED, ANY,               60},
    {"L11", DASH,               RULES_TIGHT,  ANY,               80},

    /* What is short for something, and what it names: อบต.หินเหล็กไฟ, วจ.๐๔, ปณ. ๘๙. */
    {"L7",  RULES_ABBREVIATION, RULES_TIGHT,  NUMBER | LATIN | ID, HARDLY},
    {"L10", RULES_ABBREVIATION, RULES_SPACED, NUMBER,            300},
    {"L7",  RULES_ABBREVIATION, RULES_TIGHT,  LABEL,             HARDLY}, /* ผบ.หมู่ */
    {"L15", RULES_ABBREVIATION, RULES_TIGHT,  LEANING,           20},
    {"L7",  RULES_ABBREVIATION, RULES_TIGHT,  THAI,              HARDLY},

    /* A number and a word that may be what it counts; a name and a number that may be part of it: ISO 37001. */
    {"",    COUNT,              RULES_SPACED, LEANING | LABEL | RULES_NOMINALIZER | RULES_ABBREVIATION, 0},
    {"L9",  COUNT,              RULES_SPACED, THAI,              450},
    {"L10", LATIN,              RULES_SPACED, NUMBER | ID,       120},
    {"L10", RULES_INDEX,        RULES_SPACED, RULES_OPEN,        60}, /* มาตรา ๘ (๒) */

    /* Names. */
    {"L12", RULES_TITLE,        RULES_EITHER, RULES_TITLE | RULES_NAME | RULES_TERM | LATIN, HARDLY},
    {"L12", RULES_NAME,         RULES_SPACED, RULES_NAME,        300},

    /* Slashes and addresses. */
    {"L18", ANY,                RULES_TIGHT,  RULES_SLASH,       NEVER},
    {"L18", RULES_URL,          RULES_TIGHT,  RULES_URL,         120},
    {"L18", RULES_SLASH,        RULES_TIGHT,  NUMBER,            NEVER},
    {"L18", RULES_SLASH,        RULES_TIGHT,  ANY,               80},

    /* Words that lean on what follows. */
    {"L14", RULES_NOMINALIZER,  RULES_TIGHT,  THAI | LATIN,      880},
    {"L15", RULES_CONNECTIVE,   RULES_EITHER, ANY,               610},
    {"L10", THAI,               RULES_SPACED, ID,                120},
    {"L15", THAI,               RULES_TIGHT,  RULES_CLITIC,      150},
    {"L15", RULES_MAIYAMOK,     RULES_SPACED, RULES_CLITIC,      150},

    /* Where nothing else is said. */
    {"L20", THAI,               RULES_TIGHT,  LATIN | RULES_ID,  30},
    {"L20", LATIN | RULES_ID,   RULES_TIGHT,  THAI,              30},
    {"",    LATIN,              RULES_SPACED, LATIN,             20},
    {"",    LATIN,              RULES_TIGHT,  LATIN,             HARDLY},
    {"",    NUMBER | RULES_ID,  RULES_TIGHT,  NUMBER | LATIN | RULES_ID, HARDLY},
    {"",    LATIN | RULES_ID,   RULES_TIGHT,  NUMBER | RULES_ID, HARDLY},
    {"",    THAI,               RULES_TIGHT,  NUMBER,            60},
    {"",    NUMBER,             RULES_TIGHT,  THAI,              60},
    {"",    RULES_CLOSE,        RULES_TIGHT,  LATIN | NUMBER,    HARDLY},
    {"",    RULES_CLOSE,        RULES_TIGHT,  RULES_OPEN,        HARDLY},
    {"",    LATIN | NUMBER,     RULES_TIGHT,  RULES_OPEN,        HARDLY},
    {"",    ANY,                RULES_SPACED, ANY,               0},
    {"",    ANY,                RULES_TIGHT,  ANY,               20},
};

/* clang-format on */

/*
 * Inside a compound, by how tightly it holds. Ragged lines have white to spare and rather end early,
 * even after a connective.
 */
static const struct {
    struct rules_row row;
    int32_t ragged;
} HOLD[] = {
    [COMPOUNDS_LOOSE] = {{"L16", ANY, RULES_TIGHT, ANY, 110}, 50},
    [COMPOUNDS_PHRASE] = {{"L16", ANY, RULES_TIGHT, ANY, 640}, 1000},
    [COMPOUNDS_WORD] = {{"L16", ANY, RULES_TIGHT, ANY, 850}, 2000},
    [COMPOUNDS_TIGHT] = {{"L16", ANY, RULES_TIGHT, ANY, 900}, 3000},
    [COMPOUNDS_FIRM] = {{"L16", ANY, RULES_TIGHT, ANY, HARDLY}, 0},
};

/* What other rules cost in ragged lines. */
static const struct {
    const char *id;
    int32_t penalty;
} RAGGED[] = {{"L14", 2500}, {"L15", 280}, {"L16", 400}};

/* Whole, but rather parted than that a line is torn apart. */
static const struct rules_row BOND[RULES_BONDS] = {
    [RULES_RANK] = {"L12", RULES_TITLE, RULES_TIGHT, RULES_NAME, RULES_RARELY},
    [RULES_PART] = {"L10", LATIN, RULES_SPACED, LABEL, RULES_RARELY},
    [RULES_HOUR] = {"L8", RULES_ERA, RULES_EITHER, COUNT, RULES_RARELY},
    [RULES_SEAM] = {"L13", RULES_TERM, RULES_TIGHT, RULES_TERM, RULES_RARELY},
};

/* Rows of HOLD are numbered after those of RULES, those of BOND after them. */
#define ROWS (sizeof RULES / sizeof RULES[0])
#define HOLDS (sizeof HOLD / sizeof HOLD[0])

enum {
    WHOLE_LEAST = 400, /* of what a ragged line pays: a column grows rather than that */
    SEAM_RAGGED = 1500 /* what it pays for a line end in a long term */
};

uint8_t rules_find(uint32_t before, bool spaced, uint32_t after)
{
    size_t rows = ROWS;
    static_assert(ROWS + HOLDS + RULES_BONDS < UINT8_MAX, "a row's number is one byte");
    for (size_t i = 0; i + 1 < rows; i++) {
        const struct rules_row *row = &RULES[i];
        if ((row->before & before) && (row->after & after) &&
            (row->gap == RULES_EITHER || (row->gap == RULES_SPACED) == spaced))
            return (uint8_t)i;
    }
    return (uint8_t)(rows - 1);
}

uint8_t rules_hold(uint8_t hold)
{
    assert(hold != COMPOUNDS_FREE && hold < HOLDS);
    return (uint8_t)(ROWS + hold);
}

uint8_t rules_bond(enum rules_bond bond)
{
    assert(bond != RULES_NO_BOND && bond < RULES_BONDS);
    return (uint8_t)(ROWS + HOLDS + bond);
}

bool rules_parts_rarely(uint8_t number)
{
    return rules_row(number)->penalty == RULES_RARELY;
}

bool rules_parts_ragged(uint8_t number)
{
    return number == ROWS + HOLDS + RULES_SEAM;
}

int32_t rules_ragged(uint8_t number)
{
    if (number >= ROWS)
        return number < ROWS + HOLDS ? HOLD[number - ROWS].ragged
                                     : (rules_parts_ragged(number) ? SEAM_RAGGED : 0);
    for (size_t i = 0; i < sizeof RAGGED / sizeof RAGGED[0]; i++)
        if (strcmp(RAGGED[i].id, rules_row(number)->id) == 0)
            return RAGGED[i].penalty;
    return 0;
}

bool rules_keeps_whole(uint8_t number)
{
    return !rules_parts_ragged(number) && rules_ragged(number) >= WHOLE_LEAST;
}

const struct rules_row *rules_row(uint8_t number)
{
    assert(number < ROWS + HOLDS + RULES_BONDS);
    if (number >= ROWS + HOLDS)
        return &BOND[number - ROWS - HOLDS];
    return number < ROWS ? &RULES[number] : &HOLD[number - ROWS].row;
}
