#!/usr/bin/env python3
"""Puts the lines of text files into an edition and looks at which words `check` knows in no dictionary.

    spelling.py PROGRAM EDITION WORK FILE…

A line: a sentence | the slip in it | what was meant; a line without a slip must be let be. Prints "ok - …" or "not ok - …".
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys


def read_lines(path):
    lines = path.read_text(encoding='utf8').splitlines()
    return [[cell.strip() for cell in line.split(' | ')] for line in lines if line.strip() and line[0] != '#']


def plain(text):
    """Text that prose takes as it is: without signs and the numbers of lists."""
    text = re.sub(r'[{}*_#`|\\\[\]<>~]', ' ', text)
    return re.sub(r'^[-+>=\s]*([0-9๐-๙]+[.)]?|\([^)]*\)|ข้อ)?\s*', '', text) or 'ก'


def put(source, work, sentences):
    """An edition whose foreword is the sentences, and the line of each."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(source, work)
    profile = (work / 'edition.yaml').read_text(encoding='utf8').split('\n')
    first = next(i for i, line in enumerate(profile) if line.startswith('foreword:'))
    last = next(i for i in range(first + 1, len(profile)) if profile[i] and profile[i][0] != ' ')
    body = [line for sentence in sentences for line in ('  ' + sentence, '')]
    (work / 'edition.yaml').write_text('\n'.join(profile[:first] + ['foreword: |'] + body + profile[last:]), encoding='utf8')
    return {first + 2 + 2 * i: i for i in range(len(sentences))}


def findings(program, folder):
    made = subprocess.run([program, 'check', '--rule=unknown-word', '--format=json', str(folder)],
                          capture_output=True, text=True, check=False)
    for one in json.loads(made.stdout):
        for place in [one, *one.get('related', [])]:
            if 'line' in place:
                yield place['line'], place['message']


def main():
    program, source, work = sys.argv[1:4]
    for name in sys.argv[4:]:
        rows = read_lines(pathlib.Path(name))
        lines = put(pathlib.Path(source), pathlib.Path(work), [plain(row[0]) for row in rows])
        found = {}
        for line, message in findings(program, work):
            found.setdefault(lines.get(line), []).append(message)
        wrong = [messages for i, messages in found.items() if i is None or len(rows[i]) == 1]
        print('not ok -' if wrong else 'ok -', name, 'right words are let be', *wrong)
        for i, row in enumerate(rows):
            if len(row) > 1:
                good = any(f'“{row[1]}”' in message and f'“{row[2]}”' in message for message in found.get(i, []))
                print('ok -' if good else 'not ok -', ' | '.join(row), '' if good else found.get(i, ''))


main()
