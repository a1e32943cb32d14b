/* The edition is walked in the order of its files; a text that is not given is no passage. */
#include "claims/passages.h"

#include <string.h>

struct lister {
    struct arena *arena;
    const struct edition *edition;
    struct passage *item;
    size_t count, room;
};

/* A text, and what it is about. */
static void add(struct lister *lister, struct passage passage, const struct text *text)
{
    if (text->bytes == NULL || text->length == 0)
        return;
    lister->item =
        arena_room(lister->arena, lister->item, lister->count, &lister->room, sizeof *lister->item);
    passage.text = text;
    passage.scan = scan_text(lister->arena, text);
    lister->item[lister->count++] = passage;
}

static void add_kind(struct lister *lister, enum passage_kind kind, const struct text *text)
{
    add(lister, (struct passage){.kind = kind}, text);
}

static void add_texts(struct lister *lister, enum passage_kind kind, const struct texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        add_kind(lister, kind, &texts->item[i]);
}

static void add_profile(struct lister *lister)
{
    const struct edition_profile *profile = &lister->edition->profile;
    add_texts(lister, PASSAGE_TITLE, &profile->cover);
    add_texts(lister, PASSAGE_TITLE, &profile->title);
    add_kind(lister, PASSAGE_FOREWORD, &profile->foreword);
    for (size_t i = 0; i < profile->evidences; i++)
        add_kind(lister, PASSAGE_EVIDENCE, &profile->evidence[i].title);
}

/* Texts of the free data. */
static void add_data(struct lister *lister, const struct edition_data *data)
{
    if (data->kind == DATA_TEXT)
        add_kind(lister, PASSAGE_OTHER, &data->text);
    for (size_t i = 0; i < data->items; i++)
        add_data(lister, &data->item[i]);
}

static void add_recommendations(struct lister *lister)
{
    const struct edition_recommendations *all = &lister->edition->recommendations;
    add_kind(lister, PASSAGE_ADVICE, &all->introduction);
    for (size_t g = 0; g < all->groups; g++) {
        const struct edition_advice_group *group = &all->group[g];
        struct passage about = {.kind = PASSAGE_ADVICE, .instrument = group->instrument};
        add(lister, about, &group->introduction);
        for (size_t i = 0; i < group->items; i++) {
            about.question = group->item[i].question;
            add(lister, about, &group->item[i].text);
        }
    }
    add_texts(lister, PASSAGE_SURVEY, &all->survey);
}

static void add_indicator(struct lister *lister, const struct edition_indicator *of)
{
    const struct edition *edition = lister->edition;
    struct passage about = {.kind = PASSAGE_GUIDELINE, .indicator = of->indicator};
    for (size_t q = 0; q < edition->scheme->questions; q++) {
        about.question = &edition->scheme->question[q];
        if (about.question->indicator == of->indicator)
            add(lister, about, &edition->question[q].guideline);
    }
    about = (struct passage){.kind = PASSAGE_ANALYSIS, .indicator = of->indicator};
    add(lister, about, &of->analysis);
}

static void add_issue(struct lister *lister, const struct edition_issue *issue)
{
    add_kind(lister, PASSAGE_ISSUE, &issue->name);
    add_kind(lister, PASSAGE_ISSUE, &issue->focus);
    for (size_t m = 0; m < issue->measures; m++) {
        const struct edition_measure *measure = &issue->measure[m];
        add_kind(lister, PASSAGE_MEASURE, &measure->name);
        add_texts(lister, PASSAGE_STEP, &measure->steps);
        add_texts(lister, PASSAGE_OWNER, &measure->owners);
    }
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
            add_kind(lister, PASSAGE_OTHER, &wording->item[i]);
}

struct passages passages_collect(struct arena *arena, const struct edition *edition,
                                 const struct texts *wording)
{
    struct lister lister = {.arena = arena, .edition = edition};
    add_profile(&lister);
    add_data(&lister, &edition->data);
    add_recommendations(&lister);
    add_kind(&lister, PASSAGE_SUMMARY, &edition->summary);
    for (size_t i = 0; i < edition->scheme->indicators; i++)
        add_indicator(&lister, &edition->indicator[i]);
    for (size_t i = 0; i < edition->issues; i++)
        add_issue(&lister, &edition->issue[i]);
    size_t own = lister.count;
    add_wording(&lister, wording);
    return (struct passages){lister.item, own, lister.count};
}

bool passage_is_plan(const struct passage *passage)
{
    return passage->kind >= PASSAGE_ISSUE;
}
