/*
 * guard.h - who may ask the desk: only pages that the desk itself has given out.
 *
 * Purpose: any web page can make a browser ask 127.0.0.1. A random token in the address keeps those out that
 *          do not know it; the names of the host keep out pages that were given this address under a
 *          name of their own (DNS rebinding); the origin keeps out other pages.
 * Memory:  borrows everything.
 * Source:  RFC 9110, 7.2 (Host); the Fetch standard (Origin, Sec-Fetch-Site).
 */
#ifndef ITAREPORT_DESK_GUARD_H
#define ITAREPORT_DESK_GUARD_H

#include <stdbool.h>

enum { GUARD_TOKEN = 32 }; /* hexadecimal digits: 128 bits */

struct guard {
    char token[GUARD_TOKEN + 1];
    int port;
};

/* What of a request's head matters; NULL where it is not there. */
struct guard_request {
    const char *method, *path, *host, *origin, *site;
};

/* False and errno when there is no randomness to be had. */
bool guard_new(struct guard *guard, int port);

/* The path after the token's, beginning with '/'; NULL for a request that is to be refused. */
const char *guard_check(const struct guard *guard, const struct guard_request *request);

#endif
