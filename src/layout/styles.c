/*
 * Styles and their inheritance. A style is read onto a copy of its base, so a key that is not
 * given keeps the base's value; several definitions of one name (a layout that includes another
 * and changes a style) are read onto each other in order.
 */
#include <string.h>

#include "base/nearest.h"
#include "layout/layout_read.h"
#include "layout/layout_rows.h"

struct style_input {
    struct text base;
    struct text item;
    struct texts fonts;
    struct style style;
    int align;
    bool in_contents;
    struct whole lines_at_foot;
    struct whole lines_at_head;
    struct whole raised_size;
    struct whole raised_by;
    bool broken; /* its base or a value could not be used, so what it lacks is not reported */
};

static const char *const aligns[] = {"left", "centre", "right", "justify", NULL};

#define FIELD(name, type, member, line) LAYOUT_ROW(style_input, name, type, member, line)

#define BETWEEN(name, type, member, least, most, line) \
    LAYOUT_BETWEEN(style_input, name, type, member, least, most, line)
#define PERCENT(name, member, line) BETWEEN(name, FIELD_WHOLE, member, 10, 100, line)

static const struct field style_fields[] = {
    FIELD("base", FIELD_LITERAL, base, "the style this one starts from"),
    FIELD("item", FIELD_LITERAL, item, "the style of list items among blocks of this style"),
    FIELD("fonts", FIELD_LITERALS, fonts, "font families, the first one found wins"),
    BETWEEN("size", FIELD_LENGTH, style.size, 2 * PT, 500 * PT, "font size"),
    BETWEEN("pitch", FIELD_LENGTH, style.pitch, 2 * PT, 1000 * PT, "distance between baselines"),
    FIELD("bold", FIELD_BOOL, style.bold, "bold letters"),
    FIELD("italic", FIELD_BOOL, style.italic, "italic letters"),
    FIELD("colour", FIELD_COLOUR, style.colour, "colour of the letters"),
    {.key = "align",
     .kind = FIELD_CHOICE,
     RECORD_AT(style_input, align),
     .names = aligns,
     .about = "left, centre, right or justify"},
    BETWEEN("first_indent", FIELD_LENGTH, style.indent_first, -LAYOUT_LONGEST, LAYOUT_LONGEST,
            "of the first line, added to left_indent; negative to hang"),
    LAYOUT_LENGTH(style_input, "left_indent", style.indent_left, "of all lines"),
    LAYOUT_LENGTH(style_input, "right_indent", style.indent_right, "of all lines"),
    LAYOUT_LENGTH(style_input, "space_before", style.space_before, "vanishes at the top of a page"),
    LAYOUT_LENGTH(style_input, "space_after", style.space_after, "room below"),
    FIELD("keep_with_next", FIELD_BOOL, style.keep_with_next, "never the last thing on a page"),
    FIELD("keep_together", FIELD_BOOL, style.keep_together, "never broken over pages"),
    BETWEEN("lines_at_foot", FIELD_WHOLE, lines_at_foot, 1, 100, "least lines before a page break"),
    BETWEEN("lines_at_head", FIELD_WHOLE, lines_at_head, 1, 100, "least lines after a page break"),
    PERCENT("raised_size", raised_size, "of superscripts, percent of the size"),
    PERCENT("raised_by", raised_by, "how high superscripts are, percent of the size"),
    FIELD("in_contents", FIELD_BOOL, in_contents, "headings: listed in the contents"),
};

#undef PERCENT
#undef BETWEEN
#undef FIELD

static const struct record style_record = LAYOUT_RECORD(style_input, "style", "สไตล์", style_fields);

enum state { UNTOUCHED, UNDERWAY, DONE };

struct resolver {
    const struct layout_reader *reader;
    const struct layout_entries *entries;
    struct style_input *input; /* as entries */
    enum state *state;
};

static const struct layout_entry *entry_find(const struct layout_entries *entries, const char *name)
{
    for (size_t i = 0; i < entries->count; i++) {
        if (strcmp(entries->item[i].name, name) == 0)
            return &entries->item[i];
    }
    return NULL;
}

static void report_unknown(const struct layout_reader *reader, const struct layout_entries *entries,
                           struct place place, const char *name)
{
    const char **names = ARENA_NEW(reader->layout->arena, const char *, entries->count);
    for (size_t i = 0; i < entries->count; i++)
        names[i] = entries->item[i].name;
    nearest_say(reader->records.diag, place, name,
                (struct nearest_messages){MESSAGE_LAYOUT_NO_STYLE_NEAR, MESSAGE_LAYOUT_NO_STYLE},
                names, entries->count);
}

/* The scalar under `base` of the last definition that has one. */
static const struct node *base_of(const struct layout_entry *entry)
{
    for (size_t i = entry->nodes; i-- > 0;) {
        if (entry->node[i]->kind != NODE_MAP)
            continue;
        const struct node *base = node_find(entry->node[i], "base");
        if (base != NULL && base->kind == NODE_SCALAR)
            return base;
    }
    return NULL;
}

static void style_resolve(struct resolver *resolver, size_t index);

/* Resolves the base first and starts from a copy of it. */
static void style_inherit(struct resolver *resolver, size_t index)
{
    const struct node *base = base_of(&resolver->entries->item[index]);
    if (base == NULL)
        return;
    const struct layout_entry *entry = entry_find(resolver->entries, base->text);
    if (entry == NULL) {
        report_unknown(resolver->reader, resolver->entries, base->place, base->text);
        resolver->input[index].broken = true;
        return;
    }
    size_t other = (size_t)(entry - resolver->entries->item);
    if (resolver->state[other] == UNDERWAY) {
        diag_say(resolver->reader->records.diag, MESSAGE_LAYOUT_STYLE_LOOP, base->place,
                 resolver->entries->item[index].name);
        resolver->input[index].broken = true;
        return;
    }
    style_resolve(resolver, other);
    resolver->input[index] = resolver->input[other];
}

