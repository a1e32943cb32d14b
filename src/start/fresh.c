/* A fresh edition: the templates of layouts/new, filled in with the scheme's things and the agency's names. */
#include <string.h>

#include "base/buffer.h"
#include "source/file.h"
#include "start/made.h"
#include "start/schemes.h"

static const char *const NAMES[] = {"edition.yaml", "results.yaml", "analyses.yaml",
                                    "measures.yaml"};
enum { NAMES_COUNT = sizeof NAMES / sizeof *NAMES, VALUES = 10 };

static const char *typed_or_none(struct arena *arena, const char *text)
{
    return text != NULL ? start_typed(arena, text) : NULL;
}

/* The values that are known in all templates. */
static struct start_values values_of(struct arena *arena, const struct start_setup *setup,
                                     const struct start_scheme *scheme)
{
    struct start_value *value = ARENA_NEW(arena, struct start_value, VALUES);
    int64_t year = scheme->thing->fiscal_year.value;
    const char *assessed = arena_printf(arena, "%lld", (long long)year);
    const char *plan = arena_printf(arena, "%lld", (long long)year + 1);
    const struct start_value all[VALUES] = {
        {"scheme", start_typed(arena, scheme->named)},
        {"year", assessed},
        {"plan_year", plan},
        {"date", arena_printf(arena, "1 %s %s", date_month_name(10), assessed)},
        {"plan_from", arena_printf(arena, "1 %s %s", date_month_name(10), assessed)},
        {"plan_to", arena_printf(arena, "30 %s %s", date_month_name(9), plan)},
        {"agency", start_typed(arena, setup->agency)},
        {"short_name", typed_or_none(arena, setup->short_name)},
        {"kind", typed_or_none(arena, setup->kind)},
        {"default_guideline", typed_or_none(arena, setup->default_guideline)},
    };
    memcpy(value, all, sizeof all);
    return (struct start_values){value, VALUES};
}

bool start_fresh(struct arena *arena, const struct start_setup *setup, struct kept *schemes,
                 struct sources *sources, struct diag *diag, struct start_made *out)
{
    *out = (struct start_made){0};
    struct start_scheme scheme;
    bool fine = start_find_scheme(arena, setup, schemes, sources, diag, &scheme);
    if (fine && scheme.is_copied)
        fine = start_add_copy(arena, out, scheme.named, scheme.path, diag);
    const char *folder = file_join(arena, setup->data, "layouts/new");
    for (size_t i = 0; fine && i < NAMES_COUNT; i++) {
        const char *path = file_join(arena, folder, arena_printf(arena, "%s.in", NAMES[i]));
        struct buffer text = {0};
        const struct source *from = sources_read(sources, path, (struct place){0}, diag);
        fine = from != NULL;
        if (!fine)
            break;
        start_fill(arena, from->text, scheme.thing, values_of(arena, setup, &scheme), &text);
        start_add_bytes(arena, out, NAMES[i], arena_copy(arena, buffer_text(&text), text.length),
                        text.length);
        buffer_free(&text);
    }
    if (fine) {
        out->year = scheme.thing->fiscal_year.value;
        out->questions = scheme.thing->questions;
    }
    out->loan = scheme.loan;
    return fine;
}
