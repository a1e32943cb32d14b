#!/usr/bin/env python3
"""Checks SARIF logs as the validators of code hosts do: sarif.py LOG…

The rules are those of the standard (OASIS SARIF 2.1.0) and of Microsoft's validator, by its names: SARIF1001 and 2012 rules with a
name, texts and help; 1004 relative addresses; 1007 regions with ends; 1008 a place for every message; 2001 messages that end; 2005 the
tool's version; 2010 and 2011 snippets; 2016 addresses without the machine. Prints "ok - …" or "not ok - …".
"""

import json
import pathlib
import re
import sys


def complaints_of_rule(rule, is_translation):
    if not re.fullmatch(r'([A-Z][a-z0-9]*)+', rule['name']):
        yield f'{rule["id"]} has no name in Pascal case'
    for key in ('shortDescription', 'fullDescription', 'help'):
        if not rule[key]['text'].strip():
            yield f'{rule["id"]} has no {key}'
    if not is_translation and rule['defaultConfiguration']['level'] not in ('error', 'warning', 'note'):
        yield f'{rule["id"]} has no level'


def complaints_of_location(location, log):
    physical = location['physicalLocation']
    uri = physical['artifactLocation']['uri']
    if uri.startswith('/') or '..' in uri.split('/') or ':' in uri or physical['artifactLocation']['uriBaseId'] not in log['originalUriBaseIds']:
        yield f'{uri} is not relative'
    region = physical.get('region')
    if region is None:
        return
    end = (region.get('endLine', region['startLine']), region.get('endColumn', 10 ** 6))
    if end <= (region['startLine'], region.get('startColumn', 1)):
        yield f'{uri}: a region ends before it begins: {region}'
    if 'startColumn' in region and ('endColumn' not in region or not region['snippet']['text'] or
                                    region['snippet']['text'] not in physical['contextRegion']['snippet']['text']):
        yield f'{uri}: a region without its text: {region}'


def complaints(log):
    run = log['runs'][0]
    driver, translation = run['tool']['driver'], run['translations'][0]
    if log['version'] != '2.1.0' or not driver['version'] or driver['language'] == translation['language']:
        yield 'the tool does not say what it is'
    ids = [rule['id'] for rule in driver['rules']]
    if ids != [rule['id'] for rule in translation['rules']] or len(set(ids)) != len(ids):
        yield 'the rules of the two languages are not the same'
    for rule in driver['rules']:
        yield from complaints_of_rule(rule, False)
    for rule in translation['rules']:
        yield from complaints_of_rule(rule, True)
    for result in run['results']:
        if result['ruleId'] not in ids or not re.search(r'[.!?)]$', result['message']['text']):
            yield f'{result["ruleId"]}: {result["message"]["text"]}'
        if not re.fullmatch('[0-9a-f]{16}', result['partialFingerprints']['finding/v1']):
            yield f'{result["ruleId"]} has no fingerprint'
        for location in result.get('locations', []) + result.get('relatedLocations', []):
            if 'physicalLocation' in location:
                yield from complaints_of_location(location, run)


def main():
    logs = [json.loads(pathlib.Path(name).read_text(encoding='utf8')) for name in sys.argv[1:]]
    for name, log in zip(sys.argv[1:], logs):
        found = list(complaints(log))
        print('not ok -' if found else 'ok -', 'SARIF of', pathlib.Path(name).stem, *found[:3])
    prints = [[r['partialFingerprints'] for r in log['runs'][0]['results']] for log in logs]
    same = all(one == prints[0] for one in prints)
    print('ok -' if same else 'not ok -', 'fingerprints do not depend on language, folder or lines')


main()
