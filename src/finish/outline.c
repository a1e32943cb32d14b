/*
 * Parents are found by walking back over the list. An entry is closed, so its /Count is minus the
 * number of its direct children: closed children show none of theirs.
 */
#include "finish/outline.h"

enum { ROOT = -1 };

struct branch {
    qpdf_oh object;
    int last;
    int children;
};

/* The nearest earlier entry of a lower level. */
static int parent_of(const struct finish_job *job, int index)
{
    int at = index - 1;
    while (at >= 0 && job->outline[at].level >= job->outline[index].level)
        at--;
    return at >= 0 ? at : ROOT;
}

static void attach(struct pass *pass, struct branch *branch, struct branch *parent, int index)
{
    struct branch *own = &branch[index];
    pdf_refer(pass, own->object, "/Parent", parent->object);
    if (parent->children++ == 0) {
        pdf_refer(pass, parent->object, "/First", own->object);
    } else {
        pdf_refer(pass, own->object, "/Prev", branch[parent->last].object);
        pdf_refer(pass, branch[parent->last].object, "/Next", own->object);
    }
    parent->last = index;
}

static void finish_branch(struct pass *pass, const struct branch *own, const struct branch *branch,
                          int sign)
{
    if (own->children == 0)
        return;
    pdf_refer(pass, own->object, "/Last", branch[own->last].object);
    pdf_set_integer(pass, own->object, "/Count", sign * own->children);
}

void outline_write(struct pass *pass)
{
    const struct finish_job *job = pass->job;
    if (job->outlines == 0)
        return;
    struct branch root = {.object = pdf_indirect_dictionary(pass)};
    struct branch *branch = ARENA_NEW(pass->arena, struct branch, job->outlines);
    pdf_set_name(pass, root.object, "/Type", "/Outlines");
    for (int i = 0; i < (int)job->outlines; i++) {
        const struct finish_outline *entry = &job->outline[i];
        branch[i].object = pdf_indirect_dictionary(pass);
        pdf_set_text(pass, branch[i].object, "/Title", entry->title);
        pdf_set(pass, branch[i].object, "/Dest", pdf_destination(pass, entry->page, entry->y));
        int parent = parent_of(job, i);
        attach(pass, branch, parent == ROOT ? &root : &branch[parent], i);
    }
    for (size_t i = 0; i < job->outlines; i++)
        finish_branch(pass, &branch[i], branch, -1);
    finish_branch(pass, &root, branch, 1);
    qpdf_oh catalog = qpdf_get_root(pass->pdf);
    pdf_set(pass, catalog, "/Outlines", root.object);
    pdf_set_name(pass, catalog, "/PageMode", "/UseOutlines");
    qpdf_oh_release(pass->pdf, catalog);
}
