/*
 * Codes that old Thai fonts had for forms of letters (base/thai_forms.h) are read as the letters, before anything else
 * sees the text: so words are found, breaks are right, and the report says what is seen. A code and its letter
 * have as many bytes, so places in the text stay as they are.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/thai_forms.h"
#include "base/utf8.h"
#include "yaml/node_parse.h"

enum { LEAD = 0xEF }; /* the first byte of all those codes */

void node_read_forms(const struct node *node, char *text, struct node_forms *forms)
{
    const char *found = memchr(text, LEAD, node->length);
    size_t at = found != NULL ? (size_t)(found - text) : node->length;
    while (at < node->length) {
        size_t start = at;
        char32_t c = utf8_next(text, node->length, &at);
        char32_t letter = thai_form_letter(c);
        if (letter == 0)
            continue;
        if (forms->count++ == 0) {
            forms->place = node_place_inside(node, start);
            forms->first = c;
        }
        size_t length = utf8_write(letter, text + start);
        assert(start + length == at);
        (void)length;
    }
}

void node_say_forms(const struct node_forms *forms, struct diag *diag)
{
    if (forms->count == 0)
        return;
    char count[24], code[16];
    char letter[5] = "";
    snprintf(count, sizeof count, "%zu", forms->count);
    snprintf(code, sizeof code, "U+%04X", (unsigned)forms->first);
    utf8_write(thai_form_letter(forms->first), letter);
    bool is_mark = utf8_is_thai_mark(thai_form_letter(forms->first));
    char shown[16];
    snprintf(shown, sizeof shown, "%s%s", is_mark ? "◌" : "", letter);
    diag_say(diag, MESSAGE_YAML_FORMS, forms->place, count, code, shown);
}
