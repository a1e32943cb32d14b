/*
 * Where lines may end, by the rules of docs/thai.md. Each sentence shows its breaks: | where a line
 * may end freely, ¦ where it may for need, at the price of a rule. Everything else stays together.
 * A reader of Thai can check this file without reading C.
 */
#include "unit_text.h"

struct sentence {
    const char *rule;
    const char *marked;
};

static const struct sentence SENTENCES[] = {
    {"L1", "เรื่อง¦นั้น ๆ"},
    {"L1", "ต่าง ๆ |ของ¦ตน"},
    {"L1", "ต่างๆ|นานา"},
    {"L2", "กองการศึกษาฯ |และ¦กอง¦ช่าง"},
    {"L2", "ผล|การ¦ประเมินฯ |ประจำ¦ปี"},
    {"L3", "สมุด |ดินสอ |ฯลฯ |ที่¦ใช้"},
    {"L4", "“ผ่าน” |และ¦(ผ่าน) |จริง|หรือ!"},
    {"L4", "มาตรการ|เชิง¦รุก\" |ของ¦รัฐ"},
    {"L4", "ร้อยละ ๕ %|เท่านั้น"},
    {"L4", "ขอ|เดชะ ๚ะ๛"},
    {"L5", "ระดับ|“ผ่าน” |และ¦[ดี] |หรือ¦\"เยี่ยม\""},
    {"L6", "เงิน |฿ ๕๐๐ |และ¦๕๐๐ ฿ |ต่อ¦วัน"},
    {"L7", "สำนักงาน |ป.ป.ช. |และ¦พ.ร.บ. |นี้"},
    {"L7", "ระบบ |E-Service |และ¦co-operation |ใหม่"},
    {"L7", "แผน |อบต.หินเหล็กไฟ |และ¦กทม. |ด้วย"},
    {"L7", "สำนักงาน |ก.พ. |กับ¦ก.พ.ร. |และ¦ก.ค.ศ. |ใน¦ก.พ. ๖๘"},
    {"L7", "สภ.เมือง |จ.สุรินทร์ |ภ.จว.สุรินทร์ |แบบ |วจ.๐๔ |ไฟล์ |ผล.pdf"},
    {"L7", "สตง.|และ¦ก.พ.|ว่า"},
    {"L8", "ใน¦ปี ¦พ.ศ. ๒๕๖๘ |ถึง ¦ค.ศ. 2025"},
    {"L8", "พ.ศ.๒๕๖๘|และ"},
    {"L9", "คะแนน|รวม |๙๒.๘๙ คะแนน |จาก¦๕ ตัวชี้วัด"},
    {"L9", "มี |๑๕ ข้อ |เวลา |๐๘.๓๐ น. |ทุก|วัน"},
    {"L9", "จาก¦ตัวชี้วัด ๕ ตัวชี้วัด"},
    {"L9", "ต่ำ¦สุด|ที่ ¦๗๗.๔๙ คะแนน"},
    {"L9", "ได้ |๑๐๐ คะแนนเต็ม |มี |๓ ข้อเสนอแนะ |ใช้ |๒ ¦ใบสั่ง"},
    {"L9", "ตำรวจ |๕ นาย |และ¦นายสมชาย |มี|ครั้ง¦ละ |๒๐ นาย"},
    {"L10", "ข้อ ๑ |ตัวชี้วัดที่ ๑๐ |และ¦ร้อยละ ๙๙.๒๕"},
    {"L10", "มาตรา ๗ |ข้อ i๒ |และ¦ข้อ o10"},
    {"L10", "ประเด็นที่ ๑ |กับ¦ประเด็น|ที่¦ต้อง|ทำ"},
    {"L10", "๑. หลักการ|และ¦เหตุผล"},
    {"L10", "ได้แก่ ¦๑) การ¦ใช้¦อำนาจ |๒) การ¦ใช้|เงิน"},
    {"L10", "(๑) คำ¦สั่ง |และ¦ส่วน|ที่¦เหลือ"},
    {"L10", "โทรศัพท์ ๐ ๒๒๗๑ ๖๐๐๐ |ต่อ ๖๖๒๘ |และ¦สายด่วน ๑๑๑๑"},
    {"L10", "หนังสือที่ กค ๐๔๐๕.๔/ว ๑๒๔ |ลง|วันที่ ๑ มีนาคม ๒๕๖๖"},
    {"L10", "อยู่|ที่ ¦๘๙.๖๔ คะแนน |โทร|ได้|ที่ ¦๐๘๑-๒๓๔-๕๖๗๘ |หน้า |ตัวชี้วัดย่อยที่ ๙.๑"},
    {"L10", "เขต ก |และ¦เขต ข |มาตรฐาน |ISO ¦37001:2016"},
    {"L11", "วันศุกร์ที่ ๒๙ สิงหาคม พ.ศ. ๒๕๖๘ |วันที่ ๓๐ เดือนกันยายน ๒๕๖๘ |๒ เดือน"},
    {"L11", "๑ ตุลาคม ๒๕๖๘ - |๓๐ กันยายน ๒๕๖๙"},
    {"L11", "เดือนตุลาคม พ.ศ. ๒๕๖๘ |วันที่ ๑ ต.ค. ๖๘"},
    {"L11", "ปี ¦พ.ศ. ๒๕๖๖-๒๕๗๐ |และ¦ข้อ ๑ - |๕"},
    {"L11", "โทร. ๐-๒๕๖๗-๑๒๓๔ |ต่อ ๑๐๑"},
    {"L12", "โดย¦นายสมชาย ¦ใจดี |ได้|ลง¦นาม"},
    {"L12", "นางสาวบุญมี ¦ศรีสุข |และ¦นายก¦เทศมนตรี"},
    {"L12", "ว่าที่ ร.ต.ปิยะพัทธ์ ¦ประพันธ์ศิริ |เห็น¦ว่าที่¦ประชุม"},
    {"L12", "พ.ต.อ.หญิง ศุภลักษณ์ ¦บัวเผื่อน |พันตำรวจเอกสืบสกุล ¦ยอดเยี่ยม"},
    {"L12", "ผศ.ดร.อิสราภรณ์ ¦นวลละออง |น.ส.เอื้องฟ้า ¦ณ ลำปาง |ประชุม |ณ ¦ศาลา"},
    {"L12", "หมู่ที่ ๔ |บ้านสะเตียงใหญ่ |มี|บ้าน|สวย"},
    {"L13", "สุไหงโก-ลก |และ¦องค์การ¦บริหาร|ส่วน¦ตำบล|หินเหล็กไฟ |และ¦หินเหล็กไฟ"},
    {"L13", "ของ¦โรงพยาบาล|สมมติบุรี |และ¦สมมติบุรี"},
    {"L13", "คณะ¦กรรมการ|ส่งเสริม|และ¦พัฒนา|คุณภาพ|ชีวิต|ผู้¦สูง¦อายุ|แห่ง¦ชาติ"},
    {"L14", "การ¦ประเมิน|ความ¦โปร่งใส|ของ¦ผู้¦ตอบ"},
    {"L14", "ช่อง|ทางการ¦ติดต่อ|และ¦แนวทาง|การ¦เขียน"},
    {"L15", "พบ¦ว่า¦คะแนน¦นี้"},
    {"L15", "คุณธรรม|และ¦ความ¦ดี |หรือ¦ไม่"},
    {"L16", "ปี¦งบประมาณ |หน่วย¦งาน |เว็บไซต์ |จัด¦ซื้อ¦จัด¦จ้าง"},
    {"L17", "คติ |‘อปริยัติ’ |และ¦ยอดเยี่ยม|แกร"},
    {"L18", "และ/|หรือ¦ปฏิบัติ¦งาน/|ให้¦บริการ"},
    {"L18", "ที่ ¦https://www.example.go.th/¦index |นี้"},
    {"L18", "https://www.example.go.th/¦a_b?¦c=d&¦e-¦f.pdf"},
    {"L18", "https://www.example.go.th/¦%E0%B8%81¦%20a.pdf"},
    {"L19", "ผู้บังคับบัญชา* |คน¦นั้น²"},
    {"L20", "ระบบ|ITA|ของ¦รัฐ"},
    {"L21", "เวลา\u200B|ยาว|นาน\u2060มาก |และ¦ของ\u00A0ดี\u202Fจริง"},
    {"L22", "ก่อน   |หลัง"},
};

