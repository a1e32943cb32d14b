#include "exchange/known.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alike.h"
#include "base/utf8.h"

enum {
    NEAR_PERCENT = 78,  /* alike enough for nearly the same */
    NEAR_LEAD = 8,      /* … and so much more than any other */
    NEAR_SHINGLES = 12, /* long enough to be compared */
    NEAR_BYTES = 4000,  /* a longer one is no question */
    NEAR_MOST = 3000    /* texts that are compared; after them only equal ones are found */
};

/* Of an instrument or a part. */
struct known_names {
    const char *name, *english; /* keys; "" where there is none */
    const char *id;             /* plain */
};

/* A text that was told to be a question's. */
struct known_said {
    const char *key;
    const struct scheme_question *question;
};

struct known {
    struct arena *arena;
    const struct targets *targets;
    const struct scheme *scheme;
    const struct names *names;
    struct alike *question; /* by index */
    const char **id;        /* by index: small letters, Western digits */
    /* Keys and words of names, each by its thing's index. */
    const char **indicator, **subindicator;
    struct known_names *instrument, *part;
    size_t compared;
    struct known_said *said;
    size_t saids, said_room;
};

static const char *key_of(struct known *known, const struct text *text)
{
    return text->bytes != NULL ? names_key(known->arena, text->bytes) : "";
}

static struct known_names names_of(struct known *known, const struct text *name,
                                   const struct text *english, const struct text *id)
{
    return (struct known_names){key_of(known, name), key_of(known, english),
                                names_plain(known->arena, id->bytes)};
}

static void take_names(struct known *known)
{
    const struct scheme *scheme = known->scheme;
    known->indicator = ARENA_NEW(known->arena, const char *, scheme->indicators + 1);
    known->subindicator = ARENA_NEW(known->arena, const char *, scheme->subindicators + 1);
    known->instrument = ARENA_NEW(known->arena, struct known_names, scheme->instruments + 1);
    known->part = ARENA_NEW(known->arena, struct known_names, scheme->parts + 1);
    for (size_t i = 0; i < scheme->indicators; i++)
        known->indicator[i] = key_of(known, &scheme->indicator[i].name);
    for (size_t i = 0; i < scheme->subindicators; i++)
        known->subindicator[i] = key_of(known, &scheme->subindicator[i].name);
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *of = &scheme->instrument[i];
        known->instrument[i] = names_of(known, &of->name, &of->english, &of->id);
    }
    for (size_t i = 0; i < scheme->parts; i++) {
        const struct scheme_part *of = &scheme->part[i];
        known->part[i] = names_of(known, &of->name, &of->english, &of->id);
    }
}

struct known *known_of(struct arena *arena, const struct targets *targets,
                       const struct names *names)
{
    const struct scheme *scheme = targets->scheme;
    struct known *known = ARENA_NEW(arena, struct known, 1);
    *known = (struct known){.arena = arena, .targets = targets, .scheme = scheme, .names = names};
    known->question = ARENA_NEW(arena, struct alike, scheme->questions + 1);
    known->id = ARENA_NEW(arena, const char *, scheme->questions + 1);
    for (size_t i = 0; i < scheme->questions; i++) {
        const struct text *text = &scheme->question[i].text;
        known->question[i] = alike_of(arena, text->bytes, strlen(text->bytes), NULL);
        known->id[i] = names_plain(arena, scheme->question[i].id.bytes);
    }
    take_names(known);
    return known;
}

/* ---- ids ---- */

static const struct scheme_question *find_id(const struct known *known, const char *id)
{
    for (size_t i = 0; i < known->scheme->questions; i++)
        if (strcmp(known->id[i], id) == 0)
            return &known->scheme->question[i];
    return NULL;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || ((unsigned char)c & 0x80) != 0;
}

/* Letters, then digits, as "i 01" or "e-2": the id without what is between. NULL where there is none. */
static const char *read_id(struct known *known, const char *plain, const char **rest)
{
    size_t letters = strspn(plain, "abcdefghijklmnopqrstuvwxyz");
    const char *digits = plain + letters;
    digits += *digits == ' ' || *digits == '-' || *digits == '_' || *digits == '.';
    size_t count = strspn(digits, "0123456789");
    if (letters == 0 || count == 0)
        return NULL;
    *rest = digits + count;
    while (count > 1 && *digits == '0') {
        digits++;
        count--;
    }
    return arena_printf(known->arena, "%.*s%.*s", (int)letters, plain, (int)count, digits);
}

