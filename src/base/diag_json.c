/*
 * The messages for other programs. JSON: an array with an object a message. SARIF 2.1.0 (OASIS):
 * the form that editors and code hosts read; columns count code points there too, rules are listed
 * once, and what is acknowledged carries a suppression with its reason.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"
#include "base/escape.h"
#include "base/json.h"

static const char *const level_words[DIAG_ERROR + 1] = {"note", "warning", "error"};

static void add_text(struct json *json, const char *key, const char *sentence,
                     const char *const *argument)
{
    struct buffer text = {0};
    diag_sentence(&text, sentence, argument);
    json_string(json, key, buffer_text(&text));
    buffer_free(&text);
}

static void add_place(struct json *json, const struct diag_message *message)
{
    if (message->place.source != NULL) {
        json_string(json, "file", message->place.source->path);
        json_whole(json, "line", message->place.line);
        json_whole(json, "column", message->place.column);
    }
    if (message->path != NULL)
        json_string(json, "place", message->path);
}

/* The others that are said with a message, each with its own sentence. */
static void add_related(struct json *json, const struct diag_entry *entry,
                        enum diag_language language)
{
    if (entry->others == 0)
        return;
    json_open(json, "related", '[');
    for (size_t i = 0; i < entry->others; i++) {
        const struct diag_message *other = entry->other[i];
        json_open(json, NULL, '{');
        add_place(json, other);
        add_text(json, "message", diag_row(other->code)->sentence[language],
                 other->argument[language]);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_remedy(struct json *json, const struct diag_remedy *remedy)
{
    if (remedy->text == NULL)
        return;
    json_open(json, "remedy", '{');
    json_whole(json, "from", (int64_t)remedy->from);
    json_whole(json, "to", (int64_t)remedy->to);
    json_string(json, "text", remedy->text);
    json_bool(json, "certain", remedy->is_certain);
    json_close(json, '}');
}

static void add_entry(struct json *json, const struct diag_entry *entry,
                      enum diag_language language, struct arena *arena)
{
    const struct diag_message *message = entry->message;
    const char *const *argument = diag_entry_arguments(entry, language, arena);
    const char *hint = diag_entry_hint(entry, language);
    json_open(json, NULL, '{');
    add_place(json, message);
    json_string(json, "severity", level_words[message->severity]);
    json_string(json, "rule", diag_row(message->code)->rule);
    add_text(json, "message", diag_entry_sentence(entry, language), argument);
    json_open(json, "values", '[');
    for (size_t i = 0; argument[i] != NULL; i++)
        json_string(json, NULL, argument[i]);
    json_close(json, ']');
    json_open(json, "notes", '[');
    for (size_t i = 0; i < message->remarks; i++)
        add_text(json, NULL, diag_row(message->remark[i].code)->sentence[language],
                 message->remark[i].argument);
    json_close(json, ']');
    if (hint[0] != '\0')
        add_text(json, "hint", hint, argument);
    if (message->known)
        json_bool(json, "known", true);
    add_remedy(json, &message->remedy);
    add_related(json, entry, language);
    json_close(json, '}');
}

void diag_print_json(const struct diag *diag, FILE *to, struct diag_style style)
{
    struct buffer out = {0};
    struct json json = {.out = &out};
    struct diag_listing listing = diag_list(diag, &style);
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < listing.count; i++)
        add_entry(&json, &listing.entry[i], style.language, listing.arena);
    json_close(&json, ']');
    fwrite(out.bytes, 1, out.length, to);
    diag_listing_free(&listing);
    buffer_free(&out);
}

/* ---- SARIF ---- */

static const char *rule_of(const struct diag_entry *entry)
{
    return diag_row(entry->message->code)->rule;
}

/* Whether an entry before it has the same rule. */
static bool has_earlier(const struct diag_listing *listing, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(rule_of(&listing->entry[i]), rule_of(&listing->entry[index])) == 0)
            return true;
    return false;
}

static void add_driver(struct json *json, const struct diag_listing *listing)
{
    json_open(json, "tool", '{');
    json_open(json, "driver", '{');
    json_string(json, "name", "itareport");
    json_open(json, "rules", '[');
    for (size_t i = 0; i < listing->count; i++) {
        if (has_earlier(listing, i))
            continue;
        json_open(json, NULL, '{');
        json_string(json, "id", rule_of(&listing->entry[i]));
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, '}');
}

/* A path as a relative reference. */
static void add_uri(struct json *json, const char *path)
{
    struct buffer uri = {0};
    escape_path(&uri, path);
    json_string(json, "uri", buffer_text(&uri));
    buffer_free(&uri);
}

