/*
 * The marks of a letter are a set, with a note of what was there before or came too early; the right
 * form is made from the set. So a letter with any number of marks is read once.
 */
#include "audit/thai_letter.h"

#include "base/utf8.h"

enum {
    CODE_AA = 0x0E32,
    CODE_AM = 0x0E33,
    CODE_LONG = 0x0E45,
    CODE_MARK = 0x0E31, /* ั, the first mark */
    CODE_LAST = 0x0E4E  /* ๎ */
};

/* What is not named is no letter. */
const uint8_t THAI_TABLE[THAI_TABLED] = {
    ['\t'] = THAI_BLANK,     ['\n'] = THAI_BLANK,     [' '] = THAI_BLANK,
    ['-'] = THAI_DASH,       ['_'] = THAI_DASH,       [0x81] = THAI_CONSONANT,
    [0x82] = THAI_CONSONANT, [0x83] = THAI_CONSONANT, [0x84] = THAI_CONSONANT,
    [0x85] = THAI_CONSONANT, [0x86] = THAI_CONSONANT, [0x87] = THAI_CONSONANT,
    [0x88] = THAI_CONSONANT, [0x89] = THAI_CONSONANT, [0x8A] = THAI_CONSONANT,
    [0x8B] = THAI_CONSONANT, [0x8C] = THAI_CONSONANT, [0x8D] = THAI_CONSONANT,
    [0x8E] = THAI_CONSONANT, [0x8F] = THAI_CONSONANT, [0x90] = THAI_CONSONANT,
    [0x91] = THAI_CONSONANT, [0x92] = THAI_CONSONANT, [0x93] = THAI_CONSONANT,
    [0x94] = THAI_CONSONANT, [0x95] = THAI_CONSONANT, [0x96] = THAI_CONSONANT,
    [0x97] = THAI_CONSONANT, [0x98] = THAI_CONSONANT, [0x99] = THAI_CONSONANT,
    [0x9A] = THAI_CONSONANT, [0x9B] = THAI_CONSONANT, [0x9C] = THAI_CONSONANT,
    [0x9D] = THAI_CONSONANT, [0x9E] = THAI_CONSONANT, [0x9F] = THAI_CONSONANT,
    [0xA0] = THAI_CONSONANT, [0xA1] = THAI_CONSONANT, [0xA2] = THAI_CONSONANT,
    [0xA3] = THAI_CONSONANT, [0xA4] = THAI_RU,        [0xA5] = THAI_CONSONANT,
    [0xA6] = THAI_RU,        [0xA7] = THAI_CONSONANT, [0xA8] = THAI_CONSONANT,
    [0xA9] = THAI_CONSONANT, [0xAA] = THAI_CONSONANT, [0xAB] = THAI_CONSONANT,
    [0xAC] = THAI_CONSONANT, [0xAD] = THAI_CONSONANT, [0xAE] = THAI_CONSONANT,
    [0xB0] = THAI_A,         [0xB1] = THAI_ABOVE,     [0xB2] = THAI_AA,
    [0xB3] = THAI_AM,        [0xB4] = THAI_I,         [0xB5] = THAI_ABOVE,
    [0xB6] = THAI_ABOVE,     [0xB7] = THAI_ABOVE,     [0xB8] = THAI_BELOW,
    [0xB9] = THAI_BELOW,     [0xBA] = THAI_DOT,       [0xC0] = THAI_LEAD,
    [0xC1] = THAI_LEAD,      [0xC2] = THAI_LEAD,      [0xC3] = THAI_LEAD,
    [0xC4] = THAI_LEAD,      [0xC5] = THAI_LONG,      [0xC7] = THAI_TAIKHU,
    [0xC8] = THAI_TONE,      [0xC9] = THAI_TONE,      [0xCA] = THAI_TONE,
    [0xCB] = THAI_TONE,      [0xCC] = THAI_KILLER,    [0xCD] = THAI_RING,
    [0xCE] = THAI_TOP,       [0xCF] = THAI_DASH,      [0xDA] = THAI_DASH,
    [0xDB] = THAI_DASH,
};

/* The order in which a letter's marks are typed. */
static const uint8_t RANK[THAI_CLASSES] = {
    [THAI_DOT] = THAI_RANK_DOT,     [THAI_I] = THAI_RANK_VOWEL,      [THAI_ABOVE] = THAI_RANK_VOWEL,
    [THAI_BELOW] = THAI_RANK_VOWEL, [THAI_TAIKHU] = THAI_RANK_VOWEL, [THAI_RING] = THAI_RANK_RING,
    [THAI_TONE] = THAI_RANK_TONE,   [THAI_KILLER] = THAI_RANK_END,   [THAI_TOP] = THAI_RANK_END,
};

