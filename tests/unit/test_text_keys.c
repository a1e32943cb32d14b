/*
 * Every text key of the data files and of a layout's blocks, by the tables that they are read by: a
 * placeholder in it is on the page as what it means, or is refused at its place; and where it is words, a
 * hashtag that YAML takes for a comment is reported. A key that the edition or the layout below does
 * not have fails the test: give it one.
 */
#include "unit.h"

#include "doc/doc.h"
#include "job/job.h"
#include "layout/layout_keys.h"
#include "source/file.h"
#include "source/source.h"

/* What the small edition does not say. */
static const char MORE[] =
    "previous: .\n"
    "earlier: [.]\n"
    "letters: [{name: A, from: 0, to: 100}]\n"
    "emblem: seal.svg\n"
    "acknowledge:\n"
    "  - {rule: stated-rank, place: results.published.ranks, content: ตัวชี้วัด, reason: ตามประกาศ}\n";
/* What is added to the other files, at their ends; the question o3 is then the one without a guideline of its own. */
static const struct {
    const char *name, *more, *without;
} FILES[] = {{"framework.yaml", "source: คู่มือ\nissues: [ประเด็น]\n", NULL},
             {"results.yaml", "", NULL},
             {"analyses.yaml", "default_guideline: รักษามาตรฐาน\n", "      o3: รักษามาตรฐาน\n"},
             {"measures.yaml", "", NULL}};
static const char SEAL[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";

/* What is put into a text, and what is to be on the page. */
static const char PUT[] = "<<{{ fiscal_year | western }}>>";
static const char MEANT[] = "<<2568>>";

struct fixture {
    struct arena *arena;
    struct session *session;
    const char *folder;
    size_t texts, refused;
};

/* ---- an edition with one text changed ---- */

static void write(struct fixture *fixture, const char *name, const char *text)
{
    assert_true(file_write(file_join(fixture->arena, fixture->folder, name), text, strlen(text)));
}

static const char *read(struct fixture *fixture, const char *path)
{
    struct buffer bytes = {0};
    assert_int_equal(file_read(path, &bytes), 0);
    char *text = arena_copy(fixture->arena, buffer_text(&bytes), bytes.length);
    buffer_free(&bytes);
    return text;
}

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    fixture->session = session_new(".");
    fixture->folder = file_temporary_folder(fixture->arena);
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        const char *path = file_join(fixture->arena, "tests/fixtures/small", FILES[i].name);
        const char *text = read(fixture, path);
        const char *out = FILES[i].without != NULL ? strstr(text, FILES[i].without) : NULL;
        const char *rest = out != NULL ? out + strlen(FILES[i].without) : "";
        size_t kept = out != NULL ? (size_t)(out - text) : strlen(text);
        write(fixture, FILES[i].name,
              arena_printf(fixture->arena, "%.*s%s%s", (int)kept, text, rest, FILES[i].more));
    }
    const char *edition = read(fixture, "tests/fixtures/small/edition.yaml");
    const char *agency = strstr(edition, "agency:\n") + strlen("agency:\n");
    write(fixture, "edition.yaml",
          arena_printf(fixture->arena, "%.*s  kind: องค์กรปกครองส่วนท้องถิ่น\n%s%s",
                       (int)(agency - edition), edition, agency, MORE));
    write(fixture, "seal.svg", SEAL);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    file_remove_folder(fixture->folder);
    session_free(fixture->session);
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

/* A scalar with more at its end, as a double-quoted one. */
static const char *extended(struct fixture *fixture, const char *text, const struct node *scalar)
{
    struct node_span span = node_span(scalar);
    struct buffer value = {0}, out = {0};
    buffer_printf(&value, "%.*s %s", (int)strcspn(scalar->text, "\n"), scalar->text, PUT);
    buffer_add(&out, text, span.start);
    buffer_add_char(&out, '"');
    for (const char *c = buffer_text(&value); *c != '\0'; c++) {
        if (*c == '"' || *c == '\\')
            buffer_add_char(&out, '\\');
        buffer_add_char(&out, *c);
    }
    buffer_add_char(&out, '"');
    buffer_add_string(&out, text + span.end);
    char *copy = arena_string(fixture->arena, buffer_text(&out));
    buffer_free(&value);
    buffer_free(&out);
    return copy;
}

