/*
 * Vowels and marks in every text of the edition, the scheme and the layout, whatever key it is under: the
 * trees of all files are walked. What a page would show as a letter's ruin (a mark on nothing, two in one
 * place) is an error; what only a reader or a search would stumble over, a warning.
 */
#include <stdio.h>
#include <string.h>

#include "audit/rule.h"
#include "audit/thai_marks.h"
#include "base/utf8.h"

enum {
    SAID_MOST = 20,  /* of one text: finding a place means reading the text again */
    SHOWN_MOST = 96, /* bytes of what was typed */
};

enum { MAI_YAMOK = 0x0E46, PAIYAN_NOI = 0x0E2F };

/* A fault in a text. */
struct marks_found {
    const struct node *node;
    struct thai_marks_fault fault;
    size_t more; /* in the same text, which are not told */
};

struct finder {
    struct audit *audit;
    struct marks_found *found;
    size_t count, room;
};

/* ---- finding ---- */

static void find_in_text(struct finder *finder, const struct node *node)
{
    struct thai_marks marks = thai_marks_new(node->text, node->length);
    struct thai_marks_fault fault;
    for (size_t said = 0; thai_marks_next(&marks, &fault); said++) {
        if (said >= SAID_MOST) {
            finder->found[finder->count - 1].more++;
            continue;
        }
        finder->found = arena_room(finder->audit->arena, finder->found, finder->count,
                                   &finder->room, sizeof *finder->found);
        finder->found[finder->count++] = (struct marks_found){.node = node, .fault = fault};
    }
}

/* An alias is a value that is written somewhere else. */
static void find_in_tree(struct finder *finder, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        find_in_text(finder, node);
    for (size_t i = 0; i < node->count; i++)
        if (node->item[i]->parent == node)
            find_in_tree(finder, node->item[i]);
}

static void find_in_trees(struct finder *finder, const struct node_trees *trees)
{
    for (size_t i = 0; trees != NULL && i < trees->count; i++)
        find_in_tree(finder, trees->tree[i]);
}

static void find_all(struct audit *audit)
{
    if (audit->marks_known)
        return;
    struct finder finder = {.audit = audit};
    find_in_trees(&finder, &audit->edition->trees);
    if (audit->edition->scheme->tree != NULL)
        find_in_tree(&finder, audit->edition->scheme->tree);
    find_in_trees(&finder, audit->layout);
    audit->marks = finder.found;
    audit->marks_count = finder.count;
    audit->marks_known = true;
}

/* ---- telling ---- */

/* What a fault is called where its right form is certain, and where it is not. */
static const struct {
    enum diag_code certain, doubtful;
} CODE[] = {
    [THAI_MARKS_ORDER] = {MESSAGE_MARKS_ORDER, MESSAGE_MARKS_CLASH},
    [THAI_MARKS_TWICE] = {MESSAGE_MARKS_TWICE, MESSAGE_MARKS_CLASH},
    [THAI_MARKS_PARTED] = {MESSAGE_MARKS_PARTED, MESSAGE_MARKS_ORPHAN},
    [THAI_MARKS_BEFORE] = {MESSAGE_MARKS_ORDER, MESSAGE_MARKS_ORPHAN},
    [THAI_MARKS_ORPHAN] = {MESSAGE_MARKS_ORPHAN, MESSAGE_MARKS_ORPHAN},
    [THAI_MARKS_CLASH] = {MESSAGE_MARKS_CLASH, MESSAGE_MARKS_CLASH},
    [THAI_MARKS_UNUSUAL] = {MESSAGE_MARKS_UNUSUAL, MESSAGE_MARKS_UNUSUAL},
    [THAI_MARKS_SARA_AM] = {MESSAGE_SARA_AM, MESSAGE_MARKS_UNUSUAL},
    [THAI_MARKS_SARA_AE] = {MESSAGE_SARA_AE, MESSAGE_SARA_AE},
    [THAI_MARKS_LEAD_TWICE] = {MESSAGE_VOWEL_TWICE, MESSAGE_VOWEL_ALONE},
    [THAI_MARKS_LEAD_ALONE] = {MESSAGE_VOWEL_ALONE, MESSAGE_VOWEL_ALONE},
    [THAI_MARKS_LEAD_PARTED] = {MESSAGE_VOWEL_PARTED, MESSAGE_VOWEL_ALONE},
    [THAI_MARKS_TAIL_TWICE] = {MESSAGE_VOWEL_TWICE, MESSAGE_MARKS_UNUSUAL},
    [THAI_MARKS_TAIL_ALONE] = {MESSAGE_VOWEL_LOST, MESSAGE_VOWEL_LOST},
    [THAI_MARKS_LONG_AA] = {MESSAGE_VOWEL_LONG_AA, MESSAGE_MARKS_UNUSUAL},
    [THAI_MARKS_RU_AA] = {MESSAGE_VOWEL_LONG_AA, MESSAGE_MARKS_UNUSUAL},
};

