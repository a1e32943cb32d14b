/*
 * A font file has as many fonts of the PDF as its codes fill. Codes are found by the glyph, through
 * a table per file, and then by the bytes they say, through a short list.
 */
#include "pdf/typefaces.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "paint/spoken.h"
#include "pdf/embed.h"

enum {
    GLYPHS = 65536,
    NONE = -1,
    SKIPPED = 5 /* codes that are not given out */
};

/* Glyphs that are to have codes of one font. */
struct together {
    const struct typefaces_glyph *const *glyph;
    size_t count;
    struct typefaces_code *code;
};

/* A variant with the characters it says. */
struct entry {
    struct embed_variant variant;
    const char *bytes; /* as in the paragraph */
    size_t length;
    const char *text; /* as in the file */
    int font, code, width;
    int next; /* of the same glyph, or NONE */
};

struct file {
    const void *identity;
    const struct text_face *face; /* any of its sizes */
    int *first;                   /* by glyph: an entry, or NONE */
    int16_t *width;               /* by glyph: thousandths of an em, or NONE */
    int font;                     /* of the PDF, being filled */
    int next;                     /* its next code */
};

/* What is known of a size of a file. */
struct sized {
    const struct text_face *face;
    size_t file;
    int size;
};

/* What the codes of a font of the PDF show. */
struct font_variants {
    const struct text_face *face;
    struct embed_variant variant[PDF_CODES];
};

struct typefaces {
    struct arena *arena;
    struct entry *entry;
    size_t entries, entry_room;
    struct file *file;
    size_t files, file_room;
    struct sized *sized;
    size_t sizes, sized_room, last;
    struct pdf_font *font;
    struct font_variants *font_variant;
    size_t fonts, font_room, variant_room;
};

struct typefaces *typefaces_new(void)
{
    struct typefaces *typefaces = memory_zeroed(1, sizeof *typefaces);
    typefaces->arena = arena_new();
    return typefaces;
}

void typefaces_free(struct typefaces *typefaces)
{
    if (typefaces == NULL)
        return;
    for (size_t i = 0; i < typefaces->files; i++) {
        free(typefaces->file[i].first);
        free(typefaces->file[i].width);
    }
    free(typefaces->entry);
    free(typefaces->file);
    free(typefaces->sized);
    free(typefaces->font);
    free(typefaces->font_variant);
    arena_free(typefaces->arena);
    free(typefaces);
}

/* ---- Finding ---- */

static size_t file_of(struct typefaces *typefaces, const struct text_face *face)
{
    const void *identity = embed_identity(face);
    for (size_t i = 0; i < typefaces->files; i++)
        if (typefaces->file[i].identity == identity)
            return i;
    typefaces->file = memory_room(typefaces->file, typefaces->files, &typefaces->file_room,
                                  sizeof *typefaces->file);
    struct file file = {.identity = identity, .face = face, .font = NONE};
    file.first = memory_grow(NULL, GLYPHS, sizeof *file.first);
    file.width = memory_grow(NULL, GLYPHS, sizeof *file.width);
    for (int i = 0; i < GLYPHS; i++)
        file.first[i] = file.width[i] = NONE;
    typefaces->file[typefaces->files] = file;
    return typefaces->files++;
}

/* The face that was needed last is the most likely one. */
static const struct sized *sized_of(struct typefaces *typefaces, const struct text_face *face)
{
    size_t at = typefaces->last;
    if (at < typefaces->sizes && typefaces->sized[at].face == face)
        return &typefaces->sized[at];
    for (at = 0; at < typefaces->sizes && typefaces->sized[at].face != face;)
        at++;
    typefaces->last = at;
    if (at < typefaces->sizes)
        return &typefaces->sized[at];
    typefaces->sized = memory_room(typefaces->sized, typefaces->sizes, &typefaces->sized_room,
                                   sizeof *typefaces->sized);
    typefaces->sized[typefaces->sizes++] =
        (struct sized){face, file_of(typefaces, face), (int)decimal_hundredths(embed_size(face))};
    return &typefaces->sized[at];
}

static bool same_variant(const struct embed_variant *a, const struct embed_variant *b)
{
    return a->glyph == b->glyph && a->x == b->x && a->y == b->y && a->wider == b->wider &&
           a->added == b->added && a->added_x == b->added_x && a->added_y == b->added_y;
}

