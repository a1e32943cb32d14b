/* All objects of Cairo's file, by number: there are few, some hundred with 50 pages. */
#include "finish/resources.h"

static void mend_font(struct pass *pass, qpdf_oh font)
{
    if (!qpdf_oh_has_key(pass->pdf, font, "/CIDToGIDMap"))
        pdf_set_name(pass, font, "/CIDToGIDMap", "/Identity");
}

static void mend_object(struct pass *pass, qpdf_oh object)
{
    if (qpdf_oh_is_stream(pass->pdf, object)) {
        qpdf_oh dictionary = qpdf_oh_get_dict(pass->pdf, object);
        qpdf_oh_remove_key(pass->pdf, dictionary, "/Interpolate");
        qpdf_oh_release(pass->pdf, dictionary);
    } else if (qpdf_oh_is_dictionary_of_type(pass->pdf, object, "/Font", "/CIDFontType2")) {
        mend_font(pass, object);
    }
}

/* Cairo numbers its objects from 1 without gaps; /Size is one more than the highest. */
void resources_mend(struct pass *pass)
{
    qpdf_oh trailer = qpdf_get_trailer(pass->pdf);
    qpdf_oh size = qpdf_oh_get_key(pass->pdf, trailer, "/Size");
    int count = qpdf_oh_get_int_value_as_int(pass->pdf, size);
    for (int id = 1; id < count; id++) {
        qpdf_oh object = qpdf_get_object_by_id(pass->pdf, id, 0);
        mend_object(pass, object);
        qpdf_oh_release(pass->pdf, object);
    }
    qpdf_oh_release(pass->pdf, size);
    qpdf_oh_release(pass->pdf, trailer);
}
