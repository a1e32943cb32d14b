#include "words/hunspell.h"

#include <string.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "source/file.h"

bool hunspell_read(const char *path, void (*each)(void *context, const char *word), void *context,
                   struct diag *diag)
{
    struct buffer bytes = {0};
    bool is_read = file_read(path, &bytes) == 0;
    if (!is_read)
        diag_say(diag, MESSAGE_TEXT_NO_DICTIONARY, (struct place){0}, path);
    for (char *line = bytes.length > 0 ? strchr(bytes.bytes, '\n') : NULL; line != NULL;) {
        char *word = line + 1;
        line = strchr(word, '\n');
        word[strcspn(word, "/\t\r\n")] = '\0';
        if (*word != '\0')
            each(context, word);
    }
    buffer_free(&bytes);
    return is_read;
}
