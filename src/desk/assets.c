/* assets.S brings the bytes. */
#include "desk/assets.h"

#include <string.h>

#define ASSET(name) extern const char desk_##name[], desk_##name##_end[]
ASSET(html);
ASSET(css);
ASSET(words);
ASSET(pages);
ASSET(cards);
ASSET(ask);
ASSET(bones);
ASSET(edit);
ASSET(fix);
ASSET(search);
ASSET(main);

static const char HTML[] = "text/html; charset=utf-8";
static const char CSS[] = "text/css; charset=utf-8";
static const char SCRIPT[] = "text/javascript; charset=utf-8";

static const struct asset ASSETS[] = {
    {"", HTML, desk_html, desk_html_end},
    {"desk.css", CSS, desk_css, desk_css_end},
    {"words.js", SCRIPT, desk_words, desk_words_end},
    {"pages.js", SCRIPT, desk_pages, desk_pages_end},
    {"cards.js", SCRIPT, desk_cards, desk_cards_end},
    {"ask.js", SCRIPT, desk_ask, desk_ask_end},
    {"bones.js", SCRIPT, desk_bones, desk_bones_end},
    {"edit.js", SCRIPT, desk_edit, desk_edit_end},
    {"fix.js", SCRIPT, desk_fix, desk_fix_end},
    {"search.js", SCRIPT, desk_search, desk_search_end},
    {"desk.js", SCRIPT, desk_main, desk_main_end},
};

const struct asset *asset_find(const char *name)
{
    for (size_t i = 0; i < sizeof ASSETS / sizeof *ASSETS; i++)
        if (strcmp(ASSETS[i].name, name) == 0)
            return &ASSETS[i];
    return NULL;
}