/* ---- characters ---- */

static enum thai_class class_of_sign(char32_t c)
{
    if ((c >= 0x2010 && c <= 0x2014) || c == 0x2026)
        return THAI_DASH;
    if (c >= 0x0300 && c <= 0x036F)
        return THAI_FOREIGN;
    if (c == 0x25CC)
        return THAI_HOLDER;
    if ((c >= 0x2000 && c <= 0x200D) || c == 0x2060 || c == 0x00A0 || c == 0x00AD || c == 0x202F)
        return THAI_BLANK;
    return THAI_OTHER;
}

enum thai_class thai_class(char32_t c)
{
    if (c < 0x80)
        return (enum thai_class)THAI_TABLE[c];
    if (c - 0x0E00 < 0x80)
        return (enum thai_class)THAI_TABLE[c - 0x0E00 + 0x80];
    return class_of_sign(c);
}

char32_t thai_at(const struct thai_text *text, size_t at)
{
    return at < text->length ? utf8_next(text->bytes, text->length, &at) : 0;
}

size_t thai_after(const struct thai_text *text, size_t at)
{
    utf8_next(text->bytes, text->length, &at);
    return at;
}

size_t thai_before(const struct thai_text *text, size_t at)
{
    do
        at--;
    while (at > 0 && ((unsigned char)text->bytes[at] & 0xC0) == 0x80);
    return at;
}

enum thai_class thai_class_before(const struct thai_text *text, size_t at)
{
    return at > 0 ? thai_class(thai_at(text, thai_before(text, at))) : THAI_OTHER;
}

/* ---- reading ---- */

#define MARK(c) (1u << ((c)-CODE_MARK))
#define ABOVE_MARKS \
    (MARK(0x0E31) | MARK(0x0E34) | MARK(0x0E35) | MARK(0x0E36) | MARK(0x0E37) | MARK_TAIKHU)
#define BELOW_MARKS (MARK(0x0E38) | MARK(0x0E39))
#define TONE_MARKS (MARK(0x0E48) | MARK(0x0E49) | MARK(0x0E4A) | MARK(0x0E4B))
#define KILLED_MARKS (MARK(0x0E34) | MARK(0x0E38)) /* สิทธิ์, พันธุ์ */
#define MARK_TAIKHU MARK(0x0E47)
#define MARK_KILLER MARK(0x0E4C)
#define MARK_RING MARK(0x0E4D)

static bool has_several(uint32_t marks, uint32_t of)
{
    uint32_t there = marks & of;
    return (there & (there - 1)) != 0;
}

static bool has_clash(const struct thai_letter *letter)
{
    return has_several(letter->marks, ABOVE_MARKS) || has_several(letter->marks, BELOW_MARKS) ||
           has_several(letter->marks, TONE_MARKS);
}

static void note_wrong(struct thai_letter *letter, size_t at)
{
    if (letter->wrong == SIZE_MAX)
        letter->wrong = at;
}

/* A ring after a tone is as good as before it. */
static void take_mark(struct thai_letter *letter, char32_t c, size_t at)
{
    uint32_t mark = MARK(c);
    enum thai_rank rank = (enum thai_rank)RANK[thai_class(c)];
    bool twice = letter->marks & mark;
    bool late = !twice && letter->tail != 0;
    bool early = !twice && !late && rank < letter->top && mark != MARK_RING;
    letter->twice = letter->twice || twice;
    letter->disorder = letter->disorder || early;
    letter->late |= late ? mark : 0;
    letter->marks |= mark;
    if (twice || late || early || (letter->wrong == SIZE_MAX && has_clash(letter)))
        note_wrong(letter, at);
    if (mark == MARK_RING)
        letter->ring = at;
    if (rank > letter->top)
        letter->top = rank;
}

/* False for a vowel that does not go on with the letter. */
static bool take_tail(struct thai_letter *letter, char32_t c, size_t at)
{
    if (letter->tail == 0) {
        letter->tail = c;
        return true;
    }
    if (c != letter->tail && !(letter->tail == CODE_AM && c == CODE_AA))
        return false;
    letter->tail_twice = true;
    note_wrong(letter, at);
    return true;
}

void thai_letter_read_on(const struct thai_text *text, struct thai_letter *letter, size_t at)
{
    letter->end = at;
    while (letter->end < text->length) {
        char32_t c = thai_at(text, letter->end);
        enum thai_class class = thai_class(c);
        if (thai_is(class, THAI_MARKS))
            take_mark(letter, c, letter->end);
        else if (class == THAI_FOREIGN)
            letter->foreign = true;
        else if (!thai_is(class, THAI_TAILS) || !take_tail(letter, c, letter->end))
            break;
        letter->end = thai_after(text, letter->end);
    }
}

