/*
 * All texts of an edition, in the order of its files; then those of the layout, which only the rules of Thai
 * text look at. The scheme's texts are official and not the agency's to correct, so they are left out.
 */
#include <string.h>

#include "audit/rule.h"

struct lister {
    struct audit *audit;
    size_t capacity;
};

static void add(struct lister *lister, enum passage_kind kind, const struct text *text,
                const struct scheme_indicator *indicator)
{
    struct audit *audit = lister->audit;
    if (text->bytes == NULL || text->length == 0)
        return;
    audit->passage = arena_room(audit->arena, audit->passage, audit->passages, &lister->capacity,
                                sizeof *audit->passage);
    audit->passage[audit->passages++] =
        (struct passage){kind, text, indicator, scan_text(audit->arena, text)};
}

static void add_texts(struct lister *lister, enum passage_kind kind, const struct texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        add(lister, kind, &texts->item[i], NULL);
}

static void add_recommendations(struct lister *lister)
{
    const struct edition_recommendations *all = &lister->audit->edition->recommendations;
    add(lister, PASSAGE_OTHER, &all->introduction, NULL);
    for (size_t g = 0; g < all->groups; g++) {
        const struct edition_advice_group *group = &all->group[g];
        add(lister, PASSAGE_OTHER, &group->introduction, NULL);
        for (size_t i = 0; i < group->items; i++)
            add(lister, PASSAGE_OTHER, &group->item[i].text, NULL);
    }
    add_texts(lister, PASSAGE_OTHER, &all->survey);
}

static void add_indicator(struct lister *lister, const struct edition_indicator *of)
{
    const struct edition *edition = lister->audit->edition;
    for (size_t q = 0; q < edition->scheme->questions; q++)
        if (edition->scheme->question[q].indicator == of->indicator)
            add(lister, PASSAGE_GUIDELINE, &edition->question[q].guideline, of->indicator);
    add(lister, PASSAGE_ANALYSIS, &of->analysis, of->indicator);
}

static void add_issue(struct lister *lister, const struct edition_issue *issue)
{
    add(lister, PASSAGE_MEASURE, &issue->name, NULL);
    add(lister, PASSAGE_MEASURE, &issue->focus, NULL);
    for (size_t m = 0; m < issue->measures; m++) {
        const struct edition_measure *measure = &issue->measure[m];
        add(lister, PASSAGE_MEASURE, &measure->name, NULL);
        add_texts(lister, PASSAGE_MEASURE, &measure->steps);
        add_texts(lister, PASSAGE_MEASURE, &measure->owners);
    }
}

static void add_evidence(struct lister *lister, const struct edition_profile *edition)
{
    for (size_t i = 0; i < edition->evidences; i++)
        add(lister, PASSAGE_OTHER, &edition->evidence[i].title, NULL);
}

/* Names of files are no wording. */
static bool is_file_name(const struct text *text)
{
    const struct node *key = text->node != NULL ? node_key(text->node) : NULL;
    return key != NULL && strcmp(key->text, "image") == 0;
}

static void add_wording(struct lister *lister, const struct texts *wording)
{
    for (size_t i = 0; wording != NULL && i < wording->count; i++)
        if (!is_file_name(&wording->item[i]))
            add(lister, PASSAGE_OTHER, &wording->item[i], NULL);
}

void audit_collect_passages(struct audit *audit)
{
    const struct edition *edition = audit->edition;
    struct lister lister = {.audit = audit};
    add_texts(&lister, PASSAGE_OTHER, &edition->profile.cover);
    add_texts(&lister, PASSAGE_OTHER, &edition->profile.title);
    add(&lister, PASSAGE_OTHER, &edition->profile.foreword, NULL);
    add_evidence(&lister, &edition->profile);
    add_recommendations(&lister);
    add(&lister, PASSAGE_OTHER, &edition->summary, NULL);
    for (size_t i = 0; i < edition->scheme->indicators; i++)
        add_indicator(&lister, &edition->indicator[i]);
    for (size_t i = 0; i < edition->issues; i++)
        add_issue(&lister, &edition->issue[i]);
    size_t own = audit->passages;
    add_wording(&lister, audit->wording);
    audit->all_passages = audit->passages;
    audit->passages = own;
}
