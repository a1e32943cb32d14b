/* The code's checksum comes from the Makefile; the folders tell their libraries. */
#include "archive/program.h"

#include "base/library.h"
#include "base/version.h"
#include "compose/prose_libraries.h"
#include "pdf/libraries.h"
#include "text/libraries.h"
#include "yaml/libraries.h"

#ifndef ITAREPORT_CODE
#define ITAREPORT_CODE "unknown"
#endif

const char *program_version(void)
{
    return ITAREPORT_VERSION;
}

const char *program_code(void)
{
    return ITAREPORT_CODE;
}

struct manifest_list program_libraries(struct arena *arena)
{
    struct libraries libraries = {.arena = arena};
    prose_libraries(&libraries);
    text_libraries(&libraries);
    yaml_libraries(&libraries);
    pdf_libraries(&libraries);
    struct manifest_list list = manifest_list_new(arena, libraries.count);
    for (size_t i = 0; i < libraries.count; i++)
        manifest_add(&list, libraries.item[i].name, libraries.item[i].version);
    return list;
}
