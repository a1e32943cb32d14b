/*
 * evidence.c - reads `evidence` of edition.yaml: where the agency publishes what answers the questions.
 *
 * edition.yaml is read before the scheme it names, so the rows are read with it and looked at
 * afterwards, by evidence_link. A question may have several pages; the same page twice under one
 * question is a slip.
 */
#include <string.h>

#include "base/address.h"
#include "edition/load.h"

static const struct field evidence_fields[] = {
    {.key = "question",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(edition_evidence, id),
     .about = "the question that the page answers, such as o1"},
    {.key = "title",
     .kind = FIELD_TEMPLATE,
     .required = true,
     RECORD_AT(edition_evidence, title),
     .about = "what the page is called"},
    {.key = "url",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(edition_evidence, url),
     .about = "its address, beginning with https:// or http://"},
};

const struct record evidence_record = {
    .name = "evidence",
    .thai = "หลักฐาน",
    .size = sizeof(struct edition_evidence),
    RECORD_FIELDS(evidence_fields),
    .place_offset = offsetof(struct edition_evidence, place),
};

static void check_url(struct loader *loader, const struct text *url)
{
    if (!address_is_page(url->bytes, url->length) ||
        address_check(url->bytes, url->length) != ADDRESS_FINE)
        diag_say(loader->reader.diag, MESSAGE_EVIDENCE_URL, url->place, url->bytes);
}

static bool same_text(const struct text *a, const struct text *b)
{
    return a->bytes && b->bytes && strcmp(a->bytes, b->bytes) == 0;
}

static void check_twice(struct loader *loader, const struct edition_evidence *first, size_t index)
{
    const struct edition_evidence *item = &first[index];
    for (size_t i = 0; i < index; i++) {
        if (!same_text(&first[i].id, &item->id) || !same_text(&first[i].url, &item->url))
            continue;
        diag_say(loader->reader.diag, MESSAGE_EVIDENCE_TWICE, item->url.place, item->id.bytes,
                 load_number(loader, first[i].url.place.line));
        return;
    }
}

void evidence_link(struct loader *loader)
{
    struct edition_profile *edition = &loader->edition->profile;
    for (size_t i = 0; i < edition->evidences; i++) {
        struct edition_evidence *item = &edition->evidence[i];
        if (loader->resolves && item->id.node)
            item->question = lookup_question(loader, item->id.node, (struct lookup_scope){0});
        if (item->url.bytes)
            check_url(loader, &item->url);
        check_twice(loader, edition->evidence, i);
    }
}
