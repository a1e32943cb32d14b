#include "edit/mend.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"
#include "base/utf8.h"

enum {
    AROUND = 30, /* bytes shown on both sides, at most */
    SARA_AA = 0x0E32,
    SARA_AM = 0x0E33
};

/* The tree of the edition that a value is in, or NULL. */
static const struct node *tree_of(const struct edition *edition, const struct node *node)
{
    if (node == NULL || node->kind != NODE_SCALAR)
        return NULL;
    while (node->parent != NULL)
        node = node->parent;
    for (size_t i = 0; i < edition->trees.count; i++)
        if (edition->trees.tree[i] == node)
            return node;
    return NULL;
}

static void add_mended(struct buffer *out, const struct node *node, size_t from,
                       const struct diag_remedy *remedy)
{
    buffer_add(out, node->text + from, remedy->from - from);
    buffer_add_string(out, remedy->text);
}

bool edit_mend(struct arena *arena, const struct edition *edition,
               const struct diag_message *finding, struct diag *diag, struct edit_change *out)
{
    const struct node *node = finding->place.node;
    const struct node *tree = tree_of(edition, node);
    if (finding->remedy.text == NULL || tree == NULL)
        return false;
    struct buffer text = {0};
    add_mended(&text, node, 0, &finding->remedy);
    buffer_add_string(&text, node->text + finding->remedy.to);
    bool fine = edit_value(arena, tree, node, buffer_text(&text), diag, out);
    buffer_free(&text);
    return fine;
}

/* ---- all at once ---- */

struct mender {
    struct arena *arena;
    const struct edition *edition;
    struct diag *diag;
    struct edit_mends mends;
    size_t room;
    struct edit_change *change; /* of a tree, in order */
    size_t changes, change_room;
};

static bool is_named(const char *rules, const char *rule)
{
    size_t wanted = strlen(rule);
    while (rules != NULL && *rules != '\0') {
        size_t length = strcspn(rules, ",");
        if (length == wanted && strncmp(rules, rule, length) == 0)
            return true;
        rules += length + (rules[length] == ',');
    }
    return false;
}

static void collect(struct mender *mender, const struct diag *findings, const char *rules)
{
    const struct diag_style style = {.apart = true, .only_new = true};
    struct diag_listing listing = diag_list(findings, &style);
    struct edit_mends *mends = &mender->mends;
    for (size_t i = 0; i < listing.count; i++) {
        const struct diag_message *message = listing.entry[i].message;
        const struct diag_remedy *remedy = &message->remedy;
        bool wanted = remedy->is_certain || is_named(rules, diag_row(message->code)->rule);
        if (remedy->text == NULL || message->known || !wanted ||
            tree_of(mender->edition, message->place.node) == NULL)
            continue;
        mends->mend = arena_room(mender->arena, mends->mend, mends->count, &mender->room,
                                 sizeof *mends->mend);
        mends->mend[mends->count++] = (struct edit_mended){.finding = message};
    }
    diag_listing_free(&listing);
}

/* By file, then by place in it. */
static int compare(const void *a, const void *b)
{
    const struct diag_message *one = ((const struct edit_mended *)a)->finding;
    const struct diag_message *two = ((const struct edit_mended *)b)->finding;
    const struct node *left = one->place.node, *right = two->place.node;
    int file = strcmp(left->place.source->path, right->place.source->path);
    if (file != 0)
        return file;
    if (left != right)
        return left->offset < right->offset ? -1 : 1;
    if (one->remedy.from != two->remedy.from)
        return one->remedy.from < two->remedy.from ? -1 : 1;
    return one->remedy.to < two->remedy.to ? -1 : one->remedy.to > two->remedy.to;
}

static bool is_boundary(const char *text, size_t at)
{
    return ((unsigned char)text[at] & 0xC0) != 0x80;
}

static bool is_mark(const struct node *node, size_t at)
{
    return utf8_is_thai_mark(utf8_next(node->text, node->length, &at));
}

/* Whether a letter begins at a byte, with its marks, and no number goes on there; the vowel AM is drawn as a mark. */
static bool begins_letter(const char *text, size_t length, size_t at)
{
    if (at >= length)
        return true;
    if (!is_boundary(text, at))
        return false;
    size_t before = at, next = at;
    while (before > 0 && (before == at || !is_boundary(text, before)))
        before--;
    char32_t c = utf8_next(text, length, &next);
    char32_t last = at > 0 ? utf8_next(text, length, &before) : 0;
    bool in_number = (utf8_is_digit(c) || c == '.') && (utf8_is_digit(last) || last == '.');
    return !in_number && !utf8_is_thai_mark(c) && c != SARA_AA && c != SARA_AM;
}

/* A remedy without the letters at both ends that stay as they are. */
static struct diag_remedy least(struct arena *arena, const struct node *node,
                                const struct diag_remedy *remedy)
{
    const char *was = node->text + remedy->from, *is = remedy->text;
    size_t were = remedy->to - remedy->from, are = strlen(is), start = 0, end = 0;
    while (start < were && start < are && was[start] == is[start])
        start++;
    while (start > 0 && !(begins_letter(was, were, start) && begins_letter(is, are, start)))
        start--;
    while (end < were - start && end < are - start && was[were - end - 1] == is[are - end - 1])
        end++;
    while (end > 0 && !(begins_letter(was, were, were - end) && begins_letter(is, are, are - end)))
        end--;
    return (struct diag_remedy){.from = remedy->from + start,
                                .to = remedy->to - end,
                                .text = arena_copy(arena, is + start, are - start - end)};
}

