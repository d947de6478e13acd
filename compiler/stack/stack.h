// SPDX-License-Identifier: MIT
// How deep the Python stack of a program can get, from its image alone.
//
// flow.c follows functions, classes and instances as values through the code that remains: a call can run what
// can have come to the place of its callable (calls.c). With the frames of these functions, as the VM lays them
// out, ways.c finds the longest way through the program, or the cycles that make it endless.
#ifndef FLASHFREEZE_STACK_STACK_H
#define FLASHFREEZE_STACK_STACK_H

#include "../base/vec.h"
#include "../image/image.h"

// A function on the deepest way, or in a cycle.
typedef struct {
    const char *function; // "main.Node.run"
    const char *module;
    uint32_t line;        // of the call that leads on, or to the next one of the cycle; 0: there is none
    uint32_t bytes;       // of stack below its frame's callable
} StackStep;
typedef VEC(StackStep) StackSteps;

// Functions that can call themselves, or each other.
typedef struct {
    StackSteps steps;
    uint32_t bytes; // that each time round takes at most
} StackCycle;

typedef struct {
    uint32_t bytes;    // the bound; where there are cycles, with each function of them running at most once
    uint32_t frames;   // of it up to the end of the last frame; the rest natives may push on it
    uint32_t nested;   // more bytes for each level of containers in containers that are compared, hashed or
                       // shown, beyond the first; 0: there are none
    StackSteps way;    // the functions that run then, the outermost first
    VEC(StackCycle) cycles;
    bool is_lost;      // the program was too involved to be followed: the figures are those of a part of it
} StackBound;

static inline bool stack_is_bounded(const StackBound *bound) { return bound->cycles.count == 0 && !bound->is_lost; }

void stack_bound(Arena *arena, const Image *image, StackBound *out);

#endif
