/* Heads of image files, and what of them is refused. */
#include "unit.h"

#include "image/exif.h"
#include "image/image.h"

#define PNG_START "\x89PNG\r\n\x1A\n"
#define PNG_HEAD(width, height) \
    PNG_START "\0\0\0\x0DIHDR\0\0" width "\0\0" height "\x08\2\0\0\0CRC!"
#define PNG_REST "\0\0\0\1IDATxCRC!\0\0\0\0IENDCRC!"
#define JFIF "\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
#define FRAME(marker, count, parts) "\xFF" marker "\0" count "\x08\0\x10\0\x20" parts
#define GREY "\1\1\x11\0"
#define COLOURS(a, b, c) "\3" a "\x11\0" b "\x11\1" c "\x11\1"
#define REST "\xFF\xDA\0\2abc\xFF\xD9"

#define READ(bytes) image_read(bytes, sizeof(bytes) - 1, &image)

static void reads_png(void **state)
{
    (void)state;
    struct image image;
    assert_int_equal(READ(PNG_HEAD("\1\2", "\0\3") PNG_REST), IMAGE_FINE);
    assert_int_equal(image.format, IMAGE_PNG);
    assert_int_equal(image.width, 258);
    assert_int_equal(image.height, 3);
}

static void reads_jpeg(void **state)
{
    (void)state;
    struct image image;
    assert_int_equal(READ("\xFF\xD8" JFIF FRAME("\xC0", "\x0B", GREY) REST), IMAGE_FINE);
    assert_int_equal(image.format, IMAGE_JPEG);
    assert_int_equal(image.width, 32);
    assert_int_equal(image.height, 16);
    assert_int_equal(image.components, 1);
    assert_int_equal(READ("\xFF\xD8" FRAME("\xC2", "\x11", COLOURS("\1", "\2", "\3")) REST),
                     IMAGE_FINE);
    assert_int_equal(image.components, 3);
    assert_false(image.is_rgb);
    assert_int_equal(READ("\xFF\xD8" FRAME("\xC0", "\x11", COLOURS("R", "G", "B")) REST),
                     IMAGE_FINE);
    assert_true(image.is_rgb);
    assert_int_equal(READ("\xFF\xD8" JFIF FRAME("\xC0", "\x11", COLOURS("R", "G", "B")) REST),
                     IMAGE_FINE);
    assert_false(image.is_rgb);
}

#define EXIF_SIZE "\0\x20"
#define EXIF(tiff) "\xFF\xE1" EXIF_SIZE "Exif\0\0" tiff
#define BIG_HEAD "MM\0*\0\0\0\x08\0\1"
#define LITTLE_HEAD "II*\0\x08\0\0\0\1\0"

/* A grey JPEG with a TIFF of 24 bytes before its frame. */
static int orientation_of(const char *tiff)
{
    struct image image;
    char bytes[200];
    size_t length = 0;
    const char *const part[] = {"\xFF\xD8", EXIF(""), tiff, FRAME("\xC0", "\x0B", GREY) REST};
    const size_t size[] = {2, 10, 24, sizeof(FRAME("\xC0", "\x0B", GREY) REST) - 1};
    for (int i = 0; i < 4; i++) {
        memcpy(bytes + length, part[i], size[i]);
        length += size[i];
    }
    assert_int_equal(image_read(bytes, length, &image), IMAGE_FINE);
    assert_int_equal(image_across(&image), image.orientation >= 5 ? 16 : 32);
    assert_int_equal(image_down(&image), image.orientation >= 5 ? 32 : 16);
    return image.orientation;
}

static void reads_orientation(void **state)
{
    (void)state;
    char big[] = BIG_HEAD "\1\x12\0\3\0\0\0\1\0\0\0\0--";
    char little[] = LITTLE_HEAD "\x12\1\3\0\1\0\0\0\0\0\0\0--";
    for (int i = 0; i <= 9; i++) {
        big[19] = little[18] = (char)i;
        assert_int_equal(orientation_of(big), i >= 1 && i <= 8 ? i : 1);
        assert_int_equal(orientation_of(little), i >= 1 && i <= 8 ? i : 1);
    }
}

