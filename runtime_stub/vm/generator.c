// SPDX-License-Identifier: MIT
// Generators. A suspended one holds the slots of its frame (locals, then operand stack); running it
// copies them to the stack and back. The exception being handled is its own while it runs; the one
// of its caller waits in the object.
#include "fast.h"

#include "flashfreeze/opcodes.h"

#include <string.h>

FzValue fz_generator_new(FzVm *vm, FzValue *base)
{
    FzValue code = fz_function_code(vm, *base);
    const FzCode *object = FZ_CODE(vm, code);
    uint32_t flags = fz_code_flags(object) & FZ_CODE_COROUTINE         ? FZ_HEADER_A
                     : fz_code_flags(object) & FZ_CODE_ASYNC_GENERATOR ? FZ_HEADER_B
                                                                       : 0;
    FzValue made = fz_new(vm, FZ_KIND_GENERATOR, flags, fz_code_locals(object) + fz_code_depth(object));
    if (made == FZ_NULL)
        return FZ_NULL;
    FzGenerator *generator = fz_generator_of(vm, made);
    generator->code = code;
    uint32_t params = (uint32_t)(vm->sp - base - 1);
    memcpy(generator->slots, base + 1, params * sizeof(FzValue));
    uint32_t cells = fz_code_free(object);
    if (cells)
        memcpy(generator->slots + params,
               FZ_TUPLE(vm, fz_function_extra(vm, *base, FZ_FUNCTION_CLOSURE))->items,
               cells * sizeof(FzValue));
    return made;
}

// What messages call it.
static const char *noun(const FzVm *vm, FzValue generator)
{
    uint32_t header = fz_header_of(vm, generator);
    return header & FZ_HEADER_A ? "coroutine" : header & FZ_HEADER_B ? "async generator" : "generator";
}

static bool may_enter(FzVm *vm, FzValue value, FzValue sent)
{
    switch (fz_generator_of(vm, value)->state & FZ_GENERATOR_STATE) {
    case FZ_GENERATOR_RUNNING:
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, "%s already executing", noun(vm, value));
        return false;
    case FZ_GENERATOR_NEW:
        if (sent == FZ_NONE || sent == FZ_NULL)
            return true;
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "can't send non-None value to a just-started %s",
                 noun(vm, value));
        return false;
    default:
        return true;
    }
}

bool fz_generator_enter(FzVm *vm, FzValue *base, uint32_t back)
{
#if FZ_FAST_PATHS
    if (base[1] != FZ_NULL && fz_fast_resume(vm, base, base[0], base[1], back))
        return true;
#endif
    if (!may_enter(vm, base[0], base[1]))
        return false;
    const FzCode *code = FZ_CODE(vm, fz_generator_of(vm, base[0])->code);
    if (!fz_frame_reserve(vm, code, 0))
        return false;
    FzGenerator *generator = fz_generator_of(vm, base[0]);
    FzValue sent = base[1];
    bool started = (generator->state & FZ_GENERATOR_STATE) != FZ_GENERATOR_NEW;
    uint32_t locals = fz_code_locals(code);
    uint32_t depth = generator->state >> FZ_GENERATOR_DEPTH_SHIFT;
    fz_copy_slots(base + 1, generator->slots, locals);
    vm->sp = base + 1 + locals;
    fz_frame_link(vm, base[0], code, base + 1, back);
    fz_copy_slots(vm->sp, generator->slots + locals, depth);
    vm->sp += depth;
    if (started && sent != FZ_NULL)
        *vm->sp++ = sent;
    generator->state = FZ_GENERATOR_RUNNING;
    fz_generator_swap(vm, generator);
    return true;
}

void fz_generator_end(FzVm *vm, FzValue value)
{
    FzGenerator *generator = fz_generator_of(vm, value);
    generator->state = FZ_GENERATOR_DONE;
    fz_generator_swap(vm, generator);
    generator->handled = FZ_NULL;
}

