/*
 * Children of all elements are gathered in one array (elements, brackets, links), sorted by parent
 * and order, and written in one walk.
 */
#include "finish/tree.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "finish/attributes.h"

enum kid_kind { KID_CONTENT, KID_ELEMENT, KID_LINK };

struct kid {
    int parent;
    int order;
    enum kid_kind kind;
    int page;  /* content: where */
    int index; /* content: MCID; element, link: in the job */
};

struct kids {
    struct kid *kid;
    size_t count;
};

static int compare_kids(const void *one, const void *two)
{
    const struct kid *a = one;
    const struct kid *b = two;
    if (a->parent != b->parent)
        return a->parent < b->parent ? -1 : 1;
    bool a_link = a->kind == KID_LINK;
    bool b_link = b->kind == KID_LINK;
    if (a_link != b_link)
        return a_link ? 1 : -1;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->page != b->page)
        return a->page < b->page ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static size_t count_brackets(const struct finish_job *job)
{
    size_t count = 0;
    for (size_t i = 0; i < job->pages; i++)
        count += job->page[i].brackets;
    return count;
}

static void gather_content(const struct finish_job *job, struct kids *kids)
{
    for (size_t i = 0; i < job->pages; i++) {
        int mcid = 0;
        for (size_t j = 0; j < job->page[i].brackets; j++) {
            const struct finish_bracket *bracket = &job->page[i].bracket[j];
            if (bracket->kind == FINISH_ARTIFACT)
                continue;
            assert(bracket->element >= 0 && (size_t)bracket->element < job->elements);
            kids->kid[kids->count++] =
                (struct kid){bracket->element, bracket->order, KID_CONTENT, (int)i, mcid++};
        }
    }
}

static struct kids gather(struct pass *pass)
{
    const struct finish_job *job = pass->job;
    size_t most = count_brackets(job) + job->elements + job->links;
    struct kids kids = {ARENA_NEW(pass->arena, struct kid, most), 0};
    gather_content(job, &kids);
    for (size_t i = 0; i < job->elements; i++) {
        const struct finish_element *element = &job->element[i];
        assert(element->parent < (int)i);
        if (element->parent != FINISH_NONE)
            kids.kid[kids.count++] =
                (struct kid){element->parent, element->order, KID_ELEMENT, 0, (int)i};
    }
    for (size_t i = 0; i < job->links; i++)
        if (job->link[i].element != FINISH_NONE)
            kids.kid[kids.count++] = (struct kid){job->link[i].element, 0, KID_LINK, 0, (int)i};
    qsort(kids.kid, kids.count, sizeof *kids.kid, compare_kids);
    return kids;
}

static qpdf_oh kid_content(struct pass *pass, const struct kid *kid, int element_page)
{
    qpdf_oh number = qpdf_oh_new_integer(pass->pdf, kid->index);
    if (kid->page == element_page)
        return number;
    qpdf_oh reference = qpdf_oh_new_dictionary(pass->pdf);
    pdf_set_name(pass, reference, "/Type", "/MCR");
    pdf_refer(pass, reference, "/Pg", pass->page[kid->page]);
    pdf_set(pass, reference, "/MCID", number);
    return reference;
}

static qpdf_oh kid_link(struct pass *pass, const struct kid *kid, const qpdf_oh *annotation)
{
    qpdf_oh reference = qpdf_oh_new_dictionary(pass->pdf);
    pdf_set_name(pass, reference, "/Type", "/OBJR");
    pdf_refer(pass, reference, "/Pg", pass->page[pass->job->link[kid->index].page]);
    pdf_refer(pass, reference, "/Obj", annotation[kid->index]);
    return reference;
}

static qpdf_oh kid_object(struct pass *pass, const struct kid *kid, const qpdf_oh *annotation,
                          int page)
{
    if (kid->kind == KID_CONTENT)
        return kid_content(pass, kid, page);
    if (kid->kind == KID_LINK)
        return kid_link(pass, kid, annotation);
    return qpdf_oh_new_object(pass->pdf, pass->element[kid->index]);
}

/* Writes /Pg (when there is content) and /K of one element. */
static void write_kids(struct pass *pass, qpdf_oh element, const struct kids *kids,
                       const qpdf_oh *annotation)
{
    int page = FINISH_NONE;
    for (size_t i = 0; i < kids->count && page == FINISH_NONE; i++)
        if (kids->kid[i].kind == KID_CONTENT)
            page = kids->kid[i].page;
    if (page != FINISH_NONE)
        pdf_refer(pass, element, "/Pg", pass->page[page]);
    if (kids->count == 1) {
        pdf_set(pass, element, "/K", kid_object(pass, kids->kid, annotation, page));
    } else if (kids->count > 1) {
        qpdf_oh array = qpdf_oh_new_array(pass->pdf);
        for (size_t i = 0; i < kids->count; i++)
            pdf_add(pass, array, kid_object(pass, &kids->kid[i], annotation, page));
        pdf_set(pass, element, "/K", array);
    }
}