static const char *skip_signs(const char *text)
{
    return text + strspn(text, " .:)-_/([");
}

static struct known_thing question_thing(const struct scheme_question *question, enum known_by by)
{
    return (struct known_thing){.kind = KNOWN_QUESTION, .by = by, .question = question};
}

struct known_thing known_id(struct known *known, const char *text, const char **rest)
{
    enum { LONGEST = 2000 };
    *rest = "";
    if (strlen(text) > LONGEST)
        return (struct known_thing){0};
    const char *plain = names_plain(known->arena, text);
    if (strchr(plain, '.') != NULL && strchr(plain, ' ') == NULL) {
        const struct target *target = target_of_path(known->targets, plain);
        if (target == NULL)
            target = target_of_path(known->targets, text);
        if (target != NULL)
            return (struct known_thing){.kind = KNOWN_TARGET, .by = KNOWN_ID, .target = target};
    }
    plain = skip_signs(plain);
    plain = names_after(known->names, plain, NAME_QUESTION);
    plain = skip_signs(plain);
    const struct scheme_question *whole = find_id(known, plain);
    if (whole != NULL)
        return question_thing(whole, KNOWN_ID);
    const char *after;
    const char *id = read_id(known, plain, &after);
    const struct scheme_question *question = id != NULL ? find_id(known, id) : NULL;
    bool goes_on = question != NULL && is_word(*after) && ((unsigned char)*after & 0x80) == 0;
    if (question == NULL || goes_on)
        return (struct known_thing){0};
    *rest = skip_signs(after);
    return question_thing(question, KNOWN_ID);
}

/* ---- words ---- */

void known_remember(struct known *known, const char *text, const char *id)
{
    const struct scheme_question *question = scheme_find_question(known->scheme, id);
    if (question == NULL)
        return; /* of another year's scheme */
    known->said =
        arena_room(known->arena, known->said, known->saids, &known->said_room, sizeof *known->said);
    known->said[known->saids++] = (struct known_said){names_key(known->arena, text), question};
}

static struct known_thing nearest(struct known *known, const struct alike *alike)
{
    size_t best = 0;
    int most = 0, second = 0;
    for (size_t i = 0; i < known->scheme->questions; i++) {
        int percent = alike_percent(alike, &known->question[i]);
        if (percent > most) {
            second = most;
            most = percent;
            best = i;
        } else if (percent > second) {
            second = percent;
        }
    }
    if (most < NEAR_PERCENT || most - second < NEAR_LEAD)
        return (struct known_thing){0};
    struct known_thing thing = question_thing(&known->scheme->question[best], KNOWN_NEAR);
    thing.percent = most;
    return thing;
}

struct known_thing known_text(struct known *known, const char *text)
{
    size_t length = strlen(text);
    if (length > NEAR_BYTES)
        return (struct known_thing){0};
    const struct alike alike = alike_of(known->arena, text, length, NULL);
    for (size_t i = 0; i < known->saids; i++)
        if (strcmp(known->said[i].key, alike.key) == 0)
            return question_thing(known->said[i].question, KNOWN_TEXT);
    const char *without = alike.key + strspn(alike.key, "0123456789");
    for (size_t i = 0; i < known->scheme->questions && *without != '\0'; i++)
        if (strcmp(known->question[i].key, alike.key) == 0 ||
            strcmp(known->question[i].key, without) == 0)
            return question_thing(&known->scheme->question[i], KNOWN_TEXT);
    if (alike.shingles < NEAR_SHINGLES || ++known->compared > NEAR_MOST)
        return (struct known_thing){0};
    return nearest(known, &alike);
}

/* ---- titles ---- */

