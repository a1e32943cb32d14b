/*
 * Children of all elements are gathered in one array (elements, brackets, links), sorted by parent
 * and order, and written in one walk.
 */
#include "pdf/tree.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/attributes.h"

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

static size_t count_brackets(const struct pdf_job *job)
{
    size_t count = 0;
    for (size_t i = 0; i < job->pages; i++)
        count += job->page[i].brackets;
    return count;
}

static void gather_content(const struct pdf_job *job, struct kids *kids)
{
    for (size_t i = 0; i < job->pages; i++) {
        int mcid = 0;
        for (size_t j = 0; j < job->page[i].brackets; j++) {
            const struct tag_bracket *bracket = &job->page[i].bracket[j];
            if (bracket->kind == TAG_ARTIFACT)
                continue;
            assert(bracket->element >= 0 && (size_t)bracket->element < job->elements);
            kids->kid[kids->count++] =
                (struct kid){bracket->element, bracket->order, KID_CONTENT, (int)i, mcid++};
        }
    }
}

static struct kids gather(struct pass *pass)
{
    const struct pdf_job *job = pass->job;
    size_t most = count_brackets(job) + job->elements + job->links;
    struct kids kids = {ARENA_NEW(pass->arena, struct kid, most), 0};
    gather_content(job, &kids);
    for (size_t i = 0; i < job->elements; i++) {
        const struct tag_element *element = &job->element[i];
        assert(element->parent < (int)i);
        if (element->parent != TAG_NONE)
            kids.kid[kids.count++] =
                (struct kid){element->parent, element->order, KID_ELEMENT, 0, (int)i};
    }
    for (size_t i = 0; i < job->links; i++)
        if (job->link[i].element != TAG_NONE)
            kids.kid[kids.count++] = (struct kid){job->link[i].element, 0, KID_LINK, 0, (int)i};
    qsort(kids.kid, kids.count, sizeof *kids.kid, compare_kids);
    return kids;
}

static void write_content(struct pass *pass, struct buffer *out, const struct kid *kid, int page)
{
    if (kid->page == page)
        buffer_printf(out, "%d", kid->index);
    else
        buffer_printf(out, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pass->page + kid->page, kid->index);
}

static void write_kid(struct pass *pass, struct buffer *out, const struct kid *kid, int page)
{
    if (kid->kind == KID_CONTENT)
        write_content(pass, out, kid, page);
    else if (kid->kind == KID_LINK)
        buffer_printf(out, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>",
                      pass->page + pass->job->link[kid->index].page, pass->annotation + kid->index);
    else
        buffer_printf(out, "%d 0 R", pass->element + kid->index);
}

/* Writes /Pg (when there is content) and /K of one element. */
static void write_kids(struct pass *pass, struct buffer *out, const struct kids *kids)
{
    int page = TAG_NONE;
    for (size_t i = 0; i < kids->count && page == TAG_NONE; i++)
        if (kids->kid[i].kind == KID_CONTENT)
            page = kids->kid[i].page;
    if (page != TAG_NONE)
        buffer_printf(out, "/Pg %d 0 R", pass->page + page);
    if (kids->count == 0)
        return;
    buffer_add_string(out, kids->count > 1 ? "/K[" : "/K ");
    for (size_t i = 0; i < kids->count; i++) {
        if (i > 0)
            buffer_add_char(out, ' ');
        write_kid(pass, out, &kids->kid[i], page);
    }
    if (kids->count > 1)
        buffer_add_char(out, ']');
}

static void add_optional(struct buffer *out, const char *key, const char *text)
{
    if (text == NULL)
        return;
    buffer_add_string(out, key);
    writer_text(out, text);
}

static void write_element(struct pass *pass, size_t index, const struct kids *kids)
{
    const struct tag_element *element = &pass->job->element[index];
    struct buffer *out = writer_open(pass->writer, pass->element + (int)index);
    int parent = element->parent == TAG_NONE ? pass->tree : pass->element + element->parent;
    buffer_printf(out, "<</S/%s/P %d 0 R", element->role, parent);
    add_optional(out, "/T", element->title);
    add_optional(out, "/Alt", element->alt);
    add_optional(out, "/Lang", element->language);
    add_optional(out, "/ID", element->id);
    attributes_write(pass, out, element);
    write_kids(pass, out, kids);
    buffer_add_string(out, ">>");
    writer_close(pass->writer);
}

