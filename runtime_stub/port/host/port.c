// SPDX-License-Identifier: MIT
// The port of a POSIX host: console on standard output, the system's clocks. The operating system
// owns stack and static memory here, so there are no figures of them.
#define _POSIX_C_SOURCE 200809L
#include "../port.h"

#include <stdio.h>
#include <time.h>

static void console_write(void *context, const char *text, uint32_t size)
{
    (void)context;
    fwrite(text, 1, size, stdout);
}

static uint64_t clock_now(clockid_t clock)
{
    struct timespec now;
    if (clock_gettime(clock, &now) != 0)
        return 0;
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static uint32_t clock_ms(void *context)
{
    (void)context;
    return (uint32_t)(clock_now(CLOCK_MONOTONIC) / 1000000u);
}

static uint64_t clock_ns(void *context)
{
    (void)context;
    return clock_now(CLOCK_REALTIME);
}

static void clock_sleep(void *context, uint32_t milliseconds)
{
    (void)context;
    struct timespec left = {
        .tv_sec = (time_t)(milliseconds / 1000),
        .tv_nsec = (long)(milliseconds % 1000) * 1000000,
    };
    fflush(stdout);
    while (nanosleep(&left, &left) != 0) {
    }
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

uint32_t fz_port_stack_peak(void) { return 0; }

uint32_t fz_port_stack_size(void) { return 0; }

uint32_t fz_port_static_size(void) { return 0; }
