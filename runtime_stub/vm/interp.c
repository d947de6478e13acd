// SPDX-License-Identifier: MIT
// The loop: runs bytecode from the frame at vm->frame until the frame that C code linked is left.
// Calls, generators, class bodies and imports push frames and stay in the loop.
//
// The loop keeps the top of the stack in `sp`. Before anything that may collect, raise or push,
// SAVE() shows it to the rest of the runtime; operands stay on the stack until the result is there,
// because they move. What raised goes to `raise` with everything below vm->sp valid.
#include "fast.h"

#include <string.h>

// An instruction's code starts with DO (no operand) or DO_ARG (operand in `arg`) and ends with
// NEXT(). With computed goto, a WIDE prefix enters DO_ARG where it takes the operand from memory, so that
// `arg` takes no register between instructions.
#if FZ_COMPUTED_GOTO
#define DO(name)     L_##name:
#define DO_ARG(name) L_##name : arg = *ip; ip += 1; goto D_##name; W_##name : arg = running.wide; D_##name:
#define NEXT()       __extension__({ uint32_t op = *ip; ip += 1; goto *labels[op]; })
#else
#define DO(name)     case FZ_OP_CASE(FZ_OP_##name):
#define DO_ARG(name) DO(name)
#define NEXT()       goto next
#endif

// What a label in the table of widened instructions is, by operand format.
#define LABEL_NONE(name)   __extension__ &&L_##name
#define LABEL_LOCAL(name)  __extension__ &&W_##name
#define LABEL_CONST(name)  __extension__ &&W_##name
#define LABEL_NAME(name)   __extension__ &&W_##name
#define LABEL_GLOBAL(name) __extension__ &&W_##name
#define LABEL_COUNT(name)  __extension__ &&W_##name
#define LABEL_SBYTE(name)  __extension__ &&W_##name
#define LABEL_FWD(name)    __extension__ &&W_##name
#define LABEL_BACK(name)   __extension__ &&W_##name
#define LABEL_PAIR(name)   __extension__ &&W_##name
#define LABEL_CONSTB(name) __extension__ &&W_##name
#define LABEL_ADDR(name)   __extension__ &&W_##name

// Everything about the frame at vm->frame but where it is in its code and its stack.
#define LOAD_FRAME() (frame = load_frame(vm, &running))
#define SAVE()       (vm->sp = sp)
// One after the other: of *sp++ the compiler makes a copy of sp.
#define PUSH(value)  (*sp = (value), sp += 1)
#define OFFSET()     ((uint32_t)(ip - running.code->bytes))
#define INT_ZERO     fz_from_int(0)
// A call or a jump back: what was asked from outside is done now and then.
#define STEP(otherwise)                                                                            \
    if (--vm->steps == 0) {                                                                        \
        SAVE();                                                                                    \
        if (!fz_pause(vm))                                                                         \
            goto otherwise;                                                                        \
    }

// The end of a comparison: its truth takes the place of the value on top, or decides a jump that
// comes next at once.
#if FZ_FAST_PATHS
#define DECIDE(truth)                                                                              \
    do {                                                                                           \
        bool holds = (truth);                                                                      \
        if (*ip == FZ_OP_POP_JUMP_IF_FALSE) {                                                      \
            sp--;                                                                                  \
            ip += holds ? 2 : 2 + ip[1];                                                           \
            NEXT();                                                                                \
        }                                                                                          \
        sp[-1] = fz_from_bool(holds);                                                              \
        NEXT();                                                                                    \
    } while (0)
#else
#define DECIDE(truth)                                                                              \
    do {                                                                                           \
        sp[-1] = fz_from_bool(truth);                                                              \
        NEXT();                                                                                    \
    } while (0)
#endif

// Tries an operator of floats; falls through when the operands are others.
#if FZ_FAST_PATHS
#define FLOATS(which)                                                                              \
    do {                                                                                           \
        if (FZ_HAS_KIND(FZ_KIND_FLOAT) && fast_floats(vm, &ip, &sp, frame, (which), &number))      \
            goto box;                                                                              \
    } while (0)
#else
#define FLOATS(which) ((void)0)
#endif

