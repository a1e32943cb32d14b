/*
 * The gaps of one line. Every seen cluster but the last has a letter gap after it; a space has a
 * share of its own on top. Both grow together up to the cap of the letter gap; from there on only
 * spaces grow; when they too are at their end the letters take more and the line counts as loose; at
 * the end of that, spaces take all the rest. Only a line without a space goes further, or stays ragged.
 */
#include "text/justify.h"

#include <assert.h>

#include "base/length.h"
#include "base/utf8.h"
#include "text/letters.h"

enum {
    LETTER_EASE = 40,    /* thousandths of an em: what the breaker takes for a full stretch */
    LETTER_STRETCH = 60, /* the cap of rule J4 */
    LETTER_SHRINK = 9,   /* without need */
    LETTER_PRESS = 16,   /* for need: to keep a compound whole, or a line from being loose */
    SPACE_SHRINK = 75,   /* a quarter of a space */
    SPACE_PRESS = 80,
    SPACE_LEAST = 155, /* a narrower one is no space to the readers of the PDF */
    SPACE_SHARE = 1,   /* a space takes this many letter gaps more */
    SPACE_MOST = 150,  /* thousandths of an em: spaces beyond the cap of the letters */
    LETTER_FIRM = 90,  /* beyond this readers of the PDF see spaces between the letters */
    LETTER_MOST = 200, /* beyond this a line is better left ragged */
    NARROW_MM = 70,    /* rule J5 */
    UNITS_PER_INCH = 72 * PT
};

/* What a space may give so that readers of the PDF still see one when letters on both sides close up by `letter`. */
static int32_t space_give(const struct text_shaped *shaped, int32_t letter)
{
    int32_t left = shaped->space - shaped->em * SPACE_LEAST / 1000 - 2 * letter;
    return left > 0 ? left : 0;
}

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

struct justify_limits justify_limits(const struct text_shaped *shaped)
{
    int32_t em = shaped->em, stretch = em * LETTER_EASE / 1000;
    int32_t shrink = em * LETTER_SHRINK / 1000, press = em * LETTER_PRESS / 1000;
    return (struct justify_limits){
        .letter_stretch = stretch,
        .letter_shrink = shrink,
        .letter_press = press,
        .space_stretch = SPACE_SHARE * stretch,
        .space_shrink = least(em * SPACE_SHRINK / 1000, space_give(shaped, shrink) / 2),
        .space_press = least(em * SPACE_PRESS / 1000, space_give(shaped, press))};
}

bool justify_is_narrow(int32_t width)
{
    return (int64_t)width * 254 < (int64_t)NARROW_MM * 10 * UNITS_PER_INCH;
}

static bool starts_with(const struct text_shaped *shaped, size_t cluster, char32_t c)
{
    size_t at = shaped->cluster[cluster].start;
    return at < shaped->length && utf8_next(shaped->bytes, shaped->length, &at) == c;
}

void justify_fix_spaces(struct text_shaped *shaped)
{
    bool at_start = true;
    shaped->space = shaped->em;
    for (size_t i = 0; i < shaped->clusters; i++) {
        struct shape_cluster *cluster = &shaped->cluster[i];
        if ((cluster->flags & SHAPE_FLEXIBLE) &&
            (at_start || starts_with(shaped, i + 1, LETTER_MAIYAMOK)))
            cluster->flags = (uint8_t)((cluster->flags & ~SHAPE_FLEXIBLE) | SHAPE_CLOSED);
        if ((cluster->flags & SHAPE_FLEXIBLE) && cluster->width < shaped->space)
            shaped->space = cluster->width;
        if (!(cluster->flags & SHAPE_SPACE))
            at_start = cluster->flags & SHAPE_FORCED;
    }
}

void justify_close_raised(struct text_shaped *shaped)
{
    for (size_t i = 0; i < shaped->clusters; i++) {
        struct shape_cluster *cluster = &shaped->cluster[i];
        if (shaped->span[cluster->span].rise == 0)
            continue;
        cluster->flags |= SHAPE_CLOSED;
        if (i > 0 && !(cluster[-1].flags & SHAPE_FLEXIBLE))
            cluster[-1].flags |= SHAPE_CLOSED;
    }
}

static bool is_unseen(const struct shape_cluster *cluster)
{
    return (cluster->flags & SHAPE_SPACE) || cluster[0].glyph == cluster[1].glyph;
}

size_t justify_seen(const struct text_shaped *shaped, size_t first, size_t last)
{
    while (last > first && is_unseen(&shaped->cluster[last - 1]))
        last--;
    return last;
}

