/*
 * profile.c - reads edition.yaml: whose report this is, of which year, by which scheme.
 *
 * The table below is the file's whole grammar. Where a left-out value has a usual one (Thai, the
 * full name in place of a short one), it is filled in here, so that later stages need not ask.
 */
#include "base/utf8.h"
#include "edition/load.h"

static const struct field agency_fields[] = {
    {.key = "name",
     .kind = FIELD_WORDING,
     .required = true,
     RECORD_AT(edition_agency, name),
     .about = "the agency's full official name"},
    {.key = "short_name",
     .kind = FIELD_WORDING,
     RECORD_AT(edition_agency, short_name),
     .about = "the abbreviated name; the full name when left out"},
    {.key = "kind",
     .kind = FIELD_TEMPLATE,
     RECORD_AT(edition_agency, kind),
     .about = "the kind of agencies that it is one of, as the report calls them"},
};

static const struct record agency_record = {
    .name = "agency",
    .thai = "หน่วยงาน",
    .size = sizeof(struct edition_agency),
    RECORD_FIELDS(agency_fields),
    .place_offset = SIZE_MAX,
};

static const struct field acknowledgement_fields[] = {
    {.key = "rule",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(edition_acknowledgement, rule),
     .about = "the rule of the audit, such as figure-indicator"},
    {.key = "place",
     .kind = FIELD_LITERALS,
     .required = true,
     RECORD_AT(edition_acknowledgement, place_keys),
     .about =
         "the keys that lead to it, such as results.published.indicators.9; or a list of them"},
    {.key = "content",
     .kind = FIELD_LITERALS,
     RECORD_AT(edition_acknowledgement, contents),
     .about = "which finding there, by a value or words that its message has, or a list of them; "
              "without "
              "it one finding of a text is let pass"},
    {.key = "year",
     .kind = FIELD_WHOLE,
     RECORD_AT(edition_acknowledgement, year),
     .low = 2500,
     .high = 2700,
     .is_year = true,
     .about = "the fiscal year of the report that it holds for; in another year's it is an error"},
    {.key = "reason",
     .kind = FIELD_WORDING,
     .required = true,
     RECORD_AT(edition_acknowledgement, reason),
     .about = "why it is let pass"},
};

static const struct record acknowledgement_record = {
    .name = "acknowledgement",
    .thai = "การรับทราบ",
    .size = sizeof(struct edition_acknowledgement),
    RECORD_FIELDS(acknowledgement_fields),
    .place_offset = offsetof(struct edition_acknowledgement, place),
};

static const struct field signature_fields[] = {
    {.key = "name",
     .kind = FIELD_TEMPLATE,
     .required = true,
     RECORD_AT(edition_signature, name),
     .about = "the name of the person who signs"},
    {.key = "position",
     .kind = FIELD_TEMPLATE,
     .required = true,
     RECORD_AT(edition_signature, position),
     .about = "the person's position"},
    {.key = "date",
     .kind = FIELD_DATE,
     RECORD_AT(edition_signature, date),
     .about = "the day of signing; not printed when left out"},
};

static const struct record signature_record = {
    .name = "signature",
    .thai = "ผู้ลงนาม",
    .size = sizeof(struct edition_signature),
    RECORD_FIELDS(signature_fields),
    .place_offset = SIZE_MAX,
};

