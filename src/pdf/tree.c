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
    int index; /* content: MCID; element, link: in its list */
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

static size_t count_brackets(const struct tags *tags)
{
    size_t count = 0;
    for (size_t i = 0; i < tags->pages; i++)
        count += tags->page[i].brackets;
    return count;
}

static void gather_content(const struct tags *tags, struct kids *kids)
{
    for (size_t i = 0; i < tags->pages; i++) {
        int mcid = 0;
        for (size_t j = 0; j < tags->page[i].brackets; j++) {
            const struct tag_bracket *bracket = &tags->page[i].bracket[j];
            if (bracket->kind == TAG_ARTIFACT)
                continue;
            assert(bracket->element >= 0 && (size_t)bracket->element < tags->elements);
            kids->kid[kids->count++] =
                (struct kid){bracket->element, bracket->order, KID_CONTENT, (int)i, mcid++};
        }
    }
}

static struct kids gather(struct objects *objects)
{
    const struct tags *tags = objects->file->tags;
    size_t most = count_brackets(tags) + tags->elements + tags->links;
    struct kids kids = {ARENA_NEW(objects->arena, struct kid, most), 0};
    gather_content(tags, &kids);
    for (size_t i = 0; i < tags->elements; i++) {
        const struct tag_element *element = &tags->element[i];
        assert(element->parent < (int)i);
        if (element->parent != TAG_NONE)
            kids.kid[kids.count++] =
                (struct kid){element->parent, element->order, KID_ELEMENT, 0, (int)i};
    }
    for (size_t i = 0; i < tags->links; i++)
        if (tags->link[i].element != TAG_NONE)
            kids.kid[kids.count++] = (struct kid){tags->link[i].element, 0, KID_LINK, 0, (int)i};
    qsort(kids.kid, kids.count, sizeof *kids.kid, compare_kids);
    return kids;
}

static void write_content(struct objects *objects, struct buffer *out, const struct kid *kid,
                          int page)
{
    if (kid->page == page)
        buffer_printf(out, "%d", kid->index);
    else
        buffer_printf(out, "<</Type/MCR/Pg %d 0 R/MCID %d>>", objects->page + kid->page,
                      kid->index);
}

static void write_kid(struct objects *objects, struct buffer *out, const struct kid *kid, int page)
{
    if (kid->kind == KID_CONTENT)
        write_content(objects, out, kid, page);
    else if (kid->kind == KID_LINK)
        buffer_printf(out, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>",
                      objects->page + objects->file->tags->link[kid->index].page,
                      objects->annotation + kid->index);
    else
        buffer_printf(out, "%d 0 R", objects->element + kid->index);
}

/* Writes /Pg (when there is content) and /K of one element. */
static void write_kids(struct objects *objects, struct buffer *out, const struct kids *kids)
{
    int page = TAG_NONE;
    for (size_t i = 0; i < kids->count && page == TAG_NONE; i++)
        if (kids->kid[i].kind == KID_CONTENT)
            page = kids->kid[i].page;
    if (page != TAG_NONE)
        buffer_printf(out, "/Pg %d 0 R", objects->page + page);
    if (kids->count == 0)
        return;
    buffer_add_string(out, kids->count > 1 ? "/K[" : "/K ");
    for (size_t i = 0; i < kids->count; i++) {
        if (i > 0)
            buffer_add_char(out, ' ');
        write_kid(objects, out, &kids->kid[i], page);
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

static void write_element(struct objects *objects, size_t index, const struct kids *kids)
{
    const struct tag_element *element = &objects->file->tags->element[index];
    struct buffer *out = writer_open(objects->writer, objects->element + (int)index);
    int parent = element->parent == TAG_NONE ? objects->tree : objects->element + element->parent;
    buffer_printf(out, "<</S/%s/P %d 0 R", element->role, parent);
    add_optional(out, "/Alt", element->alt);
    add_optional(out, "/ID", element->id);
    attributes_write(objects, out, element);
    write_kids(objects, out, kids);
    buffer_add_string(out, ">>");
    writer_close(objects->writer);
}

static void write_elements(struct objects *objects)
{
    struct kids kids = gather(objects);
    size_t at = 0;
    for (size_t i = 0; i < objects->file->tags->elements; i++) {
        struct kids own = {&kids.kid[at], 0};
        while (at < kids.count && kids.kid[at].parent == (int)i) {
            own.count++;
            at++;
        }
        write_element(objects, i, &own);
    }
}

/* The elements of a page's marked content, by MCID. */
static int write_page_parents(struct objects *objects, const struct tag_page *page)
{
    int number = writer_reserve(objects->writer, 1);
    struct buffer *out = writer_open(objects->writer, number);
    buffer_add_char(out, '[');
    for (size_t j = 0; j < page->brackets; j++)
        if (page->bracket[j].kind != TAG_ARTIFACT)
            buffer_printf(out, "%d 0 R ", objects->element + page->bracket[j].element);
    buffer_add_char(out, ']');
    writer_close(objects->writer);
    return number;
}

/* For every page its list; for every link its element. */
static int write_parents(struct objects *objects)
{
    const struct tags *tags = objects->file->tags;
    struct buffer numbers = {0};
    for (size_t i = 0; i < tags->pages; i++)
        buffer_printf(&numbers, "%zu %d 0 R ", i, write_page_parents(objects, &tags->page[i]));
    for (size_t i = 0; i < tags->links; i++)
        if (tags->link[i].element != TAG_NONE)
            buffer_printf(&numbers, "%zu %d 0 R ", tree_link_key(objects, i),
                          objects->element + tags->link[i].element);
    int number = writer_reserve(objects->writer, 1);
    buffer_printf(writer_open(objects->writer, number), "<</Nums[%s]>>", buffer_text(&numbers));
    writer_close(objects->writer);
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
static int write_ids(struct objects *objects)
{
    const struct tags *tags = objects->file->tags;
    struct named *named = ARENA_NEW(objects->arena, struct named, tags->elements);
    size_t count = 0;
    for (size_t i = 0; i < tags->elements; i++)
        if (tags->element[i].id != NULL)
            named[count++] = (struct named){tags->element[i].id, i};
    if (count == 0)
        return 0;
    qsort(named, count, sizeof *named, compare_named);
    int number = writer_reserve(objects->writer, 1);
    struct buffer *out = writer_open(objects->writer, number);
    buffer_add_string(out, "<</Names[");
    for (size_t i = 0; i < count; i++) {
        assert(i == 0 || strcmp(named[i - 1].id, named[i].id) != 0);
        writer_string(out, named[i].id, strlen(named[i].id));
        buffer_printf(out, "%d 0 R", objects->element + (int)named[i].element);
    }
    buffer_add_string(out, "]>>");
    writer_close(objects->writer);
    return number;
}

size_t tree_link_key(const struct objects *objects, size_t link)
{
    return objects->file->tags->pages + link;
}

void tree_write(struct objects *objects)
{
    const struct tags *tags = objects->file->tags;
    assert(tags->elements > 0 && tags->element[0].parent == TAG_NONE);
    write_elements(objects);
    int parents = write_parents(objects);
    int ids = write_ids(objects);
    struct buffer *out = writer_open(objects->writer, objects->tree);
    buffer_printf(out, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R", objects->element,
                  parents);
    buffer_printf(out, "/ParentTreeNextKey %zu", tags->pages + tags->links);
    if (ids > 0)
        buffer_printf(out, "/IDTree %d 0 R", ids);
    buffer_add_string(out, ">>");
    writer_close(objects->writer);
}
