# itareport - from YAML to the official ITA analysis report.
#
#   make report   set up what is missing, build, and write output/2568/report.pdf
#   make test     set up what is missing, build, and run all tests
#
# See README.md for the rest; `make help` lists the targets.

CC       ?= gcc
BUILD    ?= build
EDITION  ?= input/2568

PACKAGES := pangocairo pangofc pangoft2 harfbuzz fontconfig freetype2 cairo libthai datrie-0.2 yaml-0.1 libcmark libqpdf
WARNINGS := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror
CFLAGS   ?= -O2 -g
STANDARD := -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700
INCLUDE   = -Isrc $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null | sed 's/-I/-isystem /g')
LIBS      = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm
COMPILE   = $(CC) $(STANDARD) $(WARNINGS) $(CFLAGS) $(SANITIZE) $(INCLUDE) -MMD -MP

SOURCES   := $(sort $(wildcard src/*.c src/*/*.c))
LIBRARY   := $(filter-out src/main.c,$(SOURCES))
OBJECTS   := $(LIBRARY:src/%.c=$(BUILD)/obj/%.o)
PROGRAM   := $(BUILD)/itareport
UNITS     := $(sort $(wildcard tests/unit/test_*.c))
UNIT_BINS := $(UNITS:tests/unit/%.c=$(BUILD)/unit/%)

.PHONY: build unit format clean
build: $(PROGRAM)

$(BUILD)/libitareport.a: $(OBJECTS)
	@rm -f $@
	@ar rcs $@ $^

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

$(PROGRAM): $(BUILD)/obj/main.o $(BUILD)/libitareport.a
	$(CC) $(CFLAGS) $(SANITIZE) -o $@ $^ $(LIBS)

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libitareport.a
	@mkdir -p $(@D)
	$(COMPILE) -Itests/unit -o $@ $< $(BUILD)/libitareport.a -lcmocka $(LIBS)

unit: $(UNIT_BINS)
	@for t in $(UNIT_BINS); do $$t || exit 1; done

format:
	clang-format -i $(shell find src tests -name '*.[ch]')

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
