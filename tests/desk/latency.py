"""How long a save takes to be seen, measured in the browser: median and worst.  latency.py PROGRAM EDITION [TIMES]

The moment of the save is the file's rename; the moment of being seen is after the frame that shows the new page. Both are
of the same clock.
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from browser import Browser

LISTEN = '''
window.seen = [];
addEventListener('desk-shown', (event) => {
  if (event.detail.changed.length > 0)
    window.seen.push(performance.timeOrigin + performance.now());
});
'''


def main():
    program, edition = sys.argv[1:3]
    times = int(sys.argv[3]) if len(sys.argv) > 3 else 50
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(os.path.join(edition, '..'), f'{folder}/input')
        copy = f'{folder}/input/{os.path.basename(edition.rstrip("/"))}'
        desk = subprocess.Popen([program, 'desk', '--no-open', copy], stdout=subprocess.PIPE, text=True)
        browser = Browser()
        try:
            browser.open(desk.stdout.readline().strip())
            browser.wait('document.body.dataset.version')
            browser.run('document.querySelectorAll(".page")[8].scrollIntoView()')
            time.sleep(1)
            browser.run(LISTEN)
            took = [save(browser, f'{copy}/results.yaml', i) for i in range(times)]
            print(f'{times} saves: median {statistics.median(took):.0f} ms, worst {max(took):.0f} ms')
        finally:
            browser.close()
            desk.terminate()
            desk.wait()


def save(browser, path, number):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    changed = re.sub(r'(\n  i1: )[\d.]+', rf'\g<1>{80 + number % 20}.{number % 10}0', text, count=1)
    assert changed != text
    with open(path + '.new', 'w', encoding='utf-8') as file:
        file.write(changed)
    before = browser.run('return window.seen.length')
    start = time.time() * 1000
    os.rename(path + '.new', path)
    time.sleep(0.6)  # asking the page meanwhile would slow it down
    seen = browser.run('return window.seen.slice(arguments[0])', before)
    return seen[0] - start if seen else float('inf')


if __name__ == '__main__':
    main()
