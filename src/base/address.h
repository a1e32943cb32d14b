/*
 * address.h - addresses that a reader's click may lead to.
 *
 * Purpose: the one rule of what becomes a link: pages (https, http), mail (mailto) and telephones
 *          (tel). Whatever else a text names as its address (a script, a file, a page beside this
 *          one) would do harm or nothing in a PDF.
 * Units:   bytes of UTF-8; letters of any script and blanks inside an address are allowed, and
 *          escaped where the address is written (escape.h).
 */
#ifndef ITAREPORT_BASE_ADDRESS_H
#define ITAREPORT_BASE_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

enum address_flaw {
    ADDRESS_FINE,
    ADDRESS_SCHEME, /* it begins with none of https:// http:// mailto: tel: */
    ADDRESS_NOWHERE /* and after that names no site, no mailbox or no number */
};

enum address_flaw address_check(const char *address, size_t length);

/* Whether it begins as the address of a page, with https:// or http://. */
bool address_is_page(const char *address, size_t length);

#endif
