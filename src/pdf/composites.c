/*
 * The tables of outlines and widths are written again, with long places; the others are copied.
 * A variant becomes a composite glyph of one or two parts.
 */
#include "pdf/composites.h"

#include <string.h>

enum table_name { GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, TABLES };

static const char TAG[TABLES][5] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};

/* Where numbers are in the tables. */
enum {
    HEAD_CHECKSUM = 8,
    HEAD_LONG = 50,
    HEAD_SIZE = 54,
    HHEA_WIDTHS = 34,
    HHEA_SIZE = 36,
    MAXP_GLYPHS = 4,
    MAXP_POINTS = 6,
    MAXP_CONTOURS = 8,
    MAXP_COMPOSITE_POINTS = 10,
    MAXP_COMPOSITE_CONTOURS = 12,
    MAXP_PARTS = 28,
    MAXP_DEPTH = 30,
    MAXP_SIZE = 32,
    DIRECTORY = 12,
    RECORD = 16
};

/* Flags of a part: its place is two words, in units; another part follows. */
enum { PART_PLACE = 0x0003, PART_MORE = 0x0020 };

struct program {
    const char *bytes;
    size_t length;
    const char *table[TABLES];
    size_t size[TABLES];
    int glyphs, widths;
    bool is_long;
    struct buffer made[TABLES];
};

struct box {
    int left, bottom, right, top;
};

static unsigned word(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;
    return (unsigned)(byte[0] << 8 | byte[1]);
}

static int signed_word(const char *at)
{
    int value = (int)word(at);
    return value >= 0x8000 ? value - 0x10000 : value;
}

static uint32_t long_word(const char *at)
{
    return (uint32_t)word(at) << 16 | word(at + 2);
}

static void add_word(struct buffer *out, int value)
{
    unsigned bits = (unsigned)value;
    buffer_add_char(out, (char)(bits >> 8));
    buffer_add_char(out, (char)bits);
}

static void add_long(struct buffer *out, uint32_t value)
{
    add_word(out, (int)(value >> 16));
    add_word(out, (int)(value & 0xFFFF));
}

static void set_word(char *at, int value)
{
    at[0] = (char)(value >> 8);
    at[1] = (char)value;
}

/* ---- Reading ---- */

static bool find_table(struct program *program, enum table_name name)
{
    size_t count = word(program->bytes + 4);
    for (size_t i = 0; i < count && DIRECTORY + (i + 1) * RECORD <= program->length; i++) {
        const char *record = program->bytes + DIRECTORY + i * RECORD;
        size_t start = long_word(record + 8), size = long_word(record + 12);
        if (memcmp(record, TAG[name], 4) != 0 || start > program->length ||
            size > program->length - start)
            continue;
        program->table[name] = program->bytes + start;
        program->size[name] = size;
        return true;
    }
    return false;
}

static bool read_program(struct program *program)
{
    if (program->length < DIRECTORY || long_word(program->bytes) != 0x00010000)
        return false;
    for (enum table_name name = 0; name < TABLES; name++)
        if (!find_table(program, name))
            return false;
    if (program->size[HEAD] < HEAD_SIZE || program->size[HHEA] < HHEA_SIZE ||
        program->size[MAXP] < MAXP_SIZE)
        return false;
    program->glyphs = (int)word(program->table[MAXP] + MAXP_GLYPHS);
    program->widths = (int)word(program->table[HHEA] + HHEA_WIDTHS);
    program->is_long = word(program->table[HEAD] + HEAD_LONG) != 0;
    size_t glyphs = (size_t)program->glyphs, widths = (size_t)program->widths;
    return widths >= 1 && widths <= glyphs &&
           program->size[LOCA] >= (glyphs + 1) * (program->is_long ? 4 : 2) &&
           program->size[HMTX] >= widths * 4 + (glyphs - widths) * 2;
}

static size_t outline_start(const struct program *program, int glyph)
{
    const char *loca = program->table[LOCA];
    return program->is_long ? long_word(loca + glyph * 4) : word(loca + glyph * 2) * 2;
}

/* Empty when there is nothing to see. */
static struct box outline_box(const struct program *program, int glyph)
{
    size_t start = outline_start(program, glyph), end = outline_start(program, glyph + 1);
    if (end < start + 10 || end > program->size[GLYF])
        return (struct box){0, 0, 0, 0};
    const char *at = program->table[GLYF] + start;
    return (struct box){signed_word(at + 2), signed_word(at + 4), signed_word(at + 6),
                        signed_word(at + 8)};
}

static int width_at(const struct program *program, int glyph)
{
    int row = glyph < program->widths ? glyph : program->widths - 1;
    return (int)word(program->table[HMTX] + row * 4);
}

static int bearing_at(const struct program *program, int glyph)
{
    const char *hmtx = program->table[HMTX];
    if (glyph < program->widths)
        return signed_word(hmtx + glyph * 4 + 2);
    return signed_word(hmtx + program->widths * 4 + (glyph - program->widths) * 2);
}

/* ---- Writing ---- */

static void copy_plain(struct program *program)
{
    buffer_add(&program->made[GLYF], program->table[GLYF], program->size[GLYF]);
    while (program->made[GLYF].length % 4 != 0)
        buffer_add_char(&program->made[GLYF], 0);
    for (int i = 0; i < program->glyphs; i++) {
        add_long(&program->made[LOCA], (uint32_t)outline_start(program, i));
        add_word(&program->made[HMTX], width_at(program, i));
        add_word(&program->made[HMTX], bearing_at(program, i));
    }
}

static void add_part(struct buffer *out, uint32_t glyph, int x, int y, bool more)
{
    add_word(out, PART_PLACE | (more ? PART_MORE : 0));
    add_word(out, (int)glyph);
    add_word(out, x);
    add_word(out, y);
}