void fz_generator_guard(FzVm *vm, FzValue generator)
{
    bool ends_loop = (fz_header_of(vm, generator) & FZ_HEADER_B) != 0 &&
                     fz_pending_is(vm, FZ_TYPE_STOP_ASYNC_ITERATION);
    if (!ends_loop && !fz_pending_is(vm, FZ_TYPE_STOP_ITERATION))
        return;
    FzValue *cause = fz_push(vm, vm->registers[FZ_REG_EXCEPTION]);
    fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "%s raised Stop%sIteration", noun(vm, generator),
             ends_loop ? "Async" : "");
    FzValue raised = vm->registers[FZ_REG_EXCEPTION];
    if (fz_is_ram(raised)) {
        FZ_EXCEPTION(vm, raised)->context = *cause;
        FZ_EXCEPTION(vm, raised)->cause = *cause;
    }
    fz_pop(vm, 1);
}

void fz_raise_stop(FzVm *vm, FzValue value)
{
    FzValue *at = fz_push(vm, fz_type(vm, FZ_TYPE_STOP_ITERATION));
    if (value != FZ_NONE)
        fz_push(vm, value);
    FzValue made = fz_exception_new(vm, at);
    vm->sp = at;
    if (made != FZ_NULL)
        fz_make_pending(vm, made);
}

FzValue fz_take_stop_value(FzVm *vm)
{
    FzValue args = FZ_EXCEPTION(vm, vm->registers[FZ_REG_EXCEPTION])->args;
    fz_clear(vm);
    return fz_count_of(vm, args) > 0 ? FZ_TUPLE(vm, args)->items[0] : FZ_NONE;
}

bool fz_generator_awaits(const FzVm *vm, FzValue value)
{
    const FzGenerator *generator = fz_generator_of(vm, value);
    // Nothing but an exception or the iterator's end leads from a YIELD_FROM to the next instruction,
    // so a generator that waits in front of one is delegating.
    return (generator->state & FZ_GENERATOR_STATE) == FZ_GENERATOR_SUSPENDED &&
           FZ_CODE(vm, generator->code)->bytes[generator->resume] == FZ_OP_YIELD_FROM;
}

FzValue fz_generator_finish(FzVm *vm, FzRun run, FzValue result)
{
    if (run == FZ_RUN_RETURNED)
        fz_raise_stop(vm, result);
    return run == FZ_RUN_YIELDED ? result : FZ_NULL;
}

bool fz_generator_has_frame(FzVm *vm, FzValue value, bool throws)
{
    FzGenerator *generator = fz_generator_of(vm, value);
    uint32_t state = generator->state & FZ_GENERATOR_STATE;
    if (throws && state == FZ_GENERATOR_NEW) {
        state = generator->state = FZ_GENERATOR_DONE;
        fz_generator_guard(vm, value);
    }
    return state != FZ_GENERATOR_DONE;
}

FzRun fz_generator_run(FzVm *vm, const FzValue *slot, FzValue sent, FzValue *result)
{
    *result = FZ_NONE;
    if (!fz_generator_has_frame(vm, *slot, sent == FZ_NULL))
        return sent == FZ_NULL ? FZ_RUN_RAISED : FZ_RUN_RETURNED;
    if (vm->nesting >= FZ_MAX_NESTING) {
        fz_raise(vm, FZ_TYPE_RECURSION_ERROR, "maximum recursion depth exceeded");
        return FZ_RUN_RAISED;
    }
    FzValue *base = fz_push(vm, *slot);
    fz_push(vm, sent);
    FzRun run = FZ_RUN_RAISED;
    if (fz_generator_enter(vm, base, fz_back(FZ_RETURN_EXIT, 0))) {
        if (sent == FZ_NULL) // what the generator handles is the context of what is thrown into it
            fz_make_pending(vm, vm->registers[FZ_REG_EXCEPTION]);
        vm->nesting++;
        run = fz_interpret(vm);
        vm->nesting--;
        *result = *base;
    }
    vm->sp = base;
    return run;
}

