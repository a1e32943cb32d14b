/* Texts that say the same, nearly the same or something else, and the pairs of two lists. */
#include "unit.h"

#include "base/alike.h"

static struct alike of(struct arena *arena, const char *text, const char *id)
{
    return alike_of(arena, text, strlen(text), id);
}

static void compares_words_only(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct alike a = of(arena, "ท่านพบ “การทุจริต” ปี ๒๕๖๗ หรือไม่", NULL);
    struct alike b = of(arena, "ท่านพบการทุจริต ปี 2567 หรือไม่?", NULL);
    struct alike c = of(arena, "ท่านพบการทุจริต ปี 2568 หรือไม่?", NULL);
    struct alike d = of(arena, "แผนจัดซื้อจัดจ้างประจำเดือน", NULL);
    struct alike none = of(arena, "?!", NULL);
    assert_true(alike_same(&a, &b));
    assert_int_equal(alike_percent(&a, &b), 100);
    assert_false(alike_same(&a, &c));
    assert_int_equal(alike_percent(&a, &c), 99);
    assert_true(alike_percent(&a, &d) < 20);
    assert_int_equal(alike_percent(&a, &none), 0);
    struct alike large = of(arena, "E-Service", NULL);
    struct alike small = of(arena, "e-service", NULL);
    assert_true(alike_same(&large, &small));
    arena_free(arena);
}

static void pairs_by_words_then_ids(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct alike old[] = {
        of(arena, "การประชุมคณะกรรมการประจำเดือน", "1"),
        of(arena, "ข้อมูลเหมือนกันทุกตัวอักษร", "2"),
        of(arena, "ข้อมูลเหมือนกันทุกตัวอักษร", "3"),
        of(arena, "เรื่องที่หายไปในปีนี้", "4"),
    };
    const struct alike now[] = {
        of(arena, "ข้อมูลเหมือนกันทุกตัวอักษร", "3"),
        of(arena, "ข้อมูลเหมือนกัน ทุกตัวอักษร", "9"),
        of(arena, "การประชุมคณะกรรมการประจำไตรมาส", "7"),
        of(arena, "สิ่งใหม่ทั้งหมด", "4"),
    };
    const struct alike_pair *pair =
        alike_pairs(arena, (struct alike_list){old, 4}, (struct alike_list){now, 4},
                    (struct alike_rule){.least = 60, .of_id = 15});
    assert_int_equal(pair[0].other, 2);
    assert_int_equal(pair[1].other, 1);
    assert_int_equal(pair[2].other, 0);
    assert_true(pair[2].percent >= 60 && pair[2].percent < 100);
    assert_true(pair[3].other == ALIKE_NONE);
    arena_free(arena);
}

/* What is nearest is taken first, whatever the order. */
static void takes_the_nearest_first(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct alike old[] = {of(arena, "จัดทำประกาศเจตนารมณ์ไม่รับของขวัญ", NULL)};
    const struct alike now[] = {of(arena, "จัดทำประกาศเจตนารมณ์ไม่รับของฝาก", NULL),
                                of(arena, "จัดทำประกาศเจตนารมณ์ไม่รับของขวัญใด ๆ", NULL)};
    const struct alike_pair *pair =
        alike_pairs(arena, (struct alike_list){old, 1}, (struct alike_list){now, 2},
                    (struct alike_rule){.least = 60});
    assert_true(pair[0].other == ALIKE_NONE);
    assert_int_equal(pair[1].other, 0);
    arena_free(arena);
}

/* Plans go with plans and reports with reports, though each has the id that the other had. */
static void ids_decide_between_equals_only(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct alike old[] = {of(arena, "แผนงานบำรุงรักษาถนนและทางระบายน้ำ*", "s4"),
                                of(arena, "รายงานผลงานบำรุงรักษาถนนและทางระบายน้ำ ปี ๒๕๖๖", "s5"),
                                of(arena, "ตารางเวรประจำวันของสถานี ก", "s7"),
                                of(arena, "ตารางเวรประจำวันของสถานี ข", "s8")};
    const struct alike now[] = {of(arena, "เป้าหมายและแผนงานบำรุงรักษาถนนและทางระบายน้ำ", "s3"),
                                of(arena, "รายงานผลงานบำรุงรักษาถนนและทางระบายน้ำ", "s4"),
                                of(arena, "ตารางเวรประจำวันของสถานี ค", "s8")};
    const struct alike_pair *pair =
        alike_pairs(arena, (struct alike_list){old, 4}, (struct alike_list){now, 3},
                    (struct alike_rule){.least = 60});
    assert_int_equal(pair[0].other, 0);
    assert_int_equal(pair[1].other, 1);
    assert_int_equal(pair[2].other, 3);
    arena_free(arena);
}

static void takes_parts_where_nothing_is_nearer(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct alike old[] = {of(arena, "Open Data", NULL), of(arena, "คลังความรู้ชุมชน", NULL),
                                of(arena, "แผนผัง", NULL)};
    const struct alike now[] = {
        of(arena, "ชุดข้อมูลที่เปิดให้ประชาชนนำไปใช้ต่อได้โดยไม่มีเงื่อนไข (OPEN DATA)", NULL),
        of(arena, "คลังความรู้ของชุมชนและห้องสมุดประชาชนประจำตำบลทุกแห่ง", NULL),
        of(arena, "แผนผังแสดงลำดับการให้บริการและระยะเวลาที่ใช้ในแต่ละขั้น", NULL)};
    const struct alike_list olds = {old, 3}, nows = {now, 3};
    const struct alike_pair *with =
        alike_pairs(arena, olds, nows, (struct alike_rule){.least = 60, .takes_parts = true});
    const struct alike_pair *without =
        alike_pairs(arena, olds, nows, (struct alike_rule){.least = 60});
    assert_int_equal(with[0].other, 0);
    assert_true(with[1].other == ALIKE_NONE); /* other words in between */
    assert_true(with[2].other == ALIKE_NONE); /* too short to tell anything */
    for (size_t i = 0; i < 3; i++)
        assert_true(without[i].other == ALIKE_NONE);
    arena_free(arena);
}

static void takes_empty_lists(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct alike one[] = {of(arena, "หนึ่ง", NULL)};
    const struct alike_rule rule = {.least = 60};
    const struct alike_pair *pair =
        alike_pairs(arena, (struct alike_list){NULL, 0}, (struct alike_list){one, 1}, rule);
    assert_true(pair[0].other == ALIKE_NONE);
    alike_pairs(arena, (struct alike_list){one, 1}, (struct alike_list){NULL, 0}, rule);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_words_only),
        cmocka_unit_test(pairs_by_words_then_ids),
        cmocka_unit_test(takes_the_nearest_first),
        cmocka_unit_test(ids_decide_between_equals_only),
        cmocka_unit_test(takes_parts_where_nothing_is_nearer),
        cmocka_unit_test(takes_empty_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
