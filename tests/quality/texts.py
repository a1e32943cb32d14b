"""texts.py [-v] [--font=FAMILY] [--seed=N] [--read] PROGRAM TEXT... - other texts at many measures and sizes, as test results.

A text file has a paragraph a line; a remark "# whole:" lists names that no line end may part. Each text is set
justified at the measures and sizes of official paper, and ragged in narrow cells; with --seed, at widths drawn at
random. The line ends are read by rules.py; a whole may be parted only where the program says, in the line's note and
in a message, that it had to. With --read all texts are set into one PDF instead, and read from it by four readers.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import extract  # noqa: E402
import rules  # noqa: E402
import source  # noqa: E402

BODIES = [(9, 14), (9, 16), (12, 12), (12, 16), (14, 14), (14, 18), (16, 16), (16, 15), (24, 16), (24, 18)]
CELLS = [(1.2, 12), (1.8, 14), (2.5, 14), (3.2, 16), (4, 14), (5.3, 15), (6.9, 16)]
READ = [(16, 16), (24, 16)]
EXACT = 0.999
RANDOM = 8
SIZES = (12, 13, 14, 15, 16, 18)
STRETCH_MOST = 0.10
STRETCH_TOLD = 0.20  # letters and spaces are at their ends long before: rule J4 wants a message
TOLD_LENGTH = 20
SHOWN = 12
NEWLINE = '\n'  # makes a text Markdown

LAYOUT = """\
language: th
digits: thai
page: {{paper: a3, margins: {{left: 2cm, right: 2cm, top: 2cm, bottom: 2cm}}}}
document: {{title: t, author: a}}
defaults: {{style: s}}
styles:
  s: {{fonts: [{font}], size: 16pt, pitch: 24pt, align: left}}
{styles}tables:
{tables}body:
{body}"""


class Setting:
    """A text at one measure and size."""

    def __init__(self, width, size, justified):
        self.width, self.size, self.justified = width, size, justified
        self.name = f'{"body" if justified else "cell"}-{round(width * 100)}-{size}'

    def __str__(self):
        return f'{"justified" if self.justified else "ragged"} {self.width} cm, {self.size} pt'

    def style(self):
        return (f'  {self.name}: {{base: s, size: {self.size}pt, pitch: {round(self.size * 1.4)}pt, '
                f'align: {"justify" if self.justified else "left"}}}\n')

    def table(self, paragraphs):
        rows = ''.join(f'      - cells: [{{prose: {json.dumps(p + NEWLINE, ensure_ascii=False)}}}]\n' if '**' in p else
                       f'      - cells: [{json.dumps(p, ensure_ascii=False)}]\n' for p in paragraphs)
        return (f'  {self.name}:\n    columns: [{{width: {self.width}cm}}]\n    width: {self.width}cm\n'
                f'    style: {self.name}\n    rule: 0.5pt\n    rows:\n{rows}')


class Text:
    def __init__(self, path):
        self.path, self.names, self.paragraphs = path, [], []
        with open(path, encoding='utf-8') as file:
            for row in file.read().split('\n'):
                if row.startswith('# whole: '):
                    self.names += [name.strip() for name in row[len('# whole: '):].split(',')]
                elif row and not row.startswith('#'):
                    self.paragraphs.append(row)


def layout(text, settings, font):
    return LAYOUT.format(font=font, styles=''.join(s.style() for s in settings),
                         tables=''.join(s.table(text.paragraphs) for s in settings),
                         body=''.join(f'  - {{table: {s.name}}}\n' for s in settings))


def all_messages(findings):
    """What `check` says, those too that it says together: for people it prints only so many of a kind."""
    found = json.loads(findings)
    return '\n'.join(one['message'] for each in found for one in [each, *each.get('related', [])])


def run(program, text, settings, font, pdf=None):
    """The lines and the messages; with a path, the PDF, too."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'layout.yaml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(layout(text, settings, font))
        ends = [f'--layout={path}', 'tests/fixtures/small']
        done = subprocess.run([program, 'dump', '--stage=lines', *ends], text=True, capture_output=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stderr)
        if pdf:
            subprocess.run([program, 'build', '-q', '-o', pdf, *ends], check=True, stderr=subprocess.PIPE)
        told = subprocess.run([program, 'check', '--format=json', *ends], text=True, capture_output=True, check=False)
        return source.lines(done.stdout), all_messages(told.stdout)


def grouped(lines):
    groups = [[]]
    for line in lines:
        groups[-1].append(line)
        if line.last:
            groups.append([])
    return groups[:-1]


def shown(text, cut):
    return f'{text[max(0, cut - 25):cut]}⏎{text[cut:cut + 25]}'


