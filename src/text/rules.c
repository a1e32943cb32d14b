/*
 * The table of line-breaking rules. Rows are read from the top; the first one that fits the word
 * before a boundary, the space at it and the word after it decides. NEVER keeps two words on one
 * line; HARDLY too, unless they alone are wider than it; any other number is the price of a line
 * end there. What cannot be said of two neighbours (an abbreviation is one piece, a name is one
 * piece, and so is the sign for "and so on": L3, L7, L12, L13) is settled before, by what tokens.c
 * takes as one token, and by the dictionary. L17 is in items.c, L22 in justify.c, L23 in
 * linebreak.c.
 */
#include "text/rules.h"

#include <assert.h>
#include <string.h>

#define NEVER LINEBREAK_NEVER
#define HARDLY RULES_HARDLY
#define THAI RULES_THAI
#define LATIN RULES_LATIN
#define NUMBER RULES_NUMBER
#define COUNT RULES_COUNT
#define ID RULES_ID
#define DASH RULES_DASH
#define MONTH RULES_MONTH
#define LABEL RULES_LABEL
#define ANY RULES_ANY
#define LEANING (RULES_CONNECTIVE | RULES_CLITIC | RULES_FUNCTION)

/* clang-format off */
static const struct rules_row RULES[] = {
    /* A compound of the lists goes on, one that is tied to a number stays whole; an address goes on after its hyphen,
     * which readers may drop, and before an escape. */
    {"L9",  RULES_UNIT,         RULES_TIGHT,  RULES_INNER,       HARDLY},
    {"L10", LABEL,              RULES_TIGHT,  RULES_INNER,       HARDLY},
    {"L12", RULES_TITLE,        RULES_TIGHT,  RULES_INNER,       HARDLY},
    {"L14", RULES_NOMINALIZER,  RULES_TIGHT,  RULES_INNER,       550},
    {"L18", RULES_URL,          RULES_TIGHT,  RULES_INNER,       450},
    {"L24", LATIN,              RULES_TIGHT,  RULES_INNER,       300}, /* syllables of English, for need: Trans-parency */
    {"L16", ANY,                RULES_TIGHT,  RULES_INNER,       240},

    /* What the writer wants. */
    {"L21", RULES_GLUE,         RULES_EITHER, ANY,               NEVER},
    {"L21", ANY,                RULES_EITHER, RULES_GLUE,        NEVER},
    {"L21", ANY,                RULES_EITHER, RULES_ZWSP,        NEVER}, /* after it, not before */
    {"L21", RULES_ZWSP,         RULES_EITHER, ANY,               0},

    /* Signs that never start or never end a line. */
    {"L1",  ANY,                RULES_EITHER, RULES_MAIYAMOK,    NEVER},
    {"L2",  ANY,                RULES_EITHER, RULES_PAIYANNOI,   NEVER},
    {"L4",  ANY,                RULES_EITHER, RULES_CLOSE,       NEVER},
    {"L5",  RULES_OPEN,         RULES_EITHER, ANY,               NEVER},
    {"L6",  RULES_BAHT,         RULES_EITHER, NUMBER,            HARDLY},
    {"L6",  NUMBER,             RULES_EITHER, RULES_BAHT,        HARDLY},
    {"L19", ANY,                RULES_TIGHT,  RULES_FOOTNOTE,    NEVER},

    /* Numbers and what they belong to. */
    {"L8",  RULES_ERA,          RULES_EITHER, NUMBER,            HARDLY},
    {"L9",  COUNT,              RULES_EITHER, RULES_UNIT,        HARDLY},
    {"L9",  COUNT,              RULES_TIGHT,  THAI | LATIN,      HARDLY},
    {"L10", LABEL,              RULES_EITHER, NUMBER | ID,       HARDLY},
    {"L10", RULES_ORDINAL,      RULES_EITHER, NUMBER | ID,       HARDLY},
    {"L10", ANY,                RULES_TIGHT,  RULES_ORDINAL,     HARDLY},
    {"L10", RULES_INDEX,        RULES_SPACED, RULES_ID,          HARDLY}, /* ตอนพิเศษ ๑๒๓ ง */
    {"L10", LABEL,              RULES_EITHER, RULES_ERA,         300},
    {"L10", RULES_BULLET,       RULES_EITHER, ANY,               NEVER},
    {"L10", RULES_ENUMERATOR,   RULES_EITHER, ANY,               HARDLY},
    {"L11", NUMBER,             RULES_EITHER, MONTH,             HARDLY},
    {"L11", MONTH,              RULES_EITHER, NUMBER | RULES_ERA | MONTH, HARDLY},
    {"L11", ANY,                RULES_EITHER, DASH,              NEVER},
    {"L11", DASH,               RULES_TIGHT,  NUMBER | ID,       HARDLY}, /* ranges, telephones */
    {"L11", DASH,               RULES_SPACED, ANY,               60},
    {"L11", DASH,               RULES_TIGHT,  ANY,               80},

    /* What is short for something, and what it names: อบต.หินเหล็กไฟ, วจ.๐๔, ปณ. ๘๙. */
    {"L7",  RULES_ABBREVIATION, RULES_TIGHT,  NUMBER | LATIN | ID, HARDLY},
    {"L10", RULES_ABBREVIATION, RULES_SPACED, NUMBER,            300},
    {"L15", RULES_ABBREVIATION, RULES_TIGHT,  LEANING,           20},
    {"L7",  RULES_ABBREVIATION, RULES_TIGHT,  THAI,              HARDLY},

    /* A number and a word that may be what it counts; a name and a number that may be part of it: ISO 37001. */
    {"",    COUNT,              RULES_SPACED, LEANING | LABEL | RULES_NOMINALIZER | RULES_ABBREVIATION, 0},
    {"L9",  COUNT,              RULES_SPACED, THAI,              120},
    {"L10", LATIN,              RULES_SPACED, NUMBER | ID,       120},
    {"L10", RULES_INDEX,        RULES_SPACED, RULES_OPEN,        60}, /* มาตรา ๘ (๒) */

    /* Names. */
    {"L12", RULES_TITLE,        RULES_EITHER, RULES_TITLE | RULES_NAME | RULES_TERM | LATIN, HARDLY},
    {"L12", RULES_NAME,         RULES_SPACED, RULES_NAME,        300},

    /* Slashes and addresses. */
    {"L18", ANY,                RULES_TIGHT,  RULES_SLASH,       NEVER},
    {"L18", RULES_URL,          RULES_TIGHT,  RULES_URL,         120},
    {"L18", RULES_SLASH,        RULES_TIGHT,  NUMBER,            NEVER},
    {"L18", RULES_SLASH,        RULES_TIGHT,  ANY,               80},

    /* Words that lean on what follows. */
    {"L14", RULES_NOMINALIZER,  RULES_TIGHT,  THAI | LATIN,      550},
    {"L15", RULES_CONNECTIVE,   RULES_EITHER, ANY,               280},
    {"L10", THAI,               RULES_SPACED, ID,                120},
    {"L15", THAI,               RULES_TIGHT,  RULES_CLITIC,      150},
    {"L15", RULES_MAIYAMOK,     RULES_SPACED, RULES_CLITIC,      150},

    /* Where nothing else is said. */
    {"L20", THAI,               RULES_TIGHT,  LATIN | RULES_ID,  30},
    {"L20", LATIN | RULES_ID,   RULES_TIGHT,  THAI,              30},
    {"",    LATIN,              RULES_SPACED, LATIN,             20},
    {"",    LATIN,              RULES_TIGHT,  LATIN,             HARDLY},
    {"",    NUMBER | RULES_ID,  RULES_TIGHT,  NUMBER | LATIN | RULES_ID, HARDLY},
    {"",    LATIN | RULES_ID,   RULES_TIGHT,  NUMBER | RULES_ID, HARDLY},
    {"",    THAI,               RULES_TIGHT,  NUMBER,            60},
    {"",    NUMBER,             RULES_TIGHT,  THAI,              60},
    {"",    RULES_CLOSE,        RULES_TIGHT,  LATIN | NUMBER,    HARDLY},
    {"",    RULES_CLOSE,        RULES_TIGHT,  RULES_OPEN,        HARDLY},
    {"",    LATIN | NUMBER,     RULES_TIGHT,  RULES_OPEN,        HARDLY},
    {"",    ANY,                RULES_SPACED, ANY,               0},
    {"",    ANY,                RULES_TIGHT,  ANY,               20},
};

