// SPDX-License-Identifier: MIT
// The C API: running a program, calling its functions, values from C and back, roots, figures.
// Everything a caller passes is put on the VM's stack before anything that may collect.
#include "frame.h"

#include <string.h>

static FzValue module_at(const FzVm *vm, uint32_t index)
{
    const uint8_t *image = (const uint8_t *)fz_image(vm);
    return ((const FzValue *)(const void *)(image + fz_image(vm)->modules_off))[index];
}

static FzValue find_module(const FzVm *vm, const char *name)
{
    for (uint32_t i = 0; i < fz_image(vm)->modules_count; i++) {
        FzValue module = module_at(vm, i);
        if (fz_text_is(vm, FZ_MODULE(vm, module)->name, name))
            return module;
    }
    return FZ_NULL;
}

// ---- running

// SystemExit's argument is the exit code: None is 0; anything but an int is printed and gives 1.
static int32_t exit_code_of(FzVm *vm, FzValue exception)
{
    FzValue args = FZ_EXCEPTION(vm, exception)->args;
    FzValue code = fz_count_of(vm, args) == 0 ? FZ_NONE : FZ_TUPLE(vm, args)->items[0];
    int64_t number;
    if (code == FZ_NONE)
        return 0;
    if (fz_kind_of(vm, code) == FZ_KIND_BOOL)
        return code == FZ_TRUE;
    if (fz_kind_of(vm, code) == FZ_KIND_INT)
        return fz_int_to_i64(vm, code, &number) ? (int32_t)(uint32_t)(uint64_t)number : 1;
    FzValue text = fz_str(vm, code);
    if (text != FZ_NULL) {
        fz_put(vm, (const char *)FZ_STR(vm, text)->text, fz_count_of(vm, text));
        fz_put_z(vm, "\n");
    }
    fz_clear(vm);
    return 1;
}

FzStatus fz_run(FzVm *vm)
{
    vm->exit_code = 0;
    fz_clear(vm);
    if (fz_import(vm, module_at(vm, fz_image(vm)->entry)) != FZ_NULL)
        return FZ_OK;
    if (vm->stopping)
        return fz_status_of_raised(vm);
    if (FZ_HAS_TYPE(FZ_TYPE_SYSTEM_EXIT) && fz_pending_is(vm, FZ_TYPE_SYSTEM_EXIT)) {
        FzValue exception = vm->registers[FZ_REG_EXCEPTION];
        fz_clear(vm);
        vm->exit_code = exit_code_of(vm, exception);
        return FZ_EXIT;
    }
    fz_print_exception(vm);
    return FZ_RAISED;
}

int32_t fz_exit_code(const FzVm *vm) { return vm->exit_code; }

FzStatus fz_call_function(FzVm *vm, const char *module, const char *name, uint32_t argc,
                          const FzValue *argv, FzValue *result)
{
    FzValue found = find_module(vm, module);
    if (found == FZ_NULL)
        return FZ_NOT_FOUND;
    FzValue *base = vm->sp;
    if (!fz_stack_reserve(vm, argc + 1))
        return FZ_RAISED;
    fz_push(vm, FZ_NULL);
    for (uint32_t i = 0; i < argc; i++)
        fz_push(vm, argv[i]);
    fz_clear(vm);
    FzStatus status = FZ_RAISED;
    FzValue text = FZ_NULL;
    if (fz_import(vm, found) != FZ_NULL)
        text = fz_str_from_z(vm, name);
    if (text != FZ_NULL) {
        FzValue function = fz_module_get(vm, found, fz_known_name(vm, text));
        status = FZ_NOT_FOUND;
        if (function != FZ_NULL) {
            *result = fz_call(vm, function, argc, base + 1);
            status = *result == FZ_NULL ? fz_status_of_raised(vm) : FZ_OK;
        }
    }
    vm->sp = base;
    return status;
}

FzValue fz_exception(const FzVm *vm) { return vm->registers[FZ_REG_EXCEPTION]; }

void fz_print_exception(FzVm *vm)
{
    FzValue exception = vm->registers[FZ_REG_EXCEPTION];
    if (exception == FZ_NULL)
        return;
    fz_clear(vm);
    FzValue *held = fz_push(vm, exception);
    fz_print_traceback(vm, exception);
    vm->sp = held;
    fz_clear(vm);
}

// ---- values

FzValue fz_make_int(FzVm *vm, int64_t number) { return fz_int_from_i64(vm, number); }

// Values of a kind that the runtime was not built for are refused (FZ_NEEDS).
static FzValue refuse(FzVm *vm, const char *kind)
{
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "this program has no %s values", kind);
}

FzValue fz_make_float(FzVm *vm, double number) { return fz_float_new(vm, number); }

FzValue fz_make_str(FzVm *vm, const char *utf8, uint32_t size) 
{
    return FZ_HAS_VALUE(FZ_KIND_NUMBER_STR) ? fz_str_new(vm, utf8, size) : refuse(vm, "str");
}

