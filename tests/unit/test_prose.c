/* Prose into paragraphs of runs: emphasis, links, images, and what has no place. */
#include "prose_unit.h"

static void splits_paragraphs(void **state)
{
    (void)state;
    assert_shown("ย่อหน้าหนึ่ง\n\nย่อหน้าสอง", "ย่อหน้าหนึ่ง|¶ย่อหน้าสอง|¶");
    assert_shown("บรรทัดหนึ่ง\nบรรทัดสอง", "บรรทัดหนึ่ง|~|บรรทัดสอง|¶");
    assert_shown("บรรทัดหนึ่ง\\\nบรรทัดสอง", "บรรทัดหนึ่ง|!|บรรทัดสอง|¶");
    assert_shown("บรรทัดหนึ่ง  \nบรรทัดสอง", "บรรทัดหนึ่ง|!|บรรทัดสอง|¶");
    assert_shown("        ด้วยสำนักงาน\n\n\tตามที่", "ด้วยสำนักงาน|¶ตามที่|¶");
    assert_shown("", "");
    assert_shown("\n  \n", "");
}

static void reads_emphasis(void **state)
{
    (void)state;
    assert_shown("ระบบ**บัตรคิว** *มาก*", "ระบบ|*บัตรคิว| |/มาก|¶");
    assert_shown("ใช้**แบบ ๑(ข)**แทน", "ใช้|*แบบ ๑(ข)|แทน|¶");
    assert_shown("คือ**‘โปร่งใส’**และ*(ร่าง)*นั้น", "คือ|*‘โปร่งใส’|และ|/(ร่าง)|นั้น|¶");
    assert_shown("***ก*** **ก*ข*ค** __ง__ _จ_", "*/ก| |*ก|*/ข|*ค| |*ง| |/จ|¶");
    assert_shown("**ก**ข**ค**", "*ก|ข|*ค|¶");
    assert_shown("**ก\nข**", "*ก|*~|*ข|¶");
    assert_shown("**ก *ข** ค*", "*ก |*/ข|/ ค|¶");
}

/* A star that opens nothing is a letter where it can be one; so is an underscore. */
static void leaves_signs_that_are_letters(void **state)
{
    (void)state;
    assert_shown("๑๒ * ๓๐ วัน และ 5*3*2", "๑๒ |*| ๓๐ วัน และ 5*3*2|¶");
    assert_shown("ปลัดเทศบาล* และนายช่าง*, (หัวหน้า*)", "ปลัดเทศบาล|*| และนายช่าง|*|, (หัวหน้า|*|)|¶");
    assert_shown("snake_case_name ก ____ ข แผน_ปี", "snake_case_name ก ____ ข แผน|_|ปี|¶");
    assert_shown("ลงชื่อ..........\n____________", "ลงชื่อ..........|~|____________|¶");
    assert_shown("ประมาณ ~๑๐๐ ถึง ~๒๐๐ คน", "ประมาณ ~๑๐๐ ถึง ~๒๐๐ คน|¶");
    assert_shown("ก < ข > ค & ง = จ == ฉ | ช", "ก < ข > ค & ง = จ == ฉ | ช|¶");
    assert_shown("[ร่าง] <ชื่อ> #ITA2568 C:\\แผน", "[ร่าง] <ชื่อ> #ITA2568 C:\\แผน|¶");
}

static void reports_signs_without_a_partner(void **state)
{
    (void)state;
    assert_says("ก **ข", "t:2:5: error: ** begins or ends nothing here [prose-emphasis]\n");
    assert_says("ก** ข", "t:2:4: error: ** begins or ends nothing here [prose-emphasis]\n");
    assert_says("*ก", "t:2:3: error: * begins or ends nothing here [prose-emphasis]\n");
    assert_says("** ก **", "t:2:3: error: ** begins or ends nothing here [prose-emphasis]\n"
                           "t:2:8: error: ** begins or ends nothing here [prose-emphasis]\n");
    assert_says("****ก****", "t:2:3: error: **** begins or ends nothing here [prose-emphasis]\n"
                             "t:2:8: error: **** begins or ends nothing here [prose-emphasis]\n");
    assert_says("แบบ_คำขอ_ใหม่", "t:2:6: error: these underscores may be part of a name, or make "
                                "words slanted [prose-emphasis]\n");
    assert_says("**ก\n\nข**", "t:2:3: error: ** begins or ends nothing here [prose-emphasis]\n"
                              "t:4:4: error: ** begins or ends nothing here [prose-emphasis]\n");
}

