/*
 * Fonts and images are found where pages name them, so that the many other objects of Cairo's file
 * are never read. Cairo shares fonts over pages: a font is mended the first time it is met.
 */
#include "finish/resources.h"

/* Calls a function with every value of a dictionary, if it is one. */
static void for_each(struct pass *pass, qpdf_oh dictionary,
                     void (*mend)(struct pass *pass, qpdf_oh value))
{
    if (qpdf_oh_is_dictionary(pass->pdf, dictionary)) {
        qpdf_oh_begin_dict_key_iter(pass->pdf, dictionary);
        while (qpdf_oh_dict_more_keys(pass->pdf)) {
            const char *key = qpdf_oh_dict_next_key(pass->pdf);
            qpdf_oh value = qpdf_oh_get_key(pass->pdf, dictionary, key);
            mend(pass, value);
            qpdf_oh_release(pass->pdf, value);
        }
    }
    qpdf_oh_release(pass->pdf, dictionary);
}

static void mend_font(struct pass *pass, qpdf_oh font)
{
    qpdf_oh list = qpdf_oh_get_key(pass->pdf, font, "/DescendantFonts");
    if (qpdf_oh_is_array(pass->pdf, list) && qpdf_oh_get_array_n_items(pass->pdf, list) == 1) {
        qpdf_oh inner = qpdf_oh_get_array_item(pass->pdf, list, 0);
        if (qpdf_oh_is_dictionary_of_type(pass->pdf, inner, "/Font", "/CIDFontType2") &&
            !qpdf_oh_has_key(pass->pdf, inner, "/CIDToGIDMap"))
            pdf_set_name(pass, inner, "/CIDToGIDMap", "/Identity");
        qpdf_oh_release(pass->pdf, inner);
    }
    qpdf_oh_release(pass->pdf, list);
}

static void mend_image(struct pass *pass, qpdf_oh image)
{
    if (!qpdf_oh_is_stream(pass->pdf, image))
        return;
    qpdf_oh dictionary = qpdf_oh_get_dict(pass->pdf, image);
    qpdf_oh_remove_key(pass->pdf, dictionary, "/Interpolate");
    qpdf_oh mask = qpdf_oh_get_key(pass->pdf, dictionary, "/SMask");
    if (qpdf_oh_is_stream(pass->pdf, mask)) {
        qpdf_oh inner = qpdf_oh_get_dict(pass->pdf, mask);
        qpdf_oh_remove_key(pass->pdf, inner, "/Interpolate");
        qpdf_oh_release(pass->pdf, inner);
    }
    qpdf_oh_release(pass->pdf, mask);
    qpdf_oh_release(pass->pdf, dictionary);
}

void resources_mend(struct pass *pass)
{
    for (size_t i = 0; i < pass->job->pages; i++) {
        qpdf_oh resources = qpdf_oh_get_key(pass->pdf, pass->page[i], "/Resources");
        for_each(pass, qpdf_oh_get_key_if_dict(pass->pdf, resources, "/Font"), mend_font);
        for_each(pass, qpdf_oh_get_key_if_dict(pass->pdf, resources, "/XObject"), mend_image);
        qpdf_oh_release(pass->pdf, resources);
    }
}
