/*
 * One pass looks at pairs of neighbours only, which nearly always are fine. Where a pair is suspect the letter that it
 * belongs to is read whole (thai_letter.c); then the pass goes on after it.
 */
#include "audit/thai_marks.h"

#include <string.h>

#include "audit/thai_letter.h"
#include "base/utf8.h"

enum {
    CONTEXT_BEFORE = 6, /* characters shown before what is wrong, and after it */
    CONTEXT_AFTER = 12,
    GAP_MOST = 8 /* blanks between a letter and a mark that may still belong to it */
};

enum { LETTER_E = 0x0E40, LETTER_AE = 0x0E41 };

/* What is suspect after a character of a class. */
static const uint32_t SUSPECT[THAI_CLASSES] = {
    [THAI_OTHER] = THAI_MARKS | THAI_TAILS,
    [THAI_BLANK] = THAI_MARKS | THAI_TAILS,
    [THAI_DASH] = THAI_MARKS | THAI_BIT(THAI_AM),
    [THAI_CONSONANT] = THAI_BIT(THAI_LONG),
    [THAI_RU] = THAI_BIT(THAI_AA),
    [THAI_LEAD] =
        ~(THAI_LETTERS | THAI_BIT(THAI_DASH) | THAI_BIT(THAI_HOLDER) | THAI_BIT(THAI_FOREIGN)),
    [THAI_A] = THAI_MARKS | THAI_TAILS,
    [THAI_AA] = THAI_MARKS | (THAI_TAILS & ~THAI_BIT(THAI_A)), /* เกาะ */
    [THAI_AM] = THAI_MARKS | THAI_TAILS,
    [THAI_LONG] = THAI_MARKS | THAI_TAILS,
    [THAI_I] = (THAI_MARKS & ~(THAI_BIT(THAI_TONE) | THAI_BIT(THAI_KILLER) | THAI_BIT(THAI_RING))) |
               THAI_BIT(THAI_AM),
    [THAI_ABOVE] = (THAI_MARKS & ~THAI_BIT(THAI_TONE)) | THAI_BIT(THAI_AM),
    [THAI_BELOW] = THAI_MARKS & ~(THAI_BIT(THAI_TONE) | THAI_BIT(THAI_RING)),
    [THAI_DOT] = THAI_BIT(THAI_DOT),
    [THAI_TAIKHU] = (THAI_MARKS & ~THAI_BIT(THAI_TONE)) | THAI_BIT(THAI_AM),
    [THAI_TONE] = THAI_MARKS,
    [THAI_KILLER] = THAI_MARKS,
    [THAI_RING] = THAI_MARKS | (THAI_TAILS & ~THAI_BIT(THAI_A)),
    [THAI_TOP] = THAI_MARKS & ~THAI_BIT(THAI_TONE),
};

struct thai_marks thai_marks_new(const char *text, size_t length)
{
    return (struct thai_marks){
        .text = text, .length = length, .previous = THAI_OTHER, .base = SIZE_MAX};
}

static struct thai_text text_of(const struct thai_marks *marks)
{
    return (struct thai_text){marks->text, marks->length};
}

/* ---- what to show ---- */

static bool is_word(enum thai_class class)
{
    return thai_is(class, THAI_LETTERS | THAI_MARKS | THAI_TAILS | THAI_BIT(THAI_LEAD));
}

static bool is_suspect(enum thai_class before, enum thai_class class)
{
    return (SUSPECT[before] & THAI_BIT(class)) != 0;
}

/* Where the word begins, as far as it is right: at a letter, with the vowel written before it. */
static size_t context_start(const struct thai_text *text, size_t at)
{
    enum thai_class next = thai_class(thai_at(text, at));
    size_t start = at;
    for (int i = 0; i < CONTEXT_BEFORE && at > 0; i++) {
        enum thai_class class = thai_class_before(text, at);
        if (!is_word(class) || is_suspect(class, next))
            break;
        at = thai_before(text, at);
        if (class == THAI_LEAD ||
            (thai_is(class, THAI_LETTERS) && thai_class_before(text, at) != THAI_LEAD))
            start = at;
        next = class;
    }
    return start;
}

