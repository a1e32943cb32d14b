/* Colours are the device's: an archived file's output intent says which those are. */
#include "pdf/images.h"

#include <inttypes.h>

#include "pdf/drawings.h"

static void add_entries(struct buffer *out, const struct pdf_image *image, const char *space)
{
    buffer_printf(out,
                  "/Type/XObject/Subtype/Image/Width %" PRId32 "/Height %" PRId32
                  "/BitsPerComponent 8/ColorSpace/%s",
                  image->width, image->height, space);
}

static int write_alpha(struct objects *objects, const struct pdf_image *image)
{
    struct buffer entries = {0};
    int number = writer_reserve(objects->writer, 1);
    add_entries(&entries, image, "DeviceGray");
    writer_stream(objects->writer, number, buffer_text(&entries), image->alpha,
                  (size_t)image->width * (size_t)image->height);
    buffer_free(&entries);
    return number;
}

int images_write(struct objects *objects, const struct pdf_image *image)
{
    if (image->is_drawing)
        return drawings_write(objects, image);
    struct buffer entries = {0};
    add_entries(&entries, image, image->components == 1 ? "DeviceGray" : "DeviceRGB");
    if (image->alpha != NULL)
        buffer_printf(&entries, "/SMask %d 0 R", write_alpha(objects, image));
    int number = writer_reserve(objects->writer, 1);
    if (image->is_jpeg) {
        buffer_add_string(&entries, "/Filter/DCTDecode");
        if (image->is_rgb)
            buffer_add_string(&entries, "/DecodeParms<</ColorTransform 0>>");
        writer_packed_stream(objects->writer, number, buffer_text(&entries), image->bytes,
                             image->length);
    } else {
        writer_stream(objects->writer, number, buffer_text(&entries), image->bytes, image->length);
    }
    buffer_free(&entries);
    return number;
}
