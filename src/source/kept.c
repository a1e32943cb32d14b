/* A list of things, each with the sources that it was made from, the latest borrowed first; there are few, so it is
 * searched. */
#include "source/kept.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum {
    MOST_KEPT = 16
}; /* that nobody borrows: a run over thousands of layouts or schemes keeps no more of them */

struct kept_loan {
    struct kept_loan *next;
    struct kept *kept;
    char *path;
    void *thing;
    struct sources *sources;
    size_t borrowers;
    bool is_latest; /* of its path: it may be lent again */
};

struct kept {
    const struct kept_kind *kind;
    struct kept_loan *first;
};

struct kept *kept_new(const struct kept_kind *kind)
{
    struct kept *kept = memory_zeroed(1, sizeof *kept);
    kept->kind = kind;
    return kept;
}

static void drop(struct kept_loan *loan)
{
    struct kept_loan **link = &loan->kept->first;
    while (*link != loan)
        link = &(*link)->next;
    *link = loan->next;
    if (loan->thing != NULL)
        loan->kept->kind->free(loan->thing);
    sources_free(loan->sources);
    free(loan->path);
    free(loan);
}

void kept_free(struct kept *kept)
{
    if (kept == NULL)
        return;
    while (kept->first != NULL) {
        assert(kept->first->borrowers == 0);
        drop(kept->first);
    }
    free(kept);
}

static void drop_unused(struct kept_loan *loan)
{
    if (loan->borrowers == 0 && !loan->is_latest)
        drop(loan);
}

/* The latest borrowed comes first. */
static void put_first(struct kept_loan *loan)
{
    struct kept *kept = loan->kept;
    struct kept_loan *before = kept->first;
    if (before == loan)
        return;
    while (before->next != loan)
        before = before->next;
    before->next = loan->next;
    loan->next = kept->first;
    kept->first = loan;
}

/* Those that were borrowed longest ago, of more than are kept. */
static void drop_old(struct kept *kept)
{
    size_t idle = 0;
    for (struct kept_loan *loan = kept->first, *next; loan != NULL; loan = next) {
        next = loan->next;
        idle += loan->borrowers == 0;
        if (loan->borrowers == 0 && idle > MOST_KEPT)
            drop(loan);
    }
}

/* The latest thing of a path if its files are the same; they then count as read. */
static struct kept_loan *find(const struct kept *kept, const char *path, struct sources *sources)
{
    struct kept_loan *loan = kept->first;
    while (loan != NULL && !(loan->is_latest && strcmp(loan->path, path) == 0))
        loan = loan->next;
    if (loan == NULL || sources_adopt(sources, loan->sources))
        return loan;
    loan->is_latest = false;
    drop_unused(loan);
    return NULL;
}

static struct kept_loan *make(struct kept *kept, const char *path, struct place from,
                              struct sources *sources, struct diag *diag)
{
    struct kept_loan *loan = memory_zeroed(1, sizeof *loan);
    *loan = (struct kept_loan){.kept = kept, .sources = sources_new_beside(sources)};
    loan->path = memory_string(path);
    loan->next = kept->first;
    kept->first = loan;
    size_t before = diag_mark(diag);
    loan->thing = kept->kind->make(path, from, loan->sources, diag);
    loan->is_latest = loan->thing != NULL && diag_mark(diag) == before;
    sources_include(sources, loan->sources);
    return loan;
}

struct kept_loan *kept_borrow(struct kept *kept, const char *path, struct place from,
                              struct sources *sources, struct diag *diag)
{
    struct kept_loan *loan = find(kept, path, sources);
    if (loan == NULL)
        loan = make(kept, path, from, sources, diag);
    put_first(loan);
    loan->borrowers++;
    drop_old(kept);
    return loan;
}

const void *kept_thing(const struct kept_loan *loan)
{
    return loan->thing;
}

void kept_return(struct kept_loan *loan)
{
    if (loan == NULL)
        return;
    assert(loan->borrowers > 0);
    loan->borrowers--;
    drop_unused(loan);
}