/* "9.1", or "9" with *part 0: the number at the start of a plain text. */
static const char *read_number(const char *plain, int *number, int *part)
{
    enum { MOST_DIGITS = 4 };
    size_t digits = strspn(plain, "0123456789");
    *number = *part = 0;
    if (digits == 0 || digits > MOST_DIGITS)
        return NULL;
    *number = atoi(plain);
    plain += digits;
    size_t more = *plain == '.' ? strspn(plain + 1, "0123456789") : 0;
    if (more > 0 && more <= MOST_DIGITS) {
        *part = atoi(plain + 1);
        plain += 1 + more;
    }
    return plain;
}

/* What a text says before the name of an indicator. */
struct numbered {
    const char *key, *name; /* the key, and without the digits at its start */
    bool is_named;          /* it begins with a word for it */
    bool has_number;
    int number, part;
};

/* Whether it is the thing of a name, whose number it has or has not. */
static bool is_it(const struct numbered *text, const char *name, bool same_number)
{
    return *name != '\0' && (strcmp(name, text->name) == 0 ||
                             (same_number && (text->is_named || strstr(text->key, name) != NULL)));
}

static struct known_thing find_subindicator(struct known *known, struct numbered text,
                                            const char *plain)
{
    const char *after = names_after(known->names, plain, NAME_SUBINDICATOR);
    if (after == plain)
        after = names_after(known->names, plain, NAME_INDICATOR);
    text.is_named = after != plain;
    text.has_number = read_number(after, &text.number, &text.part) != NULL && text.part > 0;
    const char *number = arena_printf(known->arena, "%d.%d", text.number, text.part);
    for (size_t i = 0; i < known->scheme->subindicators; i++) {
        const struct scheme_subindicator *sub = &known->scheme->subindicator[i];
        if (is_it(&text, known->subindicator[i],
                  text.has_number && strcmp(sub->number.bytes, number) == 0))
            return (struct known_thing){
                .kind = KNOWN_SUBINDICATOR, .by = KNOWN_ID, .subindicator = sub};
    }
    return (struct known_thing){0};
}

static struct known_thing find_indicator(struct known *known, const char *plain, const char *key)
{
    struct numbered text = {.key = key, .name = key + strspn(key, "0123456789")};
    struct known_thing thing = find_subindicator(known, text, plain);
    if (thing.kind != KNOWN_NOTHING)
        return thing;
    const char *after = names_after(known->names, plain, NAME_INDICATOR);
    text.is_named = after != plain;
    text.has_number = read_number(after, &text.number, &text.part) != NULL && text.part == 0;
    for (size_t i = 0; i < known->scheme->indicators; i++) {
        const struct scheme_indicator *indicator = &known->scheme->indicator[i];
        if (is_it(&text, known->indicator[i],
                  text.has_number && indicator->number.value == text.number))
            return (struct known_thing){
                .kind = KNOWN_INDICATOR, .by = KNOWN_ID, .indicator = indicator};
    }
    return (struct known_thing){0};
}

/* Whether a plain text has a word of Latin letters as a word of its own. */
static bool has_word(const char *plain, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = plain; length > 0 && (at = strstr(at, word)) != NULL; at++) {
        bool begins = at == plain || !isalnum((unsigned char)at[-1]);
        if (begins && !isalnum((unsigned char)at[length]))
            return true;
    }
    return false;
}

const struct scheme_instrument *known_instrument(struct known *known, const char *text)
{
    const char *plain = names_plain(known->arena, text), *key = names_key(known->arena, text);
    const struct scheme_instrument *found = NULL;
    for (size_t i = 0; i < known->scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &known->scheme->instrument[i];
        const struct known_names *names = &known->instrument[i];
        if (!has_word(plain, names->id) && strstr(key, names->name) == NULL &&
            (*names->english == '\0' || strstr(key, names->english) == NULL))
            continue;
        if (found != NULL)
            return NULL; /* "IIT และ EIT" is about neither */
        found = instrument;
    }
    return found;
}

/* "ส่วนที่ 2", "part 2": the number after a word for parts, or 0. */
static int part_number(struct known *known, const char *plain)
{
    for (const char *at = plain; *at != '\0'; at++) {
        const char *after = names_after(known->names, at, NAME_PART);
        if (after != at && strchr("0123456789", *after) != NULL && *after != '\0')
            return atoi(after);
    }
    return 0;
}

