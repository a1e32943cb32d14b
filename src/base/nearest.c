/*
 * Edit distance on code points. Two letters exchanged count as one edit, the commonest slip of all
 * (optimal string alignment).
 */
#include "base/nearest.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

enum { LONGEST = 48 }; /* code points; a longer word is no slip of a name */

struct letters {
    char32_t letter[LONGEST];
    int count;
};

static bool spell(const char *word, struct letters *letters)
{
    size_t length = strlen(word);
    letters->count = 0;
    for (size_t at = 0; at < length;) {
        if (letters->count == LONGEST)
            return false;
        letters->letter[letters->count++] = utf8_next(word, length, &at);
    }
    return true;
}

static int least(int a, int b, int c)
{
    int smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

/* row[i % 3] is the distance of a's first i letters to every beginning of b. */
static int distance(const struct letters *a, const struct letters *b)
{
    int row[3][LONGEST + 1];
    for (int j = 0; j <= b->count; j++)
        row[0][j] = j;
    for (int i = 1; i <= a->count; i++) {
        int *now = row[i % 3];
        const int *before = row[(i + 2) % 3];
        const int *before_that = row[(i + 1) % 3];
        now[0] = i;
        for (int j = 1; j <= b->count; j++) {
            int changed = a->letter[i - 1] != b->letter[j - 1];
            now[j] = least(now[j - 1] + 1, before[j] + 1, before[j - 1] + changed);
            if (i > 1 && j > 1 && a->letter[i - 1] == b->letter[j - 2] &&
                a->letter[i - 2] == b->letter[j - 1] && before_that[j - 2] + 1 < now[j])
                now[j] = before_that[j - 2] + 1;
        }
    }
    return row[a->count % 3][b->count];
}

const char *nearest_name(const char *name, const char *const *known, size_t count)
{
    struct letters wanted;
    struct letters given;
    if (!spell(name, &given))
        return NULL;
    int limit = given.count < 3 ? 1 : given.count / 3;
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!spell(known[i], &wanted))
            continue;
        int edits = distance(&given, &wanted);
        /* A name that shares no letter with the known one is not near it. */
        if (edits <= limit && edits < given.count) {
            nearest = known[i];
            limit = edits - 1;
        }
    }
    return nearest;
}

const char *nearest_say(struct diag *diag, struct place place, const char *name,
                        struct nearest_messages messages, const char *const *known, size_t count)
{
    const char *nearest = nearest_name(name, known, count);
    if (nearest != NULL) {
        diag_say(diag, messages.near, place, name, nearest);
        return nearest;
    }
    struct buffer list = {0};
    for (size_t i = 0; i < count; i++)
        buffer_printf(&list, "%s%s", i > 0 ? ", " : "", known[i]);
    diag_say(diag, messages.none, place, name, buffer_text(&list));
    buffer_free(&list);
    return NULL;
}
