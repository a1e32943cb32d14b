#!/usr/bin/env python3
"""Hurts editions, schemes, layouts, words and pictures at random and watches how the program ends.

    tests/hostile/mutations.py [--count N] [--seed S] [--first K] [--keep FOLDER] [--fixtures small,…] PROGRAM

Mutation K of a seed is always the same: a node of a YAML file is deleted, doubled, repeated, swapped, moved or given
another value, or some of its bytes are garbled; of words files and drawings it is a line, of pictures bytes. Each run has to end within ten seconds and 500 MB, with a PDF
(status 0) or with an error message and no PDF (status 1); never by a signal, a failed assertion or a word of a
library's. The folders of the others are kept, and named in the output.
"""
import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), '..', '..'))
SECONDS, MEGABYTES = 10, 500

# What a value may become: impossible sizes, scripts that are set from right to left, texts that name each other …
VALUES = [
    '0', '-1', '1', '2', '-0.001', '0.001pt', '1000000000', '-99999cm', '28cm', '3000pt', '100000pt', '1e9', 'NaN', '""',
    "''", '[]', '{}', '~', '[[]]', '{a: {b: c}}', 'true', '2568-13-45', '31 กุมภาพันธ์ 2568', '๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙',
    '"{{"', '"{{ }}"', '"{{ agency.name }}"', '"{{ cover | join(\'\') }}"', '"{{ this.score | score }}"', '"{{ ref }}"',
    '"{{ indicators }}"', '"{{ issues | each(\'name\') | join(\'\\n\') }}"', '"{{ previous.previous.overall.score }}"',
    '"ชุมชน \u05d1\u05ea"', '"(\u062a\u0627)"', '"\u0712\u0712 \u07c1\u07c2"', '"a\u0301\u0302\u0303\u0304"',
    '"\\u200b\\u200d\\u2060"', '"\u0e33\u0e33\u0e48\u0e48\u0e39\u0e39"', '"\U0001f1f9\U0001f1ed\U0001f468\u200d\U0001f469"',
    '"' + 'ก' * 3000 + '"', '"' + 'ก่' * 1000 + '"', '"' + 'w' * 3000 + '"', '"' + 'a b ' * 1000 + '"', '"' + '(' * 500 + '"',
    '"' + '**a ' * 300 + '"', '"' + '- ' * 300 + '"', '"> > > # a\\n\\n1. b\\n   - c"', '"![](x.png)"', '"[a](b)[^1]\\n\\n[^1]: c"',
    'i1', 'IIT', 'body', 'scores', 'overall.score', 'indicator in indicators', 'x in x', 'not', 'a and b or c',
    'target > 80', '"#000000"', 'a4', 'justify', 'landscape', '..', '/dev/zero', '/dev/stdin', 'framework.yaml', 'official',
    '"\\0"', '"\\x07"', '"\\ud800"', '&a [*a]', '*b', '!!binary aGVsbG8=', '|', '>-', '- - - - a', '? a', '%YAML 1.1', '---',
]


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def nodes(lines):
    """Where nodes are: a line and all that are indented further, as (first, end)."""
    indent = [len(line) - len(line.lstrip(b' ')) for line in lines]
    found = []
    for first, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith(b'#'):
            continue
        end = first + 1
        while end < len(lines) and (not lines[end].strip() or indent[end] > indent[first]):
            end += 1
        found.append((first, end))
    return found


def reindent(lines, by):
    return [b' ' * max(0, len(l) - len(l.lstrip(b' ')) + by) + l.lstrip(b' ') if l.strip() else l for l in lines]


def indent_of(lines, node):
    line = lines[node[0]]
    return len(line) - len(line.lstrip(b' '))


def is_item(lines, node):
    return lines[node[0]].lstrip().startswith(b'- ')


def delete(chance, lines, all_nodes):
    if not all_nodes:
        return lines
    first, end = chance.choice(all_nodes)
    return lines[:first] + lines[end:]


def double(chance, lines, all_nodes):
    """Once more, or many times; keys seldom, since two of one name are refused at once."""
    if not all_nodes:
        return lines
    items = [n for n in all_nodes if is_item(lines, n)]
    first, end = chance.choice(items if items and chance.random() < 0.9 else all_nodes)
    return lines[:end] + lines[first:end] * chance.choice([1, 1, 2, 30, 300]) + lines[end:]


