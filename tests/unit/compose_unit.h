/*
 * compose_unit.h - layouts from memory, for the tests of layout/ and compose/.
 *
 * The base file has a page, one style a role and no body; a test adds its own main file.
 */
#ifndef ITAREPORT_TESTS_COMPOSE_UNIT_H
#define ITAREPORT_TESTS_COMPOSE_UNIT_H

#include "unit.h"

#include "compose/compose.h"
#include "layout/layout.h"
#include "source/sources.h"

struct layout_case {
    struct sources *sources;
    struct diag *diag;
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

__attribute__((unused)) static void give_text(struct sources *sources, const char *path,
                                              const char *text)
{
    sources_give(sources, &(struct sources_given){path, text, strlen(text), 0});
}

/* Loads main.yaml with this text; base.yaml and other.yaml are beside it. */
__attribute__((unused)) static struct layout_case layout_case_load(const char *text,
                                                                   const char *other)
{
    struct layout_case test = {sources_new(), diag_new(), NULL};
    give_text(test.sources, "base.yaml", base_layout);
    give_text(test.sources, "other.yaml", other);
    give_text(test.sources, "main.yaml", text);
    test.layout = layout_load("main.yaml", (struct place){0}, test.sources, test.diag);
    return test;
}

__attribute__((unused)) static void layout_case_drop(struct layout_case *test)
{
    layout_free(test->layout);
    diag_free(test->diag);
    sources_free(test->sources);
}

#endif
