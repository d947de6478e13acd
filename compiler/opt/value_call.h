// SPDX-License-Identifier: MIT
// Pure built-in functions and methods of constants, with exactly the results that the program would
// get. What raises, or is not worked out here, gives NULL.
#ifndef FLASHFREEZE_OPT_VALUE_CALL_H
#define FLASHFREEZE_OPT_VALUE_CALL_H

#include "value.h"

enum { VALUE_CALL_ARGUMENTS = 8 }; // most that are looked at

// name(*args), for a built-in function or class.
const Constant *value_call(const Values *values, const char *name, const Constant *const *args,
                           uint32_t count);

// object.name(*args)
const Constant *value_method(const Values *values, const Constant *object, const char *name,
                             const Constant *const *args, uint32_t count);

// True when the function or method only goes through its argument once, so that a list may be given
// as a tuple.
bool value_call_takes_items(const char *name);

// format % operand, for the plain forms of %d %s %x %X %o %%.
const Constant *value_percent(const Values *values, const Constant *format,
                              const Constant *operand);

// value_method.c
const Constant *value_join(const Values *values, const Constant *between, const Constant *items);

#endif
