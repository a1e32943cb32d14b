/* libmicrohttpd runs without a thread, on one descriptor of epoll. A listener with no news sleeps. */
#include "desk/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    MOST_CONNECTIONS = 64,
    MOST_LISTENERS = 24,
    MOST_SECONDS = 20, /* a connection may be silent */
    MOST_HEAD = 32 * 1024,
    MOST_BODY = 512 * 1024,
    BLOCK = 16 * 1024
};

struct listener {
    struct http *http;
    struct listener *next;
    struct MHD_Connection *connection;
    struct buffer pending;
    size_t sent;    /* of what is pending */
    unsigned state; /* the latest one that is or was pending */
    bool sleeps;
};

struct http {
    struct MHD_Daemon *daemon;
    struct http_setup setup;
    struct guard guard;
    char address[64 + GUARD_TOKEN];
    struct buffer state;
    unsigned states;
    struct listener *listener;
    size_t listeners;
    bool wakes; /* a listener was woken, and has not been let go on yet */
};

struct http_request {
    struct http *http;
    struct MHD_Connection *connection;
    const char *path;
    bool is_post, is_refused;
    struct buffer body;
    enum MHD_Result result;
    bool is_replied;
};

/* ---- replies ---- */

/* Nothing of a page may come from anywhere else, and no other page may show or read it. */
static const struct {
    const char *name, *value;
} HEADERS[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src "
     "'self'; "
     "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
};

static void queue(struct http_request *request, int status, struct MHD_Response *response)
{
    for (size_t i = 0; i < sizeof HEADERS / sizeof *HEADERS; i++)
        MHD_add_response_header(response, HEADERS[i].name, HEADERS[i].value);
    request->result = MHD_queue_response(request->connection, (unsigned)status, response);
    request->is_replied = true;
    MHD_destroy_response(response);
}

void http_reply(struct http_request *request, const struct http_reply *reply)
{
    struct MHD_Response *response = MHD_create_response_from_buffer(
        reply->length, (void *)(uintptr_t)reply->bytes, MHD_RESPMEM_MUST_COPY);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, reply->type);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL,
                            reply->is_lasting ? "private, max-age=86400, immutable" : "no-store");
    if (reply->file != NULL) {
        char disposition[200];
        snprintf(disposition, sizeof disposition, "inline; filename=\"%s\"", reply->file);
        MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_DISPOSITION, disposition);
    }
    queue(request, reply->status, response);
}

static void refuse(struct http_request *request, int status, const char *why)
{
    http_reply(request, &(struct http_reply){.status = status,
                                             .type = "text/plain; charset=utf-8",
                                             .bytes = why,
                                             .length = strlen(why)});
}

/* ---- listeners ---- */

static void wake(struct listener *listener)
{
    if (!listener->sleeps)
        return;
    MHD_resume_connection(listener->connection);
    listener->sleeps = false;
    listener->http->wakes = true;
}

/* What was sent makes room for what is pending. */
static void add_event(struct listener *listener, const char *event, const char *data)
{
    if (listener->sent == listener->pending.length) {
        buffer_clear(&listener->pending);
        listener->sent = 0;
    }
    buffer_printf(&listener->pending, "event: %s\ndata: %s\n\n", event, data);
}

static void add_state(struct listener *listener)
{
    const struct http *http = listener->http;
    if (listener->state == http->states || listener->sent < listener->pending.length)
        return;
    add_event(listener, "state", buffer_text(&http->state));
    listener->state = http->states;
}

static ssize_t send_events(void *closure, uint64_t at, char *room, size_t most)
{
    struct listener *listener = closure;
    (void)at;
    add_state(listener);
    size_t left = listener->pending.length - listener->sent;
    if (left == 0) {
        listener->sleeps = true;
        MHD_suspend_connection(listener->connection);
        return 0;
    }
    size_t length = left < most ? left : most;
    memcpy(room, listener->pending.bytes + listener->sent, length);
    listener->sent += length;
    return (ssize_t)length;
}

static void listener_free(void *closure)
{
    struct listener *listener = closure, **link = &listener->http->listener;
    while (*link != listener)
        link = &(*link)->next;
    *link = listener->next;
    listener->http->listeners--;
    buffer_free(&listener->pending);
    free(listener);
}

