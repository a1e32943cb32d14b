/*
 * The names' tree as this program writes it: one node, all names in it. A tree of several nodes is
 * another program's; its files are not looked for.
 */
#include "pdf/attached.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

/* A key's value where the object is a dictionary, else null. */
static qpdf_oh key_of(qpdf_data pdf, qpdf_oh object, const char *key)
{
    if (!qpdf_oh_is_dictionary(pdf, object))
        return qpdf_oh_new_null(pdf);
    return qpdf_oh_get_key(pdf, object, key);
}

static bool take_file(qpdf_data pdf, struct arena *arena, qpdf_oh specification,
                      struct attached_file *file)
{
    qpdf_oh name = key_of(pdf, specification, "/UF");
    qpdf_oh stream = key_of(pdf, key_of(pdf, specification, "/EF"), "/F");
    if (!qpdf_oh_is_string(pdf, name) || !qpdf_oh_is_stream(pdf, stream))
        return false;
    unsigned char *bytes = NULL;
    size_t length = 0;
    qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, NULL, &bytes, &length);
    if (qpdf_has_error(pdf))
        return false;
    file->name = arena_string(arena, qpdf_oh_get_utf8_value(pdf, name));
    file->bytes = arena_copy(arena, (const char *)bytes, length);
    file->length = length;
    free(bytes);
    return true;
}

static void take_files(qpdf_data pdf, struct arena *arena, struct attached *out)
{
    qpdf_oh files = key_of(pdf, key_of(pdf, qpdf_get_root(pdf), "/Names"), "/EmbeddedFiles");
    qpdf_oh names = key_of(pdf, files, "/Names");
    int count = qpdf_oh_is_array(pdf, names) ? qpdf_oh_get_array_n_items(pdf, names) : 0;
    out->file = ARENA_NEW(arena, struct attached_file, (size_t)count / 2 + 1);
    for (int i = 0; i + 1 < count; i += 2)
        out->count += take_file(pdf, arena, qpdf_oh_get_array_item(pdf, names, i + 1),
                                &out->file[out->count]);
}

static bool read_pdf(qpdf_data pdf, struct arena *arena, const struct attached_pdf *from,
                     struct attached *out)
{
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    qpdf_silence_errors(pdf);
    qpdf_set_attempt_recovery(pdf, QPDF_FALSE);
    qpdf_read_memory(pdf, from->path, from->bytes, from->length, NULL);
    if (qpdf_has_error(pdf))
        return false;
    int pages = qpdf_get_num_pages(pdf);
    out->pages = pages > 0 ? (size_t)pages : 0;
    take_files(pdf, arena, out);
    return !qpdf_has_error(pdf);
}

bool attached_read(struct arena *arena, const struct attached_pdf *pdf, struct attached *out,
                   struct diag *diag)
{
    *out = (struct attached){0};
    qpdf_data data = qpdf_init();
    bool good = read_pdf(data, arena, pdf, out);
    if (!good)
        diag_say(diag, MESSAGE_ARCHIVE_NO_PDF, (struct place){0}, pdf->path,
                 qpdf_get_error_full_text(data, qpdf_get_error(data)));
    qpdf_cleanup(&data);
    return good;
}

const struct attached_file *attached_find(const struct attached *attached, const char *name)
{
    for (size_t i = 0; i < attached->count; i++)
        if (strcmp(attached->file[i].name, name) == 0)
            return &attached->file[i];
    return NULL;
}
