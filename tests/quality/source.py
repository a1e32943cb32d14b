"""An edition as composed and as cut: the paragraphs of `dump --stage=doc`, the lines of `dump --stage=lines`."""
import os
import re
import subprocess
import sys

import yaml

STYLE = re.compile(r'^style (\S+) (left|centre|right|justify) ')
PAGE = re.compile(r'^page .*right=([\d.]+)pt top=([\d.]+)pt')
BLOCK = re.compile(r'^ *(?:paragraph|heading|caption|item|entry)\b[^"]*"(.*)"[^"]*$')
NAMED = re.compile(r'^[^"]* \.(\S+) "')


# Marks of `dump --stage=doc` around what looks unlike its text, or leads somewhere.
LINK = re.compile(r'</>|<b?i?\^?(?: note)?(?: [^<>\s]+)?>')


def letters(text):
    """A text without its white space and what is never drawn."""
    return re.sub(r'[\s\u200b\u2060]', '', text)


HYPHEN = '\u00ad'  # what the hyphen of a parted word must say


class Line:
    def __init__(self, text, last, stretch, parted, hyphen):
        self.text, self.last, self.stretch = text, last, stretch
        self.parted, self.hyphen = parted, hyphen
        self.seen = text + (HYPHEN if hyphen else '')


def dump(program, stage, edition, options=()):
    """A stage as the program prints it; what the program refuses ends the measuring, with the program's own words."""
    done = subprocess.run([program, 'dump', f'--stage={stage}', *options, edition], check=False, text=True,
                          capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout


def lines(text):
    found = []
    for row in text.splitlines():
        if not row.strip() or '  [' not in row:
            continue
        body, note = row.rsplit('  [', 1)
        hyphen = body.endswith('¬')
        body = re.sub('[|¦↵¬]', '', body)
        stretch = re.match(r'([+-][\d.]+) %', note)
        found.append(Line(body, note.startswith('last'), float(stretch[1]) / 100 if stretch else 0.0,
                          'parted' in note, hyphen))
    return found


def paragraphs(cut, wholes):
    """Lines of one paragraph together. A table row cut by a page end has the rest of its cells' lines after
    other cells, so a line goes to the open paragraph that is still the beginning of one of the texts."""
    groups, open_groups = [], []
    for line in cut:
        for group in reversed(open_groups):
            begun = group[0] + letters(line.text)
            if any(whole.startswith(begun) for whole in wholes):
                break
        else:
            group = ['', []]
            groups.append(group[1])
            open_groups.append(group)
        group[0] += letters(line.text)
        group[1].append(line)
        if line.last:
            open_groups.remove(group)
    return groups


class Doc:
    """Texts with the alignment of their style, and the page's right margin: on a turned page that is the top one."""

    def __init__(self, text):
        self.right, self.top, self.align, self.texts = 0.0, 0.0, {}, []
        for row in text.splitlines():
            if found := STYLE.match(row):
                self.align[found[1]] = found[2]
            elif found := PAGE.match(row):
                self.right, self.top = float(found[1]), float(found[2])
            elif found := BLOCK.match(row):
                style = NAMED.match(row)
                align = self.align.get(style[1], 'left') if style else 'left'
                for part in LINK.sub('', found[1]).split('\\n'):
                    self.texts.append((part, align))


def names(edition, layout=None):
    """What must stay whole: the terms of the edition, and those that a comment "# whole:" of a layout lists."""
    with open(os.path.join(edition, 'edition.yaml'), encoding='utf-8') as file:
        found = [str(term) for term in yaml.safe_load(file).get('terms') or []]
    if layout and os.path.isfile(layout):
        with open(layout, encoding='utf-8') as file:
            for row in file:
                if row.startswith('# whole: '):
                    found += [name.strip() for name in row[len('# whole: '):].split(',')]
    return found
