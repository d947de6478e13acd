// SPDX-License-Identifier: MIT
// The port of both bare-metal boards: hooks through semihosting, and figures from the symbols of
// the linker script. Start-up fills the C stack with a pattern; what is left of it tells the peak.
#include "port.h"
#include "semihost.h"
#include "stack.h"

extern uint32_t __data_start[], __data_end[], __bss_start[], __bss_end[];

static void console_write(void *context, const char *text, uint32_t size)
{
    (void)context;
    char part[33];
    for (uint32_t at = 0; at < size;) {
        uint32_t filled = 0;
        while (at < size && filled < sizeof part - 1 && text[at] != '\0')
            part[filled++] = text[at++];
        part[filled] = '\0';
        if (filled)
            semihost_print(part);
        if (at < size && text[at] == '\0')
            semihost_call(SEMIHOST_WRITEC, &text[at++]);
    }
}

static uint32_t clock_ms(void *context)
{
    (void)context;
    return (uint32_t)semihost_call(SEMIHOST_CLOCK, 0) * 10;
}

static void clock_sleep(void *context, uint32_t milliseconds)
{
    const uint32_t start = clock_ms(context);
    while (clock_ms(context) - start < milliseconds) {
    }
}

static uint64_t clock_ns(void *context)
{
    (void)context;
    return (uint64_t)(uint32_t)semihost_call(SEMIHOST_TIME, 0) * 1000000000u;
}

const FzPort *fz_port(void)
{
    static const FzPort port = {
        .write = console_write,
        .ticks_ms = clock_ms,
        .sleep_ms = clock_sleep,
        .time_ns = clock_ns,
    };
    return &port;
}

uint32_t fz_port_stack_peak(void)
{
    const uint32_t *at = __stack_limit;
    while (at < __stack_top && *at == STACK_PAINT)
        at++;
    return (uint32_t)((uintptr_t)__stack_top - (uintptr_t)at);
}

uint32_t fz_port_stack_size(void)
{
    return (uint32_t)((uintptr_t)__stack_top - (uintptr_t)__stack_limit);
}

uint32_t fz_port_static_size(void)
{
    return (uint32_t)((uintptr_t)__data_end - (uintptr_t)__data_start +
                      ((uintptr_t)__bss_end - (uintptr_t)__bss_start));
}
