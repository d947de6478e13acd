// SPDX-License-Identifier: MIT
// Async generators, and awaiters: what is awaited for one step of an async generator. The generator
// gives its items with YIELD_VALUE and passes on what it awaits with YIELD_FROM; a step ends at an
// item, with StopIteration that carries it, and lets everything else through.
#include "flashfreeze/natives.h"

#include "../vm/frame.h"

static FzAwaiter *awaiter_of(const FzVm *vm, FzValue value) { return fz_object(vm, value); }

FzValue fz_awaiter_new(FzVm *vm, uint32_t mode, FzValue target, FzValue value)
{
    FzValue *at = fz_push(vm, target);
    fz_push(vm, value);
    FzValue made = fz_new(vm, FZ_KIND_AWAITER, 0, 0);
    if (made != FZ_NULL) {
        awaiter_of(vm, made)->target = at[0];
        awaiter_of(vm, made)->value = at[1];
        awaiter_of(vm, made)->state = mode;
    }
    vm->sp = at;
    return made;
}

// ---- steps; at[0] is the awaiter, at[1] its target, on the VM stack. `sent` FZ_NULL: the pending
// exception is thrown in. They give what is yielded, or FZ_NULL with an exception pending.

static void end(const FzVm *vm, const FzValue *at)
{
    awaiter_of(vm, at[0])->state |= FZ_AWAITER_ENDED;
}

static bool is_busy(const FzVm *vm, FzValue generator)
{
    return ((const FzGenerator *)fz_object(vm, generator))->state == FZ_GENERATOR_RUNNING ||
           fz_generator_awaits(vm, generator);
}

// An item or the end of the async generator ends the step.
static FzValue item_step(FzVm *vm, const FzValue *at, FzValue sent)
{
    FzValue result;
    FzRun run = fz_generator_run(vm, &at[1], sent, &result);
    if (run == FZ_RUN_YIELDED && fz_generator_awaits(vm, at[1]))
        return result;
    end(vm, at);
    if (run == FZ_RUN_YIELDED)
        fz_raise_stop(vm, result);
    else if (run == FZ_RUN_RETURNED)
        fz_raise_value(vm, fz_type(vm, FZ_TYPE_STOP_ASYNC_ITERATION));
    return FZ_NULL;
}

static FzValue close_step(FzVm *vm, const FzValue *at, FzValue sent)
{
    FzValue result;
    FzRun run = fz_generator_run(vm, &at[1], sent, &result);
    if (run == FZ_RUN_YIELDED && fz_generator_awaits(vm, at[1]))
        return result;
    end(vm, at);
    if (run == FZ_RUN_YIELDED)
        return fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "async generator ignored GeneratorExit");
    if (run == FZ_RUN_RAISED) {
        if (!fz_pending_is(vm, FZ_TYPE_STOP_ASYNC_ITERATION) &&
            !fz_pending_is(vm, FZ_TYPE_GENERATOR_EXIT))
            return FZ_NULL;
        fz_clear(vm);
    }
    fz_raise_stop(vm, FZ_NONE);
    return FZ_NULL;
}

// The first step of asend().
static FzValue start_send(FzVm *vm, const FzValue *at, FzValue sent)
{
    if (sent != FZ_NULL && is_busy(vm, at[1]))
        return fz_raise(vm, FZ_TYPE_RUNTIME_ERROR,
                        "anext(): asynchronous generator is already running");
    FzAwaiter *awaiter = awaiter_of(vm, at[0]);
    awaiter->state |= FZ_AWAITER_STARTED;
    return item_step(vm, at, sent == FZ_NONE ? awaiter->value : sent);
}

// The first step of athrow() and aclose(), which throws.
static FzValue start_throw(FzVm *vm, const FzValue *at, FzValue sent, bool closes)
{
    if (sent != FZ_NULL && is_busy(vm, at[1])) {
        end(vm, at);
        return fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "%s(): asynchronous generator is already running",
                        closes ? "aclose" : "athrow");
    }
    if (sent != FZ_NULL && sent != FZ_NONE)
        return fz_raise(vm, FZ_TYPE_RUNTIME_ERROR,
                        "can't send non-None value to a just-started coroutine");
    awaiter_of(vm, at[0])->state |= FZ_AWAITER_STARTED;
    if (sent != FZ_NULL)
        fz_raise_value(vm, closes ? fz_type(vm, FZ_TYPE_GENERATOR_EXIT)
                                  : awaiter_of(vm, at[0])->value);
    return closes ? close_step(vm, at, FZ_NULL) : item_step(vm, at, FZ_NULL);
}

