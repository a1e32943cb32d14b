/*
 * fields.h - the values of an edition that may be changed, and as what.
 *
 * Purpose: for editors: every value that the tables of the loader know (yaml/record.h), with its kind, its
 *          limits and what is typed there now. So a new key of a file is editable without another word.
 * Units:   limits of scores in hundredths.
 * Memory:  fields belong to the arena given and point into the edition.
 */
#ifndef ITAREPORT_EDIT_FIELDS_H
#define ITAREPORT_EDIT_FIELDS_H

#include "edition/edition.h"

enum edit_kind {
    EDIT_SCORE,  /* two decimals at most */
    EDIT_WHOLE,  /* a whole number */
    EDIT_DATE,   /* 1 ตุลาคม 2568 */
    EDIT_NAME,   /* words as they are typed */
    EDIT_LINE,   /* words with placeholders */
    EDIT_PROSE,  /* paragraphs, lists, tables */
    EDIT_CHOICE, /* one of some words */
    EDIT_ID,     /* for the program: an id, a path, an address */
    EDIT_KINDS
};

/* The name of a kind for other programs: "score". */
const char *edit_kind_name(enum edit_kind kind);

/* What a value of the edition's four files is, by the loader's tables; false where they do not know it. */
bool edit_kind_of(const struct node *node, enum edit_kind *kind);

struct edit_field {
    const char *path; /* measures.issues.2.name, as acknowledgements have it */
    const struct node *node;
    enum edit_kind kind;
    int64_t low, high;         /* numbers; no limits when equal */
    const char *const *choice; /* EDIT_CHOICE: NULL-terminated */
    const char *about;         /* one English line */
    bool is_required;
    const struct node *list; /* that it, or the entry it is in, may be moved in; or NULL */
    size_t index;            /* of the entry in that list */
};

struct edit_fields {
    struct edit_field *field;
    size_t count, room;
};

/* All of an edition's files, in their order. */
struct edit_fields edit_fields(struct arena *arena, const struct edition *edition);

/* The one of a value, or NULL. */
const struct edit_field *edit_field_of(const struct edit_fields *fields, const struct node *node);

/* What a path leads to, with the tree that it is in; NULL when there is no such value. */
const struct node *edit_find(const struct edition *edition, const char *path,
                             const struct node **tree);

#endif
