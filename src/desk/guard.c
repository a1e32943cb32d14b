/* A token is compared to its end whatever it is, so that the time says nothing about it. */
#include "desk/guard.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

bool guard_new(struct guard *guard, int port)
{
    unsigned char bytes[GUARD_TOKEN / 2];
    ssize_t got;
    do
        got = getrandom(bytes, sizeof bytes, 0);
    while (got < 0 && errno == EINTR);
    if (got != (ssize_t)sizeof bytes)
        return false;
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(guard->token + 2 * i, 3, "%02x", bytes[i]);
    guard->port = port;
    return true;
}

static bool same_token(const char *token, const char *given)
{
    unsigned difference = 0;
    for (size_t i = 0; i < GUARD_TOKEN; i++)
        difference |= (unsigned char)token[i] ^ (unsigned char)given[i];
    return difference == 0;
}

/* 127.0.0.1 and localhost, with the port. */
static bool is_own_host(const struct guard *guard, const char *host)
{
    static const char *const NAMES[] = {"127.0.0.1", "localhost"};
    char own[64];
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        snprintf(own, sizeof own, "%s:%d", NAMES[i], guard->port);
        if (strcmp(own, host) == 0)
            return true;
    }
    return false;
}

/* A page's own request names the desk as its origin, or, when it only asks, may name none. */
static bool is_own_origin(const struct guard *guard, const struct guard_request *request)
{
    static const char SCHEME[] = "http://";
    if (request->origin == NULL)
        return strcmp(request->method, "POST") != 0;
    return strncmp(request->origin, SCHEME, strlen(SCHEME)) == 0 &&
           is_own_host(guard, request->origin + strlen(SCHEME));
}

/* "none" is an address typed or opened from outside of a page. */
static bool is_own_site(const char *site)
{
    return site == NULL || strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0;
}

const char *guard_check(const struct guard *guard, const struct guard_request *request)
{
    const char *path = request->path;
    if (strlen(path) < GUARD_TOKEN + 2 || path[0] != '/' || path[GUARD_TOKEN + 1] != '/' ||
        !same_token(guard->token, path + 1))
        return NULL;
    if (request->host == NULL || !is_own_host(guard, request->host) ||
        !is_own_origin(guard, request) || !is_own_site(request->site))
        return NULL;
    return path + GUARD_TOKEN + 1;
}
