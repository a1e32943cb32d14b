/* PDF counts from the page's foot. */
#include "pdf/objects.h"

#include <assert.h>

static int32_t paper_height(const struct objects *objects, int page)
{
    assert(page >= 0 && (size_t)page < objects->file->pages);
    return objects->file->page[page].height;
}

void objects_box(struct objects *objects, struct buffer *out, int page, const int32_t box[4])
{
    int32_t foot = paper_height(objects, page) - box[1];
    const int32_t side[4] = {box[0], foot - box[3], box[0] + box[2], foot};
    for (int i = 0; i < 4; i++) {
        buffer_add_char(out, i == 0 ? '[' : ' ');
        writer_points(out, side[i]);
    }
    buffer_add_char(out, ']');
}

void objects_destination(struct objects *objects, struct buffer *out, int page, int32_t y)
{
    buffer_printf(out, "/Dest[%d 0 R/XYZ null ", objects->page + page);
    writer_points(out, paper_height(objects, page) - y);
    buffer_add_string(out, " null]");
}