static void add_physical(struct json *json, struct place place)
{
    json_open(json, "physicalLocation", '{');
    json_open(json, "artifactLocation", '{');
    add_uri(json, place.source->path);
    json_close(json, '}');
    if (place.line > 0) {
        json_open(json, "region", '{');
        json_whole(json, "startLine", place.line);
        if (place.column > 0)
            json_whole(json, "startColumn", place.column);
        json_close(json, '}');
    }
    json_close(json, '}');
}

/* The members of a location object; text: what is said of it, or NULL. */
static void add_location(struct json *json, const struct diag_message *message, const char *text)
{
    json_open(json, NULL, '{');
    if (message->place.source != NULL)
        add_physical(json, message->place);
    if (message->path != NULL) {
        json_open(json, "logicalLocations", '[');
        json_open(json, NULL, '{');
        json_string(json, "fullyQualifiedName", message->path);
        json_close(json, '}');
        json_close(json, ']');
    }
    if (text != NULL) {
        json_open(json, "message", '{');
        json_string(json, "text", text);
        json_close(json, '}');
    }
    json_close(json, '}');
}

static void add_related_locations(struct json *json, const struct diag_entry *entry,
                                  enum diag_language language)
{
    if (entry->others == 0)
        return;
    json_open(json, "relatedLocations", '[');
    for (size_t i = 0; i < entry->others; i++) {
        const struct diag_message *other = entry->other[i];
        struct buffer text = {0};
        diag_sentence(&text, diag_row(other->code)->sentence[language], other->argument[language]);
        add_location(json, other, buffer_text(&text));
        buffer_free(&text);
    }
    json_close(json, ']');
}

/* Sentence, notes and hint as one text. */
static void add_full_text(struct json *json, const struct diag_entry *entry,
                          enum diag_language language, struct arena *arena)
{
    const struct diag_message *message = entry->message;
    const char *const *argument = diag_entry_arguments(entry, language, arena);
    const char *hint = diag_entry_hint(entry, language);
    struct buffer text = {0};
    diag_sentence(&text, diag_entry_sentence(entry, language), argument);
    for (size_t i = 0; i < message->remarks; i++) {
        const struct diag_row *remark = diag_row(message->remark[i].code);
        buffer_add_char(&text, '\n');
        diag_sentence(&text, remark->sentence[language], message->remark[i].argument);
    }
    if (hint[0] != '\0') {
        buffer_add_char(&text, '\n');
        diag_sentence(&text, hint, argument);
    }
    json_open(json, "message", '{');
    json_string(json, "text", buffer_text(&text));
    json_close(json, '}');
    buffer_free(&text);
}

static void add_suppression(struct json *json, const struct diag_message *message)
{
    for (size_t i = 0; i < message->remarks; i++) {
        if (message->remark[i].code != MESSAGE_ACKNOWLEDGED)
            continue;
        json_open(json, "suppressions", '[');
        json_open(json, NULL, '{');
        json_string(json, "kind", "inSource");
        json_string(json, "justification", message->remark[i].argument[0]);
        json_close(json, '}');
        json_close(json, ']');
    }
}

static void add_result(struct json *json, const struct diag_entry *entry,
                       enum diag_language language, struct arena *arena)
{
    const struct diag_message *message = entry->message;
    json_open(json, NULL, '{');
    json_string(json, "ruleId", rule_of(entry));
    json_string(json, "level", level_words[message->severity]);
    add_full_text(json, entry, language, arena);
    if (message->place.source != NULL) {
        json_open(json, "locations", '[');
        add_location(json, message, NULL);
        json_close(json, ']');
    }
    add_related_locations(json, entry, language);
    add_suppression(json, message);
    json_close(json, '}');
}

void diag_print_sarif(const struct diag *diag, FILE *to, struct diag_style style)
{
    struct buffer out = {0};
    struct json json = {.out = &out};
    struct diag_listing listing = diag_list(diag, &style);
    json_open(&json, NULL, '{');
    json_string(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_string(&json, "version", "2.1.0");
    json_open(&json, "runs", '[');
    json_open(&json, NULL, '{');
    add_driver(&json, &listing);
    json_string(&json, "columnKind", "unicodeCodePoints");
    json_open(&json, "results", '[');
    for (size_t i = 0; i < listing.count; i++)
        add_result(&json, &listing.entry[i], style.language, listing.arena);
    json_close(&json, ']');
    json_close(&json, '}');
    json_close(&json, ']');
    json_close(&json, '}');
    fwrite(out.bytes, 1, out.length, to);
    diag_listing_free(&listing);
    buffer_free(&out);
}
