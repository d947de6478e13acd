// SPDX-License-Identifier: MIT
// Calls of everything callable. A call either completes here (natives, making instances and
// generators) or pushes a frame that the caller then runs: the loop in place, C code in a nested
// interpreter. Calls are redirected in place: a bound method becomes its function with one argument
// more, a class becomes its __init__.
#include "flashfreeze/natives.h"
#include "fast.h"

#include <string.h>

// Makes room for `count` slots behind the callable, moving the arguments up.
static bool open_gap(FzVm *vm, FzCall *call, uint32_t count)
{
    if (vm->stack_limit - vm->sp < (ptrdiff_t)(count + FZ_NATIVE_SLOTS) &&
        !fz_stack_reserve(vm, count))
        return false;
    FzValue *args = call->base + 1;
    memmove(args + count, args, (size_t)(vm->sp - args) * sizeof(FzValue));
    vm->sp += count;
    return true;
}

static FzCallState done(FzVm *vm, const FzCall *call, FzValue result)
{
    if (result == FZ_NULL)
        return FZ_CALL_RAISED;
    *call->base = result;
    vm->sp = call->base + 1;
    return FZ_CALL_DONE;
}

// ---- functions

static bool takes_plainly(const FzCode *code, const FzCall *call)
{
    uint32_t shape = code->signature >> 8 & ~((uint32_t)(FZ_CODE_HAS_DOC | FZ_CODE_GENERATOR | FZ_CODE_COROUTINE |
                                                       FZ_CODE_ASYNC_GENERATOR)
                                            << 16);
    return shape == call->argc && fz_keywords(call) == 0;
}

static FzCallState call_function(FzVm *vm, FzCall *call)
{
    FzValue code = fz_function_code(vm, *call->base);
    const FzCode *object = FZ_CODE(vm, code);
    if ((object->signature >> 24 & FZ_CODE_CLASS_BODY) == 0 && !takes_plainly(object, call) &&
        !fz_bind(vm, object, call))
        return FZ_CALL_RAISED;
    if (fz_code_flags(object) & FZ_CODE_GENERATOR)
        return done(vm, call, fz_generator_new(vm, call->base));
    FzValue *locals = call->base + 1;
    if (!fz_frame_reserve(vm, object, (uint32_t)(vm->sp - locals)))
        return FZ_CALL_RAISED;
    uint32_t cells = fz_code_free(object);
    if (cells) {
        FzValue closure = fz_function_extra(vm, *call->base, FZ_FUNCTION_CLOSURE);
        memcpy(vm->sp, FZ_TUPLE(vm, closure)->items, cells * sizeof(FzValue));
        vm->sp += cells;
    }
    fz_frame_link(vm, code, object, locals, call->back);
    return FZ_CALL_FRAME;
}

// ---- natives

// Checks the receiver of a method that was reached without one being looked up, as in
// list.append(x, 1), and gives the method the built-in value of an instance that holds one.
static bool check_receiver(FzVm *vm, const FzNative *native, FzValue *args, uint32_t argc)
{
    FzTypeId type = (FzTypeId)fz_header_count(native->header);
    uint32_t flags = native->info >> 24;
    if (type == FZ_TYPE_NONE || type == FZ_TYPE_OBJECT || argc == 0 ||
        flags & (FZ_NATIVE_STATIC | FZ_NATIVE_CLASSMETHOD))
        return true;
    if (fz_kind_info[fz_kind_of(vm, args[0])].type == (uint8_t)type)
        return true;
    if (native->name == fz_name(vm, FZ_NAME_new_)) {
        if (args[0] == fz_type(vm, type))
            return true;
        if (fz_is_kind(vm, args[0], FZ_KIND_CLASS) &&
            fz_is_subclass(vm, args[0], fz_type(vm, type)))
            return true;
    } else {
        args[0] = fz_unwrap(vm, args[0]);
        if (fz_is_instance(vm, args[0], type))
            return true;
    }
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, "descriptor '%v' for '%v' objects doesn't apply to a '%t' object",
             native->name, fz_class_name(vm, fz_type_or_base(vm, type)), args[0]);
    return false;
}

// Keywords took the places of slots that must be filled; or too few were given.
static bool has_least(FzVm *vm, const FzNative *native, const FzCall *call)
{
    uint32_t least = native->info & 255;
    for (uint32_t i = 0; i < least; i++)
        if (call->base[1 + i] == FZ_NULL) {
            fz_raise_native_count(vm, native, call->argc);
            return false;
        }
    return true;
}

