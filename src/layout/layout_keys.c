/* One row a key: its type, where it goes, what it means (also for the messages). */
#include "layout/layout_keys.h"

#include "base/length.h"
#include "layout/layout_rows.h"

#define ROW(name, type, member, line) LAYOUT_ROW(block_input, name, type, member, line)
#define MAIN(name, type, member, line) LAYOUT_MUST(block_input, name, type, member, line)
#define CHOICE(name, member, list, line) LAYOUT_CHOICE(block_input, name, member, list, line)
#define SIZE(name, member, line)                                         \
    {                                                                    \
        .key = name, .kind = FIELD_LENGTH, .low = PT, .high = 2000 * PT, \
        RECORD_AT(block_input, member), .about = line                    \
    }
/* Of a figure's scale, in hundredths. */
enum { MOST_SCORE = 1000 * 1000 * 100 };
#define SCALE(name, member, least, line) \
    LAYOUT_BETWEEN(block_input, name, FIELD_DECIMAL, member, least, MOST_SCORE, line)
#define NAME ROW("name", FIELD_LITERAL, name, "what references call the block")
#define CONDITION \
    ROW("if", FIELD_EXPRESSION, condition, "leaves the block out when it does not hold")
#define STYLE ROW("style", FIELD_LITERAL, style, "the block's style")
#define WITH ROW("with", FIELD_NODE, with, "names for values, known inside")

static const struct field heading_fields[] = {
    MAIN("heading", FIELD_TEMPLATE, text, "the heading's text"),
    {.key = "level",
     .kind = FIELD_WHOLE,
     RECORD_AT(block_input, level),
     .low = 1,
     .high = LAYOUT_LEVELS,
     .about = "1, the highest, to 6"},
    ROW("number", FIELD_BOOL, number, "false: not numbered"),
    ROW("short", FIELD_TEMPLATE, title, "shorter words for the contents and the bookmarks"),
    NAME,
    STYLE,
    CONDITION,
};
static const struct field paragraph_fields[] = {
    MAIN("paragraph", FIELD_TEMPLATE, text, "the text"),
    ROW("link", FIELD_EXPRESSION, link, "the address that the text leads to, an expression"),
    STYLE,
    CONDITION,
};
static const struct field prose_fields[] = {
    MAIN("prose", FIELD_PROSE, text, "the name of a text, or Markdown"),
    STYLE,
    CONDITION,
};
static const struct field list_fields[] = {
    ROW("list", FIELD_NODE, node, "the items"),
    ROW("for", FIELD_EXPRESSION, loop, "an item for each of a list: name in list"),
    ROW("text", FIELD_TEMPLATE, item_text, "the item's text in a loop"),
    ROW("prose", FIELD_EXPRESSION, item_prose,
        "instead of it: the name of a text, read as Markdown"),
    ROW("marker", FIELD_WORDING, marker, "before each item; {n} is its number"),
    STYLE,
    CONDITION,
};
static const struct field table_fields[] = {
    MAIN("table", FIELD_LITERAL, text, "the name of a table shape"),
    ROW("caption", FIELD_TEMPLATE, caption, "a line above the table"),
    ROW("number", FIELD_BOOL, number, "false: the caption is not numbered"),
    NAME,
    WITH,
    STYLE,
    CONDITION,
};
static const struct field series_fields[] = {
    LAYOUT_MUST(series_input, "name", FIELD_TEMPLATE, name, "what the legend calls it"),
    LAYOUT_MUST(series_input, "value", FIELD_EXPRESSION, value,
                "its value, an expression; where it is not given, there is no bar"),
    LAYOUT_ROW(series_input, "colour", FIELD_COLOUR, colour, "of its bars: one dark, one light"),
};
static const struct record series_record =
    LAYOUT_RECORD(series_input, "series", "ชุดข้อมูล", series_fields);
