/* GLib counts and prints; this copies. */
#include "base/checksum.h"

#include <assert.h>
#include <glib.h>
#include <string.h>

struct checksum checksum_of(const void *bytes, size_t length)
{
    struct checksum result;
    char *digits = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, length);
    assert(digits != NULL && strlen(digits) == CHECKSUM_DIGITS);
    memcpy(result.digits, digits, sizeof result.digits);
    g_free(digits);
    return result;
}
