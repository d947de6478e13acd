// SPDX-License-Identifier: MIT
// Cortex-M start-up: vector table, memory, main(). A fault ends the run with status 100 plus the
// exception's number (103: HardFault) instead of hanging. Link guard.c as well to make every
// access outside of the budgeted RAM such a fault.
#include "../semihost.h"
#include "../stack.h"

extern uint32_t __data_load[], __data_start[], __data_end[], __bss_start[], __bss_end[];
int main(void);
void guard_on(void) __attribute__((weak));

_Noreturn void reset_handler(void);
void fault_handler(void);
_Noreturn void fault_report(uint32_t exception);

// The stack may be what broke, so the report starts on a fresh one.
__attribute__((naked)) void fault_handler(void)
{
    __asm__ volatile("mrs r0, ipsr\n"
                     "ldr r1, =__stack_top\n"
                     "mov sp, r1\n"
                     "ldr r1, =fault_report\n"
                     "bx r1\n"
                     ".ltorg");
}

__attribute__((used)) _Noreturn void fault_report(uint32_t exception)
{
    semihost_print("fault\n");
    semihost_exit(100 + (int)(exception & 0x1ffu));
}

_Noreturn void reset_handler(void)
{
    uint32_t *sp;
    __asm__ volatile("mov %0, sp" : "=r"(sp));
    // Volatile, or the compiler calls memset, which would paint over its own return address.
    for (volatile uint32_t *at = __stack_limit; at < sp; at++)
        *at = STACK_PAINT;
    const uint32_t *from = __data_load;
    for (uint32_t *at = __data_start; at < __data_end; at++)
        *at = *from++;
    for (uint32_t *at = __bss_start; at < __bss_end; at++)
        *at = 0;
    if (guard_on)
        guard_on();
    semihost_exit(main());
}

typedef void Handler(void);

// The core takes the stack pointer from word 0 and the first instruction from word 1.
__attribute__((section(".vectors"), used)) static const struct {
    uint32_t *sp;
    Handler *handlers[15];
} vectors = {
    __stack_top,
    {
        (Handler *)reset_handler, fault_handler, fault_handler, fault_handler, fault_handler,
        fault_handler, fault_handler, 0, 0, 0, fault_handler, fault_handler, 0, fault_handler,
        fault_handler,
    },
};
