/*
 * rules.h - the table of line-breaking rules, L1 to L24 of docs/thai.md.
 *
 * Purpose: which pair of neighbours a line end may part, at what penalty, is said in rules.c, of
 *          classes of words; which words are labels, units, connectives, in words/breaks.txt. The
 *          code that applies the table knows no word and no number.
 * Units:   penalties as in linebreak.h: 0 is a good line end, 20 an ordinary one between two
 *          words, 100 a poor one, 1000 one for need only.
 */
#ifndef ITAREPORT_TEXT_RULES_H
#define ITAREPORT_TEXT_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/linebreak.h"

/* What a token is; a token may be several things. */
enum rules_class {
    RULES_THAI = 1 << 0,      /* a Thai word */
    RULES_LATIN = 1 << 1,     /* a word in another script: ITA, E-Service */
    RULES_COUNT = 1 << 2,     /* a number that counts: ๕ in ๕ ข้อ */
    RULES_INDEX = 1 << 3,     /* a number that names: ๒๕๖๘, ๗ in มาตรา ๗ */
    RULES_ID = 1 << 4,        /* i๒, o10 */
    RULES_MAIYAMOK = 1 << 5,  /* ๆ */
    RULES_PAIYANNOI = 1 << 6, /* ฯ */
    RULES_OPEN = 1 << 7,      /* opening brackets and quotes */
    RULES_CLOSE = 1 << 8,     /* closing ones, and signs that end something */
    RULES_BAHT = 1 << 9,      /* ฿, and signs between numbers: × ≥ */
    RULES_DASH = 1 << 10,     /* - and –, and arrows */
    RULES_SLASH = 1 << 11,    /* / */
    RULES_FOOTNOTE = 1 << 12, /* *, superscript digits, and what else is raised */
    RULES_GLUE = 1 << 13,     /* word joiner, no-break spaces */
    RULES_ZWSP = 1 << 14,     /* zero-width space */
    RULES_ABBREVIATION = 1 << 15, /* ป.ป.ช. */
    RULES_ERA = 1 << 16,          /* พ.ศ. */
    RULES_MONTH = 1 << 17,
    RULES_UNIT = 1 << 18,    /* units and classifiers */
    RULES_LABEL = 1 << 19,   /* words that a number follows */
    RULES_ORDINAL = 1 << 20, /* ที่ before a number */
    RULES_TITLE = 1 << 21,   /* นาย */
    RULES_NAME = 1 << 22,    /* a person's, after a title */
    RULES_CONNECTIVE = 1 << 23,
    RULES_NOMINALIZER = 1 << 24, /* การ ความ ผู้ นัก */
    RULES_CLITIC = 1 << 25,      /* ว่า นี้: words that lean on the one before */
    RULES_TERM = 1 << 26,        /* a word of the edition that is never broken */
    RULES_URL = 1 << 27,         /* a piece of an address */
    RULES_BULLET = 1 << 28,      /* a dash or dot that opens a paragraph */
    RULES_ENUMERATOR =
        1
        << 29, /* the sign after the number of a list: ๑), and what is before an item anywhere: ① ☑ ● */
    RULES_FUNCTION = 1 << 30, /* words that are never part of a name */
};

#define RULES_INNER \
    (1u << 31) /* goes on with the compound or address that the token before began */
#define RULES_NUMBER (RULES_COUNT | RULES_INDEX)
#define RULES_ANY UINT32_MAX

enum rules_gap { RULES_TIGHT, RULES_SPACED, RULES_EITHER };

/*
 * A pair with this penalty stays together unless it alone is wider than its line (a narrow cell).
 * LINEBREAK_NEVER holds even then.
 */
#define RULES_HARDLY (LINEBREAK_NEVER - 1)

/* The same, but for a paragraph in distress. */
#define RULES_RARELY (LINEBREAK_NEVER - 2)

/* The first row that fits a pair of neighbours decides. */
struct rules_row {
    const char *id;
    uint32_t before;
    enum rules_gap gap;
    uint32_t after;
    int32_t penalty;
};

/* The row for a boundary; there always is one. */
uint8_t rules_find(uint32_t before, bool spaced, uint32_t after);

/* The row for a place inside a compound, by how tightly it holds (enum compounds_hold, not COMPOUNDS_FREE). */
uint8_t rules_hold(uint8_t hold);

/* What ties a word to the one before it though the table of neighbours does not know. */
enum rules_bond {
    RULES_NO_BOND,
    RULES_RANK, /* a name after a long title: ว่าที่ร้อยตรีหญิง|พรรณราย */
    RULES_PART, /* a label with its number after the name of the whole: EIT |ส่วนที่ ๒ */
    RULES_HOUR, /* เวลา |๐๙.๓๐ น. */
    RULES_SEAM, /* the second part of a long term: กองยุทธศาสตร์|และงบประมาณ */
    RULES_BONDS
};

/* The row for a bond. */
uint8_t rules_bond(enum rules_bond bond);

/* Whether a place that no line should end at may end one in a paragraph in distress. */
bool rules_parts_rarely(uint8_t number);

/* Whether it may in ragged lines, at what they pay. */
bool rules_parts_ragged(uint8_t number);
const struct rules_row *rules_row(uint8_t number);

/* What a line end costs where lines are not stretched, if the table says so; otherwise 0. */
int32_t rules_ragged(uint8_t number);

/* Whether the columns of a table are so wide, where it has room, that no line need end there. */
bool rules_keeps_whole(uint8_t number);

#endif
