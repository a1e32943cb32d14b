"""Changes an archived PDF as somebody might: archive_forge.py WHAT FROM TO"""
import base64
import hashlib
import json
import subprocess
import sys
from archive_pdf import Pdf

what, source, target = sys.argv[1:]
pdf = Pdf(source)
files = dict(pdf.attachments())


def stream_of(name):
    return pdf.get(files[name])['/EF']['/F']


def change(name, edit):
    stream = pdf.objects['obj:' + stream_of(name)]['stream']
    stream['data'] = base64.b64encode(edit(base64.b64decode(stream['data']))).decode()


if what == 'sources':
    change('input/2568/results.yaml', lambda data: data + b'# more\n')
elif what == 'libraries':
    version = [line for line in pdf.data(stream_of('manifest.yaml')).split(b'\n') if b'"pango"' in line][0]
    change('manifest.yaml', lambda data: data.replace(version, b'  "pango": "9.9.9"'))
elif what == 'old':  # from before there were words files, and of other versions
    tree = pdf.get(pdf.get(pdf.root['/Names'])['/EmbeddedFiles'])
    words = [name for name in files if name.startswith('words/')]
    assert words
    tree['/Names'] = [part for name in files if name not in words for part in ('u:' + name, files[name])]
    pdf.root['/AF'] = [file for file in pdf.get(pdf.root['/AF']) if file not in [files[name] for name in words]]
    body = pdf.data(stream_of('manifest.yaml')).split(b'\n')
    version = [line for line in body if b'"pango"' in line][0]
    change('manifest.yaml', lambda _: b'\n'.join(b'  "pango": "9.9.9"' if line == version else line
                                                 for line in body if b'words/' not in line))
elif what == 'manifest':
    change('manifest.yaml', lambda data: data.replace(b'files:', b'filed:'))
elif what == 'name':
    specification = pdf.get(files['words/compounds.txt'])
    specification['/UF'] = specification['/F'] = 'u:../../compounds.txt'
elif what == 'extra':
    body = pdf.data(stream_of('manifest.yaml')).split(b'\n')
    change('manifest.yaml', lambda _: b'\n'.join(line for line in body if b'compounds' not in line))
elif what == 'pages':
    page = pdf.get(pdf.get(pdf.root['/Pages'])['/Kids'][3])
    stream = pdf.objects['obj:' + page['/Contents']]['stream']
    data = base64.b64decode(stream['data'])
    stream['data'] = base64.b64encode(data + b'\n0 0 m\n').decode()
document = json.loads(subprocess.run(['qpdf', '--json=2', '--json-stream-data=none', source], check=True,
                                     capture_output=True).stdout)
for entry in pdf.objects.values():
    if 'stream' in entry:
        entry['stream']['dict'].pop('/Filter', None)
        entry['stream']['dict'].pop('/DecodeParms', None)
document['qpdf'][1] = pdf.objects
document['qpdf'][0].pop('pushedinheritedpageresources', None)
with open(target + '.json', 'w', encoding='utf-8') as out:
    json.dump(document, out)
subprocess.run(['qpdf', '--json-input', target + '.json', target], check=False)
