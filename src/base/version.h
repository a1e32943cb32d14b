/* version.h - the program's version, as --version and the PDF's producer print it. */
#ifndef ITAREPORT_BASE_VERSION_H
#define ITAREPORT_BASE_VERSION_H

#define ITAREPORT_VERSION "0.2.0"

#endif
