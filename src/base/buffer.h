/*
 * buffer.h - a growing run of bytes, always NUL-terminated.
 *
 * Purpose: dumps, messages and output files are made in memory first.
 * Memory:  zero a struct buffer to start; buffer_free gives the bytes back.
 */
#ifndef ITAREPORT_BASE_BUFFER_H
#define ITAREPORT_BASE_BUFFER_H

#include <stddef.h>

struct buffer {
    char *bytes;
    size_t length;
    size_t capacity;
};

void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_add_string(struct buffer *buffer, const char *text);
void buffer_add_char(struct buffer *buffer, char c);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The text so far; "" when nothing was added. */
const char *buffer_text(const struct buffer *buffer);

/* Empties the buffer and keeps its room. */
void buffer_clear(struct buffer *buffer);
void buffer_free(struct buffer *buffer);

#endif
