"""Reads the ends of lines by the rules of docs/thai.md, with patterns and word lists of its own.

It knows nothing of the program: a paragraph is a string, a line end an offset into it. A pattern
names what must stay whole; a line end inside one of its matches breaks the rule.
"""
import re

D = '[0-9๐-๙]'
NUMBER = rf'{D}+(?:[.,]{D}+)*'
MONTHS = ('มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน '
          'ธันวาคม ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.').split()
UNITS = ('คะแนน ตัวชี้วัด ข้อ คน ราย แห่ง เครื่องมือ ครั้ง วัน เดือน ปี บาท ชั่วโมง นาที ฉบับ โครงการ '
         'กิจกรรม หน่วยงาน ส่วน ด้าน ประเด็น ระดับ ขั้นตอน มาตรการ รายการ เรื่อง ช่องทาง หมู่บ้าน ครัวเรือน '
         'กิโลเมตร ตารางกิโลเมตร เมตร กม. ตร.กม. น. ประเภท เปอร์เซ็นต์ ท่าน เตียง เครื่อง สถานี คดี ลิงก์ ชม. '
         'สัปดาห์ อัตรา ประการ ล้านบาท คัน แผ่น').split()
LATIN_UNITS = 'km km/h m cm mm kg mg MB GB TB dpi Mbps kW USD µg/m³'.split()
ENGLISH_MONTHS = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?'
LABELS = ('ข้อ ร้อยละ มาตรา หมวด ส่วนที่ ตัวชี้วัด ตัวชี้วัดที่ ตัวชี้วัดย่อย ตัวชี้วัดย่อยที่ ประเด็นที่ ลำดับที่ '
          'อันดับที่ ครั้งที่ ตาราง ตารางที่ แผนภูมิที่ ภาพที่ หน้า ภาคผนวก ไตรมาสที่ ข้อที่ ฉบับที่ หมู่ที่ บทที่ '
          'ปี ปีงบประมาณ เลขที่ บ้านเลขที่ ชั้น เล่ม รุ่น สายด่วน ต่อ').split()
TITLES = ('นางสาว นาย นาง น.ส. เด็กชาย เด็กหญิง ดร. ว่าที่ร้อยตรี พ.ต.อ. ร.ต.อ. พันตำรวจเอก ร.ต. พล.อ. พล.ต.ต. พ.ต.ท. '
          'ด.ต. ม.ล. ม.ร.ว. นพ. พญ. ทพ. รศ.ดร. ผศ.ดร. พ.ต.อ.หญิง').split()
DAYS = 'จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์'.split()
TIED = 'การ ความ ผู้'.split()
# Words that end so and are whole: no การ is left dangling by them.
TIED_WHOLE = ('บริการ ราชการ โครงการ กรรมการ อนุกรรมการ ดำเนินการ จัดการ วิชาการ ประการ รายการ มาตรการ อาการ หลักการ '
              'ต้องการ กระบวนการ ปฏิบัติการ สวัสดิการ อำนวยการ นิติการ พัฒนาการ วิทยาการ ประกอบการ พิการ ธุรการ '
              'เลขานุการ ข้าราชการ เผด็จการ ส่งเสริมการ องค์การ สมการ ตุลาการ').split()
CONNECTIVES = 'ที่ และ หรือ ใน ของ แต่ โดย ให้ เพื่อ กับ แก่ ต่อ ซึ่ง จาก'.split()
CONNECTIVES_WHOLE = ('หน้าที่ พื้นที่ สถานที่ เต็มที่ คงที่ ครั้งที่ ข้อที่ ส่วนที่ ที่ดินที่ ภายใน กำกับ ติดต่อ นอกจาก ลำดับที่ สิ่งของ '
                     'ข้าวของ เจ้าของ').split()


def alternatives(words):
    return '|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))


