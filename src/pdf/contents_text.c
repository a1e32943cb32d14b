/*
 * A run of text is a text line of its own: its glyphs with their codes first, then the gaps that most
 * of them share (set once), then strings with adjustments where a glyph would be off its place by more
 * than a thousandth of an em. The pen is followed in exact numbers, so that nothing
 * adds up. Readers guess words from places, so marks and the rings of SARA AM are no glyphs off the
 * row, and neither are superscripts: they are variants of the font's glyphs that are right as they are (typefaces.h).
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/length.h"
#include "paint/spoken.h"
#include "pdf/contents_state.h"

/* Places and gaps here are in 1/100000 pt: a thousandth of an em of n hundredths is n of them. */
enum { FINE = 100000, COARSE = 10 /* in 1/10000 pt */, NEAR = 5 * FINE };

/*
 * Readers take two characters that begin at one place, or nearly, for one drawn twice. So a mark gets
 * this share of its letter's width, thousandths of an em.
 */
enum { MARK = 120 };

struct item {
    struct typefaces_glyph glyph;
    struct typefaces_code code;
    int size;      /* hundredths of a point */
    int64_t width; /* fine, as the file has it */
    int64_t x;     /* where the pen must be */
    bool is_mark;  /* without a width in its font */
    uint32_t colour;
};

struct line {
    struct contents *contents;
    const struct canvas_text *text;
    struct item *item;
    size_t count;
    const struct text_glyph *ring; /* not added to a letter yet */
    int64_t *gap;                  /* room to work in */
    int wider;                     /* thousandths by which all is drawn wider */
};

struct pen {
    int64_t x;
    bool in_array, in_string;
};

static int64_t fine(int64_t units)
{
    return (units * FINE + (units >= 0 ? PT / 2 : -PT / 2)) / PT;
}

static int32_t coarse(int64_t length)
{
    int64_t twice = length * PT * 2;
    return (int32_t)((twice >= 0 ? twice + FINE : twice - FINE) / (2 * FINE));
}

/* ---- From glyphs to items ---- */

/* Where the pen must be for a glyph. The places of a line of wider letters are counted from its start as if they were
 * not: the reader widens letters and gaps together. */
static int64_t place_of(const struct line *line, const struct text_glyph *glyph)
{
    int64_t start = fine((int64_t)line->text->x + line->text->glyph[0].x);
    int64_t x = fine((int64_t)line->text->x + glyph->x);
    return line->wider == 0 ? x : start + (x - start) * 1000 / (1000 + line->wider);
}

/* Draws a ring together with an item, when that is of the same face and has none. */
static bool add_ring(const struct line *line, struct item *item, const struct text_glyph *ring)
{
    struct typefaces_glyph *glyph = &item->glyph;
    if (glyph->face != ring->face || glyph->added != 0 || item->colour != ring->colour)
        return false;
    glyph->added = ring->index;
    glyph->added_x = coarse(place_of(line, ring) - item->x);
    glyph->added_y = ring->y;
    return true;
}

/* The letter below a ring or a mark: the last glyph that has a width of its own. */
static struct item *letter_of(const struct line *line)
{
    size_t i = line->count;
    while (i > 0 && line->item[i - 1].is_mark)
        i--;
    return i > 0 ? &line->item[i - 1] : NULL;
}

static void widen(struct item *item, int32_t by)
{
    item->glyph.wider += by;
    item->width += (int64_t)by * item->size;
}

/* Gives a mark a share of its letter's width, and moves the marks before it out of the way. */
static void share_width(struct item *letter, struct item *mark)
{
    widen(letter, -MARK);
    widen(mark, MARK);
    for (struct item *item = letter + 1; item <= mark; item++) {
        item->glyph.moved += MARK;
        item->x -= (int64_t)MARK * item->size;
    }
}

/* A mark becomes a variant that is drawn where it must be while the pen stays after its letter. */
static void place_mark(struct item *letter, struct item *mark)
{
    const struct item *before = mark - 1;
    int64_t pen = before->x + before->width, off = mark->x - pen;
    mark->is_mark = true;
    mark->x = pen;
    if (llabs(off) > mark->size)
        mark->glyph.x = coarse(off);
    bool alike = letter != NULL && letter->glyph.face == mark->glyph.face;
    if (alike && letter->width >= (int64_t)2 * MARK * letter->size)
        share_width(letter, mark);
}

