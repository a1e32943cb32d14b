"""A PDF's objects through qpdf --json, for the tests of archives."""
import base64
import json
import subprocess


class Pdf:
    def __init__(self, path):
        self.path = path
        command = ['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', path]
        out = subprocess.run(command, check=True, capture_output=True).stdout
        self.objects = json.loads(out)['qpdf'][1]
        self.root = self.get(self.objects['trailer']['value']['/Root'])

    def get(self, value):
        """The value itself, through references; a stream is its dictionary."""
        while isinstance(value, str) and value.endswith(' R') and 'obj:' + value in self.objects:
            entry = self.objects['obj:' + value]
            value = entry['value'] if 'value' in entry else entry['stream']['dict']
        return value

    def data(self, reference):
        return base64.b64decode(self.objects['obj:' + reference]['stream']['data'])

    def attachments(self):
        """Pairs of a name and its file specification."""
        names = self.get(self.get(self.root['/Names'])['/EmbeddedFiles'])['/Names']
        return [(text(names[i]), names[i + 1]) for i in range(0, len(names), 2)]


def text(value):
    return value[2:] if isinstance(value, str) and value.startswith('u:') else value