static const char *const charts[] = {"bars", "lines", "columns", NULL}; /* enum doc_chart_kind */
static const struct field figure_fields[] = {
    {.key = "figure",
     .kind = FIELD_CHOICE,
     .required = true,
     RECORD_AT(block_input, choice),
     .names = charts,
     .about = "bars, lines (a trend over years) or columns"},
    MAIN("for", FIELD_EXPRESSION, loop, "a bar for each of a list: name in list"),
    MAIN("label", FIELD_TEMPLATE, label, "the bar's name"),
    ROW("value", FIELD_EXPRESSION, value, "the bar's value, an expression"),
    {.key = "series",
     .kind = FIELD_RECORDS,
     RECORD_LIST(block_input, series, series_count),
     .record = &series_record,
     .about = "instead of a value: values to compare, bar beside bar"},
    ROW("target", FIELD_EXPRESSION, target, "the line to reach, an expression"),
    ROW("target_label", FIELD_TEMPLATE, target_label, "the line's name"),
    ROW("alt", FIELD_TEMPLATE, alt, "what the figure shows, for those who hear it read"),
    ROW("fit", FIELD_BOOL, fit,
        "true: the scale fits the values; lines without low and high always do"),
    SCALE("low", low, -MOST_SCORE, "where the scale starts"),
    SCALE("high", high, -MOST_SCORE, "where it ends"),
    SCALE("step", step, 0, "between its marks"),
    LAYOUT_LENGTH(block_input, "height", height, "of the whole drawing; 0: from the bars"),
    LAYOUT_LENGTH(block_input, "bar_height", bar_height, "of one bar"),
    ROW("colour", FIELD_COLOUR, colour, "of a bar"),
    ROW("marked_colour", FIELD_COLOUR, marked_colour, "of a bar below the target"),
    ROW("target_colour", FIELD_COLOUR, target_colour, "of the target's line"),
    ROW("caption", FIELD_TEMPLATE, caption, "a line below the figure"),
    ROW("number", FIELD_BOOL, number, "false: the caption is not numbered"),
    NAME,
    STYLE,
    CONDITION,
};
static const struct field image_fields[] = {
    MAIN("image", FIELD_TEMPLATE, text,
         "a PNG, JPEG or SVG file, relative to the edition's folder"),
    ROW("alt", FIELD_TEMPLATE, alt, "what the image shows, for those who hear it read"),
    SIZE("width", width, "at most so wide"),
    SIZE("height", height, "at most so high"),
    ROW("caption", FIELD_TEMPLATE, caption, "a line below the image"),
    ROW("number", FIELD_BOOL, number, "false: the caption is not numbered"),
    NAME,
    STYLE,
    CONDITION,
};
static const char *const listed[] = {"headings", "tables", "figures", NULL};
static const struct field contents_level_fields[] = {
    LAYOUT_CHOICE(contents_input, "of", of, listed, "headings, tables or figures: what is listed"),
    {.key = "levels",
     .kind = FIELD_WHOLE,
     RECORD_AT(contents_input, levels),
     .low = 1,
     .high = LAYOUT_LEVELS,
     .about = "how many levels of headings are listed"},
};
static const struct record contents_record =
    LAYOUT_RECORD(contents_input, "contents", "สารบัญ", contents_level_fields);
static const struct field contents_fields[] = {
    {.key = "contents",
     .kind = FIELD_RECORD,
     RECORD_AT(block_input, contents),
     .record = &contents_record,
     .about = "the headings with their pages"},
    CONDITION,
};
static const struct field page_break_fields[] = {
    ROW("page_break", FIELD_NODE, node, "the next block starts a page"),
    CONDITION,
};
static const struct field space_fields[] = {
    LAYOUT_LENGTH(block_input, "space", height, "vertical room"),
    ROW("fixed", FIELD_BOOL, fixed, "true: stays at the top of a page"),
    CONDITION,
};
static const char *const orientations[] = {"portrait", "landscape", NULL};
static const struct field section_fields[] = {
    MAIN("section", FIELD_NODE, inner, "the blocks inside"),
    ROW("page_start", FIELD_BOOL, page_start, "true: begins a page"),
    CHOICE("orientation", orientation, orientations,
           "portrait or landscape: how the paper of its own pages lies"),
    ROW("keep", FIELD_BOOL, keep, "true: not broken when it fits a page"),
    ROW("keep_with_previous", FIELD_BOOL, keep_with_previous,
        "true: takes something of what is before it along to a new page"),
    STYLE,
    CONDITION,
};
static const struct field use_fields[] = {
    MAIN("use", FIELD_LITERAL, text, "the name of a section"),
    WITH,
    STYLE,
    CONDITION,
};
static const struct field for_fields[] = {
    MAIN("for", FIELD_EXPRESSION, loop, "name in list"),
    MAIN("do", FIELD_NODE, inner, "the blocks of every turn"),
    STYLE,
    CONDITION,
};
static const struct field if_fields[] = {
    MAIN("if", FIELD_EXPRESSION, condition, "what must hold"),
    MAIN("do", FIELD_NODE, inner, "the blocks when it holds"),
    ROW("else", FIELD_NODE, other, "the blocks when it does not"),
    STYLE,
};

#define RECORD(english, thai_name, rows) LAYOUT_RECORD(block_input, english, thai_name, rows)

const struct record layout_keys[LAYOUT_KINDS] = {
    RECORD("heading", "หัวข้อ", heading_fields),
    RECORD("paragraph", "ย่อหน้า", paragraph_fields),
    RECORD("prose", "ข้อความ", prose_fields),
    RECORD("list", "รายการ", list_fields),
    RECORD("table", "ตาราง", table_fields),
    RECORD("figure", "แผนภูมิ", figure_fields),
    RECORD("image", "รูปภาพ", image_fields),
    RECORD("contents", "สารบัญ", contents_fields),
    RECORD("page_break", "ขึ้นหน้าใหม่", page_break_fields),
    RECORD("space", "ที่ว่าง", space_fields),
    RECORD("section", "ส่วน", section_fields),
    RECORD("use", "การเรียกใช้ส่วน", use_fields),
    RECORD("for", "การวนซ้ำ", for_fields),
    RECORD("if", "เงื่อนไข", if_fields),
};
