/*
 * Walks the table like the reader does, one writer a kind of field. Numbers may be typed in Thai
 * digits, which YAML takes for text, so a number is a number or a text of digits.
 */
#include "yaml/record_schema.h"

#include "base/decimal.h"
#include "base/json.h"

#define THAI_DIGITS "[0-9\\u0e50-\\u0e59]"

static void add_record(struct json *json, const struct record *record);

/* The kinds that more than one place needs. */
static void add_definitions(struct json *json)
{
    json_open(json, "definitions", '{');
    json_raw(json, "text", "{\"type\": [\"string\", \"number\"]}");
    json_raw(json, "texts",
             "{\"anyOf\": [{\"$ref\": \"#/definitions/text\"}, "
             "{\"type\": \"array\", \"items\": {\"$ref\": \"#/definitions/text\"}}]}");
    json_raw(json, "literal",
             "{\"type\": [\"string\", \"number\"], \"pattern\": \"^(?![\\\\s\\\\S]*[{][{])\"}");
    json_raw(json, "literals",
             "{\"anyOf\": [{\"$ref\": \"#/definitions/literal\"}, "
             "{\"type\": \"array\", \"items\": {\"$ref\": \"#/definitions/literal\"}}]}");
    json_raw(json, "whole",
             "{\"anyOf\": [{\"type\": \"integer\"}, "
             "{\"type\": \"string\", \"pattern\": \"^" THAI_DIGITS "+$\"}]}");
    json_raw(json, "score",
             "{\"anyOf\": [{\"type\": \"number\", \"minimum\": 0}, "
             "{\"type\": \"string\", \"pattern\": \"^" THAI_DIGITS "+([.]" THAI_DIGITS
             "{1,2})?$\"}]}");
    json_raw(json, "scores",
             "{\"anyOf\": [{\"$ref\": \"#/definitions/score\"}, " RECORD_SCHEMA_MAP("score") "]}");
    json_raw(json, "date",
             "{\"type\": \"string\", \"pattern\": \"^(" THAI_DIGITS
             "{1,2} [^ ]+ (\\u0e1e[.]\\u0e28[.] ?)?"
             "|" THAI_DIGITS "{4}-|" THAI_DIGITS "{1,2}[-/.]" THAI_DIGITS "{1,2}[-/.]" THAI_DIGITS
             "{4})\"}");
    json_close(json, '}');
}

/* A number between low and high, or the same in Thai digits (whose size is the loader's matter). */
static void add_number(struct json *json, const struct field *field, bool whole)
{
    json_open(json, "anyOf", '[');
    json_open(json, NULL, '{');
    json_string(json, "type", whole ? "integer" : "number");
    if (field->low < field->high && whole) {
        json_whole(json, "minimum", field->low);
        json_whole(json, "maximum", field->high);
    } else if (field->low < field->high) {
        struct buffer number = {0};
        decimal_add_two(&number, field->low);
        json_raw(json, "minimum", buffer_text(&number));
        buffer_clear(&number);
        decimal_add_two(&number, field->high);
        json_raw(json, "maximum", buffer_text(&number));
        buffer_free(&number);
    }
    json_close(json, '}');
    json_open(json, NULL, '{');
    json_string(json, "type", "string");
    json_raw(json, "pattern",
             whole ? "\"^" THAI_DIGITS "+$\"" : "\"^" THAI_DIGITS "+([.]" THAI_DIGITS "{1,2})?$\"");
    json_close(json, '}');
    json_close(json, ']');
}

static void add_names(struct json *json, const char *const *names)
{
    json_open(json, "enum", '[');
    for (size_t i = 0; names[i] != NULL; i++)
        json_string(json, NULL, names[i]);
    json_close(json, ']');
}

static void add_list(struct json *json, const struct record *record)
{
    json_string(json, "type", "array");
    json_open(json, "items", '{');
    add_record(json, record);
    json_close(json, '}');
}

/* A reference cannot have other keys beside it in draft 7. */
static void add_reference(struct json *json, const char *kind)
{
    struct buffer text = {0};
    buffer_printf(&text, "[{\"$ref\": \"#/definitions/%s\"}]", kind);
    json_raw(json, "allOf", buffer_text(&text));
    buffer_free(&text);
}

static void add_node(struct json *json, const struct field *field)
{
    struct buffer text = {0};
    if (field->record != NULL)
        add_record(json, field->record);
    else if (field->shape != NULL) {
        buffer_printf(&text, "[%s]", field->shape);
        json_raw(json, "allOf", buffer_text(&text));
    }
    buffer_free(&text);
}

static void add_kind(struct json *json, const struct field *field)
{
    switch (field->kind) {
    case FIELD_LITERAL:
    case FIELD_WORDING:
        if (field->names != NULL)
            add_names(json, field->names);
        else
            add_reference(json, "literal");
        break;
    case FIELD_LITERALS:
    case FIELD_WORDINGS:
        add_reference(json, "literals");
        break;
    case FIELD_TEMPLATE:
    case FIELD_PROSE:
    case FIELD_EXPRESSION:
        add_reference(json, "text");
        break;
    case FIELD_TEMPLATES:
    case FIELD_PROSES:
        add_reference(json, "texts");
        break;
    case FIELD_WHOLE:
        add_number(json, field, true);
        break;
    case FIELD_DECIMAL:
        add_number(json, field, false);
        break;
    case FIELD_DATE:
        add_reference(json, "date");
        break;
    case FIELD_BOOL:
        json_raw(json, "enum", "[true, false, \"yes\", \"no\", \"on\", \"off\"]");
        break;
    case FIELD_CHOICE:
        add_names(json, field->names);
        break;
    case FIELD_LENGTH:
        json_raw(json, "type", "[\"number\", \"string\"]");
        break;
    case FIELD_COLOUR:
        json_string(json, "type", "string");
        json_string(json, "pattern", "^#[0-9A-Fa-f]{6}$");
        break;
    case FIELD_RECORD:
        add_record(json, field->record);
        break;
    case FIELD_RECORDS:
        add_list(json, field->record);
        break;
    case FIELD_NODE:
        add_node(json, field);
        break;
    }
}

static void add_record(struct json *json, const struct record *record)
{
    json_string(json, "type", "object");
    json_bool(json, "additionalProperties", false);
    json_open(json, "properties", '{');
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        json_open(json, field->key, '{');
        if (field->about != NULL)
            json_string(json, "description", field->about);
        add_kind(json, field);
        json_close(json, '}');
    }
    json_close(json, '}');
    json_open(json, "required", '[');
    for (size_t i = 0; i < record->count; i++)
        if (record->fields[i].required)
            json_string(json, NULL, record->fields[i].key);
    json_close(json, ']');
}

void record_schema(const struct record *record, struct buffer *out)
{
    struct json json = {.out = out};
    json_open(&json, NULL, '{');
    json_string(&json, "$schema", "http://json-schema.org/draft-07/schema#");
    json_string(&json, "title", record->name);
    add_definitions(&json);
    add_record(&json, record);
    json_close(&json, '}');
}