static void write_elements(struct pass *pass)
{
    struct kids kids = gather(pass);
    size_t at = 0;
    for (size_t i = 0; i < pass->job->elements; i++) {
        struct kids own = {&kids.kid[at], 0};
        while (at < kids.count && kids.kid[at].parent == (int)i) {
            own.count++;
            at++;
        }
        write_element(pass, i, &own);
    }
}

/* The elements of a page's marked content, by MCID. */
static int write_page_parents(struct pass *pass, const struct pdf_page *page)
{
    int number = writer_reserve(pass->writer, 1);
    struct buffer *out = writer_open(pass->writer, number);
    buffer_add_char(out, '[');
    for (size_t j = 0; j < page->brackets; j++)
        if (page->bracket[j].kind != TAG_ARTIFACT)
            buffer_printf(out, "%d 0 R ", pass->element + page->bracket[j].element);
    buffer_add_char(out, ']');
    writer_close(pass->writer);
    return number;
}

/* For every page its list; for every link its element. */
static int write_parents(struct pass *pass)
{
    const struct pdf_job *job = pass->job;
    struct buffer numbers = {0};
    for (size_t i = 0; i < job->pages; i++)
        buffer_printf(&numbers, "%zu %d 0 R ", i, write_page_parents(pass, &job->page[i]));
    for (size_t i = 0; i < job->links; i++)
        if (job->link[i].element != TAG_NONE)
            buffer_printf(&numbers, "%zu %d 0 R ", tree_link_key(pass, i),
                          pass->element + job->link[i].element);
    int number = writer_reserve(pass->writer, 1);
    buffer_printf(writer_open(pass->writer, number), "<</Nums[%s]>>", buffer_text(&numbers));
    writer_close(pass->writer);
    buffer_free(&numbers);
    return number;
}

struct named {
    const char *id;
    size_t element;
};

static int compare_named(const void *one, const void *two)
{
    return strcmp(((const struct named *)one)->id, ((const struct named *)two)->id);
}

/* The IDTree, a name tree of one node, sorted by bytes; 0 when nothing has an id. */
static int write_ids(struct pass *pass)
{
    const struct pdf_job *job = pass->job;
    struct named *named = ARENA_NEW(pass->arena, struct named, job->elements);
    size_t count = 0;
    for (size_t i = 0; i < job->elements; i++)
        if (job->element[i].id != NULL)
            named[count++] = (struct named){job->element[i].id, i};
    if (count == 0)
        return 0;
    qsort(named, count, sizeof *named, compare_named);
    int number = writer_reserve(pass->writer, 1);
    struct buffer *out = writer_open(pass->writer, number);
    buffer_add_string(out, "<</Names[");
    for (size_t i = 0; i < count; i++) {
        assert(i == 0 || strcmp(named[i - 1].id, named[i].id) != 0);
        writer_string(out, named[i].id, strlen(named[i].id));
        buffer_printf(out, "%d 0 R", pass->element + (int)named[i].element);
    }
    buffer_add_string(out, "]>>");
    writer_close(pass->writer);
    return number;
}

size_t tree_link_key(const struct pass *pass, size_t link)
{
    return pass->job->pages + link;
}

void tree_write(struct pass *pass)
{
    const struct pdf_job *job = pass->job;
    assert(job->elements > 0 && job->element[0].parent == TAG_NONE);
    write_elements(pass);
    int parents = write_parents(pass);
    int ids = write_ids(pass);
    struct buffer *out = writer_open(pass->writer, pass->tree);
    buffer_printf(out, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R", pass->element, parents);
    buffer_printf(out, "/ParentTreeNextKey %zu", job->pages + job->links);
    if (ids > 0)
        buffer_printf(out, "/IDTree %d 0 R", ids);
    buffer_add_string(out, ">>");
    writer_close(pass->writer);
}