static bool is_letter(char32_t c)
{
    return utf8_is_thai(c) && !utf8_is_thai_digit(c) && c != MAI_YAMOK && c != PAIYAN_NOI;
}

/* Whether a word began before a place. */
static bool began(const struct node *node, size_t at)
{
    size_t start = at;
    while (start > 0 && ((unsigned char)node->text[--start] & 0xC0) == 0x80)
        ;
    return start < at && is_letter(utf8_next(node->text, node->length, &start));
}

/* Whether a word goes on at a place. */
static bool goes_on(const struct node *node, size_t at)
{
    return at < node->length && is_letter(utf8_next(node->text, node->length, &at));
}

/* The letters of a fault as they were typed, on one line, and no more than can be read. */
static const char *typed(struct audit *audit, const struct marks_found *found)
{
    const struct node *node = found->node;
    size_t start = found->fault.start, end = found->fault.end;
    if (end - start > SHOWN_MOST)
        for (end = start + SHOWN_MOST; ((unsigned char)node->text[end] & 0xC0) == 0x80;)
            end--;
    char *copy = arena_copy(audit->arena, node->text + start, end - start);
    for (char *c = copy; *c != '\0'; c++)
        if (*c == '\n')
            *c = ' ';
    return arena_printf(audit->arena, "%s%s%s", began(node, start) ? "…" : "", copy,
                        goes_on(node, end) ? "…" : "");
}

/* What they should be. */
static const char *right_form(struct audit *audit, const struct marks_found *found)
{
    const struct thai_marks_fault *fault = &found->fault;
    return arena_printf(audit->arena, "%s%s%s", began(found->node, fault->start) ? "…" : "",
                        fault->right, goes_on(found->node, fault->end) ? "…" : "");
}

/* A mark as it can be shown by itself, and its code. */
static const char *mark_of(struct audit *audit, const struct marks_found *found)
{
    size_t at = found->fault.at;
    char shown[5] = "";
    char32_t c = utf8_next(found->node->text, found->node->length, &at);
    utf8_write(c, shown);
    return arena_printf(audit->arena, "◌%s (U+%04X)", shown, (unsigned)c);
}

static void say(struct audit *audit, const struct marks_found *found)
{
    const struct thai_marks_fault *fault = &found->fault;
    bool certain = fault->right[0] != '\0';
    enum diag_code code = certain ? CODE[fault->kind].certain : CODE[fault->kind].doubtful;
    audit_say(audit, code, node_place_inside(found->node, fault->at), typed(audit, found),
              certain ? right_form(audit, found) : mark_of(audit, found));
    const struct diag_remedy remedy = {fault->start, fault->end,
                                       arena_string(audit->arena, fault->right), true};
    if (certain)
        audit_mend(audit, &remedy);
    if (found->more > 0)
        audit_remark(audit, MESSAGE_MARKS_MORE, audit_whole(audit, (int64_t)found->more));
}

static bool has_own_rule(enum thai_marks_kind kind)
{
    return kind == THAI_MARKS_SARA_AM || kind == THAI_MARKS_SARA_AE;
}

static void say_kind(struct audit *audit, enum thai_marks_kind kind)
{
    find_all(audit);
    for (size_t i = 0; i < audit->marks_count; i++)
        if (audit->marks[i].fault.kind == kind)
            say(audit, &audit->marks[i]);
}

void audit_say_marks(struct audit *audit)
{
    find_all(audit);
    for (size_t i = 0; i < audit->marks_count; i++)
        if (!has_own_rule(audit->marks[i].fault.kind))
            say(audit, &audit->marks[i]);
}

void rule_sara_am(struct audit *audit)
{
    say_kind(audit, THAI_MARKS_SARA_AM);
}

void rule_sara_ae(struct audit *audit)
{
    say_kind(audit, THAI_MARKS_SARA_AE);
}
