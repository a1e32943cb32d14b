#!/usr/bin/env python3
"""Lets one allocation of a command fail, of the program's or of a library's, and the next time another.

    tests/hostile/allocations.py [--command build|check|archive|verify] [--runs N] [--seed S] [--edition FOLDER] [--layout FILE]
                                 PROGRAM WORK

Every run has to end as it does without, or with status 3, a message, and the file that was there before (where the last
allocations fail, which are after the writing, the new one). Allocations are chosen at random over the run, or, without
a seed, evenly, the first and the last among them.
"""
import argparse
import os
import random
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.join(HERE, '..', '..')
OLD = b'the last good report'


class Trial:
    """One command; what it makes, or prints, is its outcome."""

    def __init__(self, given, work, library):
        self.given, self.work, self.library = given, work, library
        self.out = os.path.join(work, 'report.pdf')
        self.archive = os.path.join(work, 'archive')
        self.kept = os.path.join(work, 'kept.pdf')

    def start(self, arguments, extra):
        environment = dict(os.environ, ITAREPORT_DATA=ROOT, SOURCE_DATE_EPOCH='1764200000', LC_ALL='C.UTF-8', TMPDIR=self.work, **extra)
        return subprocess.run([self.given.program, *arguments], env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)

    def report(self):
        found = [os.path.join(top, name) for top, _, names in os.walk(self.archive) for name in names if name == 'report.pdf']
        return read(found[0]) if found else OLD

    def prepare(self):
        """A kept report, for verify."""
        self.start(['archive', '-q', '-o', self.archive, self.given.edition], {})
        with open(self.kept, 'wb') as file:
            file.write(self.report())

    def run(self, extra):
        command, edition = self.given.command, self.given.edition
        layout = ['--layout=' + self.given.layout] if self.given.layout else []
        shutil.rmtree(self.archive, ignore_errors=True)
        with open(self.out, 'wb') as file:
            file.write(OLD)
        arguments = {'build': ['build', '-q', *layout, '-o', self.out, edition], 'check': ['check', edition],
                     'archive': ['archive', '-q', *layout, '-o', self.archive, edition], 'verify': ['verify', self.kept]}[command]
        done = self.start(arguments, dict(extra, LD_PRELOAD=self.library))
        outcome = {'build': lambda: read(self.out), 'archive': self.report}.get(command, lambda: done.stdout)()
        return done.returncode, done.stderr, outcome


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def is_fine(command, at, last, right, now):
    status, err, outcome = now
    if status != 3:
        return status == right[0] and outcome == right[2]
    if command in ('check', 'verify'):
        return b'out of memory' in err
    if command == 'archive':  # the index is written after the report
        return b'out of memory' in err and outcome in (OLD, right[2])
    return b'out of memory' in err and (outcome == OLD or (outcome == right[2] and at > 0.95 * last))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--command', default='build')
    parser.add_argument('--runs', type=int, default=40)
    parser.add_argument('--seed')
    parser.add_argument('--edition', default=os.path.join(ROOT, 'tests/fixtures/small'))
    parser.add_argument('--layout')
    parser.add_argument('program')
    parser.add_argument('work')
    given = parser.parse_args()
    given.program = os.path.realpath(given.program)
    work = os.path.realpath(given.work)
    os.makedirs(work, exist_ok=True)
    library, total = os.path.join(work, 'failing_malloc.so'), os.path.join(work, 'count')
    subprocess.run([*os.environ.get('CC', 'gcc').split(), '-O1', '-shared', '-fPIC', '-fno-builtin', '-o', library,
                    os.path.join(HERE, 'failing_malloc.c'), '-ldl'], check=True)
    trial = Trial(given, work, library)
    trial.prepare()
    right = trial.run({'COUNT_TO': total})
    if right[0] != 0:
        print('not ok - %s ends well (%s)' % (given.command, right[1].decode()))
        return 1
    last = int(read(total))
    chance = random.Random(given.seed)
    bad, ends = 0, {}
    for run in range(given.runs):
        at = chance.randint(1, last) if given.seed else 1 + run * (last - 1) // max(1, given.runs - 1)
        now = trial.run({'FAIL_AT': str(at)})
        ends[now[0]] = ends.get(now[0], 0) + 1
        left = [n for n in os.listdir(work) if n.startswith('report.pdf.')]
        if left or not is_fine(given.command, at, last, right, now):
            bad += 1
            print('not ok - %s, allocation %d of %d fails: status %d, %s' % (given.command, at, last, now[0], (left, now[2][:20], now[1][-100:])))
    if not bad:
        print('ok - %s: %d of %d allocations fail one at a time: %s' % (given.command, given.runs, last, ends))
    return bad != 0


if __name__ == '__main__':
    sys.exit(main())
