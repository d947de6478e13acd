// SPDX-License-Identifier: MIT
// Several modules compiled for MicroPython: each by itself, or as a closed program.
#ifndef FLASHFREEZE_MPY_SET_H
#define FLASHFREEZE_MPY_SET_H

#include "compile.h"
#include "micropython/closed.h"

typedef struct {
    const char *name; // of the file on the device: pkg/__init__.py
    const char *path; // of the source
} MpyItem;

typedef VEC(MpyItem) MpyItems;

typedef struct {
    const struct WarningSet *warnings;
    const NamedConstant *constants;
    uint32_t constant_count;
    uint32_t int_bits;
    uint32_t threads;
    bool keeps_asserts;
    bool lines;
    ClosedOptions closed; // all zero: other code may use the modules
} MpySetOptions;

typedef struct {
    const MpyItem *item;
    CompiledModule unit; // its messages are for the caller to print
    MpyInput input;
    MpyModule code;
    bool is_good;
} MpySetModule;

typedef struct {
    Arena arena;
    MpySetModule *modules; // one for each item, in that order
    uint32_t count;
    ClosedReport report;
} MpySet;

// Compiles; false when a module has errors. mpy_set_free in any case.
bool mpy_set_compile(MpySet *set, const MpyItems *items, const MpySetOptions *options);
void mpy_set_free(MpySet *set);

#endif
