/*
 * Seven objects a font: the font, its descendant, the descriptor, the program, the map from codes to
 * CIDs (each to itself), from CIDs to the program's glyphs, and from codes to characters.
 */
#include "pdf/fonts.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"

enum { SYMBOLIC = 4, ITALIC = 64, TAG = 6, BOLD = 600 };

static const char MAP_HEAD[] = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                               "/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 0>>def\n"
                               "/CMapName /%s def\n/CMapType %d def\n"
                               "1 begincodespacerange\n<00><FF>\nendcodespacerange\n";
static const char MAP_FOOT[] = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

/* Subsets are told apart by six letters, made from their bytes. */
static const char *tagged_name(struct objects *objects, const struct pdf_font *font)
{
    uint64_t hash = hash_wide_bytes(HASH_WIDE_START, font->program, font->length);
    char tag[TAG + 1] = {0};
    for (int i = 0; i < TAG; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return arena_printf(objects->arena, "%s+%s", tag, font->name);
}

static int write_program(struct objects *objects, const struct pdf_font *font)
{
    int number = writer_reserve(objects->writer, 1);
    writer_stream(objects->writer, number,
                  arena_printf(objects->arena, "/Length1 %zu", font->length), font->program,
                  font->length);
    return number;
}

static int write_descriptor(struct objects *objects, const struct pdf_font *font, const char *name)
{
    int program = write_program(objects, font);
    int number = writer_reserve(objects->writer, 1);
    struct buffer *out = writer_open(objects->writer, number);
    buffer_printf(out, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]", name,
                  SYMBOLIC | (font->slant != 0 ? ITALIC : 0), font->left, font->bottom, font->right,
                  font->top);
    buffer_printf(out, "/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d", font->slant,
                  font->ascent, font->descent, font->cap_height, font->weight >= BOLD ? 140 : 80);
    buffer_printf(out, "/FontFile2 %d 0 R>>", program);
    writer_close(objects->writer);
    return number;
}

static int write_glyph_map(struct objects *objects, const struct pdf_font *font)
{
    char map[PDF_CODES * 2];
    for (int i = 0; i < PDF_CODES; i++) {
        map[i * 2] = (char)(font->code[i].glyph >> 8);
        map[i * 2 + 1] = (char)(font->code[i].glyph & 0xFF);
    }
    int number = writer_reserve(objects->writer, 1);
    writer_stream(objects->writer, number, "", map, sizeof map);
    return number;
}

static int write_descendant(struct objects *objects, const struct pdf_font *font, const char *name)
{
    int descriptor = write_descriptor(objects, font, name);
    int map = write_glyph_map(objects, font);
    int number = writer_reserve(objects->writer, 1);
    struct buffer *out = writer_open(objects->writer, number);
    buffer_printf(out, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/FontDescriptor %d 0 R", name,
                  descriptor);
    buffer_printf(out,
                  "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                  "/CIDToGIDMap %d 0 R/DW 0/W[0[",
                  map);
    for (int i = 0; i < PDF_CODES; i++)
        buffer_printf(out, "%d ", font->code[i].width);
    buffer_add_string(out, "]]>>");
    writer_close(objects->writer);
    return number;
}

static int write_encoding(struct objects *objects)
{
    struct buffer text = {0};
    buffer_printf(&text, MAP_HEAD, "Identity", "Bytes", 1);
    buffer_add_string(&text, "1 begincidrange\n<00><FF> 0\nendcidrange\n");
    buffer_add_string(&text, MAP_FOOT);
    int number = writer_reserve(objects->writer, 1);
    writer_stream(objects->writer, number,
                  "/Type/CMap/CMapName/Bytes/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                  "/Supplement 0>>",
                  text.bytes, text.length);
    buffer_free(&text);
    return number;
}

static void add_unicode(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    buffer_add_char(out, '<');
    for (size_t at = 0; at < length;) {
        char32_t c = utf8_next(text, length, &at);
        if (c >= 0x10000) {
            buffer_printf(out, "%04X", 0xD800u + (unsigned)((c - 0x10000) >> 10));
            c = 0xDC00u + ((c - 0x10000) & 0x3FF);
        }
        buffer_printf(out, "%04X", (unsigned)c);
    }
    buffer_add_string(out, ">\n");
}

/* At most a hundred characters are in one list. */
static void add_characters(struct buffer *out, const struct pdf_font *font)
{
    enum { LIST = 100 };
    int used[PDF_CODES];
    int count = 0;
    for (int i = 0; i < PDF_CODES; i++)
        if (font->code[i].text != NULL)
            used[count++] = i;
    for (int i = 0; i < count; i++) {
        if (i % LIST == 0)
            buffer_printf(out, "%d beginbfchar\n", count - i < LIST ? count - i : LIST);
        buffer_printf(out, "<%02X>", (unsigned)used[i]);
        add_unicode(out, font->code[used[i]].text);
        if (i % LIST == LIST - 1 || i == count - 1)
            buffer_add_string(out, "endbfchar\n");
    }
}

static int write_characters(struct objects *objects, const struct pdf_font *font)
{
    struct buffer text = {0};
    buffer_printf(&text, MAP_HEAD, "UCS", "Characters", 2);
    add_characters(&text, font);
    buffer_add_string(&text, MAP_FOOT);
    int number = writer_reserve(objects->writer, 1);
    writer_stream(objects->writer, number, "", text.bytes, text.length);
    buffer_free(&text);
    return number;
}

int fonts_write(struct objects *objects, const struct pdf_font *font)
{
    const char *name = tagged_name(objects, font);
    int descendant = write_descendant(objects, font, name);
    int encoding = write_encoding(objects);
    int characters = write_characters(objects, font);
    int number = writer_reserve(objects->writer, 1);
    struct buffer *out = writer_open(objects->writer, number);
    buffer_printf(out, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding %d 0 R", name, encoding);
    buffer_printf(out, "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", descendant, characters);
    writer_close(objects->writer);
    return number;
}
