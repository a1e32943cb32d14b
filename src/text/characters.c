/* Classes of ASCII and of Thai are looked up in a table; those of other characters are worked out each time. */
#include "text/characters.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "text/letters.h"

static bool is_blank(char32_t c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static bool is_line_end(char32_t c)
{
    return c == '\n' || c == 0x2028 || c == 0x2029;
}

static bool is_space(char32_t c)
{
    return is_blank(c) || (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
}

static bool is_consonant(char32_t c)
{
    return c >= 0x0E01 && c <= 0x0E2E;
}

/* U+2011 is the hyphen that joins: part of a word. */
static bool is_latin(char32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0x00C0 && c <= 0x024F && c != 0x00D7 && c != 0x00F7) || c == 0x2011;
}

static bool is_joiner(char32_t c)
{
    return c == 0x2060 || c == 0x200C || c == 0x200D;
}

static bool is_invisible(char32_t c)
{
    return letters_are_invisible(c) && !is_blank(c) && !is_line_end(c);
}

static const struct {
    uint16_t class;
    bool (*has)(char32_t c);
} CLASSES[] = {
    {CHARACTER_WORD, letters_make_words},
    {CHARACTER_BLANK, is_blank},
    {CHARACTER_LINE_END, is_line_end},
    {CHARACTER_INVISIBLE, is_invisible},
    {CHARACTER_SPACE, is_space},
    {CHARACTER_CONSONANT, is_consonant},
    {CHARACTER_LEANS_BACK, letters_lean_back},
    {CHARACTER_LATIN, is_latin},
    {CHARACTER_DIGIT, utf8_is_digit},
    {CHARACTER_JOINER, is_joiner},
};

static uint16_t class_of(char32_t c)
{
    unsigned all = 0;
    for (size_t i = 0; i < sizeof CLASSES / sizeof CLASSES[0]; i++)
        all |= CLASSES[i].has(c) ? CLASSES[i].class : 0u;
    return (uint16_t)all;
}

struct characters *characters_new(void)
{
    struct characters *characters = memory_zeroed(1, sizeof *characters);
    for (char32_t c = 0; c < 0x80; c++) {
        characters->class[characters_row(c)] = class_of(c);
        characters->class[characters_row(c + 0x0E00)] = class_of(c + 0x0E00);
    }
    return characters;
}

void characters_free(struct characters *characters)
{
    if (characters == NULL)
        return;
    free(characters->at);
    free(characters);
}

void characters_read(struct characters *characters, const char *text, size_t length)
{
    if (characters->room < length + 1) {
        characters->room = 2 * length + 1;
        characters->at = memory_grow(characters->at, characters->room, sizeof *characters->at);
    }
    struct character *out = characters->at;
    for (size_t at = 0; at < length; out++) {
        uint32_t start = (uint32_t)at;
        char32_t c = utf8_next(text, length, &at);
        size_t row = characters_row(c);
        uint16_t class = row < CHARACTERS_TABLED ? characters->class[row] : class_of(c);
        *out = (struct character){c, start, class, false, 0};
    }
    *out = (struct character){.start = (uint32_t)length};
    characters->text = text;
    characters->count = (size_t)(out - characters->at);
}

void characters_raise(struct characters *characters, size_t *at, size_t end)
{
    const unsigned kept = CHARACTER_BLANK | CHARACTER_LINE_END | CHARACTER_INVISIBLE;
    for (; *at < characters->count && characters->at[*at].start < end; ++*at) {
        unsigned class = characters->at[*at].class & kept;
        characters->at[*at].class = (uint16_t)(CHARACTER_RAISED | class);
    }
}
