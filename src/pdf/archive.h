/*
 * archive.h - what an archival file has beyond a plain one.
 *
 * Purpose: files to attach and the colour profile of the output; with them the PDF says of itself that
 *          it is PDF/A-3a and PDF/UA-1.
 * Units:   dates are seconds since 1970 UTC.
 * Memory:  everything is borrowed.
 * Source:  ISO 19005-3 (PDF/A-3), 6.2.3 and 6.8; ISO 14289-1 (PDF/UA-1).
 */
#ifndef ITAREPORT_PDF_ARCHIVE_H
#define ITAREPORT_PDF_ARCHIVE_H

#include <stddef.h>
#include <stdint.h>

struct pdf_attachment {
    const char *name;     /* a relative path with slashes */
    const char *type;     /* its MIME type */
    const char *relation; /* to the document: Source, Data, Supplement */
    const char *about;    /* one line for a reader's list of attachments */
    const void *bytes;
    size_t length;
};

struct pdf_archive {
    const struct pdf_attachment *attachment; /* in the order of their names */
    size_t attachments;
    const void *profile; /* an ICC profile of RGB */
    size_t profile_length;
    const char *profile_name; /* what it is registered as: sRGB IEC61966-2.1 */
};

#endif