static struct box variant_box(const struct program *program, const struct embed_variant *variant)
{
    struct box box = outline_box(program, (int)variant->glyph);
    box = (struct box){box.left + variant->x, box.bottom + variant->y, box.right + variant->x,
                       box.top + variant->y};
    if (variant->added == 0)
        return box;
    struct box more = outline_box(program, (int)variant->added);
    int left = more.left + variant->added_x, bottom = more.bottom + variant->added_y;
    int right = more.right + variant->added_x, top = more.top + variant->added_y;
    return (struct box){left < box.left ? left : box.left,
                        bottom < box.bottom ? bottom : box.bottom,
                        right > box.right ? right : box.right, top > box.top ? top : box.top};
}

static void add_composite(struct program *program, const struct embed_variant *variant)
{
    struct buffer *out = &program->made[GLYF];
    struct box box = variant_box(program, variant);
    add_long(&program->made[LOCA], (uint32_t)out->length);
    add_word(out, -1);
    add_word(out, box.left);
    add_word(out, box.bottom);
    add_word(out, box.right);
    add_word(out, box.top);
    add_part(out, variant->glyph, variant->x, variant->y, variant->added != 0);
    if (variant->added != 0)
        add_part(out, variant->added, variant->added_x, variant->added_y, false);
    while (out->length % 4 != 0)
        buffer_add_char(out, 0);
    add_word(&program->made[HMTX], width_at(program, (int)variant->glyph) + variant->wider);
    add_word(&program->made[HMTX], box.left);
}

static int greater(const char *table, int one, int two)
{
    int a = (int)word(table + one), b = (int)word(table + two);
    return a > b ? a : b;
}

/* The tables that count what the others hold. */
static void write_counts(struct program *program, int glyphs)
{
    for (enum table_name name = 0; name < TABLES; name++)
        if (name == HEAD || name == HHEA || name == MAXP)
            buffer_add(&program->made[name], program->table[name], program->size[name]);
    char *maxp = program->made[MAXP].bytes;
    set_word(maxp + MAXP_GLYPHS, glyphs);
    if (glyphs > program->glyphs) {
        int points = 2 * greater(maxp, MAXP_POINTS, MAXP_COMPOSITE_POINTS);
        int contours = 2 * greater(maxp, MAXP_CONTOURS, MAXP_COMPOSITE_CONTOURS);
        set_word(maxp + MAXP_COMPOSITE_POINTS, points);
        set_word(maxp + MAXP_COMPOSITE_CONTOURS, contours);
        set_word(maxp + MAXP_PARTS, (int)word(maxp + MAXP_PARTS) + 2);
        set_word(maxp + MAXP_DEPTH, (int)word(maxp + MAXP_DEPTH) + 1);
    }
    set_word(program->made[HHEA].bytes + HHEA_WIDTHS, glyphs);
    set_word(program->made[HEAD].bytes + HEAD_LONG, 1);
    memset(program->made[HEAD].bytes + HEAD_CHECKSUM, 0, 4);
    add_long(&program->made[LOCA], (uint32_t)program->made[GLYF].length);
}

/* ---- Packing ---- */

static uint32_t checksum(const char *bytes, size_t length)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < length; i++)
        sum += (uint32_t)(unsigned char)bytes[i] << (24 - i % 4 * 8);
    return sum;
}

/* Search helpers of the directory for six tables: 4 × 16, 2, 2 × 16. */
static void write_directory(const struct program *program, struct buffer *out)
{
    add_long(out, 0x00010000);
    add_word(out, TABLES);
    add_word(out, 64);
    add_word(out, 2);
    add_word(out, 32);
    size_t start = DIRECTORY + TABLES * RECORD;
    for (enum table_name name = 0; name < TABLES; name++) {
        const struct buffer *made = &program->made[name];
        buffer_add(out, TAG[name], 4);
        add_long(out, checksum(made->bytes, made->length));
        add_long(out, (uint32_t)start);
        add_long(out, (uint32_t)made->length);
        start += (made->length + 3) / 4 * 4;
    }
}

static void write_program(const struct program *program, struct buffer *out)
{
    size_t before = out->length, head = 0;
    write_directory(program, out);
    for (enum table_name name = 0; name < TABLES; name++) {
        if (name == HEAD)
            head = out->length;
        buffer_add(out, program->made[name].bytes, program->made[name].length);
        while ((out->length - before) % 4 != 0)
            buffer_add_char(out, 0);
    }
    uint32_t whole = 0xB1B0AFBAu - checksum(out->bytes + before, out->length - before);
    set_word(out->bytes + head + HEAD_CHECKSUM, (int)(whole >> 16));
    set_word(out->bytes + head + HEAD_CHECKSUM + 2, (int)(whole & 0xFFFF));
}

static bool is_plain(const struct embed_variant *variant)
{
    return variant->x == 0 && variant->y == 0 && variant->wider == 0 && variant->added == 0;
}

bool composites_add(const char *bytes, size_t length, const struct composites *composites,
                    struct buffer *out)
{
    struct program program = {.bytes = bytes, .length = length};
    if (!read_program(&program))
        return false;
    copy_plain(&program);
    int glyphs = program.glyphs;
    for (size_t i = 0; i < composites->count; i++) {
        composites->number[i] = composites->variant[i].glyph;
        if (is_plain(&composites->variant[i]))
            continue;
        composites->number[i] = (uint32_t)glyphs++;
        add_composite(&program, &composites->variant[i]);
    }
    write_counts(&program, glyphs);
    write_program(&program, out);
    for (enum table_name name = 0; name < TABLES; name++)
        buffer_free(&program.made[name]);
    return true;
}
