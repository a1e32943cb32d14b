/*
 * digit.h - digits, Thai and Western.
 */
#ifndef ITAREPORT_BASE_DIGIT_H
#define ITAREPORT_BASE_DIGIT_H

#include <stddef.h>
#include <uchar.h>

#include "base/buffer.h"

enum digit_script { DIGIT_WESTERN, DIGIT_THAI };

/* The value of a digit of either script, or -1. */
int digit_value(char32_t c);

/* The order of two texts in which the digits of both scripts are the same: i2 and i๒ are equal. */
int digit_compare(const char *a, const char *b);

/* A text in which every digit is written in one script. */
void digit_add_text(struct buffer *out, const char *text, size_t length, enum digit_script script);

#endif
