"""Takes keys out of an edition one at a time, and empties lists: no report then has an empty chapter, table, list or line.

usage: empties.py PROGRAM EDITION LAYOUT...   prints "ok - …" or "not ok - …" a layout
"""
import copy
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml


class Loader(yaml.SafeLoader):
    """YAML as the program reads it: a date is text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

FILES = ("edition", "framework", "results", "analyses", "measures")
SCORES = {"scores", "respondents"}  # what is wrong with these is told as an error anyway


def keys(value, path=()):
    """The keys of all maps; of a list, those of its first and its last item."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield path + (key,)
            if key not in SCORES:
                yield from keys(inner, path + (key,))
    elif isinstance(value, list):
        for index in sorted({0, len(value) - 1} if value else set()):
            yield from keys(value[index], path + (index,))


def changed(value, path, empty):
    """A copy without what is at the path, or with that emptied."""
    value = copy.deepcopy(value)
    inside = value
    for key in path[:-1]:
        inside = inside[key]
    old = inside[path[-1]]
    if not empty:
        del inside[path[-1]]
    elif isinstance(old, list):
        inside[path[-1]] = []
    elif isinstance(old, dict):
        inside[path[-1]] = {}
    else:
        inside[path[-1]] = " "
    return value


class Node:
    def __init__(self, line):
        self.depth = (len(line) - len(line.lstrip())) // 2
        self.kind, _, self.rest = line.strip().partition(" ")
        self.text = "".join(re.findall(r'"(.*)"$', self.rest))
        self.inside = []

    def level(self):
        return int(self.rest.split()[0])

    def walk(self):
        yield self
        for node in self.inside:
            yield from node.walk()


def parse(dump):
    """The document's tree from its dump, which begins after the styles."""
    open_nodes = []
    for line in dump[dump.index("\nsection") + 1 :].split("\n"):
        if not line.strip():
            continue
        node = Node(line)
        del open_nodes[node.depth :]
        if open_nodes:
            open_nodes[-1].inside.append(node)
        open_nodes.append(node)
    return open_nodes[0]


def faults(root):
    """What a reader would take for something forgotten."""
    flow = [node for node in root.walk() if node.kind not in ("section", "space", "row", "cell")]
    for node, after in zip(flow, flow[1:] + [None]):
        if node.kind == "heading":
            if not node.text.strip():
                yield "a heading without words"
            if after is None or (after.kind == "heading" and after.level() <= node.level()):
                yield "an empty chapter: " + node.text
    for node in root.walk():
        if node.kind == "list" and not node.inside:
            yield "a list of nothing"
        if node.kind == "item" and not any(inner.text.strip() for inner in node.walk() if inner is not node):
            yield "an empty item"
        if node.kind == "paragraph" and not node.text.strip():
            yield "an empty line"
        if node.kind == "section" and not any(inner.kind not in ("section", "space") for inner in node.walk()):
            yield "an empty page"
        if node.kind == "table":
            rows = [inner for inner in node.inside if inner.kind == "row"]
            header = int(re.search(r"header=(\d+)", node.rest).group(1))
            groups = [row.rest.startswith("group") for row in rows[header:]]
            if not groups or groups[-1] or any(one and two for one, two in zip(groups, groups[1:])):
                yield "a table, or a part of one, without rows"


def look(program, folder, layout):
    made = subprocess.run(
        [program, "dump", "--stage=doc", "-l", layout, folder], capture_output=True, text=True, encoding="utf-8"
    )
    if made.returncode not in (0, 1):
        return None, ["exit status " + str(made.returncode)]
    return made.returncode == 0, list(faults(parse(made.stdout))) if made.returncode == 0 else []


def variants(files):
    yield "", "", files
    for name in FILES:
        for path in keys(files[name]):
            for empty in (False, True):
                said = name + ".yaml: " + ".".join(map(str, path)) + (" emptied" if empty else " left out")
                yield said, name, files | {name: changed(files[name], path, empty)}


def main(program, edition, layouts):
    files = {
        name: yaml.load(pathlib.Path(edition, name + ".yaml").read_text(encoding="utf-8"), Loader) for name in FILES
    }
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work, "edition")
        shutil.copytree(edition, folder)
        found = {layout: [] for layout in layouts}
        made = {layout: 0 for layout in layouts}
        meant = {}
        for said, changed_file, variant in variants(files):
            for name in FILES:
                text = json.dumps(variant[name], ensure_ascii=False, indent=1)
                (folder / (name + ".yaml")).write_text(text, encoding="utf-8")
            for layout in layouts:
                fine, wrong = look(program, str(folder), layout)
                made[layout] += bool(fine)
                if not said:  # what the whole edition has is meant: a title of two lines
                    meant[layout] = set(wrong)
                found[layout] += [said + ": " + fault for fault in wrong if fault not in meant[layout]]
    for layout in layouts:
        good = not found[layout] and made[layout] > 50
        print(f"{'ok' if good else 'not ok'} - {layout}: nothing empty in {made[layout]} reports with something left out")
        print("".join(line + "\n" for line in found[layout][:30]), end="")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