MARKS = re.compile('[ัิ-ฺ็-๎]')
NO_LETTER = '(?![ก-ฮะ-ฺเ-ๅ็-๎])'
SPACE = '[  ]*'
WHOLE = [
    ('L3', r'ฯลฯ'),
    ('L6', rf'฿{SPACE}{NUMBER}|{NUMBER}{SPACE}฿'),
    ('L7', r'(?:[ก-ฮ]{1,3}[ิีึืุู็่้]?\.){2,}'),
    ('L7', r'(?<![ก-๎.])(?:[ก-ฮ]{1,4}\.)+(?!(?:และ|ที่|ว่า|ได้|ใน|มี|เป็น)[ก-๎ ])[ก-ฮเ-ไ]'),
    ('L7 word', r'(?<![\w/.])[A-Za-z]+(?:-[A-Za-z]+)*(?![\w/.]*/)'),
    ('L8', rf'[พคร]\.ศ\.{SPACE}{D}{{3,4}}'),
    ('L9', rf'(?<!ม\. )(?<!ที่ )(?<!หน้า )(?<![0-9๐-๙A-Za-z./])(?![2๒][4-6๔-๖]{D}{{2}}(?!{D})){NUMBER}{SPACE}(?:{alternatives(UNITS)})'),
    ('L9', rf'อยู่ที่ (?P<whole>{NUMBER} (?:{alternatives(UNITS)}))'),
    ('L9', rf'(?<!ปี )(?<![0-9๐-๙.]){D}{{4}}{SPACE}(?:บาท|คน|ราย)'),
    ('L9', rf'{NUMBER} (?:{alternatives(LATIN_UNITS)})(?![A-Za-z/])'),
    ('L10', rf'(?<!ล่วง)(?<!เบื้อง)(?<!{D} )(?:{alternatives(LABELS)}){SPACE}[ieoIEO]?{NUMBER}'),
    ('L10', rf'(?<!{D})[0๐]{D}{{0,2}}(?: {D}{{3,4}}){{1,2}}(?!{D})'),
    ('L10', rf'ที่ [ก-ฮ]{{1,3}} {NUMBER}(?:/ว {D}+)?'),
    ('L10', r'(?:ข้อ|เขต|ผนวก) [ก-ฮ](?![ก-๎])\.?'),
    ('L10', r'(?:ระดับ|เกรด) ?[A-Z]{1,2}\b'),
    ('L11', rf'วัน(?:{alternatives(DAYS)})ที่ {D}{{1,2}} (?:{alternatives(MONTHS)})'),
    ('L11', rf'{D}{{1,2}}{SPACE}เดือน{SPACE}(?:{alternatives(MONTHS)})(?:{SPACE}(?:พ\.ศ\.{SPACE})?{D}{{4}})?'),
    ('L11', rf'{D}{{1,2}}{SPACE}(?:{alternatives(MONTHS)})(?:{SPACE}(?:พ\.ศ\.{SPACE})?{D}{{4}})?'),
    ('L11', rf'(?:{alternatives(MONTHS)}){SPACE}{D}{{4}}'),
    ('L11', rf'{D}{{1,2}} (?:{ENGLISH_MONTHS}) {D}{{4}}'),
    ('L12', r'(?:Mr|Mrs|Ms|Dr)\. ?[A-Z][a-z]+'),
    ('L12', rf'ว่าที่ ?(?:{alternatives(TITLES)})'),
    ('L12', rf'(?:{alternatives(TITLES)}) ?[ก-๎]+ (?P<whole>ณ (?=[ก-๎])[ก-๎])'),
    ('L12', rf'(?<!{D} )(?:(?<=\s)|(?<=^)|(?<=[(“"]))(?:{alternatives(TITLES)}){SPACE}(?!ก(?![ก-ฮ])|กองค์|กสภา|กสมาคม)[ก-ฮเ-ไ][ก-๎]*'),
    ('number', NUMBER),
]
WHOLE = [(name, re.compile(pattern)) for name, pattern in WHOLE]
SPLITS = {'L8', 'L9', 'L10', 'L11'}
CLOSING = '”’)]?!%๚๛,;:.'
OPENING = '“‘(['
BEFORE_LETTER = 'เแโใไ'
BEHIND_LETTER = re.compile('[ะ-ฺๅ็-๎]')
ORPHAN = re.compile('[ก-ฮ](?![ก-๎.])')  # a consonant alone is what is left of a word
ADDRESS = re.compile(r'(?:https?://|www\.)[!-~]+')
HOST = re.compile(r'(?:https?://)?[^/?]*')
FIRM = '\u00a0\u202f\u2060'


def cuts(text, start, end):
    """Whether a line end at start..end (the spaces it swallows) is inside a whole."""
    for name, pattern in WHOLE:
        for found in pattern.finditer(text):
            group = 'whole' if 'whole' in pattern.groupindex else 0
            if found.start(group) < start and found.end(group) > end:
                # A longer word of the dictionary may begin with a unit: ๕ ปีก is none.
                yield name, found.group()


