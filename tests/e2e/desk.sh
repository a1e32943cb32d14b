#!/bin/bash
# The desk: whom it answers, what it follows, that nothing stops it; then in a browser, where there is one.
. tests/e2e/lib.bash
PYTHONDONTWRITEBYTECODE=1 python3 tests/desk/server_test.py
PYTHONDONTWRITEBYTECODE=1 python3 tests/desk/browser_test.py
PYTHONDONTWRITEBYTECODE=1 python3 tests/desk/firefox_test.py