/* The first block of a kind (its first key) that has a key with a scalar; the scalar, or NULL. */
static const struct node *find_in_block(const struct node *node, const char *kind, const char *key)
{
    if (node->kind == NODE_MAP && node->count > 0 && strcmp(node->key[0]->text, kind) == 0) {
        const struct node *value = node_find(node, key);
        if (value != NULL && value->kind == NODE_SCALAR)
            return value;
    }
    const struct node *found = NULL;
    for (size_t i = 0; i < node->count && found == NULL; i++)
        found = find_in_block(node->item[i], kind, key);
    return found;
}

/* The first scalar that the keys lead to, through the first items of lists that have it; or NULL. */
static const struct node *find(const struct node *node, const char *keys)
{
    if (node == NULL)
        return NULL;
    if (node->kind == NODE_LIST) {
        const struct node *found = NULL;
        for (size_t i = 0; i < node->count && found == NULL; i++)
            found = find(node->item[i], keys);
        return found;
    }
    if (*keys == '\0')
        return node->kind == NODE_SCALAR ? node : NULL;
    if (node->kind != NODE_MAP)
        return NULL;
    size_t length = strcspn(keys, ".");
    const char *rest = keys[length] == '.' ? keys + length + 1 : keys + length;
    const struct node *found = NULL;
    for (size_t i = 0; i < node->count && found == NULL; i++)
        if ((length == 1 && keys[0] == '*') ||
            (strlen(node->key[i]->text) == length && memcmp(node->key[i]->text, keys, length) == 0))
            found = find(node->item[i], rest);
    return found;
}

/* Runs the edition up to the document and gives its dump, or the messages. */
static char *run(struct fixture *fixture, const char *layout, bool *made)
{
    struct job job = {0};
    struct job_setup setup = {.session = fixture->session,
                              .edition = fixture->folder,
                              .layout = layout,
                              .has_epoch = true};
    *made = job_run(&job, &setup, STAGE_DOC);
    struct buffer out = {0};
    char *text = NULL;
    if (*made) {
        doc_dump(job.doc, &out);
        text = strdup(buffer_text(&out));
    } else {
        text = unit_headlines(job.diag);
    }
    buffer_free(&out);
    job_done(&job);
    return text;
}

/* ---- one key ---- */

/* A file that is being walked, and the keys so far. */
struct walk {
    struct fixture *fixture;
    const char *file, *text;
    const struct node *tree;
    const char
        *layout; /* the file is this layout; NULL: of the edition, shown in the official one */
};

static bool is_words(enum field_kind kind)
{
    return kind != FIELD_LITERAL && kind != FIELD_LITERALS;
}

static bool is_literal(enum field_kind kind)
{
    return !is_words(kind) || kind == FIELD_WORDING || kind == FIELD_WORDINGS;
}

static void check_literal(const struct walk *walk, const char *keys, uint32_t line,
                          const char *printed, bool made)
{
    if (made || strstr(printed, "[placeholder-refused]") == NULL)
        fail_msg("%s: %s: a placeholder in it is not refused", walk->file, keys);
    const char *at = arena_printf(walk->fixture->arena, "%s:%u:", walk->file, line);
    if (strstr(printed, at) == NULL)
        fail_msg("%s: %s: refused elsewhere: %s", walk->file, keys, printed);
    walk->fixture->refused++;
}

static void check_template(const struct walk *walk, const char *keys, const char *printed,
                           bool made)
{
    if (!made)
        fail_msg("%s: %s: %s", walk->file, keys, printed);
    if (strstr(printed, "{{") != NULL)
        fail_msg("%s: %s: a placeholder is printed as it was typed", walk->file, keys);
    if (strstr(printed, MEANT) == NULL)
        fail_msg("%s: %s: the text is not on the page", walk->file, keys);
    walk->fixture->texts++;
}

/* Words that nothing bounds, with a hashtag, in place of the scalar. */
static void check_hashtag(const struct walk *walk, const char *keys, const struct node *scalar)
{
    struct node_span span = node_span(scalar);
    const char *text = arena_printf(walk->fixture->arena, "%.*sคำ #แท็ก%s", (int)span.start,
                                    walk->text, walk->text + span.end);
    write(walk->fixture, walk->file, text);
    bool made = false;
    char *printed = run(walk->fixture, walk->layout, &made);
    if (made || strstr(printed, "# begins a comment here: \"#แท็ก") == NULL)
        fail_msg("%s: %s: a hashtag is lost: %s", walk->file, keys, printed);
    free(printed);
}

