/*
 * An attachment is a stream with its bytes, a file specification that names it, and an entry in the
 * catalog twice: in the tree of names, where readers look, and in /AF, where PDF/A-3 looks. The
 * profile is the output intent's; the colours of the pages are RGB and so are its.
 */
#include "pdf/archive.h"

#include <assert.h>
#include <string.h>

#include "pdf/archive_write.h"
#include "pdf/info.h"
#include "pdf/xmp.h"

static int write_metadata(struct objects *objects)
{
    int number = writer_reserve(objects->writer, 1);
    struct buffer text = {0};
    xmp_write(objects->file, &text);
    writer_stream(objects->writer, number, "/Type/Metadata/Subtype/XML", text.bytes, text.length);
    buffer_free(&text);
    return number;
}

static void add_intent(struct objects *objects, const struct pdf_archive *archive,
                       struct buffer *out)
{
    int profile = writer_reserve(objects->writer, 1);
    writer_stream(objects->writer, profile, "/N 3", archive->profile, archive->profile_length);
    buffer_add_string(out, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                           "/OutputConditionIdentifier");
    writer_text(out, archive->profile_name);
    buffer_add_string(out, "/Info");
    writer_text(out, archive->profile_name);
    buffer_printf(out, "/DestOutputProfile %d 0 R>>]", profile);
}

/* A MIME type as a name: the slash is no character of names. */
static void add_type(struct buffer *out, const char *type)
{
    const char *slash = strchr(type, '/');
    assert(slash != NULL);
    buffer_printf(out, "/Subtype/%.*s#2F%s", (int)(slash - type), type, slash + 1);
}

/* The number of its file specification. */
static int write_attachment(struct objects *objects, const struct pdf_attachment *file)
{
    int stream = writer_reserve(objects->writer, 1);
    int specification = writer_reserve(objects->writer, 1);
    const char *date = info_date(objects, objects->file->seconds);
    struct buffer entries = {0};
    buffer_add_string(&entries, "/Type/EmbeddedFile");
    add_type(&entries, file->type);
    buffer_printf(&entries, "/Params<</Size %zu/ModDate(%s)>>", file->length, date);
    writer_stream(objects->writer, stream, buffer_text(&entries), file->bytes, file->length);
    buffer_free(&entries);
    struct buffer *out = writer_open(objects->writer, specification);
    buffer_add_string(out, "<</Type/Filespec/F");
    writer_text(out, file->name);
    buffer_add_string(out, "/UF");
    writer_text(out, file->name);
    buffer_add_string(out, "/Desc");
    writer_text(out, file->about);
    buffer_printf(out, "/AFRelationship/%s/EF<</F %d 0 R/UF %d 0 R>>>>", file->relation, stream,
                  stream);
    writer_close(objects->writer);
    return specification;
}

static void add_attachments(struct objects *objects, const struct pdf_archive *archive,
                            struct buffer *out)
{
    if (archive->attachments == 0)
        return;
    int *number = ARENA_NEW(objects->arena, int, archive->attachments);
    for (size_t i = 0; i < archive->attachments; i++) {
        const struct pdf_attachment *file = &archive->attachment[i];
        assert(i == 0 || strcmp(archive->attachment[i - 1].name, file->name) < 0);
        number[i] = write_attachment(objects, file);
    }
    buffer_add_string(out, "/Names<</EmbeddedFiles<</Names[");
    for (size_t i = 0; i < archive->attachments; i++) {
        writer_text(out, archive->attachment[i].name);
        buffer_printf(out, "%d 0 R", number[i]);
    }
    buffer_add_string(out, "]>>>>/AF[");
    for (size_t i = 0; i < archive->attachments; i++)
        buffer_printf(out, "%s%d 0 R", i > 0 ? " " : "", number[i]);
    buffer_add_string(out, "]");
}

void archive_write(struct objects *objects, struct buffer *entries)
{
    const struct pdf_archive *archive = objects->file->archive;
    if (archive == NULL)
        return;
    buffer_printf(entries, "/Metadata %d 0 R", write_metadata(objects));
    add_intent(objects, archive, entries);
    add_attachments(objects, archive, entries);
}
