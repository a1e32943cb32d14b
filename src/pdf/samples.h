/*
 * samples.h - decoded pictures as a PDF wants them.
 *
 * Purpose: a JPEG goes in as it is; pixels become samples of grey or of three colours, with a
 *          second list for what shows through; a drawing becomes a PDF of its own, to be taken over.
 * Units:   pixels.
 * Memory:  samples belong to the arena given.
 */
#ifndef ITAREPORT_PDF_SAMPLES_H
#define ITAREPORT_PDF_SAMPLES_H

#include "base/arena.h"
#include "pdf/pdf_file.h"
#include "picture/pictures.h"

/* The picture with a number among the pictures (struct pictures), for struct pdf_file. */
struct pdf_image samples_take(const void *pictures, size_t number, struct arena *arena);

#endif
