/*
 * Brackets are opened late, when it is known whether text or a drawing follows: many lines of text
 * share one text object.
 */
#include "pdf/contents.h"

#include <assert.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "pdf/contents_state.h"
#include "pdf/writer.h"
#include "picture/pictures.h"

enum { NO_FONT = -1, TURN_PLACES = 6 };

static const struct contents_look FRESH = {.font = NO_FONT};

/* ---- Numbers, colours ---- */

static int64_t x_of(int32_t x)
{
    return decimal_hundredths(x);
}

int64_t contents_y(const struct contents *contents, int32_t y)
{
    return contents->foot - decimal_hundredths(y);
}

void contents_number(struct contents *contents, int64_t number, int places)
{
    decimal_add(&contents->out, number, places);
    buffer_add_char(&contents->out, ' ');
}

/* A part of a colour, 0 … 255, as a fraction of one. */
static void write_part(struct contents *contents, uint32_t part)
{
    contents_number(contents, ((int64_t)(part & 0xFF) * 1000 + 127) / 255, 3);
}

/* Operators for a grey and for a colour. */
static void write_colour(struct contents *contents, uint32_t colour, const char *grey,
                         const char *mixed)
{
    bool is_grey =
        (colour >> 16 & 0xFF) == (colour & 0xFF) && (colour >> 8 & 0xFF) == (colour & 0xFF);
    if (!is_grey) {
        write_part(contents, colour >> 16);
        write_part(contents, colour >> 8);
    }
    write_part(contents, colour);
    buffer_printf(&contents->out, "%s\n", is_grey ? grey : mixed);
}

void contents_colour(struct contents *contents, uint32_t colour)
{
    if (contents->look.colour == colour)
        return;
    write_colour(contents, colour, "g", "rg");
    contents->look.colour = colour;
}

/* ---- Marked content and text objects ---- */

static void begin_text(struct contents *contents)
{
    buffer_add_string(&contents->out, "BT\n");
    contents->in_text = true;
    contents->line_x = contents->line_y = 0;
    contents->pen_x = INT64_MIN / 2;
}

static void end_text(struct contents *contents)
{
    if (contents->in_text)
        buffer_add_string(&contents->out, "ET\n");
    contents->in_text = false;
}

static void write_artifact(struct contents *contents)
{
    const struct tag_bracket *bracket = &contents->bracket;
    buffer_printf(&contents->out, "/Artifact<</Type/%s", bracket->artifact);
    if (bracket->subtype != NULL)
        buffer_printf(&contents->out, "/Subtype/%s", bracket->subtype);
    buffer_add_string(&contents->out, ">>BDC\n");
    if (bracket->actual_text == NULL)
        return;
    buffer_add_string(&contents->out, "/Span<</ActualText");
    writer_text(&contents->out, bracket->actual_text);
    buffer_add_string(&contents->out, ">>BDC\n");
}

static void write_bracket(struct contents *contents)
{
    const struct tag_bracket *bracket = &contents->bracket;
    contents->state = BRACKET_OPEN;
    if (bracket->kind == TAG_ARTIFACT) {
        write_artifact(contents);
        return;
    }
    buffer_printf(&contents->out, "/%s<</MCID %d", bracket->kind == TAG_DRAWING ? "Figure" : "Span",
                  contents->mcid++);
    if (bracket->language != NULL)
        buffer_printf(&contents->out, "/Lang(%s)", bracket->language);
    if (bracket->actual_text != NULL) {
        buffer_add_string(&contents->out, "/ActualText");
        writer_text(&contents->out, bracket->actual_text);
    }
    buffer_add_string(&contents->out, ">>BDC\n");
}

/* Fills the boxes that wait. */
static void flush_boxes(struct contents *contents);

void contents_enter_text(struct contents *contents)
{
    flush_boxes(contents);
    if (!contents->in_text)
        begin_text(contents);
    if (contents->state == BRACKET_WAITING) {
        contents->bracket_in_text = true;
        write_bracket(contents);
    }
}

/* Opens the bracket that waits, outside of text. */
static void enter_drawing(struct contents *contents)
{
    assert(contents->state != BRACKET_OPEN || !contents->bracket_in_text);
    end_text(contents);
    if (contents->state == BRACKET_WAITING) {
        contents->bracket_in_text = false;
        write_bracket(contents);
    }
}

