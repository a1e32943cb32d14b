#!/usr/bin/env python3
"""Hurts spreadsheets at random and watches how the program ends.

    tests/hostile/spreadsheets.py [--count N] [--seed S] [--first K] [--keep FOLDER] PROGRAM FOLDER

Every XLSX, ODS and CSV file of the folder is hurt in turn; mutation K of a seed is always the same: bytes of the file are garbled, cut, doubled or
repeated; or those of one of its parts, which is then packed again, so that the fault is not found by a checksum. Each is imported, and each fourth as a
table of measures; each run has to end within ten seconds and 600 MB with status 0 or 1, and never by a signal, a failed assertion or a word of a
sanitizer's.
"""
import argparse
import io
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), '..', '..'))
SECONDS, MEGABYTES = (60 if os.environ.get('ITAREPORT_SANITIZED') else 10), 600
WORDS = [b'<c r="XFD1048576" t="s"><v>0</v></c>', b't="s"', b't="inlineStr"', b'<v>99999999999999999999</v>', b'<v>1E308</v>', b'<v>-0</v>', b'number-rows-repeated="1048576"',
         b'number-columns-repeated="16384"', b'number-rows-spanned="99999"', b'<mergeCell ref="A1:XFD1048576"/>', b'<mergeCell ref="B2:C9"/>', b'<mergeCell ref="A1:B8"/>', b'i1', 'ข้อ'.encode(),
         'ตัวชี้วัดที่ 9'.encode(), b'&#0;', b'&lt;', b'<![CDATA[', b']]>', b'<!DOCTYPE a [<!ENTITY b "c">]>', b'\x00', b'"', b',', b';', b'\t', b'\r', b'\n', b'\xff\xfe', b'100', b'98.5', b'#N/A',
         'ส่วนที่ 2'.encode(), 'มาตรการ'.encode(), 'ขั้นตอน'.encode(), b'(1)', b'2)', b'scores.i1', b'published.overall']


def hurt(dice, data):
    data = bytearray(data)
    for _ in range(dice.choice([1, 1, 2, 5, 20])):
        at = dice.randrange(len(data) + 1)
        length = dice.choice([1, 2, 8, 60, 400])
        way = dice.randrange(6)
        if way == 0 and data:
            data[at % len(data)] = dice.randrange(256)
        elif way == 1:
            del data[at:at + length]
        elif way == 2:
            data[at:at] = data[at:at + length]
        elif way == 3:
            data[at:at] = dice.choice(WORDS)
        elif way == 4:
            other = dice.randrange(len(data) + 1)
            data[at:at + length] = data[other:other + length]
        else:
            data[at:at] = data[at:at + length] * dice.choice([2, 10, 100])
    return bytes(data)


def hurt_part(dice, data):
    """One of an archive's parts is hurt, and all are packed again."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as hurted:
        names = archive.namelist()
        one = dice.choice([n for n in names if n.endswith('.xml')])
        for name in names:
            part = archive.read(name)
            hurted.writestr(name, hurt(dice, part) if name == one else part)
    return out.getvalue()


def mutation(seed, number, files):
    dice = random.Random(f'{seed}/{number}')
    path = files[number % len(files)]
    with open(path, 'rb') as file:
        data = file.read()
    is_archive = data.startswith(b'PK')
    data = hurt_part(dice, data) if is_archive and dice.random() < 0.85 else hurt(dice, data)
    return os.path.splitext(path)[1], data, number % 4 == 3


def limit():
    if not os.environ.get('ITAREPORT_SANITIZED'):
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))


def run(program, path, edition, is_measures):
    command = [program, 'import', path, '-e', edition, '--yes'] + (['--measures'] if is_measures else [])
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, preexec_fn=limit, env={**os.environ, 'ITAREPORT_DATA': ROOT})
    except subprocess.TimeoutExpired:
        return 'too slow'
    said = done.stderr.decode('utf-8', 'replace')
    if done.returncode not in (0, 1):
        return f'status {done.returncode}: {said[-2000:]}'
    if 'Sanitizer' in said or 'Assertion' in said or 'runtime error' in said:
        return said[-2000:]
    if done.returncode == 1 and 'error' not in said and 'nothing was written' not in said:
        return f'no word of why: {said}'
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--count', type=int, default=200)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--first', type=int, default=0)
    parser.add_argument('--keep', default='build/hostile-sheets')
    parser.add_argument('program')
    parser.add_argument('folder')
    arguments = parser.parse_args()
    files = sorted(os.path.join(arguments.folder, name) for name in os.listdir(arguments.folder) if name.endswith(('.xlsx', '.ods', '.csv', '.tsv')))
    bad = 0
    with tempfile.TemporaryDirectory() as work:
        for number in range(arguments.first, arguments.first + arguments.count):
            ending, data, is_measures = mutation(arguments.seed, number, files)
            path, edition = f'{work}/{number}{ending}', f'{work}/edition'
            shutil.rmtree(edition, ignore_errors=True)
            shutil.copytree(f'{ROOT}/tests/fixtures/small' if number % 3 == 0 else f'{ROOT}/input/2568', edition)
            if number % 3:
                shutil.copytree(f'{ROOT}/input/frameworks', f'{work}/frameworks', dirs_exist_ok=True)
            with open(path, 'wb') as file:
                file.write(data)
            wrong = run(arguments.program, path, edition, is_measures)
            if wrong:
                bad += 1
                os.makedirs(arguments.keep, exist_ok=True)
                shutil.copy(path, arguments.keep)
                print(f'{arguments.keep}/{number}{ending}{" --measures" if is_measures else ""}: {wrong}')
            os.remove(path)
    print(f'{arguments.count} spreadsheets, {bad} that ended wrongly')
    return 1 if bad else 0


sys.exit(main())
