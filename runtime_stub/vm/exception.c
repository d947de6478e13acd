// SPDX-License-Identifier: MIT
// Making exceptions and raising them. A raised exception is the value of FZ_REG_EXCEPTION; whoever
// called sees it and passes the failure on. What is being handled becomes its context, here, once.
#include "frame.h"

// What OSError(errno, text) makes: of the class for that number (of Linux).
static FzValue os_error_class(const FzVm *vm, const FzValue *at)
{
    static const uint8_t classes[][2] = {
        {1, FZ_TYPE_PERMISSION_ERROR},          {2, FZ_TYPE_FILE_NOT_FOUND_ERROR},
        {3, FZ_TYPE_PROCESS_LOOKUP_ERROR},      {4, FZ_TYPE_INTERRUPTED_ERROR},
        {10, FZ_TYPE_CHILD_PROCESS_ERROR},      {11, FZ_TYPE_BLOCKING_IO_ERROR},
        {13, FZ_TYPE_PERMISSION_ERROR},         {17, FZ_TYPE_FILE_EXISTS_ERROR},
        {20, FZ_TYPE_NOT_A_DIRECTORY_ERROR},    {21, FZ_TYPE_IS_A_DIRECTORY_ERROR},
        {32, FZ_TYPE_BROKEN_PIPE_ERROR},        {103, FZ_TYPE_CONNECTION_ABORTED_ERROR},
        {104, FZ_TYPE_CONNECTION_RESET_ERROR},  {108, FZ_TYPE_BROKEN_PIPE_ERROR},
        {110, FZ_TYPE_TIMEOUT_ERROR},           {111, FZ_TYPE_CONNECTION_REFUSED_ERROR},
        {114, FZ_TYPE_BLOCKING_IO_ERROR},       {115, FZ_TYPE_BLOCKING_IO_ERROR},
    };
    for (uint32_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
        if (at[1] == fz_from_int(classes[i][0]))
            return fz_type_or_base(vm, (FzTypeId)classes[i][1]);
    return at[0];
}

FzValue fz_exception_new(FzVm *vm, FzValue *at)
{
    if (FZ_HAS_TYPE(FZ_TYPE_OS_ERROR) && vm->sp - at >= 3 && at[0] == fz_type(vm, FZ_TYPE_OS_ERROR))
        at[0] = os_error_class(vm, at);
    FzValue args = fz_tuple_new(vm, at + 1, (uint32_t)(vm->sp - at - 1));
    if (args == FZ_NULL)
        return FZ_NULL;
    FzValue *held = fz_push(vm, args);
    FzValue made = fz_new(vm, FZ_KIND_EXCEPTION, 0, fz_class_field_count(vm, *at));
    if (made != FZ_NULL) {
        FZ_EXCEPTION(vm, made)->cls = *at;
        FZ_EXCEPTION(vm, made)->args = *held;
    }
    fz_pop(vm, 1);
    return made;
}

// An exception must not be its own context: a chain that leads back to it is cut.
static void cut_context(const FzVm *vm, FzValue chain, FzValue exception)
{
    enum { LONGEST_CHAIN = 100 };
    for (uint32_t i = 0; i < LONGEST_CHAIN && fz_is_ram(chain); i++) {
        FzValue context = FZ_EXCEPTION(vm, chain)->context;
        if (context == exception)
            FZ_EXCEPTION(vm, chain)->context = FZ_NULL;
        if (context == FZ_NULL || context == exception)
            return;
        chain = context;
    }
}

FzValue fz_handled(const FzVm *vm)
{
    FzValue handled = vm->registers[FZ_REG_HANDLED];
    const FzValue *frame = vm->frame;
    while (handled == FZ_NULL && frame != vm->stack) {
        if (fz_is_generator_frame(*frame))
            handled = ((const FzGenerator *)fz_object(vm, *frame))->handled;
        const FzValue *locals = frame - fz_code_locals(FZ_CODE(vm, fz_own_code(vm, *frame)));
        frame = locals - fz_way_distance(locals[-1]);
    }
    return handled;
}

void fz_make_pending(FzVm *vm, FzValue exception)
{
    FzValue handled = fz_handled(vm);
    if (handled != FZ_NULL && handled != exception && fz_is_ram(exception)) {
        cut_context(vm, handled, exception);
        FZ_EXCEPTION(vm, exception)->context = handled;
    }
    vm->registers[FZ_REG_EXCEPTION] = exception;
}

FzValue fz_raise_memory(FzVm *vm)
{
    vm->registers[FZ_REG_EXCEPTION] = fz_image(vm)->memory_error;
    return FZ_NULL;
}

FzValue fz_raise_with(FzVm *vm, FzTypeId type, FzValue value)
{
    FzValue *at = fz_push(vm, fz_type_or_base(vm, type));
    fz_push(vm, value);
    FzValue made = fz_exception_new(vm, at);
    vm->sp = at;
    if (made != FZ_NULL)
        fz_make_pending(vm, made);
    return FZ_NULL;
}

FzValue fz_raise_bare(FzVm *vm, FzTypeId type)
{
    FzValue *at = fz_push(vm, fz_type_or_base(vm, type));
    FzValue made = fz_exception_new(vm, at);
    vm->sp = at;
    if (made != FZ_NULL)
        fz_make_pending(vm, made);
    return FZ_NULL;
}

FzValue fz_raise_value(FzVm *vm, FzValue value)
{
    bool is_class = fz_is_exception_class(vm, value);
    if (is_class) {
        value = fz_call(vm, value, 0, 0);
        if (value == FZ_NULL)
            return FZ_NULL;
    }
    if (!fz_is_kind(vm, value, FZ_KIND_EXCEPTION))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        is_class ? "calling an exception class should give an exception, not %t"
                                 : "exceptions must derive from BaseException",
                        value);
    fz_make_pending(vm, value);
    return FZ_NULL;
}