static void strip_marks(const char *marked, struct buffer *out)
{
    for (; *marked != '\0'; marked++) {
        if (strncmp(marked, "¦", 2) == 0)
            marked++;
        else if (*marked != '|')
            buffer_add_char(out, *marked);
    }
}

/* The sentence again, as the program sees it. */
static char *marked_by_program(struct text_bench *bench, const char *text)
{
    struct text_lines lines =
        text_bench_cut(bench, text_bench_shape(bench, text), 10000 * PT, TEXT_LEFT);
    struct buffer out = {0};
    text_line_dump(&lines.line[0], &out);
    char *end = strstr(out.bytes, "  [");
    assert_non_null(end);
    *end = '\0';
    return out.bytes;
}

static void breaks_as_marked(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    bool fine = true;
    for (size_t i = 0; i < sizeof SENTENCES / sizeof *SENTENCES; i++) {
        struct buffer text = {0};
        strip_marks(SENTENCES[i].marked, &text);
        char *given = marked_by_program(&bench, buffer_text(&text));
        if (strcmp(given, SENTENCES[i].marked) != 0) {
            print_error("%-4s expected %s\n     given    %s\n", SENTENCES[i].rule,
                        SENTENCES[i].marked, given);
            fine = false;
        }
        free(given);
        buffer_free(&text);
    }
    text_bench_close(&bench);
    assert_true(fine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(breaks_as_marked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
