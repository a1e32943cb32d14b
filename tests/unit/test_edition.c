/*
 * test_edition.c - the loader: what it makes of a sound edition, and what it says of a broken one.
 *
 * The small edition is copied to a temporary folder with one passage replaced; the messages are
 * printed as a user sees them and searched for place, severity and rule.
 */
#include "unit.h"

#include <unistd.h>

#include "edition/edition.h"
#include "source/file.h"
#include "source/sources.h"

#define SMALL "tests/fixtures/small"

static const char *const file_names[] = {"edition.yaml", "framework.yaml", "results.yaml",
                                         "analyses.yaml", "measures.yaml"};
enum { FILES = sizeof file_names / sizeof file_names[0] };

/* One loaded copy of the small edition. */
struct copy {
    char folder[64];
    struct arena *arena;
    struct sources *sources;
    struct kept *schemes;
    struct diag *diag;
    struct edition *edition;
    char *messages;
};

static const char *read_small(struct copy *copy, const char *name)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", SMALL, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = arena_alloc(copy->arena, 65536, 1);
    assert_true(fread(text, 1, 65535, file) > 0);
    fclose(file);
    return text;
}

static void write_copy(struct copy *copy, const char *name, const char *text)
{
    const char *path = file_join(copy->arena, copy->folder, name);
    assert_true(file_write(path, text, strlen(text)));
}

