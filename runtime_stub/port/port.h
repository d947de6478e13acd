// SPDX-License-Identifier: MIT
// What every port in this folder offers a firmware's main(): the hooks of FzPort, and figures of
// the C side of memory that the runtime itself cannot know.
#ifndef FZ_PORT_H
#define FZ_PORT_H

#include "flashfreeze/flashfreeze.h"

// Console and clock. The structure is constant; hooks need no context.
const FzPort *fz_port(void);

// Bytes of C stack: most used so far, and in all. Both 0 where there is nothing to measure by.
uint32_t fz_port_stack_peak(void);
uint32_t fz_port_stack_size(void);

// Bytes of initialised and zeroed variables in RAM, 0 where the operating system places them.
uint32_t fz_port_static_size(void);

#endif
