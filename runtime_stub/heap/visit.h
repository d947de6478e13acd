// SPDX-License-Identifier: MIT
// The one enumeration of an object's references, used to mark, to compact and to check.
#ifndef FLASHFREEZE_VISIT_H
#define FLASHFREEZE_VISIT_H

#include "flashfreeze/object.h"

typedef struct FzVisit FzVisit;
typedef void FzVisitSlot(FzVisit *visit, FzValue *slot);

// Calls `at_slot` for every word of the object that holds a value. `header` is the object's header,
// given apart because the word itself may be threaded.
FZ_SHARED void fz_visit_object(FzVisit *visit, uint32_t *object, uint32_t header,
                                   FzVisitSlot *at_slot)
{
    const FzKindInfo *info = &fz_kind_info[fz_header_kind(header)];
    uint32_t word = 1;
    for (uint32_t values = info->values >> 1u; values; values >>= 1, word++)
        if (values & 1)
            at_slot(visit, &object[word]);
    uint32_t count = 0;
    switch ((FzTail)info->tail) {
    case FZ_TAIL_NO:
    case FZ_TAIL_BYTES:
    case FZ_TAIL_TEXT:
    case FZ_TAIL_WORDS:
        return;
    case FZ_TAIL_VALUES:
        count = fz_header_count(header);
        break;
    case FZ_TAIL_MASK:
        for (uint32_t mask = fz_header_count(header); mask; mask &= mask - 1)
            count++;
        break;
    case FZ_TAIL_TABLE:
        count = fz_header_count(header) * (header & FZ_HEADER_A ? 2 : 1);
        break;
    }
    uint32_t *end = object + info->words + count;
    for (object += info->words; object < end; object++)
        at_slot(visit, object);
}

#endif
