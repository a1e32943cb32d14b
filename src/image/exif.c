/* Six bytes of name, then a TIFF file, in either order of bytes; only its first directory is read. */
#include "image/exif.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { NAME = 6, HEAD = 8, ENTRY = 12, MAGIC = 42, ORIENTATION = 0x0112, SHORT = 3 };

struct tiff {
    const unsigned char *bytes;
    size_t length;
    bool little; /* the lowest byte comes first */
};

/* count bytes, which the caller has found to be there. */
static uint32_t number_at(const struct tiff *tiff, size_t at, size_t count)
{
    uint32_t number = 0;
    for (size_t i = 0; i < count; i++)
        number = number << 8 | tiff->bytes[at + (tiff->little ? count - 1 - i : i)];
    return number;
}

static bool open_tiff(struct tiff *tiff, const unsigned char *bytes, size_t length)
{
    if (length < NAME + HEAD || memcmp(bytes, "Exif\0\0", NAME) != 0)
        return false;
    *tiff = (struct tiff){bytes + NAME, length - NAME, bytes[NAME] == 'I'};
    return memcmp(tiff->bytes, tiff->little ? "II" : "MM", 2) == 0 &&
           number_at(tiff, 2, 2) == MAGIC;
}

int exif_orientation(const unsigned char *bytes, size_t length)
{
    struct tiff tiff;
    if (!open_tiff(&tiff, bytes, length))
        return EXIF_UPRIGHT;
    size_t at = number_at(&tiff, 4, 4);
    if (at > tiff.length - 2)
        return EXIF_UPRIGHT;
    uint32_t entries = number_at(&tiff, at, 2);
    at += 2;
    for (; entries > 0 && tiff.length - at >= ENTRY; entries--, at += ENTRY) {
        if (number_at(&tiff, at, 2) != ORIENTATION)
            continue;
        bool is_one_short =
            number_at(&tiff, at + 2, 2) == SHORT && number_at(&tiff, at + 4, 4) == 1;
        uint32_t value = number_at(&tiff, at + 8, 2);
        bool is_good = is_one_short && value >= EXIF_UPRIGHT && value <= EXIF_LAST;
        return is_good ? (int)value : EXIF_UPRIGHT;
    }
    return EXIF_UPRIGHT;
}
