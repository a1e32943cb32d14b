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
    {"L2", "ผล¦การ¦ประเมินฯ |ประจำ¦ปี"},
    {"L2", "โปรดเกล้า ฯ |และ¦คณะ¦กรรมการ ฯ |ให้¦มา"},
    {"L16", "คณะ¦กรรมการฯ |คณะ¦ทำงานฯ |ส่วน¦ราชการๆ|นี้"},
    {"L3", "สมุด |ดินสอ |ฯลฯ |ที่¦ใช้"},
    {"L4", "“ผ่าน” |และ¦(ผ่าน) |จริง|หรือ!"},
    {"L4", "มาตรการ¦เชิง¦รุก\" |ของ¦รัฐ"},
    {"L4", "ร้อยละ ๕ %|เท่านั้น"},
    {"L4", "ขอ¦เดชะ ๚ะ๛"},
    {"L5", "ระดับ|“ผ่าน” |และ¦[ดี] |หรือ¦\"เยี่ยม\""},
    {"L6", "เงิน |฿ ๕๐๐ |และ¦๕๐๐ ฿ |ต่อ¦วัน"},
    {"L7", "สำนักงาน |ป.ป.ช. |และ¦พ.ร.บ. |นี้"},
    {"L7", "ระบบ |E-Service |และ¦co-operation |ใหม่"},
    {"L7", "แผน |อบต.หินเหล็กไฟ |และ¦กทม. |ด้วย"},
    {"L7", "สำนักงาน |ก.พ. |กับ¦ก.พ.ร. |และ¦ก.ค.ศ. |ใน¦ก.พ. ๖๘"},
    {"L7", "สภ.เมือง |จ.สุรินทร์ |ภ.จว.สุรินทร์ |แบบ |วจ.๐๔ |ไฟล์ |ผล.pdf"},
    {"L7", "สตง.|และ¦ก.พ.|ว่า ¦ผบ.หมู่ |รายงาน"},
    {"L7", "ป.วิ.อ. |มาตรา ๗๘ |กับ¦ป.พ.พ. |กลุ่ม|A–Z |และ ¦ก–ฮ |ข้อ o๑๑–o๑๘"},
    {"L8", "ใน¦ปี ¦พ.ศ. ๒๕๖๘ |ถึง ¦ค.ศ. 2025"},
    {"L8", "พ.ศ.๒๕๖๘|และ"},
    {"L8", "ร.ศ. ๑๑๒ |จุลศักราช ๑๓๘๖"},
    {"L9", "คะแนน¦รวม |๙๒.๘๙ คะแนน |จาก¦๕ ตัวชี้วัด"},
    {"L9", "มี |๑๕ ข้อ |เวลา ๐๘.๓๐ น. |ทุก¦วัน"},
    {"L13", "ให้¦กองทะเบียนและพัสดุกลาง¦ตรวจ"},
    {"L8", "ใช้¦เวลา ¦๒ ชั่วโมง |ถึง¦เวลา ๑๖ นาฬิกา |หรือ¦เวลา 13.00 - |16.00 น."},
    {"L9", "จาก¦ตัวชี้วัด ๕ ตัวชี้วัด"},
    {"L9", "ต่ำ¦สุด|ที่ ¦๗๗.๔๙ คะแนน"},
    {"L9", "เงิน |๒๕๐๐ บาท |และ ¦๒๕๔๐ คน |ปี ๒๕๖๘ |บาท |แผน |๒๕๖๐ |ข้อ ๗"},
    {"L9",
     "ไม่¦เกิน |๕ MB |ความ¦ละเอียด |300 dpi |เร็ว |15 km/h |วัด|ได้ |37.5 µg/m³ |เงิน |1,000 USD |ต่อ¦ปี"},
    {"L9", "ได้ |๑๐๐ คะแนน¦เต็ม |มี |๓ ข้อเสนอแนะ |ใช้ |๒ ¦ใบสั่ง"},
    {"L9", "ตำรวจ |๕ นาย |และ¦นายสมชาย |มี¦ครั้ง¦ละ |๒๐ นาย"},
    {"L10", "ข้อ ๑ |ตัวชี้วัดที่ ๑๐ |และ¦ร้อยละ ๙๙.๒๕"},
    {"L9", "อยู่ที่ ๑๐๐ คะแนน |ครั้งที่ ๒ |คน¦ดี"},
    {"L10", "มาตรา ๗ |ข้อ i๒ |และ¦ข้อ o10"},
    {"L10", "ประเด็นที่ ๑ |กับ¦ประเด็น|ที่¦ต้อง¦ทำ"},
    {"L10", "๑. หลักการ¦และ¦เหตุผล"},
    {"L10", "ได้แก่ ¦๑) การ¦ใช้¦อำนาจ |๒) การ¦ใช้¦เงิน"},
    {"L10", "(๑) คำ¦สั่ง |และ¦ส่วน|ที่¦เหลือ"},
    {"L10", "โทรศัพท์ ๐ ๒๒๗๑ ๖๐๐๐ |ต่อ ๖๖๒๘ |และ¦สายด่วน ๑๑๑๑"},
    {"L10", "หนังสือที่ กค ๐๔๐๕.๔/ว ๑๒๔ |ลง¦วันที่ ๑ มีนาคม ๒๕๖๖"},
    {"L10", "อยู่|ที่ ¦๘๙.๖๔ คะแนน |โทร|ได้|ที่ ¦๐๘๑-๒๓๔-๕๖๗๘ |หน้า |ตัวชี้วัดย่อยที่ ๙.๑"},
    {"L10", "เขต ก |และ¦เขต ข |มาตรฐาน |ISO ¦37001:2016"},
    {"L10", "ข้อ ก. |การ¦รับ |ข้อ ข. |ระดับ A |หรือ¦ระดับ AA |ที่ ¦IT เกรด B+"},
    {"L10", "คะแนน |EIT ส่วนที่ ๒ |สูง¦กว่า |ITA ¦ส่วน¦อื่น"},
    {"L10", "ครั้ง¦ที่สาม |บท¦ที่ห้า |วัด|ที่¦สร้าง¦ใหม่"},
    {"L10", "เลขที่ ๐๑/๒๕๖๘ |วันที่ ๕ |บ้านเลขที่ ๑๒/๔ |No. 5 |pp. 33-45"},
    {"L10", "เลือก |☑ มี |☐ ไม่¦มี |● ข้อความ |■ อื่น ๆ |① ข้อ¦แรก |⑫ ข้อ¦ท้าย |ข้อ ② |และ¦ข้อ ⑨ |ผ่าน"},
    {"L10", "→ เริ่มต้น |№ ๕ |และ¦☎ ๐ ๒๒๗๑ ๖๐๐๐ |ค่า |≥ ๘๕ คะแนน |ขนาด |๕ × ๒ นิ้ว |๓๐ ℃ |☐ |☐ ว่าง"},
    {"L11", "รับ¦คำ¦ขอ → |ตรวจสอบ ⇒ |แจ้ง¦ผล"},
    {"L11", "วันศุกร์ที่ ๒๙ สิงหาคม พ.ศ. ๒๕๖๘ |วันที่ ๓๐ เดือนกันยายน ๒๕๖๘ |๒ เดือน"},
    {"L11", "๑ ตุลาคม ๒๕๖๘ - |๓๐ กันยายน ๒๕๖๙"},
    {"L11", "เดือนตุลาคม พ.ศ. ๒๕๖๘ |วันที่ ๑ ต.ค. ๖๘"},
    {"L11", "ปี ¦พ.ศ. ๒๕๖๖-๒๕๗๐ |และ¦ข้อ ๑ - |๕"},
    {"L11", "โทร. ๐-๒๕๖๗-๑๒๓๔ |ต่อ ๑๐๑"},
    {"L10", "เล่ม ๑๔๑ |ตอนพิเศษ ๑๒๓ ง |หน้า ๑๕ |เบอร์ ๓ |หนัก |๘๐ แกรม |๑.๕ ขั้น"},
    {"L11", "เมื่อ ¦28 February 2025 |หรือ ¦5 Aug. 2024"},
    {"L12", "โดย¦นายสมชาย ¦ใจดี |ได้¦ลง¦นาม"},
    {"L12", "นางสาวบุญมี ¦ศรีสุข |และ¦นายกเทศมนตรี"},
    {"L12", "ว่าที่ ร.ต.ปิยะพัทธ์ ¦ประพันธ์ศิริ |เห็น¦ว่าที่¦ประชุม"},
    {"L12", "พ.ต.อ.หญิง ศุภลักษณ์ ¦บัวเผื่อน |พันตำรวจเอกสืบสกุล ¦ยอดเยี่ยม"},
    {"L12", "ผศ.ดร.อิสราภรณ์ ¦นวลละออง |น.ส.เอื้องฟ้า ¦ณ ลำปาง |ประชุม |ณ ¦ศาลา"},
    {"L12", "หมู่ที่ ๔ |บ้านสะเตียงใหญ่ |มี¦บ้านสวย"},
    {"L12", "Mr. John |Smith |กับ¦Dr. Somchai |และ¦นางสาว Anna |Lee"},
    {"L13", "สุไหงโก-ลก |และ¦องค์การ¦บริหาร¦ส่วน¦ตำบล¦หินเหล็กไฟ |และ¦หินเหล็กไฟ"},
    {"L13", "ของ¦โรงพยาบาล¦สมมติบุรี |และ¦สมมติบุรี"},
    {"L13", "คณะ¦กรรมการ¦ส่งเสริม|และ¦พัฒนา¦คุณภาพ¦ชีวิต¦ผู้¦สูง¦อายุ¦แห่ง¦ชาติ"},
    {"L14", "การ¦ประเมิน¦ความ¦โปร่งใส|ของ¦ผู้¦ตอบ"},
    {"L14", "ช่องทาง¦การ¦ติดต่อ|และ¦แนวทาง¦การ¦เขียน"},
    {"L15", "พบ¦ว่า¦คะแนน¦นี้"},
    {"L15", "คุณธรรม|และ¦ความ¦ดี |หรือ¦ไม่"},
    {"L16", "ปี¦งบประมาณ |หน่วย¦งาน |เว็บไซต์ |จัด¦ซื้อ¦จัด¦จ้าง"},
    {"L16", "นักวิชาการ¦ชำนาญการ |สถาน¦ประกอบ¦การ"},
    {"L17", "คติ |‘อปริยัติ’ |และ¦ยอดเยี่ยม¦แกร"},
    {"L18", "และ/|หรือ¦ปฏิบัติ¦งาน/|ให้¦บริการ"},
    {"L18", "ที่ ¦https://www.example¦.go¦.th/¦index |นี้"},
    {"L18", "https://www.example¦.go¦.th/¦a_b?¦c=¦d&¦e-¦f.pdf"},
    {"L18", "https://www.example¦.go¦.th/¦%E0%B8%81¦%20a.pdf"},
    {"L19", "ผู้บังคับบัญชา* |คน¦นั้น²"},
    {"L20", "ระบบ|ITA|ของ¦รัฐ"},
    {"L21", "เวลา\u200B|ยาว¦นาน\u2060มาก |และ¦ของ\u00A0ดี\u202Fจริง"},
    {"L22", "ก่อน   |หลัง"},
    /* Odd neighbours: what the rules make of them may change, but not without being seen. */
    {"L9", "รวม |๒ เดือน |๕ วัน |และ¦๓ เดือน |ข้าง¦หน้า"},
    {"L9", "มี |๑๒ ¦นางสาว |และ¦๓ นาย ¦ก"},
    {"L10", "ผลิต |๑๐/|วัน |หรือ¦๐๔๐๕/ว ๕ |กับ¦๗๑/|วง"},
    {"L10", "อยู่|ที่ ¦กก |๕ คน |ที่ สม ๗๑.๑ ข้อ ¦ฮ |ข้อ¦กก |ระดับ A1 |ระดับ |Ab ¦ระดับ |ABC"},
    {"L10", "ปี ๒๓๙๙ ปี |๒๔๐๐ คน |๒๔๐๐ |๒๖๙๙ |๒๗๐๐ |๑๙๐๐ |๒๑๐๐ |๑๒๓๔๕"},
    {"L10", "โทร. ๐๔๔ ๖๕๑ ๒๓๔๕ ๐๔๔ |๖๕ |๐๔๔๕ |๖๕๑๑ |๐ ๔๔๖๕ |๑๒๓๔๕"},
    {"L12", "ชาย|และ¦หญิง |ทำงาน |พ.ต.อ. หญิง ¦สมศรี |คุณหญิงเล็ก"},
    {"L12", "บ้าน¦ใหม่ |หมู่ที่ ๙ |บ้าน |ใหม่ |บ้านเลขที่ ๕"},
    {"L10", "(๑.๒) ก ¦ข |(ค) |ก) |ข |๑.๑) ก ¦ก |๕) (๕) ((๕) ก) |[๕) ก |๕.|ก |๕. ๕ . |ก"},
    {"L10", "• ก |* ข - |ค -ง |· ¦จ – |ฉ |★ ช |☆"},
    {"L18",
     "https://a¦.go¦.th/¦x? |จบ |http://a¦.th/¦y%2 |www.a¦.th/¦z-- |http://b¦.th |ฮ|www |w |h"},
    {"L18", "https://a¦.th/¦%E0%89¦%20¦%c1.% |http://a¦.th/¦a//¦b/?&¦c."},
    {"L5", "\"ก\" |\"ข ¦ค\" |(\"ง\") |\"จ\"|ฉ|\"ช"},
    {"L7", "ก.ข.ค.ง.จ.ฉ. |กก.ขข. |กกกก. |กก¦กกก. |ก.. .|ก |ก.A |A.B.C. |ก.๑.๒"},
    {"L11", "๑ ม.ค. ๖๘ |๓๒ ม.ค. ๖๘ |๑ มกราคม ๑ |๑-๓ ม.ค.-|มี.ค. ๖๘ ก.พ. - |มี.ค."},
    {"L9", "๕% |๕ % |๑.๕ % - |๕ -๕ |+ ¦๕ |๕ - |๓ |๕-๓ |๕ – |๓ |๑:๒ |๑,๒ |๑, |๒ |๑.|ก"},
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

