// SPDX-License-Identifier: MIT
// One Python file compiled to a .mpy file: what `compile` and `mpy-cross` share.
#ifndef FLASHFREEZE_CLI_MPY_FILE_H
#define FLASHFREEZE_CLI_MPY_FILE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    const char *input;       // "-" is standard input
    const char *output;      // NULL: beside the input; "-" is standard output
    const char *source_name; // that tracebacks show; NULL: the input as given
    uint32_t level;          // 0..3: from 1 without asserts, at 3 without line numbers
    bool lines;              // with line numbers below level 3
    uint32_t int_bits;       // of small ints on the weakest device
} MpyFile;

#define MPY_FILE_DEFAULTS {.lines = true, .int_bits = 31}

// Modules for MicroPython are mostly other people's: of the warnings only the one about machine code is
// reported. The set lives as long as the program.
const struct WarningSet *mpy_warnings(void);

// Prints messages; gives the exit code.
int mpy_file_compile(const MpyFile *file);

#endif
