/* HarfBuzz cuts; glyphs get new numbers in the order of the numbers they had. */
#include "text/subset.h"

#include <hb-subset.h>

#include "text/fonts.h"

/* What only hinted, signed or edited fonts need, and what only shaping needs. */
static const char *const NEVER[] = {"gasp", "cvt ", "fpgm", "prep", "DSIG", "FFTM"};
static const char *const SHAPING[] = {"GSUB", "GPOS", "GDEF", "kern",
                                      "cmap", "name", "OS/2", "post"};

static void drop(hb_subset_input_t *input, const char *const *table, size_t count)
{
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < count; i++)
        hb_set_add(dropped, hb_tag_from_string(table[i], 4));
}

static hb_subset_plan_t *plan_new(hb_face_t *face, const struct subset_wanted *wanted)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL)
        return NULL;
    for (size_t i = 0; i < wanted->glyphs; i++)
        hb_set_add(hb_subset_input_glyph_set(input), wanted->glyph[i]);
    for (size_t i = 0; i < wanted->characters; i++)
        hb_set_add(hb_subset_input_unicode_set(input), wanted->character[i]);
    drop(input, NEVER, sizeof NEVER / sizeof *NEVER);
    if (!wanted->keeps_shaping)
        drop(input, SHAPING, sizeof SHAPING / sizeof *SHAPING);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face, input);
    hb_subset_input_destroy(input);
    return plan;
}

static void add_program(hb_face_t *cut, struct buffer *out)
{
    hb_blob_t *blob = hb_face_reference_blob(cut);
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    buffer_add(out, bytes, length);
    hb_blob_destroy(blob);
}

bool subset_make(const struct text_face *face, const struct subset_wanted *wanted, uint32_t *number,
                 struct buffer *out)
{
    hb_subset_plan_t *plan = plan_new(hb_font_get_face(fonts_shaper(face)), wanted);
    hb_face_t *cut = plan != NULL ? hb_subset_plan_execute_or_fail(plan) : NULL;
    bool good = cut != NULL;
    if (good) {
        const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
        for (size_t i = 0; number != NULL && i < wanted->glyphs; i++)
            number[i] = hb_map_get(map, wanted->glyph[i]);
        add_program(cut, out);
    }
    hb_face_destroy(cut);
    hb_subset_plan_destroy(plan);
    return good;
}
