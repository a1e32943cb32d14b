/*
 * Objects wait in a queue: one gets its number when it is first named and is written when its turn
 * comes, so that the order depends on nothing but the page.
 */
#include "pdf/drawings.h"

#include <assert.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/length.h"

enum { FINE = 9 }; /* decimals of the form's scale */

struct waiting {
    qpdf_oh object;
    int from, to; /* its numbers in both files */
};

struct import {
    struct objects *objects;
    qpdf_data pdf;
    struct waiting *waiting;
    size_t count, room, next;
};

/* ---- Values ---- */

static int number_for(struct import *import, qpdf_oh object)
{
    int from = qpdf_oh_get_object_id(import->pdf, object);
    for (size_t i = 0; i < import->count; i++)
        if (import->waiting[i].from == from)
            return import->waiting[i].to;
    import->waiting =
        memory_room(import->waiting, import->count, &import->room, sizeof *import->waiting);
    int to = writer_reserve(import->objects->writer, 1);
    import->waiting[import->count++] = (struct waiting){object, from, to};
    return to;
}

/* The writer says these itself, or they are not wanted. */
static bool is_dropped(const char *key)
{
    static const char *const KEYS[] = {"/Length", "/Filter", "/DecodeParms", "/Interpolate"};
    size_t i = 0;
    while (i < sizeof KEYS / sizeof KEYS[0] && strcmp(key, KEYS[i]) != 0)
        i++;
    return i < sizeof KEYS / sizeof KEYS[0];
}

static void write_value(struct import *import, struct buffer *out, qpdf_oh value);

/* All keys first: the file has one place only to keep where going through them has come to. */
static const char **list_keys(struct import *import, qpdf_oh dictionary, size_t *count)
{
    const char **key = NULL;
    size_t room = 0;
    *count = 0;
    qpdf_oh_begin_dict_key_iter(import->pdf, dictionary);
    while (qpdf_oh_dict_more_keys(import->pdf)) {
        key = memory_room(key, *count, &room, sizeof *key);
        key[(*count)++] = arena_string(import->objects->arena, qpdf_oh_dict_next_key(import->pdf));
    }
    return key;
}

static void write_entries(struct import *import, struct buffer *out, qpdf_oh dictionary)
{
    size_t count;
    const char **key = list_keys(import, dictionary, &count);
    for (size_t i = 0; i < count; i++) {
        assert(strcmp(key[i], "/Font") != 0); /* text was to become outlines */
        if (is_dropped(key[i]))
            continue;
        buffer_add_string(out, key[i]);
        buffer_add_char(out, ' ');
        write_value(import, out, qpdf_oh_get_key(import->pdf, dictionary, key[i]));
    }
    free(key);
}

static void write_array(struct import *import, struct buffer *out, qpdf_oh array)
{
    buffer_add_char(out, '[');
    int count = qpdf_oh_get_array_n_items(import->pdf, array);
    for (int i = 0; i < count; i++) {
        write_value(import, out, qpdf_oh_get_array_item(import->pdf, array, i));
        buffer_add_char(out, ' ');
    }
    buffer_add_char(out, ']');
}

static void write_direct(struct import *import, struct buffer *out, qpdf_oh value)
{
    if (qpdf_oh_is_dictionary(import->pdf, value)) {
        buffer_add_string(out, "<<");
        write_entries(import, out, value);
        buffer_add_string(out, ">>");
    } else if (qpdf_oh_is_array(import->pdf, value)) {
        write_array(import, out, value);
    } else {
        buffer_add_string(out, qpdf_oh_unparse(import->pdf, value));
    }
}

static void write_value(struct import *import, struct buffer *out, qpdf_oh value)
{
    if (qpdf_oh_get_object_id(import->pdf, value) != 0)
        buffer_printf(out, "%d 0 R", number_for(import, value));
    else
        write_direct(import, out, value);
}

/* ---- Objects ---- */

/* Writes a stream with the entries so far and its own. */
static void write_stream(struct import *import, int number, struct buffer *entries, qpdf_oh stream)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    QPDF_BOOL is_unpacked = QPDF_FALSE;
    qpdf_oh_get_stream_data(import->pdf, stream, qpdf_dl_generalized, &is_unpacked, &bytes,
                            &length);
    assert(is_unpacked && !qpdf_has_error(import->pdf));
    write_entries(import, entries, qpdf_oh_get_dict(import->pdf, stream));
    writer_stream(import->objects->writer, number, buffer_text(entries), bytes, length);
    free(bytes);
}

static void write_object(struct import *import, const struct waiting *waiting)
{
    struct buffer text = {0};
    if (qpdf_oh_is_stream(import->pdf, waiting->object)) {
        write_stream(import, waiting->to, &text, waiting->object);
    } else {
        write_direct(import, &text, waiting->object);
        struct buffer *out = writer_open(import->objects->writer, waiting->to);
        buffer_add(out, text.bytes, text.length);
        writer_close(import->objects->writer);
    }
    buffer_free(&text);
}

/* A scale that makes such a length one point. */
static void write_scale(struct buffer *out, int32_t length)
{
    decimal_add(out, (PT * (int64_t)1000000000 + length / 2) / length, FINE);
}

static void write_form(struct import *import, int number, const struct pdf_image *drawing)
{
    qpdf_oh page = qpdf_get_page_n(import->pdf, 0);
    struct buffer entries = {0};
    buffer_add_string(&entries, "/Type/XObject/Subtype/Form/BBox[0 0 ");
    writer_points(&entries, drawing->width);
    buffer_add_char(&entries, ' ');
    writer_points(&entries, drawing->height);
    buffer_add_string(&entries, "]/Matrix[");
    write_scale(&entries, drawing->width);
    buffer_add_string(&entries, " 0 0 ");
    write_scale(&entries, drawing->height);
    buffer_add_string(&entries, " 0 0]");
    static const char *const KEYS[] = {"/Group", "/Resources"};
    for (size_t i = 0; i < sizeof KEYS / sizeof KEYS[0]; i++)
        if (qpdf_oh_has_key(import->pdf, page, KEYS[i])) {
            buffer_add_string(&entries, KEYS[i]);
            buffer_add_char(&entries, ' ');
            write_value(import, &entries, qpdf_oh_get_key(import->pdf, page, KEYS[i]));
        }
    write_stream(import, number, &entries, qpdf_oh_get_key(import->pdf, page, "/Contents"));
    buffer_free(&entries);
}

int drawings_write(struct objects *objects, const struct pdf_image *drawing)
{
    struct import import = {.objects = objects, .pdf = qpdf_init()};
    int number = writer_reserve(objects->writer, 1);
    qpdf_read_memory(import.pdf, "drawing", drawing->bytes, drawing->length, NULL);
    assert(!qpdf_has_error(import.pdf));
    write_form(&import, number, drawing);
    while (import.next < import.count) {
        struct waiting waiting = import.waiting[import.next++];
        write_object(&import, &waiting);
    }
    free(import.waiting);
    qpdf_cleanup(&import.pdf);
    return number;
}
