"""The desk in headless Firefox, by its own protocol (Marionette): seen, asked, changed. Skipped, with a word, where there is none."""
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time

from desk import check, run

page = None


class Firefox:
    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(prefix='itareport-firefox-')
        with open(f'{self.profile.name}/user.js', 'w', encoding='ascii') as file:
            file.write('user_pref("marionette.port", 0);\nuser_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
                       'user_pref("app.update.enabled", false);\nuser_pref("network.captive-portal-service.enabled", false);\n')
        self.process = subprocess.Popen(
            ['firefox-esr', '--headless', '--marionette', '--no-remote', '--profile', self.profile.name, '--width=1400', '--height=900'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, 'HOME': self.profile.name})
        self.connection, self.rest, self.number = None, b'', 0
        told, end = f'{self.profile.name}/MarionetteActivePort', time.monotonic() + 90
        while not (os.path.exists(told) and os.path.getsize(told)) and time.monotonic() < end:
            time.sleep(0.1)
        with open(told, encoding='ascii') as file:
            self.connection = socket.create_connection(('127.0.0.1', int(file.read())), timeout=60)
        self.receive()
        self.call('WebDriver:NewSession', {})

    def receive(self):
        """A message is its length, a colon, and JSON."""
        while b':' not in self.rest:
            self.rest += self.connection.recv(1 << 16)
        length, self.rest = self.rest.split(b':', 1)
        while len(self.rest) < int(length):
            self.rest += self.connection.recv(1 << 16)
        message, self.rest = self.rest[:int(length)], self.rest[int(length):]
        return json.loads(message)

    def call(self, name, parameters):
        self.number += 1
        message = json.dumps([0, self.number, name, parameters]).encode()
        self.connection.sendall(b'%d:%s' % (len(message), message))
        _, _, error, result = self.receive()
        if error:
            raise RuntimeError(error['message'])
        return result

    def run(self, script, *arguments):
        return self.call('WebDriver:ExecuteScript', {'script': script, 'args': list(arguments)})['value']

    def wait(self, script, *arguments, seconds=15):
        end = time.monotonic() + seconds
        while True:
            value = self.run('return ' + script, *arguments)
            if value or time.monotonic() > end:
                return value
            time.sleep(0.05)

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.profile.cleanup()


def has_text(css, text):
    return page.wait('[...document.querySelectorAll(arguments[0])].some((each) => each.textContent.includes(arguments[1]))', css, text)


def works_in_firefox(desk):
    page.call('WebDriver:Navigate', {'url': desk.address})
    page.wait('document.body.dataset.version')
    check('the report is there, every page', page.run('return document.querySelectorAll(".page svg").length') == len(desk.state()['pages']))
    check('in its own fonts', page.wait('[...document.fonts].length > 0 && [...document.fonts].every((font) => font.status === "loaded")'))
    desk.replace('results.yaml', 'i3: 98.33', 'i3: 76.54')
    check('a save is followed', has_text('.page text', '๗๖.๕๔'))
    page.run("""const text = [...document.querySelectorAll('.page text')].filter((each) => each.textContent === '๗๖.๕๔').at(-1);
        text.scrollIntoView({ block: 'center' }); const box = text.getBoundingClientRect();
        text.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 }));""")
    check('a figure is explained', has_text('.asked', 'results.yaml:'))
    page.run('document.querySelector(".asked .act").click()')
    page.wait('document.querySelector(".spot-form input")')
    page.run('const field = document.querySelector(".spot-form input"); field.value = "๘๗.๖๕"; field.form.requestSubmit();')
    check('and changed', has_text('.page text', '๘๗.๖๕') and 'i3: ๘๗.๖๕' in desk.read('results.yaml'), desk.read('results.yaml')[:400])
    desk.replace('results.yaml', 'i3: ๘๗.๖๕', 'i3: 187.65')
    page.wait('document.querySelector("#alarm .act")')
    page.run('document.querySelector("#alarm .act").click()')
    page.run('const field = document.querySelector(".fix input"); field.value = "87.65"; field.form.requestSubmit();')
    check('broken data is mended', page.wait('!document.body.classList.contains("broken")') and 'i3: 87.65' in desk.read('results.yaml'))


def main():
    global page
    if not shutil.which('firefox-esr'):
        print('# SKIPPED: there is no firefox (Debian package firefox-esr): the desk is not looked at in it')
        return
    page = Firefox()
    try:
        run(works_in_firefox)
    finally:
        page.close()


main()
