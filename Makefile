# itareport - from YAML to the official ITA analysis report.
#
#   make report   set up what is missing, build, and write output/2568/report.pdf
#   make desk     set up what is missing, build, and show the report in the browser; it follows the files of EDITION
#   make test     set up what is missing, build, and run all tests (VERIFY=1: and veraPDF; LINT=1: and `make lint`;
#                 BROWSER=1: set up a browser for those of the desk; OFFICE=1: LibreOffice for those of spreadsheets;
#                 CLUSTER=1: and those under schedulers)
#
# Further targets: `make help`.

ifeq ($(origin CC),default)
CC := gcc
endif
BUILD   ?= build
EDITION ?= input/2568
# Where `make install` puts things; DESTDIR goes before all of it.
PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share
SHARE   := $(DATADIR)/itareport

PACKAGES := pangocairo pangofc pangoft2 harfbuzz harfbuzz-subset fontconfig freetype2 cairo libthai datrie-0.2 \
            yaml-0.1 libqpdf zlib libjpeg librsvg-2.0 libmicrohttpd expat
WARNINGS := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror
CFLAGS   ?= -O2 -g
# What makes a mistake of ours less useful to a stranger's file. The sanitizers have means of their own.
HARDEN   := $(if $(SANITIZE),,-fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE)
HARDEN_LINK := $(if $(SANITIZE),,-pie -Wl,-z,relro,-z,now)
STANDARD := -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700
INCLUDE  := -Isrc $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null | sed 's/-I/-isystem /g')
LIBS     := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lhyphen -lm
# make V=1 shows the commands
Q        := $(if $(V),,@)
COMPILE  := $(CC) $(STANDARD) $(WARNINGS) $(HARDEN) $(CPPFLAGS) $(CFLAGS) $(SANITIZE) $(INCLUDE) -MMD -MP
LINK     := $(CC) $(CFLAGS) $(SANITIZE) $(HARDEN_LINK) $(LDFLAGS)