def swap(chance, lines, all_nodes):
    one = chance.choice(all_nodes)
    like = [n for n in all_nodes if is_item(lines, n) == is_item(lines, one) and (n[0] >= one[1] or n[1] <= one[0])]
    if not like:
        return lines
    (a, b), (c, d) = sorted([one, chance.choice(like)])
    by = indent_of(lines, (c, d)) - indent_of(lines, (a, b))
    return lines[:a] + reindent(lines[c:d], -by) + lines[b:c] + reindent(lines[a:b], by) + lines[d:]


def move(chance, lines, all_nodes):
    a, b = node = chance.choice(all_nodes)
    like = [n for n in all_nodes if is_item(lines, n) == is_item(lines, node) and (n[0] >= b or n[1] <= a)]
    if not like:
        return lines
    at = chance.choice(like)[0]
    moved = reindent(lines[a:b], indent_of(lines, (at, at)) - indent_of(lines, node))
    copy = lines[:at] + moved + lines[at:]
    first = a + len(moved) * (at <= a)
    return copy if chance.random() < 0.3 else copy[:first] + copy[first + b - a:]


VALUE = re.compile(rb'^(\s*(?:- )*(?:[^\s:#"\'{\[][^:#"\'{\[]*: )?)(\S.*)$')
INLINE = re.compile(rb'([:\[,] ?)("[^"]*"|[^\s,\[\]{}"]+)(?=[,}\]]|$)')


def revalue(chance, lines, all_nodes):
    first, _ = chance.choice(all_nodes)
    value = chance.choice(VALUES).encode('utf-8', 'surrogatepass')
    line = lines[first].rstrip(b'\n')
    inline = list(INLINE.finditer(line))
    if inline and chance.random() < 0.7:
        at = chance.choice(inline)
        line = line[:at.start(2)] + value + line[at.end(2):]
    else:
        match = VALUE.match(line)
        line = (match.group(1) if match else line + b' ') + value
    return lines[:first] + [line + b'\n'] + lines[first + 1:]


def number(chance, lines, all_nodes):
    """Another number in place of one of the file."""
    text = b''.join(lines)
    found = list(re.finditer(rb'-?\d+(\.\d+)?', text))
    if not found:
        return lines
    at = chance.choice(found)
    value = chance.choice([b'0', b'-1', b'-' + at.group(), at.group() + b'0', at.group() + b'000', b'0.' + at.group(),
                           b'99999', b'1', b'7', b'1000'])
    return (text[:at.start()] + value + text[at.end():]).splitlines(True)


def nest(chance, lines, all_nodes):
    first, end = chance.choice(all_nodes)
    node, out = lines[first:end], []
    for depth in range(chance.choice([2, 10, 70])):
        out += reindent(node, 2 * depth)
    return lines[:first] + out + lines[end:]


def garble(chance, lines, all_nodes):
    text = bytearray(b''.join(lines)) or bytearray(b'\n')
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        at = chance.randrange(len(text))
        kind = chance.randrange(5)
        if kind == 0:
            text[at] = chance.randrange(256)
        elif kind == 1:
            del text[at:at + chance.choice([1, 2, 3, 10])]
        elif kind == 2:
            text[at:at] = chance.choice([b'"', b"'", b'{', b'}', b'[', b']', b': ', b'- ', b'#', b'|', b'\n', b'\t', b'{{ ',
                                         b' }}', b'\\', b'*', b'&', b'\xe0', b'\xe0\xb9\x88', b'\xd7\x90', b'\xcc\x81'])
        elif kind == 3:
            text[at:at] = text[at:at + chance.choice([1, 10, 100])]
        else:
            text[at] ^= 1 << chance.randrange(8)
        if not text:
            text = bytearray(b'\n')
    return bytes(text).splitlines(True)


CHANGES = [delete, delete, double, double, swap, swap, move, revalue, revalue, revalue, revalue, number, number, number, nest,
           garble]


