/* libyaml's version, as the library itself tells it. */
#include <yaml.h>

#include "yaml/libraries.h"

void yaml_libraries(struct libraries *list)
{
    library_add(list, "libyaml", yaml_get_version_string());
}
