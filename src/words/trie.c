/* The words are sorted and written level by level, so that the children of a node follow each other. */
#include "words/trie.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "source/file.h"

enum { HEAD = 2, NODES_MOST = 1 << (32 - TRIE_CHILD_SHIFT) };

/* ---- reading ---- */

/* The words that begin with a letter are looked up most. */
static void index_root(struct trie *trie)
{
    for (size_t i = 0; i <= TRIE_LETTER; i++)
        trie->root[i] = trie->nodes;
    for (uint32_t at = 0; at < trie->nodes; at++) {
        trie->root[trie->node[at] & TRIE_LETTER] = at;
        if ((trie->node[at] & TRIE_LAST) != 0)
            return;
    }
}

bool trie_open(struct trie *trie, uint32_t mark, const char *path)
{
    uint32_t head[HEAD];
    *trie = (struct trie){.nodes = 0};
    if (file_read(path, &trie->bytes) == 0 && trie->bytes.length > sizeof head) {
        memcpy(head, trie->bytes.bytes, sizeof head);
        size_t size = trie->bytes.length - sizeof head;
        if (head[0] == mark && size % sizeof *head == 0 && head[1] == size / sizeof *head) {
            trie->node = (const uint32_t *)(const void *)(trie->bytes.bytes + sizeof head);
            trie->nodes = head[1];
            index_root(trie);
            return true;
        }
    }
    trie_close(trie);
    return false;
}

void trie_close(struct trie *trie)
{
    buffer_free(&trie->bytes);
    *trie = (struct trie){.nodes = 0};
}

bool trie_is(const char *bytes, size_t length, uint32_t mark)
{
    uint32_t found = 0;
    if (length >= sizeof found)
        memcpy(&found, bytes, sizeof found);
    return found == mark;
}

/* ---- making ---- */

const char *trie_letters(struct arena *arena, const char *word)
{
    char letter[TRIE_WORD_MOST + 1];
    size_t count = 0, length = strlen(word);
    for (size_t at = 0; at < length; count++) {
        char32_t c = utf8_next(word, length, &at);
        if (!utf8_is_thai(c) || utf8_is_thai_digit(c) || count == TRIE_WORD_MOST)
            return NULL;
        letter[count] = (char)(c - TRIE_THAI);
    }
    return arena_copy(arena, letter, count);
}

static int compare_words(const void *one, const void *two)
{
    return strcmp(((const struct trie_word *)one)->letter, ((const struct trie_word *)two)->letter);
}

/* The words [first, last) have the same letters up to `depth`; their node's children are still to be written. */
struct range {
    size_t first, last, depth, node;
};

struct writer {
    const struct trie_word *word;
    uint8_t (*both)(uint8_t one, uint8_t two);
    uint32_t *node;
    size_t nodes, room;
    struct range *range;
    size_t ranges, range_room;
};

/* The value of the words of a range that end with its next letter. */
static uint8_t value_of(const struct writer *writer, const struct range *range)
{
    uint8_t value = 0;
    for (size_t i = range->first; i < range->last; i++)
        if (writer->word[i].letter[range->depth + 1] == '\0')
            value = writer->both(value, writer->word[i].value);
    return value;
}

static void write_children(struct writer *writer, const struct range *parent)
{
    const struct trie_word *word = writer->word;
    size_t before = writer->nodes;
    for (size_t first = parent->first, last; first < parent->last; first = last) {
        char letter = word[first].letter[parent->depth];
        for (last = first; last < parent->last && word[last].letter[parent->depth] == letter;)
            last++;
        if (letter == '\0')
            continue;
        uint8_t value = value_of(writer, &(struct range){first, last, parent->depth, 0});
        writer->node =
            memory_room(writer->node, writer->nodes, &writer->room, sizeof *writer->node);
        writer->range =
            memory_room(writer->range, writer->ranges, &writer->range_room, sizeof *writer->range);
        writer->range[writer->ranges++] =
            (struct range){first, last, parent->depth + 1, writer->nodes};
        writer->node[writer->nodes++] = (uint32_t)letter | (uint32_t)value << TRIE_VALUE_SHIFT;
    }
    if (writer->nodes == before)
        return;
    writer->node[writer->nodes - 1] |= TRIE_LAST;
    if (parent->depth > 0)
        writer->node[parent->node] |= (uint32_t)before << TRIE_CHILD_SHIFT;
}

bool trie_write(struct trie_word *word, size_t count, uint8_t (*both)(uint8_t one, uint8_t two),
                uint32_t mark, struct buffer *out)
{
    struct writer writer = {.word = word, .both = both};
    if (count > 0)
        qsort(word, count, sizeof *word, compare_words);
    write_children(&writer, &(struct range){0, count, 0, 0});
    for (size_t i = 0; i < writer.ranges && writer.nodes < NODES_MOST; i++) {
        struct range range = writer.range[i];
        write_children(&writer, &range);
    }
    bool fits = writer.nodes < NODES_MOST;
    uint32_t head[HEAD] = {mark, (uint32_t)writer.nodes};
    buffer_add(out, head, sizeof head);
    if (writer.nodes > 0)
        buffer_add(out, writer.node, writer.nodes * sizeof *writer.node);
    free(writer.node);
    free(writer.range);
    return fits;
}
