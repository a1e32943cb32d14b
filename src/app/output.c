/* Files are compared by device and number; what may not exist yet, by the folder it is to be in. */
#include "app/output.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/hash.h"
#include "source/file.h"
#include "source/folder.h"

enum {
    SLUG_MOST = 180, /* bytes: a name with what is put around it has at most 255 */
    DEEPEST = 8,     /* folders inside an edition's */
    MOST_FILES = 20000
};

/* ---- names ---- */

/* At most so many bytes of a name, whole characters; where it is cut, names that begin alike are
 * told apart by a number. */
static const char *shortened(struct arena *arena, char *slug, size_t length)
{
    if (length <= SLUG_MOST)
        return slug;
    uint32_t hash = HASH_START;
    for (size_t i = 0; i < length; i++)
        hash = hash_step(hash, (unsigned char)slug[i]);
    size_t cut = SLUG_MOST - strlen("-00000000");
    while (cut > 0 && ((unsigned char)slug[cut] & 0xC0) == 0x80)
        cut--;
    return arena_printf(arena, "%.*s-%08" PRIx32, (int)cut, slug, hash);
}

/* The agency's name as a folder's: letters, marks and digits of any script; the rest are hyphens. */
static const char *slug_of(struct arena *arena, const char *name)
{
    char *slug = arena_string(arena, name);
    size_t used = 0;
    for (const char *c = name; *c != '\0'; c++) {
        bool is_plain = (unsigned char)*c >= 0x80 || (*c >= '0' && *c <= '9') ||
                        (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                        (*c == '.' && used > 0);
        if (is_plain)
            slug[used++] = *c;
        else if (used > 0 && slug[used - 1] != '-')
            slug[used++] = '-';
    }
    while (used > 0 && (slug[used - 1] == '-' || slug[used - 1] == '.'))
        used--;
    slug[used] = '\0';
    return used > 0 ? shortened(arena, slug, used) : "report";
}

const char *output_folder(struct arena *arena, const struct edition_profile *edition)
{
    const char *name = edition->agency.short_name.bytes;
    if (name == NULL)
        name = edition->agency.name.bytes != NULL ? edition->agency.name.bytes : "";
    return arena_printf(arena, "%" PRId64 "-%s", edition->fiscal_year.value, slug_of(arena, name));
}

const char *output_report(struct arena *arena, const struct edition_profile *edition,
                          const struct output_kind *kind)
{
    const char *layout = "", *pages = "";
    if (kind->layout != NULL && strcmp(kind->layout, edition->layout.bytes) != 0) {
        const char *name = file_name(kind->layout);
        layout = arena_printf(arena, "-%.*s", (int)strcspn(name, "."), name);
    }
    if (kind->first > 0 && kind->first == kind->last)
        pages = arena_printf(arena, "-page-%zu", kind->first);
    else if (kind->first > 0)
        pages = arena_printf(arena, "-pages-%zu-%zu", kind->first, kind->last);
    return arena_printf(arena, "report%s%s%s.pdf", layout, kind->draft ? "-draft" : "", pages);
}

const char *output_page(struct arena *arena, const struct output_kind *kind, size_t page,
                        const char *ending)
{
    return arena_printf(arena, "page-%02zu%s.%s", page, kind->draft ? "-draft" : "", ending);
}

/* ---- what is an input ---- */

static bool is_file(const char *path, const struct file_stamp *wanted)
{
    struct file_stamp stamp = file_stamp(path);
    return stamp.inode == wanted->inode && stamp.device == wanted->device;
}

/* A walk through a folder for a file. */
struct search {
    struct arena *arena;
    struct file_stamp target;
    bool all; /* else pictures and YAML files only */
    size_t files;
};

/* YAML files first, then pictures. */
static const char *const ENDINGS[] = {".yaml", ".yml", ".png", ".jpg", ".jpeg", ".svg"};

enum { YAML_ENDINGS = 2, ALL_ENDINGS = sizeof ENDINGS / sizeof ENDINGS[0] };

static bool has_ending(const char *path, size_t endings)
{
    const char *dot = strrchr(file_name(path), '.');
    for (size_t i = 0; dot != NULL && i < endings; i++)
        if (strcasecmp(dot, ENDINGS[i]) == 0)
            return true;
    return false;
}

/* Whether the file is one of the folder's, or of those inside it. */
static bool holds(struct search *search, const char *folder, int depth)
{
    struct folder_files files = folder_list(search->arena, folder, NULL);
    for (size_t i = 0; i < files.count && search->files++ < MOST_FILES; i++) {
        const char *path = files.path[i];
        if ((search->all || has_ending(path, ALL_ENDINGS)) && is_file(path, &search->target))
            return true;
        if (depth < DEEPEST && file_is_folder(path) && holds(search, path, depth + 1))
            return true;
    }
    return false;
}

/* Whether it is a file of an edition's folder, or would be one that looks like its data. */
static bool is_edition_file(struct arena *arena, const char *folder, const char *path)
{
    if (folder == NULL)
        return false;
    struct search search = {.arena = arena, .target = file_stamp(path)};
    if (search.target.inode == 0)
        return has_ending(path, YAML_ENDINGS) &&
               file_is_below(file_real(arena, folder), file_real(arena, path));
    return holds(&search, folder, 0);
}

/* Whether it is a file of one of the program's folders, or would be a new one there. */
static bool is_program_file(struct arena *arena, const char *data, const char *path)
{
    static const char *const FOLDERS[] = {"layouts", "words", "fonts"};
    struct search search = {.arena = arena, .target = file_stamp(path), .all = true};
    const char *real = file_real(arena, path);
    for (size_t i = 0; data != NULL && i < sizeof FOLDERS / sizeof FOLDERS[0]; i++) {
        const char *folder = file_join(arena, data, FOLDERS[i]);
        if (file_is_below(file_real(arena, folder), real) ||
            (search.target.inode != 0 && holds(&search, folder, 0)))
            return true;
    }
    return false;
}

bool output_spares(struct arena *arena, const struct output_inputs *inputs, const char *path,
                   struct diag *diag)
{
    struct file_stamp target = file_stamp(path);
    if (target.inode != 0 && !file_is_ordinary(path))
        return true;
    bool is_earlier = false;
    for (size_t i = 0; inputs->earlier != NULL && !is_earlier && i < inputs->earlier->count; i++)
        is_earlier = is_edition_file(arena, inputs->earlier->item[i]->edition->folder, path);
    bool is_input = sources_has(inputs->sources, &target) ||
                    is_program_file(arena, inputs->data, path) ||
                    is_edition_file(arena, inputs->edition, path) || is_earlier;
    if (is_input)
        diag_say(diag, MESSAGE_OUTPUT_IS_INPUT, (struct place){0}, path);
    return !is_input;
}
