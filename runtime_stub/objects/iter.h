// SPDX-License-Identifier: MIT
// Making the iterators that built-in functions give. Arguments are values; all may collect.
#ifndef FLASHFREEZE_OBJECTS_ITER_H
#define FLASHFREEZE_OBJECTS_ITER_H

#include "../vm/vm.h"

FzValue fz_enumerate_new(FzVm *vm, FzValue iterator, FzValue start);
FzValue fz_filter_new(FzVm *vm, FzValue function, FzValue iterator);
FzValue fz_call_iter_new(FzVm *vm, FzValue callable, FzValue sentinel);
FzValue fz_reversed(FzVm *vm, FzValue object); // what the built-in function gives
// Backwards over a sequence, a dict or a view of `left` items (of a dict: entries, deleted included).
FzValue fz_reversed_new(FzVm *vm, FzValue source, uint32_t left);
// Like fz_next, but a StopIteration that Python code raised stays pending.
FzValue fz_next_or_stop(FzVm *vm, FzValue iterator);
bool fz_is_iterator(const FzVm *vm, FzValue value); // can be stepped; no collect

#endif