/* Where the word goes on to, as far as it is right. */
static size_t context_end(const struct thai_text *text, size_t at)
{
    enum thai_class previous = thai_class_before(text, at);
    size_t end = at;
    for (int i = 0; i < CONTEXT_AFTER && at < text->length; i++) {
        enum thai_class class = thai_class(thai_at(text, at));
        if (!is_word(class) || is_suspect(previous, class))
            break;
        at = thai_after(text, at);
        if (class != THAI_LEAD)
            end = at;
        previous = class;
    }
    return end;
}

/* The vowel that is written before a letter is shown with it. */
static size_t with_lead(const struct thai_text *text, size_t base)
{
    return thai_class_before(text, base) == THAI_LEAD ? thai_before(text, base) : base;
}

/* Shows [fault->start, wrong_end), which should be `right`, with a little of the word around it. */
static void show(const struct thai_text *text, struct thai_marks_fault *fault, size_t wrong_end,
                 const char *right, size_t length)
{
    size_t wrong = fault->start;
    fault->start = context_start(text, wrong);
    fault->end = context_end(text, wrong_end);
    fault->right[0] = '\0';
    size_t first = wrong - fault->start, rest = fault->end - wrong_end;
    if (length == 0 || first + length + rest >= THAI_MARKS_RIGHT)
        return;
    memcpy(fault->right, text->bytes + fault->start, first);
    memcpy(fault->right + first, right, length);
    memcpy(fault->right + first + length, text->bytes + wrong_end, rest);
    fault->right[first + length + rest] = '\0';
}

/* The same where a letter is wrong, and the vowel before it, which is at fault->start, is not. */
static void show_letter(const struct thai_text *text, struct thai_marks_fault *fault,
                        const struct thai_letter *letter)
{
    char right[4 + THAI_LETTER_FORM];
    size_t length = 0;
    if (thai_letter_is_certain(letter)) {
        if (thai_class(thai_at(text, fault->start)) == THAI_LEAD)
            length = utf8_write(thai_at(text, fault->start), right);
        length += thai_letter_write(letter, right + length);
    }
    show(text, fault, letter->end, right, length);
}

/* ---- suspect pairs; each returns where the pass goes on ---- */

/* Marks on no letter, with a little of what is before them. */
static size_t find_orphan(const struct thai_text *text, size_t at, struct thai_marks_fault *fault)
{
    struct thai_letter none = thai_letter_none(text, at);
    *fault = (struct thai_marks_fault){.kind = THAI_MARKS_ORPHAN, .at = at, .start = at};
    for (int i = 0; i < 2 && fault->start > 0; i++)
        fault->start = thai_before(text, fault->start);
    show(text, fault, none.end, "", 0);
    return none.end;
}

/* Blanks before a mark: the letter that they part it from is the pass's last. */
static size_t find_parted(const struct thai_text *text, size_t base, size_t at,
                          struct thai_marks_fault *fault)
{
    size_t gap = at;
    int lines = 0;
    for (int i = 0; i < GAP_MOST && thai_class_before(text, gap) == THAI_BLANK; i++) {
        gap = thai_before(text, gap);
        lines += text->bytes[gap] == '\n';
    }
    if (gap == at || base == SIZE_MAX || lines > 1)
        return find_orphan(text, at, fault);
    struct thai_letter letter = thai_letter_read(text, base);
    if (letter.end != gap)
        return find_orphan(text, at, fault);
    thai_letter_read_on(text, &letter, at);
    if (letter.end == at || !thai_letter_is_certain(&letter))
        return find_orphan(text, at, fault);
    *fault = (struct thai_marks_fault){
        .kind = THAI_MARKS_PARTED, .at = at, .start = with_lead(text, base)};
    show_letter(text, fault, &letter);
    return letter.end;
}

