/*
 * The library tells of errors by calling back and may not be returned to; so the callback jumps out
 * of it. What must outlive the jump is in the state.
 */
#include "picture/jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include "base/arena.h"

struct state {
    struct jpeg_error_mgr errors;
    struct jpeg_decompress_struct library;
    jmp_buf out;
    cairo_surface_t *surface;
    unsigned char *row;
};

static void leave(j_common_ptr library)
{
    struct state *state = (struct state *)(void *)library->err;
    longjmp(state->out, 1);
}

/* Warnings (level -1) are about damaged data, the rest is talk. */
static void listen(j_common_ptr library, int level)
{
    if (level < 0)
        leave(library);
}

static void take_row(struct state *state, int y)
{
    unsigned char *data = cairo_image_surface_get_data(state->surface);
    int stride = cairo_image_surface_get_stride(state->surface);
    uint32_t *pixel = (uint32_t *)(void *)(data + (size_t)y * (size_t)stride);
    const unsigned char *from = state->row;
    for (JDIMENSION x = 0; x < state->library.output_width; x++, from += 3)
        pixel[x] = (uint32_t)from[0] << 16 | (uint32_t)from[1] << 8 | from[2];
}

static void read_rows(struct state *state, const struct image *image)
{
    struct jpeg_decompress_struct *library = &state->library;
    jpeg_create_decompress(library);
    jpeg_mem_src(library, image->bytes, (unsigned long)image->length);
    jpeg_read_header(library, TRUE);
    library->out_color_space = JCS_RGB;
    jpeg_start_decompress(library);
    if (library->output_width != (JDIMENSION)image->width ||
        library->output_height != (JDIMENSION)image->height)
        longjmp(state->out, 1);
    state->row = memory_grow(NULL, (size_t)image->width, 3);
    state->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, image->width, image->height);
    if (cairo_surface_status(state->surface) != CAIRO_STATUS_SUCCESS)
        longjmp(state->out, 1);
    cairo_surface_flush(state->surface);
    while (library->output_scanline < library->output_height) {
        int y = (int)library->output_scanline;
        jpeg_read_scanlines(library, &state->row, 1);
        take_row(state, y);
    }
    jpeg_finish_decompress(library);
    cairo_surface_mark_dirty(state->surface);
}

cairo_surface_t *jpeg_decode(const struct image *image)
{
    struct state *state = memory_zeroed(1, sizeof *state);
    state->library.err = jpeg_std_error(&state->errors);
    state->errors.error_exit = leave;
    state->errors.emit_message = listen;
    if (setjmp(state->out) == 0) {
        read_rows(state, image);
    } else if (state->surface != NULL) {
        cairo_surface_destroy(state->surface);
        state->surface = NULL;
    }
    cairo_surface_t *surface = state->surface;
    jpeg_destroy_decompress(&state->library);
    free(state->row);
    free(state);
    return surface;
}
