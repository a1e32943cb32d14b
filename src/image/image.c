/*
 * Walks the chunks of a PNG or the segments of a JPEG up to what is needed; a PNG is walked to its
 * end, and a JPEG must have an end, so that a copy that stopped halfway is noticed. SVG is svg.c's.
 */
#include "image/image.h"

#include <assert.h>
#include <string.h>

#include "image/exif.h"
#include "image/markup.h"
#include "image/svg.h"

enum { PNG_HEAD = 8, PNG_CHUNK = 12, PNG_METRE = 1, JPEG_PRECISION = 8 };
enum { JFIF_INCH = 1, JFIF_CENTIMETRE = 2 };

static uint32_t read_number(const unsigned char *bytes, int count)
{
    uint32_t number = 0;
    for (int i = 0; i < count; i++)
        number = number << 8 | bytes[i];
    return number;
}

static enum image_status take_size(struct image *image, uint32_t width, uint32_t height)
{
    if (width == 0 || height == 0)
        return IMAGE_BROKEN;
    if (width > IMAGE_LONGEST || height > IMAGE_LONGEST ||
        (uint64_t)width * height > IMAGE_MOST_PIXELS)
        return IMAGE_TOO_LARGE;
    image->width = (int32_t)width;
    image->height = (int32_t)height;
    return IMAGE_FINE;
}

/* ---- PNG ---- */

/* Pixels a metre, the same across and down. */
static void read_phys(struct image *image, const unsigned char *body, size_t size)
{
    if (size == 9 && body[8] == PNG_METRE && memcmp(body, body + 4, 4) == 0 && body[0] < 0x80)
        image->density = (int32_t)read_number(body, 4);
}

static enum image_status read_png(struct image *image)
{
    const unsigned char *bytes = image->bytes;
    size_t at = PNG_HEAD;
    bool has_data = false;
    while (image->length - at >= PNG_CHUNK) {
        uint32_t size = read_number(bytes + at, 4);
        const unsigned char *name = bytes + at + 4;
        if (size > image->length - at - PNG_CHUNK)
            return IMAGE_BROKEN;
        if (at == PNG_HEAD) {
            if (size != 13 || memcmp(name, "IHDR", 4) != 0)
                return IMAGE_BROKEN;
            enum image_status status =
                take_size(image, read_number(name + 4, 4), read_number(name + 8, 4));
            if (status != IMAGE_FINE)
                return status;
        }
        if (memcmp(name, "pHYs", 4) == 0)
            read_phys(image, name + 4, size);
        has_data = has_data || memcmp(name, "IDAT", 4) == 0;
        if (memcmp(name, "IEND", 4) == 0)
            return has_data ? IMAGE_FINE : IMAGE_BROKEN;
        at += PNG_CHUNK + size;
    }
    return IMAGE_BROKEN;
}

/* ---- JPEG ---- */

/* What the segments before the frame say of colours. */
struct markers {
    bool has_jfif, has_adobe;
};

