/*
 * One walk over the tags. What draws is not checked here, only what the library that draws it would
 * leave out without a message, or look up elsewhere.
 */
#include "image/svg.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "image/markup.h"
#include "image/svg_size.h"

struct walk {
    struct image *image;
    struct markup markup;
    int switches; /* open ones: what is first in them that can be shown is shown */
    bool has_root, in_style;
};

static bool is_any(const struct markup_part *part, const char *const *name)
{
    while (*name != NULL && !markup_is(part, *name))
        name++;
    return *name != NULL;
}

/* ---- Embedded images ---- */

static int digit_of(char c)
{
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = c != '\0' ? strchr(DIGITS, c) : NULL;
    return found != NULL ? (int)(found - DIGITS) : -1;
}

/* Base64 with white space in it, also as references (&#10;); false when there is anything else. */
static bool decode(struct markup_part text, unsigned char *out, size_t *length)
{
    uint32_t bits = 0;
    int count = 0;
    *length = 0;
    for (size_t i = 0; i < text.length && text.bytes[i] != '='; i++) {
        char c = text.bytes[i];
        if (markup_is_space(c))
            continue;
        if (c == '&') {
            while (i < text.length && text.bytes[i] != ';')
                i++;
            continue;
        }
        int digit = digit_of(c);
        if (digit < 0)
            return false;
        bits = bits << 6 | (uint32_t)digit;
        count += 6;
        if (count >= 8) {
            count -= 8;
            out[(*length)++] = (unsigned char)(bits >> count & 0xFF);
        }
    }
    return true;
}

static enum image_status judge_embedded(struct markup_part value)
{
    static const struct {
        const char *start;
        enum image_format format;
    } KINDS[] = {{"data:image/png;base64,", IMAGE_PNG},
                 {"data:image/jpeg;base64,", IMAGE_JPEG},
                 {"data:image/jpg;base64,", IMAGE_JPEG}};
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        if (!markup_begins(&value, KINDS[i].start))
            continue;
        size_t skip = strlen(KINDS[i].start), length = 0;
        struct markup_part text = {value.bytes + skip, value.length - skip};
        unsigned char *bytes = memory_grow(NULL, text.length + 1, 1);
        struct image inner = {0};
        bool good = decode(text, bytes, &length) &&
                    image_read(bytes, length, &inner) == IMAGE_FINE &&
                    inner.format == KINDS[i].format;
        free(bytes);
        return good ? IMAGE_FINE : IMAGE_EMBEDDED;
    }
    return IMAGE_EMBEDDED;
}

/* ---- References ---- */

/* Of an element that shows what it refers to. */
static enum image_status judge_reference(const struct markup_part *element,
                                         struct markup_part value)
{
    static const char *const SHOW[] = {
        "image",          "use",    "feImage",  "pattern", "linearGradient",
        "radialGradient", "filter", "textPath", "tref",    NULL};
    value = markup_trim(value);
    if (!is_any(element, SHOW) || value.length == 0 || value.bytes[0] == '#')
        return IMAGE_FINE;
    return markup_begins(&value, "data:") ? judge_embedded(value) : IMAGE_REFERS;
}

/* Whether every url(…) is of the drawing itself. */
static bool stays_inside(struct markup_part value)
{
    const char *found;
    while ((found = markup_find(&value, "url(")) != NULL) {
        value.length -= (size_t)(found + 4 - value.bytes);
        value.bytes = found + 4;
        struct markup_part inside = markup_trim(value);
        if (markup_begins(&inside, "&quot;"))
            inside.bytes += 5, inside.length -= 5;
        if (inside.length > 0 && strchr("\"';", inside.bytes[0]) != NULL)
            inside.bytes++, inside.length--;
        if (inside.length == 0 || inside.bytes[0] != '#')
            return false;
    }
    return true;
}

/* ---- Pieces ---- */

static enum image_status judge_attributes(const struct markup *markup)
{
    struct markup_part rest = markup->body, name, value;
    while (markup_attribute(&rest, &name, &value)) {
        enum image_status status = IMAGE_FINE;
        if (markup_is(&name, "href"))
            status = judge_reference(&markup->name, value);
        else if (markup_is(&name, "systemLanguage"))
            status = IMAGE_LANGUAGES;
        else if (!stays_inside(value))
            status = IMAGE_REFERS;
        if (status != IMAGE_FINE)
            return status;
    }
    return rest.length == 0 ? IMAGE_FINE : IMAGE_BROKEN;
}