class Found:
    """What there is to say of the lines of one setting."""

    def __init__(self, where):
        self.where, self.forbidden, self.connecting, self.silent = where, [], [], []
        self.broken = self.dangling = self.loose = self.parted = 0

    def read(self, group, names, messages):
        """A paragraph's lines. Where the program says that it had to part a whole, it may."""
        text, cut = ''.join(line.text for line in group), 0
        for line in group[:-1]:
            cut += len(line.text)
            self.broken += 1
            self.loose += line.stretch > STRETCH_MOST
            if line.stretch > STRETCH_TOLD and line.text.strip()[:TOLD_LENGTH] not in messages:
                self.silent.append(f'{self.where}: not told: {line.stretch:+.1%} {line.text}')
            self.parted += line.parted
            if not line.parted:
                self.judge(text, cut, names, line.hyphen)

    def judge(self, text, cut, names, hyphen):
        for name in [*rules.forbidden(text, cut, names, hyphen), *rules.split_numbers(text, cut)]:
            self.forbidden.append(f'{self.where}: {name}: {shown(text, cut)}')
        self.dangling += rules.dangles(text, cut)
        if rules.connects(text, cut):
            self.connecting.append(shown(text, cut))

    def __str__(self):
        return (f'{self.where}: {self.broken} broken lines, {self.loose} stretched by more than {STRETCH_MOST:.0%}, '
                f'{len(self.connecting)} after a connective, {self.dangling} dangling, {self.parted} parted for need')


def read(program, text, found, font):
    """Adds what is found in one text; returns the findings that no text may have."""
    settings = list(found)
    lines, messages = run(program, text, settings, font)
    groups = grouped(lines)
    count = len(text.paragraphs)
    if len(groups) != count * len(settings):
        return [f'{len(groups)} paragraphs came out of {count * len(settings)}']
    before = {s: (len(found[s].forbidden), len(found[s].silent)) for s in settings}
    for i, setting in enumerate(settings):
        for group in groups[i * count:(i + 1) * count]:
            found[setting].read(group, text.names, messages)
    return [row for s in settings for row in found[s].forbidden[before[s][0]:] + found[s].silent[before[s][1]:]]


def read_back(program, texts, font):
    """All texts in one PDF, which has more forms of letters than a font of the PDF has codes."""
    whole, failed = texts[0], False
    for text in texts[1:]:
        whole.paragraphs += text.paragraphs
    with tempfile.TemporaryDirectory() as folder:
        pdf = os.path.join(folder, 'texts.pdf')
        lines, _ = run(program, whole, [Setting(*s, True) for s in READ], font, pdf)
        wanted = [line.text for line in lines]
        for name, ask in extract.readers().items():
            if ask is None:
                print(f'# SKIPPED: {name} is not there')
                continue
            given = ask(pdf)
            share, inexact = extract.exact(wanted, given)
            wrong = extract.wrong_letters(wanted, given)[0]
            good = share >= EXACT and not wrong
            failed = failed or not good
            print(f'{"ok" if good else "not ok"} - {font}: {len(wanted)} lines of other texts in {name}: {share:.2%} exact')
            for row in (inexact + wrong)[:0 if good else SHOWN]:
                print(f'    {row}')
    return failed


def drawn(seed):
    draw = random.Random(seed)
    bodies = [(round(draw.uniform(7.1, 25), 2), draw.choice(SIZES)) for _ in range(RANDOM)]
    cells = [(round(draw.uniform(1.2, 6.9), 2), draw.choice(SIZES)) for _ in range(RANDOM)]
    return bodies, cells


def main(arguments):
    value = dict(a.split('=', 1) for a in arguments if a.startswith('--') and '=' in a)
    program, *paths = [a for a in arguments if not a.startswith('-')]
    if '--read' in arguments:
        return read_back(program, [Text(path) for path in paths], value.get('--font', 'Laksaman'))
    bodies, cells = drawn(int(value['--seed'])) if '--seed' in value else (BODIES, CELLS)
    settings = [Setting(*s, True) for s in bodies] + [Setting(*s, False) for s in cells]
    found, failed = {s: Found(s) for s in settings}, False
    for path in paths:
        wrong = read(program, Text(path), found, value.get('--font', 'Laksaman'))
        failed = failed or bool(wrong)
        print(f'{"not ok" if wrong else "ok"} - {path}: line ends at {len(settings)} measures and sizes: {len(wrong)} wrong')
        for row in wrong if '-v' in arguments else wrong[:SHOWN]:
            print(f'    {row}')
    for row in found.values():
        print(f'note - {row}')
    return failed


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
