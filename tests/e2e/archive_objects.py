"""What an archived PDF says of itself and carries: archive_objects.py FILE"""
import re
import sys
import xml.etree.ElementTree as tree
from archive_pdf import Pdf, text

pdf = Pdf(sys.argv[1])

# Attachments: every one in /AF, with relation, type, both names and size.
named = pdf.attachments()
assert [name for name, _ in named] == sorted(name for name, _ in named)
assert {ref for _, ref in named} == set(pdf.root['/AF'])
for name, reference in named:
    specification = pdf.get(reference)
    assert text(specification['/UF']) == text(specification['/F']) == name
    relation = specification['/AFRelationship']
    wanted = '/Supplement' if name == 'manifest.yaml' else \
        '/Data' if re.search('results|framework', name) else '/Source'
    assert relation == wanted, (name, relation)
    stream = specification['/EF']['/F']
    kind = pdf.get(stream)['/Subtype']
    assert kind == ('/text/plain' if name.endswith('.txt') else '/application/yaml'), kind
    assert pdf.get(stream)['/Params']['/Size'] == len(pdf.data(stream))
    assert text(specification['/Desc'])

# The output intent has a profile of three components.
intent = pdf.get(pdf.root['/OutputIntents'][0])
assert intent['/S'] == '/GTS_PDFA1' and pdf.get(intent['/DestOutputProfile'])['/N'] == 3
assert pdf.data(intent['/DestOutputProfile'])[36:40] == b'acsp'

# XMP says what Info says, and nothing else of it.
info = {key: text(value) for key, value in pdf.get(pdf.objects['trailer']['value']['/Info']).items()}
xmp = tree.fromstring(pdf.data(pdf.root['/Metadata']).decode('utf-8'))
space = {'dc': 'http://purl.org/dc/elements/1.1/', 'xmp': 'http://ns.adobe.com/xap/1.0/',
         'pdf': 'http://ns.adobe.com/pdf/1.3/', 'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
         'pdfaid': 'http://www.aiim.org/pdfa/ns/id/', 'pdfuaid': 'http://www.aiim.org/pdfua/ns/id/'}


def say(path):
    found = xmp.findall('.//' + path, space)
    assert len(found) <= 1, path
    return ''.join(found[0].itertext()) if found else None


def as_pdf_date(moment):
    date, zone = moment[:19], moment[19:]
    return 'D:' + re.sub('[-T:]', '', date) + zone.replace(':', "'") + "'"


assert say('dc:title') == info.get('/Title') and info['/Title']
assert say('dc:creator') == info.get('/Author')
assert say('dc:description') == info.get('/Subject')
assert say('pdf:Producer') == info.get('/Producer')
assert as_pdf_date(say('xmp:CreateDate')) == info['/CreationDate']
assert as_pdf_date(say('xmp:ModifyDate')) == info['/ModDate']
assert set(info) <= {'/Title', '/Author', '/Subject', '/Producer', '/CreationDate', '/ModDate'}
assert say('pdfaid:part') == '3' and say('pdfaid:conformance') == 'A' and say('pdfuaid:part') == '1'
assert say('dc:language') == text(pdf.root['/Lang'])
