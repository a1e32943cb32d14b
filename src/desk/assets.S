/* The files of src/desk/page, byte for byte. ASSET(name) is what assets.c calls them. */
        .section .rodata
#define ASSET(name, file)            \
        .global desk_##name, desk_##name##_end; \
desk_##name:                         \
        .incbin file;                \
desk_##name##_end:                   \
        .byte 0

        ASSET(html, "src/desk/page/desk.html")
        ASSET(css, "src/desk/page/desk.css")
        ASSET(words, "src/desk/page/words.js")
        ASSET(pages, "src/desk/page/pages.js")
        ASSET(cards, "src/desk/page/cards.js")
        ASSET(ask, "src/desk/page/ask.js")
        ASSET(bones, "src/desk/page/bones.js")
        ASSET(edit, "src/desk/page/edit.js")
        ASSET(fix, "src/desk/page/fix.js")
        ASSET(search, "src/desk/page/search.js")
        ASSET(main, "src/desk/page/desk.js")

        .section .note.GNU-stack,"",%progbits