/* A vowel that is written after its letter, and no letter: ำ is drawn with a mark, the others stand for themselves. */
static size_t find_tail(const struct thai_text *text, size_t base, size_t at,
                        struct thai_marks_fault *fault)
{
    if (thai_class(thai_at(text, at)) == THAI_AM)
        return find_parted(text, base, at, fault);
    size_t end = find_orphan(text, at, fault);
    fault->kind = THAI_MARKS_TAIL_ALONE;
    return end;
}

/* Marks between a vowel that is written first and its letter. With two letters after them there is no telling whose they
 * are: เ่ลน, but เ่กลา. */
static size_t find_before(const struct thai_text *text, size_t at, struct thai_marks_fault *fault)
{
    struct thai_letter marks = thai_letter_none(text, at);
    bool followed = thai_is(thai_class(thai_at(text, marks.end)), THAI_LETTERS);
    if (marks.tail != 0 || !followed)
        return find_orphan(text, at, fault);
    struct thai_letter letter = thai_letter_read(text, marks.end);
    bool bare = letter.marks == 0 && letter.tail == 0;
    bool doubtful = bare && thai_is(thai_class(thai_at(text, letter.end)), THAI_LETTERS);
    thai_letter_add_marks(&letter, &marks);
    letter.foreign = letter.foreign || doubtful;
    *fault = (struct thai_marks_fault){
        .kind = THAI_MARKS_BEFORE, .at = at, .start = thai_before(text, at)};
    show_letter(text, fault, &letter);
    return letter.end;
}

/* Several vowels that are written first: twice เ looks like แ. */
static size_t find_leads(const struct thai_text *text, size_t at, struct thai_marks_fault *fault)
{
    size_t start = thai_before(text, at), end = at, count = 1;
    char32_t first = thai_at(text, start);
    bool same = true;
    for (; thai_class(thai_at(text, end)) == THAI_LEAD; end = thai_after(text, end)) {
        same = same && thai_at(text, end) == first;
        count++;
    }
    bool looks_like_ae = same && first == LETTER_E && count == 2;
    char right[4];
    size_t length = utf8_write(looks_like_ae ? LETTER_AE : first, right);
    bool certain = looks_like_ae || (same && first != LETTER_E);
    *fault = (struct thai_marks_fault){.kind = looks_like_ae ? THAI_MARKS_SARA_AE
                                                             : THAI_MARKS_LEAD_TWICE,
                                       .at = start,
                                       .start = start};
    show(text, fault, end, right, certain ? length : 0);
    return end;
}

/* A vowel that is written first, and no letter after it, or only after blanks. */
static size_t find_lead(const struct thai_text *text, size_t at, struct thai_marks_fault *fault)
{
    size_t start = thai_before(text, at), next = at;
    int lines = 0;
    for (int i = 0; i < GAP_MOST && thai_class(thai_at(text, next)) == THAI_BLANK; i++) {
        lines += text->bytes[next] == '\n';
        next = thai_after(text, next);
    }
    bool parted = next > at && lines < 2 && thai_is(thai_class(thai_at(text, next)), THAI_LETTERS);
    *fault =
        (struct thai_marks_fault){.kind = parted ? THAI_MARKS_LEAD_PARTED : THAI_MARKS_LEAD_ALONE,
                                  .at = start,
                                  .start = start};
    show(text, fault, parted ? next : at, text->bytes + start, parted ? at - start : 0);
    return parted ? next : at;
}

/* A letter that carries something wrong; false where it is fine after all. */
static bool find_in_letter(const struct thai_text *text, const struct thai_letter *letter,
                           struct thai_marks_fault *fault)
{
    enum thai_marks_kind kind;
    if (!thai_letter_judge(letter, &kind))
        return false;
    *fault = (struct thai_marks_fault){
        .kind = kind, .at = letter->wrong, .start = with_lead(text, letter->start)};
    if (kind == THAI_MARKS_SARA_AM || letter->wrong == SIZE_MAX)
        fault->at = kind == THAI_MARKS_SARA_AM ? letter->ring : thai_before(text, letter->end);
    show_letter(text, fault, letter);
    return true;
}

