/*
 * assets.h - the files of the desk's page, as they are in the program.
 */
#ifndef ITAREPORT_DESK_ASSETS_H
#define ITAREPORT_DESK_ASSETS_H

#include <stddef.h>

struct asset {
    const char *name; /* in an address; "": the page itself */
    const char *type;
    const char *first, *end;
};

/* NULL when there is none of that name. */
const struct asset *asset_find(const char *name);

#endif
