/*
 * http.h - the desk's server: requests that may be answered, and listeners that are told of news.
 *
 * Purpose: the one file that knows libmicrohttpd. It listens on 127.0.0.1 only, refuses what the guard refuses, and
 *          runs when it is told to, in the loop of whoever has it. A listener (server-sent events) that
 *          is slow is told the latest only, so what waits for it never grows.
 * Memory:  owned by the server; what is replied or told is copied.
 * Errors:  http_new returns NULL and errno.
 * Source:  HTML Standard, 9.2 (server-sent events).
 */
#ifndef ITAREPORT_DESK_HTTP_H
#define ITAREPORT_DESK_HTTP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "desk/guard.h"

struct http;
struct http_request;

struct http_setup {
    int port; /* 0: any that is free */
    void (*answer)(void *closure, struct http_request *request);
    void *closure;
};

struct http *http_new(const struct http_setup *setup);
void http_free(struct http *http);

/* http://127.0.0.1:PORT/TOKEN/ */
const char *http_address(const struct http *http);

/* What to poll for reading, and for how long at most (milliseconds, -1: as long as you like). */
int http_descriptor(const struct http *http);
int http_timeout(const struct http *http);
void http_run(struct http *http);

/* ---- a request ---- */

bool http_is_post(const struct http_request *request);

/* What follows the token, without the '/' and without what is asked. */
const char *http_path(const struct http_request *request);

/* The value of a field of what was sent (application/x-www-form-urlencoded); NULL when there is none. The arena's. */
const char *http_field(const struct http_request *request, struct arena *arena, const char *name);

struct http_reply {
    int status;
    const char *type; /* of the content */
    const void *bytes;
    size_t length;
    bool is_lasting;  /* what is at this address never changes */
    const char *file; /* a name to save it under, ASCII; or NULL */
};

/* Once for a request. */
void http_reply(struct http_request *request, const struct http_reply *reply);

/* Instead of a reply: the request becomes a listener, and is told the state at once. */
void http_listen(struct http_request *request);

/* ---- news ---- */

/* The state that all listeners are told, one line of JSON; the latest one counts. */
void http_tell(struct http *http, const char *state);

/* Something that those who listen now are told besides: an event's name and a line of JSON. */
void http_shout(struct http *http, const char *event, const char *data);

size_t http_listeners(const struct http *http);

#endif
