// SPDX-License-Identifier: MIT
// The collector's invariant, in one place.
//
// Between collections no object is marked and every header has bit 0 set. A collection marks from
// the roots (every value from the block's start to vm->sp), then compacts by threading: all slots
// that refer to an object are chained through its header word, so that when the object's new place
// is known the chain gives every reference to correct, without a forwarding word or a table
// (H. B. M. Jonkers, "A fast garbage compaction algorithm", Information Processing Letters 9, 1979).
// Links in a chain are byte offsets from the block's start, which are even; a header is odd, which
// ends the chain.
#ifndef FLASHFREEZE_COLLECT_H
#define FLASHFREEZE_COLLECT_H

#include "heap.h"

// Marks everything reachable. Uses the free part of the heap as its stack; when that is too small
// it walks the heap again instead, so it always ends with everything marked.
void fz_mark(FzVm *vm);

// Slides marked objects together at the heap's start, in order, updates every reference and
// clears the marks.
void fz_compact(FzVm *vm);

#endif
