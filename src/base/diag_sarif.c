/*
 * The messages as a SARIF 2.1.0 log (OASIS), the form that editors and code hosts read. Columns count code points there too;
 * rules are listed once, with what they are for in the language asked for and, as a translation, in the other; what is
 * acknowledged carries a suppression with its reason. Files are named from a folder that all of them are in: the current one
 * where it can be, so that a log says nothing of the machine that it was made on.
 */
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag_list.h"
#include "base/escape.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"

#define ROOT "SRCROOT"

static const char *const level_words[DIAG_ERROR + 1] = {"note", "warning", "error"};
static const char *const language_words[] = {"en", "th"};

struct writer {
    struct json *json;
    const struct diag_sarif *about;
    struct diag_listing listing;
    enum diag_language language;
    struct arena *arena;
    const char *root; /* the folder that files are named from; ends in a slash */
};

static const char *rule_of(const struct diag_entry *entry)
{
    return diag_row(entry->message->code)->rule;
}

static void add_message(struct json *json, const char *key, const char *text)
{
    json_open(json, key, '{');
    json_string(json, "text", text);
    json_close(json, '}');
}

/* ---- where files are ---- */

static const char *whole_path(struct arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    const char *kept =
        arena_copy(arena, real != NULL ? real : path, strlen(real != NULL ? real : path));
    free(real);
    return kept;
}

/* How much of two paths is the same, up to a slash. */
static size_t same_folder(const char *one, const char *two)
{
    size_t slash = 0;
    for (size_t i = 0; one[i] != '\0' && one[i] == two[i]; i++)
        if (one[i] == '/')
            slash = i + 1;
    return slash;
}

/* The current folder, or the deepest folder above it that has all files. */
static const char *find_root(struct arena *arena, const struct diag_listing *listing)
{
    char folder[PATH_MAX];
    if (getcwd(folder, sizeof folder - 1) == NULL)
        return "/";
    const char *root = arena_printf(arena, "%s/", folder);
    for (size_t i = 0; i < listing->count; i++) {
        const struct source *source = listing->entry[i].message->place.source;
        if (source == NULL)
            continue;
        const char *path = whole_path(arena, source->path);
        size_t same = same_folder(root, path);
        if (same > 0 && same < strlen(root))
            root = arena_copy(arena, root, same);
    }
    return root;
}

static void add_file(const struct writer *writer, const char *path)
{
    const char *whole = whole_path(writer->arena, path);
    size_t root = strlen(writer->root);
    bool is_below = strncmp(whole, writer->root, root) == 0;
    struct buffer uri = {0};
    while (!is_below && *whole == '/')
        whole++;
    escape_path(&uri, is_below ? whole + root : whole);
    json_open(writer->json, "artifactLocation", '{');
    json_string(writer->json, "uri", buffer_text(&uri));
    json_string(writer->json, "uriBaseId", ROOT);
    json_close(writer->json, '}');
    buffer_free(&uri);
}

/* ---- regions ---- */

/* A line of a source without its end; from its start to what is said of it. */
static const char *line_of(const struct place *place, size_t *length)
{
    const char *at = place->source->text, *end = at + place->source->length;
    for (uint32_t line = 1; line < place->line && at < end; line++) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        at = next != NULL ? next + 1 : end;
    }
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    *length = (size_t)((stop != NULL ? stop : end) - at);
    if (*length > 0 && at[*length - 1] == '\r')
        --*length;
    return at;
}

/* The column after what is meant: the run of letters that begins there. */
static uint32_t end_column(const struct place *place, const char *line, size_t length, size_t *from,
                           size_t *to)
{
    size_t at = 0;
    uint32_t column = 1;
    for (; column < place->column && at < length; column++)
        utf8_next(line, length, &at);
    *from = at;
    do {
        utf8_next(line, length, &at);
        column++;
    } while (at < length && line[at] != ' ' && line[at] != '\t');
    *to = at < length ? at : length;
    return column;
}

static void add_snippet(const struct writer *writer, const char *text, size_t length)
{
    add_message(writer->json, "snippet", arena_copy(writer->arena, text, length));
}

static void add_region(const struct writer *writer, const struct place *place)
{
    struct json *json = writer->json;
    size_t length, from, to;
    const char *line = line_of(place, &length);
    json_open(json, "region", '{');
    json_whole(json, "startLine", place->line);
    if (place->column > 0 && length > 0) {
        uint32_t end = end_column(place, line, length, &from, &to);
        json_whole(json, "startColumn", place->column);
        json_whole(json, "endLine", place->line);
        json_whole(json, "endColumn", end);
        add_snippet(writer, line + from, to - from);
    }
    json_close(json, '}');
    if (length == 0)
        return;
    json_open(json, "contextRegion", '{');
    json_whole(json, "startLine", place->line);
    json_whole(json, "endLine", place->line);
    add_snippet(writer, line, length);
    json_close(json, '}');
}

