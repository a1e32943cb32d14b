/*
 * limits.h - how much of anything the program takes.
 *
 * Purpose: a file may come from a stranger, and a slip can multiply. Whatever has no natural end has one here, far above
 *          what a report needs, and a message of its own where it is reached, before memory or patience are. These are
 *          amounts; what a length, a percentage or a colour may be is in the tables of its keys.
 *          docs/limits.md lists them all, with those of single rooms (the depth of YAML, the size of a file).
 */
#ifndef ITAREPORT_BASE_LIMITS_H
#define ITAREPORT_BASE_LIMITS_H

enum {
    /* of all files of a report together */
    LIMIT_FILES_MEGABYTES = 256,
    /* of all pictures of a document together, each counted once: some five seconds of unpacking */
    LIMIT_MEGAPIXELS = 250,
    /* of one expression: names, values and filters */
    LIMIT_EXPRESSION = 200,
    /* of evaluating in one document: bytes of text, and a few for every step */
    LIMIT_WORK = 16 * 1000 * 1000,
    /* of one text of the document: letters */
    LIMIT_TEXT = 50 * 1000,
    /* of one letter: marks and other characters without a width, one after the other */
    LIMIT_MARKS_ON_LETTER = 100,
    /* of a document: letters */
    LIMIT_LETTERS = 3 * 1000 * 1000,
    /* of a document: headings, paragraphs, items, cells and all else that is in it */
    LIMIT_BLOCKS = 100 * 1000,
    /* of blocks inside blocks: sections, uses, loops, cells, lists */
    LIMIT_NESTING = 40,
    /* of a table: columns */
    LIMIT_COLUMNS = 60,
    /* of one figure: bars, and marks of its scale */
    LIMIT_BARS = 500,
    LIMIT_MARKS = 200,
    /* of a drawing (SVG): seconds, and megabytes while it is drawn; and seconds of all drawings together */
    LIMIT_DRAWING_SECONDS = 4,
    LIMIT_DRAWINGS_SECONDS = 10,
    LIMIT_DRAWING_MEGABYTES = 400,
    /* of a layout: styles, tables, sections, and names of blocks, each */
    LIMIT_NAMES = 1000,
    /* of an edition: values of free data, cells of its tables too */
    LIMIT_DATA = 100 * 1000,
    /* of an edition: earlier editions that it names */
    LIMIT_EARLIER = 20,
    /* of a document: pages */
    LIMIT_PAGES = 2000,
    /* of a batch: editions, shards, processes; folders looked through, and folders inside each other */
    LIMIT_BATCH_EDITIONS = 100 * 1000,
    LIMIT_BATCH_SHARDS = 100 * 1000,
    LIMIT_BATCH_PROCESSES = 256,
    LIMIT_BATCH_FOLDERS = 500 * 1000,
    LIMIT_BATCH_DEPTH = 12,
    /* of one edition of a batch, where nothing else is asked for: seconds of the processor, megabytes */
    LIMIT_BATCH_SECONDS = 60,
    LIMIT_BATCH_MEGABYTES = 1024
};

#endif
