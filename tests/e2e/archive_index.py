"""The index of an archive against the files: archive_index.py FOLDER COUNT"""
import hashlib
import os
import sys
import yaml

folder, count = sys.argv[1], int(sys.argv[2])
reports = yaml.safe_load(open(os.path.join(folder, 'index.yaml'), encoding='utf-8'))['reports']
page = open(os.path.join(folder, 'index.html'), encoding='utf-8').read()
assert len(reports) == count, len(reports)
for report in reports:
    data = open(os.path.join(folder, report['file']), 'rb').read()
    assert hashlib.sha256(data).hexdigest() == report['sha256'], report['file']
    assert len(data) == report['bytes'] and report['pages'] > 1
    assert report['year'] in ('2568', '2569') and report['agency'] and report['level'] and float(report['score']) > 50
    assert report['sha256'] in page and report['agency'] in page
