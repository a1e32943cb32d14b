/*
 * Parents are found by walking back over the list. An entry is closed, so its /Count is minus the
 * number of its direct children: closed children show none of theirs.
 */
#include "pdf/outline.h"

enum { ROOT = -1 };

struct branch {
    int parent, first, last, before, after; /* entries, or ROOT */
    int children;
};

/* The nearest earlier entry of a lower level. */
static int parent_of(const struct tags *tags, int index)
{
    int at = index - 1;
    while (at >= 0 && tags->outline[at].level >= tags->outline[index].level)
        at--;
    return at >= 0 ? at : ROOT;
}

/* branch[-1] is the root's. */
static void attach(struct branch *branch, int parent, int index)
{
    struct branch *above = &branch[parent];
    branch[index] = (struct branch){parent, ROOT, ROOT, above->last, ROOT, 0};
    if (above->children++ == 0)
        above->first = index;
    else
        branch[above->last].after = index;
    above->last = index;
}

/* An entry of the dictionary that names another branch. */
static void refer(struct objects *objects, struct buffer *out, const char *key, int index)
{
    buffer_printf(out, "/%s %d 0 R", key, objects->outline + 1 + index);
}

static void write_children(struct objects *objects, struct buffer *out, const struct branch *own,
                           int sign)
{
    if (own->children == 0)
        return;
    refer(objects, out, "First", own->first);
    refer(objects, out, "Last", own->last);
    buffer_printf(out, "/Count %d", sign * own->children);
}

static void write_entry(struct objects *objects, const struct branch *branch, int index)
{
    const struct tag_outline *entry = &objects->file->tags->outline[index];
    struct buffer *out = writer_open(objects->writer, objects->outline + 1 + index);
    buffer_add_string(out, "<</Title");
    writer_text(out, entry->title);
    objects_destination(objects, out, entry->page, entry->y);
    refer(objects, out, "Parent", branch[index].parent);
    if (branch[index].before != ROOT)
        refer(objects, out, "Prev", branch[index].before);
    if (branch[index].after != ROOT)
        refer(objects, out, "Next", branch[index].after);
    write_children(objects, out, &branch[index], -1);
    buffer_add_string(out, ">>");
    writer_close(objects->writer);
}

void outline_write(struct objects *objects)
{
    const struct tags *tags = objects->file->tags;
    if (tags->outlines == 0)
        return;
    objects->outline = writer_reserve(objects->writer, tags->outlines + 1);
    struct branch *branch = ARENA_NEW(objects->arena, struct branch, tags->outlines + 1) + 1;
    branch[ROOT] = (struct branch){ROOT, ROOT, ROOT, ROOT, ROOT, 0};
    for (int i = 0; i < (int)tags->outlines; i++)
        attach(branch, parent_of(tags, i), i);
    for (int i = 0; i < (int)tags->outlines; i++)
        write_entry(objects, branch, i);
    struct buffer *out = writer_open(objects->writer, objects->outline);
    buffer_add_string(out, "<</Type/Outlines");
    write_children(objects, out, &branch[ROOT], 1);
    buffer_add_string(out, ">>");
    writer_close(objects->writer);
}