bool fz_pending_is(const FzVm *vm, FzTypeId type)
{
    FzValue pending = vm->registers[FZ_REG_EXCEPTION];
    return pending != FZ_NULL &&
           fz_is_subclass(vm, fz_instance_class(vm, pending), fz_type(vm, type));
}

int fz_exception_matches(FzVm *vm, FzValue exception, FzValue type)
{
    FzValue cls = fz_type_of(vm, exception);
    uint32_t count = fz_is_kind(vm, type, FZ_KIND_TUPLE) ? fz_count_of(vm, type) : 0;
    bool is_tuple = fz_is_kind(vm, type, FZ_KIND_TUPLE);
    int matches = 0;
    for (uint32_t i = 0; i < (is_tuple ? count : 1); i++) {
        FzValue one = is_tuple ? FZ_TUPLE(vm, type)->items[i] : type;
        if (!fz_is_exception_class(vm, one)) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                     "catching classes that do not inherit from BaseException is not allowed");
            return -1;
        }
        if (fz_is_subclass(vm, cls, one))
            matches = 1;
    }
    return matches;
}

// ---- traceback

enum { FIRST_PAIRS = 1, MOST_PAIRS = 64, MOST_REPEATS = 0x1fff };

static uint32_t used_pairs(const FzVm *vm, FzValue traceback)
{
    if (traceback == FZ_NULL)
        return 0;
    const FzTuple *array = FZ_TUPLE(vm, traceback);
    uint32_t count = fz_header_count(array->header) / 2;
    while (count > 0 && array->items[count * 2 - 2] == FZ_NULL)
        count--;
    return count;
}

// Recursion notes the same place over and over; it is counted instead.
static bool count_repeat(const FzVm *vm, FzValue traceback, uint32_t used, FzValue code, uint32_t offset)
{
    if (used == 0)
        return false;
    FzValue *pair = &FZ_TUPLE(vm, traceback)->items[used * 2 - 2];
    uint32_t note = (uint32_t)fz_to_int(pair[1]);
    if (pair[0] != code || (note & 0xffff) != offset || note >> 16 >= MOST_REPEATS)
        return false;
    pair[1] = fz_from_int((int32_t)(note + 0x10000));
    return true;
}

// Gives the pending exception a traceback with room for more; false when there is no memory.
static bool grow_traceback(FzVm *vm, uint32_t used)
{
    FzValue *held = fz_push(vm, vm->registers[FZ_REG_EXCEPTION]);
    FzValue array = fz_new(vm, FZ_KIND_TRACEBACK, 0, used ? used * 4 : FIRST_PAIRS * 2);
    FzValue exception = *held;
    fz_pop(vm, 1);
    vm->registers[FZ_REG_EXCEPTION] = exception;
    if (array == FZ_NULL)
        return false;
    FzValue old = FZ_EXCEPTION(vm, exception)->traceback;
    for (uint32_t i = 0; i < used * 2; i++)
        FZ_TUPLE(vm, array)->items[i] = FZ_TUPLE(vm, old)->items[i];
    FZ_EXCEPTION(vm, exception)->traceback = array;
    return true;
}

void fz_record_traceback(FzVm *vm, FzValue code, uint32_t offset)
{
    if (vm->registers[FZ_REG_EXCEPTION] == FZ_NULL)
        fz_raise(vm, FZ_TYPE_SYSTEM_ERROR, "no result and no exception");
    FzValue exception = vm->registers[FZ_REG_EXCEPTION];
    if (!FZ_HAS_MESSAGES || !fz_is_ram(exception))
        return;
    FzValue traceback = FZ_EXCEPTION(vm, exception)->traceback;
    uint32_t used = used_pairs(vm, traceback);
    if (count_repeat(vm, traceback, used, code, offset))
        return;
    if (used == MOST_PAIRS)
        used--; // the outermost place tells more than the one before it
    else if (traceback == FZ_NULL || used * 2 == fz_count_of(vm, traceback))
        if (!grow_traceback(vm, used))
            return;
    traceback = FZ_EXCEPTION(vm, vm->registers[FZ_REG_EXCEPTION])->traceback;
    FZ_TUPLE(vm, traceback)->items[used * 2] = code;
    FZ_TUPLE(vm, traceback)->items[used * 2 + 1] = fz_from_int((int32_t)offset);
}
