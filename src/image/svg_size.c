/*
 * Lengths are read as whole numbers of 1/10000, so that the same drawing has the same size
 * everywhere. Lengths relative to something else (%, em) count as none.
 */
#include "image/svg_size.h"

enum { FINE = 10000, HUNDREDTH = FINE / 100, MOST = 1000 * 1000 };

struct unit {
    const char *name;
    int64_t pixels, of; /* so many pixels are `of` units */
};

static const struct unit UNITS[] = {{"", 1, 1},        {"px", 1, 1},    {"mm", 480, 127},
                                    {"cm", 4800, 127}, {"in", 96, 1},   {"pt", 4, 3},
                                    {"pc", 16, 1},     {"Q", 120, 127}, {NULL, 0, 0}};

static bool take_digit(struct markup_part *part, int64_t *number)
{
    if (part->length == 0 || part->bytes[0] < '0' || part->bytes[0] > '9')
        return false;
    *number = *number * 10 + (part->bytes[0] - '0');
    part->bytes++;
    part->length--;
    return true;
}

static bool take_char(struct markup_part *part, const char *which)
{
    if (part->length == 0 || !markup_begins(part, which))
        return false;
    part->bytes++;
    part->length--;
    return true;
}

/* Takes a number off a part, in 1/10000; -1 when it is none, or a large one. Below zero it is 0. */
static int64_t take_number(struct markup_part *part)
{
    int64_t number = 0, more = 0;
    bool minus = take_char(part, "-"), any = false;
    if (!minus)
        take_char(part, "+");
    while (take_digit(part, &number)) {
        any = true;
        if (number > MOST)
            return -1;
    }
    number *= FINE;
    if (take_char(part, "."))
        for (int64_t worth = FINE / 10; take_digit(part, &more); worth /= 10, more = 0) {
            any = true;
            number += more * worth;
        }
    return !any ? -1 : minus ? 0 : number;
}

/* Hundredths of a pixel; 0: no length. One that is too long in any unit is cut to what can be
 * multiplied by a side of the viewBox. */
static int64_t read_length(struct markup_part value)
{
    const int64_t most = (int64_t)MOST * FINE / HUNDREDTH;
    value = markup_trim(value);
    int64_t number = take_number(&value);
    for (const struct unit *unit = UNITS; number > 0 && unit->name != NULL; unit++)
        if (markup_is(&value, unit->name)) {
            int64_t length = (number * unit->pixels / unit->of + HUNDREDTH / 2) / HUNDREDTH;
            return length < most ? length : most;
        }
    return 0;
}

/* The last two of four numbers. */
static struct svg_size read_box(struct markup_part value)
{
    int64_t number[4];
    for (int i = 0; i < 4; i++) {
        value = markup_trim(value);
        if (i > 0 && take_char(&value, ","))
            value = markup_trim(value);
        number[i] = take_number(&value);
        if (number[i] < 0)
            return (struct svg_size){0};
    }
    return (struct svg_size){.width = number[2], .height = number[3]};
}

static struct svg_size fill_in(struct svg_size size, struct svg_size box)
{
    if (size.width == 0 && size.height == 0) {
        size.width = box.width / HUNDREDTH;
        size.height = box.height / HUNDREDTH;
    } else if (size.width == 0) {
        size.width = size.height * box.width / box.height;
    } else if (size.height == 0) {
        size.height = size.width * box.height / box.width;
    }
    size.longer = (box.width > box.height ? box.width : box.height) / HUNDREDTH;
    return size;
}

struct svg_size svg_size_of(struct markup_part attributes)
{
    struct svg_size size = {0}, box = {0};
    struct markup_part name, value;
    while (markup_attribute(&attributes, &name, &value)) {
        if (markup_is(&name, "width"))
            size.width = read_length(value);
        else if (markup_is(&name, "height"))
            size.height = read_length(value);
        else if (markup_is(&name, "viewBox"))
            box = read_box(value);
    }
    if (box.width > 0 && box.height > 0)
        return fill_in(size, box);
    size.longer = size.width > size.height ? size.width : size.height;
    return size;
}
