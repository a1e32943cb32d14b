/*
 * value.h - what an expression of a layout or a prose can name: texts, numbers, days, lists, maps.
 *
 * Purpose: facts.c turns the edition and the figures into one such tree; expr.c walks it.
 * Units:   ratios are plain numbers (a score of 98.22 is 98.22); years in the Buddhist era.
 * Memory:  values belong to the arena given; they may point at each other in circles (an indicator
 *          knows its instrument).
 */
#ifndef ITAREPORT_FORMULA_VALUE_H
#define ITAREPORT_FORMULA_VALUE_H

#include "base/arena.h"
#include "base/ratio.h"
#include "yaml/record.h"

enum value_kind {
    VALUE_NONE,    /* known, but not given */
    VALUE_AWAITED, /* a figure of a draft whose scores are not typed yet; so is whatever is in it */
    VALUE_BOOL,
    VALUE_TEXT,
    VALUE_WHOLE,
    VALUE_RATIO,
    VALUE_DATE,
    VALUE_LIST,
    VALUE_MAP
};

enum value_form {
    VALUE_PLAIN,    /* printed as it is */
    VALUE_LABEL,    /* its digits follow the document's: i2 is printed i๒ */
    VALUE_TEMPLATE, /* may hold placeholders */
    VALUE_PROSE     /* Markdown with placeholders */
};

struct value;
struct trail;

/* Where a value that is printed comes from. Values of texts say it themselves, unless they have one. */
struct value_origin {
    struct place place; /* of the value in a file; nowhere: the program made it */
    const char *figure; /* its name among the figures, such as indicator.7.score; or NULL */
};

struct value_entry {
    const char *key;
    const struct value *value;
};

struct value {
    enum value_kind kind;
    enum value_form form;      /* text */
    const struct value *owner; /* text: what `this` means in its placeholders, or NULL */
    const struct value *facts; /* text: what else they can name; NULL: the document's facts */
    const struct value_origin *origin; /* or NULL */
    const struct trail *trail;         /* text that was put together: of its pieces; or NULL */
    union {
        bool truth;
        int64_t whole;
        struct ratio ratio;
        struct date date;
        struct text text;
        struct {
            const struct value **item;
            size_t count;
            size_t room;
        } list;
        struct {
            struct value_entry *entry;
            size_t count;
            size_t room;
        } map;
    };
};

/* The value that is known but not given. */
const struct value *value_none(void);

struct value *value_bool(struct arena *arena, bool truth);
struct value *value_whole(struct arena *arena, int64_t number);
struct value *value_ratio(struct arena *arena, struct ratio number);

/* A figure of the report by its name, which is kept; announced: where it was, or nowhere. */
const struct value *value_figure(struct arena *arena, struct ratio number, const char *name,
                                 struct place announced);

/* A figure, by its name, that cannot be known yet. It is neither less nor more than anything, nor the same. */
const struct value *value_awaited(struct arena *arena, const char *name);

/* The same value with a figure's name. */
const struct value *value_named(struct arena *arena, const struct value *value, const char *name);

/* Where a value comes from: nowhere when that is not known. */
struct value_origin value_origin_of(const struct value *value);
struct value *value_string(struct arena *arena, const char *bytes, size_t length);
struct value *value_list(struct arena *arena);
struct value *value_map(struct arena *arena);

/* What the placeholders of a text see; either may be NULL. */
struct value_sight {
    const struct value *owner, *facts; /* as in struct value */
};

/* From what the readers of YAML give; value_none() when it was not given. Whether a text may hold placeholders or
 * Markdown, it says itself (struct text). */
const struct value *value_of_text(struct arena *arena, const struct text *text,
                                  struct value_sight sight);
const struct value *value_of_texts(struct arena *arena, const struct texts *texts,
                                   struct value_sight sight);
const struct value *value_of_label(struct arena *arena, const struct text *text);
const struct value *value_of_whole(struct arena *arena, struct whole whole);
const struct value *value_of_decimal(struct arena *arena, struct decimal decimal);
const struct value *value_of_day(struct arena *arena, struct day day);

void value_add(struct arena *arena, struct value *list, const struct value *item);

/* Sets a key of a map; a later value of the same key replaces the earlier one. */
void value_put(struct arena *arena, struct value *map, const char *key, const struct value *value);

/* A new map with the same entries. */
struct value *value_copy(struct arena *arena, const struct value *map);

/* The value of a key, or NULL when the map has no such key. */
const struct value *value_find(const struct value *map, const char *key, size_t length);

/* What a condition takes it for: not given, false, zero, "" and empty lists are false. */
bool value_truth(const struct value *value);

bool value_is_number(const struct value *value);
struct ratio value_number(const struct value *value); /* of a number */

#endif