static bool arrange_native(FzVm *vm, const FzNative *native, const FzCall *call)
{
    uint32_t most = native->info >> 8 & 255;
    uint32_t slots = native->info >> 16 & 255;
    if (fz_keywords(call))
        return fz_bind_native(vm, native, call) && has_least(vm, native, call);
    if (call->argc < (native->info & 255) || (call->argc > most && most != FZ_NATIVE_VARIADIC)) {
        fz_raise_native_count(vm, native, call->argc);
        return false;
    }
    uint32_t fill = most == FZ_NATIVE_VARIADIC ? slots : slots - call->argc;
    if (vm->stack_limit - vm->sp < (ptrdiff_t)(fill + FZ_SLACK + FZ_NATIVE_SLOTS) &&
        !fz_stack_reserve(vm, fill + FZ_SLACK))
        return false;
    while (fill-- > 0)
        *vm->sp++ = FZ_NULL;
    return true;
}

// next(generator), generator.send(value) and generator.__next__(): the frame is pushed here, so that
// generators that drive each other need no C stack.
static bool resumes_generator(FzVm *vm, const FzNative *native, const FzCall *call)
{
    if (call->argc < 1 || fz_keywords(call) || call->back >> 16 != FZ_RETURN_PUSH ||
        !fz_is_kind(vm, call->base[1], FZ_KIND_GENERATOR))
        return false;
    const uint8_t *image = (const uint8_t *)fz_image(vm);
    uint32_t row = ((const uint32_t *)(const void *)(image + fz_image(vm)->natives_off))[native->index];
    uint32_t flavour = fz_header_of(vm, call->base[1]) & (FZ_HEADER_A | FZ_HEADER_B);
    if (call->argc == 1)
        return flavour == 0 &&
               (row == FZ_NATIVE_fz_builtin_next || row == FZ_NATIVE_fz_generator_special_next);
    if (flavour == FZ_HEADER_A)
        return call->argc == 2 && row == FZ_NATIVE_fz_coroutine_send &&
               fz_generator_has_frame(vm, call->base[1], false);
    return flavour == 0 && call->argc == 2 && row == FZ_NATIVE_fz_generator_send;
}

#if FZ_FAST_PATHS
const FzCode *fz_fast_next_call(FzVm *vm, const FzCall *call)
{
    FzValue *base = call->base;
    if (!fz_is_kind(vm, *base, FZ_KIND_NATIVE) || !resumes_generator(vm, FZ_NATIVE(vm, *base), call))
        return 0;
    FzValue sent = call->argc == 2 ? base[2] : FZ_NONE;
    uint32_t back = (call->back & 0xffff) | (uint32_t)FZ_RETURN_RESUME << 16;
    return fz_fast_resume(vm, base, base[1], sent, back);
}
#endif

static FzCallState resume_generator(FzVm *vm, FzCall *call)
{
    FzValue *base = call->base;
    base[0] = base[1];
    base[1] = call->argc == 2 ? base[2] : FZ_NONE;
    vm->sp = base + 2;
    if (!fz_generator_has_frame(vm, base[0], false)) {
        fz_raise_stop(vm, FZ_NONE);
        return FZ_CALL_RAISED;
    }
    uint32_t back = (call->back & 0xffff) | (uint32_t)FZ_RETURN_RESUME << 16;
    return fz_generator_enter(vm, base, back) ? FZ_CALL_FRAME : FZ_CALL_RAISED;
}

// Everything before a native runs: AGAIN when it is to be called, else what the call came to. Not in
// fz_begin_call, so that this takes no C stack while the native runs.
static FZ_NOINLINE FzCallState prepare_native(FzVm *vm, FzCall *call)
{
    const FzNative *native = FZ_NATIVE(vm, *call->base);
    if (resumes_generator(vm, native, call))
        return resume_generator(vm, call);
    if (!arrange_native(vm, native, call) || !check_receiver(vm, native, call->base + 1, call->argc))
        return FZ_CALL_RAISED;
    return FZ_CALL_AGAIN;
}