SOURCES    := $(sort $(wildcard src/*/*.c))
LIBRARY    := $(filter-out src/app/%,$(SOURCES))
FRONT      := $(filter src/app/%,$(SOURCES))
OBJECTS    := $(LIBRARY:src/%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/desk/pages.o
FRONT_OBJ  := $(FRONT:src/%.c=$(BUILD)/obj/%.o)
PROGRAM    := $(BUILD)/itareport
DICTIONARY ?= fonts/thai.tri
COMPOUNDS  ?= fonts/thai.compounds
ALL_WORDS  ?= fonts/thai.words
TERMS      := $(wildcard words/terms/*.txt)
WHOLES     := words/compounds.txt $(wildcard words/compounds/*.txt)
OFFICIAL   := words/terms/official.txt $(wildcard words/compounds/*.txt)
UNITS      := $(sort $(wildcard tests/unit/test_*.c))
UNIT_BINS  := $(UNITS:tests/unit/%.c=$(BUILD)/unit/%)
# Unit tests and cases run on objects of their own, with the address sanitizer where it can run. (`make san` gives it to
# the program's.)
CHECK      := $(if $(SANITIZE),,$(patsubst %,-U_FORTIFY_SOURCE %,$(filter-out none,$(shell tests/sanitizer $(CC)))))
CHECKED    := $(if $(CHECK),checked,obj)
STRICT     := $(patsubst tests/%.c,$(BUILD)/%.o,$(wildcard tests/strict/*.c))
LINT_CHECKS := check-deps check-format check-cppcheck check-tidy
C_FILES    := $(shell find src tests -name '*.[ch]' 2>/dev/null)

# ---- the two commands of the README; each sets up what is missing first ----

.PHONY: report test setup
report: setup
	@$(MAKE) --no-print-directory write-report

test: setup
	@$(MAKE) --no-print-directory build units
	@BUILD=$(BUILD) tests/quality/install || true # without npm the tests say what they left out
	@[ -z '$(VERIFY)' ] || BUILD=$(BUILD) tests/pdf/install || true # what is missing fails below, counted
	@[ -z '$(CLUSTER)' ] || BUILD=$(BUILD) tests/cluster/install || true
	@BUILD=$(BUILD) tests/run all $(if $(VERIFY),pdf) $(if $(CLUSTER),cluster) $(if $(LINT),lint)

setup:
	@.ci/install $(if $(LINT),--lint) $(if $(BROWSER),--browser) $(if $(OFFICE),--office) $(if $(CLUSTER),--cluster) $(PACKAGES)
	@fonts/fill

.PHONY: write-report build units desk
write-report: build
	$(PROGRAM) build -v -o output/$(notdir $(EDITION))/report.pdf $(EDITION)

# The report in the browser, while it is written: EDITION=input/2568
desk: setup
	@$(MAKE) --no-print-directory build
	@$(PROGRAM) desk $(EDITION)

# ---- building ----

build: $(PROGRAM) $(DICTIONARY) $(COMPOUNDS) $(ALL_WORDS)
units: $(UNIT_BINS) $(BUILD)/strict/itareport

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	@echo '  compile $<'
	$(Q)$(COMPILE) -c -o $@ $<

$(BUILD)/checked/%.o: src/%.c
	@mkdir -p $(@D)
	@echo '  compile $< for the tests'
	$(Q)$(COMPILE) -O1 -fPIC $(CHECK) -c -o $@ $<

# What the archive's manifest says of the program: the checksum of its text, and two versions that
# libraries tell only when compiling.
CODE_FILES := $(sort $(wildcard src/*/*.[ch] src/*/*.def src/base/messages/*.def))
$(BUILD)/obj/archive/program.o $(BUILD)/checked/archive/program.o: $(CODE_FILES)
%/archive/program.o: COMPILE += -DITAREPORT_CODE='"$(shell cat $(CODE_FILES) | sha256sum | cut -c 1-16)"'
%/archive/libraries.o: COMPILE += -DLIBTHAI_VERSION='"$(shell pkg-config --modversion libthai)"' \
    -DLIBDATRIE_VERSION='"$(shell pkg-config --modversion datrie-0.2)"'

# Where an installed program looks for its data, should it have been moved away from them.
$(BUILD)/obj/app/data_folder.o $(BUILD)/checked/app/data_folder.o: $(BUILD)/share
%/app/data_folder.o: COMPILE += -DITAREPORT_SHARE='"$(SHARE)"'
$(BUILD)/share: FORCE
	@mkdir -p $(@D)
	@echo '$(SHARE)' | cmp -s - $@ || echo '$(SHARE)' >$@

.PHONY: FORCE
FORCE:

# The page of the desk, as bytes.
$(BUILD)/obj/desk/pages.o $(BUILD)/checked/desk/pages.o: src/desk/assets.S $(wildcard src/desk/page/*)
	@mkdir -p $(@D)
	@echo '  pack    src/desk/page'
	$(Q)$(CC) -c -o $@ $<

$(BUILD)/libitareport.a: $(OBJECTS)
	@rm -f $@
	@ar rcs $@ $^

# Shared, because linking it whole into each of a hundred unit tests takes longer than running them.
$(BUILD)/libchecked.so: $(OBJECTS:$(BUILD)/obj/%=$(BUILD)/checked/%)
	@echo '  link    $@'
	$(Q)$(CC) $(CFLAGS) $(CHECK) -shared -Wl,-soname,libchecked.so -o $@ $^ $(LIBS)

$(PROGRAM): $(FRONT_OBJ) $(BUILD)/libitareport.a
	@echo '  link    $@'
	$(Q)$(LINK) -o $@ $^ $(LIBS)

# The words that lines are broken between: libthai's own, and the lists in words/terms. And what libthai splits, though
# Hunspell's dictionary or a list of ours has it as one word.
$(DICTIONARY): $(TERMS) | $(PROGRAM)
	@echo '  words   $@'
	$(Q)$(PROGRAM) dictionary -o $@ $(TERMS)

$(COMPOUNDS): $(DICTIONARY) $(WHOLES) fonts/th_TH.dic | $(PROGRAM)
	@echo '  words   $@'
	$(Q)$(PROGRAM) compounds -o $@ --dictionary=$(DICTIONARY) --second=fonts/th_TH.dic $(WHOLES)

$(ALL_WORDS): words/spelling.txt $(TERMS) $(OFFICIAL) fonts/th_TH.dic | $(PROGRAM)
	@echo '  words   $@'
	$(Q)$(PROGRAM) spelling -o $@ --known=words/terms --second=fonts/th_TH.dic words/spelling.txt $(OFFICIAL)

fonts/th_TH.dic:
	@fonts/fill

# The unit tests and the cases run with an arena that lets no step over an end go unseen; the tests of what tests/strict
# replaces have the program as it is. They are made again when the sanitizer comes or goes.
TESTED := $(if $(CHECK),$(BUILD)/libchecked.so,$(BUILD)/libitareport.a)
SWITCH := $(BUILD)/strict/$(CHECKED).here
$(SWITCH):
	@mkdir -p $(@D)
	@rm -f $(@D)/*.here
	@touch $@

$(BUILD)/strict/%.o: tests/strict/%.c $(SWITCH)
	@mkdir -p $(@D)
	@echo '  compile $<'
	$(Q)$(COMPILE) $(CHECK) -c -o $@ $<

$(BUILD)/strict/itareport: $(FRONT_OBJ:$(BUILD)/obj/%=$(BUILD)/$(CHECKED)/%) $(STRICT) $(TESTED)
	@echo '  link    $@'
	$(Q)$(LINK) $(CHECK) -Wl,-rpath,'$$ORIGIN/..' -o $@ $^ $(LIBS)

$(BUILD)/unit/%.o: tests/unit/%.c $(SWITCH)
	@mkdir -p $(@D)
	@echo '  compile $<'
	$(Q)$(COMPILE) -O1 $(CHECK) -Itests/unit -c -o $@ $<

PLAIN_UNITS := $(patsubst %,$(BUILD)/unit/test_%,arena apart drawing)
$(PLAIN_UNITS): $(BUILD)/libitareport.a
$(PLAIN_UNITS): private LINKED := $(BUILD)/libitareport.a
$(PLAIN_UNITS) $(PLAIN_UNITS:=.o): private CHECK :=
$(BUILD)/unit/%: LINKED := $(STRICT) $(TESTED)
$(BUILD)/unit/%: $(BUILD)/unit/%.o $(STRICT) $(TESTED)
	$(Q)$(LINK) $(CHECK) -Wl,-rpath,'$$ORIGIN/..' -o $@ $< $(LINKED) -lcmocka $(LIBS)

# ---- installing: the program, and its data with an edition to start from ----

.PHONY: install uninstall
install: build
	install -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(SHARE)'
	install -m 755 $(PROGRAM) '$(DESTDIR)$(BINDIR)/itareport'
	cd $(CURDIR) && find layouts words input fonts -type f ! -name fill -exec sh -c \
	    'for file; do install -D -m 644 "$$file" "$$0/$$file" || exit 1; done' '$(DESTDIR)$(SHARE)' {} +

uninstall:
	rm -f '$(DESTDIR)$(BINDIR)/itareport'
	rm -rf '$(DESTDIR)$(SHARE)'

# ---- tests and checks besides `make test` ----

.PHONY: unit national verify-pdf quality san memcheck accept bench
unit: units $(DICTIONARY) $(COMPOUNDS)
	@BUILD=$(BUILD) tests/run unit

# As many fictitious agencies as the country has, or N of them, and all their reports: some 1.3 GB below $(BUILD). Run again it
# goes on where it was.
N        ?= 8317
NATIONAL := $(BUILD)/national
national: build
	@mkdir -p $(NATIONAL)
	@[ "$$(cat $(NATIONAL)/count 2>/dev/null)" = $(N) ] || { rm -rf $(NATIONAL)/agencies && \
	    python3 tests/national/make.py $(NATIONAL)/agencies $(N) && echo $(N) >$(NATIONAL)/count; }
	$(PROGRAM) batch --output $(NATIONAL)/reports $(NATIONAL)/agencies >$(NATIONAL)/table.txt
	@awk -F, 'NR > 1 { n[$$2]++ } END { for (i in n) print i ": " n[i] }' $(NATIONAL)/reports/batch.csv

# Archived reports through veraPDF, which the first run fetches into $(BUILD)/verapdf.
verify-pdf: setup
	@$(MAKE) --no-print-directory build
	@BUILD=$(BUILD) tests/pdf/install
	@BUILD=$(BUILD) tests/run pdf

# How good the lines of an edition are, with the targets: line ends by rules of its own, spacing by the glyphs of the
# PDF, text by four readers. ARGS=-v lists every finding.
quality: build
	@BUILD=$(BUILD) tests/quality/install || true # without npm the table says that pdf.js was not asked
	@BUILD=$(BUILD) ITAREPORT_DATA=$(CURDIR) python3 tests/quality/quality.py $(ARGS) $(PROGRAM) $(EDITION)

# The lot again, with the address and undefined-behaviour sanitizers.
san: setup
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/san CFLAGS='-O1 -g' \
	    SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all' build units
	@BUILD=$(BUILD)/san tests/run

memcheck: build
	tests/memcheck $(PROGRAM) $(EDITION)

# make accept T=page/rowspan-break: writes the expectation of a case; read the diff, done.
accept: build $(BUILD)/strict/itareport
	@BUILD=$(BUILD) tests/run accept $(T)

bench: build
	@tests/bench $(PROGRAM) $(EDITION)

# Files made from the program's own tables: the JSON Schemas of the input, the list of rules.
.PHONY: schema rules
schema: build
	@mkdir -p docs/schema
	@for name in edition framework results analyses measures; do \
	    $(PROGRAM) schema $$name >docs/schema/$$name.json || exit 1; done

rules: build
	@sed '/^<!-- What follows/q' docs/check.md >docs/check.new
	@$(PROGRAM) explain --markdown >>docs/check.new
	@mv docs/check.new docs/check.md

# ---- checks of the source: no finding is allowed ----

.PHONY: lint $(LINT_CHECKS)
lint: $(LINT_CHECKS)

check-deps:
	@tests/check-deps

check-format:
	@clang-format --dry-run --Werror $(C_FILES)

check-cppcheck:
	@cppcheck --quiet --std=c11 --language=c --enable=warning,performance,portability \
	    --suppress=CastIntegerToAddressAtReturn --inline-suppr --error-exitcode=1 -Isrc src

# A file is read again when its object has been made again, that is, when a header of it has changed.
check-tidy: $(SOURCES:src/%.c=$(BUILD)/tidy/%.ok)

$(BUILD)/tidy/%.ok: $(BUILD)/obj/%.o .clang-tidy
	@mkdir -p $(@D)
	$(Q)clang-tidy --quiet src/$*.c -- $(STANDARD) $(INCLUDE) 2>/dev/null
	@touch $@

.PHONY: format
format:
	@clang-format -i $(C_FILES)

.PHONY: help clean
help:
	@sed -n -e 's/^#   \(make .*\)/\1/p' Makefile
	@echo 'make build     the program only, as $(PROGRAM)'
	@echo 'make unit      the unit tests only'
	@echo 'make install   the program and its data, to PREFIX (/usr/local) below DESTDIR'
	@echo 'make uninstall what make install put there'
	@echo 'make national  8,317 fictitious agencies, and all their reports (N=100: so many)'
	@echo 'make verify-pdf  archived reports through veraPDF and qpdf'
	@echo 'make quality   line ends, spacing and extracted text of an edition, with the targets'
	@echo 'make san       all tests with the sanitizers'
	@echo 'make memcheck  a build of the real edition under valgrind'
	@echo 'make bench     instructions, time, memory and file size of a build'
	@echo 'make lint      dependencies, format, cppcheck, clang-tidy (-j2: two files at a time; -k: all findings)'
	@echo 'make format    clang-format'
	@echo 'make schema    docs/schema, the JSON Schemas of the input files'
	@echo 'make rules     the list of rules in docs/check.md'
	@echo 'make accept T=STAGE/NAME   accept what a test case prints'
	@echo 'make clean     remove what was built'

clean:
	rm -rf $(BUILD) $(DICTIONARY) $(COMPOUNDS)

.SECONDARY: # the objects of the unit tests

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
