"""A desk on a copy of an edition, for tests; and checks that print TAP as the other whole-program tests do."""
import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

PROGRAM = os.path.abspath(os.environ.get('ITAREPORT', 'build/itareport'))


def check(what, good, seen=''):
    print(f'ok - {what}' if good else f'not ok - {what}\n{seen}', flush=True)
    return good


STATE = tempfile.TemporaryDirectory(prefix='itareport-state-')  # what desks keep for later ones
os.environ['XDG_STATE_HOME'] = STATE.name


class Desk:
    def __init__(self, edition='tests/fixtures/small', options=(), language='th'):
        self.folder = tempfile.mkdtemp(prefix='itareport-desk-')
        self.edition = os.path.join(self.folder, 'edition')
        if edition.startswith('input/'):
            shutil.copytree('input', f'{self.folder}/input')
            self.edition = os.path.join(self.folder, edition)
        else:
            shutil.copytree(edition, self.edition)
        self.start(options, language)

    def start(self, options=(), language='th', by=()):
        """by: a program that starts it in its own way."""
        os.makedirs(self.folder, exist_ok=True)  # what is written beside the edition stays in it
        self.process = subprocess.Popen(
            [*by, PROGRAM, f'--lang={language}', 'desk', '--no-open', *options, self.edition],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.folder)
        self.address = self.process.stdout.readline().strip()
        parts = urllib.parse.urlsplit(self.address)
        self.port, self.path = parts.port, parts.path

    def ask(self, path, method='GET', body=None, headers=None, raw_path=False):
        """Status, headers and body of an answer; the desk's own address unless headers say otherwise."""
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=10)
        own = {'Origin': f'http://127.0.0.1:{self.port}'} if method == 'POST' else {}
        own.update(headers or {})
        data = urllib.parse.urlencode(body) if isinstance(body, dict) else body
        connection.request(method, path if raw_path else self.path + path, body=data,
                           headers={k: v for k, v in own.items() if v is not None})
        answer = connection.getresponse()
        result = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return result

    def state(self):
        return json.loads(self.ask('state')[2])

    def findings(self):
        return json.loads(self.ask('findings')[2])

    def wait(self, condition, seconds=10):
        """The first state for which a condition holds; or the last one."""
        end = time.monotonic() + seconds
        while True:
            state = self.state()
            if condition(state) or time.monotonic() > end:
                return state
            time.sleep(0.01)

    def file(self, name):
        return os.path.join(self.edition, name)

    def read(self, name):
        with open(self.file(name), encoding='utf-8') as file:
            return file.read()

    def write(self, name, text):
        """As most editors do: another file in its place."""
        with open(self.file(name) + '~new', 'w', encoding='utf-8') as file:
            file.write(text)
        os.rename(self.file(name) + '~new', self.file(name))

    def replace(self, name, old, new):
        text = self.read(name)
        assert old in text, f'{old} is not in {name}'
        self.write(name, text.replace(old, new, 1))

    def stop(self):
        self.process.terminate()
        status = self.process.wait(timeout=10)
        shutil.rmtree(self.folder, ignore_errors=True)
        return status


def run(*tests):
    """Every test with a desk of its own; a test that ends early is one that failed."""
    for test in tests:
        desk = None
        try:
            desk = Desk(*getattr(test, 'desk', ()))
            test(desk)
        except Exception as error:  # whatever it was, the others are run
            check(f'{test.__name__} ends', False, repr(error))
        finally:
            if desk is not None and desk.process.poll() is None:
                desk.stop()
    sys.stdout.flush()
