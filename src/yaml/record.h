/*
 * record.h - YAML maps into C structs, by table.
 *
 * Purpose: one table row per key says its type, where it goes, whether it is required, and what it
 *          means.  The loaders, the messages about unknown, missing and wrong keys, and the JSON
 *          Schema all come from these tables.
 * Units:   decimals in hundredths; lengths in 1/1024 pt.
 * Memory:  everything read belongs to the reader's arena.
 * Errors:  reported at their place; reading goes on, so that one run reports them all.  An optional
 *          key without a value (`key:`) is as good as absent; so is one whose text is blank, with a
 *          warning, unless the reader allows blank texts.
 */
#ifndef ITAREPORT_YAML_RECORD_H
#define ITAREPORT_YAML_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "yaml/node.h"

/* What a text may hold besides its letters. */
enum text_form {
    TEXT_LITERAL,    /* nothing: an id, a path, an address; placeholders are refused */
    TEXT_EXPRESSION, /* what else is between the braces of a placeholder: a path, a condition */
    TEXT_WORDING,    /* nothing either, but it is words for people: a name */
    TEXT_TEMPLATE,   /* placeholders */
    TEXT_PROSE       /* Markdown and placeholders */
};

/* Values that remember their place. present is false when an optional key is not given. */
struct text {
    const char *bytes; /* NUL-terminated; NULL when not given */
    size_t length;
    const struct node *node; /* for places inside the text */
    struct place place;
    enum text_form form;
};

struct decimal {
    bool present;
    int64_t hundredths;
    struct place place;
};

struct whole {
    bool present;
    int64_t value;
    struct place place;
};

struct day {
    bool present;
    struct date date;
    struct place place;
};

struct texts {
    struct text *item;
    size_t count;
};

enum field_kind {
    /* struct text, by what it may hold; there is no kind for texts of which that is not said */
    FIELD_LITERAL,
    FIELD_EXPRESSION,
    FIELD_WORDING,
    FIELD_TEMPLATE,
    FIELD_PROSE,
    /* struct texts: a list of scalars, or one scalar */
    FIELD_LITERALS,
    FIELD_WORDINGS,
    FIELD_TEMPLATES,
    FIELD_PROSES,
    FIELD_WHOLE,   /* struct whole, between low and high; Thai or Western digits */
    FIELD_DECIMAL, /* struct decimal, between low and high (hundredths), at most two decimals */
    FIELD_DATE,    /* struct day */
    FIELD_BOOL,    /* bool: true/false/yes/no/on/off */
    FIELD_CHOICE,  /* int: index in names */
    FIELD_LENGTH,  /* int32_t: 16, 16pt, 2.5cm, 5mm (a bare number is pt), between low and high */
    FIELD_COLOUR,  /* uint32_t: "#rrggbb" */
    FIELD_RECORD,  /* the struct itself, inline; `present` flag not kept: see record.place */
    FIELD_RECORDS, /* a list of structs: a pointer at offset, a size_t count at count_offset */
    FIELD_NODE     /* const struct node *: read by the module itself (maps keyed by ids) */
};

struct record;

struct field {
    const char *key;
    enum field_kind kind;
    bool required;
    size_t offset;
    size_t count_offset;         /* FIELD_RECORDS */
    const struct record *record; /* FIELD_RECORD, FIELD_RECORDS; FIELD_NODE: its schema */
    const char *const
        *names;        /* FIELD_CHOICE; FIELD_LITERAL, if it is one of some; NULL-terminated */
    int64_t low, high; /* FIELD_WHOLE, FIELD_DECIMAL, FIELD_LENGTH; no limits when equal */
    bool is_year;      /* FIELD_WHOLE: of the Buddhist era; one of another era is told as such */
    const char *about; /* one English line: documentation and schema */
    const char *shape; /* FIELD_NODE: its JSON Schema, see record_schema.h; NULL: anything */
};

struct record {
    const char *name; /* what the map is, for messages: "question" */
    const char *thai; /* the same in Thai: "ข้อคำถาม" */
    size_t size;
    const struct field *fields;
    size_t count;
    /* The offset of a struct place in the struct, which keeps the map's place; SIZE_MAX: not kept. */
    size_t place_offset;
};

/* For rows of these tables: a member's place, a list's with its count, and a table with its rows. */
#define RECORD_AT(type, member) .offset = offsetof(struct type, member)
#define RECORD_LIST(type, member, number) \
    .offset = offsetof(struct type, member), .count_offset = offsetof(struct type, number)
#define RECORD_FIELDS(array) .fields = (array), .count = sizeof(array) / sizeof((array)[0])

/* The words that a reader has met, in the order of reading; all but expressions and what is for the program. */
struct record_words {
    struct texts texts;
    size_t room;
};

/* The records of whole files, for keys that are in the wrong one. */
struct record_file {
    const char *name; /* results.yaml; NULL ends a list */
    const struct record *record;
};

struct record_reader {
    struct arena *arena;
    struct diag *diag;
    const char *document;            /* tells what the files hold, for hints: docs/input.md */
    bool allows_blank;               /* a text may be empty, or hold nothing to see */
    const struct record_file *files; /* all that belong together, or NULL */
    struct record_words *words;      /* where they are noted, or NULL */
};

/*
 * Fills *out (zeroed by the caller, who may set defaults first) from a map. A key that is not in
 * the table is reported with the nearest known name. Returns false when anything was reported.
 */
bool record_read(const struct record_reader *reader, const struct record *record,
                 const struct node *node, void *out);

/* Single values, for modules that read FIELD_NODE maps themselves; false after reporting. */
bool record_decimal(const struct record_reader *reader, const struct node *node, int64_t low,
                    int64_t high, struct decimal *out);
bool record_whole(const struct record_reader *reader, const struct node *node, int64_t low,
                  int64_t high, struct whole *out);
bool record_length(const struct record_reader *reader, const struct node *node, int32_t *out);

/*
 * A text, or a list of texts. Words for people (all but TEXT_LITERAL and TEXT_EXPRESSION) must be as they
 * were typed: a comment that cuts one is reported, and a colon, a sign or a comma that makes something
 * else of it. A remark after words is a warning.
 */
bool record_text(const struct record_reader *reader, const struct node *node, enum text_form form,
                 struct text *out);
bool record_texts(const struct record_reader *reader, const struct node *node, enum text_form form,
                  struct texts *out);

/* For words that may be left out and say nothing: false when a hashtag was taken for a comment, after
 * reporting it. */
bool record_no_text(const struct record_reader *reader, const struct node *node);

bool record_day(const struct record_reader *reader, const struct node *node, struct day *out);
bool record_flag(const struct record_reader *reader, const struct node *node, bool *out);
extern const char *const record_languages[]; /* of a report */
bool record_choice(const struct record_reader *reader, const struct node *node,
                   const char *const *names, int *out);
bool record_colour(const struct record_reader *reader, const struct node *node, uint32_t *out);

/* Whether a value says nothing: none at all, or a text with nothing to see. */
bool record_is_blank(const struct node *node);

/* True when the node is a map; otherwise reports what was expected and returns false. */
bool record_expect(const struct record_reader *reader, const struct node *node, enum node_kind kind,
                   const char *what);

/* Reports that an id that may be used once is used again. */
void record_say_twice(const struct record_reader *reader, const char *id, struct place again,
                      struct place first);

#endif
