// SPDX-License-Identifier: MIT
// Work on many things at once.
#ifndef FLASHFREEZE_BASE_THREADS_H
#define FLASHFREEZE_BASE_THREADS_H

#include <stdint.h>

// Calls task(context, i) for each i below `count`, on up to `threads` threads, of which this is one.
// Returns when all are done. Which thread takes which is not fixed.
void run_tasks(uint32_t threads, uint32_t count, void (*task)(void *context, uint32_t index),
               void *context);

// As many as the machine runs at once, at least 1.
uint32_t thread_count(void);

#endif