def address_cut(text, cut):
    """Whether a line end is inside an address, and, if so, whether it may: in the host's name only before a dot."""
    for found in ADDRESS.finditer(text):
        if found.start() < cut < found.end():
            host = found.start() + len(HOST.match(found.group())[0])
            escape = re.match('%(?![89AB])', text[cut:]) is not None
            return True, text[cut] == '.' if cut < host else text[cut - 1] in '/?&=-' or escape
    return False, True


def whole_names(text, names):
    for name in names:
        at = text.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + 1)


def at_seam(before, after):
    """Whether a long name is parted before a word that begins a phrase."""
    return (len(MARKS.sub('', before + after)) >= 16 and after.startswith(tuple(CONNECTIVES)) and
            min(len(MARKS.sub('', part)) for part in (before, after)) >= 6)


def parts_word(text, cut):
    """Whether a hyphen may be at `cut`: in a plain English word, with two letters before it and three after it."""
    before = re.search('[!-~]*$', text[:cut])[0].lstrip('("[\'')
    after = re.match('[!-~]*', text[cut:])[0].rstrip(')"].,;:!?\'%')
    plain = re.fullmatch('[A-Z]?[a-z]{5,}', before + after)
    return bool(plain) and len(before) >= 2 and len(after) >= 3


def forbidden(text, cut, names, hyphen=False):
    """The rules of level M, other than the splits of numbers, that a line end at `cut` breaks."""
    left, right = text[:cut].rstrip(' '), text[cut:].lstrip(' ')
    start, end = len(left), len(text) - len(right)
    spaced = start != cut or end != cut
    if not left or not right:
        return
    inside, allowed = address_cut(text, cut)
    if inside:
        if not allowed:
            yield 'L18'
        return
    if right[0] == 'ๆ':
        yield 'L1'
    if right[0] == 'ฯ' and not right.startswith(('ฯลฯ', 'ฯพณฯ')):
        yield 'L2'
    if right[0] in CLOSING or (right[0] == '"' and left.count('"') % 2):
        yield 'L4'
    if left[-1] in OPENING or (left[-1] == '"' and left.count('"') % 2):
        yield 'L5'
    if right[0] in '-–' and spaced:
        yield 'L11 dash'
    if right[0] in '*†' and not spaced:
        yield 'L19'
    if left[-1] in FIRM or right[0] in FIRM:
        yield 'L21'
    if left[-1] in BEFORE_LETTER or BEHIND_LETTER.match(right):
        yield 'L17'
    if not spaced and ((ORPHAN.match(right) and 'ก' <= left[-1] <= '๎') or
                       (re.search('(?:^|[^ก-๎.])[ก-ฮ]$', left) and 'ก' <= right[0] <= '๎')):
        yield 'L17'
    if hyphen and not parts_word(text, cut):
        yield 'L24'
    for name, _ in cuts(text, start, end):
        if name not in SPLITS and not (hyphen and name == 'L7 word'):
            yield name
    for first, last in whole_names(text, names):
        if first < start and last > end and not at_seam(text[first:start], text[end:last]):
            yield 'L13'


def split_numbers(text, cut):
    left, right = text[:cut].rstrip(' '), text[cut:].lstrip(' ')
    for name, whole in cuts(text, len(left), len(text) - len(right)):
        if name in SPLITS:
            yield f'{name} {whole}'


def ends_in(left, words, whole):
    return any(left.endswith(w) for w in words) and not any(left.endswith(w) for w in whole)


def dangles(text, cut):
    left, right = text[:cut], text[cut:]
    return bool(right) and 'ก' <= right[0] <= 'ไ' and ends_in(left, TIED, TIED_WHOLE)


def connects(text, cut):
    return ends_in(text[:cut].rstrip(' '), CONNECTIVES, CONNECTIVES_WHOLE)


def chances(text, names):
    """How many places of a text the rules M hold together, a rough count."""
    count = sum(len(pattern.findall(text)) for name, pattern in WHOLE if name not in SPLITS and name != 'number')
    count += len(re.findall('[ๆฯ”’)\\]?!%“‘(\\["]', text))
    return count + sum(1 for _ in whole_names(text, names))