static void check_key(const struct walk *walk, const char *keys, const struct node *scalar,
                      enum field_kind kind)
{
    if (scalar == NULL)
        fail_msg("%s: %s is in no file of this test", walk->file, keys);
    write(walk->fixture, walk->file, extended(walk->fixture, walk->text, scalar));
    bool made = false;
    char *printed = run(walk->fixture, walk->layout, &made);
    if (is_literal(kind))
        check_literal(walk, keys, scalar->place.line, printed, made);
    else
        check_template(walk, keys, printed, made);
    free(printed);
    if (is_words(kind))
        check_hashtag(walk, keys, scalar);
    write(walk->fixture, walk->file, walk->text);
}

/* ---- all keys ---- */

/* A map of texts by keys of the file's own. */
static void walk_texts(const struct walk *walk, const char *keys)
{
    const char *any = arena_printf(walk->fixture->arena, "%s.*", keys);
    check_key(walk, any, find(walk->tree, any), FIELD_PROSE);
}

static bool is_text(const struct field *field)
{
    return field->kind <= FIELD_PROSES && field->kind != FIELD_EXPRESSION;
}

static void walk_record(const struct walk *walk, const struct record *record, const char *keys)
{
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        const char *inside = arena_printf(walk->fixture->arena, "%s%s%s", keys,
                                          *keys != '\0' ? "." : "", field->key);
        bool holds_texts = field->shape != NULL && strstr(field->shape, "definitions/text") != NULL;
        if (field->record != NULL)
            walk_record(walk, field->record, inside);
        else if (holds_texts)
            walk_texts(walk, inside);
        else if (is_text(field))
            check_key(walk, inside, find(walk->tree, inside), field->kind);
    }
}

static struct walk walk_begin(struct fixture *fixture, const char *file)
{
    const char *path = file_join(fixture->arena, fixture->folder, file);
    struct diag *diag = diag_new();
    const struct source *source = source_load(fixture->arena, path, (struct place){0}, diag);
    struct walk walk = {.fixture = fixture, .file = file, .text = source->text};
    walk.tree = node_parse(fixture->arena, source, diag);
    assert_int_equal(diag_count(diag, DIAG_ERROR), 0);
    diag_free(diag);
    return walk;
}

static void walk_file(struct fixture *fixture, const char *file, const struct record *record)
{
    struct walk walk = walk_begin(fixture, file);
    walk_record(&walk, record, "");
}

static void shows_or_refuses_placeholders_of_data(void **state)
{
    struct fixture *fixture = *state;
    walk_file(fixture, "edition.yaml", edition_record("edition"));
    walk_file(fixture, "framework.yaml", edition_record("framework"));
    walk_file(fixture, "results.yaml", edition_record("results"));
    walk_file(fixture, "analyses.yaml", edition_record("analyses"));
    walk_file(fixture, "measures.yaml", edition_record("measures"));
    assert_true(fixture->texts >= 20);
    assert_true(fixture->refused >= 15);
}

/* The name of a file is no text; the official layout takes its emblem's from the edition. */
static bool is_file(const char *kind, const char *key)
{
    return strcmp(kind, "image") == 0 && strcmp(key, "image") == 0;
}

static void shows_or_refuses_placeholders_of_blocks(void **state)
{
    struct fixture *fixture = *state;
    const char *layout = file_real(fixture->arena, "layouts");
    const char *text = read(fixture, "tests/fixtures/text-keys.yaml");
    struct buffer moved = {0};
    for (const char *up = strstr(text, "../../layouts"); up != NULL;
         text = up + strlen("../../layouts"), up = strstr(text, "../../layouts"))
        buffer_printf(&moved, "%.*s%s", (int)(up - text), text, layout);
    buffer_add_string(&moved, text);
    write(fixture, "layout.yaml", buffer_text(&moved));
    buffer_free(&moved);
    struct walk walk = walk_begin(fixture, "layout.yaml");
    walk.layout = file_join(fixture->arena, fixture->folder, "layout.yaml");
    for (size_t kind = 0; kind < LAYOUT_KINDS; kind++)
        for (size_t i = 0; i < layout_keys[kind].count; i++) {
            const char *name = layout_keys[kind].name;
            const struct field *field = &layout_keys[kind].fields[i];
            if (is_text(field) && !is_file(name, field->key))
                check_key(&walk, arena_printf(fixture->arena, "%s.%s", name, field->key),
                          find_in_block(walk.tree, name, field->key), field->kind);
        }
    assert_true(fixture->texts >= 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shows_or_refuses_placeholders_of_data, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shows_or_refuses_placeholders_of_blocks, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