/* Looks at the suspect character at a place; true for a fault. */
static bool examine(struct thai_marks *marks, size_t at, enum thai_class class,
                    struct thai_marks_fault *fault)
{
    struct thai_text text = text_of(marks);
    enum thai_class previous = (enum thai_class)marks->previous;
    bool is_mark = thai_is(class, THAI_MARKS), is_tail = thai_is(class, THAI_TAILS);
    if (previous == THAI_LEAD && is_mark) {
        marks->at = find_before(&text, at, fault);
        return true;
    }
    if (previous == THAI_LEAD) {
        marks->at = class == THAI_LEAD ? find_leads(&text, at, fault) : find_lead(&text, at, fault);
        return true;
    }
    if (thai_is(previous, THAI_BIT(THAI_OTHER) | THAI_BIT(THAI_BLANK) | THAI_BIT(THAI_DASH))) {
        marks->at = is_tail ? find_tail(&text, marks->base, at, fault)
                            : find_parted(&text, marks->base, at, fault);
        return true;
    }
    struct thai_letter letter = {0};
    if (marks->base != SIZE_MAX)
        letter = thai_letter_read(&text, marks->base);
    if (letter.end <= at) { /* the last letter is not the one before */
        marks->at = is_mark ? find_orphan(&text, at, fault) : thai_after(&text, at);
        return is_mark;
    }
    marks->at = letter.end;
    return find_in_letter(&text, &letter, fault);
}

/* The pass goes on after a letter or marks that were examined. */
static void resume(struct thai_marks *marks, size_t from)
{
    struct thai_text text = text_of(marks);
    if (marks->at <= from) /* what made a vowel before it suspect is taken with it */
        marks->at = thai_after(&text, from);
    marks->previous = thai_class_before(&text, marks->at);
}

/* The class of the character at a place, which moves after it. ASCII and Thai, which nearly all text is, take the short
 * ways. */
static inline enum thai_class next_class(const struct thai_marks *marks, size_t *at)
{
    const unsigned char *byte = (const unsigned char *)marks->text + *at;
    if (byte[0] < 0x80) {
        *at += 1;
        return (enum thai_class)THAI_TABLE[byte[0]];
    }
    if (byte[0] == 0xE0 && (byte[1] & 0xFE) == 0xB8) { /* the text is UTF-8: a third byte follows */
        *at += 3;
        return (enum thai_class)THAI_TABLE[0x80 + ((byte[1] & 1) << 6) + (byte[2] & 0x3F)];
    }
    return thai_class(utf8_next(marks->text, marks->length, at));
}

/* Goes on to the next suspect character, of a class; false at the text's end. */
static bool find_suspect(struct thai_marks *marks, size_t *suspect, enum thai_class *class)
{
    size_t at = marks->at, length = marks->length, base = marks->base, start = at;
    enum thai_class previous = (enum thai_class)marks->previous, here = THAI_OTHER;
    bool found = false;
    while (at < length && !found) {
        start = at;
        here = next_class(marks, &at);
        found = is_suspect(previous, here);
        if (thai_is(here, THAI_LETTERS | THAI_BIT(THAI_HOLDER)))
            base = start;
        if (here != THAI_FOREIGN && !found)
            previous = here;
    }
    *suspect = start;
    *class = here;
    marks->at = at;
    marks->base = base;
    marks->previous = previous;
    return found;
}

/* A vowel that is written first, at the text's end. */
static bool ends_with_lead(struct thai_marks *marks, struct thai_marks_fault *fault)
{
    struct thai_text text = text_of(marks);
    if (marks->previous != THAI_LEAD)
        return false;
    find_lead(&text, marks->length, fault);
    marks->previous = THAI_OTHER;
    return true;
}

bool thai_marks_next(struct thai_marks *marks, struct thai_marks_fault *fault)
{
    size_t at;
    enum thai_class class;
    while (find_suspect(marks, &at, &class)) {
        bool found = examine(marks, at, class, fault);
        resume(marks, at);
        if (found)
            return true;
    }
    return ends_with_lead(marks, fault);
}
