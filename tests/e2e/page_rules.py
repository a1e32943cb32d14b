"""page_rules.py PROGRAM EDITION [LAYOUT] - what must hold on every page of a report, found from its dumps.

Reads where every line, rule and bar is (`dump --stage=pages`) and what the document says (`dump --stage=doc`);
knows nothing of how pages are chosen. Prints one test result a rule.
"""
import re
import subprocess
import sys

PAGE = re.compile(r'^page (\d+) \((.*); room +([\d.-]+)\)( landscape)?$')
FRAME = re.compile(r'^(\w+) +(content|repeat|furniture|decoration) +(-?[\d.]+) +(-?[\d.]+) +([\d.]+) +([\d.]+)(?:  (.*))?$')
PAPER = re.compile(r'^page width=([\d.]+)pt height=([\d.]+)pt left=([\d.]+)pt right=([\d.]+)pt top=([\d.]+)pt bottom=([\d.]+)pt')
HEADING = re.compile(r'^ *heading [^"]*"(.*)"')
PARAGRAPH = re.compile(r'^ *(?:paragraph|item) [^"]*"(.*)"')
LEAST_LINES = 2
PART_ENDS = ('a new part begins', 'the document ends')
SLACK = 0.05  # pt, of lengths printed with two decimals
DIGITS = str.maketrans('๐๑๒๓๔๕๖๗๘๙', '0123456789')


def letters(text):
    return re.sub(r'[\s\u200b\u2060⏎]|\\n', '', text)


class Frame:
    def __init__(self, found):
        self.kind, self.role = found[1], found[2]
        self.x, self.y, self.width, self.height = (float(found[i]) for i in range(3, 7))
        self.text = found[7] or ''

    def is_upright(self):
        return self.kind == 'rule' and self.role == 'decoration' and self.height > 4 * self.width


class Page:
    def __init__(self, found):
        self.number, self.reason, self.room, self.turned = int(found[1]), found[2], float(found[3]), bool(found[4])
        self.frames = []

    def lines(self):
        return [f for f in self.frames if f.kind in ('line', 'label') and f.role in ('content', 'repeat') and f.text]

    def running(self):
        """The lines outside tables, top to bottom."""
        walls = [f for f in self.frames if f.is_upright()]
        found = [f for f in self.lines() if f.kind == 'line' and f.role == 'content' and
                 not any(w.y < f.y < w.y + w.height for w in walls)]
        return sorted(found, key=lambda f: f.y)

    def lowest(self):
        there = [f for f in self.frames if f.role in ('content', 'repeat', 'decoration')]
        return max(there, key=lambda f: f.y + (f.height if f.kind not in ('line', 'label') else 0), default=None)


def read(text):
    pages = []
    for row in text.splitlines():
        if found := PAGE.match(row):
            pages.append(Page(found))
        elif found := FRAME.match(row):
            pages[-1].frames.append(Frame(found))
    return pages


def dump(program, stage, edition, options):
    return subprocess.run([program, 'dump', f'--stage={stage}', *options, edition], check=True, text=True,
                          capture_output=True).stdout


class Report:
    def __init__(self, doc, pages):
        self.pages = read(pages)
        width, height, self.left, self.right, self.top, self.bottom = (
            float(n) for n in PAPER.search(doc.splitlines()[0]).groups())
        self.body = {False: height - self.top - self.bottom, True: width - self.left - self.right}
        self.measure = {False: (self.left, width - self.right), True: (self.bottom, height - self.top)}
        self.edges = {False: (self.top, height - self.bottom), True: (self.left, width - self.right)}
        self.headings = [letters(found[1]) for found in map(HEADING.match, doc.splitlines()) if found]
        self.texts = [letters(found[1]) for found in map(PARAGRAPH.match, doc.splitlines()) if found]


def quarter_empty(report):
    for page in report.pages:
        if page.reason not in PART_ENDS and page.room > report.body[page.turned] / 4 + SLACK:
            yield f'page {page.number}: {page.room:.0f} pt of {report.body[page.turned]:.0f} are empty ({page.reason})'


def heading_last(report):
    """Neither the last line of a page ends a heading, nor does a heading break over pages."""
    for page in report.pages:
        lines = page.running()
        last = page.lowest()
        if not lines or last is None or last is not lines[-1] or page.reason in PART_ENDS:
            continue
        above = [f.text for f in reversed(lines)]
        if any(ends_with(above, heading) for heading in report.headings):
            yield f'page {page.number} ends with “{last.text}”'


