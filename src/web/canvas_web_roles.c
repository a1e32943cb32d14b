/*
 * The structure of a page for a screen reader: groups with roles, in the order of painting. Elements that nobody needs
 * to hear of have none (sections, paragraphs, the parts of an item). A link is inside its text, so that a text stays one.
 */
#include "web/canvas_web.h"

#include <string.h>

#include "base/decimal.h"
#include "base/escape.h"

/* What an element is to a browser. */
struct role {
    const char *name; /* ISO 32000-1 */
    const char *aria; /* WAI-ARIA 1.2 */
    int level;        /* of a heading */
};

static const struct role ROLES[] = {
    {"H1", "heading", 1}, {"H2", "heading", 2},      {"H3", "heading", 3},  {"H4", "heading", 4},
    {"H5", "heading", 5}, {"H6", "heading", 6},      {"L", "list", 0},      {"LI", "listitem", 0},
    {"TOC", "list", 0},   {"TOCI", "listitem", 0},   {"Table", "table", 0}, {"TR", "row", 0},
    {"TD", "cell", 0},    {"Caption", "caption", 0}, {"Figure", "img", 0},  {"Note", "note", 0},
};

/* NULL for an element that is not told. */
static const struct role *role_of(const struct tag_element *element)
{
    static const struct role column = {"TH", "columnheader", 0}, row = {"TH", "rowheader", 0};
    if (strcmp(element->role, "TH") == 0)
        return element->scope != NULL && strcmp(element->scope, "Row") == 0 ? &row : &column;
    for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++)
        if (strcmp(ROLES[i].name, element->role) == 0)
            return &ROLES[i];
    return NULL;
}

static void add_span(struct buffer *out, const char *name, size_t count)
{
    if (count > 1)
        buffer_printf(out, " %s=\"%zu\"", name, count);
}

static void begin_group(struct canvas_web *web, int element)
{
    const struct tag_element *is = &web->element[element];
    const struct role *role = role_of(is);
    buffer_printf(web->out, "<g role=\"%s\"", role->aria);
    if (role->level > 0)
        buffer_printf(web->out, " aria-level=\"%d\"", role->level);
    add_span(web->out, "aria-rowspan", is->row_span);
    add_span(web->out, "aria-colspan", is->column_span);
    if (is->alt != NULL) {
        buffer_add_string(web->out, " aria-label=\"");
        escape_xml(web->out, is->alt);
        buffer_add_char(web->out, '"');
    }
    buffer_add_string(web->out, ">\n");
    web->group[web->groups++] = element;
}

void canvas_web_leave(struct canvas_web *web, size_t depth)
{
    if (web->groups > depth)
        canvas_web_close(web);
    for (; web->groups > depth; web->groups--)
        buffer_add_string(web->out, "</g>\n");
}

/* What an element is in. A picture is told by its words alone, so its caption is beside it. */
static int around(const struct canvas_web *web, int element)
{
    int parent = web->element[element].parent;
    bool is_caption = strcmp(web->element[element].role, "Caption") == 0;
    bool in_figure = parent > 0 && strcmp(web->element[parent].role, "Figure") == 0;
    return is_caption && in_figure ? web->element[parent].parent : parent;
}

/* The elements around one, and itself, that are told; the outermost first. */
static size_t groups_of(const struct canvas_web *web, int element, int *group)
{
    int inner[WEB_GROUPS];
    size_t count = 0;
    for (; element > 0 && count < WEB_GROUPS; element = around(web, element))
        if (role_of(&web->element[element]) != NULL)
            inner[count++] = element;
    for (size_t i = 0; i < count; i++)
        group[i] = inner[count - 1 - i];
    return count;
}

/* Ends the groups that an element is not in, and begins those that it is in. */
static void enter(struct canvas_web *web, int element)
{
    if (element == web->entered)
        return;
    web->entered = element;
    int group[WEB_GROUPS];
    size_t count = groups_of(web, element, group), same = 0;
    while (same < count && same < web->groups && group[same] == web->group[same])
        same++;
    canvas_web_leave(web, same);
    if (same < count)
        canvas_web_close(web);
    for (size_t i = same; i < count; i++)
        begin_group(web, group[i]);
}

void canvas_web_open(struct canvas *canvas, const struct tag_bracket *bracket)
{
    struct canvas_web *web = (struct canvas_web *)canvas;
    web->is_hidden = bracket->kind == TAG_ARTIFACT;
    web->is_english = bracket->language != NULL && strcmp(bracket->language, "en") == 0;
    web->link = bracket->link;
    web->link_element = bracket->element;
    if (!web->is_hidden)
        enter(web, bracket->element);
}

void canvas_web_end(struct canvas *canvas)
{
    struct canvas_web *web = (struct canvas_web *)canvas;
    web->is_hidden = web->is_english = false;
    web->link = NULL;
}

static void begin_link(struct canvas_web *web)
{
    const struct tag_link *link = web->link;
    web->linked = web->link_element;
    buffer_add_string(web->out, "<a href=\"");
    if (link->uri != NULL) {
        escape_xml(web->out, link->uri);
        buffer_add_string(web->out, "\" target=\"_blank\" rel=\"noopener noreferrer\">");
        return;
    }
    buffer_printf(web->out, "#page-%d\" data-y=\"", link->target_page + 1);
    decimal_add(web->out, decimal_hundredths(link->target_y), 2);
    buffer_add_string(web->out, "\">");
}

void canvas_web_follow_link(struct canvas_web *web)
{
    int wanted = web->link != NULL ? web->link_element : TAG_NONE;
    if (wanted == web->linked)
        return;
    canvas_web_end_link(web);
    if (wanted != TAG_NONE)
        begin_link(web);
}

void canvas_web_end_link(struct canvas_web *web)
{
    if (web->linked != TAG_NONE)
        buffer_add_string(web->out, "</a>");
    web->linked = TAG_NONE;
}