bool edit_mend_show(struct arena *arena, const struct diag_message *finding,
                    struct edit_mend_shown *out)
{
    const struct node *node = finding->place.node;
    if (finding->remedy.text == NULL || node == NULL || node->kind != NODE_SCALAR)
        return false;
    struct diag_remedy shortest = least(arena, node, &finding->remedy), *remedy = &shortest;
    size_t from = remedy->from, to = remedy->to;
    while (from > 0 && node->text[from - 1] != '\n' &&
           (remedy->from - from < AROUND || !is_boundary(node->text, from)))
        from--;
    while (from < remedy->from && is_mark(node, from)) /* its letter is not shown */
        utf8_next(node->text, node->length, &from);
    while (to < node->length && node->text[to] != '\n' &&
           (to - remedy->to < AROUND || !is_boundary(node->text, to)))
        to++;
    out->before = arena_copy(arena, node->text + from, remedy->from - from);
    out->was = arena_copy(arena, node->text + remedy->from, remedy->to - remedy->from);
    out->is = remedy->text;
    out->after = arena_copy(arena, node->text + remedy->to, to - remedy->to);
    return true;
}

static void show(struct mender *mender, struct edit_mended *mend)
{
    struct edit_mend_shown shown;
    if (!edit_mend_show(mender->arena, mend->finding, &shown))
        return;
    mend->was = arena_printf(mender->arena, "%s%s%s", shown.before, shown.was, shown.after);
    mend->is = arena_printf(mender->arena, "%s%s%s", shown.before, shown.is, shown.after);
}

/* Whether a space is wanted where one has been put just now. */
static bool is_spaced(const struct buffer *text, const struct node *node, size_t done,
                      const struct diag_remedy *remedy)
{
    bool is_space = remedy->from == remedy->to && strcmp(remedy->text, " ") == 0;
    bool was_there = done > 0 && node->text[done - 1] == ' ';
    return is_space && remedy->from == done && text->length > 0 && !was_there &&
           text->bytes[text->length - 1] == ' ';
}

/* The remedies of one value, from `first` on, as one change; returns how many they are. What meets an earlier one is
 * left out. */
static size_t mend_value(struct mender *mender, size_t first, size_t *kept)
{
    struct edit_mended *mend = mender->mends.mend;
    const struct node *node = mend[first].finding->place.node;
    struct buffer text = {0};
    size_t done = 0, i = first, was_kept = *kept;
    for (; i < mender->mends.count && mend[i].finding->place.node == node; i++) {
        const struct diag_remedy *remedy = &mend[i].finding->remedy;
        if (remedy->from < done || is_spaced(&text, node, done, remedy))
            continue;
        add_mended(&text, node, done, remedy);
        done = remedy->to;
        mend[*kept] = mend[i];
        show(mender, &mend[(*kept)++]);
    }
    buffer_add_string(&text, node->text + done);
    struct edit_change change;
    if (edit_value(mender->arena, tree_of(mender->edition, node), node, buffer_text(&text),
                   mender->diag, &change)) {
        mender->change = arena_room(mender->arena, mender->change, mender->changes,
                                    &mender->change_room, sizeof change);
        mender->change[mender->changes++] = change;
    } else {
        *kept = was_kept;
    }
    buffer_free(&text);
    return i - first;
}

/* The changes of one file, from `first` on, put into its text. */
static size_t make_file(struct mender *mender, size_t first)
{
    const struct source *source = mender->change[first].source;
    struct buffer text = {0};
    size_t done = 0, i = first;
    for (; i < mender->changes && mender->change[i].source == source; i++) {
        const struct edit_change *change = &mender->change[i];
        buffer_add(&text, source->text + done, change->start - done);
        buffer_add(&text, change->bytes, change->length);
        done = change->end;
    }
    buffer_add(&text, source->text + done, source->length - done);
    struct edit_mends *mends = &mender->mends;
    mends->file[mends->files++] = (struct edit_mended_file){
        source, arena_copy(mender->arena, buffer_text(&text), text.length), text.length};
    buffer_free(&text);
    return i - first;
}

struct edit_mends edit_mend_all(struct arena *arena, const struct edition *edition,
                                const struct diag *findings, const char *rules, struct diag *diag)
{
    struct mender mender = {.arena = arena, .edition = edition, .diag = diag};
    struct edit_mends *mends = &mender.mends;
    collect(&mender, findings, rules);
    if (mends->count > 0)
        qsort(mends->mend, mends->count, sizeof *mends->mend, compare);
    size_t kept = 0;
    for (size_t i = 0; i < mends->count;)
        i += mend_value(&mender, i, &kept);
    mends->count = kept;
    mends->file = ARENA_NEW(arena, struct edit_mended_file, edition->trees.count);
    for (size_t i = 0; i < mender.changes;)
        i += make_file(&mender, i);
    return *mends;
}
