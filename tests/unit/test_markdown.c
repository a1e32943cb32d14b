/* Signs of Markdown in names and titles, and letters that only look like them. */
#include "unit.h"

#include "base/markdown.h"

static void finds_signs(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"แผน**เร่งด่วน**", "**"},
        {"*ด่วน* มาก", "*"},
        {"กอง__ช่าง__", "__"},
        {"_กองช่าง_", "_"},
        {"งาน ~~เดิม~~ ใหม่", "~~"},
        {"ม.^๒^", "^๒^"},
        {"ดู [คู่มือ](https://a.go.th)", "["},
        {"รายงาน[^1]", "[^"},
        {"![ตรา](ตรา.png)", "!["},
        {"ใช้ `โค้ด`", "`"},
        {"ก<br/>ข", "<br/>"},
        {"ก</b>", "</b>"},
        {"ก&nbsp;ข", "&nbsp;"},
        {"&#3585;", "&#3585;"},
        {"ก\\*", "\\*"},
        {"## หัวข้อ", "##"},
        {"> คำพูด", ">"},
        {"- [ ] ตรวจ", "- [ ]"},
        {"| ก | ข |", "|"},
        {"{{ agency.name }} **ก**", "**"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct markdown_sign sign = markdown_find(texts[i][0], strlen(texts[i][0]));
        if (sign.length != strlen(texts[i][1]) ||
            memcmp(texts[i][0] + sign.start, texts[i][1], sign.length) != 0)
            fail_msg("%s: %zu bytes from %zu on", texts[i][0], sign.length, sign.start);
    }
}

static void leaves_letters(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "๓ * ๔",
        "5*3*2",
        "นายก*",
        "_____ กอง ____",
        "plan_2568",
        "แผน_ปี_๒๕๖๘",
        "R&D",
        "A & B; C",
        "ก < ข > ค",
        "#โปร่งใส",
        "อันดับ #1",
        "[ก] (ข)",
        "(ก) และ [๑]",
        "๑ ~ ๒",
        "C:\\งาน",
        "--- ปิด ---",
        "๑. ชื่อ",
        "- กองคลัง",
        "{{ list | join('**') }}",
        "ก ^ ข",
        "<https://a.th>",
        "https://a.go.th/x_y_z*",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct markdown_sign sign = markdown_find(texts[i], strlen(texts[i]));
        if (sign.length != 0)
            fail_msg("%s: %zu bytes from %zu on", texts[i], sign.length, sign.start);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_signs),
        cmocka_unit_test(leaves_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