/* Whatever byte of the block is wrong, or wherever it ends, nothing after it is read. */
static void takes_malformed_exif_for_upright(void **state)
{
    (void)state;
    static const char GOOD[] = "Exif\0\0" BIG_HEAD "\1\x12\0\3\0\0\0\1\0\6\0\0";
    const size_t whole = sizeof GOOD - 1;
    for (size_t length = 0; length <= whole; length++) {
        unsigned char *copy = memcpy(memory_grow(NULL, length > 0 ? length : 1, 1), GOOD, length);
        assert_int_equal(exif_orientation(copy, length), length == whole ? 6 : 1);
        for (size_t i = 0; i < length; i++)
            for (int value = 0; value < 256; value++) {
                copy[i] = (unsigned char)value;
                int orientation = exif_orientation(copy, length);
                assert_in_range(orientation, 1, 8);
                copy[i] = (unsigned char)GOOD[i];
            }
        free(copy);
    }
    assert_int_equal(exif_orientation((const unsigned char *)"Exif\0\0MM\0*\xFF\xFF\xFF\xFF", 14),
                     1);
}

#define PHYS(x, y, unit) "\0\0\0\x09pHYs\0\0" x "\0\0" y unit "CRC!"
#define JFIF_DENSITY(unit, x, y) "\xFF\xE0\0\x10JFIF\0\1\1" unit x y "\0\0"
#define GREY_FRAME FRAME("\xC0", "\x0B", GREY) REST

static void reads_density(void **state)
{
    (void)state;
    struct image image;
    READ(PNG_HEAD("\1\2", "\0\3") PHYS("\x16\x25", "\x16\x25", "\1") PNG_REST);
    assert_int_equal(image.density, 5669);
    READ(PNG_HEAD("\1\2", "\0\3") PHYS("\x16\x25", "\x16\x26", "\1") PNG_REST);
    assert_int_equal(image.density, 0);
    READ(PNG_HEAD("\1\2", "\0\3") PHYS("\x16\x25", "\x16\x25", "\0") PNG_REST);
    assert_int_equal(image.density, 0);
    READ("\xFF\xD8" JFIF_DENSITY("\1", "\1\x2C", "\1\x2C") GREY_FRAME);
    assert_int_equal(image.density, 11811);
    READ("\xFF\xD8" JFIF_DENSITY("\2", "\0\x76", "\0\x76") GREY_FRAME);
    assert_int_equal(image.density, 11800);
    READ("\xFF\xD8" JFIF_DENSITY("\0", "\1\x2C", "\1\x2C") GREY_FRAME);
    assert_int_equal(image.density, 0);
}

static void refuses_other_kinds(void **state)
{
    (void)state;
    struct image image;
    assert_int_equal(READ(""), IMAGE_UNKNOWN);
    assert_int_equal(READ("GIF89a"), IMAGE_UNKNOWN);
    assert_int_equal(
        READ("\xFF\xD8" FRAME("\xC0", "\x14", "\4\1\x11\0\2\x11\0\3\x11\0\4\x11\0") REST),
        IMAGE_COLOURS);
    assert_int_equal(READ("\xFF\xD8" FRAME("\xC3", "\x0B", GREY) REST), IMAGE_COLOURS);
}

static void notices_size(void **state)
{
    (void)state;
    struct image image;
    assert_int_equal(READ(PNG_HEAD("\0\0", "\0\3") PNG_REST), IMAGE_BROKEN);
    assert_int_equal(READ(PNG_HEAD("\xFF\xFF", "\0\3") PNG_REST), IMAGE_TOO_LARGE);
    assert_int_equal(READ(PNG_HEAD("\x40\0", "\x40\0") PNG_REST), IMAGE_TOO_LARGE);
}

/* Whatever a file is cut down to, and whichever byte of it is wrong, nothing after it is read. */
static void notices_damage(void **state)
{
    (void)state;
    static const char PNG[] = PNG_HEAD("\1\2", "\0\3") PNG_REST;
    static const char JPEG[] = "\xFF\xD8" JFIF FRAME("\xC0", "\x0B", GREY) REST;
    struct image image;
    for (size_t length = 8; length < sizeof PNG - 1; length++) {
        char *copy = memcpy(memory_grow(NULL, length, 1), PNG, length);
        assert_int_equal(image_read(copy, length, &image), IMAGE_BROKEN);
        free(copy);
    }
    for (size_t length = 4; length < sizeof JPEG - 1; length++) {
        char *copy = memcpy(memory_grow(NULL, length, 1), JPEG, length);
        assert_int_not_equal(image_read(copy, length, &image), IMAGE_FINE);
        for (size_t i = 0; i < length; i++) {
            copy[i] = (char)0xFF;
            image_read(copy, length, &image);
            copy[i] = JPEG[i];
        }
        free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_png),         cmocka_unit_test(reads_jpeg),
        cmocka_unit_test(reads_orientation), cmocka_unit_test(takes_malformed_exif_for_upright),
        cmocka_unit_test(reads_density),     cmocka_unit_test(refuses_other_kinds),
        cmocka_unit_test(notices_size),      cmocka_unit_test(notices_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
