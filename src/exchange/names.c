#include "exchange/names.h"

#include <string.h>

#include "base/alike.h"
#include "base/buffer.h"
#include "base/digit.h"
#include "base/utf8.h"
#include "source/source.h"
#include "words/words.h"

static const struct words_class CLASSES[NAME_CLASSES] = {
    [NAME_ID] = {"id", WORDS_PHRASE, true},
    [NAME_TEXT] = {"text", WORDS_PHRASE, true},
    [NAME_SCORE] = {"score", WORDS_PHRASE, true},
    [NAME_PERCENT] = {"percent", WORDS_PHRASE, true},
    [NAME_ANNOUNCED] = {"announced", WORDS_PHRASE, true},
    [NAME_OTHER] = {"other", WORDS_PHRASE, true},
    [NAME_RANK] = {"rank", WORDS_PHRASE, true},
    [NAME_OTHER_RANK] = {"other_rank", WORDS_PHRASE, true},
    [NAME_RESPONDENTS] = {"respondents", WORDS_PHRASE, true},
    [NAME_PART] = {"part", WORDS_PHRASE, true},
    [NAME_QUESTION] = {"question", WORDS_PHRASE, true},
    [NAME_INDICATOR] = {"indicator", WORDS_PHRASE, true},
    [NAME_SUBINDICATOR] = {"subindicator", WORDS_PHRASE, true},
    [NAME_OVERALL] = {"overall", WORDS_PHRASE, true},
    [NAME_TOTAL] = {"total", WORDS_PHRASE, true},
    [NAME_LEVEL] = {"level", WORDS_PHRASE, true},
    [NAME_LETTER] = {"letter", WORDS_PHRASE, true},
    [NAME_UNIT] = {"unit", WORDS_PHRASE, true},
    [NAME_NOTHING] = {"nothing", WORDS_PHRASE, true},
    [NAME_ISSUE] = {"issue", WORDS_PHRASE, true},
    [NAME_ISSUE_NUMBER] = {"issue_number", WORDS_PHRASE, true},
    [NAME_FOCUS] = {"focus", WORDS_PHRASE, true},
    [NAME_MEASURE] = {"measure", WORDS_PHRASE, true},
    [NAME_STEPS] = {"steps", WORDS_PHRASE, true},
    [NAME_PERIOD] = {"period", WORDS_PHRASE, true},
    [NAME_FROM] = {"from", WORDS_PHRASE, true},
    [NAME_TO] = {"to", WORDS_PHRASE, true},
    [NAME_OWNERS] = {"owners", WORDS_PHRASE, true},
};

struct name {
    enum name_class class;
    const char *word;  /* as it is in the file */
    const char *plain; /* see names_plain */
    const char *key;
    size_t letters; /* of the key */
};

struct names {
    struct name *item;
    size_t count;
};

const char *names_key(struct arena *arena, const char *text)
{
    return alike_of(arena, text, strlen(text), NULL).key;
}

const char *names_plain(struct arena *arena, const char *text)
{
    struct buffer digits = {0}, out = {0};
    digit_add_text(&digits, text, strlen(text), DIGIT_WESTERN);
    const char *from = buffer_text(&digits);
    for (size_t at = utf8_skip_blanks(from, 0, digits.length); at < digits.length;) {
        size_t blank = utf8_blank(from, at, digits.length);
        bool is_blank = blank > 0 || from[at] == '\n' || from[at] == '\r';
        bool was_blank = out.length > 0 && out.bytes[out.length - 1] == ' ';
        if (is_blank && !was_blank)
            buffer_add_char(&out, ' ');
        else if (!is_blank)
            buffer_add_char(&out,
                            (char)(from[at] >= 'A' && from[at] <= 'Z' ? from[at] + 32 : from[at]));
        at += blank > 0 ? blank : 1;
    }
    if (out.length > 0 && out.bytes[out.length - 1] == ' ')
        out.length--;
    const char *copy = arena_copy(arena, out.bytes != NULL ? out.bytes : "", out.length);
    buffer_free(&digits);
    buffer_free(&out);
    return copy;
}

struct names *names_load(struct arena *arena, const char *path, struct diag *diag)
{
    const struct source *source = source_load(arena, path, (struct place){0}, diag);
    if (source == NULL)
        return NULL;
    size_t errors = diag_count(diag, DIAG_ERROR);
    const struct words_table table = {CLASSES, NAME_CLASSES};
    struct words all = words_read(arena, source, &table, diag);
    if (diag_count(diag, DIAG_ERROR) > errors)
        return NULL;
    struct names *names = ARENA_NEW(arena, struct names, 1);
    names->item = ARENA_NEW(arena, struct name, all.count + 1);
    for (size_t i = 0; i < all.count; i++) {
        const char *word = all.entry[i].form[0];
        struct name *name = &names->item[names->count++];
        *name = (struct name){.class = (enum name_class)all.entry[i].class,
                              .word = word,
                              .plain = names_plain(arena, word),
                              .key = names_key(arena, word)};
        name->letters = utf8_count(name->key, strlen(name->key));
    }
    return names;
}

/* Letters that a word shares with a key: all of its own, or none. */
static size_t weigh(const struct name *name, const char *key)
{
    enum { SHORT = 4, WHOLE = 1000 };
    if (name->letters == 0)
        return 0;
    if (strcmp(name->key, key) == 0)
        return WHOLE;
    return name->letters >= SHORT && strstr(key, name->key) != NULL ? name->letters : 0;
}

enum name_class names_class(const struct names *names, const char *key, enum name_class first,
                            enum name_class last)
{
    size_t best = 0;
    enum name_class class = NAME_NONE;
    for (size_t i = 0; i < names->count; i++) {
        const struct name *name = &names->item[i];
        size_t weight = name->class >= first && name->class <= last ? weigh(name, key) : 0;
        if (weight > best) {
            best = weight;
            class = name->class;
        }
    }
    return class;
}

bool names_is(const struct names *names, const char *key, enum name_class class)
{
    for (size_t i = 0; i < names->count; i++)
        if (names->item[i].class == class && names->item[i].letters > 0 &&
            strcmp(names->item[i].key, key) == 0)
            return true;
    return false;
}

bool names_has(const struct names *names, const char *key, enum name_class class)
{
    return names_class(names, key, class, class) == class;
}

const char *names_after(const struct names *names, const char *plain, enum name_class class)
{
    size_t longest = 0;
    for (size_t i = 0; i < names->count; i++) {
        const struct name *name = &names->item[i];
        size_t length = strlen(name->plain);
        if (name->class == class && length > longest && strncmp(plain, name->plain, length) == 0)
            longest = length;
    }
    plain += longest;
    return longest > 0 ? plain + strspn(plain, " ") : plain;
}

const char *names_first(const struct names *names, enum name_class class)
{
    for (size_t i = 0; i < names->count; i++)
        if (names->item[i].class == class)
            return names->item[i].word;
    return "";
}
