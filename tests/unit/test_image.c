/* Heads of image files, and what of them is refused. */
#include "unit.h"

#include "base/image.h"

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

static void refuses_other_kinds(void **state)
{
    (void)state;
    struct image image;
    assert_int_equal(READ(""), IMAGE_UNKNOWN);
    assert_int_equal(READ("GIF89a"), IMAGE_UNKNOWN);
    assert_int_equal(READ("<svg/>"), IMAGE_UNKNOWN);
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

/* Whatever a file is cut down to, and whichever byte of it is wrong, nothing behind it is read. */
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
        cmocka_unit_test(reads_png),           cmocka_unit_test(reads_jpeg),
        cmocka_unit_test(refuses_other_kinds), cmocka_unit_test(notices_size),
        cmocka_unit_test(notices_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
