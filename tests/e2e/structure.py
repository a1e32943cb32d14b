"""
The structure tree of a PDF against the document tree it was made from, element by element:
structure.py DUMP FILE, with DUMP the document as `itareport dump --stage=doc` prints it.
Then what validators do not look at: links both ways, boxes, identifiers, numbering, languages.
"""
import re
import sys
from archive_content import read, to_unicode
from archive_pdf import Pdf, text

BLOCKS = {'section': 'Sect', 'paragraph': 'P', 'caption': 'Caption', 'list': 'L', 'table': 'Table',
          'row': 'TR', 'figure': 'Figure', 'contents': 'TOC', 'entry': 'TOCI'}


def check(what, good, detail=''):
    print(('ok - ' if good else 'not ok - ') + what)
    if not good:
        print('   ', detail)


def plain(value):
    value = re.sub('[\u00ad\u200b\u2060\ufeff]', '', value)
    return re.sub(r'[\s\u00a0\u202f\u2028\u2029]+', ' ', value).strip()


# ---- what should be there ----

def parse_line(line):
    """Kind, details and text of a node of the dump."""
    rest = line.strip()
    said = re.search(r'"(.*)"', rest)
    said = re.sub(r'<b?i?\^?(?: note)?(?: [^\s>]+)?(?: #\d+)?>|</>', '', said.group(1)).replace('\\n', ' ') if said else ''
    alt = re.search(r'alt="(.*)"', rest)
    return {'kind': rest.split(' ')[0], 'details': rest.split('"')[0], 'said': said, 'kids': [],
            'alt': alt.group(1) if alt else None}


def parse_dump(path):
    root, stack = None, []
    for line in open(path, encoding='utf-8'):
        depth = (len(line) - len(line.lstrip(' '))) // 2
        node = parse_line(line)
        if root is None and node['kind'] != 'section':
            continue
        if node['kind'] in ('bar', 'series'):
            continue
        del stack[depth:]
        if stack:
            stack[-1]['kids'].append(node)
        else:
            root = node
        stack.append(node)
    return root


def element(role, said, kids):
    return {'role': role, 'text': plain(said), 'kids': kids}


def bodies(node):
    """The blocks of an item or a cell; a lone paragraph is its text."""
    kids = [kid for child in node['kids'] for kid in expected(child)]
    notes = [kid for kid in kids if kid['role'] == 'Note']
    if len(kids) == len(notes) + 1 and kids[0]['role'] == 'P':
        return kids[0]['text'], notes
    return '', kids


def table(node):
    heads = int(re.search(r'header=(\d+)', node['details']).group(1))
    rows = [kid for kid in node['kids'] if kid['kind'] == 'row']
    made = [kid for child in node['kids'] if child['kind'] not in ('row', 'note') for kid in expected(child)]
    for part, some, in_head in (('THead', rows[:heads], True), ('TBody', rows[heads:], False)):
        trs = []
        for row in some:
            cells = []
            for cell in row['kids']:
                said, kids = bodies(cell)
                is_head = in_head or ' header' in cell['details']
                cells.append(element('TH' if is_head else 'TD', said, kids))
            trs.append(element('TR', '', cells))
        if trs:
            made.append(element(part, '', trs))
    notes = [kid for child in node['kids'] if child['kind'] == 'note' for kid in expected(child)]
    return [element('Table', '', made)] + notes


def expected(node):
    kind, said = node['kind'], node['said']
    if kind in ('space', 'page-break', 'page_break'):
        return []
    if kind == 'table':
        return table(node)
    if kind == 'item':
        text_of, kids = bodies(node)
        label = [element('Lbl', said, [])] if said else []
        return [element('LI', '', label + [element('LBody', text_of, kids)])]
    if kind == 'note':
        text_of, kids = bodies(node)
        return [element('Note', text_of, [element('Lbl', said, [])] + kids)]
    if kind == 'figure':
        kids = [kid for child in node['kids'] for kid in expected(child)]
        notes = [kid for kid in kids if kid['role'] == 'Note']
        return [dict(element('Figure', '', kids[:len(kids) - len(notes)]), alt=node['alt'])] + notes
    if kind == 'entry':
        return [element('TOCI', said, [])]
    kids = [kid for child in node['kids'] for kid in expected(child)]
    role = 'H' + node['details'].split(' ')[1] if kind == 'heading' else BLOCKS[kind]
    if kind in ('paragraph', 'heading', 'caption'):  # their notes follow them
        return [element(role, said, [])] + kids if plain(said) else kids
    made = element(role, said, kids)
    return [made] if made['text'] or kids else []