static bool is_root(const struct markup *markup)
{
    struct markup_part rest = markup->body, name, value;
    while (markup_attribute(&rest, &name, &value))
        if (markup_is(&value, "http://www.w3.org/2000/svg"))
            return markup_is(&markup->name, "svg");
    return false;
}

static enum image_status take_root(struct walk *walk)
{
    if (!is_root(&walk->markup))
        return IMAGE_UNKNOWN;
    struct svg_size size = svg_size_of(walk->markup.body);
    walk->has_root = true;
    if (size.width <= 0 || size.height <= 0)
        return IMAGE_NO_SIZE;
    if (size.width > IMAGE_LONGEST * SVG_PIXEL || size.height > IMAGE_LONGEST * SVG_PIXEL)
        return IMAGE_TOO_LARGE;
    walk->image->width = (int32_t)size.width;
    walk->image->height = (int32_t)size.height;
    walk->image->longer = (int32_t)(size.longer > 0 ? size.longer : 1);
    return IMAGE_FINE;
}

static enum image_status judge_start(struct walk *walk)
{
    const struct markup *markup = &walk->markup;
    enum image_status status = walk->has_root ? IMAGE_FINE : take_root(walk);
    if (status == IMAGE_FINE)
        status = judge_attributes(markup);
    if (markup_is(&markup->name, "foreignObject") && walk->switches == 0)
        status = IMAGE_FOREIGN;
    if (!markup->is_empty && markup_is(&markup->name, "switch"))
        walk->switches++;
    walk->in_style = !markup->is_empty && markup_is(&markup->name, "style");
    return status;
}

/* Whether a style sheet stays inside. It may name fonts: the report's own are used anyway. */
static bool rules_stay_inside(struct markup_part sheet)
{
    while (sheet.length > 0) {
        const char *end = memchr(sheet.bytes, '}', sheet.length);
        struct markup_part rule = sheet;
        if (end != NULL)
            rule.length = (size_t)(end + 1 - sheet.bytes);
        if (markup_find(&rule, "@font-face") == NULL && !stays_inside(rule))
            return false;
        sheet.bytes += rule.length;
        sheet.length -= rule.length;
    }
    return true;
}

/* Whether styles come from another file, or show something of it. */
static bool has_outer_style(const struct walk *walk, enum markup_kind kind)
{
    const struct markup_part *body = &walk->markup.body;
    if (kind == MARKUP_INSTRUCTION)
        return markup_begins(body, "xml-stylesheet");
    return kind == MARKUP_TEXT && walk->in_style &&
           (markup_find(body, "@import") != NULL || !rules_stay_inside(*body));
}

static enum image_status judge(struct walk *walk, enum markup_kind kind)
{
    const struct markup *markup = &walk->markup;
    if (kind == MARKUP_BROKEN)
        return walk->has_root ? IMAGE_BROKEN : IMAGE_UNKNOWN;
    if (kind == MARKUP_START)
        return judge_start(walk);
    if (kind == MARKUP_DOCTYPE && markup_find(&markup->body, "<!ENTITY") != NULL)
        return IMAGE_ENTITIES;
    if (has_outer_style(walk, kind))
        return IMAGE_REFERS;
    if (kind == MARKUP_END) {
        walk->in_style = false;
        walk->switches -= walk->switches > 0 && markup_is(&markup->name, "switch");
    }
    return IMAGE_FINE;
}

static uint32_t line_of(const struct image *image, const char *at)
{
    uint32_t line = 1;
    for (const char *c = (const char *)image->bytes; c < at; c++)
        line += *c == '\n';
    return line;
}

enum image_status svg_read(struct image *image)
{
    struct walk walk = {.image = image, .markup = markup_open(image->bytes, image->length)};
    enum image_status status = IMAGE_FINE;
    enum markup_kind kind = MARKUP_TEXT;
    while (status == IMAGE_FINE && kind != MARKUP_OVER) {
        kind = markup_next(&walk.markup);
        status = judge(&walk, kind);
    }
    image->format = IMAGE_SVG;
    image->fault_line = line_of(image, walk.markup.start);
    if (status == IMAGE_FINE && !walk.has_root)
        return IMAGE_UNKNOWN;
    return status;
}
