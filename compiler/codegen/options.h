// SPDX-License-Identifier: MIT
// What the manifest and the command line say about the compilation of one module.
#ifndef FLASHFREEZE_CODEGEN_OPTIONS_H
#define FLASHFREEZE_CODEGEN_OPTIONS_H

#include "../base/constant.h"

// A name with a value known at build time: "DEBUG" or "sys.platform".
typedef struct {
    const char *name;
    const Constant *value;
} NamedConstant;

typedef struct {
    const char *module_name; // dotted, as imported
    bool is_package;         // the file is the package's __init__
    bool is_entry;           // runs first; its __name__ is "__main__"
    bool strip_docstrings;
    bool strip_asserts;  // drops assert statements and makes __debug__ False
    bool keeps_annotations; // and type parameters that no code mentions
    uint32_t float_bits; // 32 or 64: what arithmetic on the device rounds to
    const NamedConstant *constants;
    uint32_t constant_count;
    const struct World *world; // what is known of the whole program, or NULL (opt/world.h)
    bool for_micropython; // IR for compiler/micropython/ instead of images
    bool is_of_program;   // then: its imports are followed
    uint32_t disabled_passes; // bit n switches off opt_passes[n] (opt/passes.h)
} CompileOptions;

#endif