/* The members of a location object; text: what is said of it, or NULL. */
static void add_location(const struct writer *writer, const struct diag_message *message,
                         const char *text)
{
    struct json *json = writer->json;
    json_open(json, NULL, '{');
    if (message->place.source != NULL) {
        json_open(json, "physicalLocation", '{');
        add_file(writer, message->place.source->path);
        if (message->place.line > 0)
            add_region(writer, &message->place);
        json_close(json, '}');
    }
    if (message->path != NULL) {
        json_open(json, "logicalLocations", '[');
        json_open(json, NULL, '{');
        json_string(json, "fullyQualifiedName", message->path);
        json_close(json, '}');
        json_close(json, ']');
    }
    if (text != NULL)
        add_message(json, "message", text);
    json_close(json, '}');
}

static void add_related_locations(const struct writer *writer, const struct diag_entry *entry)
{
    if (entry->others == 0)
        return;
    json_open(writer->json, "relatedLocations", '[');
    for (size_t i = 0; i < entry->others; i++) {
        const struct diag_message *other = entry->other[i];
        struct buffer text = {0};
        diag_sentence(&text, diag_row(other->code)->sentence[writer->language],
                      other->argument[writer->language]);
        add_location(writer, other, buffer_text(&text));
        buffer_free(&text);
    }
    json_close(writer->json, ']');
}

/* ---- the tool and its rules ---- */

/* Whether an entry before it has the same rule. */
static bool has_earlier(const struct diag_listing *listing, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(rule_of(&listing->entry[i]), rule_of(&listing->entry[index])) == 0)
            return true;
    return false;
}

/* typed-score: TypedScore */
static const char *friendly_name(struct arena *arena, const char *rule)
{
    char *name = ARENA_NEW(arena, char, strlen(rule) + 1), *to = name;
    bool starts = true;
    for (; *rule != '\0'; rule++) {
        if (*rule != '-')
            *to++ = (char)(starts ? toupper((unsigned char)*rule) : *rule);
        starts = *rule == '-';
    }
    return name;
}

/* A sentence with the values that its arguments may have. */
static const char *example_of(struct arena *arena, const char *sentence, enum diag_code code)
{
    struct buffer text = {0};
    diag_sentence(&text, sentence, diag_example(code));
    if (text.length > 0 && strchr(".!?)", text.bytes[text.length - 1]) == NULL)
        buffer_add_char(&text, '.');
    const char *kept = arena_copy(arena, buffer_text(&text), text.length);
    buffer_free(&text);
    return kept;
}

/* What a rule is for, where a table of rules says it; else what its message says. */
static void describe(const struct writer *writer, const struct diag_entry *entry,
                     enum diag_language language, struct diag_rule_text *text)
{
    enum diag_code code = entry->message->code;
    const struct diag_row *row = diag_row(code);
    *text = (struct diag_rule_text){0};
    if (writer->about->describe == NULL || !writer->about->describe(row->rule, language, text))
        text->description = example_of(writer->arena, row->sentence[language], code);
    text->help = example_of(writer->arena, row->hint[language], code);
    if (*text->help == '\0')
        text->help = text->description;
}

static void add_rule_texts(const struct writer *writer, const struct diag_entry *entry,
                           enum diag_language language)
{
    struct json *json = writer->json;
    struct diag_rule_text text;
    describe(writer, entry, language, &text);
    json_string(json, "id", rule_of(entry));
    json_string(json, "name", friendly_name(writer->arena, rule_of(entry)));
    add_message(json, "shortDescription", text.description);
    add_message(json, "fullDescription", text.description);
    add_message(json, "help", text.help);
}