static FzValue throw_step(FzVm *vm, const FzValue *at, FzValue sent, bool closes)
{
    if (sent != FZ_NULL && !fz_generator_has_frame(vm, at[1], false)) {
        end(vm, at);
        fz_raise_stop(vm, FZ_NONE);
        return FZ_NULL;
    }
    if (!(awaiter_of(vm, at[0])->state & FZ_AWAITER_STARTED))
        return start_throw(vm, at, sent, closes);
    return closes ? close_step(vm, at, sent) : item_step(vm, at, sent);
}

// anext() with a default: at[1] is any iterator.
static FzValue default_step(FzVm *vm, FzValue *at, FzValue sent)
{
    FzValue result = FZ_NULL;
    FzValue value;
    if (fz_is_kind(vm, at[1], FZ_KIND_GENERATOR)) {
        FzRun run = fz_generator_run(vm, &at[1], sent, &result);
        value = fz_generator_finish(vm, run, result);
        result = FZ_NULL;
    } else if (sent == FZ_NULL) {
        value = fz_delegate_throw(vm, &at[1], &result);
    } else {
        FzValue *delegate = fz_push(vm, at[1]);
        fz_push(vm, sent);
        value = fz_delegate_send(vm, delegate, &result);
        vm->sp = delegate;
    }
    if (result != FZ_NULL)
        fz_raise_stop(vm, result);
    if (value == FZ_NULL && fz_pending_is(vm, FZ_TYPE_STOP_ASYNC_ITERATION)) {
        fz_clear(vm);
        fz_raise_stop(vm, awaiter_of(vm, at[0])->value);
    }
    return value;
}

static FzValue coroutine_step(FzVm *vm, const FzValue *at, FzValue sent)
{
    if (!fz_generator_has_frame(vm, at[1], false))
        return fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "cannot reuse already awaited coroutine");
    FzValue result;
    FzRun run = fz_generator_run(vm, &at[1], sent, &result);
    return fz_generator_finish(vm, run, result);
}

static FzValue step(FzVm *vm, FzValue self, FzValue sent)
{
    FzValue *at = fz_push(vm, self);
    uint32_t state = awaiter_of(vm, self)->state;
    uint32_t mode = state & FZ_AWAITER_MODE;
    FzValue value = FZ_NULL;
    fz_push(vm, awaiter_of(vm, self)->target);
    if (state & FZ_AWAITER_ENDED)
        fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "cannot reuse already awaited %s",
                 mode == FZ_AWAITER_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
    else if (mode == FZ_AWAITER_COROUTINE)
        value = coroutine_step(vm, at, sent);
    else if (mode == FZ_AWAITER_DEFAULT)
        value = default_step(vm, at, sent);
    else if (mode != FZ_AWAITER_SEND)
        value = throw_step(vm, at, sent, mode == FZ_AWAITER_CLOSE);
    else if (state & FZ_AWAITER_STARTED)
        value = item_step(vm, at, sent);
    else
        value = start_send(vm, at, sent);
    vm->sp = at;
    return value;
}

// ---- methods of awaiters

FzValue fz_awaiter_iter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    return argv[0];
}

FzValue fz_awaiter_await(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_awaiter_iter(vm, argc, argv);
}

FzValue fz_awaiter_next(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return step(vm, argv[0], FZ_NONE);
}

FzValue fz_awaiter_send(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return step(vm, argv[0], argv[1]);
}

FzValue fz_awaiter_throw(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_generator_raise(vm, argv) ? step(vm, argv[0], FZ_NULL) : FZ_NULL;
}

FzValue fz_awaiter_close(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzAwaiter *awaiter = awaiter_of(vm, argv[0]);
    if ((awaiter->state & FZ_AWAITER_MODE) == FZ_AWAITER_COROUTINE) {
        FzValue *target = fz_push(vm, awaiter->target);
        FzValue result = fz_generator_close(vm, argc, target);
        vm->sp = target;
        return result;
    }
    awaiter->state |= FZ_AWAITER_ENDED;
    return FZ_NONE;
}

// ---- methods of async generators

FzValue fz_async_generator_aiter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    return argv[0];
}

FzValue fz_async_generator_anext(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_awaiter_new(vm, FZ_AWAITER_SEND, argv[0], FZ_NONE);
}

FzValue fz_async_generator_asend(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_awaiter_new(vm, FZ_AWAITER_SEND, argv[0], argv[1]);
}

FzValue fz_async_generator_athrow(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_generator_raise(vm, argv))
        return FZ_NULL;
    FzValue exception = vm->registers[FZ_REG_EXCEPTION];
    fz_clear(vm);
    return fz_awaiter_new(vm, FZ_AWAITER_THROW, argv[0], exception);
}

FzValue fz_async_generator_aclose(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_awaiter_new(vm, FZ_AWAITER_CLOSE, argv[0], FZ_NULL);
}

FzValue fz_async_generator_name(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_generator_name(vm, argc, argv);
}

FzValue fz_async_generator_qualname(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_generator_qualname(vm, argc, argv);
}
