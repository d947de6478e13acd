// SPDX-License-Identifier: MIT
// What the parts of match lowering share. A pattern is code that takes the value on top of the
// stack: it falls through with the value gone when it matches, else it jumps to where the values
// that are still on the stack are dropped. Captures are stored as soon as they are found; Python
// leaves open which names a failed pattern has bound.
#ifndef FLASHFREEZE_CODEGEN_MATCH_H
#define FLASHFREEZE_CODEGEN_MATCH_H

#include "unit.h"

typedef struct {
    Gen *gen;
    uint32_t depth;     // values of this case on the stack, with the one being matched
    VEC(IrLabel) fails; // by depth: where to go with so many values to drop
} Matcher;

// Takes the bool on top and leaves the case when it is false.
void match_require(Matcher *matcher, Span span);
IrLabel match_fail(Matcher *matcher); // for the present depth

// Places the labels of `fails`, dropping the values; ends with the stack of the case's start.
void match_end(Matcher *matcher, Span span);

void match_pattern(Matcher *matcher, const Pattern *pattern);

// gen_pattern.c: the patterns that look inside a value
void match_sequence(Matcher *matcher, const Pattern *pattern);
void match_mapping(Matcher *matcher, const Pattern *pattern);
void match_class(Matcher *matcher, const Pattern *pattern);

#endif