void http_listen(struct http_request *request)
{
    struct http *http = request->http;
    if (http->listeners == MOST_LISTENERS) {
        refuse(request, MHD_HTTP_SERVICE_UNAVAILABLE, "too many listeners\n");
        return;
    }
    struct listener *listener = memory_zeroed(1, sizeof *listener);
    *listener =
        (struct listener){.http = http, .next = http->listener, .connection = request->connection};
    http->listener = listener;
    http->listeners++;
    MHD_set_connection_option(request->connection, MHD_CONNECTION_OPTION_TIMEOUT, 0);
    struct MHD_Response *response = MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, BLOCK, send_events, listener, listener_free);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/event-stream");
    MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    queue(request, MHD_HTTP_OK, response);
}

void http_tell(struct http *http, const char *state)
{
    buffer_clear(&http->state);
    buffer_add_string(&http->state, state);
    http->states++;
    for (struct listener *listener = http->listener; listener != NULL; listener = listener->next)
        wake(listener);
}

/* One that has not taken what it was told before is not told more. */
void http_shout(struct http *http, const char *event, const char *data)
{
    for (struct listener *listener = http->listener; listener != NULL; listener = listener->next) {
        if (listener->pending.length - listener->sent < MOST_HEAD)
            add_event(listener, event, data);
        wake(listener);
    }
}

size_t http_listeners(const struct http *http)
{
    return http->listeners;
}

/* ---- requests ---- */

bool http_is_post(const struct http_request *request)
{
    return request->is_post;
}

const char *http_path(const struct http_request *request)
{
    return request->path;
}

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* A value as it was before it was packed for sending; a NUL ends it. */
static const char *unpack(struct arena *arena, const char *text, size_t length)
{
    char *out = arena_copy(arena, text, length);
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        bool packed = text[i] == '%' && i + 2 < length && digit_of(text[i + 1]) >= 0 &&
                      digit_of(text[i + 2]) >= 0;
        out[used++] = text[i] == '+' ? ' ' : text[i];
        if (packed) {
            out[used - 1] = (char)(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
            i += 2;
        }
    }
    out[used] = '\0';
    return out;
}

const char *http_field(const struct http_request *request, struct arena *arena, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = buffer_text(&request->body); *at != '\0';) {
        size_t field = strcspn(at, "&");
        if (field > length && strncmp(at, name, length) == 0 && at[length] == '=')
            return unpack(arena, at + length + 1, field - length - 1);
        at += field + (at[field] == '&');
    }
    return NULL;
}

