#include "xml/xml.h"

#include <assert.h>
#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

/* Between the address of a namespace and a name; may be in neither. */
static const XML_Char PARTING = '\n';

struct reading {
    const struct xml_part *part;
    const struct xml_handler *handler;
    struct diag *diag;
    XML_Parser parser;
    unsigned depth;
    unsigned elements;
    bool is_over; /* for a reason of ours, which has been said */
    struct buffer name;
    struct buffer attribute; /* names, one after the other */
    const char *pair[2 * XML_ATTRIBUTES + 1];
};

static void stop(struct reading *reading)
{
    reading->is_over = true;
    XML_StopParser(reading->parser, XML_FALSE);
}

static void refuse(struct reading *reading, enum diag_code code)
{
    if (reading->is_over)
        return;
    diag_say(reading->diag, code, (struct place){0}, reading->part->file, reading->part->name);
    stop(reading);
}

/* A name as the handler knows it. */
static void add_name(struct buffer *out, const struct xml_space *space, const char *name)
{
    const char *parting = strchr(name, PARTING);
    if (parting == NULL) {
        buffer_add_string(out, name);
        return;
    }
    size_t length = (size_t)(parting - name);
    while (space->uri != NULL &&
           (strlen(space->uri) != length || memcmp(space->uri, name, length) != 0))
        space++;
    buffer_add_string(out, space->uri != NULL ? space->prefix : "?");
    if (space->uri != NULL)
        buffer_add_string(out, parting + 1);
}

/* False after refusing them. */
static bool take_attributes(struct reading *reading, const XML_Char **attribute)
{
    size_t start[XML_ATTRIBUTES];
    size_t count = 0;
    buffer_clear(&reading->attribute);
    for (; attribute[2 * count] != NULL; count++) {
        if (count == XML_ATTRIBUTES || strlen(attribute[2 * count + 1]) > XML_ATTRIBUTE_BYTES) {
            refuse(reading, MESSAGE_XML_ATTRIBUTES);
            return false;
        }
        start[count] = reading->attribute.length;
        add_name(&reading->attribute, reading->handler->space, attribute[2 * count]);
        buffer_add_char(&reading->attribute, '\0');
    }
    for (size_t i = 0; i < count; i++) {
        reading->pair[2 * i] = buffer_text(&reading->attribute) + start[i];
        reading->pair[2 * i + 1] = attribute[2 * i + 1];
    }
    reading->pair[2 * count] = NULL;
    return true;
}

static void XMLCALL start_element(void *closure, const XML_Char *name, const XML_Char **attribute)
{
    struct reading *reading = closure;
    if (reading->is_over)
        return;
    if (++reading->depth > XML_DEPTH)
        refuse(reading, MESSAGE_XML_DEPTH);
    else if (++reading->elements > XML_ELEMENTS)
        refuse(reading, MESSAGE_XML_ELEMENTS);
    else if (take_attributes(reading, attribute)) {
        buffer_clear(&reading->name);
        add_name(&reading->name, reading->handler->space, name);
        reading->handler->start(reading->handler->closure, buffer_text(&reading->name),
                                reading->pair);
        if (reading->handler->is_over != NULL &&
            reading->handler->is_over(reading->handler->closure))
            stop(reading);
    }
}

static void XMLCALL end_element(void *closure, const XML_Char *name)
{
    struct reading *reading = closure;
    if (reading->is_over)
        return;
    reading->depth--;
    buffer_clear(&reading->name);
    add_name(&reading->name, reading->handler->space, name);
    reading->handler->end(reading->handler->closure, buffer_text(&reading->name));
}

static void XMLCALL take_text(void *closure, const XML_Char *text, int length)
{
    struct reading *reading = closure;
    if (!reading->is_over && reading->handler->text != NULL)
        reading->handler->text(reading->handler->closure, text, (size_t)length);
}

static void XMLCALL start_doctype(void *closure, const XML_Char *name, const XML_Char *system,
                                  const XML_Char *public, int has_internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)has_internal;
    refuse(closure, MESSAGE_XML_DOCTYPE);
}

static bool parse(struct reading *reading)
{
    const struct xml_part *part = reading->part;
    XML_SetUserData(reading->parser, reading);
    XML_SetHashSalt(reading->parser, 1); /* the same run every time; names are bounded */
    XML_SetElementHandler(reading->parser, start_element, end_element);
    XML_SetCharacterDataHandler(reading->parser, take_text);
    XML_SetStartDoctypeDeclHandler(reading->parser, start_doctype);
    if (XML_Parse(reading->parser, part->bytes, (int)part->length, XML_TRUE) == XML_STATUS_OK)
        return true;
    if (reading->is_over)
        return reading->handler->is_over != NULL &&
               reading->handler->is_over(reading->handler->closure);
    struct arena *arena = arena_new();
    diag_say(reading->diag, MESSAGE_XML_UNSOUND, (struct place){0}, part->file, part->name,
             arena_printf(arena, "%lu", XML_GetCurrentLineNumber(reading->parser)),
             XML_ErrorString(XML_GetErrorCode(reading->parser)));
    arena_free(arena);
    return false;
}

bool xml_read(const struct xml_part *part, const struct xml_handler *handler, struct diag *diag)
{
    enum { MOST_BYTES = 1 << 30 };
    assert(part->length < MOST_BYTES); /* what is read has been unpacked within bounds */
    struct reading *reading = memory_zeroed(1, sizeof *reading);
    *reading = (struct reading){.part = part, .handler = handler, .diag = diag};
    reading->parser = XML_ParserCreateNS(NULL, PARTING);
    if (reading->parser == NULL)
        memory_fail(part->length);
    bool fine = parse(reading);
    XML_ParserFree(reading->parser);
    buffer_free(&reading->name);
    buffer_free(&reading->attribute);
    free(reading);
    return fine;
}

const char *xml_attribute(const char *const *attribute, const char *name)
{
    for (; *attribute != NULL; attribute += 2)
        if (strcmp(attribute[0], name) == 0)
            return attribute[1];
    return NULL;
}
