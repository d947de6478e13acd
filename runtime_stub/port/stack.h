// SPDX-License-Identifier: MIT
// The C stack as the linker script places it, and the pattern that start-up fills it with.
#ifndef FZ_STACK_H
#define FZ_STACK_H

#include <stdint.h>

#define STACK_PAINT 0xC5C5C5C5u

extern uint32_t __stack_limit[], __stack_top[]; // lowest word; one past the highest

#endif