/* The text with the one occurrence of a passage replaced. */
static const char *replaced(struct copy *copy, const char *text, const char *old, const char *new)
{
    const char *at = strstr(text, old);
    assert_non_null(at);
    assert_null(strstr(at + 1, old));
    return arena_printf(copy->arena, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

static void start_copy(struct copy *copy)
{
    strcpy(copy->folder, "/tmp/itareport-edition-XXXXXX");
    assert_non_null(mkdtemp(copy->folder));
    copy->arena = arena_new();
    copy->diag = diag_new();
    copy->sources = sources_new();
    for (size_t i = 0; i < FILES; i++)
        write_copy(copy, file_names[i], read_small(copy, file_names[i]));
}

static void load_copy(struct copy *copy)
{
    copy->schemes = kept_new(&scheme_kind);
    copy->edition = edition_load(&(struct edition_setup){.folder = copy->folder,
                                                         .schemes = copy->schemes,
                                                         .sources = copy->sources},
                                 copy->diag);
    copy->messages = unit_printed(copy->diag, (struct diag_style){.language = DIAG_ENGLISH});
}

static void end_copy(struct copy *copy)
{
    for (size_t i = 0; i < FILES; i++)
        unlink(file_join(copy->arena, copy->folder, file_names[i]));
    rmdir(copy->folder);
    edition_free(copy->edition);
    kept_free(copy->schemes);
    diag_free(copy->diag);
    sources_free(copy->sources);
    arena_free(copy->arena);
    free(copy->messages);
}

static void assert_says(const struct copy *copy, const char *wanted)
{
    if (!strstr(copy->messages, wanted))
        fail_msg("not said: %s\nsaid:\n%s", wanted, copy->messages);
}

struct breakage {
    const char *file;
    const char *old;
    const char *new;
    const char *says; /* what follows the file name in the message */
};

/* Checks that breaking the small edition so is reported so, and by nothing more than that. */
static void check_breakage(const struct breakage *breakage)
{
    struct copy copy = {0};
    start_copy(&copy);
    write_copy(&copy, breakage->file,
               replaced(&copy, read_small(&copy, breakage->file), breakage->old, breakage->new));
    load_copy(&copy);
    assert_says(&copy,
                arena_printf(copy.arena, "%s/%s:%s", copy.folder, breakage->file, breakage->says));
    size_t count = diag_count(copy.diag, DIAG_ERROR) + diag_count(copy.diag, DIAG_WARNING);
    if (count != 1)
        fail_msg("%zu messages instead of one:\n%s", count, copy.messages);
    end_copy(&copy);
}

static void check_breakages(const struct breakage *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_breakage(&list[i]);
}

#define CHECK_ALL(list) check_breakages((list), sizeof(list) / sizeof((list)[0]))

/* ---- a sound edition ---- */

static void a_sound_edition_loads_silently(void **state)
{
    (void)state;
    struct copy copy = {0};
    start_copy(&copy);
    load_copy(&copy);
    assert_string_equal(copy.messages, "");
    const struct edition *edition = copy.edition;
    assert_int_equal(edition->scheme->questions, 8);
    assert_int_equal(edition->scheme->indicators, 4);
    assert_int_equal(edition->scheme->parts, 2);
    assert_int_equal(edition->issues, 2);
    assert_string_equal(edition->profile.agency.short_name.bytes, "อบต.บ้านสมมติ");
    assert_int_equal(edition->profile.date.date.year, 2568);
    end_copy(&copy);
}

static const struct edition_question *question_of(const struct edition *edition, const char *id)
{
    return &edition->question[scheme_find_question(edition->scheme, id)->index];
}

static const struct edition_instrument *instrument_of(const struct edition *edition, const char *id)
{
    return &edition->instrument[scheme_find_instrument(edition->scheme, id)->index];
}

static const struct edition_indicator *indicator_of(const struct edition *edition, int64_t number)
{
    return &edition->indicator[scheme_find_indicator(edition->scheme, number)->index];
}

static void scores_are_where_they_belong(void **state)
{
    (void)state;
    struct copy copy = {0};
    start_copy(&copy);
    load_copy(&copy);
    const struct edition *edition = copy.edition;
    assert_int_equal(question_of(edition, "i1")->score[0].hundredths, 9500);
    assert_int_equal(question_of(edition, "e2")->score[0].hundredths, 9333);
    assert_int_equal(question_of(edition, "e2")->score[1].hundredths, 8571);
    size_t survey = scheme_find_part(edition->scheme, "survey")->index;
    assert_int_equal(edition->part[survey].respondents.value, 7);
    assert_int_equal(instrument_of(edition, "IIT")->respondents.value, 12);
    assert_int_equal(instrument_of(edition, "IIT")->published_total.hundredths, 9583);
    assert_int_equal(indicator_of(edition, 3)->published.hundredths, 8698);
    assert_int_equal(indicator_of(edition, 3)->published_part[1].hundredths, 8286);
    size_t first = scheme_find_subindicator(edition->scheme, "4.1")->index;
    assert_int_equal(edition->subindicator[first].published.hundredths, 7500);
    assert_int_equal(indicator_of(edition, 4)->stated_rank.value, 3);
    assert_int_equal(edition->published.lowest.hundredths, 8698);
    const struct edition_advice *advice = &edition->recommendations.group[1].item[0];
    assert_string_equal(advice->question->id.bytes, "e2");
    assert_string_equal(advice->part->id.bytes, "public");
    end_copy(&copy);
}

static void left_out_values_get_their_usual_ones(void **state)
{
    (void)state;
    struct copy copy = {0};
    start_copy(&copy);
    const char *text = read_small(&copy, "edition.yaml");
    text = replaced(&copy, text, "language: th\n", "");
    text = replaced(&copy, text, "  short_name: อบต.บ้านสมมติ\n", "");
    text = replaced(&copy, text, "date: ๑ ตุลาคม ๒๕๖๘\n", "");
    write_copy(&copy, "edition.yaml", text);
    load_copy(&copy);
    assert_string_equal(copy.messages, "");
    assert_string_equal(copy.edition->profile.language.bytes, "th");
    assert_string_equal(copy.edition->profile.agency.short_name.bytes, "องค์การบริหารส่วนตำบลบ้านสมมติ");
    assert_false(copy.edition->profile.date.present);
    assert_string_equal(copy.edition->issue[1].focus.bytes, copy.edition->issue[1].name.bytes);
    end_copy(&copy);
}

/* ---- broken editions ---- */

static void unknown_ids_are_reported(void **state)
{
    (void)state;
    static const struct breakage list[] = {
        {"results.yaml", "  i2: 91.67\n", "  i2: 91.67\n  i22: 91.67\n",
         "9:3: error: the framework has no question i22 [unknown-question]"},
        {"results.yaml", "IIT: ๑๒", "IIT: ๑๒, EIT1: 4",
         "2:46: error: the framework has no instrument or part EIT1 [unknown-instrument]"},
        {"results.yaml", "    4: 87.50\n", "    4: 87.50\n    ๙: 87.50\n",
         "26:5: error: the framework has no indicator 9 [unknown-indicator]"},
        {"results.yaml", "\"4.2\": 100.00", "\"4.2\": 100.00, \"4.3\": 1",
         "26:48: error: the framework has no sub-indicator 4.3 [unknown-subindicator]"},
        {"results.yaml", "EIT: 86.98, OIT: 87.50", "EIT: 86.98, OIT: 87.50, OTT: 1",
         "18:53: error: the framework has no instrument OTT [unknown-instrument]"},
        {"results.yaml", "  parts: {public: 91.11,", "  parts: {public: 91.11, pubic: 1,",
         "19:26: error: no instrument of the framework has a part pubic [unknown-part]"},
        {"results.yaml", "letter: A", "letter: AA",
         "16:11: error: the framework has no level AA [unknown-level]"},
        {"results.yaml", "level: ผ่านดี", "level: ดี",
         "17:10: error: the framework has no level ดี [unknown-level]"},
        {"results.yaml", "- question: i2", "- question: x2",
         "40:23: error: the framework has no question x2 [unknown-question]"},
        {"analyses.yaml", "      i3: รักษา", "      i3: ก\n      z: รักษา",
         "18:7: error: the framework has no question z [unknown-question]"},
    };
    CHECK_ALL(list);
}

static void the_nearest_known_id_is_proposed(void **state)
{
    (void)state;
    struct copy copy = {0};
    start_copy(&copy);
    const char *text = read_small(&copy, "results.yaml");
    text = replaced(&copy, text, "  parts: {public:", "  parts: {pubilc:");
    text = replaced(&copy, text, "{score: 86.98,", "{score: 86.98, xyz: 1,");
    write_copy(&copy, "results.yaml", text);
    load_copy(&copy);
    assert_says(&copy, "hint: did you mean public?");
    assert_says(&copy, "hint: the parts are: public, survey");
    end_copy(&copy);
}

static void scores_are_checked(void **state)
{
    (void)state;
    static const struct breakage list[] = {
        {"results.yaml", "  i2: 91.67\n", "",
         "5:3: error: question i2 has no score [score-missing]"},
        {"results.yaml", "  i2: 91.67\n", "  i2:\n",
         "8:3: error: question i2 has no score [score-missing]"},
        {"results.yaml", "{public: 88.89, survey: 80.00}", "{public: 88.89}",
         "5:3: error: question e1 has no score for EIT ส่วนที่ ๒ [score-missing]"},
        {"results.yaml", "{public: 88.89, survey: 80.00}", "88.89",
         "5:7: error: question e1 has one score, but EIT has parts [score-parts]"},
        {"results.yaml", "i2: 91.67", "i2: {public: 91.67}",
         "8:7: error: question i2 has scores by part, but IIT has no parts [score-parts]"},
        {"results.yaml", "i2: 91.67", "i2: 191.67",
         "8:7: error: score 191.67 is above the maximum 100.00 [score-range]"},
        {"results.yaml", "i2: 91.67", "i2: -1.50",
         "8:7: error: score -1.50 is below 0 [score-range]"},
        {"results.yaml", "overall: 90.68", "overall: 906.80",
         "15:12: error: score 906.80 is above the maximum 100.00 [score-range]"},
        {"results.yaml", "survey: 7,", "survey: 7, EIT: 7,",
         "2:26: error: EIT has parts, so this is given for each part [parts-wanted]"},
        {"results.yaml", "    4: 87.50\n", "    4: {score: 87.50, public: 1}\n",
         "25:23: error: public is a part of EIT; OIT has no parts [part-elsewhere]"},
    };
    CHECK_ALL(list);
}

static void things_under_the_wrong_heading_are_reported(void **state)
{
    (void)state;
    static const struct breakage list[] = {
        {"results.yaml", "- question: i2", "- question: o2",
         "40:23: error: question o2 belongs to OIT, not to IIT [question-elsewhere]"},
        {"results.yaml", "      - id: OIT", "      - id: IIT\n      - id: OIT",
         "52:13: error: IIT is used twice [duplicate-id]"},
        {"results.yaml", "          - question: o2\n",
         "          - question: o2\n            part: public\n",
         "57:19: error: public is a part of EIT; OIT has no parts [part-elsewhere]"},
        {"analyses.yaml", "      i3: รักษา", "      i3: ก\n      i1: รักษา",
         "18:7: error: question i1 belongs to indicator 1, not to indicator 2 "
         "[question-elsewhere]"},
    };
    CHECK_ALL(list);
}

static void the_framework_is_of_the_editions_year(void **state)
{
    (void)state;
    static const struct breakage list[] = {
        {"edition.yaml", "fiscal_year: 2568", "fiscal_year: 2567",
         "4:14: error: the edition is of fiscal year 2567, its framework of 2568 [year-differs]"},
    };
    CHECK_ALL(list);
}

static void ids_are_used_once(void **state)
{
    (void)state;
    struct copy copy = {0};
    start_copy(&copy);
    const char *text = read_small(&copy, "framework.yaml");
    text = replaced(&copy, text, "- id: i2", "- id: i1");
    text = replaced(&copy, text, "- number: 2", "- number: 1");
    text = replaced(&copy, text, "- number: \"4.2\"", "- number: \"4.1\"");
    text = replaced(&copy, text, "- id: public", "- id: IIT");
    write_copy(&copy, "framework.yaml", text);
    load_copy(&copy);
    assert_says(&copy, "framework.yaml:20:17: error: i1 is used twice [duplicate-id]");
    assert_says(&copy, "hint: it was first used on line 18; give each its own");
    assert_says(&copy, "framework.yaml:22:17: error: 1 is used twice [duplicate-id]");
    assert_says(&copy, "framework.yaml:76:21: error: 4.1 is used twice [duplicate-id]");
    assert_says(&copy, "framework.yaml:35:13: error: IIT is used twice [duplicate-id]");
    end_copy(&copy);
}

static void empty_things_are_reported(void **state)
{
    (void)state;
    struct copy copy = {0};
    start_copy(&copy);
    write_copy(&copy, "framework.yaml",
               "fiscal_year: 2568\nfull_score: 100\nlevels: {}\ninstruments:\n"
               "  - {id: A, name: a, weight: 50, indicators: []}\n"
               "  - {id: B, name: b, weight: 50, indicators: [{number: 1, name: c}]}\n");
    load_copy(&copy);
    assert_true(diag_failed(copy.diag));
    assert_says(&copy, "framework.yaml:5:5: error: instrument A has no indicators");
    assert_says(&copy, "framework.yaml:6:47: error: indicator 1 has no questions");
    assert_null(strstr(copy.messages, "unknown"));
    end_copy(&copy);
}

static void an_empty_framework_is_reported(void **state)
{
    (void)state;
    struct copy copy = {0};
    start_copy(&copy);
    write_copy(&copy, "framework.yaml",
               "fiscal_year: 2568\nfull_score: 100\ninstruments: []\nlevels: {}\n");
    load_copy(&copy);
    assert_true(diag_failed(copy.diag));
    assert_says(&copy, "framework.yaml:1:1: error: the framework has no instruments");
    assert_int_equal(diag_count(copy.diag, DIAG_ERROR), 1);
    end_copy(&copy);
}

static void missing_texts_are_warnings(void **state)
{
    (void)state;
    static const struct breakage list[] = {
        {"analyses.yaml", "      o3: รักษามาตรฐาน\n", "",
         "28:7: warning: question o3 has no guideline [guideline-missing]"},
        {"analyses.yaml",
         "    analysis: |\n      ตัวชี้วัดที่ {{ this.number | thai }} ได้ {{ this.score | score }} "
         "คะแนน ซึ่งเป็นคะแนนสูงสุด จึงมุ่งรักษามาตรฐานไว้\n",
         "", "15:5: warning: indicator 2 has no analysis [analysis-missing]"},
    };
    CHECK_ALL(list);
}

static void measures_are_checked(void **state)
{
    (void)state;
    static const struct breakage list[] = {
        {"measures.yaml", "        steps:\n          - จัดทำประกาศ\n", "        steps: []\n",
         "15:9: error: the measure “มาตรการประกาศมาตรฐานการให้บริการ” has no steps "
         "[steps-missing]"},
        {"measures.yaml", "        owners: [กองการศึกษาฯ]\n", "",
         "23:9: error: nobody is responsible for the measure “มาตรการปรับปรุงข่าวประชาสัมพันธ์” "
         "[owner-missing]"},
        {"measures.yaml", "to: ๓๑ มกราคม ๒๕๖๙", "to: ๓๑ มกราคม ๒๕๖๘",
         "18:46: error: the period ends before it starts [period-backwards]"},
        {"measures.yaml", "  - number: 2", "  - number: 1",
         "20:13: error: 1 is used twice [duplicate-id]"},
    };
    CHECK_ALL(list);
}

static void all_files_are_reported_in_one_run(void **state)
{
    (void)state;
    struct copy copy = {0};
    start_copy(&copy);
    write_copy(&copy, "results.yaml",
               replaced(&copy, read_small(&copy, "results.yaml"), "i2: 91.67", "i2: x"));
    write_copy(&copy, "analyses.yaml",
               replaced(&copy, read_small(&copy, "analyses.yaml"), "summary:", "sumary:"));
    unlink(file_join(copy.arena, copy.folder, "measures.yaml"));
    load_copy(&copy);
    assert_says(&copy, "results.yaml:8:7: error");
    assert_says(&copy, "analyses.yaml:1:1: error");
    assert_says(&copy, "measures.yaml");
    assert_true(diag_failed(copy.diag));
    end_copy(&copy);
}

static void a_missing_framework_is_reported_where_it_is_named(void **state)
{
    (void)state;
    static const struct breakage list[] = {
        {"edition.yaml", "framework: framework.yaml", "framework: none.yaml",
         "2:12: error: there is no file"},
    };
    CHECK_ALL(list);
}

static void hostile_counts_are_refused(void **state)
{
    (void)state;
    struct copy copy = {0};
    struct buffer text = {0};
    start_copy(&copy);
    buffer_add_string(&text, "fiscal_year: 2568\nfull_score: 100\nlevels: {}\ninstruments:\n"
                             "  - id: A\n    name: a\n    weight: 100\n    indicators:\n");
    static const int primes[] = {11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47};
    for (int i = 0, q = 0; i < 11; i++) {
        buffer_printf(&text, "      - number: %d\n        name: n\n        questions:\n", i + 1);
        for (int j = 0; j < primes[i]; j++)
            buffer_printf(&text, "          - {id: q%d, text: t}\n", q++);
    }
    write_copy(&copy, "framework.yaml", text.bytes);
    load_copy(&copy);
    assert_says(&copy, "[scheme-too-fine]");
    buffer_free(&text);
    end_copy(&copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_edition_loads_silently),
        cmocka_unit_test(scores_are_where_they_belong),
        cmocka_unit_test(left_out_values_get_their_usual_ones),
        cmocka_unit_test(unknown_ids_are_reported),
        cmocka_unit_test(the_nearest_known_id_is_proposed),
        cmocka_unit_test(scores_are_checked),
        cmocka_unit_test(things_under_the_wrong_heading_are_reported),
        cmocka_unit_test(the_framework_is_of_the_editions_year),
        cmocka_unit_test(ids_are_used_once),
        cmocka_unit_test(empty_things_are_reported),
        cmocka_unit_test(an_empty_framework_is_reported),
        cmocka_unit_test(missing_texts_are_warnings),
        cmocka_unit_test(measures_are_checked),
        cmocka_unit_test(all_files_are_reported_in_one_run),
        cmocka_unit_test(a_missing_framework_is_reported_where_it_is_named),
        cmocka_unit_test(hostile_counts_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
