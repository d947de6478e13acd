// SPDX-License-Identifier: MIT
// What tracebacks of a stripped image lack: the functions of the program with their names, and the lines
// of their code.
#ifndef FLASHFREEZE_PREINIT_SYMBOLS_H
#define FLASHFREEZE_PREINIT_SYMBOLS_H

#include "../base/vec.h"

typedef struct {
    uint32_t offset; // in the code: from here on
    uint32_t line;
} SymbolLine;

typedef struct {
    const char *module;
    const char *name;     // qualified
    uint32_t definition;  // line
    uint32_t size;        // bytes of code
    VEC(SymbolLine) lines;
} CodeSymbol;

typedef VEC(CodeSymbol) CodeSymbols;

#endif