// What a native gave is the result of the call; the value that the __new__ of a built-in class makes
// becomes an instance of the Python class asked for.
static FZ_NOINLINE FzCallState finish_native(FzVm *vm, const FzCall *call, FzValue result)
{
    if (FZ_HAS_CLASS & FZ_CLASS_WRAPS && result != FZ_NULL) {
        const FzNative *native = FZ_NATIVE(vm, *call->base);
        FzValue cls = call->base[1];
        if (native->name == fz_name(vm, FZ_NAME_new_) && fz_header_count(native->header) != FZ_TYPE_NONE &&
            fz_is_kind(vm, cls, FZ_KIND_CLASS) && fz_class_flags(vm, cls) & FZ_CLASS_WRAPS &&
            !fz_is_kind(vm, result, FZ_KIND_INSTANCE))
            result = fz_wrap(vm, cls, result);
    }
    return done(vm, call, result);
}

// Calls a native that needs no look at what it is called with.
static FzCallState run_native(FzVm *vm, FzCall *call)
{
    const FzNative *native = FZ_NATIVE(vm, *call->base);
    if (!arrange_native(vm, native, call))
        return FZ_CALL_RAISED;
    return done(vm, call, vm->app->natives[native->index](vm, call->argc, call->base + 1));
}

// ---- classes

static bool is_native_of(const FzVm *vm, FzValue value, FzTypeId type)
{
    return fz_is_kind(vm, value, FZ_KIND_NATIVE) &&
           fz_header_count(fz_header_of(vm, value)) == (uint32_t)type;
}

// __init__ of Python that a new instance of the class is given, or FZ_NULL.
static FzValue python_init(const FzVm *vm, FzValue cls)
{
    return FZ_HAS_NAME(FZ_NAME_init) ? fz_python_method(vm, cls, FZ_NAME_init) : FZ_NULL;
}

// Copies the call's arguments above the stack behind `callable` and `first`, and calls.
static FzValue call_with(FzVm *vm, const FzCall *call, FzValue callable, FzValue first,
                         bool with_arguments)
{
    uint32_t count = with_arguments ? call->argc + 2 * fz_keywords(call) : 0;
    FzValue *base = fz_push(vm, callable);
    fz_push(vm, first);
    FzCall inner = {base, 1, 0, fz_back(FZ_RETURN_EXIT, 0)};
    if (!fz_stack_reserve(vm, count + FZ_SLACK)) {
        vm->sp = base;
        return FZ_NULL;
    }
    for (uint32_t i = 0; i < count; i++)
        fz_push(vm, call->base[1 + i]);
    if (with_arguments) {
        inner.argc += call->argc;
        inner.keywords = call->keywords;
    }
    return fz_run_call(vm, &inner);
}

// Runs __init__ on the instance in call->base with the call's arguments.
static FzCallState call_init(FzVm *vm, FzCall *call, FzValue init)
{
    if (call->back >> 16 != FZ_RETURN_PUSH || !fz_is_kind(vm, init, FZ_KIND_FUNCTION)) {
        FzValue result = call_with(vm, call, init, *call->base, true);
        if (result != FZ_NULL && result != FZ_NONE)
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__init__() should return None, not '%t'", result);
        return result == FZ_NONE ? done(vm, call, *call->base) : FZ_CALL_RAISED;
    }
    // instance | __init__ | instance, arguments: the frame's result is dropped, the instance stays.
    FzValue *held = fz_push(vm, init);
    if (!open_gap(vm, call, 2))
        return FZ_CALL_RAISED;
    vm->sp--;
    call->base[1] = held[2];
    call->base[2] = call->base[0];
    FzCall inner = {call->base + 1, call->argc + 1, call->keywords,
                    (call->back & 0xffff) | (uint32_t)FZ_RETURN_INIT << 16};
    return call_function(vm, &inner);
}

static FzCallState init_instance(FzVm *vm, FzCall *call)
{
    FzValue cls = fz_type_of(vm, *call->base);
    FzValue init = python_init(vm, cls);
    if (init != FZ_NULL)
        return call_init(vm, call, init);
    bool plain = fz_is_kind(vm, *call->base, FZ_KIND_INSTANCE) &&
                 !(fz_class_flags(vm, cls) & (FZ_CLASS_WRAPS | FZ_CLASS_HAS_NEW));
    if (plain && (call->argc || fz_keywords(call))) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v() takes no arguments", fz_class_name(vm, cls));
        return FZ_CALL_RAISED;
    }
    return done(vm, call, *call->base);
}

