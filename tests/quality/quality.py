"""quality.py [-v] [--tap] [--texts|--lines] [--layout=LAYOUT] PROGRAM EDITION - the table of `make quality`.

Reads the lines as set (dumps of the program) by rules of its own, and the PDF by other
programs: the glyphs' places by mutool, the text by four readers. -v lists every finding. --tap prints it as test
results, --texts only what concerns the text of the PDF, --lines the rest.

In the place of an edition there may be a text file with a paragraph a line (texts.py). It is set as a body of 16 cm, and
its words are looked at in cells of 7.5 and 4 cm, too.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import dictionary  # noqa: E402
import extract  # noqa: E402
import glyphs  # noqa: E402
import rules  # noqa: E402
import source  # noqa: E402
import texts as measures  # noqa: E402

CELLS = [measures.Setting(7.5, 14, False), measures.Setting(4, 14, False)]
TOLERANCE = 0.3  # pt that a filled line may miss the margin by
CLOSE = 0.16  # pt that letters may close up by (rule J4 says about 0.15)
CLOSE_MOST = 0.02  # of the lines, for need
EXACT = 0.999
MARKS = re.compile('[ัิ-ฺ็-๎]')
LABEL = re.compile('[๐-๙0-9]+[.)]$')
SHOWN = 8  # findings of a target that is not met, without -v
COMPOUNDS_BODY, COMPOUNDS_CELLS = 8, 0.03  # line ends inside a compound of words/
MANY = 100  # line ends: of fewer a share says little
PARTED_BODY, PARTED_CELLS = 0.055, 0.03  # a third of what it was: line ends inside a word of the independent dictionary


class Row:
    def __init__(self, what, here, target, good, findings=()):
        self.what, self.here, self.target, self.good, self.findings = what, here, target, good, list(findings)


class Edition:
    """What was set: paragraphs of lines, each with its text and alignment."""

    def __init__(self, program, edition, options):
        layout = options[0].split('=', 1)[1] if options else None
        self.names = source.names(edition, layout)
        self.lines = source.lines(source.dump(program, 'lines', edition, options))
        self.doc = source.Doc(source.dump(program, 'doc', edition, options))
        self.align = {source.letters(text): align for text, align in self.doc.texts}
        self.groups = source.paragraphs(self.lines, list(self.align))

    def is_body(self, group):
        return self.align.get(source.letters(''.join(line.text for line in group))) == 'justify'

    def body(self):
        """Justified paragraphs."""
        return [group for group in self.groups if self.is_body(group)]

    def cells(self):
        """The other ones, each once: cells of tables mostly, and headings."""
        return [group for group in self.groups if not self.is_body(group)]

    def justified(self):
        """The lines that must reach the margin: all but the last of justified paragraphs."""
        return {line for group in self.body() for line in group if not line.last}

    def missing(self):
        """Texts of the document whose letters no paragraph has, list numbers aside."""
        there = '\n'.join(source.letters(''.join(line.text for line in group)) for group in self.groups)
        return [text for text, _ in self.doc.texts if source.letters(text) not in there and not LABEL.match(text)]


def shown(text, cut):
    return f'{text[max(0, cut - 25):cut]}⏎{text[cut:cut + 25]}'


def ends(edition, _pdf):
    forbidden, splits, dangling, connecting, running, broken, places = [], [], [], [], [], 0, 0
    for group in edition.groups:
        text = ''.join(line.text for line in group)
        places += rules.chances(text, edition.names)
        cut = 0
        for line in group[:-1]:
            cut += len(line.text)
            broken += 1
            hurt = rules.forbidden(text, cut, edition.names, line.hyphen)
            forbidden += [f'{name}: {shown(text, cut)}' for name in hurt]
            splits += [f'{name}: {shown(text, cut)}' for name in rules.split_numbers(text, cut)]
            if rules.dangles(text, cut):
                dangling.append(shown(text, cut))
            if rules.connects(text, cut):
                connecting.append(shown(text, cut))
        running += [b.text for a, b in zip(group, group[1:]) if a.hyphen and b.hyphen]
    share = len(connecting) / broken if broken else 0.0
    return [
        Row(f'forbidden breaks (rules M), of about {places}', str(len(forbidden)), '0', not forbidden, forbidden),
        Row('year, unit, label or date split', str(len(splits)), '0', not splits, splits),
        Row('การ, ความ, ผู้ left at a line\'s end', str(len(dangling)), '<= 5', len(dangling) <= 5, dangling),
        Row(f'connectives at a line\'s end, of {broken} broken lines', f'{share:.1%}', '<= 5 %', share <= 0.05,
            connecting),
        Row('lines parting a word below another such', str(len(running)), '0', not running, running),
    ]


def parted(groups, words, most):
    """A share of the line ends that part a word, as a row's figures; `words` tells the word that a line end parts."""
    found, broken = [], 0
    for group in groups:
        text, cut = ''.join(line.text for line in group), 0
        for line in group[:-1]:
            cut += len(line.text)
            broken += 1
            word = words(text, cut)
            found += [f'{word}: {shown(text, cut)}'] if word else []
    if isinstance(most, int):
        return str(len(found)), f'<= {most}' if most else '0', len(found) <= most, found
    share = len(found) / broken if broken else 0.0
    good = share <= most if broken >= MANY else None
    return f'{len(found)} of {broken}', f'<= {most:.1%}', good, found


