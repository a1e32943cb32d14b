/* What many documents borrow. The file names are those of the data folder, where set-up puts fonts and dictionary. */
#include "text/engine.h"

#include <stdlib.h>

#include "source/file.h"
#include "source/sources.h"

static void *resources_fail(struct text_resources *resources)
{
    text_resources_free(resources);
    return NULL;
}

struct text_resources *text_resources_new(const struct text_files *files, struct sources *sources,
                                          struct diag *diag)
{
    struct text_resources *resources = memory_zeroed(1, sizeof *resources);
    struct place nowhere = {0};
    resources->fonts = fonts_new(files->fonts, sources);
    if (resources->fonts == NULL) {
        diag_say(diag, MESSAGE_TEXT_NO_FONTS, nowhere, files->fonts);
        return resources_fail(resources);
    }
    if (files->dictionary != NULL)
        sources_watch(sources, files->dictionary);
    resources->thai = thai_new(files->dictionary);
    if (resources->thai == NULL) {
        diag_say(diag, MESSAGE_TEXT_NO_DICTIONARY, nowhere,
                 files->dictionary != NULL ? files->dictionary : "libthai");
        return resources_fail(resources);
    }
    if (files->compounds != NULL) {
        sources_watch(sources, files->compounds);
        resources->compounds = compounds_open(files->compounds);
        if (resources->compounds == NULL) {
            diag_say(diag, MESSAGE_TEXT_NO_DICTIONARY, nowhere, files->compounds);
            return resources_fail(resources);
        }
    }
    resources->words = break_words_new(files->words, sources, diag);
    if (resources->words == NULL)
        return resources_fail(resources);
    resources->pieces = pieces_new(resources->fonts);
    if (files->patterns != NULL) {
        sources_watch(sources, files->patterns);
        resources->patterns = patterns_new(files->patterns);
    }
    return resources;
}

void text_resources_free(struct text_resources *resources)
{
    if (resources == NULL)
        return;
    patterns_free(resources->patterns);
    pieces_free(resources->pieces);
    break_words_free(resources->words);
    compounds_free(resources->compounds);
    thai_free(resources->thai);
    fonts_free(resources->fonts);
    free(resources);
}

struct text_families text_find_families(const struct text_resources *resources, struct arena *arena,
                                        const char *families)
{
    return fonts_find_families(resources->fonts, arena, families);
}

/* ---- on a shelf ---- */

static void *make_kept(const char *path, struct place from, struct sources *sources,
                       struct diag *diag)
{
    (void)from;
    struct arena *arena = arena_new();
    const char *fonts = file_join(arena, path, "fonts");
    const char *dictionary = file_join(arena, fonts, "thai.tri");
    const char *compounds = file_join(arena, fonts, "thai.compounds");
    if (!file_exists(dictionary))
        diag_say(diag, MESSAGE_TEXT_LIBRARY_DICTIONARY, (struct place){0}, dictionary);
    struct text_files files = {.fonts = fonts,
                               .dictionary = file_exists(dictionary) ? dictionary : NULL,
                               .compounds = file_exists(compounds) ? compounds : NULL,
                               .patterns = file_join(arena, fonts, "hyph_en_US.dic"),
                               .words = file_join(arena, path, "words")};
    struct text_resources *resources = text_resources_new(&files, sources, diag);
    arena_free(arena);
    return resources;
}

static void free_kept(void *resources)
{
    text_resources_free(resources);
}

const struct kept_kind text_resources_kind = {make_kept, free_kept};