static struct embed_variant variant_of(const struct typefaces_glyph *glyph)
{
    assert(glyph->index < GLYPHS);
    struct embed_variant variant = {.glyph = glyph->index, .added = glyph->added};
    variant.x = embed_units(glyph->face, glyph->x) + embed_design(glyph->face, glyph->moved);
    variant.wider = embed_design(glyph->face, glyph->wider);
    variant.y = embed_units(glyph->face, -glyph->y);
    if (glyph->added != 0) {
        variant.added_x = embed_units(glyph->face, glyph->added_x);
        variant.added_y = embed_units(glyph->face, -glyph->added_y);
    }
    return variant;
}

/* Of a font of the PDF, or of any. */
static const struct entry *entry_of(const struct typefaces *typefaces, const struct file *file,
                                    const struct typefaces_glyph *glyph, int font)
{
    struct embed_variant variant = variant_of(glyph);
    for (int i = file->first[variant.glyph]; i != NONE; i = typefaces->entry[i].next) {
        const struct entry *entry = &typefaces->entry[i];
        if (entry->length == glyph->length && same_variant(&entry->variant, &variant) &&
            (font == NONE || entry->font == font) &&
            memcmp(entry->bytes, glyph->bytes, glyph->length) == 0)
            return entry;
    }
    return NULL;
}

int typefaces_size(struct typefaces *typefaces, const struct text_face *face)
{
    return sized_of(typefaces, face)->size;
}

int typefaces_width(struct typefaces *typefaces, const struct text_face *face, uint32_t glyph)
{
    assert(glyph < GLYPHS);
    size_t number = sized_of(typefaces, face)->file;
    struct file *file = &typefaces->file[number];
    if (file->width[glyph] == NONE)
        file->width[glyph] = (int16_t)embed_width(face, glyph);
    return file->width[glyph];
}

/* ---- Giving out codes ---- */

/* The next code after one: not 0, not what a string escapes or changes, not the plain space's. */
static int code_after(int code)
{
    do
        code++;
    while (code == '(' || code == ')' || code == '\\' || code == '\r' || code == TYPEFACES_SPACE);
    return code;
}

static void open_font(struct typefaces *typefaces, struct file *file)
{
    typefaces->font = memory_room(typefaces->font, typefaces->fonts, &typefaces->font_room,
                                  sizeof *typefaces->font);
    typefaces->font_variant =
        memory_room(typefaces->font_variant, typefaces->fonts, &typefaces->variant_room,
                    sizeof *typefaces->font_variant);
    typefaces->font[typefaces->fonts] = (struct pdf_font){0};
    typefaces->font_variant[typefaces->fonts] = (struct font_variants){.face = file->face};
    file->font = (int)typefaces->fonts++;
    file->next = code_after(0);
}

/* Whether an entry is the space that TYPEFACES_SPACE means, and the font has none yet. */
static bool is_plain_space(const struct typefaces *typefaces, const struct file *file,
                           const struct entry *entry)
{
    return strcmp(entry->text, " ") == 0 && entry->variant.glyph == embed_glyph(file->face, ' ') &&
           (file->font == NONE || typefaces->font[file->font].code[TYPEFACES_SPACE].text == NULL);
}

static void take_code(struct typefaces *typefaces, struct file *file, struct entry *entry)
{
    bool plain_space = is_plain_space(typefaces, file, entry);
    if (file->font == NONE || (!plain_space && file->next >= PDF_CODES))
        open_font(typefaces, file);
    entry->font = file->font;
    entry->code = plain_space ? TYPEFACES_SPACE : file->next;
    if (!plain_space)
        file->next = code_after(file->next);
    typefaces->font[file->font].code[entry->code] = (struct pdf_code){0, entry->width, entry->text};
    typefaces->font_variant[file->font].variant[entry->code] = entry->variant;
}

