/* The keys that lead to a place, as acknowledgements name it: results.published.indicators.9 */
#include <string.h>

#include "audit/rule.h"
#include "source/file.h"
#include "yaml/node_path.h"

/* edition, results, analyses, measures; or framework, whatever its file is called. */
static const char *file_stem(struct arena *arena, const struct source *source,
                             const char *framework)
{
    const char *name = file_name(source->path);
    if (framework != NULL && strcmp(name, file_name(framework)) == 0)
        return "framework";
    return arena_copy(arena, name, strcspn(name, "."));
}

const char *key_path(struct arena *arena, struct place place, const char *framework)
{
    if (place.source == NULL)
        return "";
    return node_path(arena, file_stem(arena, place.source, framework), place.node);
}
