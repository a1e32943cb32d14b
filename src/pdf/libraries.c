/* The packer of streams decides bytes; so does whoever writes the file. */
#include "pdf/libraries.h"

#include <qpdf/qpdf-c.h>
#include <zlib.h>

void pdf_libraries(struct libraries *list)
{
    library_add(list, "qpdf", qpdf_get_qpdf_version());
    library_add(list, "zlib", zlibVersion());
}