/* Ragged lines have white to spare and rather end early than part a compound: even after a
 * connective. */
static const struct {
    const char *id;
    int32_t penalty;
} RAGGED[] = {{"L14", 550}, {"L16", 400}};

/*
 * A word in two lists has the sense that its neighbours give it (token_context.c): ที่ and ต่อ before a number are no
 * connectives, นาย after a number is a unit, บ้าน is the beginning of a name only after the number of its หมู่.
 */
static const struct rules_words WORDS[] = {
    {RULES_CONNECTIVE,
     "ที่ และ หรือ ใน ของ แต่ โดย ให้ เพื่อ กับ แก่ ต่อ ซึ่ง จาก อัน เมื่อ หาก ถ้า เพราะ เนื่องจาก "
     "ตลอดจน รวมทั้ง รวมถึง อีกทั้ง ทั้งนี้ เพื่อให้ ให้แก่ ได้แก่ ด้วย ตาม คือ ว่า สำหรับ ระหว่าง เช่น จำนวน ไม่ จะ ถูก มิ ยัง ถึง "
     "ตั้งแต่ อย่าง"},
    {RULES_CONNECTIVE | RULES_NAME, "ณ"},
    /* After ช่อง and แนว, libthai sees ทางการ, a word of its own, where it is ทาง and การ. */
    {RULES_NOMINALIZER, "การ ความ ผู้ นัก ทางการ แผนการ"},
    {RULES_CLITIC, "ว่า นี้ นั้น เอง ละ"},

    {RULES_LABEL,
     "ข้อ ร้อยละ มาตรา หมวด ส่วน ตัวชี้วัด ตัวชี้วัดย่อย ประเด็น ลำดับ อันดับ บท ตาราง ภาพ หน้า ภาคผนวก ไตรมาส ระดับ หมู่ "
     "ที่ ปี ปีงบประมาณ วรรค ข้อคำถาม โทร โทร. โทรศัพท์ โทรสาร ม. หมายเลข ต่อ สายด่วน กด ชั้น เล่ม รุ่น เขต อาคาร ตู้ ห้อง ซอย "
     "แผนภูมิ รูป ผนวก วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ ลว. ปณ. "
     "เลข เลขที่ บ้านเลขที่ รหัส เกรด เบอร์ ตอนพิเศษ แบบฟอร์ม No. Nos. Vol. Fig. p. pp."},
    {RULES_UNIT,
     "คะแนน ตัวชี้วัด ตัวชี้วัดย่อย ข้อ คน ราย แห่ง เครื่องมือ ครั้ง วัน เดือน ปี บาท ชั่วโมง นาที วินาที ฉบับ โครงการ กิจกรรม "
     "หน่วยงาน ส่วน ด้าน ประเด็น ระดับ ลำดับ อันดับ ข้อคำถาม คำถาม ประเภท รายการ เรื่อง ช่องทาง มาตรการ ขั้นตอน หมู่บ้าน ครัวเรือน "
     "กิโลเมตร เมตร ตารางเมตร ตารางกิโลเมตร เซนติเมตร กิโลกรัม กม. ซม. ตร.ม. น. เปอร์เซ็นต์ ท่าน คณะ ชุด เล่ม หน้า แผ่น ใบ "
     "คัน หลัง ไร่ งาน ตารางวา ล้านบาท ล้าน แสน หมื่น พัน ร้อย หมวด กลุ่ม สัปดาห์ ไตรมาส วันทำการ ปีงบประมาณ ประการ ข้อย่อย "
     "องค์ประกอบ วิธี หลักสูตร รุ่น สาย หลักเกณฑ์ แบบ รูปแบบ ระยะ ช่วง ตำบล อำเภอ จังหวัด องค์กร อัตรา ตำแหน่ง เท่า "
     "นาย เตียง เครื่อง สถานี คดี สำนวน ข้อหา กรณี ลิงก์ ไฟล์ แฟ้ม ตัว หลัก ชม. สถาบัน สาขา วิทยาลัย โรงเรียน โรงพยาบาล ศูนย์ ชุมชน "
     "ภาค เขต ประเทศ ภาษา มติ มิติ ปัจจัย ภารกิจ กระบวนงาน กระบวนการ ตัวอย่าง ข้อเสนอ ข้อเสนอแนะ ข้อสังเกต เป้าหมาย กลยุทธ์ "
     "แนวทาง ชนิด อย่าง รอบ เที่ยว คู่ เสียง ภาพ รูป จุด แปลง ต้น ตัน ลิตร ขวด กล่อง ถุง เม็ด เข็ม ลำ ดวง บาน ผืน ห้อง ชั้น อาคาร "
     "หน่วย หน่วยกิต สตางค์ กก. มม. ตร.กม. ตร.ว. ลบ.ม. มิลลิเมตร ลูกบาศก์เมตร นิ้ว ฟุต องศา วัตต์ กิโลวัตต์ เมกะวัตต์ นาฬิกา ทุ่ม "
     "ล้านคน พันล้านบาท หมื่นล้านบาท แสนล้านบาท ภาคเรียน ภาคการศึกษา ปีการศึกษา สมัย ผลัด กรัม มิลลิกรัม ไมโครกรัม เหรียญ เหรียญสหรัฐ ดอลลาร์ ยูโร เยน หยวน ปอนด์ "
     "โวลต์ แอมแปร์ แคลอรี ซีซี วา ไมล์ โหล ค่ำ กระทรวง กรม กอง ฝ่าย สำนัก ทีม แท่ง เส้น ก้อน ดอก มื้อ พระองค์ องค์ ไบต์ "
     "เมกะไบต์ กิกะไบต์ พิกเซล พอยท์ แกรม ขั้น คืน "
     "mm cm m km m² km² m³ ml l g mg kg µg t s ms min h km/h m/s mg/l mg/kg µg/m³ μg/m³ V kV W kW MW GW Wh kWh MWh Hz kHz MHz "
     "GHz B KB MB GB TB kB kbps Mbps Gbps px dpi ppi pt ppm ppb dB rpm BTU USD THB EUR JPY"},
    {RULES_ERA, "พ.ศ. ค.ศ. พ.ศ ค.ศ ร.ศ. จ.ศ. ม.ศ. ฮ.ศ. พุทธศักราช คริสต์ศักราช จุลศักราช มหาศักราช ฮิจเราะห์ศักราช รัตนโกสินทรศก"},
    {RULES_MONTH,
     "เดือน มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม "
     "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค. "
     "January February March April May June July August September October November December "
     "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec."},
    {RULES_TITLE,
     "นาย นาง นางสาว น.ส. เด็กชาย เด็กหญิง ด.ช. ด.ญ. ดร. ศ. รศ. ผศ. ศาสตราจารย์ รองศาสตราจารย์ ผู้ช่วยศาสตราจารย์ "
     "ว่าที่ร้อยตรี ว่าที่ร้อยตรีหญิง ร้อยตรี ร้อยโท ร้อยเอก พันตรี พันโท พันเอก พลตรี พลโท พลเอก จ่าเอก จ่าสิบเอก สิบเอก "
     "พันจ่าเอก พันจ่าตรี จ่าสิบตรี จ่าสิบโท สิบตรี สิบโท สิบตำรวจตรี สิบตำรวจโท สิบตำรวจเอก ดาบตำรวจ จ่าสิบตำรวจ "
     "ร้อยตำรวจตรี ร้อยตำรวจโท ร้อยตำรวจเอก พันตำรวจตรี พันตำรวจโท พันตำรวจเอก พลตำรวจตรี พลตำรวจโท พลตำรวจเอก "
     "เรือตรี เรือโท เรือเอก นาวาตรี นาวาโท นาวาเอก เรืออากาศตรี เรืออากาศโท เรืออากาศเอก นาวาอากาศตรี นาวาอากาศโท นาวาอากาศเอก "
     "พลเรือตรี พลเรือโท พลเรือเอก พลอากาศตรี พลอากาศโท พลอากาศเอก นายแพทย์ แพทย์หญิง ทันตแพทย์ ทันตแพทย์หญิง "
     "เภสัชกร เภสัชกรหญิง สัตวแพทย์ หม่อมเจ้า หม่อมราชวงศ์ หม่อมหลวง คุณหญิง ท่านผู้หญิง "
     "จ.อ. จ.ท. จ.ต. พ.จ.อ. พ.จ.ท. พ.จ.ต. จ.ส.อ. จ.ส.ท. จ.ส.ต. ส.อ. ส.ท. ส.ต. ส.ต.อ. ส.ต.ท. ส.ต.ต. ด.ต. ร.ต. ร.ท. ร.อ. "
     "พ.ต. พ.ท. พ.อ. พล.ต. พล.ท. พล.อ. ร.ต.อ. ร.ต.ท. ร.ต.ต. พ.ต.อ. พ.ต.ท. พ.ต.ต. พล.ต.อ. พล.ต.ท. พล.ต.ต. น.ต. น.ท. น.อ. "
     "พล.ร.ต. พล.ร.ท. พล.ร.อ. พล.อ.ต. พล.อ.ท. พล.อ.อ. ม.จ. ม.ร.ว. ม.ล. นพ. พญ. ทพ. ทพญ. ภก. ภญ. น.สพ. สพ.ญ. สพญ. ทนพ. พว. "
     "อ. ศจ. รศ.ดร. ผศ.ดร. ศ.ดร. Mr. Mrs. Ms. Dr. Prof."},
    {RULES_TITLE | RULES_CONNECTIVE | RULES_CLITIC, "ว่าที่"},
    {RULES_TITLE | RULES_CLITIC, "หญิง"},
    {RULES_TITLE | RULES_LABEL, "บ้าน"},
    /* Never part of a person's name. */
    {RULES_FUNCTION,
     "ได้ เป็น มี ไป มา จะ คือ ว่า ไม่ ถูก กล่าว เสนอ แจ้ง รายงาน ดำรง ตำแหน่ง ปฏิบัติ ปฏิบัติหน้าที่ ผู้ นายก รองนายก ปลัด "
     "หัวหน้า ผู้อำนวยการ พร้อม เห็น อนุมัติ ลงนาม รับ จัด ทำ และ หรือ ที่ ซึ่ง ใน ของ โดย ให้ กับ แก่ ต่อ จาก เพื่อ แต่"},
};