/* How many letter gaps and stretching spaces lie inside a line. */
static void count_gaps(const struct text_line *line, int64_t *letters, int64_t *spaces)
{
    const struct shape_cluster *cluster = line->shaped->cluster;
    size_t seen = justify_seen(line->shaped, line->first, line->last);
    *letters = *spaces = 0;
    if (shape_hyphen(line->shaped, line->first, line->last) == NULL && seen > line->first)
        seen--; /* there is no gap after the last one */
    for (size_t i = line->first; i < seen; i++) {
        *letters += !(cluster[i].flags & SHAPE_CLOSED);
        *spaces += (cluster[i].flags & SHAPE_FLEXIBLE) != 0;
    }
}

/* b > 0 */
static int64_t floor_divide(int64_t a, int64_t b)
{
    assert(b > 0);
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/* The line's gaps, and the slack that is to go into them. */
struct gaps {
    int64_t letters, spaces, slack;
};

/* A space's share of a slack, in letter gaps: by what both may give, with or without need. */
static int64_t space_weight(const struct text_shaped *shaped, const struct gaps *gaps)
{
    struct justify_limits limits = justify_limits(shaped);
    if (gaps->slack >= 0 || limits.letter_shrink == 0)
        return SPACE_SHARE;
    int64_t eased = gaps->letters * limits.letter_shrink + gaps->spaces * limits.space_shrink;
    if (-gaps->slack <= eased)
        return limits.space_shrink / limits.letter_shrink;
    return limits.space_press / limits.letter_press;
}

/* Chooses the two gaps for a slack; the letter gap may still be too wide. */
static void share(const struct text_shaped *shaped, const struct gaps *gaps, int64_t gap[2])
{
    int64_t em = shaped->em, letters = gaps->letters, spaces = gaps->spaces, slack = gaps->slack;
    int64_t cap = em * LETTER_STRETCH / 1000, most = em * SPACE_MOST / 1000;
    int64_t firm = em * LETTER_FIRM / 1000;
    int64_t weight = space_weight(shaped, gaps);
    gap[0] = floor_divide(slack, letters + weight * spaces);
    if (gap[0] > cap && spaces > 0)
        gap[0] = cap;
    gap[1] = spaces > 0 ? floor_divide(slack - letters * gap[0], spaces) : 0;
    if (gap[1] > most && gap[0] == cap) {
        gap[1] = most;
        gap[0] = floor_divide(slack - spaces * most, letters);
        if (gap[0] > firm) {
            gap[0] = firm;
            gap[1] = floor_divide(slack - letters * firm, spaces);
        }
    }
}

int32_t justify_least(const struct text_line *line, enum linebreak_need need)
{
    int64_t letters, spaces;
    count_gaps(line, &letters, &spaces);
    struct justify_limits limits = justify_limits(line->shaped);
    /* The breaker counts a gap after the last letter, too. */
    int64_t press = (letters + 1) * limits.letter_press + spaces * limits.space_press;
    return (int32_t)((int64_t)line->natural * (1000 - linebreak_widest(need)) / 1000 - press);
}

enum justify_fit justify_line(struct text_line *line, int32_t room, enum linebreak_need need)
{
    int64_t letters, spaces, gap[2];
    int32_t wider = linebreak_widening(line->natural, (int64_t)room - line->natural, need);
    int64_t drawn = justify_widened(line->natural, wider), slack = room - drawn;
    int32_t em = line->shaped->em;
    count_gaps(line, &letters, &spaces);
    if (room == line->natural)
        return JUSTIFY_FINE;
    if (letters == 0)
        return JUSTIFY_HOPELESS;
    share(line->shaped, &(struct gaps){letters, spaces, slack}, gap);
    if (gap[0] > (int64_t)em * LETTER_MOST / 1000)
        return JUSTIFY_HOPELESS;
    line->wider = wider;
    line->letter_gap = (int32_t)gap[0];
    line->space_gap = (int32_t)gap[1];
    line->remainder = (int32_t)(slack - letters * gap[0] - spaces * gap[1]);
    line->width = room;
    line->stretch_permille = (int32_t)(drawn > 0 ? slack * 1000 / drawn : 0);
    assert(line->remainder >= 0 && line->remainder < letters);
    return gap[0] > (int64_t)em * LETTER_STRETCH / 1000 ? JUSTIFY_LOOSE : JUSTIFY_FINE;
}

int32_t justify_gap(const struct text_line *line, size_t cluster, int32_t *remainder)
{
    uint8_t flags = line->shaped->cluster[cluster].flags;
    if (flags & SHAPE_CLOSED)
        return 0;
    int32_t gap = line->letter_gap + (flags & SHAPE_FLEXIBLE ? line->space_gap : 0);
    if (*remainder > 0) {
        (*remainder)--;
        gap++;
    }
    return gap;
}