# ---- what is there ----

pdf = Pdf(sys.argv[2])
pages = pdf.get(pdf.root['/Pages'])['/Kids']
shared = {}


def fonts_of(page):
    resources = pdf.get(pdf.get(page)['/Resources'])
    for name, reference in pdf.get(resources['/Font']).items():
        if reference not in shared:
            shared[reference] = to_unicode(pdf.data(pdf.get(reference)['/ToUnicode']))
    return {name: shared[reference] for name, reference in pdf.get(resources['/Font']).items()}


said = {page: read(pdf.data(pdf.get(page)['/Contents']), fonts_of(page)) for page in pages}
owner = {}
elements = []
tree = pdf.get(pdf.root['/StructTreeRoot'])
BLOCK_ROLES = set(BLOCKS.values()) | {'H%d' % i for i in range(1, 7)} | \
    {'LI', 'Lbl', 'LBody', 'Note', 'THead', 'TBody', 'TH', 'TD', 'Document'}


def actual(reference, page=None):
    """An element with its own text, inline elements taken in, and its block elements."""
    node = pdf.get(reference)
    page = node.get('/Pg', page)
    role = node['/S'][1:]
    kids = node.get('/K', [])
    elements.append((reference, node))
    own, blocks = '', []
    for kid in kids if isinstance(kids, list) else [kids]:
        value = pdf.get(kid)
        if isinstance(value, int) or value.get('/Type') == '/MCR':
            where, mcid = (page, value) if isinstance(value, int) else (value['/Pg'], value['/MCID'])
            assert (where, mcid) not in owner, 'marked content is in the tree twice'
            owner[where, mcid] = reference
            own += said[where][mcid][0]
        elif value.get('/Type') == '/OBJR':
            continue
        else:
            assert value['/P'] == reference, 'a parent that is another'
            below = actual(kid, page)
            if below['role'] in BLOCK_ROLES:
                blocks.append(below)
            else:
                own += below['text']
                blocks += below['kids']
    return {'role': role, 'text': own if role not in BLOCK_ROLES else plain(own), 'kids': blocks,
            'alt': text(node.get('/Alt'))}


found = actual(tree['/K'] if isinstance(tree['/K'], str) else tree['/K'][0])
wanted = element('Document', '', [k for c in parse_dump(sys.argv[1])['kids'] for k in expected(c)])
counts = {'elements': 0}
differences = []


def compare(want, have, path):
    counts['elements'] += 1
    path = path + '/' + want['role']
    same = want['text'] == have['text']
    if want['role'] == 'TOCI':
        same = re.fullmatch(re.escape(want['text']) + r'(?: [0-9๐-๙]+)?', have['text']) is not None
    if want['role'] == 'Figure':
        same = plain(want['alt'] or '') == plain(have['alt'] or '')
    if want['role'] != have['role'] or not same:
        differences.append('%s: %s %r, found %s %r' % (path, want['role'], want['text'], have['role'], have['text']))
    if len(want['kids']) != len(have['kids']):
        differences.append('%s: %s, found %s' % (path, [k['role'] for k in want['kids']],
                                                 [k['role'] for k in have['kids']]))
    for one, other in zip(want['kids'], have['kids']):
        compare(one, other, path)


compare(wanted, found, '')
check('the structure is the document, element by element', not differences and counts['elements'] > 100,
      '\n    '.join(differences[:20]))
check('and everything marked is in it, once',
      set(owner) == {(page, mcid) for page in pages for mcid in said[page]},
      [key for page in pages for key in said[page] if (page, key) not in owner][:10])

# ---- headings, lists, tables, figures ----

levels = [int(node['/S'][2:]) for _, node in elements if re.fullmatch('/H[1-6]', node['/S'])]
check('heading levels are not skipped',
      levels[0] == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels)


def attribute(node, key):
    attributes = node.get('/A', [])
    for entry in attributes if isinstance(attributes, list) else [attributes]:
        if key in pdf.get(entry):
            return pdf.get(entry)[key]
    return None


def of(role):
    return [node for _, node in elements if node['/S'] == role]


