/*
 * compose_unit.h - layouts written to a folder of their own, for the tests of compose/.
 *
 * The base file has a page, one style a role and no body; a test adds its own main file.
 */
#ifndef ITAREPORT_TESTS_COMPOSE_UNIT_H
#define ITAREPORT_TESTS_COMPOSE_UNIT_H

#include "unit.h"

#include <unistd.h>

#include "compose/compose.h"
#include "layout/layout.h"
#include "source/file.h"

struct layout_case {
    struct arena *arena;
    struct diag *diag;
    char folder[32];
    struct layout *layout;
};

static const char base_layout[] =
    "language: th\n"
    "digits: thai\n"
    "page: {paper: a4, margins: {left: 3cm, right: 2cm, top: 2.5cm, bottom: 2cm}}\n"
    "defaults: {style: body, bullet: \"-\"}\n"
    "numbering: [{level: 1, pattern: \"{1}.\"}, {level: 2, pattern: \"{1}.{2}\"}]\n"
    "styles:\n"
    "  body: {fonts: [Laksaman], size: 16pt, pitch: 22pt, item: item}\n"
    "  item: {base: body, first_indent: 1cm}\n"
    "  bold: {base: body, bold: true}\n";

static const char *case_file(struct layout_case *test, const char *name)
{
    return file_join(test->arena, test->folder, name);
}

/* Loads main.yaml with this text; base.yaml and other.yaml stand beside it. */
__attribute__((unused)) static struct layout_case layout_case_load(const char *text,
                                                                   const char *other)
{
    struct layout_case test = {arena_new(), diag_new(), "/tmp/itareport-unit-XXXXXX", NULL};
    assert_non_null(mkdtemp(test.folder));
    assert_true(file_write(case_file(&test, "base.yaml"), base_layout, strlen(base_layout)));
    assert_true(file_write(case_file(&test, "other.yaml"), other, strlen(other)));
    assert_true(file_write(case_file(&test, "main.yaml"), text, strlen(text)));
    test.layout =
        layout_load(case_file(&test, "main.yaml"), "main.yaml", (struct place){0}, test.diag);
    return test;
}

__attribute__((unused)) static void layout_case_drop(struct layout_case *test)
{
    unlink(case_file(test, "base.yaml"));
    unlink(case_file(test, "other.yaml"));
    unlink(case_file(test, "main.yaml"));
    rmdir(test->folder);
    layout_free(test->layout);
    diag_free(test->diag);
    arena_free(test->arena);
}

#endif
