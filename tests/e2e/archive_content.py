"""Marked content of a page: what every MCID says, in which language, as a reader works it out."""
import re

TOKEN = re.compile(rb'''\s+|%[^\n]*\n|(?P<open><<)|(?P<close>>>)|(?P<hex><[0-9A-Fa-f\s]*>)|(?P<string>\()|
    (?P<array>[\[\]])|(?P<name>/[^\s<>()\[\]/%]*)|(?P<word>[^\s<>()\[\]/%]+)''', re.X)
ESCAPE = {b'n': b'\n', b'r': b'\r', b't': b'\t', b'b': b'\b', b'f': b'\f'}


def string(data, at):
    """The string whose first byte is at; and where it ends."""
    out, depth = b'', 1
    while depth:
        c = data[at:at + 1]
        if c == b'\\':
            octal = re.match(rb'[0-7]{1,3}', data[at + 1:at + 4])
            if octal:
                out += bytes([int(octal.group(), 8) & 255])
                at += 1 + len(octal.group())
                continue
            at += 1
            out += ESCAPE.get(data[at:at + 1], data[at:at + 1])
        else:
            depth += (c == b'(') - (c == b')')
            out += c if depth else b''
        at += 1
    return out, at


def tokens(data):
    at = 0
    while at < len(data):
        found = TOKEN.match(data, at)
        assert found, data[at:at + 40]
        at = found.end()
        kind = found.lastgroup
        if kind == 'string':
            value, at = string(data, at)
            yield 'string', value
        elif kind == 'hex':
            yield 'string', bytes.fromhex(re.sub(rb'\s', b'', found.group()[1:-1]).decode())
        elif kind:
            yield kind, found.group()


def text_string(value):
    return value[2:].decode('utf-16-be') if value[:2] == b'\xfe\xff' else value.decode('latin-1')


def to_unicode(cmap):
    """Code to text, for codes of one byte."""
    table = {}
    def utf16(value):
        return bytes.fromhex(value.decode()).decode('utf-16-be')
    for block in re.findall(rb'beginbfchar(.*?)endbfchar', cmap, re.S):
        for code, value in re.findall(rb'<(\w+)>\s*<(\w+)>', block):
            table[int(code, 16)] = utf16(value)
    for block in re.findall(rb'beginbfrange(.*?)endbfrange', cmap, re.S):
        for first, last, value in re.findall(rb'<(\w+)>\s*<(\w+)>\s*<(\w+)>', block):
            start = utf16(value)
            for i in range(int(last, 16) - int(first, 16) + 1):
                table[int(first, 16) + i] = start[:-1] + chr(ord(start[-1]) + i)
        for first, values in re.findall(rb'<(\w+)>\s*<\w+>\s*\[(.*?)\]', block, re.S):
            for i, value in enumerate(re.findall(rb'<(\w+)>', values)):
                table[int(first, 16) + i] = utf16(value)
    return table


def read(data, fonts):
    """MCID to (text, language, tag) of a page; everything shown is inside a bracket."""
    stack, said, operands, font = [], {}, [], {}
    for kind, value in tokens(data):
        if kind != 'word' or re.match(rb'[-+.\d]', value):
            operands.append((kind, value))
            continue
        if value == b'BDC':
            flat = dict(zip([v for _, v in operands[2:-1:1]], [v for _, v in operands[3:]]))
            entry = {'tag': operands[0][1].decode(), 'text': '', 'mcid': flat.get(b'/MCID'),
                     'lang': flat.get(b'/Lang'), 'actual': flat.get(b'/ActualText')}
            stack.append(entry)
        elif value == b'EMC':
            entry = stack.pop()
            text = text_string(entry['actual']) if entry['actual'] is not None else entry['text']
            if entry['mcid'] is not None:
                assert not stack and int(entry['mcid']) not in said
                language = entry['lang'].decode() if entry['lang'] else None
                said[int(entry['mcid'])] = (text, language, entry['tag'])
            elif stack:
                stack[-1]['text'] += text
        elif value == b'Tf':
            font = fonts[operands[-2][1].decode()]
        elif value in (b'Tj', b'TJ'):
            assert stack, 'text outside of marked content'
            stack[-1]['text'] += ''.join(font[c] for k, v in operands if k == 'string' for c in v)
        operands = []
    assert not stack
    return said
