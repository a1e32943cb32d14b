"""The reading of line ends is no rubber stamp: each rule is hurt once, and kept once."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import dictionary  # noqa: E402
import rules  # noqa: E402

NAMES = ['หินเหล็กไฟ']
BAD = [
    ('L1', 'งานนั้น |ๆ'), ('L2', 'กองการศึกษา|ฯ'), ('L3', 'เฟซบุ๊ก ฯ|ลฯ'), ('L4', '“ผ่าน|” แล้ว'), ('L4', 'ร้อยละ ๕ |%'),
    ('L4', 'ว่า "ดี|" แล้ว'), ('L5', 'ระดับ “|ผ่าน”'), ('L5', 'ว่า "|ดี" แล้ว'), ('L6', 'เงิน ฿ |๕๐๐'), ('L7', 'สำนักงาน ป.|ป.ช.'),
    ('L7 word', 'ระบบ E-|Service'), ('L7 word', 'ระบบ Ser|vice'), ('L11 dash', '๒๕๖๘ |- ๓๐ กันยายน'), ('L12', 'โดย นาย|สมชาย ใจดี'),
    ('L13', 'ตำบลหินเหล็ก|ไฟ'), ('L17', 'ประเ|มิน'), ('L17', 'ด|ำเนิน'), ('L19', 'ผู้บังคับบัญชา|*'), ('L21', 'ก\u00a0|ข'),
    ('number', '๙๒.|๘๙ คะแนน'), ('L4', 'ขอเดชะ |๚ะ๛'), ('L7', 'สำนักงาน ก.พ.|ร. แล้ว'), ('L7', 'ที่ สภ.|ท่าตูม'),
    ('L12', 'และว่าที่ |ร.ต.สมชาย'), ('L12', 'น.ส.เอื้องฟ้า ณ |ลำปาง'), ('L12', 'พันตำรวจ|เอกสืบสกุล'), ('L17', 'คติ ‘อ|ปริยัติ’'),
    ('L17', 'ยอดเยี่ยมแก|ร ผู้'), ('L18', 'ดู https://www.go.th/a_|b.pdf'), ('L18', 'ดู https://www.go.th/%E0|%B8%81'),
    ('L18', 'ดู https://data-|center.example/a'),
    ('L12', 'โดย นายก|มล ใจดี'), ('L2', 'โปรดเกล้า |ฯ ให้'), ('L12', 'และ Dr. |Somchai'),
]
HYPHENS = ['ระบบ E-Ser|vice', 'ระบบ S|ervice', 'ระบบ Servi|ce', 'โดย ASSESS|MENT', 'ที่ example.go.th/ser|vice', 'As|set',
           'ราย|ละเอียด', 'ข้อ serv|ice2']
SPLIT = [
    ('L8', 'พ.ศ. |๒๕๖๘'), ('L9', '๙๒.๘๙ |คะแนน'), ('L9', 'ใน ๕ ตัว|ชี้วัด'), ('L10', 'ข้อ |๑'), ('L10', 'ตัวชี้วัดที่ |๑๐'),
    ('L10', 'มาตรา |๗'), ('L10', 'ข้อ |i๒'), ('L11', '๑ |ตุลาคม ๒๕๖๘'), ('L11', '๑ ตุลาคม |๒๕๖๘'),
    ('L10', 'โทรศัพท์ ๐ ๒๒๗๑ |๖๐๐๐ ต่อ'), ('L10', 'ที่ กค |๐๔๐๕.๔/ว ๑๒๔'), ('L10', 'ใน เขต |ก นั้น'), ('L11', 'เมื่อวัน|ศุกร์ที่ ๒๙ สิงหาคม'),
    ('L11', 'วันที่ ๓๐ |เดือนกันยายน'), ('L9', 'มี ๙๐ |เตียง'),
    ('L8', 'ร.ศ. |๑๑๒'), ('L9', 'เงิน ๒๕๐๐ |บาท'), ('L9', 'อยู่ที่ ๑๐๐ |คะแนน'), ('L9', 'เร็ว 15 |km/h'), ('L10', 'ข้อ |ก. การ'), ('L10', 'ได้ระดับ |AA'),
    ('L10', 'บ้านเลขที่ |๑๒/๔'), ('L11', 'เมื่อ 5 |Aug. 2024'),
]
DANGLES = ['ใน|การประเมิน', 'และการ|ประเมิน', 'จึงสร้างความ|ตระหนัก', 'ช่องทางการ|ติดต่อ']
GOOD = ['การประเมิน |ITA', 'โครงการ|ใหม่', 'พ.ศ. ๒๕๖๘ |ซึ่ง', 'ได้ ๕ คะแนน |ใน', 'ข้อ ๑ |และ', '(ITA) |ประจำ', 'ภายใน|หน่วยงาน', 'จาก o๒ |ด้าน',
        'ล่วงหน้า |๑ เดือน', 'ตำรวจ ๕ นาย |แต่รับคดี', 'ดู https://www.go.th/a/|b', 'ดู https://data-center|.example/a', 'ดู https://www.go.th/%E0%B8%81|%E0%B8%82',
        'สตง.|และ ป.ป.ช.', 'อายุ ๓ ปี |๖ เดือน', 'ม. ๗๘ |คดี', 'เกล้าฯ |ฯลฯ', 'ปี ๒๕๖๘ |คน', 'หน้า ๑๕ |วันที่ ๑', 'ของ นายก|องค์การ',
        'และ นายกสภา|มหาวิทยาลัย']


def parts(marked):
    cut = marked.index('|')
    return marked.replace('|', ''), cut


def problems():
    for marked in HYPHENS:
        if 'L24' not in list(rules.forbidden(*parts(marked), NAMES, True)):
            yield f'a hyphen is let pass in {marked}'
    if list(rules.forbidden(*parts('(Ser|vice)'), NAMES, True)):
        yield 'a good hyphen is not let pass'
    if list(rules.forbidden(*parts('ที่ Goo|gle'), ['Google'], True)) != ['L13']:
        yield 'a name is parted'
    for name, marked in BAD:
        if name not in list(rules.forbidden(*parts(marked), NAMES)):
            yield f'{name} is not seen in {marked}'
    for name, marked in SPLIT:
        if not any(found.startswith(name) for found in rules.split_numbers(*parts(marked))):
            yield f'{name} is not seen in {marked}'
    for marked in DANGLES[1:]:
        if not rules.dangles(*parts(marked)):
            yield f'nothing dangles in {marked}'
    if not rules.connects(*parts(DANGLES[0])):
        yield f'no connective in {DANGLES[0]}'
    for marked in GOOD:
        text, cut = parts(marked)
        found = [*rules.forbidden(text, cut, NAMES), *rules.split_numbers(text, cut)]
        if found or rules.dangles(text, cut) or rules.connects(text, cut):
            yield f'{found or "a word left at a line end"} in {marked}'


WORDS = dictionary.Dictionary('ภาย ใต้ ภายใต้ ที่ ดิน ที่ดิน แดน ดินแดน ของ การ งาน จัด จัดการ จัดการงาน ตา กลม'.split())
PARTED = [('งานภาย|ใต้ดิน', 'ภายใต้'), ('ที่ดิน|แดน', 'ดินแดน'), ('ซรจัด|การ', 'จัดการ'), ('จัดการ|งานของ', 'จัดการงาน')]
NOT_PARTED = ['ภายใต้|ดิน', 'ที่|ดินแดน', 'ของ|งาน', 'จัดการ |งาน', 'ตา|กลม', '(งาน|)', 'ซร|จัดการ']


def word_problems():
    for marked, word in PARTED:
        if WORDS.parted(*parts(marked)) != word:
            yield f'{word} is not seen parted in {marked}'
    for marked in NOT_PARTED:
        if WORDS.parted(*parts(marked)):
            yield f'{WORDS.parted(*parts(marked))} is said to be parted in {marked}'
    if WORDS.spanning(*parts('ที่ดิน|แดน')) != 'ดินแดน' or WORDS.spanning(*parts('ของ|งาน')):
        yield 'a word of a list is not seen parted'


FOUND = [*problems(), *word_problems()]
print('not ok' if FOUND else 'ok', '- the reading of line ends sees each rule hurt, and kept')
for problem in FOUND:
    print(f'    {problem}')
