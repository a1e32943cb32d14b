#!/usr/bin/env python3
"""Lets one allocation of a build fail, of the program's or of a library's, and the next time another.

    tests/hostile/allocations.py [--runs N] [--edition FOLDER] [--layout FILE] PROGRAM WORK

Every run has to end with the right bytes (status 0), or with status 3, a message, and the file that was there before.
Allocations are chosen evenly over the run, the first and the last among them.
"""
import argparse
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.join(HERE, '..', '..')
OLD = b'the last good report'


def build(given, library, out, extra):
    with open(out, 'wb') as file:
        file.write(OLD)
    environment = dict(os.environ, ITAREPORT_DATA=ROOT, LD_PRELOAD=library, SOURCE_DATE_EPOCH='1764200000', LC_ALL='C.UTF-8', **extra)
    layout = ['--layout=' + given.layout] if given.layout else []
    done = subprocess.run([given.program, 'build', '-q', *layout, '-o', out, given.edition], env=environment,
                          stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60)
    with open(out, 'rb') as file:
        return done.returncode, done.stderr, file.read()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--runs', type=int, default=40)
    parser.add_argument('--edition', default=os.path.join(ROOT, 'tests/fixtures/small'))
    parser.add_argument('--layout')
    parser.add_argument('program')
    parser.add_argument('work')
    given = parser.parse_args()
    given.program = os.path.realpath(given.program)
    work = os.path.realpath(given.work)
    os.makedirs(work, exist_ok=True)
    library, out, total = (os.path.join(work, name) for name in ('failing_malloc.so', 'report.pdf', 'count'))
    subprocess.run([*os.environ.get('CC', 'gcc').split(), '-O1', '-shared', '-fPIC', '-fno-builtin', '-o', library,
                    os.path.join(HERE, 'failing_malloc.c'), '-ldl'], check=True)
    status, err, right = build(given, library, out, {'COUNT_TO': total})
    if status != 0:
        print('not ok - the edition builds (%s)' % err.decode())
        return 1
    with open(total) as file:
        last = int(file.read())
    bad, ends = 0, {}
    for run in range(given.runs):
        at = 1 + run * (last - 1) // max(1, given.runs - 1)
        status, err, file = build(given, library, out, {'FAIL_AT': str(at)})
        ends[status] = ends.get(status, 0) + 1
        kept = file == OLD or (file == right and at > 0.99 * last)  # what comes after the writing may fail as well
        fine = (status == 0 and file == right) or (status == 3 and b'out of memory' in err and kept)
        left = [n for n in os.listdir(work) if n.startswith('report.pdf.')]
        if not fine or left:
            bad += 1
            print('not ok - allocation %d of %d fails: status %d, %s' % (at, last, status, (left, file[:20], err[-100:])))
    if not bad:
        print('ok - %d of %d allocations fail one at a time: %s' % (given.runs, last, ends))
    return bad != 0


if __name__ == '__main__':
    sys.exit(main())