static void write_element(struct pass *pass, size_t index, qpdf_oh root)
{
    const struct finish_element *element = &pass->job->element[index];
    qpdf_oh object = pass->element[index];
    pdf_set_name(pass, object, "/Type", "/StructElem");
    pdf_set_name(pass, object, "/S", arena_printf(pass->arena, "/%s", element->role));
    pdf_refer(pass, object, "/P",
              element->parent == FINISH_NONE ? root : pass->element[element->parent]);
    if (element->title != NULL)
        pdf_set_text(pass, object, "/T", element->title);
    if (element->alt != NULL)
        pdf_set_text(pass, object, "/Alt", element->alt);
    if (element->language != NULL)
        pdf_set_ascii(pass, object, "/Lang", element->language);
    if (element->id != NULL)
        pdf_set_ascii(pass, object, "/ID", element->id);
    attributes_write(pass, object, element);
}

static void write_elements(struct pass *pass, qpdf_oh root, const qpdf_oh *annotation)
{
    struct kids kids = gather(pass);
    size_t at = 0;
    for (size_t i = 0; i < pass->job->elements; i++) {
        write_element(pass, i, root);
        struct kids own = {&kids.kid[at], 0};
        while (at < kids.count && kids.kid[at].parent == (int)i) {
            own.count++;
            at++;
        }
        write_kids(pass, pass->element[i], &own, annotation);
    }
}

/* For every page the elements of its marked content, by MCID; for every link its element. */
static void write_parents(struct pass *pass, qpdf_oh root)
{
    const struct finish_job *job = pass->job;
    qpdf_oh numbers = qpdf_oh_new_array(pass->pdf);
    for (size_t i = 0; i < job->pages; i++) {
        qpdf_oh array = qpdf_oh_new_array(pass->pdf);
        for (size_t j = 0; j < job->page[i].brackets; j++)
            if (job->page[i].bracket[j].kind != FINISH_ARTIFACT)
                pdf_add_refer(pass, array, pass->element[job->page[i].bracket[j].element]);
        pdf_add(pass, numbers, qpdf_oh_new_integer(pass->pdf, (long long)i));
        pdf_add(pass, numbers, qpdf_make_indirect_object(pass->pdf, array));
        qpdf_oh_release(pass->pdf, array);
        pdf_set_integer(pass, pass->page[i], "/StructParents", (long long)i);
    }
    for (size_t i = 0; i < job->links; i++) {
        if (job->link[i].element == FINISH_NONE)
            continue;
        pdf_add(pass, numbers, qpdf_oh_new_integer(pass->pdf, tree_link_key(pass, i)));
        pdf_add_refer(pass, numbers, pass->element[job->link[i].element]);
    }
    qpdf_oh tree = pdf_indirect_dictionary(pass);
    pdf_set(pass, tree, "/Nums", numbers);
    pdf_set(pass, root, "/ParentTree", tree);
    pdf_set_integer(pass, root, "/ParentTreeNextKey", (long long)(job->pages + job->links));
}

struct named {
    const char *id;
    size_t element;
};

static int compare_named(const void *one, const void *two)
{
    return strcmp(((const struct named *)one)->id, ((const struct named *)two)->id);
}

/* The IDTree, a name tree of one node, sorted by bytes. */
static void write_ids(struct pass *pass, qpdf_oh root)
{
    const struct finish_job *job = pass->job;
    struct named *named = ARENA_NEW(pass->arena, struct named, job->elements);
    size_t count = 0;
    for (size_t i = 0; i < job->elements; i++)
        if (job->element[i].id != NULL)
            named[count++] = (struct named){job->element[i].id, i};
    if (count == 0)
        return;
    qsort(named, count, sizeof *named, compare_named);
    qpdf_oh names = qpdf_oh_new_array(pass->pdf);
    for (size_t i = 0; i < count; i++) {
        assert(i == 0 || strcmp(named[i - 1].id, named[i].id) != 0);
        pdf_add(pass, names, qpdf_oh_new_string(pass->pdf, named[i].id));
        pdf_add_refer(pass, names, pass->element[named[i].element]);
    }
    qpdf_oh tree = pdf_indirect_dictionary(pass);
    pdf_set(pass, tree, "/Names", names);
    pdf_set(pass, root, "/IDTree", tree);
}

long long tree_link_key(const struct pass *pass, size_t link)
{
    return (long long)(pass->job->pages + link);
}

void tree_reserve(struct pass *pass)
{
    pass->element = ARENA_NEW(pass->arena, qpdf_oh, pass->job->elements);
    for (size_t i = 0; i < pass->job->elements; i++)
        pass->element[i] = pdf_indirect_dictionary(pass);
}

void tree_write(struct pass *pass, const qpdf_oh *annotation)
{
    assert(pass->job->elements > 0 && pass->job->element[0].parent == FINISH_NONE);
    qpdf_oh root = pdf_indirect_dictionary(pass);
    pdf_set_name(pass, root, "/Type", "/StructTreeRoot");
    pdf_refer(pass, root, "/K", pass->element[0]);
    write_elements(pass, root, annotation);
    write_parents(pass, root);
    write_ids(pass, root);
    qpdf_oh catalog = qpdf_get_root(pass->pdf);
    pdf_set(pass, catalog, "/StructTreeRoot", root);
    qpdf_oh_release(pass->pdf, catalog);
}
