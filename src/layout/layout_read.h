/*
 * layout_read.h - what the files that read a layout share: layout.c, styles.c, layout_blocks.c,
 * layout_tables.c.
 */
#ifndef ITAREPORT_LAYOUT_LAYOUT_READ_H
#define ITAREPORT_LAYOUT_LAYOUT_READ_H

#include "layout/layout.h"

struct layout_reader {
    struct layout *layout;
    struct record_reader records;
    struct sources *sources; /* all files are read through */
};

/* Definitions of one name in several files, the included ones first. */
struct layout_entry {
    const char *name;
    struct place place;
    const struct node **node;
    size_t nodes;
};

struct layout_entries {
    struct layout_entry *item;
    size_t count;
    size_t room;
};

/* Makes layout.style from all definitions; a later definition of a style adds to the earlier. */
void styles_read(const struct layout_reader *reader, const struct layout_entries *entries);

/* The style of a name, or NULL after reporting; NULL without a report when no name is given. */
const struct layout_style *styles_find(const struct layout_reader *reader, const struct text *name);

/* The same by a name of the program's own, not reported. */
const struct layout_style *styles_named(const struct layout *layout, const char *name);

/* The style `note`, made from that of the body where the layout has none. Once, after styles_read. */
const struct layout_style *styles_note(struct layout *layout);

/* The blocks of a list of maps; a missing node gives none. */
struct block_list blocks_read(const struct layout_reader *reader, const struct node *node);

/* One block of kind paragraph or prose: the content of a cell. */
struct block_list blocks_paragraph(const struct layout_reader *reader, const struct text *text);
struct block_list blocks_prose(const struct layout_reader *reader, const struct text *text);

/* Whether a table is no table but says how tables in prose look. */
bool tables_is_prose(const struct layout_table *table);

/* Fills the shape of a table, whose name and node are known. */
void tables_read(const struct layout_reader *reader, struct layout_table *table);

/* Reports margins that leave no room on the paper, at the place where they are given. */
void layout_check_margins(const struct layout_reader *reader, struct place place);

/* Reports a style whose lines cannot be set: indents as wide as the text, lines over each other. */
void layout_check_style(const struct layout_reader *reader, const struct style *style,
                        struct place place);

/* Reports a scale without a length or with too many marks. */
void layout_check_scale(const struct layout_reader *reader, const struct layout_chart *chart,
                        struct place place);

/* Whether there are no more than a limit; reports it otherwise. */
bool layout_check_count(const struct layout_reader *reader, size_t count, int limit,
                        enum diag_code code, struct place place);

/* Parsed parts of a map; NULL (or no loop) when not given or after reporting. */
const struct template *layout_template(const struct layout_reader *reader, const struct text *text);
const struct expr *layout_expr(const struct layout_reader *reader, const struct text *text);
struct layout_loop layout_loop_read(const struct layout_reader *reader, const struct text *text);

#endif