def lonely_lines(report):
    """A paragraph cut by a page end has two lines on either side."""
    for page, following in zip(report.pages, report.pages[1:]):
        before, after = page.running(), following.running()
        if not before or not after or page.lowest() is not before[-1]:
            continue
        last, first = letters(before[-1].text), letters(after[0].text)
        for whole in report.texts:
            if last + first not in whole:
                continue
            at = whole.index(last + first) + len(last)
            count = run(whole[:at], [f.text for f in reversed(before)], str.endswith)
            rest = run(whole[at:], [f.text for f in after], str.startswith)
            if min(count, rest) < LEAST_LINES:
                yield f'page {page.number}: “{before[-1].text}” / “{after[0].text}”'
            break


def ends_with(above, heading):
    count = run(heading, above, str.endswith)
    return count > 0 and letters(''.join(reversed(above[:count]))) == heading


def run(text, lines, fits):
    """How many lines one after the other are an end of the text."""
    count = 0
    for line in map(letters, lines):
        if not line or not fits(text, line):
            break
        text = text[:-len(line)] if fits is str.endswith else text[len(line):]
        count += 1
    return count


def outside(report):
    for page in report.pages:
        left, right = report.measure[page.turned]
        top, bottom = report.edges[page.turned]
        for f in page.frames:
            if f.role == 'furniture':
                continue
            above = f.height if f.kind in ('line', 'label', 'number', 'leader') else 0
            low = f.y if above else f.y + f.height
            if f.x < left - 1 or f.x + f.width > right + 1 or f.y - above < top - 6 or low > bottom + 1:
                yield f'page {page.number}: {f.kind} at {f.x}, {f.y}, {f.width} wide: {f.text}'


def overlapping(report):
    """No two lines share a place."""
    for page in report.pages:
        lines = sorted(page.lines(), key=lambda f: f.y)
        for i, a in enumerate(lines):
            for b in lines[i + 1:]:
                pitch = min(a.height, b.height)
                if b.y - a.y >= pitch * 0.7:
                    if b.y - a.y > 2 * pitch:
                        break
                    continue
                if a.x + a.width - 0.5 > b.x and b.x + b.width - 0.5 > a.x:
                    yield f'page {page.number}: “{a.text}” and “{b.text}”'


def crossing_rules(report):
    """No upright rule of a table goes through a line of text."""
    for page in report.pages:
        walls = [f for f in page.frames if f.is_upright()]
        for line in page.lines():
            for w in walls:
                if w.y < line.y - 1 < w.y + w.height and line.x + 0.5 < w.x and w.x + w.width < line.x + line.width - 0.5:
                    yield f'page {page.number}: “{line.text}”'


def bare_tables(report):
    """A table that goes on shows its header again: the first thing on the page is a repeated line, or the table begins there."""
    for page, following in zip(report.pages, report.pages[1:]):
        if page.reason not in ('inside a row', 'between rows', 'a short row is not cut'):
            continue
        first = min(following.lines(), key=lambda f: f.y, default=None)
        if first is not None and first.role != 'repeat' and first is not (following.running() or [None])[0]:
            yield f'page {following.number} begins with “{first.text}”'


def wrong_numbers(report):
    """The contents name the page on which the heading's words are."""
    where = {}
    for page in report.pages:
        if any(f.kind == 'number' for f in page.frames):
            continue
        lines = [letters(f.text) for f in page.running()]
        for heading in report.headings:
            for i in range(len(lines)):
                count = run(heading, lines[i:], str.startswith)
                if ''.join(lines[i:i + count]) == heading:
                    where.setdefault(heading, page.number)
    for page in report.pages:
        for number in (f for f in page.frames if f.kind == 'number' and f.role == 'content'):
            entry = [f for f in page.lines() if abs(f.y - number.y) < 1 and f.x < number.x]
            text = letters(''.join(f.text for f in entry))
            stated = int(number.text.translate(DIGITS))
            if text in where and where[text] != stated:
                yield f'“{text}” is said to be on page {stated}, and is on {where[text]}'


RULES = [
    ('no page is more than a quarter empty unless a part begins', quarter_empty),
    ('no page ends with a heading', heading_last),
    ('no paragraph leaves a line alone', lonely_lines),
    ('everything is inside the margins', outside),
    ('no two lines overlap', overlapping),
    ('no rule of a table goes through text', crossing_rules),
    ('tables that go on show their header', bare_tables),
    ('the contents tell the right pages', wrong_numbers),
]


def main():
    program, edition = sys.argv[1:3]
    options = [f'--layout={sys.argv[3]}'] if len(sys.argv) > 3 else []
    report = Report(*(dump(program, stage, edition, options) for stage in ('doc', 'pages')))
    for what, rule in RULES:
        found = list(rule(report))
        print(f"{'not ok' if found else 'ok'} - {' '.join([edition, *sys.argv[3:]])}: {what}")
        for line in found[:10]:
            print('  ' + line)


if __name__ == '__main__':
    main()
