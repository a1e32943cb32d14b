#!/usr/bin/env python3
"""Puts sentences into an edition and asks `check` of them.

    claims.py PROGRAM EDITION WORK true|faults FILE

A line of FILE: where | sentence [| rule | what the message names]. Every place gets its sentences as paragraphs (or items)
of their own, so each is at a line of its own. Prints "ok - …" or "not ok - …" for every sentence.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

RULES = ('typed-score,claimed-extreme,claimed-name,claimed-level,claimed-comparison,claimed-change,claimed-count,'
         'claimed-scheme,no-such-thing,other-agency,repeated-words,repeated-item,stray-year,waved-through,spelling,unknown-word')


def read_rows(path):
    rows = []
    for line in pathlib.Path(path).read_text(encoding='utf8').splitlines():
        if line and not line.startswith('#'):
            rows.append([cell.strip() for cell in line.split(' | ')])
    return rows


class Edition:
    """The lines of an edition's files, changed in place."""

    def __init__(self, folder):
        self.folder = folder
        self.lines = {name: (folder / f'{name}.yaml').read_text(encoding='utf8').splitlines()
                      for name in ('edition', 'results', 'analyses', 'measures')}

    def find(self, name, pattern, start=0):
        for i in range(start, len(self.lines[name])):
            if re.match(pattern, self.lines[name][i]):
                return i
        raise ValueError(f'{name}: no {pattern}')

    def end_of_block(self, name, start):
        lines = self.lines[name]
        indent = len(lines[start]) - len(lines[start].lstrip())
        end = start + 1
        while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
            end += 1
        while not lines[end - 1].strip():
            end -= 1
        return end

    def add_paragraph(self, name, key, sentence):
        end = self.end_of_block(name, key)
        indent = len(self.lines[name][key]) - len(self.lines[name][key].lstrip()) + 2
        self.lines[name][end:end] = ['', ' ' * indent + sentence]

    def put(self, where, sentence):
        kind, _, number = where.partition(':')
        if kind == 'foreword':
            self.add_paragraph('edition', self.find('edition', 'foreword: '), sentence)
        elif kind == 'title':
            key = self.find('edition', 'title:')
            self.lines['edition'].insert(self.end_of_block('edition', key), f'  - {sentence}')
        elif kind == 'summary':
            self.add_paragraph('analyses', self.find('analyses', 'summary: '), sentence)
        elif kind == 'analysis':
            start = self.find('analyses', rf'  - number: {number}$')
            self.add_paragraph('analyses', self.find('analyses', '    analysis: ', start), sentence)
        elif kind == 'guide':
            key = self.find('analyses', rf'      {number}: ')
            self.lines['analyses'][key:self.end_of_block('analyses', key)] = [f'      {number}: {json.dumps(sentence, ensure_ascii=False)}']
        elif kind in ('step', 'owner'):
            start = self.find('measures', rf'  - number: {number}$')
            key = self.find('measures', '        steps:' if kind == 'step' else '        owners:', start)
            end = self.end_of_block('measures', key)
            if kind == 'owner':
                self.lines['measures'][key:end] = [f'        owners: [{sentence}]']
            else:
                self.lines['measures'].insert(end, f'          - {sentence}')
        elif kind == 'rec':
            start = self.find('results', 'recommendations:')
            self.add_paragraph('results', self.find('results', '    introduction: ', start), sentence)
        elif kind == 'survey':
            key = self.find('results', '  survey:', self.find('results', 'recommendations:'))
            self.lines['results'].insert(self.end_of_block('results', key), f'    - {sentence}')
        else:
            raise ValueError(where)

    def write(self):
        for name, lines in self.lines.items():
            (self.folder / f'{name}.yaml').write_text('\n'.join(lines) + '\n', encoding='utf8')

    def place(self, sentence):
        for name, lines in self.lines.items():
            for number, line in enumerate(lines, 1):
                if sentence in line or json.dumps(sentence, ensure_ascii=False) in line:
                    return f'{name}.yaml', number
        raise ValueError(sentence)


def findings(program, folder):
    made = subprocess.run([program, 'check', '--format=json', f'--rule={RULES}', str(folder)],
                          capture_output=True, text=True, check=False)
    found = []
    for one in json.loads(made.stdout):
        for place in [one, *one.get('related', [])]:
            if 'line' in place:
                found.append((pathlib.Path(place.get('file', one.get('file'))).name, place['line'], one))
    return found


def main():
    program, source, work, kind, path = sys.argv[1:]
    top = pathlib.Path(work) / kind
    shutil.copytree(pathlib.Path(source).parent, top)
    for profile in top.glob('*/edition.yaml'):  # a framework outside of the copy
        text = profile.read_text(encoding='utf8')
        outside = re.search(r'^framework: (\.\./\.\./\S*)', text, re.M)
        if outside:
            where = pathlib.Path(source).parent / profile.parent.name / outside.group(1)
            new = os.path.relpath(where.resolve(), profile.parent.resolve())
            profile.write_text(text.replace(outside.group(1), new), encoding='utf8')
    edition = Edition(top / pathlib.Path(source).name)
    rows = read_rows(path)
    for row in rows:
        edition.put(row[0], row[1])
    edition.write()
    found = findings(program, edition.folder)
    for row in rows:
        place = edition.place(row[1])
        here = [one for file, line, one in found if (file, line) == place]
        if kind == 'true':
            good = not here
        else:
            good = any(one['rule'] == row[2] and row[3] in one['message'] for one in here)
        print('ok -' if good else 'not ok -', kind, ' | '.join(row))
        if not good:
            for one in here:
                print('    ', one['rule'], one['message'])


main()
