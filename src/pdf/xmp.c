/*
 * One packet from a fixed frame. What Info does not say, this does not say either, apart from the
 * standards' identifiers; PDF/UA's is no predefined schema of PDF/A, so its description goes along.
 */
#include "pdf/xmp.h"
#include "base/date.h"
#include "base/escape.h"

static const char BEGIN[] = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                            "<rdf:Description rdf:about=\"\"\n"
                            " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                            " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
                            " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
                            " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
                            " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
                            " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
                            " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                            "<pdfaid:part>3</pdfaid:part>\n"
                            "<pdfaid:conformance>A</pdfaid:conformance>\n"
                            "<pdfuaid:part>1</pdfuaid:part>\n"
                            "<dc:format>application/pdf</dc:format>\n";

static const char END[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

/* before and after are put to both sides of the text; nothing for an empty one. */
static void add_property(struct buffer *out, const char *before, const char *text,
                         const char *after)
{
    if (text == NULL || text[0] == '\0')
        return;
    buffer_add_string(out, before);
    escape_xml(out, text);
    buffer_add_string(out, after);
}

static void add_dates(struct buffer *out, int64_t seconds)
{
    struct date_moment at = date_moment(seconds);
    struct buffer date = {0};
    buffer_printf(&date, "%04d-%02d-%02dT%02d:%02d:%02d+%02d:00", at.year, at.month, at.day,
                  at.hour, at.minute, at.second, DATE_OFFSET);
    add_property(out, "<xmp:CreateDate>", buffer_text(&date), "</xmp:CreateDate>\n");
    add_property(out, "<xmp:ModifyDate>", buffer_text(&date), "</xmp:ModifyDate>\n");
    buffer_free(&date);
}

void xmp_write(const struct pdf_file *file, struct buffer *out)
{
    buffer_add_string(out, BEGIN);
    add_property(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", file->title,
                 "</rdf:li></rdf:Alt></dc:title>\n");
    add_property(out, "<dc:creator><rdf:Seq><rdf:li>", file->author,
                 "</rdf:li></rdf:Seq></dc:creator>\n");
    add_property(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", file->subject,
                 "</rdf:li></rdf:Alt></dc:description>\n");
    add_property(out, "<dc:language><rdf:Bag><rdf:li>", file->language,
                 "</rdf:li></rdf:Bag></dc:language>\n");
    add_property(out, "<pdf:Producer>", file->producer, "</pdf:Producer>\n");
    add_dates(out, file->seconds);
    buffer_add_string(out, END);
}
