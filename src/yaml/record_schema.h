/*
 * record_schema.h - a JSON Schema from the table that a file is read by.
 *
 * Purpose: editors complete keys and flag mistakes while typing; since the loader and the schema
 *          come from the same table they cannot disagree. JSON Schema draft 7, which the YAML
 *          plug-ins of editors understand.
 * Units:   as in the files: decimals as typed, not in hundredths.
 */
#ifndef ITAREPORT_YAML_RECORD_SCHEMA_H
#define ITAREPORT_YAML_RECORD_SCHEMA_H

#include "yaml/record.h"

/* The shape of a map from ids to values of one kind: text, whole, score, or scores (one, or a map
 * of them). */
#define RECORD_SCHEMA_MAP(kind) \
    "{\"type\": \"object\", \"additionalProperties\": {\"$ref\": \"#/definitions/" kind "\"}}"

void record_schema(const struct record *record, struct buffer *out);

#endif
