// SPDX-License-Identifier: MIT
// Running an image on the machine that built it: all natives of the runtime, standard output as
// the console, the system's clock.
#ifndef FLASHFREEZE_CLI_HOST_H
#define FLASHFREEZE_CLI_HOST_H

#include "../base/arena.h"
#include "flashfreeze/flashfreeze.h"

typedef struct {
    int argc;
    char **argv; // sys.argv
    bool stats;  // prints memory figures to standard error
    bool virtual_clock; // time passes by the program's sleeping alone
    uint32_t fail_allocation; // builds for it: this allocation fails, counted from 1; 0: none
} HostOptions;

// The natives that an image's table names.
FzApp host_app(Arena *arena, const uint32_t *image, uint32_t image_size);

// Runs the program in exactly the RAM its image asks for and gives the exit code: 0, that of
// SystemExit, or 1 after an exception that nobody handled or a status.
int host_run(Arena *arena, const FzApp *app, const HostOptions *options);

#endif