static void reads_escapes(void **state)
{
    (void)state;
    assert_shown("\\*\\*ก\\*\\* \\_ \\# \\\\ \\[ข](ค)", "*|*ก|*|* |_ |# |\\ |[ข](ค)|¶");
    assert_shown("\\# ก\n\\> ข\n\\| ค", "# ก|~|> ข|~|| ค|¶");
    assert_shown("ก \\<b> \\&nbsp; \\` \\~\\~ \\^", "ก |<b> |&nbsp; |` |~|~ |^|¶");
    assert_says("ก\\", "t:2:4: error: a backslash at the end of a paragraph forces no line end "
                       "[prose-markdown]\n");
}

static void raises(void **state)
{
    (void)state;
    assert_shown("ตร.ม.^๒^ และ **ก^(๑)^**", "ตร.ม.|^๒| และ |*ก|*^(๑)|¶");
    assert_shown("ก^{{ a }}^", "ก|^{}|¶");
    assert_says("2^10 ^ก ข^", "t:2:4: error: ^ begins nothing here [prose-superscript]\n"
                              "t:2:8: error: ^ begins nothing here [prose-superscript]\n"
                              "t:2:12: error: ^ begins nothing here [prose-superscript]\n");
}

static void protects_placeholders(void **state)
{
    (void)state;
    assert_shown("ข้อ {{ question.i2.label }} ได้ {{ a | join(\"*\", \"*\") }} คะแนน",
                 "ข้อ |{}| ได้ |{}| คะแนน|¶");
    assert_shown("**{{ agency.name }}** {{ a_b }}_{{ c_d }}", "*{}| |{}|_|{}|¶");
    assert_shown("- {{ a }}\n- ข{{ b }}", "[{: {}|¶}{: ข|{}|¶}]");
    assert_shown("**{{ a }}**{{ b }}**{{ c }}**", "*{}|{}|*{}|¶");
}

static void keeps_characters_for_private_use(void **state)
{
    (void)state;
    assert_shown("{{ a }} \xF4\x8F\xA0\x80 {{ b }}", "{}| \xF4\x8F\xA0\x80 |{}|¶");
    assert_shown("\xF4\x8F\xA4\x80{{ a }}\xF4\x8F\x9C\x80",
                 "\xF4\x8F\xA4\x80|{}|\xF4\x8F\x9C\x80|¶");
}

static void keeps_expressions_with_their_places(void **state)
{
    (void)state;
    struct parsed parsed = parse("ก\n\n- ข {{ year }} ค");
    const struct prose_node *paragraph = parsed.prose->first->next->first->first;
    assert_int_equal(paragraph->run[1].kind, PROSE_PLACEHOLDER);
    struct place place = expr_place(paragraph->run[1].expr);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 10);
    assert_int_equal(paragraph->place.line, 4);
    assert_int_equal(paragraph->place.column, 5);
    drop(&parsed);
}

/* ---- links ---- */

static void reads_links(void **state)
{
    (void)state;
    assert_shown("[เว็บ](https://a.th)", "เว็บ<https://a.th>|¶");
    assert_shown("[แผน ๕ ปี](https://a.th/แผน พัฒนา (ร่าง).pdf)นี้",
                 "แผน ๕ ปี<https://a.th/แผน พัฒนา (ร่าง).pdf>|นี้|¶");
    assert_shown("[**ก** ข](<https://a.th/ข ค>)", "*ก<https://a.th/ข ค>| ข<https://a.th/ข ค>|¶");
    assert_shown("[โทร](tel:+66-44-1) [เขียน](mailto:a@b.th)",
                 "โทร<tel:+66-44-1>| |เขียน<mailto:a@b.th>|¶");
    assert_shown("[ก](https://a.th/{{ year }}) [ข]({{ url }})", "ก<https://a.th/{}>| |ข<{}>|¶");
    assert_shown("<https://a.th/แผน ปี.pdf> <a@b.th>",
                 "https://a.th/แผน ปี.pdf<https://a.th/แผน ปี.pdf>| |a@b.th<mailto:a@b.th>|¶");
}

