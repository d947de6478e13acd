// SPDX-License-Identifier: MIT
// Makes a RAM budget real on a board that has more: an Armv7-M MPU set-up in which only the
// image's ROM can be read and run, only RAM_LEN bytes of RAM can be written, and null pointers
// fault. ROM_LEN and RAM_LEN must be powers of two. For Cortex-M3, M4 and M7.
#include <stdint.h>

extern char __rom_origin[], __rom_length[], __ram_origin[], __ram_length[];
void guard_on(void);

typedef struct {
    uint32_t type, control, number, base, attributes;
} Mpu;

enum {
    NO_ACCESS = 0u << 24,
    READ_ONLY = 6u << 24,
    READ_WRITE = 3u << 24,
    NO_EXECUTE = 1u << 28,
    ENABLE = 1u,
};

static void set_region(uint32_t number, uintptr_t base, uintptr_t size, uint32_t access)
{
    volatile Mpu *mpu = (volatile Mpu *)0xE000ED90u;
    uint32_t log2 = 0;
    while (((uintptr_t)2 << log2) < size)
        log2++;
    mpu->number = number;
    mpu->base = base;
    mpu->attributes = access | log2 << 1 | ENABLE;
}

void guard_on(void)
{
    volatile Mpu *mpu = (volatile Mpu *)0xE000ED90u;
    set_region(0, (uintptr_t)__rom_origin, (uintptr_t)__rom_length, READ_ONLY);
    set_region(1, (uintptr_t)__ram_origin, (uintptr_t)__ram_length, READ_WRITE | NO_EXECUTE);
    // Regions with higher numbers win: the vectors cannot be read through null pointers.
    set_region(2, 0, 256, NO_ACCESS | NO_EXECUTE);
    mpu->control = ENABLE; // without the default map, even for privileged code
    __asm__ volatile("dsb\n isb" ::: "memory");
}