def words(edition, _pdf):
    (firm, own), other = dictionary.own(), dictionary.independent()
    rows = [Row('line ends inside a name, an official term or a royal word',
                *parted(edition.groups, firm.spanning, 0))]
    for where, groups, listed, most in (('body', edition.body(), COMPOUNDS_BODY, PARTED_BODY),
                                        ('cells', edition.cells(), COMPOUNDS_CELLS, PARTED_CELLS)):
        rows.append(Row(f'line ends inside a compound of words/, {where}', *parted(groups, own.spanning, listed)))
        what = f'line ends inside a word of PyThaiNLP\'s, {where}'
        rows.append(Row(what, *parted(groups, other.parted, most)) if other else
                    Row(what, 'SKIPPED: no list', f'<= {most:.1%}', None))
    return rows


def spacing(edition, pdf):
    finder = glyphs.Finder(glyphs.read(pdf))
    unfilled, lost, close, lines = [], [], [], 0
    worst_stretch, worst_uneven = (0.0, ''), (0.0, '')
    justified = edition.justified()
    for line in edition.lines:
        found = finder.find(line.seen)
        if found is None:
            lost += [line.text] if glyphs.base(line.text) else []
        elif line in justified:
            lines += 1
            (width, height), clusters = found
            edge = width - (edition.doc.top if width > height else edition.doc.right)
            right, stretch, uneven, gap = glyphs.measure(clusters)
            if abs(right - edge) > TOLERANCE:
                unfilled.append(f'{right:.2f} pt: {line.text}')
            if gap < -CLOSE:
                close.append(f'{gap:.2f} pt: {line.text}')
            worst_stretch = max(worst_stretch, (stretch, line.text))
            worst_uneven = max(worst_uneven, (uneven, line.text))
    return [
        Row(f'justified lines not filled, of {lines}', str(len(unfilled)), '0', not unfilled and lines > 0, unfilled),
        Row('worst line stretch', f'{worst_stretch[0]:.1%}', '<= 10 %', worst_stretch[0] <= 0.1, [worst_stretch[1]]),
        Row('worst unevenness (variation of the pitch)', f'{worst_uneven[0]:.3f}', '<= 0.10',
            worst_uneven[0] <= 0.1, [worst_uneven[1]]),
        Row('lines with letters closed up by more than 0.15 pt', str(len(close)), '1 or 2 %',
            len(close) <= CLOSE_MOST * lines if lines >= MANY else None, close),
        Row('lines not found among the glyphs of the PDF', str(len(lost)), '0', not lost, lost),
    ]


