// SPDX-License-Identifier: MIT
// Binding arguments to parameters. The arguments lie on the stack as the caller pushed them; the
// slots of the parameters are filled above them and then moved down over them. The texts of the
// errors are Python's.
#include "frame.h"

#include <string.h>

// The parameters of one call, taken apart.
typedef struct {
    const FzCode *code;
    const FzCall *call;
    FzValue *args; // as the caller pushed them
    FzValue *out;  // slots of the parameters
    uint32_t positional;
    uint32_t keyword_only;
    bool varargs;
    bool varkeywords;
} Binding;

static FzValue param_name(const FzVm *vm, const Binding *binding, uint32_t index)
{
    return FZ_TUPLE(vm, binding->code->params)->items[index];
}

static bool fail(FzVm *vm, const Binding *binding, const char *format, FzValue name)
{
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, format, binding->code->qualname, name);
    return false;
}

static uint32_t default_count(const FzVm *vm, const Binding *binding)
{
    FzValue defaults = fz_function_extra(vm, *binding->call->base, FZ_FUNCTION_DEFAULTS);
    return defaults == FZ_NULL ? 0 : fz_count_of(vm, defaults);
}

static FZ_NOINLINE bool fail_too_many(FzVm *vm, const Binding *binding)
{
    if (!FZ_HAS_MESSAGES)
        return fz_raise_bare(vm, FZ_TYPE_TYPE_ERROR) != FZ_NULL;
    uint32_t most = binding->positional;
    uint32_t least = most - default_count(vm, binding);
    uint32_t given = binding->call->argc;
    uint32_t by_keyword = 0;
    for (uint32_t i = 0; i < binding->keyword_only; i++)
        if (binding->out[most + i] != FZ_NULL)
            by_keyword++;
    FzValue name = binding->code->qualname;
    const char *plural = least != most || most != 1 ? "s" : "";
    const char *were = given == 1 && !by_keyword ? "was" : "were";
    if (by_keyword)
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 "%v() takes %u positional argument%s but %u positional argument%s (and %u "
                 "keyword-only argument%s) were given",
                 name, most, plural, given, given == 1 ? "" : "s", by_keyword,
                 by_keyword == 1 ? "" : "s");
    else if (least != most)
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 "%v() takes from %u to %u positional arguments but %u %s given", name, least, most,
                 given, were);
    else
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v() takes %u positional argument%s but %u %s given",
                 name, most, plural, given, were);
    return false;
}

// Says which of `count` parameters from `first` on are missing: 'a', 'b', and 'c'.
static FZ_NOINLINE bool fail_missing(FzVm *vm, const Binding *binding, uint32_t first, uint32_t count,
                         const char *sort)
{
    if (!FZ_HAS_MESSAGES)
        return fz_raise_bare(vm, FZ_TYPE_TYPE_ERROR) != FZ_NULL;
    uint32_t missing = 0;
    for (uint32_t i = first; i < first + count; i++)
        if (binding->out[i] == FZ_NULL)
            missing++;
    uint32_t all = missing;
    FzBuilder builder;
    FzValue *name = fz_push(vm, FZ_NULL);
    fz_builder_open(vm, &builder);
    for (uint32_t i = first; i < first + count; i++) {
        if (binding->out[i] != FZ_NULL)
            continue;
        *name = param_name(vm, binding, i);
        fz_builder_add(vm, &builder, "'", 1);
        fz_builder_add_str(vm, &builder, name);
        fz_builder_add(vm, &builder, "'", 1);
        missing--;
        if (missing)
            fz_builder_add_z(vm, &builder, missing > 1 ? ", " : all > 2 ? ", and " : " and ");
    }
    *name = fz_builder_close(vm, &builder);
    if (*name != FZ_NULL)
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v() missing %u required %s argument%s: %v",
                 binding->code->qualname, all, sort, all == 1 ? "" : "s", *name);
    fz_pop(vm, 1);
    return false;
}

static FZ_NOINLINE bool pack_rest(FzVm *vm, const Binding *binding)
{
    uint32_t argc = binding->call->argc;
    uint32_t rest = argc > binding->positional ? argc - binding->positional : 0;
    if (!binding->varargs)
        return true;
    FzValue tuple = fz_tuple_new(vm, binding->args + binding->positional, rest);
    binding->out[binding->positional + binding->keyword_only] = tuple;
    return tuple != FZ_NULL;
}

// The positional-only parameters that were named, joined as in "'a, b'".
static bool fail_positional_only(FzVm *vm, const Binding *binding)
{
    if (!FZ_HAS_MESSAGES)
        return fz_raise_bare(vm, FZ_TYPE_TYPE_ERROR) != FZ_NULL;
    FzBuilder builder;
    FzValue *name = fz_push(vm, FZ_NULL);
    fz_builder_open(vm, &builder);
    bool first = true;
    for (uint32_t i = 0; i < (binding->code->signature & 255); i++) {
        *name = param_name(vm, binding, i);
        for (uint32_t k = 0; k < fz_keywords(binding->call); k++) {
            FzValue key = binding->args[binding->call->argc + 2 * k];
            if (fz_known_name(vm, key) != *name)
                continue;
            if (!first)
                fz_builder_add(vm, &builder, ", ", 2);
            first = false;
            fz_builder_add_str(vm, &builder, name);
        }
    }
    *name = fz_builder_close(vm, &builder);
    if (*name != FZ_NULL)
        fail(vm, binding,
             "%v() got some positional-only arguments passed as keyword arguments: '%v'", *name);
    fz_pop(vm, 1);
    return false;
}

