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

static void add_message(struct json *json, const struct diag_message *message,
                        enum diag_language language)
{
    const struct diag_row *row = diag_row(message->code);
    json_open(json, NULL, '{');
    if (message->place.source != NULL) {
        json_string(json, "file", message->place.source->path);
        json_whole(json, "line", message->place.line);
        json_whole(json, "column", message->place.column);
    }
    if (message->path != NULL)
        json_string(json, "place", message->path);
    json_string(json, "severity", level_words[message->severity]);
    json_string(json, "rule", row->rule);
    add_text(json, "message", row->sentence[language], message->argument[language]);
    json_open(json, "values", '[');
    for (size_t i = 0; message->argument[language][i] != NULL; i++)
        json_string(json, NULL, message->argument[language][i]);
    json_close(json, ']');
    json_open(json, "notes", '[');
    for (size_t i = 0; i < message->remarks; i++)
        add_text(json, NULL, diag_row(message->remark[i].code)->sentence[language],
                 message->remark[i].argument);
    json_close(json, ']');
    if (row->hint[language][0] != '\0')
        add_text(json, "hint", row->hint[language], message->argument[language]);
    json_close(json, '}');
}

void diag_print_json(const struct diag *diag, FILE *to, enum diag_language language)
{
    struct buffer out = {0};
    struct json json = {.out = &out};
    size_t count = 0;
    const struct diag_message **messages = diag_order(diag, &count);
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < count; i++)
        add_message(&json, messages[i], language);
    json_close(&json, ']');
    fwrite(out.bytes, 1, out.length, to);
    free(messages);
    buffer_free(&out);
}

/* ---- SARIF ---- */

/* The index of the first message with the same rule. */
static size_t first_of_rule(const struct diag_message **messages, size_t index)
{
    const char *rule = diag_row(messages[index]->code)->rule;
    for (size_t i = 0; i < index; i++)
        if (strcmp(diag_row(messages[i]->code)->rule, rule) == 0)
            return i;
    return index;
}

static void add_driver(struct json *json, const struct diag_message **messages, size_t count)
{
    json_open(json, "tool", '{');
    json_open(json, "driver", '{');
    json_string(json, "name", "itareport");
    json_open(json, "rules", '[');
    for (size_t i = 0; i < count; i++) {
        if (first_of_rule(messages, i) != i)
            continue;
        json_open(json, NULL, '{');
        json_string(json, "id", diag_row(messages[i]->code)->rule);
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

static void add_location(struct json *json, const struct diag_message *message)
{
    json_open(json, "locations", '[');
    json_open(json, NULL, '{');
    json_open(json, "physicalLocation", '{');
    json_open(json, "artifactLocation", '{');
    add_uri(json, message->place.source->path);
    json_close(json, '}');
    if (message->place.line > 0) {
        json_open(json, "region", '{');
        json_whole(json, "startLine", message->place.line);
        if (message->place.column > 0)
            json_whole(json, "startColumn", message->place.column);
        json_close(json, '}');
    }
    json_close(json, '}');
    if (message->path != NULL) {
        json_open(json, "logicalLocations", '[');
        json_open(json, NULL, '{');
        json_string(json, "fullyQualifiedName", message->path);
        json_close(json, '}');
        json_close(json, ']');
    }
    json_close(json, '}');
    json_close(json, ']');
}

/* Sentence, notes and hint as one text. */
static void add_full_text(struct json *json, const struct diag_message *message,
                          enum diag_language language)
{
    const struct diag_row *row = diag_row(message->code);
    struct buffer text = {0};
    diag_sentence(&text, row->sentence[language], message->argument[language]);
    for (size_t i = 0; i < message->remarks; i++) {
        const struct diag_row *remark = diag_row(message->remark[i].code);
        buffer_add_char(&text, '\n');
        diag_sentence(&text, remark->sentence[language], message->remark[i].argument);
    }
    if (row->hint[language][0] != '\0') {
        buffer_add_char(&text, '\n');
        diag_sentence(&text, row->hint[language], message->argument[language]);
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

static void add_result(struct json *json, const struct diag_message *message,
                       enum diag_language language)
{
    json_open(json, NULL, '{');
    json_string(json, "ruleId", diag_row(message->code)->rule);
    json_string(json, "level", level_words[message->severity]);
    add_full_text(json, message, language);
    if (message->place.source != NULL)
        add_location(json, message);
    add_suppression(json, message);
    json_close(json, '}');
}

void diag_print_sarif(const struct diag *diag, FILE *to, enum diag_language language)
{
    struct buffer out = {0};
    struct json json = {.out = &out};
    size_t count = 0;
    const struct diag_message **messages = diag_order(diag, &count);
    json_open(&json, NULL, '{');
    json_string(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_string(&json, "version", "2.1.0");
    json_open(&json, "runs", '[');
    json_open(&json, NULL, '{');
    add_driver(&json, messages, count);
    json_string(&json, "columnKind", "unicodeCodePoints");
    json_open(&json, "results", '[');
    for (size_t i = 0; i < count; i++)
        add_result(&json, messages[i], language);
    json_close(&json, ']');
    json_close(&json, '}');
    json_close(&json, ']');
    json_close(&json, '}');
    fwrite(out.bytes, 1, out.length, to);
    free(messages);
    buffer_free(&out);
}