static void finds_addresses(void **state)
{
    (void)state;
    assert_shown("ดู https://a.go.th/x?y=1&z=2, และ (www.b.go.thได้)",
                 "ดู |https://a.go.th/x?y=1&z=2<https://a.go.th/x?y=1&z=2>|, และ "
                 "(|www.b.go.th<http://www.b.go.th>|ได้)|¶");
    assert_shown("http://a.th/แผน/๒๕๖๘.pdf นะ https://a.th/x_(y)_z.",
                 "http://a.th/แผน/๒๕๖๘.pdf<http://a.th/แผน/๒๕๖๘.pdf>| นะ "
                 "|https://a.th/x_(y)_z<https://a.th/x_(y)_z>|.|¶");
    assert_shown("ส่งที่ ita_2568@korat.go.thครับ", "ส่งที่ |ita_2568@korat.go.th<mailto:"
                                                "ita_2568@korat.go.th>|ครับ|¶");
    assert_shown("โทร tel:044-123-456 หรือ tel:+6644 และ hotel:12345 tel:๐๔๔ tel:-",
                 "โทร |tel:044-123-456<tel:044-123-456>| หรือ |tel:+6644<tel:+6644>| และ "
                 "hotel:12345 tel:๐๔๔ tel:-|¶");
    assert_shown("**https://a.th/b** https:// www. a@b",
                 "*https://a.th/b<https://a.th/b>| https:// "
                 "www. a@b|¶");
    assert_shown("https://a.th/{{ y }}/b.pdf",
                 "https://a.th/<https://a.th/{}/b.pdf>|{}<https://a.th/{}/b.pdf>|/b.pdf"
                 "<https://a.th/{}/b.pdf>|¶");
}

static void reports_wrong_links(void **state)
{
    (void)state;
    assert_says("[ก](javascript:alert(1)) [ข](file:///etc/passwd)",
                "t:2:7: error: a link cannot lead to “javascript:alert(1)” [link-address]\n"
                "t:2:32: error: a link cannot lead to “file:///etc/passwd” [link-address]\n");
    assert_says("[ก](แผน.pdf) <ftp://a.th>",
                "t:2:7: error: a link cannot lead to “แผน.pdf” [link-address]\n"
                "t:2:17: error: a link cannot lead to “ftp://a.th” [link-address]\n");
    assert_says("[ก](https://) [ข](tel:๐๔๔)",
                "t:2:7: error: the address “https://” names no site, mailbox or number "
                "[link-address]\n"
                "t:2:21: error: the address “tel:๐๔๔” names no site, mailbox or number "
                "[link-address]\n");
    assert_says("[ก](https://a.th\n[ข]() [](https://a.th)",
                "t:2:3: error: the address of this link has no closing bracket [prose-link]\n"
                "t:3:3: error: this link or image has no words or no address [prose-link]\n"
                "t:3:9: error: this link or image has no words or no address [prose-link]\n");
    assert_says("ภาพ ![ก] ต่อ",
                "t:2:7: error: this link or image has no words or no address [prose-link]\n");
    assert_says("[ก] (https://a.th) [ข](https://a.th \"ค\")",
                "t:2:3: error: there is a blank between the words of this link and its address "
                "[prose-link]\n"
                "t:2:40: error: a link has no caption [prose-link]\n");
    assert_says("[ก [ข](https://a.th)](https://b.th)",
                "t:2:6: error: there can be no link inside the words of a link or an image "
                "[prose-link]\n");
    assert_says("[ก]: https://a.th",
                "t:2:3: error: addresses are not listed apart from their links [prose-link]\n");
}

/* ---- images ---- */