static FZ_NOINLINE bool bind_keyword(FzVm *vm, const Binding *binding, const FzValue *pair)
{
    FzValue name = fz_known_name(vm, pair[0]);
    uint32_t count = binding->positional + binding->keyword_only;
    uint32_t positional_only = binding->code->signature & 255;
    for (uint32_t i = positional_only; i < count; i++) {
        if (param_name(vm, binding, i) != name)
            continue;
        if (binding->out[i] != FZ_NULL)
            return fail(vm, binding, "%v() got multiple values for argument '%v'", name);
        binding->out[i] = pair[1];
        return true;
    }
    if (binding->varkeywords)
        return fz_dict_set(vm, binding->out[count + binding->varargs], name, pair[1]);
    for (uint32_t i = 0; i < positional_only; i++)
        if (param_name(vm, binding, i) == name)
            return fail_positional_only(vm, binding);
    return fail(vm, binding, "%v() got an unexpected keyword argument '%v'", name);
}

static FZ_NOINLINE bool fill_positional(FzVm *vm, const Binding *binding)
{
    uint32_t defaults = default_count(vm, binding);
    uint32_t required = binding->positional - defaults;
    for (uint32_t i = binding->call->argc; i < required; i++)
        if (binding->out[i] == FZ_NULL)
            return fail_missing(vm, binding, 0, required, "positional");
    if (defaults == 0)
        return true;
    FzValue tuple = fz_function_extra(vm, *binding->call->base, FZ_FUNCTION_DEFAULTS);
    for (uint32_t i = 0; i < defaults; i++)
        if (binding->out[required + i] == FZ_NULL)
            binding->out[required + i] = FZ_TUPLE(vm, tuple)->items[i];
    return true;
}

static FZ_NOINLINE bool fill_keyword_only(FzVm *vm, const Binding *binding)
{
    FzValue defaults = fz_function_extra(vm, *binding->call->base, FZ_FUNCTION_KWDEFAULTS);
    bool missing = false;
    for (uint32_t i = binding->positional; i < binding->positional + binding->keyword_only; i++) {
        if (binding->out[i] == FZ_NULL && defaults != FZ_NULL)
            binding->out[i] = fz_dict_get_name(vm, defaults, param_name(vm, binding, i));
        missing = missing || binding->out[i] == FZ_NULL;
    }
    return !missing || fail_missing(vm, binding, binding->positional, binding->keyword_only,
                                    "keyword-only");
}

static bool bind(FzVm *vm, const Binding *binding)
{
    uint32_t argc = binding->call->argc;
    for (uint32_t i = 0; i < argc && i < binding->positional; i++)
        binding->out[i] = binding->args[i];
    if (!pack_rest(vm, binding))
        return false;
    if (binding->varkeywords) {
        FzValue dict = fz_dict_new(vm, fz_keywords(binding->call));
        binding->out[binding->positional + binding->keyword_only + binding->varargs] = dict;
        if (dict == FZ_NULL)
            return false;
    }
    for (uint32_t i = 0; i < fz_keywords(binding->call); i++)
        if (!bind_keyword(vm, binding, binding->args + argc + 2 * i))
            return false;
    if (argc > binding->positional && !binding->varargs)
        return fail_too_many(vm, binding);
    return fill_positional(vm, binding) && fill_keyword_only(vm, binding);
}

bool fz_bind(FzVm *vm, const FzCode *code, const FzCall *call)
{
    uint32_t total = fz_code_params(code);
    if (!fz_stack_reserve(vm, total + FZ_SLACK))
        return false;
    Binding binding = {
        .code = code,
        .call = call,
        .args = call->base + 1,
        .out = vm->sp,
        .positional = fz_code_positional(code),
        .keyword_only = fz_code_keyword_only(code),
        .varargs = (fz_code_flags(code) & FZ_CODE_VARARGS) != 0,
        .varkeywords = (fz_code_flags(code) & FZ_CODE_VARKEYWORDS) != 0,
    };
    for (uint32_t i = 0; i < total; i++)
        *vm->sp++ = FZ_NULL;
    if (!bind(vm, &binding))
        return false;
    memmove(binding.args, binding.out, total * sizeof(FzValue));
    vm->sp = binding.args + total;
    return true;
}

// ---- natives

// Index of a keyword among the names of the native's last slots, or FZ_COUNT_MAX.
static uint32_t native_param(const FzVm *vm, const FzNative *native, FzValue name)
{
    uint32_t count = native->params == FZ_NULL ? 0 : fz_count_of(vm, native->params);
    for (uint32_t i = 0; i < count; i++)
        if (FZ_TUPLE(vm, native->params)->items[i] == name)
            return i;
    return FZ_COUNT_MAX;
}

