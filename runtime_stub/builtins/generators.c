// SPDX-License-Identifier: MIT
// Methods of generators. The loop resumes generators by itself; these run where a generator is
// driven from C, or is thrown into or closed.
#include "flashfreeze/natives.h"

#include "../vm/frame.h"

FzValue fz_generator_special_iter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    return argv[0];
}

FzValue fz_generator_special_next(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue result;
    (void)argc;
    FzRun run = fz_generator_run(vm, argv, FZ_NONE, &result);
    return fz_generator_finish(vm, run, result);
}

FzValue fz_generator_send(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue result;
    (void)argc;
    FzRun run = fz_generator_run(vm, argv, argv[1], &result);
    return fz_generator_finish(vm, run, result);
}

// (exception), (type) and the older (type, value, traceback).
bool fz_generator_raise(FzVm *vm, const FzValue *argv)
{
    FzValue thrown = argv[1];
    if (argv[2] != FZ_NULL && argv[2] != FZ_NONE) {
        bool made = fz_is_kind(vm, argv[2], FZ_KIND_EXCEPTION);
        thrown = made ? argv[2] : fz_call(vm, thrown, 1, argv + 2);
        if (thrown == FZ_NULL)
            return false;
    } else if (!fz_is_exception_class(vm, thrown) && !fz_is_kind(vm, thrown, FZ_KIND_EXCEPTION)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 "exceptions must be classes or instances deriving from BaseException, not %t",
                 thrown);
        return false;
    }
    fz_raise_value(vm, thrown);
    return true;
}

FzValue fz_generator_throw(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_generator_raise(vm, argv))
        return FZ_NULL;
    FzValue result;
    FzRun run = fz_generator_run(vm, argv, FZ_NULL, &result);
    return fz_generator_finish(vm, run, result);
}

FzValue fz_generator_close(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_generator_has_frame(vm, argv[0], true))
        return FZ_NONE;
    FzValue *at = fz_push(vm, fz_type(vm, FZ_TYPE_GENERATOR_EXIT));
    FzValue exception = fz_exception_new(vm, at);
    vm->sp = at;
    if (exception == FZ_NULL)
        return FZ_NULL;
    fz_make_pending(vm, exception);
    FzValue result;
    FzRun run = fz_generator_run(vm, argv, FZ_NULL, &result);
    if (run == FZ_RUN_YIELDED)
        return fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "%t ignored GeneratorExit", argv[0]);
    if (run == FZ_RUN_RAISED) {
        if (!fz_pending_is(vm, FZ_TYPE_GENERATOR_EXIT) && !fz_pending_is(vm, FZ_TYPE_STOP_ITERATION))
            return FZ_NULL;
        fz_clear(vm);
    }
    return FZ_NONE;
}

static const FzCode *code_of(const FzVm *vm, FzValue generator)
{
    return FZ_CODE(vm, ((const FzGenerator *)fz_object(vm, generator))->code);
}

FzValue fz_generator_name(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return code_of(vm, argv[0])->name;
}

FzValue fz_generator_qualname(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return code_of(vm, argv[0])->qualname;
}