static const struct field edition_fields[] = {
    {.key = "framework",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(edition_profile, framework),
     .about = "the scheme of the year: a path relative to this file"},
    {.key = "layout",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(edition_profile, layout),
     .about = "the layout: a name in layouts/ or a path relative to this file"},
    {.key = "previous",
     .kind = FIELD_LITERAL,
     RECORD_AT(edition_profile, previous),
     .about = "the folder of an earlier edition to compare with, relative to this file"},
    {.key = "earlier",
     .kind = FIELD_LITERALS,
     RECORD_AT(edition_profile, earlier),
     .about =
         "the folders of several earlier editions, the one of the year before first; `previous` "
         "is short for a list of one"},
    {.key = "fiscal_year",
     .kind = FIELD_WHOLE,
     .required = true,
     RECORD_AT(edition_profile, fiscal_year),
     .low = 2500,
     .high = 2700,
     .is_year = true,
     .about = "the fiscal year assessed, Buddhist era"},
    {.key = "plan_year",
     .kind = FIELD_WHOLE,
     .required = true,
     RECORD_AT(edition_profile, plan_year),
     .low = 2500,
     .high = 2700,
     .is_year = true,
     .about = "the fiscal year the measures are for"},
    {.key = "date",
     .kind = FIELD_DATE,
     RECORD_AT(edition_profile, date),
     .about = "the date of the document"},
    {.key = "language",
     .kind = FIELD_LITERAL,
     RECORD_AT(edition_profile, language),
     .names = record_languages,
     .about = "the language of the text, th (when left out) or en"},
    {.key = "agency",
     .kind = FIELD_RECORD,
     .required = true,
     RECORD_AT(edition_profile, agency),
     .record = &agency_record,
     .about = "the agency whose report this is"},
    {.key = "emblem",
     .kind = FIELD_LITERAL,
     RECORD_AT(edition_profile, emblem),
     .about = "the image on the cover: a PNG, JPEG or SVG file in the edition's folder"},
    {.key = "cover",
     .kind = FIELD_TEMPLATES,
     RECORD_AT(edition_profile, cover),
     .about = "the lines of the cover"},
    {.key = "title",
     .kind = FIELD_TEMPLATES,
     RECORD_AT(edition_profile, title),
     .about = "the lines of the title above the first section"},
    {.key = "foreword",
     .kind = FIELD_PROSE,
     RECORD_AT(edition_profile, foreword),
     .about = "the foreword, Markdown"},
    {.key = "signature",
     .kind = FIELD_RECORD,
     RECORD_AT(edition_profile, signature),
     .record = &signature_record,
     .about = "who signs the report"},
    {.key = "terms",
     .kind = FIELD_WORDINGS,
     RECORD_AT(edition_profile, terms),
     .about = "names and terms that a line end must not break"},
    {.key = "letters",
     .kind = FIELD_RECORDS,
     RECORD_LIST(edition_profile, letter, letters),
     .record = &scheme_letter_record,
     .about =
         "the levels by letter, where this report prints letters that the scheme does not have"},
    {.key = "evidence",
     .kind = FIELD_RECORDS,
     RECORD_LIST(edition_profile, evidence, evidences),
     .record = &evidence_record,
     .about = "the pages where the agency publishes what the questions ask for"},
    {.key = "data",
     .kind = FIELD_NODE,
     RECORD_AT(edition_profile, data),
     .about = "free tables, numbers and texts that layouts and texts can name: a map"},
    {.key = "acknowledge",
     .kind = FIELD_RECORDS,
     RECORD_LIST(edition_profile, acknowledgement, acknowledgements),
     .record = &acknowledgement_record,
     .about = "known discrepancies that check lets pass"},
};

const struct record profile_record = {
    .name = "edition",
    .thai = "ฉบับรายงาน",
    .size = sizeof(struct edition_profile),
    RECORD_FIELDS(edition_fields),
    .place_offset = SIZE_MAX,
};

/* ---- words kept whole ---- */

enum { LEAST_LETTERS = 3 };

/* Whether a term is all Thai and has fewer letters; one with a dot or a Latin letter is known by that. */
static bool is_short(const struct text *term)
{
    size_t letters = 0;
    for (size_t at = 0; at < term->length;) {
        char32_t c = utf8_next(term->bytes, term->length, &at);
        if (!utf8_is_thai(c))
            return false;
        letters += !utf8_is_thai_mark(c);
    }
    return letters < LEAST_LETTERS;
}

static void check_term(struct loader *loader, const struct text *term)
{
    if (term->length > 0 && is_short(term))
        diag_say(loader->reader.diag, MESSAGE_SHORT_TERM, term->place, term->bytes);
}

/* A word of one or two letters is part of hundreds of others. */
static void check_terms(struct loader *loader, const struct edition_profile *edition)
{
    check_term(loader, &edition->agency.name);
    check_term(loader, &edition->agency.short_name);
    for (size_t i = 0; i < edition->terms.count; i++)
        check_term(loader, &edition->terms.item[i]);
}

void profile_load(struct loader *loader)
{
    struct edition_profile *edition = &loader->edition->profile;
    const struct node *node = load_beside(loader, "edition.yaml");
    if (!node)
        return;
    record_read(&loader->reader, &profile_record, node, edition);
    check_terms(loader, edition);
    if (!edition->language.bytes)
        edition->language = (struct text){.bytes = "th", .length = 2, .place = node->place};
    if (!edition->agency.short_name.bytes)
        edition->agency.short_name = edition->agency.name;
}