static bool is_part(const struct known_names *names, const char *plain, const char *key)
{
    return (*names->name != '\0' && strstr(key, names->name) != NULL) ||
           (*names->english != '\0' && strstr(key, names->english) != NULL) ||
           has_word(plain, names->id);
}

const struct scheme_part *known_part(struct known *known, const char *text,
                                     const struct scheme_instrument *instrument)
{
    const char *plain = names_plain(known->arena, text), *key = names_key(known->arena, text);
    const struct scheme *scheme = known->scheme;
    int number = part_number(known, plain);
    for (size_t i = 0; i < scheme->parts; i++) {
        const struct scheme_part *part = &scheme->part[i];
        if (instrument != NULL && part->instrument != instrument)
            continue;
        if (is_part(&known->part[i], plain, key))
            return part;
    }
    for (size_t i = 0; i < scheme->instruments && number > 0; i++) {
        const struct scheme_instrument *of = &scheme->instrument[i];
        if (instrument != NULL && of != instrument)
            continue;
        assert(of != NULL);
        if ((size_t)number <= of->parts)
            return &of->part[number - 1];
    }
    return NULL;
}

struct known_thing known_title(struct known *known, const char *text)
{
    enum { LONGEST = 1000 };
    if (strlen(text) > LONGEST)
        return (struct known_thing){0};
    const char *plain = names_plain(known->arena, text), *key = names_key(known->arena, text);
    struct known_thing thing = find_indicator(known, plain, key);
    if (thing.kind != KNOWN_NOTHING)
        return thing;
    const struct scheme_instrument *instrument = known_instrument(known, text);
    const struct scheme_part *part = known_part(known, text, instrument);
    if (part != NULL)
        return (struct known_thing){
            .kind = KNOWN_PART, .by = KNOWN_ID, .instrument = part->instrument, .part = part};
    if (instrument != NULL)
        return (struct known_thing){
            .kind = KNOWN_INSTRUMENT, .by = KNOWN_ID, .instrument = instrument};
    if (names_class(known->names, key, NAME_OVERALL, NAME_TOTAL) == NAME_OVERALL)
        return (struct known_thing){.kind = KNOWN_OVERALL, .by = KNOWN_TEXT};
    return (struct known_thing){0};
}

/* ---- numbers ---- */

int known_number(struct known *known, const char *text)
{
    enum { LONGEST = 40, MOST_DIGITS = 4 };
    if (strlen(text) > LONGEST)
        return -1;
    const char *plain = skip_signs(names_plain(known->arena, text));
    plain = skip_signs(names_after(known->names, plain, NAME_QUESTION));
    size_t digits = strspn(plain, "0123456789");
    const char *rest = plain + digits;
    rest += strspn(rest, ".)");
    return digits > 0 && digits <= MOST_DIGITS && *rest == '\0' ? atoi(plain) : -1;
}

const struct scheme_question *known_numbered(const struct scheme_instrument *instrument, int number)
{
    const struct scheme_question *placed = NULL;
    int place = 0;
    for (size_t i = 0; i < instrument->indicators; i++) {
        const struct scheme_indicator *indicator = &instrument->indicator[i];
        size_t groups = indicator->subindicators > 0 ? indicator->subindicators : 1;
        for (size_t g = 0; g < groups; g++) {
            const struct scheme_question *question = indicator->subindicators > 0
                                                         ? indicator->subindicator[g].question
                                                         : indicator->question;
            size_t count = indicator->subindicators > 0 ? indicator->subindicator[g].questions
                                                        : indicator->questions;
            for (size_t q = 0; q < count; q++) {
                const char *id = question[q].id.bytes;
                if (atoi(id + strcspn(id, "0123456789")) == number)
                    return &question[q];
                placed = ++place == number ? &question[q] : placed;
            }
        }
    }
    return placed;
}

int known_year(struct known *known, const char *text)
{
    enum { FIRST = 2500, LAST = 2699, DIGITS = 4 };
    const char *plain = names_plain(known->arena, text);
    while (*plain != '\0') {
        size_t digits = strspn(plain, "0123456789");
        int year = digits == DIGITS ? atoi(plain) : 0;
        if (year >= FIRST && year <= LAST)
            return year;
        plain += digits > 0 ? digits : 1;
    }
    return 0;
}