/* A text again, as the program sees it. */
static char *marked_lines(struct text_bench *bench, const struct text_shaped *shaped)
{
    struct text_lines lines = text_bench_cut(bench, shaped, 10000 * PT, TEXT_LEFT);
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
        char *given = marked_lines(&bench, text_bench_shape(&bench, buffer_text(&text)));
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

/* The name of a unit that is wider than its cell gives way where its second part begins, and nobody is told. */
static void long_terms_part_at_their_seam(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    struct text_shaped *shaped = text_bench_shape(&bench, "กองทะเบียนและพัสดุกลาง");
    struct text_widths widths = text_measure(shaped);
    assert_true(widths.min < widths.max * 2 / 3);
    struct text_lines lines = text_bench_cut(&bench, shaped, widths.min, TEXT_LEFT);
    assert_int_equal(lines.count, 2);
    size_t length;
    const char *line = text_line_bytes(&lines.line[1], &length);
    assert_int_equal(length, strlen("และพัสดุกลาง"));
    assert_memory_equal(line, "และพัสดุกลาง", length);
    unit_expect(bench.diag, "");
    shaped = text_bench_shape(&bench, "โรงพยาบาลสมมติบุรี");
    widths = text_measure(shaped);
    lines = text_bench_cut(&bench, shaped, widths.max - 1, TEXT_LEFT);
    line = text_line_bytes(&lines.line[1], &length);
    assert_memory_equal(line, "สมมติบุรี",
                        length); /* a short one has none: it is parted after its kind */
    text_bench_close(&bench);
}

/* What is between two ^ is raised; it goes with what is before it, as if it were one of its signs. */
static const char *const RAISED[] = {
    "ตาม¦ระเบียบ^๑^|ของ¦ทาง¦ราชการ^๒^ |และ¦หนังสือ ^๓^|นั้น",
    "เมื่อ¦ปี ¦พ.ศ. ๒๕๖๘^๑๒^ |พบ¦ว่า^๑^|คะแนน |“ดี^๔^” |และ¦(ดี^๕^)",
    "พื้นที่ |๕ เมตร^๒^|ต่อ¦คน |ลำดับ¦ที่^ที่ ๑ ใน^ |E=mc^2^|ก็¦ดี",
    "^๑^|ข้อความ |ระบบ|ITA^1^|ของ¦รัฐ |จริง^๒^ๆ|นะ",
};

struct raised {
    struct buffer text;
    struct text_span span[20];
    size_t spans;
};

static void end_span(struct raised *raised, int32_t rise)
{
    size_t start = raised->spans > 0 ? raised->span[raised->spans - 1].end : 0;
    if (raised->text.length > start)
        raised->span[raised->spans++] =
            (struct text_span){.start = start,
                               .end = raised->text.length,
                               .font = {"Laksaman", rise > 0 ? 10 * PT : 16 * PT, false, false},
                               .rise = rise};
}

static void read_raised(const char *marked, struct raised *raised)
{
    bool inside = false;
    for (; *marked != '\0'; marked++) {
        if (*marked == '^') {
            end_span(raised, inside ? 5 * PT : 0);
            inside = !inside;
        } else {
            buffer_add_char(&raised->text, *marked);
        }
    }
    end_span(raised, 0);
}

static void raised_marks_stay_with_their_words(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    for (size_t i = 0; i < sizeof RAISED / sizeof *RAISED; i++) {
        struct buffer stripped = {0}, expected = {0};
        struct raised raised = {0};
        strip_marks(RAISED[i], &stripped);
        read_raised(buffer_text(&stripped), &raised);
        for (const char *at = RAISED[i]; *at != '\0'; at++)
            if (*at != '^')
                buffer_add_char(&expected, *at);
        struct text_input input = {
            buffer_text(&raised.text), raised.text.length, raised.span, raised.spans, {0}};
        struct text_shaped *shaped = text_shape(bench.engine, bench.arena, &input, bench.diag);
        char *given = marked_lines(&bench, shaped);
        assert_string_equal(given, buffer_text(&expected));
        free(given);
        buffer_free(&raised.text);
        buffer_free(&stripped);
        buffer_free(&expected);
    }
    text_bench_close(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(breaks_as_marked),
                                       cmocka_unit_test(long_terms_part_at_their_seam),
                                       cmocka_unit_test(raised_marks_stay_with_their_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
