// SPDX-License-Identifier: MIT
// What is asked of a running VM from outside: to stop, not to run longer than so many steps, to
// call functions. Interrupts only write a flag or an entry of a ring; the loop counts its steps
// and looks here when a portion of them is used up.
//
// A program that is stopped is left like one that raised, with the MemoryError of the image, which
// needs no memory, as the exception; while `stopping` is set no handler catches it (unwind.c).
#include "frame.h"

static void start_portion(FzVm *vm)
{
    vm->steps = vm->budget < FZ_PAUSE_STEPS ? vm->budget : FZ_PAUSE_STEPS;
    if (vm->budget != UINT32_MAX)
        vm->budget -= vm->steps;
}

static bool stop(FzVm *vm)
{
    vm->stopping = 1;
    vm->steps = 1; // whatever is called on the way out ends at once
    fz_raise_memory(vm);
    return false;
}

// The place behind one in the ring of calls.
static uint8_t place_behind(const FzVm *vm, uint8_t place)
{
    return place + 1u == vm->deferred_room ? 0 : (uint8_t)(place + 1u);
}

// What a deferred call raised is printed; SystemExit goes on.
static bool after_raise(FzVm *vm)
{
    if (vm->stopping || fz_pending_is(vm, FZ_TYPE_SYSTEM_EXIT))
        return false;
    fz_print_exception(vm);
    return true;
}

static bool call_deferred(FzVm *vm)
{
    bool good = true;
    vm->running_deferred = 1;
    while (good && vm->deferred_first != vm->deferred_next) {
        FzDeferred call = vm->deferred[vm->deferred_first];
        vm->deferred_first = place_behind(vm, vm->deferred_first);
        FzValue function = fz_root_value(vm, call.function);
        FzValue *argument = fz_push(vm, FZ_NULL);
        FzValue number = fz_int_from_i64(vm, call.argument);
        *argument = number;
        if (number == FZ_NULL || function == FZ_NULL)
            good = number != FZ_NULL || after_raise(vm);
        else if (fz_call(vm, fz_root_value(vm, call.function), 1, argument) == FZ_NULL)
            good = after_raise(vm);
        vm->sp = argument;
    }
    vm->running_deferred = 0;
    return good;
}

bool fz_pause_in_native(FzVm *vm)
{
#if FZ_BREAKS
    if (vm->stopped)
        vm->stopped(vm); // does not return
#endif
    if (vm->stopping || vm->stop_asked || vm->budget == 0)
        return stop(vm);
    start_portion(vm);
    return true;
}

bool fz_pause(FzVm *vm)
{
    if (!fz_pause_in_native(vm))
        return false;
    bool waits = vm->deferred_first != vm->deferred_next && !vm->running_deferred;
    return !waits || vm->call_deferred(vm);
}

FzStatus fz_status_of_raised(FzVm *vm)
{
    if (!vm->stopping)
        return FZ_RAISED;
    vm->stopping = vm->stop_asked = 0;
    fz_limit_steps(vm, 0);
    fz_clear(vm);
    return FZ_STOPPED;
}

void fz_stop(FzVm *vm)
{
    vm->stop_asked = 1;
}

void fz_limit_steps(FzVm *vm, uint32_t steps)
{
    vm->budget = steps ? steps : UINT32_MAX;
    start_portion(vm);
}

void fz_defer_room(FzVm *vm, FzDeferred *room, uint32_t count)
{
    vm->deferred = room;
    vm->call_deferred = call_deferred;
    vm->deferred_room = (uint8_t)(count < 255 ? count : 255);
    vm->deferred_first = vm->deferred_next = 0;
}

bool fz_defer(FzVm *vm, FzRoot function, int32_t argument)
{
    if (vm->deferred_room < 2)
        return false;
    uint8_t behind = place_behind(vm, vm->deferred_next);
    if (behind == vm->deferred_first)
        return false;
    vm->deferred[vm->deferred_next] = (FzDeferred){function, argument};
    vm->deferred_next = behind;
    return true;
}

FzStatus fz_run_deferred(FzVm *vm)
{
    fz_clear(vm);
    if (vm->deferred_first == vm->deferred_next || vm->call_deferred(vm))
        return FZ_OK;
    return fz_status_of_raised(vm);
}
