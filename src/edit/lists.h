/*
 * lists.h - the lists of an edition that something may be added to, and what an entry of each must have.
 *
 * Purpose: for editors: every list of words and of entries that the tables of the loader know (yaml/record.h), also those
 *          that are empty or not written yet. A new entry has the keys that its table says it must have, and lists
 *          of words: its first words are given, others are marked as still to be written (<<…>>), days are those of the
 *          year that is planned, numbers and ids the first that are not taken.
 * Memory:  everything belongs to the arena given and points into the edition.
 */
#ifndef ITAREPORT_EDIT_LISTS_H
#define ITAREPORT_EDIT_LISTS_H

#include "edit/change.h"
#include "edition/edition.h"

enum { EDIT_LIST_KEYS = 8 }; /* inside each other */

struct edit_list {
    const char *path;          /* measures.issues.2.measures, as fields have it */
    const struct field *field; /* its row */
    const struct node *tree;
    const struct node *node;         /* what is written for it; NULL: nothing */
    const struct node *map;          /* the nearest map around it that is written */
    const char *key[EDIT_LIST_KEYS]; /* from that map to it */
    size_t keys;
    size_t count;       /* entries that it has */
    const char *owner;  /* words that tell the entry that it is in, or "" */
    const char **about; /* questions that a new entry may be about, NULL-terminated; or NULL */
};

struct edit_lists {
    struct edit_list *list;
    size_t count, room;
};

struct edit_lists edit_lists(struct arena *arena, const struct edition *edition);

/* The one of a path, or NULL. */
const struct edit_list *edit_list_of(const struct edit_lists *lists, const char *path);

struct edit_new {
    const char *text;  /* its first words; "" marks them, too */
    const char *about; /* a question; NULL: the first that is not taken */
};

/* A new entry as a tree of its own, that is in no file. */
const struct node *edit_draft(struct arena *arena, const struct edition *edition,
                              const struct edit_list *list, const struct edit_new *new);

/* Puts it before entry `at`, or at the end. */
bool edit_list_add(struct arena *arena, const struct edition *edition, const struct edit_list *list,
                   size_t at, const struct edit_new *new, struct diag *diag,
                   struct edit_change *out);

#endif
