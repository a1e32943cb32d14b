/* Sums are of lines, "what checksum", so that nothing can be taken for something else. */
#include "batch/sums.h"

#include <stdlib.h>
#include <string.h>

#include "archive/libraries.h"
#include "archive/program.h"
#include "base/buffer.h"
#include "base/hash.h"
#include "base/index.h"
#include "source/file.h"
#include "source/folder.h"
#include "source/source.h"

enum { DEEPEST = 8, MOST_KEPT = 1000 };

struct kept_sum {
    char *path;
    struct file_stamp stamp;
    struct checksum sum;
};

struct batch_sums {
    struct checksum program;
    char *fonts, *words; /* real paths, with a slash: what is below is summed with the program */
    struct kept_sum *kept;
    size_t count, room;
    struct index by_path;
};

bool batch_sum_file(const char *path, struct checksum *sum)
{
    struct buffer bytes = {0};
    bool is_read = file_read(path, &bytes) == 0;
    if (is_read)
        *sum = checksum_of(buffer_text(&bytes), bytes.length);
    buffer_free(&bytes);
    return is_read;
}

/* ---- what is the same for all ---- */

static void add_folder(struct arena *arena, struct buffer *out, const char *folder, int depth)
{
    struct folder_files files = folder_list(arena, folder, NULL);
    struct checksum sum;
    for (size_t i = 0; i < files.count; i++) {
        if (depth < DEEPEST && file_is_folder(files.path[i]))
            add_folder(arena, out, files.path[i], depth + 1);
        else if (batch_sum_file(files.path[i], &sum))
            buffer_printf(out, "%s %s\n", file_name(files.path[i]), sum.digits);
    }
}

struct checksum batch_sum_program(const char *data)
{
    struct arena *arena = arena_new();
    struct buffer text = {0};
    struct manifest_list libraries = libraries_used(arena);
    buffer_printf(&text, "itareport %s %s\n", program_version(), program_code());
    for (size_t i = 0; i < libraries.count; i++)
        buffer_printf(&text, "%s %s\n", libraries.item[i].name, libraries.item[i].value);
    add_folder(arena, &text, file_join(arena, data, "fonts"), 0);
    add_folder(arena, &text, file_join(arena, data, "words"), 0);
    struct checksum sum = checksum_of(buffer_text(&text), text.length);
    buffer_free(&text);
    arena_free(arena);
    return sum;
}

static char *real_folder(struct arena *arena, const char *data, const char *name)
{
    return memory_string(file_real(arena, file_join(arena, data, name)));
}

struct batch_sums *batch_sums_new(const char *data, const struct checksum *program)
{
    struct arena *arena = arena_new();
    struct batch_sums *sums = memory_zeroed(1, sizeof *sums);
    sums->program = *program;
    sums->fonts = real_folder(arena, data, "fonts");
    sums->words = real_folder(arena, data, "words");
    arena_free(arena);
    return sums;
}

static void forget(struct batch_sums *sums)
{
    for (size_t i = 0; i < sums->count; i++)
        free(sums->kept[i].path);
    free(sums->kept);
    index_free(&sums->by_path);
    sums->kept = NULL;
    sums->count = sums->room = 0;
}

void batch_sums_free(struct batch_sums *sums)
{
    if (sums == NULL)
        return;
    forget(sums);
    free(sums->fonts);
    free(sums->words);
    free(sums);
}

/* ---- the files of an edition ---- */

struct batch_inputs batch_inputs_read(const struct batch_sums *sums, struct arena *arena,
                                      const char *edition, const struct sources *sources)
{
    size_t count;
    const struct sources_file *file = sources_files(sources, &count);
    struct batch_inputs inputs = {.path = ARENA_NEW(arena, const char *, count),
                                  .sum = ARENA_NEW(arena, struct checksum, count)};
    for (size_t i = 0; i < count; i++) {
        const char *real = file_real(arena, file[i].path);
        if (file_is_below(sums->fonts, real) || file_is_below(sums->words, real))
            continue;
        inputs.path[inputs.count] = file_relative(arena, edition, real);
        inputs.sum[inputs.count++] = checksum_of(file[i].source->text, file[i].source->length);
    }
    return inputs;
}

static bool is_stamp(const struct file_stamp *one, const struct file_stamp *other)
{
    return one->device == other->device && one->inode == other->inode && one->size == other->size &&
           one->seconds == other->seconds && one->nanoseconds == other->nanoseconds;
}

/* The number of what is known of a path, the newest; or INDEX_END. */
static size_t find(const struct batch_sums *sums, const char *path, uint32_t hash)
{
    size_t i = index_first(&sums->by_path, hash);
    while (i != INDEX_END && strcmp(sums->kept[i].path, path) != 0)
        i = index_next(&sums->by_path, i);
    return i;
}

/* A file that other editions have too, such as the framework. */
static bool sum_shared(struct batch_sums *sums, const char *path, struct checksum *sum)
{
    struct file_stamp stamp = file_stamp(path);
    uint32_t hash = hash_bytes(HASH_START, path, strlen(path));
    size_t known = find(sums, path, hash);
    if (known != INDEX_END && is_stamp(&sums->kept[known].stamp, &stamp)) {
        *sum = sums->kept[known].sum;
        return true;
    }
    if (!batch_sum_file(path, sum))
        return false;
    if (sums->count == MOST_KEPT)
        forget(sums);
    sums->kept = memory_room(sums->kept, sums->count, &sums->room, sizeof *sums->kept);
    sums->kept[sums->count++] = (struct kept_sum){memory_string(path), stamp, *sum};
    index_add(&sums->by_path, hash);
    return true;
}

bool batch_inputs_now(struct batch_sums *sums, struct arena *arena, const char *edition,
                      struct batch_inputs *inputs)
{
    inputs->sum = ARENA_NEW(arena, struct checksum, inputs->count);
    for (size_t i = 0; i < inputs->count; i++) {
        const char *name = inputs->path[i];
        bool is_shared = strncmp(name, "../", 3) == 0 || name[0] == '/';
        const char *path = name[0] == '/' ? name : file_join(arena, edition, name);
        bool is_read = is_shared ? sum_shared(sums, file_real(arena, path), &inputs->sum[i])
                                 : batch_sum_file(path, &inputs->sum[i]);
        if (!is_read)
            return false;
    }
    return true;
}

struct checksum batch_sum(const struct batch_sums *sums, const char *edition, const char *how,
                          const struct batch_inputs *inputs)
{
    static const char *const ENDS[] = {".yaml", ".yml", NULL};
    struct arena *arena = arena_new();
    struct buffer text = {0};
    buffer_printf(&text, "%s\n%s\n", sums->program.digits, how);
    struct folder_files files = folder_list(arena, edition, ENDS);
    for (size_t i = 0; i < files.count; i++)
        buffer_printf(&text, "%s\n", file_name(files.path[i]));
    for (size_t i = 0; i < inputs->count; i++)
        buffer_printf(&text, "%s %s\n", inputs->path[i], inputs->sum[i].digits);
    struct checksum sum = checksum_of(buffer_text(&text), text.length);
    buffer_free(&text);
    arena_free(arena);
    return sum;
}