check('every list says how it counts', all(attribute(node, '/ListNumbering') for node in of('/L')))
check('every note has an identifier', all('/ID' in node for node in of('/Note')))
check('every heading cell has a scope and an identifier',
      all(attribute(node, '/Scope') and '/ID' in node for node in of('/TH')) and of('/TH'))
check('every figure has a box on its page and words for it',
      all(len(attribute(node, '/BBox') or []) == 4 and '/Alt' in node for node in of('/Figure')))


def names_of(node):
    node = pdf.get(node)
    pairs = node.get('/Names', [])
    return list(zip(pairs[::2], pairs[1::2])) + [p for kid in node.get('/Kids', []) for p in names_of(kid)]


ids = names_of(tree['/IDTree'])
check('the tree of identifiers has them all, in order',
      dict(ids) == {node['/ID']: reference for reference, node in elements if '/ID' in node}
      and [text(k) for k, _ in ids] == sorted(text(k) for k, _ in ids))
named = [header for node in of('/TD') + of('/TH') for header in attribute(node, '/Headers') or []]
check('cells name the cells that head them', named and set(named) <= set(dict(ids)))

# ---- the tree of parents, and links ----


def numbers_of(node):
    node = pdf.get(node)
    pairs = node.get('/Nums', [])
    return list(zip(pairs[::2], pairs[1::2])) + [p for kid in node.get('/Kids', []) for p in numbers_of(kid)]


parents = dict(numbers_of(tree['/ParentTree']))
good = all(pdf.get(parents[pdf.get(page)['/StructParents']])[mcid] == reference
           for (page, mcid), reference in owner.items())
check('the tree of parents leads from all content to its element', good)
links = {}
for reference, node in elements:
    kids = node.get('/K', [])
    for kid in kids if isinstance(kids, list) else [kids]:
        value = pdf.get(kid)
        if isinstance(value, dict) and value.get('/Type') == '/OBJR':
            links[value['/Obj']] = reference
annotations = [a for page in pages for a in pdf.get(pdf.get(page).get('/Annots', []))]
check('every link is an object of its element, and leads back to it',
      set(annotations) == set(links) and
      all(parents[pdf.get(a)['/StructParent']] == links[a] and pdf.get(a).get('/Contents') and
          pdf.get(a)['/F'] == 4 for a in annotations) and bool(annotations) == bool(of('/Link')))


def kids_of(node):
    kids = node.get('/K', [])
    return [pdf.get(kid) for kid in (kids if isinstance(kids, list) else [kids])]


def clicks(node):
    """The annotations of a Link below an element."""
    return [pdf.get(value['/Obj']) for link in kids_of(node) if isinstance(link, dict) and link.get('/S') == '/Link'
            for value in kids_of(link) if isinstance(value, dict) and value.get('/Type') == '/OBJR']


def leads_to(link, other):
    """Whether a link leads to where another is: to its page, and to a height at it."""
    page, _, _, y, _ = link['/Dest']
    return page == other['/P'] and other['/Rect'][1] - 1 <= y <= other['/Rect'][3] + 12


marks = [click for node in of('/Reference') for click in clicks(node)]
numbers = [[click for label in kids_of(node) if isinstance(label, dict) and label.get('/S') == '/Lbl' for click in clicks(label)]
           for node in of('/Note')]
check('every note is led to by its mark, and leads back to it',
      all(len(own) == 1 and any(leads_to(mark, own[0]) and leads_to(own[0], mark) for mark in marks)
          for own in numbers), len(numbers))
check('every Link has a place to click',
      all(reference in links.values() for reference, node in elements if node['/S'] == '/Link'))

# ---- languages ----

check('the document is Thai', text(pdf.root['/Lang']) == 'th')
roles = {reference: node['/S'] for reference, node in elements}
# A link is marked as a whole, by its first words.
latin = [(s, language) for page in pages for mcid, (s, language, _) in said[page].items()
         if re.search('[A-Za-z]{2}', s) and not (roles[owner[page, mcid]] == '/Link' and re.search('[ก-ฮ]', s))]
check('Latin words are marked as English',
      latin and all(language == 'en' for _, language in latin),
      [s for s, language in latin if not language][:10])
check('and Thai ones are not', not [s for page in pages for s, language, _ in said[page].values()
                                    if language and re.search('[ก-ฮ]', s)])
