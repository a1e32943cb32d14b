/* PDF counts from the page's foot. */
#include "pdf/pass.h"

#include <assert.h>

static int32_t paper_height(const struct pass *pass, int page)
{
    assert(page >= 0 && (size_t)page < pass->job->pages);
    return pass->job->page[page].height;
}

void pass_box(struct pass *pass, struct buffer *out, int page, const int32_t box[4])
{
    int32_t foot = paper_height(pass, page) - box[1];
    const int32_t side[4] = {box[0], foot - box[3], box[0] + box[2], foot};
    for (int i = 0; i < 4; i++) {
        buffer_add_char(out, i == 0 ? '[' : ' ');
        writer_points(out, side[i]);
    }
    buffer_add_char(out, ']');
}

void pass_destination(struct pass *pass, struct buffer *out, int page, int32_t y)
{
    buffer_printf(out, "/Dest[%d 0 R/XYZ null ", pass->page + page);
    writer_points(out, paper_height(pass, page) - y);
    buffer_add_string(out, " null]");
}
