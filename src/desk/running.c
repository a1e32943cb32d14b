/* A file a desk, desk-PROCESS: its address, and its edition's folder. One whose process is gone is passed over. */
#include "desk/running.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/escape.h"
#include "source/file.h"
#include "source/folder.h"

enum { MOST_SECONDS = 3 };

/* A folder of this user's own that nobody else can write in; NULL when there cannot be one. */
static const char *own_folder(struct arena *arena)
{
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    const char *folder = runtime != NULL && runtime[0] == '/'
                             ? file_join(arena, runtime, "itareport")
                             : arena_printf(arena, "/tmp/itareport-%ld", (long)getuid());
    struct stat about;
    if (mkdir(folder, S_IRWXU) != 0 && errno != EEXIST)
        return NULL;
    if (lstat(folder, &about) != 0 || !S_ISDIR(about.st_mode) || about.st_uid != getuid() ||
        (about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return NULL;
    return folder;
}

static const char *own_file(struct arena *arena)
{
    const char *folder = own_folder(arena);
    if (folder == NULL)
        return NULL;
    return file_join(arena, folder, arena_printf(arena, "desk-%ld", (long)getpid()));
}

void running_note(const char *edition, const char *address)
{
    struct arena *arena = arena_new();
    const char *path = own_file(arena);
    int file =
        path != NULL ? open(path, O_CREAT | O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600) : -1;
    if (file >= 0) {
        dprintf(file, "%s\n%s\n", address, file_real(arena, edition));
        close(file);
    }
    arena_free(arena);
}

void running_forget(void)
{
    struct arena *arena = arena_new();
    const char *path = own_file(arena);
    if (path != NULL)
        unlink(path);
    arena_free(arena);
}

/* ---- finding ---- */

static bool is_running(const char *path)
{
    const char *number = strrchr(path, '-');
    long process = number != NULL ? strtol(number + 1, NULL, 10) : 0;
    return process > 0 && (kill((pid_t)process, 0) == 0 || errno == EPERM);
}

/* Its address and edition, from its file. */
static bool read_desk(struct arena *arena, const char *path, const char **address,
                      const char **edition)
{
    struct buffer text = {0};
    bool good = is_running(path) && file_read(path, &text) == 0;
    char *lines = good ? arena_string(arena, buffer_text(&text)) : NULL;
    buffer_free(&text);
    char *rest = NULL;
    *address = good ? strtok_r(lines, "\n", &rest) : NULL;
    *edition = good ? strtok_r(NULL, "\n", &rest) : NULL;
    return *address != NULL && *edition != NULL;
}

static const char *file_of(struct arena *arena, const char *edition, const char *name)
{
    const char *real = file_real(arena, name);
    if (file_exists(real) && file_is_below(edition, real))
        return real;
    const char *inside = file_inside(arena, edition, name);
    return inside != NULL && file_exists(inside) ? file_real(arena, inside) : NULL;
}

bool running_find(struct arena *arena, const char *name, struct running_desk *found)
{
    const char *folder = own_folder(arena);
    if (folder == NULL)
        return false;
    struct folder_files files = folder_list(arena, folder, NULL);
    for (size_t i = files.count; i > 0; i--) {
        const char *edition;
        if (!read_desk(arena, files.path[i - 1], &found->address, &edition))
            continue;
        found->file = file_of(arena, edition, name);
        if (found->file != NULL)
            return true;
    }
    return false;
}

/* ---- telling ---- */

/* Port and path of http://127.0.0.1:PORT/TOKEN/. */
static bool take_apart(const char *address, int *port, const char **path)
{
    static const char START[] = "http://127.0.0.1:";
    char *end = NULL;
    if (strncmp(address, START, strlen(START)) != 0)
        return false;
    *port = (int)strtol(address + strlen(START), &end, 10);
    *path = end;
    return *end == '/';
}

static bool send_all(int to, const struct buffer *text)
{
    for (size_t sent = 0; sent < text->length;) {
        ssize_t some = send(to, text->bytes + sent, text->length - sent, MSG_NOSIGNAL);
        if (some <= 0)
            return false;
        sent += (size_t)some;
    }
    return true;
}

/* Whether the answer to a request is that all is well. */
static bool is_answered(int port, const struct buffer *request)
{
    static const char GOOD[] = "HTTP/1.1 200";
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr = {htonl(INADDR_LOOPBACK)}};
    struct timeval patience = {.tv_sec = MOST_SECONDS};
    char answer[sizeof GOOD] = "";
    int to = socket(AF_INET, SOCK_STREAM, 0);
    if (to < 0)
        return false;
    setsockopt(to, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    bool good = connect(to, (struct sockaddr *)&at, sizeof at) == 0 && send_all(to, request) &&
                recv(to, answer, strlen(GOOD), MSG_WAITALL) == (ssize_t)strlen(GOOD) &&
                strcmp(answer, GOOD) == 0;
    close(to);
    return good;
}

bool running_show(struct arena *arena, const struct running_desk *desk, unsigned line)
{
    int port;
    const char *path;
    if (!take_apart(desk->address, &port, &path))
        return false;
    struct buffer file = {0}, request = {0};
    escape_path(&file, desk->file);
    const char *body = arena_printf(arena, "file=%s&line=%u", buffer_text(&file), line);
    buffer_printf(&request,
                  "POST %sshow HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\n"
                  "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n"
                  "Connection: close\r\n\r\n%s",
                  path, port, port, strlen(body), body);
    bool good = is_answered(port, &request);
    buffer_free(&file);
    buffer_free(&request);
    return good;
}
