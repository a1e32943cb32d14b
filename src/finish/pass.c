/* Thin words over libqpdf's C API; the only place that releases handles one by one. */
#include "finish/pass.h"

#include <assert.h>
#include <stdio.h>

bool pass_failed(struct pass *pass)
{
    return library_failed(pass, pass->pdf);
}

bool library_failed(struct pass *pass, qpdf_data pdf)
{
    const char *text = NULL;
    if (qpdf_has_error(pdf))
        text = qpdf_get_error_full_text(pdf, qpdf_get_error(pdf));
    else if (qpdf_more_warnings(pdf))
        text = qpdf_get_error_full_text(pdf, qpdf_next_warning(pdf));
    if (text == NULL)
        return false;
    diag_say(pass->diag, DIAG_PDF_LIBRARY, (struct place){0}, text);
    return true;
}

void pdf_set(struct pass *pass, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
    qpdf_oh_replace_key(pass->pdf, dictionary, key, value);
    qpdf_oh_release(pass->pdf, value);
}

void pdf_set_integer(struct pass *pass, qpdf_oh dictionary, const char *key, long long value)
{
    pdf_set(pass, dictionary, key, qpdf_oh_new_integer(pass->pdf, value));
}

void pdf_set_name(struct pass *pass, qpdf_oh dictionary, const char *key, const char *name)
{
    assert(name[0] == '/');
    pdf_set(pass, dictionary, key, qpdf_oh_new_name(pass->pdf, name));
}

void pdf_set_text(struct pass *pass, qpdf_oh dictionary, const char *key, const char *utf8)
{
    pdf_set(pass, dictionary, key, qpdf_oh_new_unicode_string(pass->pdf, utf8));
}

void pdf_set_ascii(struct pass *pass, qpdf_oh dictionary, const char *key, const char *bytes)
{
    pdf_set(pass, dictionary, key, qpdf_oh_new_string(pass->pdf, bytes));
}

void pdf_set_bool(struct pass *pass, qpdf_oh dictionary, const char *key, bool value)
{
    pdf_set(pass, dictionary, key, qpdf_oh_new_bool(pass->pdf, value));
}

void pdf_refer(struct pass *pass, qpdf_oh dictionary, const char *key, qpdf_oh indirect)
{
    qpdf_oh_replace_key(pass->pdf, dictionary, key, indirect);
}

void pdf_add(struct pass *pass, qpdf_oh array, qpdf_oh value)
{
    qpdf_oh_append_item(pass->pdf, array, value);
    qpdf_oh_release(pass->pdf, value);
}

void pdf_add_refer(struct pass *pass, qpdf_oh array, qpdf_oh indirect)
{
    qpdf_oh_append_item(pass->pdf, array, indirect);
}

qpdf_oh pdf_indirect_dictionary(struct pass *pass)
{
    qpdf_oh direct = qpdf_oh_new_dictionary(pass->pdf);
    qpdf_oh indirect = qpdf_make_indirect_object(pass->pdf, direct);
    qpdf_oh_release(pass->pdf, direct);
    return indirect;
}

qpdf_oh pdf_parsed(struct pass *pass, const char *text)
{
    return qpdf_oh_parse(pass->pdf, text);
}

/* Units as points with two decimals: a hundredth of a point is far below what a viewer shows. */
qpdf_oh pdf_points(struct pass *pass, int32_t units)
{
    long long hundredths = ((long long)units * 100 + (units >= 0 ? 512 : -512)) / 1024;
    char text[32];
    snprintf(text, sizeof text, "%s%lld.%02lld", hundredths < 0 ? "-" : "",
             (hundredths < 0 ? -hundredths : hundredths) / 100,
             (hundredths < 0 ? -hundredths : hundredths) % 100);
    return qpdf_oh_new_real_from_string(pass->pdf, text);
}

static int32_t paper_height(const struct pass *pass, int page)
{
    assert(page >= 0 && (size_t)page < pass->job->pages);
    return pass->job->page[page].height;
}

qpdf_oh pdf_box(struct pass *pass, int page, const int32_t box[4])
{
    int32_t foot = paper_height(pass, page) - box[1];
    qpdf_oh array = qpdf_oh_new_array(pass->pdf);
    pdf_add(pass, array, pdf_points(pass, box[0]));
    pdf_add(pass, array, pdf_points(pass, foot - box[3]));
    pdf_add(pass, array, pdf_points(pass, box[0] + box[2]));
    pdf_add(pass, array, pdf_points(pass, foot));
    return array;
}

qpdf_oh pdf_destination(struct pass *pass, int page, int32_t y)
{
    int32_t height = paper_height(pass, page);
    qpdf_oh array = qpdf_oh_new_array(pass->pdf);
    pdf_add_refer(pass, array, pass->page[page]);
    pdf_add(pass, array, qpdf_oh_new_name(pass->pdf, "/XYZ"));
    pdf_add(pass, array, qpdf_oh_new_null(pass->pdf));
    pdf_add(pass, array, pdf_points(pass, height - y));
    pdf_add(pass, array, qpdf_oh_new_null(pass->pdf));
    return array;
}
