"""page_rules_test.py - each rule of page_rules.py is silent on sound pages and speaks on pages spoilt for it."""
import page_rules

DOC = '''page width=595.28pt height=841.89pt left=85.04pt right=56.69pt top=70.87pt bottom=56.69pt
heading 1 #1 .heading "หัวข้อ หนึ่ง"
  paragraph .body "กก ขข คค งง"
heading 1 #2 .heading "หัวข้อ สอง"
'''
LINE = 'line   content       85.04   {y:.2f}    50.00    22.00  {text}\n'


def line(y, text):
    return LINE.format(y=y, text=text)


def pages(room='0.00', first=('กก', 'ขข'), second=('คค', 'งง'), more='', number='๓'):
    contents = line(90, 'หัวข้อ สอง') + f'number content      527.79    90.00    10.80    20.00  {number}\n'
    top = ''.join(line(112 + 22 * i, text) for i, text in enumerate(first))
    bottom = ''.join(line(90 + 22 * i, text) for i, text in enumerate(second))
    return (f'pages 3\n\npage 1 (a new part begins; room   500.00)\n{contents}\n'
            f'page 2 (inside a row; room    {room})\n{line(90, "หัวข้อ หนึ่ง")}{top}{more}\n'
            f'page 3 (the document ends; room   500.00)\n{bottom}{line(300, "หัวข้อ สอง")}')


WALL = 'rule   decoration   110.00    80.00     0.50    60.00\n'
CELL = 'line   content       85.04    90.00    20.00    22.00  ข้าง\n'
SPOILT = [
    (page_rules.quarter_empty, pages(room='179.00')),
    (page_rules.heading_last, pages(first=())),
    (page_rules.lonely_lines, pages(first=('กก', 'ขข', 'คค'), second=('งง',))),
    (page_rules.outside, pages(more=line(800, 'ใต้ขอบ'))),
    (page_rules.overlapping, pages(more=line(140, 'ทับ'))),
    (page_rules.crossing_rules, pages(more=WALL)),
    (page_rules.bare_tables, pages(second=()).replace('ends; room   500.00)\n', 'ends; room   500.00)\n' + WALL + CELL)),
    (page_rules.wrong_numbers, pages(number='๒')),
]


def main():
    for rule, spoilt in SPOILT:
        sound = list(rule(page_rules.Report(DOC, pages())))
        found = list(rule(page_rules.Report(DOC, spoilt)))
        good = not sound and found
        print(f"{'ok' if good else 'not ok'} - page rule {rule.__name__} sees what it is to see")
        if not good:
            print(f'  sound: {sound}, spoilt: {found}')


if __name__ == '__main__':
    main()