static bool is_frame(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* body: after the segment's length. Only Huffman-coded frames, sequential or progressive. */
static enum image_status read_frame(struct image *image, const struct markers *markers, int marker,
                                    const unsigned char *body, size_t size)
{
    if (size < 6 || size < 6u + 3u * body[5])
        return IMAGE_BROKEN;
    if (marker > 0xC2 || body[0] != JPEG_PRECISION || (body[5] != 1 && body[5] != 3))
        return IMAGE_COLOURS;
    image->components = body[5];
    bool has_letters = body[5] == 3 && body[6] == 'R' && body[9] == 'G' && body[12] == 'B';
    image->is_rgb = has_letters && !markers->has_jfif && !markers->has_adobe;
    return take_size(image, read_number(body + 3, 2), read_number(body + 1, 2));
}

/* JFIF's density, the same across and down; body begins with its name. */
static void read_density(struct image *image, const unsigned char *body)
{
    int32_t density = (int32_t)read_number(body + 8, 2);
    if (memcmp(body + 8, body + 10, 2) != 0)
        return;
    if (body[7] == JFIF_INCH)
        image->density = density * 10000 / 254;
    else if (body[7] == JFIF_CENTIMETRE)
        image->density = density * 100;
}

/* What a segment before the frame says. */
static void read_segment(struct image *image, struct markers *markers, int marker,
                         const unsigned char *body, size_t size)
{
    if (marker == 0xE0 && size >= 5 && memcmp(body, "JFIF", 5) == 0) {
        markers->has_jfif = true;
        if (size >= 12)
            read_density(image, body);
    } else if (marker == 0xE1 && image->orientation == EXIF_UPRIGHT) {
        image->orientation = exif_orientation(body, size);
    } else if (marker == 0xEE && size >= 12 && memcmp(body, "Adobe", 5) == 0) {
        markers->has_adobe = true;
    }
}

static bool has_end(const struct image *image)
{
    size_t from = image->length > 1024 ? image->length - 1024 : 0;
    for (size_t i = from; i + 1 < image->length; i++)
        if (image->bytes[i] == 0xFF && image->bytes[i + 1] == 0xD9)
            return true;
    return false;
}

static enum image_status read_jpeg(struct image *image)
{
    const unsigned char *bytes = image->bytes;
    struct markers markers = {0};
    for (size_t at = 2; image->length - at >= 4;) {
        if (bytes[at] != 0xFF)
            return IMAGE_BROKEN;
        int marker = bytes[at + 1];
        if (marker == 0xFF) { /* filling */
            at++;
            continue;
        }
        size_t size = read_number(bytes + at + 2, 2);
        const unsigned char *body = bytes + at + 4;
        if (size < 2 || size > image->length - at - 2 || marker == 0xDA)
            return IMAGE_BROKEN;
        if (is_frame(marker)) {
            enum image_status status = read_frame(image, &markers, marker, body, size - 2);
            return status == IMAGE_FINE && !has_end(image) ? IMAGE_BROKEN : status;
        }
        read_segment(image, &markers, marker, body, size - 2);
        at += 2 + size;
    }
    return IMAGE_BROKEN;
}

const struct image_turn *image_turn(const struct image *image)
{
    static const struct image_turn TURN[EXIF_LAST] = {
        {1, 0, 0, 0, 1, 0},   /* upright */
        {-1, 0, 1, 0, 1, 0},  /* mirrored */
        {-1, 0, 1, 0, -1, 1}, /* upside down */
        {1, 0, 0, 0, -1, 1},  /* … and mirrored */
        {0, 1, 0, 1, 0, 0},   /* its first row is the left side, from the top */
        {0, -1, 1, 1, 0, 0},  /* … the right side, from the top */
        {0, -1, 1, -1, 0, 1}, /* … the right side, from the foot */
        {0, 1, 0, -1, 0, 1},  /* … the left side, from the foot */
    };
    assert(image->orientation >= EXIF_UPRIGHT && image->orientation <= EXIF_LAST);
    return &TURN[image->orientation - EXIF_UPRIGHT];
}

int32_t image_across(const struct image *image)
{
    return image_turn(image)->x_u != 0 ? image->width : image->height;
}

int32_t image_down(const struct image *image)
{
    return image_turn(image)->x_u != 0 ? image->height : image->width;
}

static bool begins_with_tag(const char *bytes, size_t length)
{
    struct markup markup = markup_open(bytes, length);
    while (markup.at < markup.end && markup_is_space(*markup.at))
        markup.at++;
    return markup.at < markup.end && *markup.at == '<';
}

enum image_status image_read(const void *bytes, size_t length, struct image *image)
{
    *image = (struct image){.bytes = bytes, .length = length, .orientation = EXIF_UPRIGHT};
    if (length >= PNG_HEAD && memcmp(bytes, "\x89PNG\r\n\x1A\n", PNG_HEAD) == 0)
        return read_png(image);
    if (length >= 4 && memcmp(bytes, "\xFF\xD8\xFF", 3) == 0) {
        image->format = IMAGE_JPEG;
        return read_jpeg(image);
    }
    if (length >= 2 && memcmp(bytes, "\x1F\x8B", 2) == 0)
        return IMAGE_PACKED;
    return begins_with_tag(bytes, length) ? svg_read(image) : IMAGE_UNKNOWN;
}