static const char *header(struct MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/* The head is there: what is refused is answered now, whatever its body. */
static enum MHD_Result begin(struct http_request *request, const char *method, const char *path)
{
    struct MHD_Connection *connection = request->connection;
    request->is_post = strcmp(method, MHD_HTTP_METHOD_POST) == 0;
    struct guard_request asked = {method, path, header(connection, MHD_HTTP_HEADER_HOST),
                                  header(connection, MHD_HTTP_HEADER_ORIGIN),
                                  header(connection, "Sec-Fetch-Site")};
    const char *rest = guard_check(&request->http->guard, &asked);
    request->is_refused = true;
    request->result = MHD_YES;
    if (rest == NULL)
        refuse(request, MHD_HTTP_FORBIDDEN, "The desk answers only its own page.\n");
    else if (!request->is_post && strcmp(method, MHD_HTTP_METHOD_GET) != 0)
        refuse(request, MHD_HTTP_METHOD_NOT_ALLOWED, "GET or POST\n");
    else
        request->is_refused = false;
    request->path = rest != NULL ? rest + 1 : "";
    return request->result;
}

static enum MHD_Result take_body(struct http_request *request, const char *bytes, size_t *length)
{
    if (!request->is_refused && request->body.length + *length <= MOST_BODY)
        buffer_add(&request->body, bytes, *length);
    else if (!request->is_refused)
        request->is_refused = true; /* answered when all of it has come */
    *length = 0;
    return MHD_YES;
}

static enum MHD_Result handle(void *closure, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *body,
                              size_t *length, void **of_request)
{
    (void)version;
    struct http *http = closure;
    struct http_request *request = *of_request;
    if (request == NULL) {
        request = memory_zeroed(1, sizeof *request);
        *request = (struct http_request){.http = http, .connection = connection};
        *of_request = request;
        return begin(request, method, path);
    }
    if (*length > 0)
        return take_body(request, body, length);
    if (request->is_replied)
        return MHD_YES;
    request->path = path + GUARD_TOKEN + 2;
    if (request->is_refused)
        refuse(request, MHD_HTTP_CONTENT_TOO_LARGE, "too much\n");
    else
        http->setup.answer(http->setup.closure, request);
    if (!request->is_replied)
        refuse(request, MHD_HTTP_NOT_FOUND, "There is no such thing here.\n");
    return request->result;
}

static void request_done(void *closure, struct MHD_Connection *connection, void **of_request,
                         enum MHD_RequestTerminationCode why)
{
    (void)closure, (void)connection, (void)why;
    struct http_request *request = *of_request;
    if (request == NULL)
        return;
    buffer_free(&request->body);
    free(request);
    *of_request = NULL;
}

/* ---- the server ---- */

/* A socket of 127.0.0.1, and its port; -1 and errno. */
static int listen_at(int *port)
{
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)*port),
                             .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof at;
    int descriptor = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    if (descriptor < 0)
        return -1;
    if (setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0 ||
        bind(descriptor, (struct sockaddr *)&at, size) != 0 ||
        listen(descriptor, MOST_CONNECTIONS) != 0 ||
        getsockname(descriptor, (struct sockaddr *)&at, &size) != 0) {
        int reason = errno;
        close(descriptor);
        errno = reason;
        return -1;
    }
    *port = ntohs(at.sin_port);
    return descriptor;
}

static struct MHD_Daemon *start(struct http *http, int descriptor)
{
    struct MHD_OptionItem options[] = {{MHD_OPTION_LISTEN_SOCKET, descriptor, NULL},
                                       {MHD_OPTION_CONNECTION_LIMIT, MOST_CONNECTIONS, NULL},
                                       {MHD_OPTION_CONNECTION_TIMEOUT, MOST_SECONDS, NULL},
                                       {MHD_OPTION_CONNECTION_MEMORY_LIMIT, MOST_HEAD, NULL},
                                       {MHD_OPTION_NOTIFY_COMPLETED, (intptr_t)request_done, NULL},
                                       {MHD_OPTION_END, 0, NULL}};
    return MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle, http,
                            MHD_OPTION_ARRAY, options, MHD_OPTION_END);
}

struct http *http_new(const struct http_setup *setup)
{
    struct http *http = memory_zeroed(1, sizeof *http);
    int port = setup->port;
    http->setup = *setup;
    int descriptor = listen_at(&port);
    if (descriptor >= 0 && guard_new(&http->guard, port)) {
        errno = 0;
        http->daemon = start(http, descriptor);
        if (http->daemon == NULL && errno == 0)
            errno = EIO;
    }
    if (http->daemon == NULL) {
        int reason = errno;
        if (descriptor >= 0)
            close(descriptor);
        free(http);
        errno = reason;
        return NULL;
    }
    snprintf(http->address, sizeof http->address, "http://127.0.0.1:%d/%s/", port,
             http->guard.token);
    return http;
}

void http_free(struct http *http)
{
    if (http == NULL)
        return;
    for (struct listener *listener = http->listener; listener != NULL; listener = listener->next)
        wake(listener);
    MHD_stop_daemon(http->daemon);
    buffer_free(&http->state);
    free(http);
}

const char *http_address(const struct http *http)
{
    return http->address;
}

int http_descriptor(const struct http *http)
{
    return MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

int http_timeout(const struct http *http)
{
    MHD_UNSIGNED_LONG_LONG most;
    if (MHD_get_timeout(http->daemon, &most) != MHD_YES)
        return -1;
    return most > 60000 ? 60000 : (int)most;
}

/* A listener that is woken by a request is let go on at once, not when something else happens. */
void http_run(struct http *http)
{
    do {
        http->wakes = false;
        MHD_run(http->daemon);
    } while (http->wakes);
    MHD_run(http->daemon);
}
