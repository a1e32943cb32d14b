"""How the lines of a PDF are spaced, from the places of its glyphs as `mutool trace` gives them.

The pitch of a cluster (a spacing glyph with its marks) is the way to the next one; divided by the
advance the font gives it, it says how far it is from its natural place. Kerning counts as unevenness.
"""
import html
import re
import statistics
import subprocess

PAGE = re.compile(r'<page number="(\d+)" mediabox="0 0 ([\d.]+) ([\d.]+)"')
SPAN = re.compile(r'<span .*trm="([-\d.]+) ')
GLYPH = re.compile(r'<g unicode="(.*?)" glyph=".*?" x="([-\d.]+)" y="([-\d.]+)" adv="([-\d.]+)"')
MARK = re.compile('[ัิ-ฺ็-๎]')
UNIT = 100  # the trace counts in hundredths of a point


class Cluster:
    def __init__(self, char, x, y, advance):
        self.char, self.x, self.y, self.advance = char, x, y, advance


def read(pdf):
    """The pages of a PDF: each its size and its clusters in the order they are drawn."""
    trace = subprocess.run(['mutool', 'trace', pdf, '1-N'], capture_output=True, check=True, text=True).stdout
    pages, size = [], 0.0
    for line in trace.splitlines():
        if found := PAGE.search(line):
            pages.append(((float(found[2]), float(found[3])), []))
        elif found := SPAN.search(line):
            size = float(found[1]) / UNIT
        elif found := GLYPH.search(line):
            char, advance = html.unescape(found[1]), float(found[4]) * size
            clusters = pages[-1][1]
            if MARK.match(char) and clusters:
                clusters[-1].advance += advance
            else:
                clusters.append(Cluster(char, float(found[2]) / UNIT, float(found[3]) / UNIT, advance))
    return pages


def base(text):
    """The letters of a text that take room, without the spaces."""
    return re.sub(r'[\s\u200b\u2060]', '', MARK.sub('', text))


class Finder:
    """Finds lines in the order of the document."""

    def __init__(self, pages):
        self.pages = pages
        self.texts = []
        for _, clusters in pages:
            seen = [c for c in clusters if c.char.strip()]
            self.texts.append((''.join(c.char[0] for c in seen), [i for i, c in enumerate(clusters) if c.char.strip()]))
        self.page, self.at = 0, 0

    def find(self, line):
        """The page's size and the clusters of a line, None when it is not there."""
        wanted = base(line)
        page, at = self.page, self.at
        while wanted and page < len(self.pages):
            text, index = self.texts[page]
            found = text.find(wanted, at)
            if found >= 0:
                self.page, self.at = page, found + len(wanted)
                return self.pages[page][0], self.pages[page][1][index[found]:index[found + len(wanted) - 1] + 1]
            page, at = page + 1, 0
        return None


def measure(clusters):
    """The right edge, the stretch of a line, the unevenness of its pitch, and the gap most letters have, in pt."""
    right = clusters[-1].x + clusters[-1].advance
    natural = sum(c.advance for c in clusters)
    ratios = [(b.x - a.x) / a.advance for a, b in zip(clusters, clusters[1:]) if a.advance > 0]
    uneven = statistics.pstdev(ratios) / statistics.mean(ratios) if len(ratios) > 1 else 0.0
    gaps = [b.x - a.x - a.advance for a, b in zip(clusters, clusters[1:]) if a.char.strip()]
    return right, (right - clusters[0].x) / natural - 1, uneven, statistics.median(gaps) if gaps else 0.0
