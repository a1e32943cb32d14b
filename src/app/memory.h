/*
 * memory.h - what a failed allocation means for the run.
 *
 * Purpose: it ends the program with status 3, whoever wanted the memory (memory.c). When the report has been written
 *          already, the file is the new one and whole.
 */
#ifndef ITAREPORT_APP_MEMORY_H
#define ITAREPORT_APP_MEMORY_H

/* From now on a library that ends the program for want of memory ends it so too. */
void memory_watch(void);

#endif
