/*
 * One spelling of a word through an edition. Words that official reports are known to spell in
 * more than one way are in words/audit.txt; whichever forms are the rarer in the edition are reported,
 * every time they occur. At a tie the first form is kept. What cannot be a word at all is told by marks.c.
 */
#include <string.h>

#include "audit/rule.h"
#include "base/utf8.h"

/* Whether a letter belongs to an address or a Latin word that a form beside it would be a part of. */
static bool joins_latin(const struct scan *scan, size_t at)
{
    const struct scan_letter *letter = &scan->letter[at];
    return at < scan->count &&
           (letter->class == SCAN_LATIN || letter->c == '/' || letter->c == '@' ||
            letter->c == '_' ||
            (letter->c == '.' && at + 1 < scan->count && scan->letter[at + 1].class == SCAN_LATIN));
}

/* Whether a form is only a part of something else: www.example.go.th/e-service.php */
static bool is_part(const struct scan *scan, size_t at, const char *form)
{
    if (at < scan->count && scan->letter[at].class == SCAN_OTHER)
        return true; /* no wording */
    if (at >= scan->count || scan->letter[at].class != SCAN_LATIN)
        return false;
    size_t after = at + utf8_count(form, strlen(form));
    return (at > 0 && joins_latin(scan, at - 1)) || joins_latin(scan, after);
}

/* Where a form is at or after a letter, and is not the start of a longer form. */
static size_t find_form(const struct scan *scan, size_t from, const struct words_entry *word,
                        size_t form)
{
    const char *const *forms = word->form;
    for (size_t at = from; at < scan->count; at++) {
        at = scan_find(scan, at, scan->count, forms[form]);
        bool longer = false;
        for (size_t i = 0; i < word->forms; i++)
            longer =
                longer || (strlen(forms[i]) > strlen(forms[form]) && scan_at(scan, at, forms[i]));
        if (at < scan->count && !longer && !is_part(scan, at, forms[form]))
            return at;
    }
    return scan->count;
}

static size_t count_form(const struct audit *audit, const struct words_entry *word, size_t form)
{
    size_t count = 0;
    for (size_t i = 0; i < audit->all_passages; i++) {
        const struct scan *scan = &audit->passage[i].scan;
        if (strstr(scan->text->bytes, word->form[form]) == NULL)
            continue;
        for (size_t at = 0; (at = find_form(scan, at, word, form)) < scan->count; at++)
            count++;
    }
    return count;
}

struct form {
    size_t index;
    size_t count;
};

static void report_form(struct audit *audit, const struct words_entry *word, size_t form,
                        struct form usual)
{
    for (size_t i = 0; i < audit->all_passages; i++) {
        const struct scan *scan = &audit->passage[i].scan;
        if (strstr(scan->text->bytes, word->form[form]) == NULL)
            continue;
        for (size_t at = 0; (at = find_form(scan, at, word, form)) < scan->count; at++) {
            size_t start = scan->letter[at].offset;
            const struct diag_remedy remedy = {start, start + strlen(word->form[form]),
                                               word->form[usual.index], true};
            audit_say(audit, MESSAGE_SPELLING, scan_place(scan, at), word->form[form],
                      word->form[usual.index], audit_whole(audit, (int64_t)usual.count));
            audit_mend(audit, &remedy);
        }
    }
}

static void check_word(struct audit *audit, const struct words_entry *word)
{
    size_t *count = ARENA_NEW(audit->arena, size_t, word->forms);
    struct form usual = {0, 0};
    for (size_t i = 0; i < word->forms; i++) {
        count[i] = count_form(audit, word, i);
        if (count[i] > usual.count)
            usual = (struct form){i, count[i]};
    }
    for (size_t i = 0; i < word->forms; i++)
        if (i != usual.index && count[i] > 0)
            report_form(audit, word, i, usual);
}

void rule_spelling(struct audit *audit)
{
    const struct words *words = &audit->words->of[AUDIT_SPELLING];
    for (size_t i = 0; i < words->count; i++)
        check_word(audit, &words->entry[i]);
    audit_say_marks(audit);
}
