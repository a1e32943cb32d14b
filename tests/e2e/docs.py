#!/usr/bin/env python3
"""Runs every command line of the README and the docs, in a copy of what a checkout has; prints "ok - …" or "not ok - …".

A command line is a line of a block of code, or code in a sentence, that begins with itareport or build/itareport. What comes after two spaces, or a #, is a
remark. A word in capitals stands for something that there is (FILE, EDITION: see WORDS; kept.pdf and scores.xlsx are there); a|b|c are several command lines; [-o FILE] may be given.
In a document, a comment <!-- run first: COMMAND --> makes what the lines after it need, and <!-- not run: REASON --> leaves out the block after it.
"""
import itertools, os, re, shutil, subprocess, sys, tempfile

WORDS = {'EDITION': 'input/2568', 'FILE': 'kept.pdf', 'FOLDER': 'folder', 'RULE': 'stray-year', 'COMMAND': 'build', 'STAGE': 'pages', 'FIGURE': 'overall', 'OLD': 'input/2567', 'NEW': 'input/2568',
         'ฉบับรายงาน': 'input/2568', 'ชื่อกฎ': 'stray-year', 'ชื่อตัวเลข': 'overall', 'คำสั่ง': 'build',
         'ฉบับก่อน': 'input/2567', 'ฉบับหลัง': 'input/2568', 'แฟ้ม': 'scores.xlsx'}
BEGINS = re.compile(r'(?:build/)?itareport(?: |$)')


def documents(root):
    names = ['README.md', 'README.th.md', 'CONTRIBUTING.md', 'SECURITY.md'] + sorted('docs/' + name for name in os.listdir(os.path.join(root, 'docs')))
    return [name for name in names if name.endswith('.md') and os.path.exists(os.path.join(root, name))]


def lines_of(text):
    """Pairs (kind, text) in their order: 'run' a command of the document's test, 'line' a command line, 'mention' a command in a sentence with at most
    options, whose page of help must name them."""
    fenced = left_out = was_code = False
    for line in text.split('\n'):
        remark = re.fullmatch(r'<!-- (run first|not run): (.*?) -->', line.strip())
        if remark:
            if remark[1] == 'run first':
                yield 'run', remark[2]
            left_out = remark[1] == 'not run'
            continue
        if line.startswith('```'):
            fenced = not fenced
            left_out = left_out and fenced
            continue
        is_code = fenced or line.startswith('    ')
        if was_code and not is_code and line.strip():
            left_out = False
        was_code = is_code
        if is_code and BEGINS.match(line.strip()) and not left_out:
            yield 'line', re.split(r'  +| #', line.strip())[0]
        if not is_code:
            for code in re.findall(r'`([^`]*)`', line):
                if BEGINS.match(code) and ' ' in code:
                    is_mention = not code.split(' ')[1].startswith('-') and all(word.startswith('-') for word in code.split(' ')[2:])
                    yield ('mention' if is_mention else 'line'), code


def alternatives(command):
    command = re.sub(r'\[([^]]*)\]', r'\1', command)
    words = [word.split('|') if re.fullmatch(r"""[^'"|]+(\|[^'"|]+)+""", word) else [word] for word in command.split(' ')]
    for choice in itertools.product(*words):
        out = []
        for parts, word in zip(words, choice):
            if len(parts) > 1 and '=' in parts[0] and word != parts[0]:
                word = parts[0].split('=')[0] + '=' + word  # --format=json|sarif
            out.append(re.sub(r'[A-Z]{3,}|[ก-๛]+', lambda found: WORDS.get(found[0], found[0]), word))
        yield ' '.join(out)


def folder_like_a_checkout(root, program):
    folder = tempfile.mkdtemp()
    for name in ('input', 'layouts', 'words', 'tests/fixtures'):
        shutil.copytree(os.path.join(root, name), os.path.join(folder, name))
    os.symlink(os.path.join(root, 'fonts'), os.path.join(folder, 'fonts'))
    os.makedirs(os.path.join(folder, 'build'))
    os.symlink(program, os.path.join(folder, 'build/itareport'))
    return folder


def main():
    program, root = os.path.realpath(sys.argv[1]), os.getcwd()
    environment = {**os.environ, 'ITAREPORT_DATA': root, 'PATH': os.path.dirname(program) + ':' + os.environ['PATH']}
    shell = lambda command, folder: subprocess.run(['bash', '-c', command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    count = 0
    for name in documents(root):
        folder = folder_like_a_checkout(root, program)
        shell('itareport archive -q -o kept input/2568 && cp kept/*/report.pdf kept.pdf; itareport export input/2568 -o scores.xlsx', folder)
        for kind, text in lines_of(open(os.path.join(root, name), encoding='utf-8').read()):
            for command in [text] if kind == 'run' else alternatives(text):
                if re.match(r'\S* (--lang=th )?desk( |$)', command):
                    continue  # waits for a browser; tests/e2e/desk.sh
                ran = shell(command + (' --help' if kind == 'mention' else ''), folder)
                options = [word.split('=')[0] for word in command.split(' ')[2:]] if kind == 'mention' else []
                is_right = ran.returncode == 0 and all(option.encode() in ran.stdout for option in options)
                count += 1
                print('%sok - %s: %s' % ('' if is_right else 'not ', name, command))
                if not is_right:
                    print(ran.stdout.decode(errors='replace')[:600])
        shutil.rmtree(folder)
    print('%sok - the documents have command lines' % ('' if count > 40 else 'not '))


main()
