"""The desk without a browser: whom it answers, what it follows, and that nothing stops it."""
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from xml.etree import ElementTree

from desk import PROGRAM, STATE, Desk, check, run


def answers_only_its_own_page(desk):
    own = {'Host': f'127.0.0.1:{desk.port}'}
    check('the page is there', desk.ask('')[0] == 200)
    check('without the token nothing is answered', desk.ask('/state', raw_path=True)[0] == 403)
    wrong = desk.path[:-2] + ('0' if desk.path[-2] != '0' else '1') + '/state'
    check('nor with another one', desk.ask(wrong, raw_path=True)[0] == 403)
    check('a foreign Host is refused', desk.ask('state', headers={'Host': f'evil.example:{desk.port}'})[0] == 403)
    check('a foreign Origin is refused', desk.ask('state', headers={**own, 'Origin': 'http://evil.example'})[0] == 403)
    check('what comes from another site is refused',
          desk.ask('state', headers={'Sec-Fetch-Site': 'cross-site'})[0] == 403)
    check('nothing is written without an origin', desk.ask('edit', 'POST', {}, {'Origin': None})[0] == 403)
    check('there is no other method', desk.ask('state', 'PUT', '')[0] == 405)
    headers = desk.ask('')[1]
    policy = headers.get('Content-Security-Policy', '')
    check('the page may fetch nothing from elsewhere',
          "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and 'http' not in policy, policy)
    check('types are not guessed, and no address is passed on',
          headers.get('X-Content-Type-Options') == 'nosniff' and headers.get('Referrer-Policy') == 'no-referrer')


def listens_only_at_home(desk):
    name = subprocess.run(['hostname', '-I'], capture_output=True, text=True).stdout.split()
    elsewhere = [address for address in name if ':' not in address][:1]
    refused = True
    for address in elsewhere:
        with socket.socket() as other:
            other.settimeout(1)
            refused = other.connect_ex((address, desk.port)) != 0
    check('it listens on 127.0.0.1 only', refused)


def gives_what_build_gives(desk):
    subprocess.run([PROGRAM, 'build', '-q', '-o', f'{desk.folder}/report.pdf', desk.edition], check=True)
    with open(f'{desk.folder}/report.pdf', 'rb') as file:
        check('the PDF is that of build, byte for byte', desk.ask('report.pdf')[2] == file.read())
    page = desk.ask('png/1')
    check('a page comes as PNG', page[0] == 200 and page[2].startswith(b'\x89PNG'))
    check('a page that is not there does not', desk.ask('png/999')[0] == 404)
    name = desk.state()['pages'][0]['name']
    check('a page comes as SVG', desk.ask(f'page/{name}')[2].startswith(b'<svg '))
    pages = [ElementTree.fromstring(desk.ask(f"page/{page['name']}")[2]) for page in desk.state()['pages']]
    roles = {element.get('role') for page in pages for element in page.iter()}
    check('every page is right as XML, with its structure',
          {'heading', 'table', 'row', 'cell', 'columnheader', 'list', 'listitem', 'img'} <= roles, roles)
    inside = {(child.get('role'), parent.get('role')) for page in pages for parent in page.iter() for child in parent}
    check('rows are in tables, cells in rows, items in lists', all(
        parent == {'row': 'table', 'cell': 'row', 'columnheader': 'row', 'rowheader': 'row', 'listitem': 'list'}[child]
        for child, parent in inside if child in ('row', 'cell', 'columnheader', 'rowheader', 'listitem')), inside)
    check('there is nothing else', desk.ask('../../etc/passwd')[0] == 404 and desk.ask('nothing')[0] == 404)


def follows_its_files(desk):
    before = desk.state()
    names = [page['name'] for page in before['pages']]
    desk.replace('results.yaml', 'i3: 98.33', 'i3: 88.33')
    after = desk.wait(lambda state: [page['name'] for page in state['pages']] != names)
    changed = sum(a['name'] != b for a, b in zip(after['pages'], names))
    check('a save is followed, and only pages that changed have another name',
          0 < changed < len(names), f'{changed} of {len(names)}')
    with open(desk.file('results.yaml'), 'w', encoding='utf-8') as file:  # an editor that writes on the spot
        file.write(desk.read('results.yaml') or '')
    desk.write('results.yaml', 'scores: [')
    broken = desk.wait(lambda state: state['broken'])
    check('while the data is broken the last report stays', broken['broken'] and len(broken['pages']) == len(names))
    messages = desk.findings()['messages']
    check('and the messages are there, with their place',
          any(each['severity'] == 'error' and each['file'].endswith('results.yaml') for each in messages), messages)


def follows_a_folder_that_is_replaced(desk):
    aside = desk.edition + '.old'
    shutil.copytree(desk.edition, desk.edition + '.new')
    before = desk.state()
    os.rename(desk.edition, aside)
    desk.wait(lambda state: state['broken'])
    os.rename(desk.edition + '.new', desk.edition)
    whole = desk.wait(lambda state: not state['broken'] and state['version'] > before['version'])
    check('a folder that is replaced is followed', not whole['broken'])
    desk.replace('results.yaml', 'i3: 98.33', 'i3: 87.65')
    after = desk.wait(lambda state: state['pages'] != whole['pages'] and not state['broken'])
    check('and what is saved in the new one', after['pages'] != whole['pages'])
    shutil.rmtree(desk.edition)
    gone = desk.wait(lambda state: state['broken'])
    check('a folder that is deleted is an error with a word', gone['broken'] and desk.findings()['messages'])
    shutil.copytree(aside, desk.edition)
    check('and its return is noticed', not desk.wait(lambda state: not state['broken'])['broken'])


def memory_of(process):
    with open(f'/proc/{process.pid}/status', encoding='ascii') as status:
        return next(int(line.split()[1]) for line in status if line.startswith('VmRSS'))


def stands_a_thousand_saves(desk):
    text = desk.read('results.yaml')
    versions = [text.replace('i3: 98.33', f'i3: 8{i}.33') for i in range(10)]
    for i in range(100):
        desk.write('results.yaml', versions[i % 10])
    desk.wait(lambda state: not state['broken'])
    before = memory_of(desk.process)
    for i in range(1000):
        desk.write('results.yaml', versions[i % 10])
    desk.write('results.yaml', text.replace('i3: 98.33', 'i3: 12.34'))
    last = desk.wait(lambda state: '12.34' in desk.ask(f"page/{state['pages'][-1]['name']}")[2].decode() or True)
    time.sleep(0.3)
    grown = memory_of(desk.process) - before
    check('a thousand quick saves do not stop it', desk.process.poll() is None and not last['broken'])
    check('nor does it grow by them', grown < 16 * 1024, f'{grown} KB')
    descriptors = len(os.listdir(f'/proc/{desk.process.pid}/fd'))
    check('nor keep files open', descriptors < 40, descriptors)


def is_not_stopped_by_others(desk):
    hostile = []
    for i in range(80):  # heads that never end, listeners that never read, bodies that never come
        other = socket.socket()
        other.settimeout(1)
        try:
            other.connect(('127.0.0.1', desk.port))
            other.sendall((f'GET {desk.path}events HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n'
                           + ('\r\n' if i % 2 else 'X: ')).encode())
        except OSError:
            pass
        hostile.append(other)
    pages = desk.process.pid and memory_of(desk.process)
    desk.replace('results.yaml', 'i3: 98.33', 'i3: 81.33')
    time.sleep(0.5)
    for other in hostile:
        other.close()
    state = desk.wait(lambda state: state['version'] > 2)
    check('others who hold on do not stop the report', state['version'] > 2 and desk.process.poll() is None)
    check('nor make it grow', memory_of(desk.process) - pages < 32 * 1024)
    long = desk.ask('state', headers={'X-Long': 'x' * 100000})[0]
    check('a head without end is refused', long in (400, 413, 431), long)
    status = desk.ask('edit', 'POST', b'a=' + b'x' * (2 << 20))[0]
    check('and a body without end', status in (404, 413), status)


def answers_what_is_asked_of_the_pages(desk):
    spots = [desk.ask(f'spot/{i}') for i in range(400)]
    there = [json.loads(body) for status, _, body in spots if status == 200]
    figure = next(spot for spot in there if spot.get('figure') == 'indicator.1.score')
    check('a spot says where its value is written', figure['value']['file'].endswith('results.yaml'), figure)
    box = figure['at'][0]
    asked = json.loads(desk.ask(f"at/{box['page']}/{box['x'] + 1}/{box['y'] + 1}")[2])
    check('a point on a page leads to its spot', asked['index'] == figure['index'])
    check('and to all that show the same', len(asked['same']) >= 1)
    why = json.loads(desk.ask(f"why/{figure['figure']}")[2])
    leaves = [leaf for child in why['made_of'] for leaf in child['made_of'] or [child]]
    check('a figure is explained down to the questions',
          why['announced']['value'] == '93.33' and all(leaf['name'].startswith('question.') for leaf in leaves), why)
    check('a figure leads to its first spot', json.loads(desk.ask('figure/indicator.1.score')[2])['figure'])
    check('what is no figure is not explained', desk.ask('why/nothing')[0] == 404)
    for path in ('at/0/1/1', 'at/999/1/1', 'at/1/-5/1', 'at/1/nan/inf', 'at/1', 'spot/99999999999', 'bones/0', 'figure/'):
        check(f'{path} is answered with a word', desk.ask(path)[0] == 404)
    bones = json.loads(desk.ask('bones/3')[2])
    check('the lines of a page are told with what they cost', len(bones['lines']) > 3)


def read_some(events):
    events.settimeout(1)
    try:
        return events.recv(1 << 16).decode(errors='replace')
    except TimeoutError:
        return ''


def read_for(events, seconds):
    """What comes in that time."""
    events.settimeout(seconds)
    told = b''
    try:
        while part := events.recv(1 << 16):
            told += part
    except TimeoutError:
        pass
    events.close()
    return told.decode(errors='replace')


def writes_values_and_nothing_else(desk):
    def ask(what, **fields):
        return json.loads(desk.ask(what, 'POST', fields)[2])['result']

    before = desk.read('results.yaml')
    check('a value is written', ask('edit', path='results.scores.i3', was='98.33', text='๘๗.๖๗') == 'done')
    check('in the script that was typed', 'i3: ๘๗.๖๗' in desk.read('results.yaml'))
    check('and at once another one', ask('edit', path='results.scores.i2', was='91.67', text='90.00') == 'done')
    check('what is other than it was seen is not', ask('edit', path='results.scores.i2', was='91.67', text='1') == 'changed')
    check('nor what there is not', ask('edit', path='results.scores.i99', text='1') == 'changed')
    check('nor what would be an error', ask('edit', path='results.scores.i2', text='many') == 'refused')
    check('nor a list in place of a value', ask('edit', path='results.scores', text='1') == 'refused')
    for path in ('../../etc/passwd', 'framework.levels', '', 'results'):
        check(f'nor {path or "nothing"}', ask('edit', path=path, text='1') in ('changed', 'refused'))
    check('text that looks like YAML stays text',
          ask('edit', path='results.recommendations.survey.1', text='ก: [ข] # ค') == 'done'
          and not desk.wait(lambda state: state['undo'] == 3)['broken'])
    while desk.state()['undo'] > 0 and ask('undo') == 'done':
        pass
    check('all of it can be taken back', desk.read('results.yaml') == before)
    check('several values are one change', ask('edits', changes='results.scores.i3\t80.00\nresults.scores.i1\t81.00') == 'done')
    check('of which none is written where one is wrong',
          ask('edits', changes='results.scores.i3\t70.00\nresults.scores.i1\t181') == 'refused' and '70.00' not in desk.read('results.yaml'))


# Root may write everywhere; without these capabilities it is like anybody else.
ORDINARY = ('setpriv', '--bounding-set=-dac_override,-dac_read_search') if os.geteuid() == 0 else ()


def says_what_it_has_no_rights_for(desk):
    desk.process.terminate()
    desk.process.wait()
    kept = os.environ['XDG_STATE_HOME'] = f'{desk.folder}/state'
    desk.start(by=ORDINARY)
    before = desk.read('results.yaml')
    os.chmod(desk.edition, 0o500)
    answer = json.loads(desk.ask('edit', 'POST', {'path': 'results.scores.i3', 'text': '1'})[2])
    check('a folder without rights is said', answer['result'] == 'unwritten' and 'results.yaml' in answer['messages'][0]['message'], answer)
    check('and nothing of it is changed', desk.read('results.yaml') == before and desk.state()['undo'] == 0)
    check('nor is anything left in it', sorted(os.listdir(desk.edition)) == sorted(os.listdir('tests/fixtures/small')))
    os.chmod(desk.edition, 0o700)
    os.chmod(f'{kept}/itareport', 0o500)
    os.chmod(kept, 0o500)
    check('where nothing can be kept a value is written all the same', result_of(desk, 'edit', path='results.scores.i3', text='1') == 'done')
    check('and can be taken back', result_of(desk, 'undo') == 'done' and desk.read('results.yaml') == before)
    os.chmod(desk.file('results.yaml'), 0)
    broken = desk.wait(lambda state: state['broken'])
    check('a file that cannot be read is said', broken['broken'] and any('results.yaml' in each['message'] for each in desk.findings()['messages']),
          desk.findings()['messages'])
    os.chmod(desk.file('results.yaml'), 0o600)
    check('until it can', not desk.wait(lambda state: not state['broken'])['broken'])
    os.chmod(kept, 0o700)
    os.environ['XDG_STATE_HOME'] = STATE.name


def result_of(desk, what, **fields):
    return json.loads(desk.ask(what, 'POST', fields)[2])['result']


def fix_of(desk, part):
    """What can be changed of the first message that has a part of a sentence."""
    found = desk.findings()
    return next(fix for message, fix in zip(found['messages'], found['messageFixes']) if part in message['message'])


def mends_broken_data(desk):
    whole = desk.read('results.yaml')
    desk.write('results.yaml', whole.replace('i3: 98.33', 'i3: 198.33'))
    desk.wait(lambda state: state['broken'])
    field = fix_of(desk, '198.33')['field']
    check('a value that is an error can be changed where it is said', field['text'] == '198.33', field)
    check('and is', result_of(desk, 'edit', path=field['path'], was='198.33', text='98.33') == 'done')
    check('then the report is whole', not desk.wait(lambda state: not state['broken'])['broken'] and desk.read('results.yaml') == whole)
    check('and it can be taken back', result_of(desk, 'undo') == 'done' and 'i3: 198.33' in desk.read('results.yaml'))
    check('while it is broken too', desk.wait(lambda state: state['broken'])['broken'] and result_of(desk, 'redo') == 'done')

    desk.wait(lambda state: not state['broken'])
    broken = whole.replace('  i1:', '  i1', 1)
    desk.write('results.yaml', broken)
    desk.wait(lambda state: state['broken'])
    line = next(fix['lines'] for fix in desk.findings()['messageFixes'] if 'lines' in fix)
    check('of what cannot be read a line can be changed, and those next to it',
          '\n  i1 ' in line['text'] and '\n  i2: ' in line['text'], line)
    wanted = {'file': line['file'], 'line': line['line'], 'text': line['text'].replace('i1', 'i1:')}
    check('the line that was seen only', result_of(desk, 'lines', **wanted, seen='0') == 'changed')
    check('and none that no error speaks of',
          result_of(desk, 'lines', **{**wanted, 'line': line['line'] + 3}, seen=line['seen']) == 'changed')
    check('nor in a file of something else',
          result_of(desk, 'lines', **{**wanted, 'file': '/etc/passwd'}, seen=line['seen']) == 'changed')
    check('nor is written what reads no better',
          result_of(desk, 'lines', **{**wanted, 'text': 'scores:\n  i1 [ {\n'}, seen=line['seen']) == 'refused' and desk.read('results.yaml') == broken)
    check('mended, it is', result_of(desk, 'lines', **wanted, seen=line['seen']) == 'done')
    check('byte for byte', not desk.wait(lambda state: not state['broken'])['broken'] and desk.read('results.yaml') == whole)
    check('and can be taken back', result_of(desk, 'undo') == 'done' and desk.read('results.yaml') == broken)


def mends_one_error_after_the_other(desk):
    whole = desk.read('measures.yaml')
    desk.write('measures.yaml', whole.replace('name: มาตรการจัด', 'name: "มาตรการจัด', 1).replace('number: 2', 'number: สอง'))
    desk.wait(lambda state: state['broken'])
    for _ in range(4):
        if not desk.wait(lambda state: not state['broken'], seconds=0.5)['broken']:
            break
        fix = next(each for each in desk.findings()['messageFixes'] if each)
        if 'lines' in fix:
            line = fix['lines']
            mended = line['text'].replace('"', '').replace('สอง', '2')
            done = result_of(desk, 'lines', file=line['file'], line=line['line'], seen=line['seen'], text=mended)
        else:
            done = result_of(desk, 'edit', path=fix['field']['path'], was=fix['field']['text'], text='2')
        check('a step is written though others are left', done == 'done', fix)
    check('until the file is as it was', desk.read('measures.yaml') == whole)


def undoes_after_it_began_again(desk):
    before = desk.read('results.yaml')
    result_of(desk, 'edit', path='results.scores.i3', text='77.77')
    result_of(desk, 'edit', path='results.scores.i2', text='66.66')
    result_of(desk, 'undo')
    end_and_begin(desk)
    state = desk.state()
    check('another desk knows what was changed', (state['undo'], state['redo']) == (1, 1), state)
    check('does it again', result_of(desk, 'redo') == 'done' and 'i2: 66.66' in desk.read('results.yaml'))
    check('and takes it back', result_of(desk, 'undo') == result_of(desk, 'undo') == 'done' and desk.read('results.yaml') == before)
    result_of(desk, 'redo')
    desk.process.terminate()
    desk.process.wait()
    desk.replace('results.yaml', '77.77', '77.78')
    desk.start()
    check('but not over what somebody else wrote', desk.state()['undo'] == 0)
    result_of(desk, 'edit', path='results.scores.i3', text='55.55')
    kept = [os.path.join(folder, name) for folder, _, names in os.walk(os.environ['XDG_STATE_HOME']) for name in names]
    check('what it keeps is for this user only', kept and all(os.stat(os.path.dirname(each)).st_mode & 0o077 == 0 for each in kept))
    for each in kept:
        with open(each, 'r+b') as file:
            file.truncate(os.path.getsize(each) // 2)
    end_and_begin(desk)
    check('half a journal is none', desk.state()['undo'] == 0 and 'i3: 55.55' in desk.read('results.yaml'))


def end_and_begin(desk):
    desk.process.terminate()
    desk.process.wait()
    desk.start()


def finding_of(desk, part, known=False, seconds=10):
    """The finding that has a part of a sentence; waits for it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for each in desk.findings().get('findings', []):
            if part in each['message'] and bool(each.get('known')) == known:
                return each
        time.sleep(0.02)
    return None


def acknowledges_what_a_finding_is_about(desk):
    desk.replace('results.yaml', 'overall: 90.68', 'overall: 91.99')
    finding = finding_of(desk, '91.99')
    fields = {key: finding[key] for key in ('rule', 'file', 'line', 'column')}
    check('a finding is let pass', result_of(desk, 'acknowledge', **fields, reason='ตามประกาศ') == 'done')
    text = desk.read('edition.yaml')
    check('with its rule, its place and its content', all(part in text for part in (
        f"rule: {finding['rule']}", f"place: {finding['place']}", 'content: 91.99', 'reason: ตามประกาศ')), text[-300:])
    check('then it is known', finding_of(desk, '91.99', known=True))
    desk.replace('results.yaml', 'overall: 91.99', 'overall: 92.99')
    check('and another figure there is not', finding_of(desk, '92.99') and not finding_of(desk, '92.99', known=True, seconds=0.1))


def shows_a_line_that_is_asked_for(desk):
    events = socket.create_connection(('127.0.0.1', desk.port))
    events.sendall(f'GET {desk.path}events HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n\r\n'.encode())
    time.sleep(0.2)
    line = next(i for i, text in enumerate(desk.read('results.yaml').splitlines(), 1) if 'i3:' in text)
    asked = subprocess.run([PROGRAM, 'desk', '--show', f"{desk.file('results.yaml')}:{line}"], capture_output=True, text=True)
    check('--show finds the desk that has the file', asked.returncode == 0, asked.stderr)
    time.sleep(0.2)
    told = read_for(events, 1)
    check('and whoever looks at it is led there', 'event: show' in told and f'"line": {line}' in told, told[-600:])
    other = subprocess.run([PROGRAM, '--lang=en', 'desk', '--show', 'README.md:1'], capture_output=True, text=True)
    check('a file of no desk is said', other.returncode == 1 and 'no open desk' in other.stderr, other.stderr)


def listen(desk):
    events = socket.create_connection(('127.0.0.1', desk.port))
    events.sendall(f'GET {desk.path}events HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n\r\n'.encode())
    time.sleep(0.2)
    return events


def keeps_the_report(desk):
    events = listen(desk)
    check('to keep is begun, and not waited for', desk.ask('keep', 'POST', {})[0] == 202)
    check('meanwhile it answers', desk.ask('state')[0] == 200)
    told = ''
    for _ in range(30):
        told += read_some(events)
        if 'event: kept' in told:
            break
    events.close()
    check('and what came of it is told', 'event: kept' in told, told[-300:])
    found = [os.path.join(folder, name) for folder, _, names in os.walk(desk.folder) for name in names if name == 'report.pdf']
    check('the report is in the archive, or its findings are said', found or '"good": false' in told, told[-300:])


def opens_an_editor(desk):
    desk.stop()
    shutil.copytree('tests/fixtures/small', desk.edition)
    editor = os.path.join(desk.folder, 'editor')
    with open(editor, 'w', encoding='ascii') as file:
        file.write(f'#!/bin/sh\necho "$@" >{desk.folder}/opened\n')
    os.chmod(editor, 0o700)
    os.environ['VISUAL'] = editor
    desk.start()
    del os.environ['VISUAL']
    check('with VISUAL the page can open an editor', desk.state()['opens'])
    path = desk.file('results.yaml')
    check('it is asked to', desk.ask('open', 'POST', {'file': path, 'line': '9'})[0] == 200)
    check('but not for a file of something else', desk.ask('open', 'POST', {'file': '/etc/passwd', 'line': '9'})[0] == 404)
    end = time.monotonic() + 5
    while not os.path.exists(f'{desk.folder}/opened') and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.1)
    with open(f'{desk.folder}/opened', encoding='utf-8') as file:
        check('with the line and the file', file.read().split() == ['+9', os.path.realpath(path)])


def does_what_its_guide_says(desk):
    with open('docs/desk.md', encoding='utf-8') as guide:
        commands = [line.split()[1:] for line in guide if line.startswith('    itareport ')]
    check('the guide has commands', len(commands) >= 4)
    desk.stop()
    open_desk = subprocess.Popen([PROGRAM, 'desk', '--no-open', 'input/2568'], stdout=subprocess.PIPE, text=True)
    open_desk.stdout.readline()
    for words in commands:
        line = 'itareport ' + ' '.join(words)
        if '--show' in words:
            shown = subprocess.run([PROGRAM, *words], capture_output=True, text=True)
            check(line, shown.returncode == 0, shown.stderr)
            continue
        process = subprocess.Popen([PROGRAM, *words, '--no-open'], stdout=subprocess.PIPE, text=True)
        address = process.stdout.readline()
        process.terminate()
        check(line, address.startswith('http://127.0.0.1:') and process.wait() == 0, address)
    open_desk.terminate()
    open_desk.wait()


def says_what_it_cannot(desk):
    port = str(desk.port)
    taken = subprocess.run([PROGRAM, '--lang=en', 'desk', '--no-open', '--port', port, desk.edition],
                           capture_output=True, text=True)
    check('a port in use is said', taken.returncode == 3 and 'port' in taken.stderr, taken.stderr)
    absent = subprocess.run([PROGRAM, '--lang=th', 'desk', '--no-open', desk.edition + '/none'],
                            capture_output=True, text=True)
    check('and a folder that is not there', absent.returncode == 1 and 'ไม่มีโฟลเดอร์' in absent.stderr, absent.stderr)
    wrong = subprocess.run([PROGRAM, 'desk', '--port=http', desk.edition], capture_output=True, text=True)
    check('and a port that is none', wrong.returncode == 2, wrong.stderr)
    check('it ends when it is told to', desk.stop() == 0)


def begins_with_broken_data(desk):
    desk.stop()
    os.makedirs(desk.edition)
    desk.start()
    state = desk.state()
    check('a desk without a report says why', state['broken'] and not state['there'] and desk.findings()['messages'])
    for name in os.listdir('tests/fixtures/small'):
        shutil.copy(f'tests/fixtures/small/{name}', desk.edition)
    check('and shows it as soon as it is whole', desk.wait(lambda state: state['there'])['there'])


TESTS = (answers_only_its_own_page, listens_only_at_home, gives_what_build_gives, follows_its_files,
    follows_a_folder_that_is_replaced, stands_a_thousand_saves, is_not_stopped_by_others,
    answers_what_is_asked_of_the_pages, writes_values_and_nothing_else, says_what_it_has_no_rights_for,
    mends_broken_data, mends_one_error_after_the_other, undoes_after_it_began_again, acknowledges_what_a_finding_is_about,
    shows_a_line_that_is_asked_for, keeps_the_report, opens_an_editor, does_what_its_guide_says, says_what_it_cannot,
    begins_with_broken_data)
run(*[test for test in TESTS if len(sys.argv) == 1 or test.__name__ in sys.argv[1:]])