// Containers that can change are filled by their __init__; when that is of Python code, it decides.
static bool is_filled_later(const FzVm *vm, FzValue cls)
{
    FzTypeId type = fz_class_type_id(vm, cls);
    bool fills = type == FZ_TYPE_LIST || type == FZ_TYPE_DICT || type == FZ_TYPE_SET ||
                 type == FZ_TYPE_BYTEARRAY || type == FZ_TYPE_PROPERTY;
    return fills && python_init(vm, cls) != FZ_NULL;
}

// What __new__ is in a class, or FZ_NULL.
static FzValue find_creator(FzVm *vm, FzValue cls)
{
    FzValue key = fz_from_int(-1); // besides those of special methods
    FzValue creator = fz_cached(vm, cls, key);
    if (creator == FZ_NULL) {
        creator = fz_class_lookup(vm, cls, fz_name(vm, FZ_NAME_new_));
        if (creator != FZ_NULL)
            fz_cache(vm, cls, key, creator);
    }
    return creator;
}

// Instances made by a __new__, of Python or of a built-in class. AGAIN: what is to be called is in
// call->base.
static FzCallState call_new(FzVm *vm, FzCall *call)
{
    FzValue cls = *call->base;
    FzValue creator = FZ_HAS_MAKERS ? find_creator(vm, cls) : FZ_NULL;
    bool is_native_class = (fz_class_flags(vm, cls) & FZ_CLASS_NATIVE) != 0;
    if (creator == FZ_NULL || (is_native_class && is_native_of(vm, creator, FZ_TYPE_OBJECT) &&
                               cls != fz_type(vm, FZ_TYPE_OBJECT))) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "cannot create '%v' instances", fz_class_name(vm, cls));
        return FZ_CALL_RAISED;
    }
    if (is_native_class || !FZ_HAS_MAKERS) {
        FzValue *held = fz_push(vm, creator);
        if (!open_gap(vm, call, 1))
            return FZ_CALL_RAISED;
        vm->sp--;
        call->base[1] = call->base[0];
        call->base[0] = held[1];
        call->argc++;
        return FZ_FAST_PATHS && fz_is_kind(vm, creator, FZ_KIND_NATIVE) ? run_native(vm, call) : FZ_CALL_AGAIN;
    }
    bool is_own = !fz_is_kind(vm, creator, FZ_KIND_NATIVE);
    FzValue made = call_with(vm, call, creator, cls, is_own || !is_filled_later(vm, cls));
    if (made == FZ_NULL)
        return FZ_CALL_RAISED;
    cls = *call->base;
    *call->base = made;
    FzKind kind = fz_kind_of(vm, made);
    if ((kind != FZ_KIND_INSTANCE && kind != FZ_KIND_EXCEPTION && kind != FZ_KIND_CLASS) ||
        !fz_is_subclass(vm, fz_type_of(vm, made), cls))
        return done(vm, call, made);
    return init_instance(vm, call);
}

// The instance gets the positional arguments as its args; keyword arguments are for __init__.
static FzCallState new_exception(FzVm *vm, FzCall *call)
{
    if (fz_keywords(call) && python_init(vm, *call->base) == FZ_NULL)
        return call_new(vm, call);
    FzValue *at = fz_push(vm, *call->base);
    if (!fz_stack_reserve(vm, call->argc + FZ_SLACK))
        return FZ_CALL_RAISED;
    for (uint32_t i = 0; i < call->argc; i++)
        fz_push(vm, call->base[1 + i]);
    FzValue made = fz_exception_new(vm, at);
    vm->sp = at;
    if (made == FZ_NULL)
        return FZ_CALL_RAISED;
    *call->base = made;
    return init_instance(vm, call);
}

static FzCallState call_class(FzVm *vm, FzCall *call)
{
    FzValue cls = *call->base;
    uint32_t flags = fz_class_flags(vm, cls);
    FzKind kind = fz_class_instance_kind(vm, cls);
    if (cls == fz_type(vm, FZ_TYPE_TYPE) && call->argc == 1 && fz_keywords(call) == 0)
        return done(vm, call, fz_type_of(vm, call->base[1]));
    if (flags & FZ_CLASS_HAS_NEW)
        return call_new(vm, call);
    if (kind == FZ_KIND_EXCEPTION)
        return new_exception(vm, call);
    if (flags & (FZ_CLASS_NATIVE | FZ_CLASS_WRAPS) || kind == FZ_KIND_CLASS)
        return call_new(vm, call);
    FzValue made = fz_instance_new(vm, call->base);
    if (made == FZ_NULL)
        return FZ_CALL_RAISED;
    *call->base = made;
    return init_instance(vm, call);
}

