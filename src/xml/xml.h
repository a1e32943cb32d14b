/*
 * xml.h - reads XML by events, through expat.
 *
 * Purpose: for the parts of office files. Elements and attributes are told by short names that the caller chooses for the
 *          namespaces that it knows, whatever prefixes the file uses. Document type declarations, and with them all
 *          entities of the file's own, are refused.
 * Memory:  what a handler is given lives as long as its call.
 * Errors:  reported with the name of the part; reading ends there.
 */
#ifndef ITAREPORT_XML_XML_H
#define ITAREPORT_XML_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

enum {
    XML_DEPTH = 64,             /* of elements inside each other */
    XML_ELEMENTS = 4000000,     /* of a part */
    XML_ATTRIBUTES = 256,       /* of an element */
    XML_ATTRIBUTE_BYTES = 65536 /* of one of their values */
};

/* A namespace, and what is put before its names: "table:" makes table:table-row. */
struct xml_space {
    const char *uri;
    const char *prefix;
};

/* Names are "?" for what is in a namespace that was not given. Attributes are names and values in turn, and end with
 * NULL. */
struct xml_handler {
    const struct xml_space *space; /* ends with {NULL, NULL} */
    void (*start)(void *closure, const char *name, const char *const *attribute);
    void (*end)(void *closure, const char *name);
    void (*text)(void *closure, const char *text, size_t length); /* or NULL */
    bool (*is_over)(void *closure); /* true ends the reading at once, without a message; or NULL */
    void *closure;
};

struct xml_part {
    const char *file; /* for messages */
    const char *name;
    const char *bytes;
    size_t length;
};

/* False after reporting. */
bool xml_read(const struct xml_part *part, const struct xml_handler *handler, struct diag *diag);

/* The value of an attribute, or NULL. */
const char *xml_attribute(const char *const *attribute, const char *name);

#endif