FzValue fz_make_bytes(FzVm *vm, const void *bytes, uint32_t size)
{
    return FZ_HAS_VALUE(FZ_KIND_NUMBER_BYTES) ? fz_bytes_new(vm, bytes, size) : refuse(vm, "bytes");
}

FzStatus fz_read_int(const FzVm *vm, FzValue value, int64_t *out)
{
    FzKind kind = fz_kind_of(vm, value);
    if (kind == FZ_KIND_BOOL) {
        *out = value == FZ_TRUE;
        return FZ_OK;
    }
    return kind == FZ_KIND_INT && fz_int_to_i64(vm, value, out) ? FZ_OK : FZ_WRONG_TYPE;
}

FzStatus fz_read_float(const FzVm *vm, FzValue value, double *out)
{
    FzKind kind = fz_kind_of(vm, value);
    if (kind == FZ_KIND_FLOAT)
        *out = fz_float_value(vm, value);
    else if (kind == FZ_KIND_INT)
        *out = fz_int_to_double(vm, value);
    else
        return FZ_WRONG_TYPE;
    return FZ_OK;
}

FzStatus fz_read_str(const FzVm *vm, FzValue value, const char **utf8, uint32_t *size)
{
    if (!fz_is_kind(vm, value, FZ_KIND_STR))
        return FZ_WRONG_TYPE;
    *utf8 = (const char *)FZ_STR(vm, value)->text;
    *size = fz_count_of(vm, value);
    return FZ_OK;
}

FzStatus fz_read_bytes(const FzVm *vm, FzValue value, const uint8_t **bytes, uint32_t *size)
{
    if (fz_is_kind(vm, value, FZ_KIND_BYTEARRAY)) {
        FzValue buffer = FZ_WORDS(vm, value)[1];
        *bytes = buffer == FZ_NULL ? 0 : (const uint8_t *)(FZ_WORDS(vm, buffer) + 1);
    } else if (fz_is_kind(vm, value, FZ_KIND_BYTES)) {
        *bytes = (const uint8_t *)(FZ_WORDS(vm, value) + 1);
    } else {
        return FZ_WRONG_TYPE;
    }
    *size = fz_count_of(vm, value);
    return FZ_OK;
}

// ---- roots: places of an ARRAY, a kind that every program has; a free place holds NULL

FzStatus fz_root_new(FzVm *vm, FzValue value, FzRoot *out)
{
    enum { STEP = 4 };
    FzValue *held = fz_push(vm, value);
    FzValue *roots = &vm->registers[FZ_REG_ROOTS];
    uint32_t room = *roots == FZ_NULL ? 0 : fz_count_of(vm, *roots);
    uint32_t at = 0;
    while (at < room && FZ_TUPLE(vm, *roots)->items[at] != FZ_NULL)
        at++;
    if (at == room) {
        FzValue wider = fz_new(vm, FZ_KIND_ARRAY, 0, room + STEP);
        if (wider == FZ_NULL) {
            vm->sp = held;
            return FZ_RAISED;
        }
        if (room)
            memcpy(FZ_TUPLE(vm, wider)->items, FZ_TUPLE(vm, *roots)->items, room * sizeof(FzValue));
        *roots = wider;
    }
    FZ_TUPLE(vm, *roots)->items[at] = *held;
    *out = at + 1;
    vm->sp = held;
    return FZ_OK;
}

static FzValue *root_place(const FzVm *vm, FzRoot root)
{
    FzValue roots = vm->registers[FZ_REG_ROOTS];
    if (roots == FZ_NULL || root == 0 || root > fz_count_of(vm, roots))
        return 0;
    return &FZ_TUPLE(vm, roots)->items[root - 1];
}

FzValue fz_root_value(const FzVm *vm, FzRoot root)
{
    const FzValue *place = root_place(vm, root);
    return place ? *place : FZ_NULL;
}

void fz_root_free(FzVm *vm, FzRoot root)
{
    FzValue *place = root_place(vm, root);
    if (place)
        *place = FZ_NULL;
}

// ---- figures

static uint32_t bytes_between(const void *low, const void *high)
{
    return (uint32_t)((const uint8_t *)high - (const uint8_t *)low);
}

void fz_memory(const FzVm *vm, FzMemory *out)
{
    const FzValue *peak = vm->sp > vm->stack_peak ? vm->sp : vm->stack_peak;
    uint32_t used = fz_heap_used(vm);
    *out = (FzMemory){
        .heap_used = used,
        .heap_peak = used > vm->heap_peak ? used : vm->heap_peak,
        .heap_live_peak = vm->heap_live_peak,
        .stack_used = bytes_between(vm->stack, vm->sp),
        .stack_peak = bytes_between(vm->stack, peak),
        .globals = bytes_between(vm->registers, vm->stack),
        .total = bytes_between(vm->registers, vm->heap_end),
        .collections = vm->collections,
    };
}

void fz_collect(FzVm *vm) { fz_heap_collect(vm); }

const char *fz_status_text(FzStatus status)
{
    switch (status) {
#define STATUS(name, number, text)                                                                 \
    case FZ_##name:                                                                                \
        return text;
#include "flashfreeze/status.def"
#undef STATUS
    }
    return "unknown status";
}
