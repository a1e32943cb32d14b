/* cmark tells its own version. */
#include "compose/prose_libraries.h"

#include <cmark.h>

void prose_libraries(struct libraries *list)
{
    library_add(list, "cmark", cmark_version_string());
}
