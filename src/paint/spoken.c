/* One walk over the characters; what is not special is copied as it is. */
#include "paint/spoken.h"

#include <string.h>

#include "base/utf8.h"

static bool is_plain_space(char32_t c)
{
    return c == '\n' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2028 || c == 0x2029;
}

static bool is_silent(char32_t c)
{
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

char *spoken_text(struct arena *arena, const char *bytes, size_t length)
{
    char *text = arena_alloc(arena, length + 1, 1);
    size_t used = 0;
    for (size_t at = 0; at < length;) {
        size_t from = at;
        char32_t c = utf8_next(bytes, length, &at);
        if (is_plain_space(c)) {
            text[used++] = ' ';
        } else if (!is_silent(c)) {
            memcpy(text + used, bytes + from, at - from);
            used += at - from;
        }
    }
    return text;
}
