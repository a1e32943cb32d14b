"""The words that a line end parts, by the project's own lists and by a dictionary that the program has never seen.

That one is the word list of PyThaiNLP, which tests/quality/install unpacks as data. A run of Thai letters is cut into
the fewest words (the longest ones where there is a choice); a line end inside one of these parts a word.
"""
import bisect
import functools
import glob
import os
import re

RUN = re.compile('[ก-ฮะ-ฺเ-ๅ็-๎]+')
LEANS_BACK = re.compile('[ะ-ฺๅ็-๎ๆฯ]')  # goes with the letter before
LEANS_ON = 'เแโใไ'  # goes with the letter after
UNKNOWN = 2  # a letter of no word costs as much as two words
HERE = os.path.dirname(os.path.abspath(__file__))


def may_end(text, at):
    """Whether a word may end before the letter at a place."""
    return at >= len(text) or (not LEANS_BACK.match(text[at]) and text[at - 1] not in LEANS_ON)


class Dictionary:
    def __init__(self, words):
        self.words = {word for word in words if len(word) > 1}
        self.longest = max(map(len, self.words))
        self.begun = {word[:i] for word in self.words for i in range(1, len(word))}
        self.cuts = functools.lru_cache(maxsize=None)(self.cut)

    def ends(self, text, start):
        """Where the words that begin at a place end."""
        for end in range(start + 1, min(len(text), start + self.longest) + 1):
            word = text[start:end]
            if word in self.words and may_end(text, end):
                yield end
            if word not in self.begun:
                return

    def cut(self, run):
        """The places between the fewest words of a run of letters, both ends included."""
        best = [(0, 0, 0)] + [None] * len(run)  # words, less the squares of their lengths, where the last one begins
        for start in range(len(run)):
            if best[start] is None:
                continue
            count, squares, _ = best[start]
            after = next(at for at in range(start + 1, len(run) + 1) if may_end(run, at))
            steps = [(after, UNKNOWN, 0)] + [(end, 1, (end - start) ** 2) for end in self.ends(run, start)]
            for end, cost, square in steps:
                step = (count + cost, squares - square, start)
                if best[end] is None or step < best[end]:
                    best[end] = step
        places = [len(run)]
        while places[-1] > 0:
            places.append(best[places[-1]][2])
        return places[::-1]

    def parted(self, text, cut):
        """The word that a line end at `cut` parts; None when there is none."""
        for run in RUN.finditer(text):
            if run.start() < cut < run.end():
                places, at = self.cuts(run.group()), cut - run.start()
                after = bisect.bisect(places, at)
                word = run.group()[places[after - 1]:places[after]] if at not in places else ''
                return word if word in self.words else None
        return None

    def spanning(self, text, cut):
        """The longest word of the list that a line end parts, wherever its neighbours end."""
        found = [text[start:end] for start in range(max(0, cut - self.longest), cut)
                 if start == 0 or may_end(text, start) for end in self.ends(text, start) if end > cut]
        return max(found, key=len, default=None)


def lines_of(path):
    with open(path, encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and line[0] not in '#[']


def own():
    """What is never parted and the compounds: two dictionaries of the words in words/."""
    folder = os.path.join(HERE, '..', '..', 'words')
    with open(os.path.join(folder, 'compounds.txt'), encoding='utf-8') as file:
        firm = file.read().split('[firm]')[1].split('[')[0].splitlines()
    firm = [word.strip() for word in firm if word.strip() and word[0] != '#']
    lists = [word for path in sorted(glob.glob(os.path.join(folder, 'compounds', '*.txt'))) for word in lines_of(path)]
    return Dictionary(firm), Dictionary(firm + lists)


def independent():
    """PyThaiNLP's words; None without them."""
    path = os.path.join(os.environ.get('BUILD', 'build'), 'pythainlp', 'words_th.txt')
    return Dictionary(lines_of(path)) if os.path.isfile(path) else None