class Source:
    """An edition in a copy of the folders that it and its layouts are in, and of the program's own data."""

    def __init__(self, edition, folders, layouts):
        self.edition, self.folders, self.layouts = edition, folders, layouts

    def copy_to(self, folder):
        for name in self.folders + ['layouts', 'words', 'tests/fixtures/stress', 'tests/fixtures/texts']:
            shutil.copytree(os.path.join(ROOT, name), os.path.join(folder, name), dirs_exist_ok=True)
        shutil.copy(os.path.join(ROOT, 'tests/fixtures/text-keys.yaml'), os.path.join(folder, 'tests/fixtures'))
        os.symlink(os.path.join(ROOT, 'fonts'), os.path.join(folder, 'fonts'))

    def files(self, folder):
        """What can be hurt: files of the edition, of layouts, words, pictures."""
        found = [[], [], [], []]
        for top, _, names in os.walk(folder):
            place = os.path.relpath(top, folder)
            for name in names:
                if name.endswith(PICTURES):
                    kind = 3
                elif name.endswith('.txt'):
                    kind = 2
                else:
                    kind = 1 if place.startswith(('layouts', 'tests/fixtures/stress', 'tests/fixtures/texts')) else 0
                if name.endswith(PICTURES + ('.yaml',)) or place.startswith('words'):
                    found[kind].append(os.path.join(top, name))
        return [sorted(kind) for kind in found if kind]


class Gallery(Source):
    """The small edition with a layout of nothing but pictures."""

    def copy_to(self, folder):
        super().copy_to(folder)
        edition, body = os.path.join(folder, self.edition), ''
        for name in GALLERY:
            shutil.copy(os.path.join(ROOT, 'tests/cases/doc', name), edition)
            body += '  - {image: %s, alt: ก}\n' % os.path.basename(name)
        with open(os.path.join(folder, self.layouts[0]), 'w', encoding='utf-8') as file:
            file.write('page: {paper: a4, margins: {left: 3cm, right: 2cm, top: 2.5cm, bottom: 2cm}}\n'
                       'defaults: {style: body}\nstyles:\n  body: {fonts: [Laksaman], size: 16pt, pitch: 22pt}\nbody:\n' + body)

    def files(self, folder):
        return super().files(folder)[-1:]


PICTURES = ('.png', '.jpg', '.svg')
GALLERY = ['images.d/photo.jpg', 'images.d/screen.png', 'image-sizes.d/phone.jpg', 'image-sizes.d/unequal.png', 'drawings.d/effects.svg',
           'drawings.d/steps.svg']
LAYOUTS = ['layouts/%s.yaml' % name for name in ('official', 'official-annex', 'summary')]
OTHERS = ['tests/fixtures/stress/layout.yaml', 'tests/fixtures/text-keys.yaml'] + [
    'tests/fixtures/texts/%s.yaml' % name for name in ('agency', 'hyphens', 'notes')]
SOURCES = {
    'small': Source('tests/fixtures/small', ['tests/fixtures/small'], LAYOUTS + OTHERS),
    'prose': Source('tests/fixtures/prose', ['tests/fixtures/prose'], LAYOUTS),
    'province': Source('tests/fixtures/province/2569', ['tests/fixtures/province', 'input/frameworks'], LAYOUTS),
    'shipped': Source('input/2568', ['input'], LAYOUTS),
    'gallery': Gallery('tests/fixtures/small', ['tests/fixtures/small'], ['tests/fixtures/small/gallery.yaml']),
}


def mutate(chance, path):
    lines = read(path).splitlines(True)
    for _ in range(chance.choice([1, 1, 1, 2, 4])):
        all_nodes = nodes(lines)
        if path.endswith(('.png', '.jpg')):
            lines = garble(chance, lines, None)
        elif path.endswith(('.svg', '.txt')):
            lines = chance.choice([number, number, garble, delete, double])(chance, lines, all_nodes)
        elif all_nodes:
            lines = chance.choice(CHANGES)(chance, lines, all_nodes)
    with open(path, 'wb') as file:
        file.write(b''.join(lines))


