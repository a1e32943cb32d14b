/*
 * The messages for other programs: JSON, an array with an object a message. SARIF: diag_sarif.c.
 */
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"
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