static void add_glyph(struct line *line, const struct text_glyph *glyph)
{
    struct typefaces *typefaces = line->contents->typefaces;
    const char *bytes = line->text->bytes + (glyph->start - line->text->bytes_start);
    struct item *letter = letter_of(line);
    struct item *item = &line->item[line->count++];
    *item = (struct item){.colour = glyph->colour};
    item->glyph.face = glyph->face;
    item->glyph.index = glyph->index;
    item->glyph.bytes = bytes;
    item->glyph.length = glyph->end - glyph->start;
    if (glyph->role == TEXT_GLYPH_HYPHEN) {
        item->glyph.bytes = SPOKEN_HYPHEN;
        item->glyph.length = strlen(SPOKEN_HYPHEN);
    }
    item->size = typefaces_size(typefaces, glyph->face);
    item->width = (int64_t)typefaces_width(typefaces, glyph->face, glyph->index) * item->size;
    item->x = place_of(line, glyph);
    item->glyph.y = glyph->y;
    if (item->width == 0 && line->count > 1)
        place_mark(letter, item);
    if (line->ring != NULL && add_ring(line, item, line->ring))
        line->ring = NULL;
}

static bool is_spaces(const struct item *item)
{
    return strspn(item->glyph.bytes, " ") >= item->glyph.length;
}

/*
 * Readers take a hyphen that ends a line for one that parts a word, and leave it out. So that of the
 * text says the space after it, too, which need not be there: white space at a line's end is no text.
 */
static void keep_hyphen(struct line *line)
{
    size_t count = line->count;
    while (count > 0 && is_spaces(&line->item[count - 1]))
        count--;
    if (count == 0)
        return;
    struct typefaces_glyph *last = &line->item[count - 1].glyph;
    if (last->length != 1 || *last->bytes != '-')
        return;
    last->bytes = "- ";
    last->length = 2;
    line->count = count;
}

/* Gives codes to an item and the marks of the same face that follow it; returns how many that are. */
static size_t set_codes(struct line *line, size_t first)
{
    const struct typefaces_glyph *glyph[TYPEFACES_TOGETHER];
    struct typefaces_code code[TYPEFACES_TOGETHER];
    struct item *item = &line->item[first];
    size_t count = 0;
    do {
        glyph[count] = &item[count].glyph;
        count++;
    } while (count < TYPEFACES_TOGETHER && first + count < line->count && item[count].is_mark &&
             item[count].glyph.face == item->glyph.face);
    typefaces_codes(line->contents->typefaces, glyph, count, code);
    for (size_t i = 0; i < count; i++)
        item[i].code = code[i];
    return count;
}

static struct line line_new(struct contents *contents, const struct canvas_text *text)
{
    struct line line = {.contents = contents,
                        .text = text,
                        .item = memory_grow(NULL, text->count + 1, sizeof *line.item),
                        .gap = memory_grow(NULL, text->count + 1, sizeof *line.gap),
                        .wider = text->count > 0 ? text->glyph[0].wider : 0};
    for (size_t i = 0; i < text->count; i++) {
        const struct text_glyph *glyph = &text->glyph[i];
        struct item *letter = letter_of(&line);
        if (glyph->role != TEXT_GLYPH_NIKHAHIT)
            add_glyph(&line, glyph);
        else if (letter == NULL || !add_ring(&line, letter, glyph))
            line.ring = glyph;
    }
    assert(line.ring == NULL); /* the AA of the same SARA AM would have taken it */
    if (text->ends_line)
        keep_hyphen(&line);
    for (size_t i = 0; i < line.count;)
        i += set_codes(&line, i);
    return line;
}

/* Whether the glyphs say a text by themselves, character after character, and at most a space more. */
static bool says(const struct line *line, const char *text)
{
    for (size_t i = 0; i < line->count; i++) {
        const char *own = line->item[i].code.text;
        assert(own != NULL);
        for (; *own != '\0'; own++) {
            if (*own == *text)
                text++;
            else if (*text != '\0' || *own != ' ')
                return false;
        }
    }
    return *text == '\0';
}

/* The room between a glyph's own width and the next glyph. */
static int64_t gap_after(const struct line *line, size_t i)
{
    return line->item[i + 1].x - line->item[i].x - line->item[i].width;
}

/* ---- Gaps that many share ---- */

static int compare_gaps(const void *one, const void *two)
{
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)two;
    return a < b ? -1 : a > b;
}

/* The middle one of the gaps after spaces, or of those after other glyphs; zero left out. */
static int64_t middle_gap(const struct line *line, bool spaces)
{
    size_t count = 0;
    for (size_t i = 0; i + 1 < line->count; i++) {
        int64_t gap = gap_after(line, i);
        if ((line->item[i].code.code == TYPEFACES_SPACE) == spaces &&
            llabs(gap) > line->item[i].size)
            line->gap[count++] = gap;
    }
    qsort(line->gap, count, sizeof *line->gap, compare_gaps);
    return count > 0 ? line->gap[count / 2] / COARSE * COARSE : 0;
}

/* How many of those gaps there are. */
static size_t count_alike(const struct line *line, bool spaces, int64_t gap)
{
    size_t count = 0;
    for (size_t i = 0; i + 1 < line->count; i++)
        count += (line->item[i].code.code == TYPEFACES_SPACE) == spaces &&
                 llabs(gap_after(line, i) - gap) <= line->item[i].size;
    return count;
}