def run(arguments, folder, sanitized):
    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    environment = dict(os.environ, ITAREPORT_DATA=folder, LC_ALL='C.UTF-8', ASAN_OPTIONS='detect_leaks=0:allocator_may_return_null=1')
    with open(os.path.join(folder, 'err'), 'w+b') as err:
        start = time.monotonic()
        child = subprocess.Popen(arguments, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=err, env=environment, preexec_fn=limit)
        seconds = SECONDS * (6 if sanitized else 1)
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - start > seconds * 12:  # of a busy machine; what counts is the time of the processor
                os.kill(child.pid, 9)
            time.sleep(0.002)
        child.returncode = 0
        err.seek(0)
        text = err.read().decode('utf-8', 'replace')
    spent = usage.ru_utime + usage.ru_stime
    return status, spent, usage.ru_maxrss // 1024, text, seconds


ODD = re.compile(r'[Aa]ssert|Sanitizer|runtime error|panicked|CRITICAL|WARNING \*\*|\*\*:|GLib|Pango|Fontconfig')


def judge(status, spent, memory, text, seconds, pdf, sanitized, command):
    if os.WIFSIGNALED(status):
        return 'ended by signal %d' % os.WTERMSIG(status)
    code = os.WEXITSTATUS(status)
    if ODD.search(text):
        return 'said: ' + ODD.search(text).group()
    if spent > seconds:
        return 'took %.1f s' % spent
    if memory > MEGABYTES and not sanitized:
        return 'took %d MB' % memory
    if code not in (0, 1):
        return 'status %d' % code
    if command == 'build':
        if code == 0 and not pdf.startswith(b'%PDF'):
            return 'status 0 without a PDF'
        if code == 1 and (pdf or 'error' not in text):
            return 'status 1 with a PDF, or without a message'
    return None


def try_one(seed, index, sources, program, work):
    chance = random.Random('%s/%d' % (seed, index))
    source = sources[chance.randrange(len(sources))]
    folder = os.path.join(work, '%d' % index)
    os.mkdir(folder)
    source.copy_to(folder)
    layout = chance.choice(source.layouts)
    for _ in range(chance.choice([1, 1, 2])):
        kinds = source.files(folder)
        mutate(chance, chance.choice(chance.choice(kinds[:2] * 3 + kinds[2:])))
    sanitized = '/san/' in program
    edition = source.edition
    commands = [('build', [program, 'build', '--layout=' + layout, '-o', 'out.pdf', edition]),
                ('check', [program, 'check', edition])]
    ends, slowest, largest = {}, 0, 0
    for name, arguments in commands:
        result = run(arguments, folder, sanitized)
        ends[name] = os.WEXITSTATUS(result[0]) if os.WIFEXITED(result[0]) else -1
        slowest, largest = max(slowest, result[1]), max(largest, result[2])
        out = os.path.join(folder, 'out.pdf')
        pdf = read(out) if os.path.exists(out) else b''
        verdict = judge(*result, pdf, sanitized, name)
        if verdict:
            return '%s: %s' % (name, verdict), folder, result[3], ends, slowest, largest
    shutil.rmtree(folder)
    return None, folder, '', ends, slowest, largest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--count', type=int, default=100)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--first', type=int, default=0)
    parser.add_argument('--keep')
    parser.add_argument('--fixtures', default=','.join(SOURCES))
    parser.add_argument('program')
    given = parser.parse_args()
    program = os.path.realpath(given.program)
    work = given.keep or tempfile.mkdtemp()
    os.makedirs(work, exist_ok=True)
    sources = [SOURCES[name] for name in given.fixtures.split(',')]
    bad = slowest = largest = 0
    ends = {}
    for index in range(given.first, given.first + given.count):
        verdict, folder, said, how, seconds, memory = try_one(given.seed, index, sources, program, work)
        slowest, largest = max(slowest, seconds), max(largest, memory)
        if verdict:
            bad += 1
            print('not ok - mutation %d of seed %s: %s (%s)' % (index, given.seed, verdict, folder), flush=True)
            print('\n'.join('    ' + l[:200] for l in said.splitlines()[-12:]), flush=True)
        for name, code in how.items():
            ends['%s %d' % (name, code)] = ends.get('%s %d' % (name, code), 0) + 1
    if not bad:
        print('ok - %d mutations of seed %s end with a PDF or a message' % (given.count, given.seed))
    print('# ended with: %s; slowest %.1f s, largest %d MB' % (ends, slowest, largest))
    if not given.keep and not bad:
        shutil.rmtree(work)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
