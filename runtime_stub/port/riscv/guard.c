// SPDX-License-Identifier: MIT
// The fence of cortex-m/guard.c with RISC-V's physical memory protection. Entries are locked, so
// that they bind machine mode too; the first match wins and the last entry forbids everything
// else. ROM_LEN and RAM_LEN must be powers of two, origins multiples of them.
#include <stdint.h>

extern char __rom_origin[], __rom_length[], __ram_origin[], __ram_length[];
void guard_on(void);

enum {
    READ = 1u,
    WRITE = 2u,
    EXECUTE = 4u,
    POWER_OF_TWO = 3u << 3,
    LOCK = 1u << 7,
};

static uint32_t area(uintptr_t origin, uintptr_t length)
{
    return (uint32_t)((origin | (length / 2 - 1)) >> 2);
}

void guard_on(void)
{
    const uint32_t flags = LOCK | POWER_OF_TWO;
    const uint32_t access = flags | READ | EXECUTE | (flags | READ | WRITE) << 8 | flags << 16;
    __asm__ volatile(".option push\n"
                     ".option arch, +zicsr\n"
                     "csrw pmpaddr0, %0\n"
                     "csrw pmpaddr1, %1\n"
                     "csrw pmpaddr2, %2\n"
                     "csrw pmpcfg0, %3\n"
                     ".option pop"
                     :
                     : "r"(area((uintptr_t)__rom_origin, (uintptr_t)__rom_length)),
                       "r"(area((uintptr_t)__ram_origin, (uintptr_t)__ram_length)),
                       "r"(0xffffffffu), "r"(access)
                     : "memory");
}
