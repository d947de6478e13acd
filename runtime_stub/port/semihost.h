// SPDX-License-Identifier: MIT
// Semihosting: a debugger or QEMU does console output, reads its clock and ends the run with a
// status on behalf of firmware. Enough for the demonstration and the tests; a product would have
// its own console.
#ifndef FZ_SEMIHOST_H
#define FZ_SEMIHOST_H

#include <stdint.h>

enum {
    SEMIHOST_WRITEC = 0x03,
    SEMIHOST_WRITE0 = 0x04,
    SEMIHOST_CLOCK = 0x10, // hundredths of a second
    SEMIHOST_TIME = 0x11,  // seconds since 1970
    SEMIHOST_EXIT_EXTENDED = 0x20,
};

#if defined(__arm__)
static inline intptr_t semihost_call(intptr_t operation, const void *argument)
{
    register intptr_t r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}
#else
intptr_t semihost_call(intptr_t operation, const void *argument); // riscv/start.S
#endif

static inline void semihost_print(const char *text)
{
    semihost_call(SEMIHOST_WRITE0, text);
}

static inline _Noreturn void semihost_exit(int status)
{
    enum { APPLICATION_EXIT = 0x20026 };
    const intptr_t block[2] = {APPLICATION_EXIT, status};
    semihost_call(SEMIHOST_EXIT_EXTENDED, block);
    for (;;) {
    }
}

#endif