static void open_bracket(struct canvas *canvas, const struct tag_bracket *bracket)
{
    struct contents *contents = (struct contents *)canvas;
    assert(contents->state == BRACKET_NONE);
    contents->state = BRACKET_WAITING;
    contents->bracket = *bracket;
}

/* A bracket that nothing was drawn in is written all the same: the structure counts on it. */
static void close_bracket(struct canvas *canvas)
{
    struct contents *contents = (struct contents *)canvas;
    flush_boxes(contents);
    if (contents->state == BRACKET_WAITING)
        enter_drawing(contents);
    if (!contents->bracket_in_text)
        end_text(contents);
    bool twice = contents->bracket.kind == TAG_ARTIFACT && contents->bracket.actual_text != NULL;
    buffer_add_string(&contents->out, twice ? "EMC EMC\n" : "EMC\n");
    contents->state = BRACKET_NONE;
}

/* ---- Boxes ---- */

/* Each is filled by itself: some viewers draw a path of one box crisp, and blur one of many. */
static void write_rectangle(struct contents *contents, const struct contents_rectangle *rectangle)
{
    contents_number(contents, rectangle->left, 0);
    contents_number(contents, rectangle->bottom, 0);
    contents_number(contents, rectangle->right - rectangle->left, 0);
    contents_number(contents, rectangle->top - rectangle->bottom, 0);
    buffer_add_string(&contents->out, "re f\n");
}

static void flush_boxes(struct contents *contents)
{
    if (contents->rectangles == 0)
        return;
    enter_drawing(contents);
    contents_colour(contents, contents->rectangle_colour);
    for (size_t i = 0; i < contents->rectangles; i++)
        write_rectangle(contents, &contents->rectangle[i]);
    contents->rectangles = 0;
}

/* Whether b continues a downwards or to the right; a then grows. */
static bool join(struct contents_rectangle *a, const struct contents_rectangle *b)
{
    if (a->left == b->left && a->right == b->right && b->top >= a->bottom && b->top <= a->top) {
        a->bottom = b->bottom < a->bottom ? b->bottom : a->bottom;
        return true;
    }
    if (a->top == b->top && a->bottom == b->bottom && b->left <= a->right && b->left >= a->left) {
        a->right = b->right > a->right ? b->right : a->right;
        return true;
    }
    return false;
}

static void fill_box(struct canvas *canvas, const struct canvas_box *box, uint32_t colour)
{
    struct contents *contents = (struct contents *)canvas;
    if (contents->rectangles > 0 && contents->rectangle_colour != colour)
        flush_boxes(contents);
    contents->rectangle_colour = colour;
    struct contents_rectangle rectangle = {x_of(box->x), contents_y(contents, box->y + box->height),
                                           x_of(box->x + box->width), contents_y(contents, box->y)};
    for (size_t i = 0; i < contents->rectangles; i++)
        if (join(&contents->rectangle[i], &rectangle))
            return;
    contents->rectangle = memory_room(contents->rectangle, contents->rectangles, &contents->room,
                                      sizeof *contents->rectangle);
    contents->rectangle[contents->rectangles++] = rectangle;
}

/* ---- Strokes ---- */

static void draw_stroke(struct canvas *canvas, const struct canvas_stroke *stroke)
{
    struct contents *contents = (struct contents *)canvas;
    flush_boxes(contents);
    enter_drawing(contents);
    buffer_add_string(&contents->out, "q\n");
    write_colour(contents, stroke->colour, "G", "RG");
    contents_number(contents, decimal_hundredths(stroke->width), 0);
    buffer_add_string(&contents->out, "w\n");
    if (stroke->dash > 0)
        buffer_printf(&contents->out, "[%d]0 d\n", (int)decimal_hundredths(stroke->dash));
    for (size_t i = 0; i < stroke->segments; i++) {
        const struct canvas_segment *segment = &stroke->segment[i];
        contents_number(contents, x_of(segment->x1), 0);
        contents_number(contents, contents_y(contents, segment->y1), 0);
        buffer_add_string(&contents->out, "m ");
        contents_number(contents, x_of(segment->x2), 0);
        contents_number(contents, contents_y(contents, segment->y2), 0);
        buffer_add_string(&contents->out, "l\n");
    }
    buffer_add_string(&contents->out, "S Q\n");
}

