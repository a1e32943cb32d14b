/* The code's checksum comes from the Makefile. */
#include "archive/program.h"

#include "base/version.h"

#ifndef ITAREPORT_CODE
#define ITAREPORT_CODE "unknown"
#endif

const char *program_version(void)
{
    return ITAREPORT_VERSION;
}

const char *program_code(void)
{
    return ITAREPORT_CODE;
}
