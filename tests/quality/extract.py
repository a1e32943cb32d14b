"""The text of a PDF as four readers give it, and how much of the source comes out as it went in.

A phrase is what is between two spaces or line ends of the lines as set; it is exact when the
reader gives just it between two white spaces, as often as the document has it.
"""
import collections
import os
import re
import shutil
import subprocess

from source import letters

HERE = os.path.dirname(os.path.abspath(__file__))
UNSEEN = re.compile('[\u200b\u2060]')
PARTED = re.compile('\u00ad *(?=\r?[\n\f]|$)')


def output(command):
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding='utf-8').stdout


def modules():
    return os.path.join(os.environ.get('BUILD', 'build'), 'npm', 'node_modules')


def readers():
    """Each reader's name and how to ask it; None for one that is not there."""
    found = {
        'pdftotext': lambda pdf: output(['pdftotext', pdf, '-']),
        'pdftotext -raw': lambda pdf: output(['pdftotext', '-raw', pdf, '-']),
        'mutool': lambda pdf: output(['mutool', 'draw', '-q', '-F', 'txt', pdf]),
        'pdf.js': None,
    }
    if shutil.which('node') and os.path.isdir(os.path.join(modules(), 'pdfjs-dist')):
        script = os.path.join(HERE, 'pdfjs.cjs')
        found['pdf.js'] = lambda pdf: output(['node', script, modules(), pdf])
    return found


def without_hyphens(text):
    """A text with the hyphens of parted words taken out at its lines' ends, and how many there were."""
    return PARTED.subn('', text)


def phrases(text):
    return UNSEEN.sub('', text).split()


def exact(lines, text):
    """The share of the phrases that are exact, and those that are not."""
    wanted = collections.Counter(p for line in lines for p in phrases(line))
    lost = wanted - collections.Counter(phrases(text))
    total = sum(wanted.values())
    return (total - sum(lost.values())) / total if total else 0.0, sorted(lost)


def wrong_letters(lines, text):
    """Lines whose letters are not in a text, white space left out; each must come as often as it is set."""
    squeezed = letters(text)
    wanted = collections.Counter(letters(line) for line in lines)
    wrong = [line for line, count in wanted.items() if squeezed.count(line) < count]
    strange = set(squeezed) - set(letters(''.join(lines)))
    return wrong, strange
