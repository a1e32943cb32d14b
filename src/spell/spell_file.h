/* spell_file.h - the form of the file of all words, a trie (words/trie.h), for those who write and read it. */
#ifndef ITAREPORT_SPELL_SPELL_FILE_H
#define ITAREPORT_SPELL_SPELL_FILE_H

enum {
    SPELL_MARK = 0x49535731, /* "ISW1" */

    /* The bits of a value. */
    SPELL_WORD = 1,
    SPELL_OFFICIAL = 2, /* a word of official letters, which is often meant */
    SPELL_PART = 4      /* a part of words, which is none by itself */
};

#endif