static void reads_images(void **state)
{
    (void)state;
    assert_shown("ก\n\n![รูป {{ a }}](ภาพ.png \"ใต้ภาพ\")\n![](b.jpg)\n\nข",
                 "ก|¶image(ภาพ.png|รูป |{}|ใต้ภาพ|)image(b.jpg|)ข|¶");
    assert_shown("![ป้าย](ภาพ ๑.png “วันที่ **๑**”)", "image(ภาพ ๑.png|ป้าย|วันที่ |*๑|)");
    assert_shown("- ก\n\n  ![ข](c.png)", "[{: ก|¶image(c.png|ข|)}]");
    assert_says("ก ![ข](a.png)",
                "t:2:5: error: an image cannot be inside a line of text [prose-image]\n");
}

/* ---- what has no place ---- */

static void reports_what_has_no_place(void **state)
{
    (void)state;
    assert_says(
        "ก\n\n# หัวข้อ\n\n> คำ\n\n---\n\nหัว\n===\n\n- ## ข",
        "t:4:3: error: a text has no headings of its own (#) [prose-markdown]\n"
        "t:6:3: error: a text has no quoted blocks (>) [prose-markdown]\n"
        "t:8:3: error: a text has no rules across the page [prose-markdown]\n"
        "t:11:3: error: a text has no headings of its own (a line of signs below it) and no "
        "rules [prose-markdown]\n"
        "t:13:5: error: a text has no headings of its own (#) [prose-markdown]\n");
    assert_says("ก\n```sh\n# ข\n```\nค `ง`",
                "t:3:3: error: a text has no code (`…`) [prose-markdown]\n"
                "t:6:5: error: a text has no code (`…`) [prose-markdown]\n");
    assert_says("<b>ก</b><br>ข<!-- ค -->&nbsp;",
                "t:2:3: error: a text has no HTML (<b>) [prose-markdown]\n"
                "t:2:7: error: a text has no HTML (</b>) [prose-markdown]\n"
                "t:2:11: error: a text has no HTML (<br>) [prose-markdown]\n"
                "t:2:16: error: a text has no HTML (<!-- ค -->) [prose-markdown]\n"
                "t:2:26: error: &nbsp; is a character in the words of HTML [prose-markdown]\n");
    assert_says("~~ก~~ H~2~O ==ข==",
                "t:2:3: error: a report has no struck-out words (~~words~~) [prose-markdown]\n"
                "t:2:10: error: a report has no lowered words (~words~) [prose-markdown]\n"
                "t:2:15: error: a report has no highlighted words (==words==) [prose-markdown]\n");
}

/* ---- hostile texts ---- */

static void repeat(struct buffer *out, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buffer_add_string(out, text);
}

/* Texts that a reader that looks twice, or calls itself, would not come to the end of. */
static void bears_hostile_texts(void **state)
{
    (void)state;
    static const char *const texts[] = {"**a ", "[",    "[a](", "![a](b \"", "<",  "(ก ", "a_",
                                        "^",    "~a~",  "`",    "|a",        "\\", "> ",  "x@",
                                        "- ",   "[^a]", "&a",   "https://(", "ก_", "*"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct buffer out = {0};
        repeat(&out, texts[i], 20000);
        struct parsed parsed = parse(buffer_text(&out));
        buffer_free(&out);
        drop(&parsed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_paragraphs),
        cmocka_unit_test(reads_emphasis),
        cmocka_unit_test(leaves_signs_that_are_letters),
        cmocka_unit_test(reports_signs_without_a_partner),
        cmocka_unit_test(reads_escapes),
        cmocka_unit_test(raises),
        cmocka_unit_test(protects_placeholders),
        cmocka_unit_test(keeps_characters_for_private_use),
        cmocka_unit_test(keeps_expressions_with_their_places),
        cmocka_unit_test(reads_links),
        cmocka_unit_test(finds_addresses),
        cmocka_unit_test(reports_wrong_links),
        cmocka_unit_test(reads_images),
        cmocka_unit_test(reports_what_has_no_place),
        cmocka_unit_test(bears_hostile_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