static void style_resolve(struct resolver *resolver, size_t index)
{
    if (resolver->state[index] == DONE)
        return;
    resolver->state[index] = UNDERWAY;
    struct style_input *input = &resolver->input[index];
    input->in_contents = true;
    style_inherit(resolver, index);
    const struct layout_entry *entry = &resolver->entries->item[index];
    for (size_t i = 0; i < entry->nodes; i++) {
        if (!record_expect(&resolver->reader->records, entry->node[i], NODE_MAP, "style") ||
            !record_read(&resolver->reader->records, &style_record, entry->node[i], input))
            input->broken = true;
    }
    resolver->state[index] = DONE;
}

static const char *join_families(struct arena *arena, const struct texts *fonts)
{
    struct buffer out = {0};
    for (size_t i = 0; i < fonts->count; i++) {
        buffer_add_string(&out, i > 0 ? "," : "");
        buffer_add_string(&out, fonts->item[i].bytes);
    }
    const char *families = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return families;
}

/* What holds where the layout gives no number: two lines of a paragraph stay before a page break, and two after it;
 * superscripts are as most programs set them. */
enum { LINES = 2, RAISED_SIZE = 65, RAISED_BY = 40 };

static int32_t given_or(const struct whole *number, int32_t otherwise)
{
    return number->present ? (int32_t)number->value : otherwise;
}

static void style_make(const struct resolver *resolver, size_t index, struct layout_style *out)
{
    const struct style_input *input = &resolver->input[index];
    const struct layout_entry *entry = &resolver->entries->item[index];
    out->style = input->style;
    out->style.name = entry->name;
    out->style.families = join_families(resolver->reader->layout->arena, &input->fonts);
    out->style.align = (enum style_align)input->align;
    out->style.hide_from_contents = !input->in_contents;
    out->style.lines_at_foot = given_or(&input->lines_at_foot, LINES);
    out->style.lines_at_head = given_or(&input->lines_at_head, LINES);
    out->style.raised_size = given_or(&input->raised_size, RAISED_SIZE);
    out->style.raised_by = given_or(&input->raised_by, RAISED_BY);
    out->index = index;
    const char *missing = input->fonts.count == 0   ? "fonts"
                          : input->style.size <= 0  ? "size"
                          : input->style.pitch <= 0 ? "pitch"
                                                    : NULL;
    if (missing != NULL && !input->broken)
        diag_say(resolver->reader->records.diag, MESSAGE_LAYOUT_STYLE_BARE, entry->place,
                 entry->name, missing);
    if (missing == NULL)
        layout_check_style(resolver->reader, &out->style, entry->place);
}

void styles_read(const struct layout_reader *reader, const struct layout_entries *entries)
{
    struct layout *layout = reader->layout;
    size_t count = entries->count;
    struct resolver resolver = {reader, entries,
                                ARENA_NEW(layout->arena, struct style_input, count),
                                ARENA_NEW(layout->arena, enum state, count)};
    layout->style =
        ARENA_NEW(layout->arena, struct layout_style *, count + 1); /* and one for notes */
    layout->styles = count;
    for (size_t i = 0; i < count; i++) {
        style_resolve(&resolver, i);
        layout->style[i] = ARENA_NEW(layout->arena, struct layout_style, 1);
        style_make(&resolver, i, layout->style[i]);
    }
    for (size_t i = 0; i < count; i++) {
        const struct layout_style *item = styles_find(reader, &resolver.input[i].item);
        layout->style[i]->item = item != NULL ? item : layout->style[i];
    }
}

const struct layout_style *styles_named(const struct layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->styles; i++) {
        if (strcmp(layout->style[i]->style.name, name) == 0)
            return layout->style[i];
    }
    return NULL;
}

/* Somewhat smaller than the text, the number in front of it. */
const struct layout_style *styles_note(struct layout *layout)
{
    const struct layout_style *named = styles_named(layout, "note");
    if (named != NULL || layout->body_style == NULL)
        return named;
    struct layout_style *note = ARENA_NEW(layout->arena, struct layout_style, 1);
    struct style *style = &note->style;
    *style = layout->body_style->style;
    style->name = "note";
    style->size -= style->size / 8;
    style->pitch -= style->pitch / 8;
    style->indent_left = style->size;
    style->indent_first = -style->size;
    style->indent_right = style->space_before = style->space_after = 0;
    style->keep_with_next = style->keep_together = false;
    note->item = note;
    note->index = layout->styles;
    layout->style[layout->styles++] = note;
    return note;
}

const struct layout_style *styles_find(const struct layout_reader *reader, const struct text *name)
{
    const struct layout *layout = reader->layout;
    if (name->bytes == NULL)
        return NULL;
    const struct layout_style *found = styles_named(layout, name->bytes);
    if (found != NULL)
        return found;
    struct layout_entries entries = {ARENA_NEW(layout->arena, struct layout_entry, layout->styles),
                                     layout->styles, 0};
    for (size_t i = 0; i < layout->styles; i++)
        entries.item[i].name = layout->style[i]->style.name;
    report_unknown(reader, &entries, name->place, name->bytes);
    return NULL;
}
