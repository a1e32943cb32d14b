/*
 * A file of libdatrie (0.2) is three parts after each other, each with a mark: the ranges of its letters, the pairs
 * of numbers of its double array, and the tails of its words. All numbers have their high byte first.
 */
#include "text/trie_file.h"

#include <stdint.h>

#include "base/buffer.h"
#include "source/file.h"

#define LETTERS_MARK 0xD9FCD9FCu
#define ARRAY_MARK 0xDAFCDAFCu
#define TAILS_MARK 0xDFFCDFFCu

enum { PAIR = 8, TAIL_HEAD = 10 };

/* What is left of a file; false from the first read on that goes past its end. */
struct reader {
    const unsigned char *at;
    size_t left;
};

static bool skip(struct reader *reader, size_t count)
{
    if (count > reader->left)
        return false;
    reader->at += count;
    reader->left -= count;
    return true;
}

static bool read_number(struct reader *reader, int bytes, uint32_t *number)
{
    const unsigned char *from = reader->at;
    *number = 0;
    if (!skip(reader, (size_t)bytes))
        return false;
    for (int i = 0; i < bytes; i++)
        *number = *number << 8 | from[i];
    return true;
}

static bool read_mark(struct reader *reader, uint32_t mark)
{
    uint32_t found;
    return read_number(reader, 4, &found) && found == mark;
}

static bool skip_letters(struct reader *reader)
{
    uint32_t count;
    return read_mark(reader, LETTERS_MARK) && read_number(reader, 4, &count) &&
           skip(reader, (size_t)count * PAIR);
}

/* The mark and the number of pairs are the first pair. */
static bool skip_array(struct reader *reader)
{
    uint32_t count;
    return read_mark(reader, ARRAY_MARK) && read_number(reader, 4, &count) && count > 0 &&
           skip(reader, (size_t)(count - 1) * PAIR);
}

static bool skip_tails(struct reader *reader)
{
    uint32_t first, count, length;
    if (!read_mark(reader, TAILS_MARK) || !read_number(reader, 4, &first) ||
        !read_number(reader, 4, &count) || count > reader->left / TAIL_HEAD)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (!skip(reader, TAIL_HEAD - 2) || !read_number(reader, 2, &length) ||
            length > INT16_MAX || !skip(reader, length))
            return false;
    return true;
}

bool trie_file_is_whole(const char *path)
{
    struct buffer bytes = {0};
    bool whole = file_read(path, &bytes) == 0;
    struct reader reader = {(const unsigned char *)buffer_text(&bytes), bytes.length};
    whole = whole && skip_letters(&reader) && skip_array(&reader) && skip_tails(&reader) &&
            reader.left == 0;
    buffer_free(&bytes);
    return whole;
}
