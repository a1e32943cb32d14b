/*
 * Builds figures that show an image file of the edition. A file is read once a run and is one of the
 * report's sources; its size comes from its head. Where the layout gives no size, a pixel is 3/4 pt,
 * or smaller if the file says so. A larger one is not believed: 72 dots an inch is what programs
 * write that do not know.
 */
#include <inttypes.h>

#include "base/length.h"
#include "compose/build.h"
#include "image/svg.h"
#include "source/file.h"
#include "source/sources.h"

/* Pixels a metre: 96 and 1,200 an inch. */
enum { SCREEN = 3780, FINEST = 47244 };

/* What a block or a prose gives for an image. */
struct wish {
    struct doc_text file;
    const char *alt;
    int32_t width, height; /* 0: any */
};

/* The file's bytes, or NULL after reporting; *is_new: it was not read before. */
static const struct source *load(struct builder *builder, const struct doc_text *name, bool *is_new)
{
    const char *path = builder->folder != NULL
                           ? file_inside(builder->evaluation.arena, builder->folder, name->bytes)
                           : NULL;
    if (path == NULL) {
        diag_say(builder->diag, MESSAGE_IMAGE_OUTSIDE, name->place, name->bytes);
        return NULL;
    }
    const struct source *source = sources_find(builder->sources, path);
    *is_new = source == NULL;
    return source != NULL ? source
                          : sources_read(builder->sources, path, name->place, builder->diag);
}

static bool read_file(struct builder *builder, const struct doc_text *name, struct image *image)
{
    static const enum diag_code CODE[] = {[IMAGE_UNKNOWN] = MESSAGE_IMAGE_FORMAT,
                                          [IMAGE_BROKEN] = MESSAGE_IMAGE_DAMAGED,
                                          [IMAGE_TOO_LARGE] = MESSAGE_IMAGE_PIXELS,
                                          [IMAGE_COLOURS] = MESSAGE_IMAGE_COLOUR_KIND,
                                          [IMAGE_PACKED] = MESSAGE_IMAGE_SVG_PACKED,
                                          [IMAGE_NO_SIZE] = MESSAGE_IMAGE_SVG_SIZE,
                                          [IMAGE_REFERS] = MESSAGE_IMAGE_SVG_REFERS,
                                          [IMAGE_ENTITIES] = MESSAGE_IMAGE_SVG_ENTITIES,
                                          [IMAGE_FOREIGN] = MESSAGE_IMAGE_SVG_FOREIGN,
                                          [IMAGE_LANGUAGES] = MESSAGE_IMAGE_SVG_LANGUAGES,
                                          [IMAGE_EMBEDDED] = MESSAGE_IMAGE_SVG_EMBEDDED};
    bool is_new = false;
    const struct source *source = load(builder, name, &is_new);
    if (source == NULL)
        return false;
    enum image_status status = image_read(source->text, source->length, image);
    if (status != IMAGE_FINE)
        diag_say(builder->diag, CODE[status], name->place, name->bytes,
                 arena_printf(builder->arena, "%" PRIu32, image->fault_line));
    else if (is_new && image->format != IMAGE_SVG)
        build_count_pixels(builder, image, name->place);
    return status == IMAGE_FINE;
}

/* Where neither width nor height is given. */
static int64_t natural_width(const struct image *file)
{
    int64_t density = file->density;
    if (file->format == IMAGE_SVG)
        return (int64_t)file->width * PT * 3 / 4 / SVG_PIXEL;
    if (density < SCREEN || density > FINEST)
        return (int64_t)image_across(file) * PT * 3 / 4;
    return (int64_t)image_across(file) * PT * 360000 / (127 * density); /* 72 / 0.0254 pt a metre */
}

/* The largest size in the file's proportions that fits what is given. */
static void set_size(struct doc_image *image, const struct wish *wish)
{
    int64_t across = image_across(&image->file), down = image_down(&image->file);
    int64_t width = wish->width, height = wish->height;
    if (width == 0 && height == 0)
        width = natural_width(&image->file);
    if (width == 0 || (height > 0 && height * across < width * down))
        width = height * across / down;
    image->width = (int32_t)(width > 0 ? width : 1);
    height = image->width * down / across;
    image->height = (int32_t)(height > 0 ? height : 1);
}

/* The figure, or NULL after reporting. */
static struct doc_node *make_figure(struct builder *builder, const struct wish *wish,
                                    struct place place, const struct context *context)
{
    struct doc_image *image = ARENA_NEW(builder->arena, struct doc_image, 1);
    if (wish->file.bytes == NULL || !read_file(builder, &wish->file, &image->file))
        return NULL;
    image->name = wish->file.bytes;
    set_size(image, wish);
    struct doc_node *node = build_node(builder, context->sink, DOC_FIGURE, place);
    node->image = image;
    node->alt = wish->alt;
    if (node->alt == NULL || node->alt[0] == '\0') {
        diag_say(builder->diag, MESSAGE_IMAGE_NO_ALT, wish->file.place, image->name);
        node->alt = image->name;
    }
    return node;
}

void build_image(struct builder *builder, const struct block *block, const struct context *context)
{
    const struct layout_image *from = block->image;
    size_t before = builder->evaluation.failures;
    struct wish wish = {.file = build_text(builder, from->file, context->scope),
                        .alt = build_string(builder, from->alt, context->scope),
                        .width = from->width,
                        .height = from->height};
    if (builder->evaluation.failures > before)
        return;
    struct doc_node *node = make_figure(builder, &wish, block->place, context);
    if (node == NULL)
        return;
    const struct layout_style *style = block->style;
    if (style == NULL && !context->in_cell)
        style = builder->layout->image_style;
    node->style = build_style(builder, style != NULL ? style : context->style, context->align);
    struct sink sink = {.parent = node};
    build_caption(builder, block, context, &sink);
}

void build_prose_image(struct builder *builder, const struct prose_node *node,
                       const struct context *context)
{
    const struct prose_image *from = node->image;
    struct wish wish = {.file = build_prose_text(builder, &from->file, context->scope),
                        .alt = build_prose_text(builder, &from->alt, context->scope).bytes};
    struct doc_node *figure = make_figure(builder, &wish, wish.file.place, context);
    if (figure == NULL)
        return;
    const struct layout_style *style = context->in_cell ? NULL : builder->layout->image_style;
    figure->style =
        style != NULL ? build_style(builder, style, -1) : build_caption_style(builder, context);
    struct sink sink = {.parent = figure};
    struct doc_text text = build_prose_text(builder, &from->caption, context->scope);
    if (text.length > 0)
        build_caption_text(builder, text, true, context, &sink);
}