// ---- everything

// Makes the callable in call->base `function` with `self` as one more, first argument.
static bool redirect(FzVm *vm, FzCall *call, FzValue function, FzValue self)
{
    FzValue *held = fz_push(vm, function);
    fz_push(vm, self);
    if (!open_gap(vm, call, 1))
        return false;
    vm->sp -= 2;
    FzValue *moved = held + 1;
    FzValue first = moved[1];
    call->base[0] = moved[0];
    call->base[1] = first;
    call->argc++;
    return true;
}

FzCallState fz_begin_call(FzVm *vm, FzCall *call)
{
    while (true) {
        FzValue callable = *call->base;
        FzValue function;
        switch ((int)fz_kind_of(vm, callable)) {
        case FZ_KIND_FUNCTION:
            return call_function(vm, call);
        case FZ_KIND_NATIVE: {
            FzCallState state = prepare_native(vm, call);
            if (state != FZ_CALL_AGAIN)
                return state;
            FzNativeFn *native = vm->app->natives[FZ_NATIVE(vm, *call->base)->index];
            return finish_native(vm, call, native(vm, call->argc, call->base + 1));
        }
        case FZ_VALUE(FZ_KIND_CLASS):
#if FZ_FAST_PATHS
            if (callable == fz_type(vm, FZ_TYPE_TYPE) && call->argc == 1 && fz_keywords(call) == 0)
                return done(vm, call, fz_type_of(vm, call->base[1]));
#endif
            function = fz_special(vm, callable, FZ_NAME_call);
            if (function == FZ_NULL) {
                FzCallState state = call_class(vm, call);
                if (state != FZ_CALL_AGAIN)
                    return state;
                break;
            }
            if (!redirect(vm, call, function, callable))
                return FZ_CALL_RAISED;
            break;
        case FZ_VALUE(FZ_KIND_BOUND_METHOD):
            if (!redirect(vm, call, FZ_WORDS(vm, callable)[1], FZ_WORDS(vm, callable)[2]))
                return FZ_CALL_RAISED;
            break;
        case FZ_VALUE(FZ_KIND_STATICMETHOD):
            *call->base = FZ_WORDS(vm, callable)[1];
            break;
        case FZ_VALUE(FZ_KIND_INSTANCE):
        case FZ_VALUE(FZ_KIND_EXCEPTION):
            function = fz_special(vm, callable, FZ_NAME_call);
            if (function != FZ_NULL) {
                if (!redirect(vm, call, function, callable))
                    return FZ_CALL_RAISED;
                break;
            }
            // fall through
        default:
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%t' object is not callable", callable);
            return FZ_CALL_RAISED;
        }
    }
}

static bool push_keywords(FzVm *vm, FzValue dict, uint32_t *count)
{
    uint32_t at = 0;
    FzValue key;
    FzValue value;
    *count = 0;
    while (dict != FZ_NULL && fz_dict_entry(vm, dict, &at, &key, &value)) {
        if (!fz_is_kind(vm, key, FZ_KIND_STR)) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "keywords must be strings");
            return false;
        }
        fz_push(vm, key);
        fz_push(vm, value);
        *count += 1;
    }
    return true;
}

bool fz_spread_call(FzVm *vm, FzValue *at, FzCall *call)
{
    call->base = at;
    bool is_list = fz_is_kind(vm, at[1], FZ_KIND_LIST);
    if (!is_list && !fz_is_kind(vm, at[1], FZ_KIND_TUPLE)) {
        if (!fz_is_iterable(vm, at[1]))
            return fz_raise_about(vm, at[0], "%v() argument after * must be an iterable, not %t", at[1]);
        FzValue tuple = fz_tuple_from(vm, at[1]);
        if (tuple == FZ_NULL)
            return false;
        at[1] = tuple;
    }
    call->argc = fz_count_of(vm, at[1]);
    uint32_t pairs = at[2] == FZ_NULL ? 0 : fz_dict_len(vm, at[2]);
    if (!fz_stack_reserve(vm, call->argc + 2 * pairs + FZ_SLACK))
        return false;
    if (call->argc) {
        FzValue items = is_list ? FZ_LIST(vm, at[1])->items : at[1];
        memcpy(vm->sp, FZ_TUPLE(vm, items)->items, call->argc * sizeof(FzValue));
        vm->sp += call->argc;
    }
    if (!push_keywords(vm, at[2], &call->keywords))
        return false;
    memmove(at + 1, at + 3, (size_t)(vm->sp - at - 3) * sizeof(FzValue));
    vm->sp -= 2;
    return true;
}

