// SPDX-License-Identifier: MIT
// The index of a hash table in ROM.
#ifndef FLASHFREEZE_IMAGE_TABLE_H
#define FLASHFREEZE_IMAGE_TABLE_H

#include "writer.h"

// Enters an entry's number into the index of a table of `capacity` entries.
void table_insert(uint8_t *index, uint32_t capacity, uint32_t hash, uint32_t entry);

// Fills the index of the tables noted as unindexed. The image must be whole and sealed, and has to
// be sealed again. False when the runtime could not hash an element.
bool table_index_sets(ImageWriter *writer);

#endif
