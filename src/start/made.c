#include "start/made.h"

#include <string.h>

#include "base/buffer.h"
#include "base/unwritten.h"
#include "source/file.h"

static size_t count_marks(const char *text, size_t length)
{
    size_t count = 0;
    struct unwritten mark = {0};
    while (unwritten_next(text, length, mark.end, &mark))
        count++;
    return count;
}

static void add(struct arena *arena, struct start_made *made, struct start_file file)
{
    made->file = arena_room(arena, made->file, made->files, &made->room, sizeof *made->file);
    made->file[made->files++] = file;
}

void start_add_bytes(struct arena *arena, struct start_made *made, const char *name,
                     const char *bytes, size_t length)
{
    made->marks += count_marks(bytes, length);
    add(arena, made, (struct start_file){name, bytes, length});
}

bool start_add_copy(struct arena *arena, struct start_made *made, const char *name,
                    const char *path, struct diag *diag)
{
    struct buffer bytes = {0};
    bool fine = file_read(path, &bytes) == 0;
    if (fine)
        add(arena, made,
            (struct start_file){name, arena_copy(arena, buffer_text(&bytes), bytes.length),
                                bytes.length});
    else
        diag_say(diag, MESSAGE_FILE_MISSING, (struct place){0}, path);
    buffer_free(&bytes);
    return fine;
}