// An operator with code of its own for two small integers.
#define DO_INTEGERS(name)                                                                          \
    DO(INPLACE_##name)                                                                             \
    DO(BINARY_##name)                                                                              \
        if (!(sp[-2] & sp[-1] & 1))                                                                \
            goto binary;                                                                           \
        value = fast_binary(FZ_BINARY_##name, sp[-2], sp[-1]);                                     \
        if (value == FZ_NULL)                                                                      \
            goto binary;                                                                           \
        sp--;                                                                                      \
        sp[-1] = value;                                                                            \
        NEXT();

// Locals with a short form have code of their own where speed counts.
#if FZ_FAST_PATHS
#define DO_LOAD_LOCAL(n)                                                                           \
    DO(LOAD_LOCAL_##n)                                                                             \
        value = frame[n];                                                                          \
        if (value == FZ_NULL)                                                                      \
            goto unbound_short;                                                                    \
        PUSH(value);                                                                               \
        NEXT();
#define DO_STORE_LOCAL(n)                                                                          \
    DO(STORE_LOCAL_##n)                                                                            \
        frame[n] = *--sp;                                                                          \
        NEXT();
#else
#define DO_LOAD_LOCAL(n)  DO(LOAD_LOCAL_##n)
#define DO_STORE_LOCAL(n) DO(STORE_LOCAL_##n)
#endif

// Truth of the value on top; -1 after raising.
static inline int truth_of(FzVm *vm, FzValue *sp)
{
    FzValue value = sp[-1];
    if (value == FZ_TRUE)
        return 1;
    if (value == FZ_FALSE || value == FZ_NONE)
        return 0;
    if (fz_is_int(value))
        return value != INT_ZERO;
    SAVE();
    return fz_truth(vm, value);
}

#if defined(__GNUC__) && FZ_FAST_PATHS
#define NOINLINE __attribute__((noinline))
#else
#define NOINLINE
#endif

// Of the frame that runs: kept in memory, so that the loop's registers are for what each instruction
// needs.
typedef struct {
    const FzCode *code;
    const FzValue *pool; // constants of the module
    FzValue *globals;    // its global variables
    uint32_t wide;       // operand behind a WIDE prefix
} Running;

static NOINLINE void load_module(const FzVm *vm, Running *running)
{
    const FzModule *module = FZ_MODULE(vm, running->code->module);
    running->pool = FZ_TUPLE(vm, module->pool)->items;
    running->globals = vm->globals + module->globals;
}

// Gives the frame's first local.
static inline FzValue *load_frame(const FzVm *vm, Running *running)
{
    const FzCode *before = running->code;
    running->code = FZ_CODE(vm, fz_own_code(vm, vm->frame[0]));
    if (!before || before->module != running->code->module)
        load_module(vm, running);
    return vm->frame - fz_code_locals(running->code);
}

static FzValue raise_unbound(FzVm *vm, const FzCode *code, uint32_t slot, bool is_cell)
{
    uint32_t params = fz_code_params(code);
    FzValue name = fz_code_slot_name(vm, code, slot);
    if (is_cell && slot >= params && slot < params + fz_code_free(code))
        return fz_raise(vm, FZ_TYPE_NAME_ERROR,
                        "cannot access free variable '%v' where it is not associated with a value "
                        "in enclosing scope",
                        name);
    return fz_raise(vm, FZ_TYPE_UNBOUND_LOCAL_ERROR,
                    "cannot access local variable '%v' where it is not associated with a value",
                    name);
}

#if FZ_CACHE_SLOTS
// What methods of built-in kinds are remembered under, or FZ_NULL.
static FzValue kind_key(const FzVm *vm, FzValue object)
{
    FzKind kind = fz_kind_of(vm, object);
    if (kind == FZ_KIND_GENERATOR && !(fz_header_of(vm, object) & (FZ_HEADER_A | FZ_HEADER_B)))
        return fz_from_int(FZ_KIND_NUMBER_GENERATOR);
    return kind <= (FzKind)FZ_KIND_NUMBER_SLICE ? fz_from_int((int32_t)kind) : FZ_NULL;
}

// Whether what the cache has for a name of a class or kind is a method.
static inline bool is_method(FzValue known)
{
    return known != FZ_NULL && !fz_is_int(known) && known != FZ_CACHED_ABSENT;
}

// Remembers what was found for instances of a class that has no field of the name, or for
// objects of a built-in kind.
static void cache_method(FzVm *vm, FzValue of, FzValue name, FzValue method)
{
    if (of == FZ_NULL)
        return;
    if (!fz_is_int(of) && (!fast_may_cache(vm, of) || fast_field_index(vm, of, name) >= 0))
        return;
    fz_cache(vm, of, name, method);
}

// Remembers that a name is only to be found in instances' further attributes.
static void cache_absent(FzVm *vm, FzValue cls, FzValue name)
{
    if (fast_may_cache(vm, cls) && fast_field_index(vm, cls, name) < 0 &&
        fz_class_lookup(vm, cls, name) == FZ_NULL)
        fz_cache(vm, cls, name, FZ_CACHED_ABSENT);
}
#endif

static FzValue raise_no_name(FzVm *vm, FzValue name)
{
    return fz_raise(vm, FZ_TYPE_NAME_ERROR, "name '%v' is not defined", name);
}

// A call's two slots below the arguments, `f self` or `value NULL`, become one callable: the number
// of arguments is given with what is in the second slot counted.
static uint32_t settle_method(FzValue *base, FzValue **sp, uint32_t argc)
{
    if (base[1] != FZ_NULL)
        return argc + 1;
    memmove(base + 1, base + 2, (size_t)(*sp - base - 2) * sizeof(FzValue));
    *sp -= 1;
    return argc;
}

// A call without keywords.
static inline void set_call(FzCall *call, FzValue *base, uint32_t argc, uint32_t back)
{
    call->base = base;
    call->argc = argc;
    call->keywords = 0;
    call->back = back;
}

FzRun fz_interpret(FzVm *vm)
{
#if FZ_COMPUTED_GOTO
    static const void *const labels[] = {
#define OP(name, v6, format, ...) __extension__ &&L_##name,
#include "flashfreeze/opcodes.def"
#undef OP
    };
    static const void *const wide_labels[] = {
#define OP(name, v6, format, ...) LABEL_##format(name),
#include "flashfreeze/opcodes.def"
#undef OP
    };
#endif
    const uint8_t *ip;
    FzValue *sp;
    FzValue *frame;       // first local
    Running running = {0};
    uint32_t arg = 0;
    FzValue value = FZ_NULL;
    FzCall call;
    FzRun how = FZ_RUN_RETURNED;
    uint32_t operation;
#if FZ_FAST_PATHS
    double number;
    bool other;            // it is of another module
    FzNativeFn *native;
    const FzCode *entered; // whose frame the loop goes on with
#endif

enter:
    // vm->frame is that of a frame that starts or goes on.
    LOAD_FRAME();
    ip = running.code->bytes;
    if (fz_is_generator_frame(vm->frame[0]))
        ip += fz_generator_of(vm, vm->frame[0])->resume;
#if FZ_BREAKS
    ip += vm->resume;
    vm->resume = 0;
#endif
    sp = vm->sp;
    if (fz_pending(vm))
        goto throw_in;
    STEP(unwind)

#if FZ_COMPUTED_GOTO
    NEXT();
    {
#else
next:
    operation = *ip++;
    if (operation >= FZ_OP_FIRST_WITH_OPERAND)
        arg = *ip++;
again:
    switch (operation & 255) {
#endif
    // ---- constants, locals, the stack

    DO(LOAD_NULL)
        PUSH(FZ_NULL);
        NEXT();
    DO(LOAD_NONE)
        PUSH(FZ_NONE);
        NEXT();
    DO(LOAD_FALSE)
        PUSH(FZ_FALSE);
        NEXT();
    DO(LOAD_TRUE)
        PUSH(FZ_TRUE);
        NEXT();
    DO(LOAD_INT_0)
        PUSH(INT_ZERO);
        NEXT();
    DO(LOAD_INT_1)
        PUSH(fz_from_int(1));
        NEXT();
    DO(LOAD_INT_2)
        PUSH(fz_from_int(2));
        NEXT();
    DO_LOAD_LOCAL(0)
    DO_LOAD_LOCAL(1)
    DO_LOAD_LOCAL(2)
    DO_LOAD_LOCAL(3)
    DO_LOAD_LOCAL(4)
    DO_LOAD_LOCAL(5)
    DO_LOAD_LOCAL(6)
    DO_LOAD_LOCAL(7)
#if !FZ_FAST_PATHS
        arg = ip[-1] - (uint32_t)FZ_OP_LOAD_LOCAL_0;
        goto load_local;
#endif
    DO_STORE_LOCAL(0)
    DO_STORE_LOCAL(1)
    DO_STORE_LOCAL(2)
    DO_STORE_LOCAL(3)
    DO_STORE_LOCAL(4)
    DO_STORE_LOCAL(5)
    DO_STORE_LOCAL(6)
    DO_STORE_LOCAL(7)
#if !FZ_FAST_PATHS
        frame[ip[-1] - FZ_OP_STORE_LOCAL_0] = *--sp;
        NEXT();
#endif
    DO(POP_TOP)
        sp--;
        NEXT();
    DO(DUP_TOP)
        sp[0] = sp[-1];
        sp++;
        NEXT();
    DO(DUP_TOP_TWO)
        sp[0] = sp[-2];
        sp[1] = sp[-1];
        sp += 2;
        NEXT();
    DO(ROT_TWO)
        value = sp[-1];
        sp[-1] = sp[-2];
        sp[-2] = value;
        NEXT();
    DO(ROT_THREE)
        value = sp[-1];
        sp[-1] = sp[-2];
        sp[-2] = sp[-3];
        sp[-3] = value;
        NEXT();
    DO_ARG(LOAD_INT)
        PUSH(fz_from_int((int8_t)arg));
        NEXT();
    DO_ARG(WIDE)
        operation = *ip++;
        arg = arg << 8 | *ip++;
#if FZ_COMPUTED_GOTO
        running.wide = arg;
        __extension__({ goto *wide_labels[operation]; });
#else
        goto again;
#endif
    DO_ARG(LOAD_CONST)
        PUSH(running.pool[arg]);
        NEXT();
    DO_ARG(LOAD_LOCAL)
#if !FZ_FAST_PATHS
    load_local:
#endif
        value = frame[arg];
        if (value == FZ_NULL)
            goto unbound_local;
        PUSH(value);
        NEXT();
    DO_ARG(STORE_LOCAL)
        frame[arg] = *--sp;
        NEXT();
    DO_ARG(DELETE_LOCAL)
        if (frame[arg] == FZ_NULL)
            goto unbound_local;
        frame[arg] = FZ_NULL;
        NEXT();
    DO_ARG(MAKE_CELL)
        SAVE();
        value = fz_new(vm, FZ_KIND_CELL, 0, 0);
        if (value == FZ_NULL)
            goto raise;
        FZ_WORDS(vm, value)[1] = frame[arg];
        frame[arg] = value;
        NEXT();
    DO_ARG(LOAD_CELL)
        value = FZ_WORDS(vm, frame[arg])[1];
        if (value == FZ_NULL)
            goto unbound_cell;
        PUSH(value);
        NEXT();
    DO_ARG(STORE_CELL)
        if (fz_is_rom(frame[arg])) {
            SAVE();
            if (!fz_thaw(vm, frame[arg]))
                goto raise;
        }
        FZ_WORDS(vm, frame[arg])[1] = *--sp;
        NEXT();
    DO_ARG(DELETE_CELL)
        if (FZ_WORDS(vm, frame[arg])[1] == FZ_NULL)
            goto unbound_cell;
        if (fz_is_rom(frame[arg])) {
            SAVE();
            if (!fz_thaw(vm, frame[arg]))
                goto raise;
        }
        FZ_WORDS(vm, frame[arg])[1] = FZ_NULL;
        NEXT();
    DO_ARG(LOAD_CLASS_CELL)
        value = fz_dict_get_name(vm, frame[0], fz_code_slot_name(vm, running.code, arg));
        if (value == FZ_NULL)
            value = FZ_WORDS(vm, frame[arg])[1];
        if (value == FZ_NULL)
            goto unbound_cell;
        PUSH(value);
        NEXT();

    // ---- globals and names

    DO_ARG(LOAD_GLOBAL)
        value = running.globals[arg];
        if (value == FZ_NULL)
            value = fz_cached(vm, running.code->module, fz_from_int((int32_t)arg));
        if (value == FZ_NULL) {
            const FzModule *module = FZ_MODULE(vm, running.code->module);
            FzValue name = fz_global_name(vm, module, arg);
            value = fz_global_fallback(vm, module, name);
            if (value == FZ_NULL) {
                SAVE();
                raise_no_name(vm, name);
                goto raise;
            }
            fz_cache(vm, running.code->module, fz_from_int((int32_t)arg), value);
        }
        PUSH(value);
        NEXT();
    DO_ARG(STORE_GLOBAL)
        running.globals[arg] = *--sp;
        NEXT();
    DO_ARG(DELETE_GLOBAL)
        if (running.globals[arg] == FZ_NULL) {
            SAVE();
            raise_no_name(vm, fz_global_name(vm, FZ_MODULE(vm, running.code->module), arg));
            goto raise;
        }
        running.globals[arg] = FZ_NULL;
        NEXT();
    DO_ARG(LOAD_NAME)
        value = fz_dict_get_name(vm, frame[0], running.pool[arg]);
        if (value == FZ_NULL)
            value = fz_global_by_name(vm, FZ_MODULE(vm, running.code->module), running.pool[arg]);
        if (value == FZ_NULL) {
            SAVE();
            raise_no_name(vm, running.pool[arg]);
            goto raise;
        }
        PUSH(value);
        NEXT();
    DO_ARG(STORE_NAME)
        SAVE();
        if (!fz_dict_set(vm, frame[0], running.pool[arg], sp[-1]))
            goto raise;
        sp--;
        NEXT();
    DO_ARG(DELETE_NAME)
        SAVE();
        switch (fz_dict_delete(vm, frame[0], running.pool[arg])) {
        case 0:
            raise_no_name(vm, running.pool[arg]);
            goto raise;
        case -1:
            goto raise;
        default:
            NEXT();
        }

    // ---- operators

    DO(UNARY_NEGATIVE)
#if FZ_FAST_PATHS
        if (fz_is_int(sp[-1]) && sp[-1] != fz_from_int(FZ_INT_MIN)) {
            sp[-1] = 2 - sp[-1]; // 2n + 1 becomes 2(-n) + 1
            NEXT();
        }
        goto unary;
#endif
    DO(UNARY_INVERT)
#if FZ_FAST_PATHS
        if (fz_is_int(sp[-1])) {
            sp[-1] = ~sp[-1] | 1;
            NEXT();
        }
        goto unary;
    unary:
#endif
    DO(UNARY_POSITIVE)
        SAVE();
        value = fz_unary(vm, (FzUnary)(ip[-1] - FZ_OP_UNARY_POSITIVE), sp[-1]);
        goto replace_one;
    DO(UNARY_NOT) {
        int truth = truth_of(vm, sp);
        if (truth < 0)
            goto raise;
        sp[-1] = fz_from_bool(!truth);
        NEXT();
    }
    DO(COMPARE_LESS)
        if (!(sp[-2] & sp[-1] & 1))
            goto compare;
        sp--;
        DECIDE((int32_t)sp[-1] < (int32_t)sp[0]);
    DO(COMPARE_MORE)
        if (!(sp[-2] & sp[-1] & 1))
            goto compare;
        sp--;
        DECIDE((int32_t)sp[-1] > (int32_t)sp[0]);
    DO(COMPARE_EQUAL)
        if (!(sp[-2] & sp[-1] & 1))
            goto compare;
        sp--;
        DECIDE(sp[-1] == sp[0]);
    DO(COMPARE_LESS_EQUAL)
        if (!(sp[-2] & sp[-1] & 1))
            goto compare;
        sp--;
        DECIDE((int32_t)sp[-1] <= (int32_t)sp[0]);
    DO(COMPARE_MORE_EQUAL)
        if (!(sp[-2] & sp[-1] & 1))
            goto compare;
        sp--;
        DECIDE((int32_t)sp[-1] >= (int32_t)sp[0]);
    DO(COMPARE_NOT_EQUAL)
        if (!(sp[-2] & sp[-1] & 1))
            goto compare;
        sp--;
        DECIDE(sp[-1] != sp[0]);
    compare:
#if FZ_FAST_PATHS
    {
        double x;
        double y;
        if (FZ_HAS_KIND(FZ_KIND_FLOAT) && fast_number(vm, sp[-2], &x) && fast_number(vm, sp[-1], &y)) {
            operation = ip[-1] - (uint32_t)FZ_OP_COMPARE_LESS;
            sp--;
            DECIDE(fast_compare((FzComparison)operation, x, y));
        }
        if (fz_is_kind(vm, sp[-2], FZ_KIND_STR) && fz_is_kind(vm, sp[-1], FZ_KIND_STR)) {
            operation = ip[-1] - (uint32_t)FZ_OP_COMPARE_LESS;
            bool equality = operation == FZ_EQUAL || operation == FZ_NOT_EQUAL;
            x = equality ? !fz_str_equal(vm, sp[-2], sp[-1]) : fz_str_compare(vm, sp[-2], sp[-1]);
            sp--;
            DECIDE(fast_compare((FzComparison)operation, x, 0));
        }
    }
#endif
        SAVE();
        value = fz_compare(vm, (FzComparison)(ip[-1] - FZ_OP_COMPARE_LESS), sp[-2], sp[-1]);
        goto replace_two;
    DO(CONTAINS)
    DO(NOT_CONTAINS) {
#if FZ_FAST_PATHS
        int has = fast_contains(vm, sp[-1], sp[-2]);
        if (has >= 0) {
            has = has == (ip[-1] == FZ_OP_CONTAINS);
            sp--;
            DECIDE(has);
        }
#endif
        SAVE();
        int holds = fz_contains(vm, sp[-1], sp[-2]);
        if (holds < 0)
            goto raise;
        sp--;
        sp[-1] = fz_from_bool((holds != 0) == (ip[-1] == FZ_OP_CONTAINS));
        NEXT();
    }
    DO(IS)
        sp--;
        DECIDE(sp[-1] == sp[0]);
    DO(IS_NOT)
        sp--;
        DECIDE(sp[-1] != sp[0]);
    DO(EXCEPTION_MATCH) {
        SAVE();
        int matches = fz_exception_matches(vm, sp[-2], sp[-1]);
        if (matches < 0)
            goto raise;
        sp--;
        sp[-1] = fz_from_bool(matches != 0);
        NEXT();
    }
    DO(INPLACE_ADD)
    DO(BINARY_ADD) {
        FzValue a = sp[-2];
        FzValue b = sp[-1];
        FzValue sum = a + b - 1;
        // Tags add up to one too much; the sum of two numbers overflows when its sign is neither's.
        if (!(a & b & 1) || ((a ^ sum) & (b ^ sum)) >> 31) {
            FLOATS(FZ_BINARY_ADD);
            goto binary;
        }
        sp--;
        sp[-1] = sum;
        NEXT();
    }
    DO(INPLACE_SUBTRACT)
    DO(BINARY_SUBTRACT) {
        FzValue a = sp[-2];
        FzValue b = sp[-1];
        FzValue difference = a - b + 1;
        if (!(a & b & 1) || ((a ^ b) & (a ^ difference)) >> 31) {
            FLOATS(FZ_BINARY_SUBTRACT);
            goto binary;
        }
        sp--;
        sp[-1] = difference;
        NEXT();
    }
#if FZ_FAST_PATHS
    DO(INPLACE_MULTIPLY)
    DO(BINARY_MULTIPLY)
        if (sp[-2] & sp[-1] & 1) {
            value = fast_binary(FZ_BINARY_MULTIPLY, sp[-2], sp[-1]);
            if (value == FZ_NULL)
                goto binary;
            sp--;
            sp[-1] = value;
            NEXT();
        }
        FLOATS(FZ_BINARY_MULTIPLY);
        goto binary;
    DO(INPLACE_TRUE_DIVIDE)
    DO(BINARY_TRUE_DIVIDE)
        FLOATS(FZ_BINARY_TRUE_DIVIDE);
        goto binary;
#endif
#if FZ_FAST_PATHS
    DO_INTEGERS(OR)
    DO_INTEGERS(XOR)
    DO_INTEGERS(AND)
    DO_INTEGERS(LSHIFT)
    DO_INTEGERS(RSHIFT)
    DO_INTEGERS(FLOOR_DIVIDE)
    DO_INTEGERS(MODULO)
#else
    DO(INPLACE_OR)
    DO(INPLACE_XOR)
    DO(INPLACE_AND)
    DO(INPLACE_LSHIFT)
    DO(INPLACE_RSHIFT)
    DO(INPLACE_MULTIPLY)
    DO(INPLACE_TRUE_DIVIDE)
    DO(INPLACE_FLOOR_DIVIDE)
    DO(INPLACE_MODULO)
    DO(BINARY_OR)
    DO(BINARY_XOR)
    DO(BINARY_AND)
    DO(BINARY_LSHIFT)
    DO(BINARY_RSHIFT)
    DO(BINARY_MULTIPLY)
    DO(BINARY_TRUE_DIVIDE)
    DO(BINARY_FLOOR_DIVIDE)
    DO(BINARY_MODULO)
#endif
    DO(INPLACE_MAT_MULTIPLY)
    DO(INPLACE_POWER)
    DO(BINARY_MAT_MULTIPLY)
    DO(BINARY_POWER)
    binary:
        operation = ip[-1] - (uint32_t)FZ_OP_INPLACE_OR;
        if (operation >= FZ_OP_BINARY_OR - FZ_OP_INPLACE_OR)
            operation -= FZ_OP_BINARY_OR - FZ_OP_INPLACE_OR;
#if !FZ_FAST_PATHS
        if (sp[-2] & sp[-1] & 1) {
            value = fast_binary((FzBinary)operation, sp[-2], sp[-1]);
            if (value != FZ_NULL) {
                sp--;
                sp[-1] = value;
                NEXT();
            }
        }
#else
        if (operation == FZ_BINARY_ADD && fz_is_kind(vm, sp[-2], FZ_KIND_STR) && fz_is_kind(vm, sp[-1], FZ_KIND_STR)) {
            SAVE();
            value = fz_str_concat(vm, sp[-2], sp[-1]);
            goto replace_two;
        }
        {
            const uint8_t *after = ip; // so that ip and sp can be in registers
            FzValue *top = sp;
            float number32;
            if (FZ_HAS_KIND(FZ_KIND_FLOAT) && fz_fast_narrow(vm, &after, &top, frame, (FzBinary)operation, &number32)) {
                ip = after;
                sp = top;
                value = fz_take(vm, FZ_NARROW_FLOAT, 8);
                if (value != FZ_NULL) {
                    fz_copy_bits(FZ_WORDS(vm, value) + 1, &number32, sizeof number32);
                    sp[-1] = value;
                    NEXT();
                }
                SAVE();
                value = fz_float_new(vm, (double)number32);
                goto replace_one;
            }
        }
#endif
        SAVE();
        if (ip[-1] < FZ_OP_BINARY_OR)
            value = fz_inplace(vm, (FzBinary)operation, sp[-2], sp[-1]);
        else
            value = fz_binary(vm, (FzBinary)operation, sp[-2], sp[-1]);
        goto replace_two;

    // ---- items

    DO(LOAD_SUBSCR)
    {
        const FzValue *place = fast_place(vm, sp[-2], sp[-1], false);
        if (place) {
            sp--;
            sp[-1] = *place;
            NEXT();
        }
#if FZ_FAST_PATHS
        place = fast_value(vm, sp[-2], sp[-1]);
        if (place) {
            sp--;
            sp[-1] = *place;
            NEXT();
        }
#endif
    }
        SAVE();
        {
            FzValue function = fz_special(vm, sp[-2], FZ_NAME_getitem);
            if (function != FZ_NULL && fz_is_kind(vm, function, FZ_KIND_FUNCTION)) {
                // function | object | key
                sp[0] = sp[-1];
                sp[-1] = sp[-2];
                sp[-2] = function;
                sp++;
                set_call(&call, sp - 3, 2, 0);
                goto do_call;
            }
        }
        value = fz_get_item(vm, sp[-2], sp[-1]);
        goto replace_two;
    DO(STORE_SUBSCR)
#if FZ_FAST_PATHS
        if (fz_is_ram(sp[-2])) {
            FzValue *place = fast_place(vm, sp[-2], sp[-1], true);
            if (!place)
                place = fast_value(vm, sp[-2], sp[-1]);
            if (place) {
                *place = sp[-3];
                sp -= 3;
                NEXT();
            }
        }
#endif
        SAVE();
        if (!fz_set_item(vm, sp[-2], sp[-1], sp[-3]))
            goto raise;
        sp -= 3;
        NEXT();
    DO(DELETE_SUBSCR)
        SAVE();
        if (!fz_del_item(vm, sp[-2], sp[-1]))
            goto raise;
        sp -= 2;
        NEXT();

    // ---- containers

    DO(GET_ITER)
#if FZ_FAST_PATHS
        if (fast_iter(vm, &sp[-1]))
            NEXT();
#endif
        SAVE();
        value = fz_iter(vm, sp[-1]);
        goto replace_one;
    DO(STORE_MAP)
        SAVE();
        if (!fz_dict_set(vm, sp[-3], sp[-2], sp[-1]))
            goto raise;
        sp -= 2;
        NEXT();
    DO(LIST_EXTEND)
        SAVE();
        if (!fz_op_list_extend(vm))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO(SET_UPDATE)
        SAVE();
        if (!fz_op_set_update(vm))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO(DICT_UPDATE)
        SAVE();
        if (!fz_op_dict_update(vm))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO(DICT_MERGE)
        SAVE();
        if (!fz_op_dict_merge(vm))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO(LIST_TO_TUPLE)
        SAVE();
        value = fz_tuple_from(vm, sp[-1]);
        goto replace_one;
    DO_ARG(BUILD_TUPLE)
        SAVE();
        value = fz_tuple_new(vm, sp - arg, arg);
        goto replace_args;
    DO_ARG(BUILD_LIST)
        SAVE();
        value = fz_list_new(vm, sp - arg, arg);
        goto replace_args;
    DO_ARG(BUILD_STRING)
        SAVE();
        value = fz_str_join(vm, sp - arg, arg);
        goto replace_args;
    DO_ARG(BUILD_SET)
        SAVE();
        if (!fz_op_build_set(vm, arg))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO_ARG(BUILD_MAP)
        SAVE();
        value = fz_dict_new(vm, arg);
        arg = 0;
        goto replace_args;
    DO_ARG(BUILD_SLICE)
        SAVE();
#if FZ_FAST_PATHS
        if (*ip == FZ_OP_LOAD_SUBSCR && (value = fz_fast_slice(vm, sp - arg - 1, arg)) != FZ_NULL) {
            ip++;
            sp -= arg;
            sp[-1] = value;
            NEXT();
        }
        if (*ip == FZ_OP_STORE_SUBSCR && fz_fast_set_slice(vm, sp - arg - 1, arg)) {
            ip++;
            sp -= arg + 2;
            NEXT();
        }
#endif
        value = fz_slice_new(vm, sp[-(int32_t)arg], sp[1 - (int32_t)arg],
                             arg == 3 ? sp[-1] : FZ_NONE);
        goto replace_args;
    DO_ARG(FORMAT_VALUE)
        if (arg <= 1 && fz_is_kind(vm, sp[-1], FZ_KIND_STR))
            NEXT();
        SAVE();
        if (!fz_op_format(vm, arg, false))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO_ARG(FORMAT_WITH_SPEC)
        SAVE();
        if (!fz_op_format(vm, arg, true))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO_ARG(UNPACK_SEQUENCE)
#if FZ_FAST_PATHS
        if (arg == 2 && fz_is_ram(sp[-1])) {
            const FzTuple *pair = FZ_TUPLE(vm, sp[-1]);
            if (pair->header == fz_header(FZ_KIND_TUPLE, 0, 2)) {
                sp[-1] = pair->items[1];
                PUSH(pair->items[0]);
                NEXT();
            }
        }
#endif
        SAVE();
        if (!fz_op_unpack(vm, arg))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO_ARG(UNPACK_EX)
        SAVE();
        ip++;
        if (!fz_op_unpack_ex(vm, arg, ip[-1]))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO_ARG(LIST_APPEND)
#if FZ_FAST_PATHS
        if (fast_append(vm, sp[-1 - (int32_t)arg], sp[-1])) {
            sp--;
            NEXT();
        }
#endif
        SAVE();
        if (!fz_list_append(vm, sp[-1 - (int32_t)arg], sp[-1]))
            goto raise;
        sp--;
        NEXT();
    DO_ARG(SET_ADD)
        SAVE();
        if (!fz_set_add(vm, sp[-1 - (int32_t)arg], sp[-1]))
            goto raise;
        sp--;
        NEXT();
    DO_ARG(MAP_ADD)
        SAVE();
        if (!fz_dict_set(vm, sp[-2 - (int32_t)arg], sp[-2], sp[-1]))
            goto raise;
        sp -= 2;
        NEXT();

    // ---- attributes

    DO_ARG(LOAD_ATTR) {
        FzOwn own;
        bool is_own = fast_own(vm, sp[-1], &own);
        if (is_own) {
            FzValue known = fz_cached(vm, own.cls, running.pool[arg]);
            const FzValue *field = fast_field(vm, &own, running.pool[arg], known);
            value = FZ_NULL;
            if (field)
                value = *field;
            else if (known == FZ_CACHED_ABSENT)
                value = fast_entry(vm, own.dict, running.pool[arg]);
            if (value != FZ_NULL) {
                sp[-1] = value;
                NEXT();
            }
#if FZ_CACHE_SLOTS
            if (is_method(known) && fast_entry(vm, own.dict, running.pool[arg]) == FZ_NULL) {
                SAVE();
                value = fz_bound_method_new(vm, known, sp[-1]);
                goto replace_one;
            }
            if (own.dict != FZ_NULL && known == FZ_NULL && !field)
                cache_absent(vm, own.cls, running.pool[arg]);
#endif
        }
        FzAttr attr;
        fz_find_attr(vm, sp[-1], running.pool[arg], &attr);
#if FZ_CACHE_SLOTS
        if (attr.kind == FZ_ATTR_METHOD && is_own && attr.self == sp[-1])
            cache_method(vm, own.cls, running.pool[arg], attr.value);
#endif
        if (attr.kind == FZ_ATTR_VALUE) {
            sp[-1] = attr.value;
            NEXT();
        }
        if (attr.kind == FZ_ATTR_CALL || attr.kind == FZ_ATTR_NAMED) {
            sp[-1] = attr.value;
            sp[0] = attr.self;
            sp[1] = running.pool[arg];
            set_call(&call, sp - 1, attr.kind == FZ_ATTR_CALL ? 1 : 2, 0);
            sp += call.argc;
            goto do_call;
        }
        SAVE();
        value = fz_attr_value(vm, &attr, sp[-1], running.pool[arg]);
        goto replace_one;
    }
    DO_ARG(STORE_ATTR) {
        FzOwn own;
        if (fz_is_ram(sp[-1]) && fast_own(vm, sp[-1], &own)) {
            FzValue *field = fast_field(vm, &own, running.pool[arg],
                                        fz_cached(vm, own.cls, running.pool[arg]));
            if (field) {
                *field = sp[-2];
                sp -= 2;
                NEXT();
            }
        }
        SAVE();
        if (!fz_set_attr(vm, sp[-1], running.pool[arg], sp[-2]))
            goto raise;
        sp -= 2;
        NEXT();
    }
    DO_ARG(DELETE_ATTR)
        SAVE();
        if (!fz_set_attr(vm, sp[-1], running.pool[arg], FZ_NULL))
            goto raise;
        sp--;
        NEXT();
    DO_ARG(LOAD_METHOD) {
        FzAttr attr;
#if FZ_CACHE_SLOTS
        FzOwn own = {.cls = FZ_NULL};
        if (!fast_own(vm, sp[-1], &own))
            own.cls = kind_key(vm, sp[-1]);
        value = fz_cached(vm, own.cls, running.pool[arg]);
        if (is_method(value) &&
            fast_entry(vm, own.dict, running.pool[arg]) == FZ_NULL) {
            *sp = sp[-1];
            sp[-1] = value;
            sp++;
            NEXT();
        }
#endif
        fz_find_attr(vm, sp[-1], running.pool[arg], &attr);
        if (attr.kind == FZ_ATTR_METHOD) {
#if FZ_CACHE_SLOTS
            if (attr.self == sp[-1])
                cache_method(vm, own.cls, running.pool[arg], attr.value);
#endif
            sp[-1] = attr.value;
            PUSH(attr.self);
            NEXT();
        }
        SAVE();
        value = fz_attr_value(vm, &attr, sp[-1], running.pool[arg]);
        if (value == FZ_NULL)
            goto raise;
        sp[-1] = value;
        PUSH(FZ_NULL);
        NEXT();
    }
    DO_ARG(LOAD_SUPER_ATTR)
        SAVE();
        if (!fz_op_load_super(vm, running.pool[arg], false))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO_ARG(LOAD_SUPER_METHOD)
        SAVE();
        if (!fz_op_load_super(vm, running.pool[arg], true))
            goto raise;
        sp = vm->sp;
        NEXT();

    // ---- calls

    DO_ARG(CALL)
        set_call(&call, sp - arg - 1, arg, 0);
#if FZ_FAST_PATHS
    plain_call:
        entered = fast_call(vm, call.base, call.argc, OFFSET());
        if (entered)
            goto entered;
        native = fast_native(vm, call.base, call.argc, &sp);
        if (native) {
            SAVE();
            value = native(vm, call.argc, call.base + 1);
            if (value == FZ_NULL)
                goto raise;
            sp = call.base;
            PUSH(value);
            NEXT();
        }
        call.back = fz_back(FZ_RETURN_PUSH, OFFSET());
        if (call.argc != 0 && fz_is_kind(vm, call.base[1], FZ_KIND_GENERATOR) && (entered = fz_fast_next_call(vm, &call))) {
            ip = entered->bytes + fz_generator_of(vm, *vm->frame)->resume;
            frame = call.base + 1;
            goto resumed;
        }
        const FzValue *method = fz_is_kind(vm, *call.base, FZ_KIND_BOUND_METHOD) ? FZ_WORDS(vm, *call.base) : 0;
        if (method && !fz_is_kind(vm, method[1], FZ_KIND_BOUND_METHOD)) {
            memmove(call.base + 2, call.base + 1, call.argc++ * sizeof(FzValue));
            call.base[0] = method[1];
            call.base[1] = method[2];
            sp++;
            goto plain_call;
        }
#endif
        goto do_call;
    DO_ARG(CALL_METHOD)
        call.base = sp - arg - 2;
        call.argc = settle_method(call.base, &sp, arg);
        call.keywords = 0;
#if FZ_FAST_PATHS
        goto plain_call;
#else
        goto do_call;
#endif
    DO_ARG(CALL_KW)
        call.keywords = *ip++;
        call.argc = arg;
        call.base = sp - arg - 2 * call.keywords - 1;
        goto do_call;
    DO_ARG(CALL_METHOD_KW)
        call.keywords = *ip++;
        call.base = sp - arg - 2 * call.keywords - 2;
        call.argc = settle_method(call.base, &sp, arg);
        goto do_call;
    DO(CALL_EX)
        SAVE();
        if (!fz_spread_call(vm, sp - 3, &call))
            goto raise;
        sp = vm->sp;
        goto do_call;
#if FZ_FAST_PATHS
    entered:
        ip = entered->bytes;
        frame = call.base + 1;
    resumed: // goes on at `ip` with `frame`
        sp = vm->sp;
        other = entered->module != running.code->module;
        running.code = entered;
        if (other)
            load_module(vm, &running);
        STEP(unwind)
        NEXT();
#endif
    do_call:
        SAVE();
        call.back = fz_back(FZ_RETURN_PUSH, OFFSET());
        switch (fz_begin_call(vm, &call)) {
        case FZ_CALL_FRAME:
            goto enter;
        case FZ_CALL_DONE:
            sp = vm->sp;
            NEXT();
        case FZ_CALL_RAISED:
        case FZ_CALL_AGAIN: // never here
            goto raise;
        }
        goto raise;
    DO_ARG(MAKE_FUNCTION)
        SAVE();
        if (!fz_op_make_function(vm, running.pool[arg], 0))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO_ARG(MAKE_CLOSURE)
        SAVE();
        ip++;
        if (!fz_op_make_function(vm, running.pool[arg], ip[-1]))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO_ARG(BUILD_CLASS)
        ip++;
        SAVE();
        value = fz_class_prepare(vm, sp - (2 + arg + 2u * ip[-1]), arg, ip[-1]);
        if (value == FZ_NULL)
            goto raise;
        set_call(&call, sp, 1, fz_back(FZ_RETURN_CLASS, OFFSET()));
        *sp = sp[-(int32_t)(2 + arg + 2u * ip[-1])];
        sp[1] = value;
        vm->sp = sp + 2;
        if (fz_begin_call(vm, &call) == FZ_CALL_RAISED)
            goto raise;
        goto enter;

    // ---- imports

    DO_ARG(IMPORT_NAME)
        PUSH(running.pool[arg]);
    import:
        // The module on top, and the packages it lies in, run one after the other.
        SAVE();
        value = fz_module_to_run(vm, sp[-1]);
        if (value == FZ_NULL)
            NEXT();
        if (!fz_module_start(vm, value, fz_back(FZ_RETURN_MODULE, OFFSET())))
            goto raise;
        goto enter;
    DO_ARG(IMPORT_MISSING)
        SAVE();
        fz_raise(vm, FZ_TYPE_MODULE_NOT_FOUND_ERROR, "No module named '%v'", running.pool[arg]);
        goto raise;
    DO_ARG(IMPORT_FROM)
        SAVE();
        value = fz_import_from(vm, sp[-1], running.pool[arg]);
        if (value == FZ_NULL)
            goto raise;
        PUSH(value);
        NEXT();
    DO_ARG(IMPORT_STAR_NAME)
        fz_op_import_star_name(vm, FZ_MODULE(vm, running.code->module), sp[-1], running.pool[arg]);
        NEXT();
    DO(IMPORT_STAR)
        sp--; // the linker expands it; it is in no image
        NEXT();
    DO(BREAK)
#if FZ_BREAKS
        SAVE();
        if (vm->nesting > 1)
            vm->stopped(vm);
        vm->break_at = OFFSET() - 1;
        return FZ_RUN_BREAK;
#else
        NEXT(); // in no image
#endif

    // ---- loops and jumps

    DO_ARG(JUMP)
        ip += arg;
        NEXT();
    DO_ARG(JUMP_BACK)
        STEP(raise)
        ip -= arg;
        NEXT();
    DO_ARG(POP_JUMP_IF_TRUE) {
        int truth = truth_of(vm, sp);
        if (truth < 0)
            goto raise;
        sp--;
        if (truth)
            ip += arg;
        NEXT();
    }
    DO_ARG(POP_JUMP_IF_FALSE) {
        int truth = truth_of(vm, sp);
        if (truth < 0)
            goto raise;
        sp--;
        if (!truth)
            ip += arg;
        NEXT();
    }
    DO_ARG(POP_JUMP_IF_TRUE_BACK) {
        STEP(raise)
        int truth = truth_of(vm, sp);
        if (truth < 0)
            goto raise;
        sp--;
        if (truth)
            ip -= arg;
        NEXT();
    }
    DO_ARG(POP_JUMP_IF_FALSE_BACK) {
        STEP(raise)
        int truth = truth_of(vm, sp);
        if (truth < 0)
            goto raise;
        sp--;
        if (!truth)
            ip -= arg;
        NEXT();
    }
    DO_ARG(JUMP_IF_TRUE_OR_POP) {
        int truth = truth_of(vm, sp);
        if (truth < 0)
            goto raise;
        if (truth)
            ip += arg;
        else
            sp--;
        NEXT();
    }
    DO_ARG(JUMP_IF_FALSE_OR_POP) {
        int truth = truth_of(vm, sp);
        if (truth < 0)
            goto raise;
        if (truth)
            sp--;
        else
            ip += arg;
        NEXT();
    }
    DO_ARG(RANGE_SETUP)
        SAVE();
        if (!fz_op_range_setup(vm, arg, 3))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO_ARG(RANGE_UP)
        SAVE();
        if (!fz_op_range_setup(vm, arg, 2))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO_ARG(FOR_UP) {
        FzValue i = sp[-2];
        FzValue stop = sp[-1];
        if ((int32_t)i < (int32_t)stop) { // not where i is an iterator and stop NULL
            sp[-2] = i + 2;
            *sp++ = i;
            NEXT();
        }
        if (stop == FZ_NULL) {
            SAVE();
            value = fz_next(vm, i);
            if (value != FZ_NULL) {
                *sp++ = value;
                NEXT();
            }
            if (fz_pending(vm))
                goto raise;
        }
        sp -= 2;
        ip += arg;
        NEXT();
    }
    DO_ARG(FOR_RANGE) {
        FzValue i = sp[-3];
        FzValue stop = sp[-2];
        FzValue step = sp[-1];
        if (stop == FZ_NULL) {
            SAVE();
            value = fz_next(vm, i);
            if (value != FZ_NULL) {
                PUSH(value);
                NEXT();
            }
            if (fz_pending(vm))
                goto raise;
        } else if ((int32_t)step > 0 ? (int32_t)i < (int32_t)stop : (int32_t)i > (int32_t)stop) {
            FzValue after = i + step - 1;
            // A step out of the range of small integers is a step past the end.
            sp[-3] = ((i ^ after) & (step ^ after)) >> 31 ? stop : after;
            PUSH(i);
            NEXT();
        }
        sp -= 3;
        ip += arg;
        NEXT();
    }
    DO_ARG(FOR_ITER)
#if FZ_FAST_PATHS
        value = sp[-1];
        if (fz_is_ram(value) && fz_header_kind(fz_header_of(vm, value)) == FZ_KIND_GENERATOR && arg <= 255) {
            entered = fz_fast_resume(vm, sp, value, FZ_NONE, fz_back(FZ_RETURN_NEXT, OFFSET()));
            if (entered) {
                ip = entered->bytes + fz_generator_of(vm, sp[-1])->resume;
                frame = sp + 1;
                if (*ip == FZ_OP_POP_TOP) { // what is sent
                    ip++;
                    vm->sp--;
                }
                goto resumed;
            }
        }
#endif
        value = fast_next(vm, sp[-1]);
        if (value != FZ_NULL) {
            PUSH(value);
            NEXT();
        }
#if FZ_FAST_PATHS
        if (ip[0] == FZ_OP_UNPACK_SEQUENCE && ip[1] == 2) {
            FzValue index;
            value = fast_next_pair(vm, sp[-1], &index);
            if (value != FZ_NULL) {
                sp[0] = value;
                sp[1] = index;
                sp += 2;
                ip += 2;
                NEXT();
            }
        }
#endif
        operation = fz_back(arg > 255 ? FZ_RETURN_NEXT_WIDE : FZ_RETURN_NEXT, OFFSET());
        if (fz_is_kind(vm, sp[-1], FZ_KIND_GENERATOR)) {
            if (!fz_generator_has_frame(vm, sp[-1], false))
                goto end_iteration;
            sp[0] = sp[-1];
            sp[1] = FZ_NONE;
            vm->sp = sp + 2;
            if (!fz_generator_enter(vm, sp, operation))
                goto raise;
            goto enter;
        }
        set_call(&call, sp, 1, operation);
        value = fz_special(vm, sp[-1], FZ_NAME_next);
        if (value != FZ_NULL && fz_is_kind(vm, value, FZ_KIND_FUNCTION)) {
            sp[0] = value;
            sp[1] = sp[-1];
            vm->sp = sp + 2;
            switch (fz_begin_call(vm, &call)) {
            case FZ_CALL_FRAME:
                goto enter;
            case FZ_CALL_DONE:
                sp = vm->sp;
                NEXT();
            case FZ_CALL_RAISED:
            case FZ_CALL_AGAIN: // never here
                goto raise;
            }
        }
        SAVE();
        value = fz_next(vm, sp[-1]);
        if (value != FZ_NULL) {
            PUSH(value);
            NEXT();
        }
        if (fz_pending(vm))
            goto raise;
    end_iteration:
        sp--;
        ip += arg;
        NEXT();

    // ---- with, try

    DO(WITH_ENTER) {
        uint32_t count;
        SAVE();
        if (!fz_op_with_enter(vm, &count))
            goto raise;
        sp = vm->sp;
        set_call(&call, sp - count - 1, count, 0);
        goto do_call;
    }
    DO(WITH_EXIT) {
        uint32_t count;
        SAVE();
        fz_op_with_exit(vm, &count);
        sp = vm->sp;
        set_call(&call, sp - count - 1, count, 0);
        goto do_call;
    }
    DO(WITH_END)
        SAVE();
        if (!fz_op_with_end(vm))
            goto raise;
        sp = vm->sp;
        NEXT();
    DO(POP_EXCEPT)
        vm->registers[FZ_REG_HANDLED] = *--sp;
        NEXT();
    DO(END_FINALLY)
        sp -= 2;
        value = sp[0];
        if (sp[1] == FZ_NONE)
            NEXT();
        SAVE();
        if (sp[1] == fz_from_int(-1))
            goto return_unwinding;
        if (sp[1] == INT_ZERO) {
            arg = (uint32_t)fz_to_int(value);
            goto jump_unwinding;
        }
        vm->registers[FZ_REG_HANDLED] = value;
        vm->registers[FZ_REG_EXCEPTION] = sp[1];
        goto unwind;
    DO_ARG(UNWIND_JUMP)
        arg |= (uint32_t)*ip++ << 8;
        SAVE();
    jump_unwinding:
        operation = fz_unwind_leave(vm, running.code, vm->frame + FZ_LINKAGE, OFFSET() - 1, arg,
                                    fz_from_int((int32_t)arg));
        sp = vm->sp;
        ip = running.code->bytes + (operation == FZ_NO_HANDLER ? arg : operation);
        NEXT();
    DO(RAISE_LAST)
        SAVE();
        value = fz_handled(vm);
        if (value == FZ_NULL) {
            fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "No active exception to reraise");
            goto raise;
        }
        vm->registers[FZ_REG_EXCEPTION] = value;
        goto unwind;
    DO(RAISE_OBJ)
        SAVE();
        fz_raise_value(vm, sp[-1]);
        goto raise;
    DO(RAISE_FROM)
        SAVE();
        fz_op_raise_from(vm);
        goto raise;

    // ---- leaving frames

    DO(RETURN_UNWIND)
        value = *--sp;
        SAVE();
    return_unwinding:
        operation =
            fz_unwind_leave(vm, running.code, vm->frame + FZ_LINKAGE, OFFSET() - 1, FZ_NO_HANDLER, value);
        if (operation != FZ_NO_HANDLER) {
            sp = vm->sp;
            ip = running.code->bytes + operation;
            NEXT();
        }
        goto leave;
    DO(RETURN_VALUE)
        value = *--sp;
#if FZ_FAST_PATHS
        operation = fz_way_resume(frame[-1]);
        entered = fast_return(vm, frame);
        if (entered)
            goto left;
#endif
    leave:
        how = FZ_RUN_RETURNED;
        if (fz_is_generator_frame(vm->frame[0]))
            fz_generator_end(vm, vm->frame[0]);
        goto give;
    DO(YIELD_VALUE)
        value = *--sp;
        arg = OFFSET();
#if FZ_FAST_PATHS
        operation = frame[-1];
        entered = fz_fast_suspend(vm, frame, sp, arg);
        if (entered) {
            if (fz_way_action(operation) == FZ_RETURN_EXIT) {
                vm->sp = frame - 1;
                *vm->sp = value;
                return FZ_RUN_YIELDED;
            }
            operation = fz_way_resume(operation);
        left: // for `entered`, which goes on at `operation` with `value` on top
            sp = frame;
            sp[-1] = value;
            other = entered->module != running.code->module;
            running.code = entered;
            if (other)
                load_module(vm, &running);
            frame = vm->frame - fz_code_locals(running.code);
            ip = running.code->bytes + operation;
            NEXT();
        }
#endif
    yield:
        how = FZ_RUN_YIELDED;
        SAVE();
        fz_generator_keep(vm, frame, vm->frame, arg);
        goto give;
    DO(YIELD_FROM)
        // iterator | sent. A generator resumes at this instruction as long as the iterator yields.
        if (fz_is_kind(vm, sp[-2], FZ_KIND_GENERATOR)) {
            if (!fz_generator_has_frame(vm, sp[-2], false)) {
                sp--;
                sp[-1] = FZ_NONE;
                NEXT();
            }
            sp[0] = sp[-1];
            sp[-1] = sp[-2];
            vm->sp = sp + 1;
            if (!fz_generator_enter(vm, sp - 1, fz_back(FZ_RETURN_DELEGATE, OFFSET())))
                goto raise;
            goto enter;
        } else {
            FzValue result;
            SAVE();
            value = fz_delegate_send(vm, sp - 2, &result);
            if (value == FZ_NULL && result == FZ_NULL)
                goto raise;
            sp--;
            if (value != FZ_NULL) {
                arg = OFFSET() - 1;
                goto yield;
            }
            sp[-1] = result;
            NEXT();
        }
    }

give: {
        // The frame gives `value`, as its result or from a yield.
        FzValue own = vm->frame[0];
        FzValue *base = frame - 1;
        FzValue way = *base;
        FzReturn action = fz_way_action(way);
        bool is_generator = fz_is_generator_frame(own);
        *base = value;
        sp = base + 1;
        SAVE();
        value = fz_own_code(vm, own); // of the frame that is left
        bool unlinked = fz_frame_unlink(vm, frame, fz_way_distance(way));
        if (action == FZ_RETURN_EXIT) {
            vm->sp = base;
            return unlinked ? how : FZ_RUN_RAISED;
        }
        LOAD_FRAME();
        ip = running.code->bytes + fz_way_resume(way);
        if (!unlinked)
            goto raise;
        switch ((int)action & 255) {
        case FZ_RETURN_EXIT:
        case FZ_RETURN_PUSH:
            NEXT();
        case FZ_RETURN_INIT:
            if (*base != FZ_NONE) {
                fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__init__() should return None, not '%t'", *base);
                goto raise;
            }
            sp = base;
            NEXT();
        case FZ_RETURN_CASE(FZ_HAS_OP(FZ_OP_BUILD_CLASS), FZ_RETURN_CLASS): {
            FzValue *at = base - 2 - ip[-2] - 2 * (int32_t)ip[-1];
            value = fz_class_build(vm, at, ip[-2], ip[-1]);
            if (value == FZ_NULL)
                goto raise;
            *at = value;
            sp = at + 1;
            NEXT();
        }
        case FZ_RETURN_MODULE:
            fz_module_finish(vm, FZ_CODE(vm, value)->module, true);
            sp = base;
            goto import;
        case FZ_RETURN_NEXT:
        case FZ_RETURN_NEXT_WIDE:
            if (how == FZ_RUN_YIELDED || !is_generator)
                NEXT();
            arg = ip[-1] | (action == FZ_RETURN_NEXT_WIDE ? (uint32_t)ip[-3] << 8 : 0);
            sp = base;
            goto end_iteration;
        case FZ_RETURN_CASE(FZ_HAS_KIND(FZ_KIND_GENERATOR), FZ_RETURN_DELEGATE):
            sp = base;
            value = *base;
            if (how == FZ_RUN_YIELDED) {
                arg = OFFSET() - 1;
                goto yield;
            }
            sp[-1] = value;
            NEXT();
        case FZ_RETURN_CASE(FZ_HAS_KIND(FZ_KIND_GENERATOR), FZ_RETURN_RESUME):
            if (how == FZ_RUN_YIELDED)
                NEXT();
            fz_raise_stop(vm, *base);
            goto raise;
        }
    }

throw_in:
    // An exception is thrown into the generator where it waits; the iterator that it delegates to
    // gets it first.
    if (!FZ_HAS_OP(FZ_OP_YIELD_FROM) || *ip != FZ_OP_YIELD_FROM || sp == vm->frame + FZ_LINKAGE)
        goto raise;
    ip++;
    if (fz_is_kind(vm, sp[-1], FZ_KIND_GENERATOR) && !fz_pending_is(vm, FZ_TYPE_GENERATOR_EXIT)) {
        if (!fz_generator_has_frame(vm, sp[-1], true))
            goto raise;
        sp[0] = sp[-1];
        sp[1] = FZ_NULL;
        vm->sp = sp + 2;
        if (!fz_generator_enter(vm, sp, fz_back(FZ_RETURN_DELEGATE, OFFSET())))
            goto raise;
        goto enter;
    } else {
        FzValue result;
        value = fz_delegate_throw(vm, sp - 1, &result);
        if (value != FZ_NULL) {
            arg = OFFSET() - 1;
            goto yield;
        }
        if (result == FZ_NULL)
            goto raise;
        sp[-1] = result;
        NEXT();
    }

#if FZ_FAST_PATHS
box: // `number` is what the instruction gives
    value = fz_take(vm, FZ_WIDE_FLOAT, 12);
    if (value != FZ_NULL) {
        fz_copy_bits(FZ_WORDS(vm, value) + 1, &number, sizeof number);
        sp[-1] = value;
        NEXT();
    }
    SAVE();
    value = fz_float_new(vm, number);
#endif
replace_one:
    if (value == FZ_NULL)
        goto raise;
    sp[-1] = value;
    NEXT();
replace_two:
    if (value == FZ_NULL)
        goto raise;
    sp--;
    sp[-1] = value;
    NEXT();
replace_args:
    if (value == FZ_NULL)
        goto raise;
    sp -= arg;
    PUSH(value);
    NEXT();
#if FZ_FAST_PATHS
unbound_short:
    arg = ip[-1] - (uint32_t)FZ_OP_LOAD_LOCAL_0;
#endif
unbound_local:
    SAVE();
    raise_unbound(vm, running.code, arg, false);
    goto raise;
unbound_cell:
    SAVE();
    raise_unbound(vm, running.code, arg, true);
    goto raise;

raise:
    fz_record_traceback(vm, fz_own_code(vm, vm->frame[0]), OFFSET() - 1);
unwind:
    operation = fz_unwind_exception(vm, running.code, vm->frame + FZ_LINKAGE, OFFSET() - 1);
    if (operation != FZ_NO_HANDLER) {
        sp = vm->sp;
        ip = running.code->bytes + operation;
        NEXT();
    }
    {
        FzValue own = vm->frame[0];
        FzValue *base = frame - 1;
        FzValue way = *base;
        FzReturn action = fz_way_action(way);
        FzValue left = running.code->module;
        if (fz_is_generator_frame(own)) {
            fz_generator_end(vm, own);
            fz_generator_guard(vm, own);
        }
        vm->sp = base;
        fz_frame_unlink(vm, frame, fz_way_distance(way));
        vm->sp = base;
        if (action == FZ_RETURN_EXIT)
            return FZ_RUN_RAISED;
        LOAD_FRAME();
        ip = running.code->bytes + fz_way_resume(way);
        sp = base;
        if (action == FZ_RETURN_MODULE)
            fz_module_finish(vm, left, false);
        bool ends = action == FZ_RETURN_NEXT || action == FZ_RETURN_NEXT_WIDE;
        if (ends && fz_is_rom(own) && fz_pending_is(vm, FZ_TYPE_STOP_ITERATION)) {
            fz_clear(vm);
            arg = ip[-1] | (action == FZ_RETURN_NEXT_WIDE ? (uint32_t)ip[-3] << 8 : 0);
            goto end_iteration;
        }
        goto raise;
    }
}
