"""Validates the files of an edition against docs/schema with a validator that is not ours.

usage: schema.py EDITION...   prints what is wrong; exit status 1 when anything is
"""
import json
import pathlib
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML as editors read it: a date is text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def with_text_keys(value):
    """JSON has text keys only."""
    if isinstance(value, dict):
        return {str(key): with_text_keys(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_text_keys(item) for item in value]
    return value


def load(path):
    return with_text_keys(yaml.load(path.read_text(encoding="utf-8"), Loader))


def faults(path, name):
    schema = json.loads(pathlib.Path("docs/schema", name + ".json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    for error in jsonschema.Draft7Validator(schema).iter_errors(load(path)):
        yield f"{path}: {'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def main(editions):
    found = []
    for edition in map(pathlib.Path, editions):
        for name in ("edition", "results", "analyses", "measures"):
            found += faults(edition / (name + ".yaml"), name)
        framework = load(edition / "edition.yaml")["framework"]
        found += faults(edition / framework, "framework")
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