struct thai_letter thai_letter_read(const struct thai_text *text, size_t base)
{
    struct thai_letter letter = {.start = base, .base = thai_at(text, base), .wrong = SIZE_MAX};
    thai_letter_read_on(text, &letter, thai_after(text, base));
    return letter;
}

struct thai_letter thai_letter_none(const struct thai_text *text, size_t at)
{
    struct thai_letter letter = {.start = at, .wrong = SIZE_MAX};
    thai_letter_read_on(text, &letter, at);
    return letter;
}

void thai_letter_add_marks(struct thai_letter *letter, const struct thai_letter *from)
{
    letter->twice = letter->twice || from->twice || (letter->marks & from->marks) != 0;
    letter->foreign = letter->foreign || from->foreign;
    letter->marks |= from->marks;
}

/* ---- judging ---- */

static bool is_ru(const struct thai_letter *letter)
{
    return thai_class(letter->base) == THAI_RU;
}

/* ํา for ำ. */
static bool is_split_am(const struct thai_letter *letter)
{
    return (letter->marks & MARK_RING) && (letter->tail == CODE_AA || letter->tail == CODE_LONG);
}

/* It can be drawn, but nobody writes so. */
static bool is_unusual(const struct thai_letter *letter)
{
    uint32_t above = letter->marks & ABOVE_MARKS, below = letter->marks & BELOW_MARKS;
    bool killed = letter->marks & MARK_KILLER;
    bool ring = letter->tail == CODE_AM || is_split_am(letter);
    return (above != 0 && above != MARK_TAIKHU && below != 0) || (ring && above != 0) ||
           (killed && (letter->marks & (TONE_MARKS | ABOVE_MARKS | BELOW_MARKS) & ~KILLED_MARKS));
}

/* After a vowel there can be only a tone that belongs before it, or the ring of a ำ. */
static bool is_late_for_nothing(const struct thai_letter *letter)
{
    uint32_t may_be_late = TONE_MARKS | (letter->tail == CODE_AA ? MARK_RING : 0u);
    return (letter->late & ~may_be_late) != 0;
}

bool thai_letter_is_certain(const struct thai_letter *letter)
{
    return letter->base != 0 && !letter->foreign && !has_clash(letter) && !is_unusual(letter) &&
           !is_late_for_nothing(letter);
}

bool thai_letter_judge(const struct thai_letter *letter, enum thai_marks_kind *kind)
{
    bool two_rings = letter->tail == CODE_AM && (letter->tail_twice || letter->marks & MARK_RING);
    if (is_late_for_nothing(letter))
        *kind = THAI_MARKS_ORPHAN;
    else if (has_clash(letter))
        *kind = THAI_MARKS_CLASH;
    else if (letter->disorder || letter->late != 0)
        *kind = THAI_MARKS_ORDER;
    else if (letter->twice || two_rings)
        *kind = THAI_MARKS_TWICE;
    else if (is_unusual(letter))
        *kind = THAI_MARKS_UNUSUAL;
    else if (is_split_am(letter))
        *kind = THAI_MARKS_SARA_AM;
    else if (letter->tail_twice)
        *kind = THAI_MARKS_TAIL_TWICE;
    else if (letter->tail == CODE_LONG && !is_ru(letter))
        *kind = THAI_MARKS_LONG_AA;
    else if (letter->tail == CODE_AA && is_ru(letter))
        *kind = THAI_MARKS_RU_AA;
    else
        return false;
    return true;
}

/* ---- writing ---- */

static char32_t right_tail(const struct thai_letter *letter)
{
    if (is_split_am(letter))
        return CODE_AM;
    if (letter->tail == CODE_LONG && !is_ru(letter))
        return CODE_AA;
    return letter->tail == CODE_AA && is_ru(letter) ? CODE_LONG : letter->tail;
}

size_t thai_letter_write(const struct thai_letter *letter, char *out)
{
    char32_t tail = right_tail(letter);
    uint32_t marks = letter->marks & ~(tail == CODE_AM ? MARK_RING : 0u);
    size_t length = utf8_write(letter->base, out);
    for (int rank = THAI_RANK_DOT; rank <= THAI_RANK_END; rank++)
        for (char32_t c = CODE_MARK; c <= CODE_LAST; c++)
            if ((marks & MARK(c)) && RANK[thai_class(c)] == rank)
                length += utf8_write(c, out + length);
    if (tail != 0)
        length += utf8_write(tail, out + length);
    return length;
}
