/*
 * Two blanks of indentation a level, a value a line: the files are read by people and kept under
 * version control too.
 */
#include "base/json.h"

#include <assert.h>
#include <string.h>

#include "base/escape.h"

static void start_value(struct json *json, const char *key)
{
    if (json->depth > 0) {
        buffer_add_string(json->out, json->filled[json->depth - 1] ? ",\n" : "\n");
        json->filled[json->depth - 1] = true;
        buffer_printf(json->out, "%*s", 2 * json->depth, "");
    }
    if (key == NULL)
        return;
    escape_json(json->out, key);
    buffer_add_string(json->out, ": ");
}

void json_open(struct json *json, const char *key, char bracket)
{
    start_value(json, key);
    assert(json->depth < JSON_DEPTH);
    json->filled[json->depth++] = false;
    buffer_add_char(json->out, bracket);
}

void json_close(struct json *json, char bracket)
{
    assert(json->depth > 0);
    json->depth--;
    if (json->filled[json->depth])
        buffer_printf(json->out, "\n%*s", 2 * json->depth, "");
    buffer_add_char(json->out, bracket);
    if (json->depth == 0)
        buffer_add_char(json->out, '\n');
}

void json_string(struct json *json, const char *key, const char *text)
{
    start_value(json, key);
    escape_json(json->out, text);
}

void json_whole(struct json *json, const char *key, int64_t number)
{
    start_value(json, key);
    buffer_printf(json->out, "%lld", (long long)number);
}

void json_bool(struct json *json, const char *key, bool value)
{
    json_raw(json, key, value ? "true" : "false");
}

void json_raw(struct json *json, const char *key, const char *text)
{
    start_value(json, key);
    buffer_add_string(json->out, text);
}

void json_place(struct json *json, const char *key, struct place place)
{
    if (place.source == NULL)
        return;
    json_open(json, key, '{');
    json_string(json, "file", place.source->path);
    json_whole(json, "line", place.line);
    json_whole(json, "column", place.column);
    json_close(json, '}');
}
