// SPDX-License-Identifier: MIT
// Coroutines, and what await, async for and async with ask for. A coroutine is a generator that
// can only be awaited: awaiting it is delegating to it.
#include "flashfreeze/natives.h"

#include "../objects/iter.h"
#include "../vm/frame.h"

static bool is_coroutine(const FzVm *vm, FzValue value)
{
    return fz_is_kind(vm, value, FZ_KIND_GENERATOR) &&
           (fz_header_of(vm, value) & FZ_HEADER_A) != 0;
}

static bool has_special(const FzVm *vm, FzValue value, FzNameId name)
{
    return fz_class_lookup(vm, fz_type_of(vm, value), fz_name(vm, name)) != FZ_NULL;
}

// A coroutine that has ended cannot be resumed; false after raising.
static bool is_unused(FzVm *vm, FzValue coroutine)
{
    if (fz_generator_has_frame(vm, coroutine, false))
        return true;
    fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "cannot reuse already awaited coroutine");
    return false;
}

// The iterator that `await value` delegates to. Without one, gives FZ_NULL with nothing pending.
static FzValue awaited(FzVm *vm, FzValue value)
{
    if (is_coroutine(vm, value)) {
        if (fz_generator_awaits(vm, value))
            return fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "coroutine is being awaited already");
        return is_unused(vm, value) ? value : FZ_NULL;
    }
    FzValue iterator = fz_call_special(vm, value, FZ_NAME_await_, 0, 0);
    if (iterator == FZ_NULL || fz_is_iterator(vm, iterator))
        return iterator;
    if (is_coroutine(vm, iterator))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__await__() returned a coroutine");
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__await__() returned non-iterator of type '%t'",
                    iterator);
}

FzValue fz_builtin_await(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue iterator = awaited(vm, argv[0]);
    if (iterator == FZ_NULL && !fz_pending(vm))
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "object %t can't be used in 'await' expression", argv[0]);
    return iterator;
}

// What __aiter__ gives; the messages say what went wrong on the way.
static FzValue async_iterator(FzVm *vm, FzValue value, const char *missing, const char *wrong)
{
    FzValue *held = fz_push(vm, value);
    FzValue iterator = fz_call_special(vm, value, FZ_NAME_aiter, 0, 0);
    if (iterator == FZ_NULL && !fz_pending(vm))
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, missing, *held);
    else if (iterator != FZ_NULL && !has_special(vm, iterator, FZ_NAME_anext))
        iterator = fz_raise(vm, FZ_TYPE_TYPE_ERROR, wrong, iterator);
    vm->sp = held;
    return iterator;
}

FzValue fz_builtin_async_for(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return async_iterator(vm, argv[0],
                          "'async for' requires an object with __aiter__ method, got %t",
                          "'async for' received an object from __aiter__ that does not implement "
                          "__anext__: %t");
}

FzValue fz_builtin_aiter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return async_iterator(vm, argv[0], "'%t' object is not an async iterable",
                          "aiter() returned not an async iterator of type '%t'");
}

// The iterator that the next step of `async for` delegates to.
FzValue fz_builtin_async_next(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue awaitable = fz_call_special(vm, argv[0], FZ_NAME_anext, 0, 0);
    if (awaitable == FZ_NULL) {
        if (!fz_pending(vm))
            fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                     "'async for' requires an iterator with __anext__ method, got %t", argv[0]);
        return FZ_NULL;
    }
    FzValue *held = fz_push(vm, awaitable);
    FzValue iterator = awaited(vm, awaitable);
    if (iterator == FZ_NULL && !fz_pending(vm))
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'async for' received an invalid object from __anext__: %t",
                 *held);
    vm->sp = held;
    return iterator;
}

FzValue fz_builtin_anext(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue awaitable = fz_call_special(vm, argv[0], FZ_NAME_anext, 0, 0);
    if (awaitable == FZ_NULL && !fz_pending(vm))
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%t' object is not an async iterator", argv[0]);
    if (awaitable == FZ_NULL || argc == 1)
        return awaitable;
    argv[0] = awaitable;
    FzValue iterator = fz_builtin_await(vm, 1, argv);
    return iterator == FZ_NULL ? FZ_NULL
                               : fz_awaiter_new(vm, FZ_AWAITER_DEFAULT, iterator, argv[1]);
}

// Gives the manager, which must be one.
FzValue fz_builtin_async_with(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    bool enters = has_special(vm, argv[0], FZ_NAME_aenter);
    if (enters && has_special(vm, argv[0], FZ_NAME_aexit))
        return argv[0];
    return fz_raise(
        vm, FZ_TYPE_TYPE_ERROR,
        "'%t' object does not support the asynchronous context manager protocol%s", argv[0],
        enters ? " (missed __aexit__ method)" : "");
}

// ---- methods of coroutines

FzValue fz_coroutine_send(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return is_unused(vm, argv[0]) ? fz_generator_send(vm, argc, argv) : FZ_NULL;
}

FzValue fz_coroutine_throw(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return is_unused(vm, argv[0]) ? fz_generator_throw(vm, argc, argv) : FZ_NULL;
}

FzValue fz_coroutine_close(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_generator_close(vm, argc, argv);
}

FzValue fz_coroutine_await(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_awaiter_new(vm, FZ_AWAITER_COROUTINE, argv[0], FZ_NULL);
}

FzValue fz_coroutine_name(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_generator_name(vm, argc, argv);
}

FzValue fz_coroutine_qualname(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_generator_qualname(vm, argc, argv);
}
