/*
 * memory.h - what a failed allocation means for the run.
 *
 * Purpose: until the work is done it ends the program with status 3 (memory.c). What comes after only gives back what
 *          was in use, and libraries allocate even then.
 */
#ifndef ITAREPORT_APP_MEMORY_H
#define ITAREPORT_APP_MEMORY_H

/* From now on a library that ends the program for want of memory ends it so too. */
void memory_watch(void);

/* The work is done, all of it written: an allocation that fails from now on ends the program with this status. */
void memory_over(int status);

#endif