/* L13: a term of the edition that begins so is unbreakable from there on only. */
static const char PREFIXES[] =
    "องค์การบริหารส่วนตำบล องค์การบริหารส่วนจังหวัด เทศบาลตำบล เทศบาลเมือง เทศบาลนคร เทศบาล จังหวัด อำเภอ ตำบล "
    "โรงพยาบาลศูนย์ โรงพยาบาล มหาวิทยาลัย วิทยาลัย โรงเรียน สำนักงาน";
/* clang-format on */

uint8_t rules_find(uint32_t before, bool spaced, uint32_t after)
{
    size_t rows = sizeof RULES / sizeof RULES[0];
    static_assert(sizeof RULES / sizeof RULES[0] < UINT8_MAX, "a row's number is one byte");
    for (size_t i = 0; i + 1 < rows; i++) {
        const struct rules_row *row = &RULES[i];
        if ((row->before & before) && (row->after & after) &&
            (row->gap == RULES_EITHER || (row->gap == RULES_SPACED) == spaced))
            return (uint8_t)i;
    }
    return (uint8_t)(rows - 1);
}

int32_t rules_ragged(uint8_t number)
{
    for (size_t i = 0; i < sizeof RAGGED / sizeof RAGGED[0]; i++)
        if (strcmp(RAGGED[i].id, rules_row(number)->id) == 0)
            return RAGGED[i].penalty;
    return 0;
}

const struct rules_row *rules_row(uint8_t number)
{
    assert(number < sizeof RULES / sizeof RULES[0]);
    return &RULES[number];
}

const struct rules_words *rules_words(size_t *count)
{
    *count = sizeof WORDS / sizeof WORDS[0];
    return WORDS;
}

const char *rules_prefixes(void)
{
    return PREFIXES;
}
