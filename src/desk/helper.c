/* A program that is left to itself is the child of a child that ends at once, so nobody has to wait for it. */
#include "desk/helper.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_WORDS = 64 * 1024 };

/* In the child: the program instead of this one, with its output there and no signal blocked. */
static void become(char *const argument[], int output)
{
    sigset_t none;
    int nothing = open("/dev/null", O_RDWR);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    dup2(nothing, STDIN_FILENO);
    dup2(output >= 0 ? output : nothing, STDOUT_FILENO);
    dup2(output >= 0 ? output : nothing, STDERR_FILENO);
    for (int descriptor = STDERR_FILENO + 1; descriptor < 256; descriptor++)
        close(descriptor);
    execvp(argument[0], argument);
    _exit(127);
}

bool helper_start(struct helper *helper, char *const argument[])
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    helper->process = fork();
    if (helper->process == 0)
        become(argument, ends[1]);
    close(ends[1]);
    if (helper->process < 0) {
        close(ends[0]);
        helper->process = 0;
        return false;
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    helper->descriptor = ends[0];
    buffer_clear(&helper->said);
    return true;
}

bool helper_take(struct helper *helper, bool *good)
{
    char room[4096];
    ssize_t length = -1;
    while (helper->process > 0 && (length = read(helper->descriptor, room, sizeof room)) > 0)
        if (helper->said.length < MOST_WORDS)
            buffer_add(&helper->said, room, (size_t)length);
    if (helper->process == 0 || length < 0)
        return false;
    int status = 0;
    waitpid(helper->process, &status, 0);
    close(helper->descriptor);
    helper->process = 0;
    helper->descriptor = -1;
    *good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return true;
}

void helper_stop(struct helper *helper)
{
    if (helper->process > 0) {
        kill(helper->process, SIGTERM);
        waitpid(helper->process, NULL, 0);
        close(helper->descriptor);
    }
    helper->process = 0;
    helper->descriptor = -1;
    buffer_free(&helper->said);
}

bool helper_leave(char *const argument[])
{
    pid_t child = fork();
    if (child == 0) {
        setsid();
        if (fork() == 0)
            become(argument, -1);
        _exit(0);
    }
    return child > 0 && waitpid(child, NULL, 0) == child;
}
