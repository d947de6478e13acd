// SPDX-License-Identifier: MIT
// For toolchains that come without a C library: the declarations of <string.h> that the runtime
// uses, and no others, so that a build against this folder proves that it needs no more. Put the
// folder on the include path and compile port/mem.c.
#ifndef FZ_LIBC_STRING_H
#define FZ_LIBC_STRING_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *a, const void *b, size_t size);

#endif