/* ---- Pictures ---- */

/* A picture is one unit wide and high, from its foot up, until it is turned and scaled. */
static void draw_picture(struct canvas *canvas, const struct picture *picture,
                         const struct canvas_box *box)
{
    struct contents *contents = (struct contents *)canvas;
    flush_boxes(contents);
    enter_drawing(contents);
    int64_t left = x_of(box->x), foot = contents_y(contents, box->y + box->height);
    int64_t across = x_of(box->x + box->width) - left;
    int64_t up = contents_y(contents, box->y) - foot;
    const struct image_turn *to = image_turn(picture->image);
    const int64_t matrix[] = {across * to->x_u,
                              -up * to->y_u,
                              -across * to->x_v,
                              up * to->y_v,
                              left + across * (to->x_0 + to->x_v),
                              foot + up * (1 - to->y_0 - to->y_v)};
    buffer_add_string(&contents->out, "q ");
    for (size_t i = 0; i < sizeof matrix / sizeof matrix[0]; i++)
        contents_number(contents, matrix[i], 0);
    buffer_printf(&contents->out, "cm /I%zu Do Q\n", picture->number);
}

/* ---- Turning ---- */

static int64_t square_root(int64_t number)
{
    int64_t root = 0;
    for (int64_t bit = (int64_t)1 << 31; bit > 0; bit >>= 1)
        if ((root | bit) * (root | bit) <= number)
            root |= bit;
    return root;
}

/* part / whole in millionths */
static int64_t millionths(int64_t part, int64_t whole)
{
    return part * 1000000 / whole;
}

static void turn(struct canvas *canvas, const struct frame_turn *turn)
{
    struct contents *contents = (struct contents *)canvas;
    flush_boxes(contents);
    enter_drawing(contents);
    int64_t length = square_root((int64_t)turn->dx * turn->dx + (int64_t)turn->dy * turn->dy);
    int64_t along = millionths(turn->dx, length), up = millionths(-(int64_t)turn->dy, length);
    contents->saved = contents->look;
    buffer_add_string(&contents->out, "q ");
    contents_number(contents, along, TURN_PLACES);
    contents_number(contents, up, TURN_PLACES);
    contents_number(contents, -up, TURN_PLACES);
    contents_number(contents, along, TURN_PLACES);
    contents_number(contents, x_of(turn->x), 0);
    contents_number(contents, contents_y(contents, turn->y), 0);
    buffer_add_string(&contents->out, "cm\n");
    contents->foot = 0;
}

static void turn_back(struct canvas *canvas)
{
    struct contents *contents = (struct contents *)canvas;
    flush_boxes(contents);
    enter_drawing(contents);
    buffer_add_string(&contents->out, "Q\n");
    contents->look = contents->saved;
    contents->foot = contents->page_foot;
}

/* ---- Pages ---- */

static const struct canvas_methods METHODS = {open_bracket, close_bracket, contents_show_text,
                                              fill_box,     draw_stroke,   draw_picture,
                                              turn,         turn_back};

struct contents *contents_new(struct typefaces *typefaces)
{
    struct contents *contents = memory_zeroed(1, sizeof *contents);
    contents->canvas.methods = &METHODS;
    contents->typefaces = typefaces;
    return contents;
}

void contents_free(struct contents *contents)
{
    if (contents == NULL)
        return;
    buffer_free(&contents->out);
    free(contents->rectangle);
    free(contents);
}

/* The first operator makes a hundredth of a point the unit. */
struct canvas *contents_start(struct contents *contents, int32_t height)
{
    assert(contents->state == BRACKET_NONE && !contents->in_text);
    contents->page_foot = contents->foot = decimal_hundredths(height);
    contents->look = FRESH;
    contents->mcid = 0;
    buffer_clear(&contents->out);
    buffer_add_string(&contents->out, ".01 0 0 .01 0 0 cm\n");
    return &contents->canvas;
}

const struct buffer *contents_page(struct contents *contents)
{
    assert(contents->state == BRACKET_NONE && contents->rectangles == 0);
    end_text(contents);
    return &contents->out;
}
