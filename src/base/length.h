/*
 * length.h - the unit of length of the whole program: a point has PT units.
 *
 * Lengths are int32_t from the YAML to the outputs, which alone write points. It is also Pango's and
 * HarfBuzz's unit here (see text/fonts.h), so glyphs need no conversion.
 */
#ifndef ITAREPORT_BASE_LENGTH_H
#define ITAREPORT_BASE_LENGTH_H

enum { PT = 1024 };

#endif
