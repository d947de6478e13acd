// SPDX-License-Identifier: MIT
// The module time, on the clock hooks of the port. Ticks wrap at 30 bits, so that they are always
// small integers and reading them takes no memory.
#include "../vm/vm.h"
#include "flashfreeze/natives.h"

enum { TICKS_MASK = 0x3fffffff, TICKS_HALF = 0x20000000 };

static uint32_t ticks_now(const FzVm *vm)
{
    return vm->port && vm->port->ticks_ms ? vm->port->ticks_ms(vm->port->context) : 0;
}

static uint64_t nanoseconds(const FzVm *vm)
{
    return vm->port && vm->port->time_ns ? vm->port->time_ns(vm->port->context) : 0;
}

static void sleep_for(const FzVm *vm, uint32_t milliseconds)
{
    if (vm->port && vm->port->sleep_ms)
        vm->port->sleep_ms(vm->port->context, milliseconds);
}

FzValue fz_time_time(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_float_new(vm, (double)nanoseconds(vm) / 1e9);
}

FzValue fz_time_time_ns(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_int_from_u64(vm, nanoseconds(vm));
}

FzValue fz_time_monotonic(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_float_new(vm, (double)ticks_now(vm) / 1e3);
}

FzValue fz_time_perf_counter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_time_monotonic(vm, argc, argv);
}

FzValue fz_time_ticks_ms(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_from_int((int32_t)(ticks_now(vm) & TICKS_MASK));
}

// (a + sign * b) within the ticks.
static bool ticks_sum(FzVm *vm, FzValue *argv, int32_t sign, uint32_t *sum)
{
    int32_t a, b;
    if (!fz_as_index(vm, argv[0], &a) || !fz_as_index(vm, argv[1], &b))
        return false;
    *sum = ((uint32_t)a + (uint32_t)sign * (uint32_t)b) & TICKS_MASK;
    return true;
}

FzValue fz_time_ticks_add(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t sum;
    return ticks_sum(vm, argv, 1, &sum) ? fz_from_int((int32_t)sum) : FZ_NULL;
}

FzValue fz_time_ticks_diff(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t sum;
    if (!ticks_sum(vm, argv, -1, &sum))
        return FZ_NULL;
    return fz_from_int((int32_t)((sum + TICKS_HALF) & TICKS_MASK) - TICKS_HALF);
}

FzValue fz_time_sleep(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double seconds;
    if (!fz_to_double(vm, argv[0], &seconds))
        return FZ_NULL;
    if (!(seconds >= 0))
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "sleep length must be non-negative");
    if (seconds > 4e6)
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "sleep length is too large");
    sleep_for(vm, (uint32_t)(seconds * 1e3 + 0.5));
    return FZ_NONE;
}

FzValue fz_time_sleep_ms(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t milliseconds;
    if (!fz_as_index(vm, argv[0], &milliseconds))
        return FZ_NULL;
    if (milliseconds > 0)
        sleep_for(vm, (uint32_t)milliseconds);
    return FZ_NONE;
}