static const struct entry *entry_new(struct typefaces *typefaces, struct file *file,
                                     const struct typefaces_glyph *glyph)
{
    struct embed_variant variant = variant_of(glyph);
    typefaces->entry = memory_room(typefaces->entry, typefaces->entries, &typefaces->entry_room,
                                   sizeof *typefaces->entry);
    struct entry *entry = &typefaces->entry[typefaces->entries];
    *entry = (struct entry){.variant = variant, .length = glyph->length};
    entry->bytes = arena_copy(typefaces->arena, glyph->bytes, glyph->length);
    /* A soft hyphen of the paragraph has no glyph; this one is seen. */
    bool is_hyphen = strncmp(entry->bytes, SPOKEN_HYPHEN, strlen(SPOKEN_HYPHEN)) == 0;
    entry->text =
        is_hyphen ? entry->bytes : spoken_text(typefaces->arena, glyph->bytes, glyph->length);
    entry->width = typefaces_width(typefaces, file->face, variant.glyph) + glyph->wider;
    entry->next = file->first[variant.glyph];
    take_code(typefaces, file, entry);
    file->first[variant.glyph] = (int)typefaces->entries++;
    return entry;
}

/* Codes of one font, or of whichever each has; false when a glyph has none there. */
static bool find_codes(const struct typefaces *typefaces, const struct file *file,
                       const struct together *together, int font)
{
    for (size_t i = 0; i < together->count; i++) {
        const struct entry *entry = entry_of(typefaces, file, together->glyph[i], font);
        if (entry == NULL)
            return false;
        together->code[i] = (struct typefaces_code){entry->font, entry->code, entry->text};
        if (i > 0 && entry->font != together->code[0].font)
            return false;
    }
    return true;
}

/* In the font being filled, or in a new one where that has no room for all. */
static void make_codes(struct typefaces *typefaces, struct file *file,
                       const struct together *together)
{
    if (file->font == NONE || file->next + (int)together->count + SKIPPED > PDF_CODES)
        open_font(typefaces, file);
    for (size_t i = 0; i < together->count; i++) {
        const struct typefaces_glyph *glyph = together->glyph[i];
        const struct entry *entry = entry_of(typefaces, file, glyph, file->font);
        if (entry == NULL)
            entry = entry_new(typefaces, file, glyph);
        together->code[i] = (struct typefaces_code){entry->font, entry->code, entry->text};
    }
}

void typefaces_codes(struct typefaces *typefaces, const struct typefaces_glyph *const glyph[],
                     size_t count, struct typefaces_code code[])
{
    assert(count > 0 && count <= TYPEFACES_TOGETHER);
    struct together together = {glyph, count, code};
    size_t number = sized_of(typefaces, glyph[0]->face)->file;
    struct file *file = &typefaces->file[number];
    if (find_codes(typefaces, file, &together, NONE))
        return;
    for (size_t font = 0; font < typefaces->fonts; font++)
        if (count > 1 && typefaces->font_variant[font].face == file->face &&
            find_codes(typefaces, file, &together, (int)font))
            return;
    make_codes(typefaces, file, &together);
}

/* ---- Handing over ---- */

static bool pdf_font(struct typefaces *typefaces, size_t index, struct diag *diag)
{
    struct pdf_font *font = &typefaces->font[index];
    const struct font_variants *variants = &typefaces->font_variant[index];
    uint32_t number[PDF_CODES];
    struct embed_about about = embed_about(variants->face, typefaces->arena);
    struct buffer program = {0};
    bool good = embed_program(variants->face, variants->variant, PDF_CODES, number, &program);
    if (!good)
        diag_say(diag, MESSAGE_FONT_NOT_EMBEDDED, (struct place){0}, about.name);
    for (int i = 0; i < PDF_CODES && good; i++)
        font->code[i].glyph = number[i];
    font->name = about.name;
    font->program = arena_copy(typefaces->arena, buffer_text(&program), program.length);
    font->length = program.length;
    font->left = about.left;
    font->bottom = about.bottom;
    font->right = about.right;
    font->top = about.top;
    font->ascent = about.ascent;
    font->descent = about.descent;
    font->cap_height = about.cap_height;
    font->slant = about.slant;
    font->weight = about.weight;
    buffer_free(&program);
    return good;
}

bool typefaces_embed(struct typefaces *typefaces, struct pdf_file *file, struct diag *diag)
{
    bool good = true;
    for (size_t i = 0; i < typefaces->fonts; i++)
        good = pdf_font(typefaces, i, diag) && good;
    file->font = typefaces->font;
    file->fonts = typefaces->fonts;
    return good;
}
