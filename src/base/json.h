/*
 * json.h - JSON text, written piece by piece.
 *
 * Purpose: the machine-readable messages and the schemas are JSON; this writes the commas, the
 *          indentation and the escapes.
 * Units:   UTF-8; malformed bytes become U+FFFD.
 * Memory:  zero a struct json, set out; nothing to free.
 * Errors:  nesting deeper than JSON_DEPTH is an error of the program (assert).
 */
#ifndef ITAREPORT_BASE_JSON_H
#define ITAREPORT_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/place.h"

enum { JSON_DEPTH = 64 };

struct json {
    struct buffer *out;
    int depth;
    bool filled[JSON_DEPTH]; /* whether the object or array has something in it */
};

/* key is NULL inside an array and for the outermost value. */
void json_open(struct json *json, const char *key, char bracket); /* '{' or '[' */
void json_close(struct json *json, char bracket);                 /* '}' or ']' */
void json_string(struct json *json, const char *key, const char *text);
void json_whole(struct json *json, const char *key, int64_t number);
void json_bool(struct json *json, const char *key, bool value);
void json_place(struct json *json, const char *key, struct place place); /* nowhere: nothing */
void json_raw(struct json *json, const char *key, const char *text);     /* JSON as it is */

#endif
