/*
 * data_folder.h - where the program's own data is: layouts/, words/ and fonts/.
 *
 * Purpose: the same program works from a checkout, from where it was installed, from wherever that was
 *          moved, and with a folder of the user's own.
 * Memory:  everything is in the arena given, or in the environment.
 * Errors:  none; without any such folder the path is the working directory, and whoever needs the data says
 *          where it was looked for.
 */
#ifndef ITAREPORT_APP_DATA_FOLDER_H
#define ITAREPORT_APP_DATA_FOLDER_H

struct arena;

struct data_folder {
    const char *path;
    const char *searched; /* the folders that were looked at, in order, with commas between */
};

/*
 * ITAREPORT_DATA alone where it is set. Else the first that has layouts/: the folder above the program's, as in
 * a checkout; share/itareport beside the program's folder; itareport/ in XDG_DATA_HOME (~/.local/share); where
 * `make install` was told to install; the working directory.
 */
struct data_folder data_folder_find(struct arena *arena);

#endif