static FzCallState begin_class(FzVm *vm, FzCall *call)
{
    FzCallState state = call_class(vm, call);
    return state == FZ_CALL_AGAIN ? fz_begin_call(vm, call) : state;
}

static FzValue run(FzVm *vm, FzCall *call, FzCallState (*begin)(FzVm *vm, FzCall *call))
{
    FzValue *base = call->base;
    if (vm->nesting >= FZ_MAX_NESTING) {
        fz_raise(vm, FZ_TYPE_RECURSION_ERROR, "maximum recursion depth exceeded");
        vm->sp = base;
        return FZ_NULL;
    }
    vm->nesting++;
    FzCallState state = begin(vm, call);
    if (state == FZ_CALL_FRAME && fz_interpret(vm) == FZ_RUN_RAISED)
        state = FZ_CALL_RAISED;
    vm->nesting--;
    vm->sp = base;
    return state == FZ_CALL_RAISED ? FZ_NULL : *base;
}

FzValue fz_run_call(FzVm *vm, FzCall *call) { return run(vm, call, fz_begin_call); }

FzValue fz_run_class(FzVm *vm, FzCall *call) { return run(vm, call, begin_class); }

FzValue fz_call(FzVm *vm, FzValue callable, uint32_t argc, const FzValue *argv)
{
    FzCall call = {vm->sp, argc, 0, fz_back(FZ_RETURN_EXIT, 0)};
    fz_push(vm, callable);
    if (!fz_stack_reserve(vm, argc + FZ_SLACK)) {
        vm->sp = call.base;
        return FZ_NULL;
    }
    for (uint32_t i = 0; i < argc; i++)
        fz_push(vm, argv[i]);
    return fz_run_call(vm, &call);
}

FzValue fz_call_special(FzVm *vm, FzValue self, FzNameId name, uint32_t argc, const FzValue *argv)
{
    FzValue cls = fz_type_of(vm, self);
    FzValue owner;
    FzValue found = fz_class_find(vm, cls, fz_name(vm, name), 0, &owner);
    if (found == FZ_NULL || owner == fz_type(vm, FZ_TYPE_OBJECT))
        return FZ_NULL;
    FzKind kind = fz_kind_of(vm, found);
    bool binds = kind == FZ_KIND_FUNCTION || kind == FZ_KIND_NATIVE;
    FzCall call = {vm->sp, argc + binds, 0, fz_back(FZ_RETURN_EXIT, 0)};
    fz_push(vm, found);
    if (kind == FZ_KIND_CLASSMETHOD || kind == FZ_KIND_PROPERTY) {
        FzAttr attr;
        fz_find_attr(vm, self, fz_name(vm, name), &attr);
        FzValue bound = fz_attr_value(vm, &attr, self, fz_name(vm, name));
        if (bound == FZ_NULL) {
            vm->sp = call.base;
            return FZ_NULL;
        }
        *call.base = bound;
    } else if (binds) {
        fz_push(vm, self);
    }
    if (!fz_stack_reserve(vm, argc + FZ_SLACK)) {
        vm->sp = call.base;
        return FZ_NULL;
    }
    for (uint32_t i = 0; i < argc; i++)
        fz_push(vm, argv[i]);
    return fz_run_call(vm, &call);
}

bool fz_is_callable(const FzVm *vm, FzValue value)
{
    switch (fz_kind_of(vm, value)) {
    case FZ_KIND_FUNCTION:
    case FZ_KIND_NATIVE:
    case FZ_KIND_CLASS:
    case FZ_KIND_BOUND_METHOD:
    case FZ_KIND_STATICMETHOD:
        return true;
    case FZ_KIND_INSTANCE:
    case FZ_KIND_EXCEPTION:
        return fz_special(vm, value, FZ_NAME_call) != FZ_NULL;
    default:
        return false;
    }
}