static bool bind_native_keyword(FzVm *vm, const FzNative *native, FzValue *named, FzValue *dict,
                                const FzValue *pair)
{
    FzValue name = fz_known_name(vm, pair[0]);
    uint32_t index = native_param(vm, native, name);
    const char *problem = "%v() got multiple values for argument '%v'";
    if (index != FZ_COUNT_MAX && named[index] == FZ_NULL) {
        named[index] = pair[1];
        return true;
    }
    if (index == FZ_COUNT_MAX) {
        problem = "'%v' is an invalid keyword argument for %v()";
        if (dict && *dict == FZ_NULL)
            *dict = fz_dict_new(vm, 0);
        if (dict)
            return *dict != FZ_NULL && fz_dict_set(vm, *dict, pair[0], pair[1]);
        if (native->params == FZ_NULL) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v() takes no keyword arguments", native->name);
            return false;
        }
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, problem, pair[0], native->name);
        return false;
    }
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, problem, native->name, name);
    return false;
}

bool fz_bind_native(FzVm *vm, const FzNative *native, const FzCall *call)
{
    uint32_t slots = native->info >> 16 & 255;
    bool any = (native->info >> 8 & 255) == FZ_NATIVE_VARIADIC;
    uint32_t total = any ? call->argc + slots : slots;
    bool takes_all = (native->info >> 24 & FZ_NATIVE_KWARGS) != 0;
    uint32_t names = native->params == FZ_NULL ? 0 : fz_count_of(vm, native->params);
    if (!any && call->argc > slots) {
        fz_raise_native_count(vm, native, call->argc);
        return false;
    }
    if (!fz_stack_reserve(vm, total + FZ_SLACK))
        return false;
    FzValue *args = call->base + 1;
    FzValue *out = vm->sp;
    for (uint32_t i = 0; i < total; i++)
        *vm->sp++ = i < call->argc ? args[i] : FZ_NULL;
    FzValue *dict = takes_all ? out + total - 1 : 0;
    FzValue *named = out + total - (takes_all ? 1 : 0) - names;
    for (uint32_t i = 0; i < call->keywords; i++)
        if (!bind_native_keyword(vm, native, named, dict, args + call->argc + 2 * i))
            return false;
    memmove(args, out, total * sizeof(FzValue));
    vm->sp = args + total;
    return true;
}

static const char *plural(uint32_t count) { return count == 1 ? "" : "s"; }

// What errors call a native: a method shows its class when `full`, __new__ is its class.
static FzValue *push_native_name(FzVm *vm, const FzNative *native, bool full)
{
    FzTypeId type = (FzTypeId)fz_header_count(native->header);
    FzValue *name = fz_push(vm, native->name);
    if (type == FZ_TYPE_NONE)
        return name;
    bool makes = native->name == fz_name(vm, FZ_NAME_new_);
    if (makes || full)
        *name = fz_class_name(vm, fz_type_or_base(vm, type));
    if (makes || !full)
        return name;
    FzBuilder builder;
    FzValue *part = fz_push(vm, native->name);
    fz_builder_open(vm, &builder);
    fz_builder_add_str(vm, &builder, name);
    fz_builder_add(vm, &builder, ".", 1);
    fz_builder_add_str(vm, &builder, part);
    FzValue text = fz_builder_close(vm, &builder);
    vm->sp = part;
    if (text != FZ_NULL)
        *name = text;
    return name;
}

FzValue fz_raise_native_count(FzVm *vm, const FzNative *native, uint32_t argc)
{
    if (!FZ_HAS_MESSAGES)
        return fz_raise_bare(vm, FZ_TYPE_TYPE_ERROR);
    uint32_t least = native->info & 255;
    uint32_t most = native->info >> 8 & 255;
    // A method's receiver is not an argument to its caller.
    uint32_t self = fz_header_count(native->header) != FZ_TYPE_NONE &&
                            !(native->info >> 24 & FZ_NATIVE_STATIC) && least > 0
                        ? 1
                        : 0;
    argc = argc > self ? argc - self : 0;
    least -= self;
    most -= self;
    FzValue *name = push_native_name(vm, native, least == most && most < 2);
    bool few = argc < least;
    uint32_t limit = few ? least : most;
    if (least != most && native->params != FZ_NULL && most < FZ_NATIVE_VARIADIC - 1)
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v() takes at %s %u %sargument%s (%u given)", *name,
                 few ? "least" : "most", limit, few ? "positional " : "", plural(limit), argc);
    else if (least != most)
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v expected at %s %u argument%s, got %u", *name,
                 few ? "least" : "most", limit, plural(limit), argc);
    else if (most == 0)
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v() takes no arguments (%u given)", *name, argc);
    else if (most == 1)
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v() takes exactly one argument (%u given)", *name, argc);
    else
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v expected %u arguments, got %u", *name, most, argc);
    vm->sp = name;
    return FZ_NULL;
}
