#include "sheet/xlsx_formats.h"

#include <string.h>

#include "sheet/sheet.h"

/* After a quoted text, a bracket or an escaped letter that begins here; the same place where none does. */
static const char *skip_literal(const char *c)
{
    switch (*c) {
    case '"': {
        const char *end = strchr(c + 1, '"');
        return end != NULL ? end + 1 : c + strlen(c);
    }
    case '[': {
        const char *end = strchr(c, ']');
        return end != NULL ? end + 1 : c + strlen(c);
    }
    case '\\':
    case '_':
    case '*':
        return c[1] != '\0' ? c + 2 : c + 1;
    default:
        return c;
    }
}

struct xlsx_format xlsx_format_of_code(const char *code)
{
    struct xlsx_format format = {.decimals = SHEET_GENERAL};
    bool has_point = false;
    if (strncmp(code, "General", 7) == 0)
        return format;
    for (const char *c = code; *c != '\0' && *c != ';';) {
        const char *after = skip_literal(c);
        if (after != c) {
            c = after;
            continue;
        }
        if (*c == '%')
            format.is_percent = true;
        else if (*c == '.')
            has_point = true;
        else if (strchr("0#?", *c) != NULL)
            format.decimals = (format.decimals == SHEET_GENERAL ? 0 : format.decimals) + has_point;
        else if (strchr("yYdDbB", *c) != NULL)
            format.is_date = true;
        c++;
    }
    return format;
}

struct xlsx_format xlsx_format_of_number(unsigned number)
{
    static const struct {
        unsigned first, last;
        const char *code;
    } built_in[] = {
        {1, 1, "0"},       {2, 2, "0.00"},       {3, 3, "#,##0"},   {4, 4, "#,##0.00"},
        {5, 6, "0"},       {7, 8, "0.00"},       {9, 9, "0%"},      {10, 10, "0.00%"},
        {14, 17, "d/m/y"}, {22, 22, "d/m/y"},    {27, 31, "d/m/y"}, {36, 36, "d/m/y"},
        {37, 38, "0"},     {39, 40, "0.00"},     {41, 42, "0"},     {43, 44, "0.00"},
        {50, 54, "d/m/y"}, {57, 58, "d/m/y"},    {59, 59, "0"},     {60, 60, "0.00"},
        {61, 61, "#,##0"}, {62, 62, "#,##0.00"}, {67, 67, "0%"},    {68, 68, "0.00%"},
        {71, 74, "d/m/y"}, {77, 77, "d/m/y"},    {81, 81, "d/m/y"},
    };
    for (size_t i = 0; i < sizeof built_in / sizeof built_in[0]; i++)
        if (number >= built_in[i].first && number <= built_in[i].last)
            return xlsx_format_of_code(built_in[i].code);
    return xlsx_format_of_code("General");
}
