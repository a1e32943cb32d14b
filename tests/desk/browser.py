"""A headless Chromium by WebDriver (W3C), over plain HTTP: needs Debian's chromium-driver and nothing else."""
import base64
import json
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
         '--disable-background-networking', '--disable-component-update', '--disable-sync',
         '--force-color-profile=srgb', '--hide-scrollbars']
ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
KEY = {'escape': '\ue00c', 'enter': '\ue007', 'tab': '\ue004', 'down': '\ue015', 'up': '\ue013',
       'control': '\ue009', 'shift': '\ue008', 'alt': '\ue00a', 'space': ' ', 'left': '\ue012', 'right': '\ue014'}


class WebDriverError(Exception):
    pass


class Browser:
    def __init__(self, width=1400, height=900, scale=1, flags=()):
        self.profile = tempfile.TemporaryDirectory(prefix='itareport-chromium-')
        self.driver = subprocess.Popen(['chromedriver', '--port=0'], stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, text=True)
        for line in self.driver.stdout:
            if 'started successfully on port' in line:
                self.address = 'http://127.0.0.1:' + line.strip().rstrip('.').split()[-1]
                break
        options = {'args': [*FLAGS, *flags, f'--user-data-dir={self.profile.name}',
                            f'--window-size={width},{height}', f'--force-device-scale-factor={scale}']}
        always = {'browserName': 'chrome', 'goog:chromeOptions': options, 'timeouts': {'script': 30000}}
        self.session = ''
        made = self.call('POST', '/session', {'capabilities': {'alwaysMatch': always}})
        self.session = '/session/' + made['sessionId']

    def call(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.address + path, data=data, method=method,
                                         headers={'Content-Type': 'application/json'})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)['value']
        except urllib.error.HTTPError as error:
            raise WebDriverError(json.load(error)['value']['message']) from None

    def do(self, method, path, body=None):
        return self.call(method, self.session + path, body)

    def open(self, address):
        self.do('POST', '/url', {'url': address})

    def run(self, script, *arguments):
        """The value of a function's body, run in the page."""
        return self.do('POST', '/execute/sync', {'script': script, 'args': list(arguments)})

    def run_async(self, script, *arguments):
        """The same; the body calls its last argument with the value."""
        return self.do('POST', '/execute/async', {'script': script, 'args': list(arguments)})

    def command(self, name, **parameters):
        """A command of Chromium's own protocol."""
        return self.do('POST', '/goog/cdp/execute', {'cmd': name, 'params': parameters})

    def wait(self, script, *arguments, seconds=10):
        """Until an expression is true; its value, or the last one."""
        end = time.monotonic() + seconds
        while True:
            value = self.run('return ' + script, *arguments)
            if value or time.monotonic() > end:
                return value
            time.sleep(0.01)

    def find(self, css):
        return self.do('POST', '/element', {'using': 'css selector', 'value': css})[ELEMENT]

    def click(self, css):
        self.do('POST', f'/element/{self.find(css)}/click', {})

    def click_at(self, x, y, alt=False):
        pointer = {'type': 'pointer', 'id': 'mouse', 'actions': [
            {'type': 'pointerMove', 'duration': 0, 'x': int(x), 'y': int(y)},
            {'type': 'pointerDown', 'button': 0}, {'type': 'pointerUp', 'button': 0}]}
        held = [{'type': 'keyDown', 'value': KEY['alt']}] if alt else []
        keys = {'type': 'key', 'id': 'keys', 'actions': held + [{'type': 'pause'}] * 2}
        self.do('POST', '/actions', {'actions': [keys, pointer] if alt else [pointer]})
        self.do('DELETE', '/actions')

    def keys(self, *names):
        """Presses keys one after the other: names of KEY, or texts."""
        actions = []
        for name in names:
            for value in ([KEY[name]] if name in KEY else name):
                actions += [{'type': 'keyDown', 'value': value}, {'type': 'keyUp', 'value': value}]
        self.do('POST', '/actions', {'actions': [{'type': 'key', 'id': 'keys', 'actions': actions}]})

    def chord(self, holder, key):
        actions = [{'type': 'keyDown', 'value': KEY[holder]}, {'type': 'keyDown', 'value': key},
                   {'type': 'keyUp', 'value': key}, {'type': 'keyUp', 'value': KEY[holder]}]
        self.do('POST', '/actions', {'actions': [{'type': 'key', 'id': 'keys', 'actions': actions}]})

    def screenshot(self, path):
        with open(path, 'wb') as out:
            out.write(base64.b64decode(self.do('GET', '/screenshot')))

    def close(self):
        try:
            self.do('DELETE', '')
        except (WebDriverError, OSError):
            pass
        self.driver.terminate()
        self.driver.wait()
        self.profile.cleanup()