static void add_rules(const struct writer *writer, enum diag_language language, bool is_translation)
{
    struct json *json = writer->json;
    json_open(json, "rules", '[');
    for (size_t i = 0; i < writer->listing.count; i++) {
        const struct diag_entry *entry = &writer->listing.entry[i];
        if (has_earlier(&writer->listing, i))
            continue;
        json_open(json, NULL, '{');
        add_rule_texts(writer, entry, language);
        if (!is_translation) {
            json_open(json, "defaultConfiguration", '{');
            json_string(json, "level", level_words[diag_row(entry->message->code)->severity]);
            json_close(json, '}');
        }
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_tool(const struct writer *writer)
{
    struct json *json = writer->json;
    json_open(json, "tool", '{');
    json_open(json, "driver", '{');
    json_string(json, "name", "itareport");
    json_string(json, "version", writer->about->version);
    json_string(json, "language", language_words[writer->language]);
    add_rules(writer, writer->language, false);
    json_close(json, '}');
    json_close(json, '}');
}

/* The rules in the other language. */
static void add_translation(const struct writer *writer)
{
    struct json *json = writer->json;
    enum diag_language other = writer->language == DIAG_THAI ? DIAG_ENGLISH : DIAG_THAI;
    json_open(json, "translations", '[');
    json_open(json, NULL, '{');
    json_string(json, "name", "itareport");
    json_string(json, "version", writer->about->version);
    json_string(json, "language", language_words[other]);
    json_open(json, "contents", '[');
    json_string(json, NULL, "localizedData");
    json_close(json, ']');
    add_rules(writer, other, true);
    json_close(json, '}');
    json_close(json, ']');
}

/* ---- results ---- */

/* Sentence, notes and hint as one text. */
static void add_full_text(const struct writer *writer, const struct diag_entry *entry)
{
    const struct diag_message *message = entry->message;
    enum diag_language language = writer->language;
    const char *const *argument = diag_entry_arguments(entry, language, writer->listing.arena);
    const char *hint = diag_entry_hint(entry, language);
    struct buffer text = {0};
    diag_sentence(&text, diag_entry_sentence(entry, language), argument);
    for (size_t i = 0; i < message->remarks; i++) {
        const struct diag_row *remark = diag_row(message->remark[i].code);
        buffer_add_char(&text, '\n');
        diag_sentence(&text, remark->sentence[language], message->remark[i].argument);
    }
    if (hint[0] != '\0') {
        buffer_add_char(&text, '\n');
        diag_sentence(&text, hint, argument);
    }
    if (text.length > 0 && strchr(".!?)", text.bytes[text.length - 1]) == NULL)
        buffer_add_char(&text, '.');
    add_message(writer->json, "message", buffer_text(&text));
    buffer_free(&text);
}

/* What stays the same when lines move: the rule, the key and what is said, whatever the language. */
static void add_fingerprint(const struct writer *writer, const struct diag_message *message)
{
    enum { HEXADECIMAL = 16 };
    const char *rule = diag_row(message->code)->rule;
    uint64_t hash = hash_wide_bytes(HASH_WIDE_START, rule, strlen(rule) + 1);
    if (message->path != NULL)
        hash = hash_wide_bytes(hash, message->path, strlen(message->path) + 1);
    for (const char *const *argument = message->argument[DIAG_ENGLISH]; *argument != NULL;
         argument++)
        hash = hash_wide_bytes(hash, *argument, strlen(*argument) + 1);
    json_open(writer->json, "partialFingerprints", '{');
    json_string(writer->json, "finding/v1",
                arena_printf(writer->arena, "%0*llx", HEXADECIMAL, (unsigned long long)hash));
    json_close(writer->json, '}');
}

static void add_suppression(struct json *json, const struct diag_message *message)
{
    for (size_t i = 0; i < message->remarks; i++) {
        if (message->remark[i].code != MESSAGE_ACKNOWLEDGED)
            continue;
        json_open(json, "suppressions", '[');
        json_open(json, NULL, '{');
        json_string(json, "kind", "inSource");
        json_string(json, "justification", message->remark[i].argument[0]);
        json_close(json, '}');
        json_close(json, ']');
    }
}

static void add_result(const struct writer *writer, const struct diag_entry *entry)
{
    const struct diag_message *message = entry->message;
    struct json *json = writer->json;
    json_open(json, NULL, '{');
    json_string(json, "ruleId", rule_of(entry));
    json_string(json, "level", level_words[message->severity]);
    add_full_text(writer, entry);
    if (message->place.source != NULL) {
        json_open(json, "locations", '[');
        add_location(writer, message, NULL);
        json_close(json, ']');
    }
    add_related_locations(writer, entry);
    add_fingerprint(writer, message);
    add_suppression(json, message);
    json_close(json, '}');
}

static void add_run(const struct writer *writer)
{
    struct json *json = writer->json;
    json_open(json, NULL, '{');
    add_tool(writer);
    add_translation(writer);
    json_string(json, "language", language_words[writer->language]);
    json_open(json, "originalUriBaseIds", '{');
    json_open(json, ROOT, '{');
    add_message(json, "description", "The folder that the files of the edition are named from.");
    json_close(json, '}');
    json_close(json, '}');
    json_string(json, "columnKind", "unicodeCodePoints");
    json_open(json, "results", '[');
    for (size_t i = 0; i < writer->listing.count; i++)
        add_result(writer, &writer->listing.entry[i]);
    json_close(json, ']');
    json_close(json, '}');
}

void diag_print_sarif(const struct diag *diag, FILE *to, struct diag_style style,
                      const struct diag_sarif *about)
{
    struct buffer out = {0};
    struct json json = {.out = &out};
    struct arena *arena = arena_new();
    struct writer writer = {.json = &json,
                            .about = about,
                            .listing = diag_list(diag, &style),
                            .language = style.language,
                            .arena = arena};
    writer.root = find_root(arena, &writer.listing);
    json_open(&json, NULL, '{');
    json_string(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_string(&json, "version", "2.1.0");
    json_open(&json, "runs", '[');
    add_run(&writer);
    json_close(&json, ']');
    json_close(&json, '}');
    fwrite(out.bytes, 1, out.length, to);
    diag_listing_free(&writer.listing);
    arena_free(arena);
    buffer_free(&out);
}