static void set_width(struct contents *contents, int wider)
{
    if (contents->look.wider == wider)
        return;
    contents_number(contents, 1000 + wider, 1);
    buffer_add_string(&contents->out, "Tz\n");
    contents->look.wider = wider;
}

static void set_gaps(struct contents *contents, const struct line *line)
{
    int64_t letter = middle_gap(line, false);
    if (count_alike(line, false, letter) <= count_alike(line, false, 0) + 1)
        letter = 0;
    int64_t word = middle_gap(line, true);
    word = count_alike(line, true, word) > 0 ? word - letter : 0;
    if (contents->look.letter_gap != letter / COARSE) {
        contents_number(contents, letter / COARSE, 2);
        buffer_add_string(&contents->out, "Tc\n");
    }
    if (contents->look.word_gap != word / COARSE) {
        contents_number(contents, word / COARSE, 2);
        buffer_add_string(&contents->out, "Tw\n");
    }
    contents->look.letter_gap = letter / COARSE;
    contents->look.word_gap = word / COARSE;
}

/* ---- Strings ---- */

static void end_string(struct contents *contents, struct pen *pen)
{
    if (pen->in_string)
        buffer_add_char(&contents->out, ')');
    if (pen->in_array)
        buffer_add_string(&contents->out, "]TJ\n");
    pen->in_string = pen->in_array = false;
}

static void set_look(struct contents *contents, struct pen *pen, const struct item *item)
{
    struct contents_look *look = &contents->look;
    if (look->font == item->code.font && look->size == item->size && look->colour == item->colour)
        return;
    end_string(contents, pen);
    contents_colour(contents, item->colour);
    if (look->font != item->code.font || look->size != item->size)
        buffer_printf(&contents->out, "/F%d %d Tf\n", item->code.font, item->size);
    look->font = item->code.font;
    look->size = item->size;
}

/* Moves the pen by whole thousandths of an em to a glyph's place, when it is off by more than one. */
static void adjust(struct contents *contents, struct pen *pen, const struct item *item)
{
    int64_t size = item->size, off = pen->x - item->x;
    if (llabs(off) <= size)
        return;
    int64_t steps = (2 * off + (off >= 0 ? size : -size)) / (2 * size);
    if (pen->in_string)
        buffer_add_char(&contents->out, ')');
    pen->in_string = false;
    decimal_add(&contents->out, steps, 0);
    pen->x -= steps * size;
}

static void show_item(struct contents *contents, struct pen *pen, const struct item *item)
{
    set_look(contents, pen, item);
    if (!pen->in_array)
        buffer_add_char(&contents->out, '[');
    pen->in_array = true;
    adjust(contents, pen, item);
    if (!pen->in_string)
        buffer_add_char(&contents->out, '(');
    pen->in_string = true;
    buffer_add_char(&contents->out, (char)item->code.code);
    pen->x += item->width + contents->look.letter_gap * COARSE;
    if (item->code.code == TYPEFACES_SPACE)
        pen->x += contents->look.word_gap * COARSE;
}

/*
 * Where the pen is to begin: a run that goes on with the one before is not placed anew. The viewer of Firefox takes no width
 * of Thai marks into account, so that a place of its own seems to be far off, and it puts a blank there.
 */
static struct pen begin_line(struct contents *contents, const struct line *line, int64_t y)
{
    int64_t from = line->item[0].x, off = contents->pen_x - from;
    if (contents->line_y == y && llabs(off) < NEAR)
        return (struct pen){.x = from + off * 1000 / (1000 + line->wider)};
    int64_t x = (from + FINE / 200) / (FINE / 100);
    contents_number(contents, x - contents->line_x, 0);
    contents_number(contents, y - contents->line_y, 0);
    buffer_add_string(&contents->out, "Td\n");
    contents->line_x = x;
    contents->line_y = y;
    return (struct pen){.x = x * (FINE / 100)};
}

static void show_line(struct contents *contents, const struct line *line, int64_t y)
{
    struct pen pen = begin_line(contents, line, y);
    set_width(contents, line->wider);
    set_gaps(contents, line);
    for (size_t i = 0; i < line->count; i++)
        show_item(contents, &pen, &line->item[i]);
    end_string(contents, &pen);
    int64_t from = line->item[0].x;
    contents->pen_x = from + (pen.x - from) * (1000 + line->wider) / 1000;
}

/* ---- A run of text ---- */

void contents_show_text(struct canvas *canvas, const struct canvas_text *text)
{
    struct contents *contents = (struct contents *)canvas;
    struct line line = line_new(contents, text);
    const char *actual = contents->bracket.actual_text;
    if (contents->state == BRACKET_WAITING && actual != NULL && says(&line, actual))
        contents->bracket.actual_text = NULL;
    contents_enter_text(contents);
    if (line.count > 0)
        show_line(contents, &line, contents_y(contents, text->y));
    free(line.item);
    free(line.gap);
}
