/*
 * links.h - link annotations.
 *
 * Purpose: one annotation per link of the job, on its page, with an explicit destination or a URI.
 * Units:   see finish.h.
 * Memory:  the handles returned belong to the pass (as many as the job has links).
 * Errors:  libqpdf's stay with the pass.
 * Source:  ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.
 */
#ifndef ITAREPORT_FINISH_LINKS_H
#define ITAREPORT_FINISH_LINKS_H

#include "finish/pass.h"

qpdf_oh *links_write(struct pass *pass);

#endif
