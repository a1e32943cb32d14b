/* What one document is set with, and the one way from a string to a shaped paragraph. */
#include "text/engine.h"

#include <stdlib.h>

#include "text/breaks.h"
#include "text/justify.h"

struct text_engine *text_engine_new(const struct text_setup *setup)
{
    struct text_engine *engine = memory_zeroed(1, sizeof *engine);
    engine->resources = setup->resources;
    engine->characters = characters_new();
    struct tokens_lists lists = {.words = setup->resources->words,
                                 .compounds = setup->resources->compounds,
                                 .term = setup->terms,
                                 .count = setup->terms_count};
    engine->scanner = tokens_scanner_new(&lists);
    engine->hyphens.patterns = setup->hyphenate ? setup->resources->patterns : NULL;
    return engine;
}

void text_engine_free(struct text_engine *engine)
{
    if (engine == NULL)
        return;
    shape_cache_free(engine->cache);
    free(engine->used.path);
    tokens_scanner_free(engine->scanner);
    characters_free(engine->characters);
    free(engine);
}

void text_engine_keep_shaped(struct text_engine *engine)
{
    if (engine->cache == NULL)
        engine->cache = shape_cache_new();
}

/* What a shaped text has from its input and not from shaping. */
static void take_input(struct text_shaped *shaped, const struct text_input *input)
{
    shaped->bytes = input->bytes;
    shaped->length = input->length;
    shaped->span = input->span;
    shaped->spans = input->spans;
    shaped->place = input->place;
}

/* Of the first span that is not raised. */
static int32_t em_of(const struct text_input *input)
{
    for (size_t i = 0; i < input->spans; i++)
        if (input->span[i].rise == 0)
            return input->span[i].font.size;
    return input->spans > 0 ? input->span[0].font.size : 0;
}

/* Whether there are any. */
static bool raise_spans(struct characters *characters, const struct text_input *input)
{
    size_t at = 0;
    bool found = false;
    for (size_t i = 0; i < input->spans; i++) {
        if (input->span[i].rise == 0)
            continue;
        while (characters->at[at].start < input->span[i].start)
            at++;
        characters_raise(characters, &at, input->span[i].end);
        found = true;
    }
    return found;
}

static struct text_shaped *shape(struct text_engine *engine, struct arena *arena,
                                 const struct text_input *input, struct diag *diag)
{
    struct text_shaped *shaped = ARENA_NEW(arena, struct text_shaped, 1);
    take_input(shaped, input);
    shaped->em = em_of(input);
    characters_read(engine->characters, input->bytes, input->length);
    bool has_raised = raise_spans(engine->characters, input);
    struct tokens tokens =
        tokens_scan(engine->scanner, engine->resources->thai, engine->characters);
    shape_paragraph(engine, arena, shaped, diag);
    justify_fix_spaces(shaped);
    if (has_raised)
        justify_close_raised(shaped);
    breaks_apply(&tokens, shaped);
    hyphens_mark(&tokens, shaped);
    return shaped;
}

/* A text about which there is something to say is not kept: it has to be said in every round. */
static const struct text_shaped *shape_kept(struct text_engine *engine,
                                            const struct text_input *input, struct diag *diag)
{
    const struct text_shaped *kept = shape_cache_find(engine->cache, input);
    if (kept != NULL)
        return kept;
    size_t before = diag_mark(diag);
    kept = shape(engine, shape_cache_arena(engine->cache), input, diag);
    if (diag_mark(diag) == before)
        shape_cache_keep(engine->cache, kept);
    return kept;
}

struct text_shaped *text_shape(struct text_engine *engine, struct arena *arena,
                               const struct text_input *input, struct diag *diag)
{
    if (engine->cache == NULL)
        return shape(engine, arena, input, diag);
    struct text_shaped *shaped = ARENA_NEW(arena, struct text_shaped, 1);
    *shaped = *shape_kept(engine, input, diag);
    take_input(shaped, input);
    return shaped;
}

struct text_extents text_extents(struct text_engine *engine, const struct text_font *font)
{
    struct fonts *fonts = engine->resources->fonts;
    const PangoFontDescription *description = fonts_describe(fonts, font);
    if (description == NULL)
        return (struct text_extents){font->size, font->size / 4};
    return fonts_extents(fonts, description);
}