def texts(edition, pdf):
    lines = [line.text for line in edition.lines]
    missing = edition.missing()
    rows = [Row('texts of the document that no line has', str(len(missing)), '0', not missing, missing)]
    for name, read in extract.readers().items():
        if read is None:
            rows.append(Row(f'phrases exact in {name}', 'SKIPPED: no npm', '>= 99.9 %', None))
            continue
        text, hyphens = extract.without_hyphens(read(pdf))
        parted = sum(line.hyphen for line in edition.lines)
        share, inexact = extract.exact(lines, text)
        wrong, strange = extract.wrong_letters(lines, text)
        wrong += [f'strange: {strange}'] if strange else []
        if name == 'mutool':
            rows.append(Row(f'phrases exact in {name}', f'{share:.2%}', '(the font\'s)', None, inexact))
        else:
            rows.append(Row(f'phrases exact in {name}', f'{share:.2%}', '>= 99.9 %', share >= EXACT, inexact))
        if name != 'pdf.js' and hyphens != parted:  # that one leaves out all signs without a shape
            wrong.append(f'hyphens at the ends of lines: {hyphens}, not {parted}')
        rows.append(Row(f'lines with a wrong letter in {name}', str(len(wrong)), '0', not wrong, wrong))
    return rows


PAPER = """\
language: th
digits: thai
page: {paper: a4, margins: {left: 3cm, right: 2cm, top: 2.5cm, bottom: 2cm}}
document: {title: t, author: a}
defaults: {style: body}
styles: {body: {fonts: [Laksaman], size: 16pt, pitch: 22pt, align: justify, first_indent: 2.5cm}}
body:
"""


class Text(Edition):
    """A text as an edition whose body it is; its cells are the same paragraphs in narrow columns."""

    def __init__(self, program, path, folder):
        self.text = measures.Text(path)
        self.path = self.agency(folder)
        body = ''.join(f'  - {{paragraph: {json.dumps(text, ensure_ascii=False)}}}\n' for text in self.text.paragraphs)
        self.options = [self.write(folder, 'body', PAPER + body)]
        super().__init__(program, self.path, self.options)
        self.narrow = []
        for setting in CELLS:
            layout = self.write(folder, setting.name, measures.layout(self.text, [setting], 'Laksaman'))
            self.narrow += measures.grouped(source.lines(source.dump(program, 'lines', self.path, [layout])))

    def agency(self, folder):
        """An edition whose terms are the names of the text."""
        path = shutil.copytree('tests/fixtures/small', os.path.join(folder, 'edition'))
        with open(os.path.join(path, 'edition.yaml'), 'a', encoding='utf-8') as file:
            file.writelines(f'  - {name}\n' for name in self.text.names)
        return path

    def write(self, folder, name, layout):
        """Puts a layout into a file; returns the option that takes it."""
        path = os.path.join(folder, f'{name}.yaml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(layout)
        return f'--layout={path}'

    def cells(self):
        return self.narrow


def measure(program, path, options, parts):
    with tempfile.TemporaryDirectory() as folder:
        if path.endswith('.txt'):
            edition = Text(program, path, folder)
            path, options = edition.path, edition.options
        else:
            edition = Edition(program, path, options)
        pdf = os.path.join(folder, 'report.pdf')
        subprocess.run([program, 'build', '-q', '-o', pdf, *options, path], check=True, stderr=subprocess.PIPE)
        return [row for part in parts for row in part(edition, pdf)]


def in_columns(row, width, verbose):
    marks = len(MARKS.findall(row.what))
    verdict = {True: 'met', False: 'NOT MET', None: ''}[row.good]
    print(f'{row.what:{width + marks}}  {row.here:>15}  {row.target:>12}  {verdict}')
    if verbose or row.good is False:
        for finding in row.findings if verbose else row.findings[:SHOWN]:
            print(f'    {finding}')


def as_test(row, where):
    verdict = {True: 'ok', False: 'not ok', None: 'note'}[row.good]
    print(f'{verdict} - {where}: {row.what}: {row.here} (target {row.target})')
    for finding in row.findings[:SHOWN] if row.good is False else ():
        print(f'    {finding}')


def main(arguments):
    options = [a for a in arguments if a.startswith('--layout=')]
    program, path = [a for a in arguments if not a.startswith('-')]
    start = time.monotonic()
    parts = ([] if '--texts' in arguments else [ends, words, spacing]) + ([] if '--lines' in arguments else [texts])
    rows = measure(program, path, options, parts)
    width = max(len(MARKS.sub('', row.what)) for row in rows)
    where = options[0].split('=')[1] if options else path
    for row in rows:
        if '--tap' in arguments:
            as_test(row, where)
        else:
            in_columns(row, width, '-v' in arguments)
    if '--tap' not in arguments:
        print(f'{where}: {time.monotonic() - start:.1f} s')
    return '--tap' in arguments and any(row.good is False for row in rows)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