FzValue fz_generator_next(FzVm *vm, FzValue generator)
{
    FzValue *slot = fz_push(vm, generator);
    FzValue result;
    FzRun run;
#if FZ_FAST_PATHS
    if (vm->nesting < FZ_MAX_NESTING &&
        fz_fast_resume(vm, slot, generator, FZ_NONE, fz_back(FZ_RETURN_EXIT, 0))) {
        vm->nesting++;
        run = fz_interpret(vm);
        vm->nesting--;
        vm->sp = slot;
        return run == FZ_RUN_YIELDED ? *slot : FZ_NULL;
    }
#endif
    run = fz_generator_run(vm, slot, FZ_NONE, &result);
    vm->sp = slot;
    return run == FZ_RUN_YIELDED ? result : FZ_NULL;
}

// ---- yield from, over what is no generator

// A StopIteration that ends an iterator gives the result of `yield from`.
static FzValue step_result(FzVm *vm, FzValue value, FzValue *result)
{
    if (value == FZ_NULL && fz_pending_is(vm, FZ_TYPE_STOP_ITERATION))
        *result = fz_take_stop_value(vm);
    return value;
}

FzValue fz_delegate_send(FzVm *vm, FzValue *at, FzValue *result)
{
    *result = FZ_NULL;
    if (at[1] == FZ_NONE) {
        if (fz_special(vm, at[0], FZ_NAME_next) != FZ_NULL ||
            fz_is_kind(vm, at[0], FZ_KIND_AWAITER))
            return step_result(vm, fz_call_special(vm, at[0], FZ_NAME_next, 0, 0), result);
        FzValue value = fz_next(vm, at[0]);
        if (value == FZ_NULL && !fz_pending(vm))
            *result = FZ_NONE;
        return value;
    }
    FzValue name = fz_name(vm, FZ_NAME_send);
    FzValue send = name == FZ_NULL ? FZ_NULL : fz_get_attr(vm, at[0], name);
    if (send == FZ_NULL)
        return name == FZ_NULL ? fz_raise(vm, FZ_TYPE_ATTRIBUTE_ERROR,
                                          "'%t' object has no attribute 'send'", at[0])
                               : FZ_NULL;
    return step_result(vm, fz_call(vm, send, 1, at + 1), result);
}

// Closes the iterator at *slot on behalf of a GeneratorExit, which then goes on.
static FzValue close_delegate(FzVm *vm, const FzValue *slot)
{
    FzValue *held = fz_push(vm, vm->registers[FZ_REG_EXCEPTION]);
    fz_clear(vm);
    FzValue close = fz_get_attr_or_null(vm, *slot, fz_name(vm, FZ_NAME_close));
    if (close != FZ_NULL)
        fz_call(vm, close, 0, 0);
    if (!fz_pending(vm))
        vm->registers[FZ_REG_EXCEPTION] = *held;
    fz_pop(vm, 1);
    return FZ_NULL;
}

FzValue fz_delegate_throw(FzVm *vm, FzValue *at, FzValue *result)
{
    *result = FZ_NULL;
    if (fz_pending_is(vm, FZ_TYPE_GENERATOR_EXIT))
        return close_delegate(vm, at);
    FzValue *held = fz_push(vm, vm->registers[FZ_REG_EXCEPTION]);
    fz_clear(vm);
    FzValue throw = fz_get_attr_or_null(vm, at[0], fz_name(vm, FZ_NAME_throw));
    FzValue value = FZ_NULL;
    if (throw != FZ_NULL)
        value = step_result(vm, fz_call(vm, throw, 1, held), result);
    else if (!fz_pending(vm))
        vm->registers[FZ_REG_EXCEPTION] = *held;
    fz_pop(vm, 1);
    return value;
}
