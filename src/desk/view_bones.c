/* How a page is built: its lines with what their ends cost, and its boxes. For who asks why a line ends there. */
#include <string.h>

#include "base/decimal.h"
#include "base/json.h"
#include "desk/desk_state.h"

static void add_points(struct json *json, const char *key, int32_t length)
{
    struct buffer text = {0};
    decimal_add_two(&text, decimal_hundredths(length));
    json_raw(json, key, buffer_text(&text));
    buffer_free(&text);
}

/* What the dump of lines says in brackets at a line's end: its stretch, and the rule that its end hurts. */
static void add_price(struct json *json, const struct text_line *line)
{
    struct buffer dump = {0};
    text_line_dump(line, &dump);
    char *price = dump.bytes;
    for (char *at = dump.bytes; (at = strstr(at, "  [")) != NULL; at++)
        price = at + 3;
    price[strcspn(price, "]\n")] = '\0';
    json_string(json, "price", price);
    buffer_free(&dump);
}

static void add_line(struct json *json, const struct frame *frame)
{
    int32_t height = frame->height;
    if (frame->node != NULL && frame->node->style != NULL)
        height = frame->node->style->pitch;
    json_open(json, NULL, '{');
    add_points(json, "x", frame->x + frame->line.x);
    add_points(json, "y", frame->y);
    add_points(json, "w", frame->line.width);
    add_points(json, "h", height);
    add_price(json, &frame->line);
    json_close(json, '}');
}

static void add_figure(struct json *json, const struct frame *frame)
{
    json_open(json, NULL, '{');
    add_points(json, "x", frame->x);
    add_points(json, "y", frame->y);
    add_points(json, "w", frame->width);
    add_points(json, "h", frame->height);
    json_close(json, '}');
}

void view_bones(const struct page *page, struct buffer *out)
{
    struct json json = {.out = out};
    json_open(&json, NULL, '{');
    json_open(&json, "lines", '[');
    for (size_t i = 0; i < page->frames; i++)
        if (page->frame[i].kind == FRAME_LINE && page->frame[i].turn == NULL)
            add_line(&json, &page->frame[i]);
    json_close(&json, ']');
    json_open(&json, "boxes", '[');
    for (size_t i = 0; i < page->frames; i++)
        if (page->frame[i].kind != FRAME_LINE && page->frame[i].kind != FRAME_LEADER)
            add_figure(&json, &page->frame[i]);
    json_close(&json, ']');
    add_points(&json, "room", page->room);
    json_close(&json, '}');
}
