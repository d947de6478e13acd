// SPDX-License-Identifier: MIT
// Built-in functions over containers and iterables.
#include "../objects/iter.h"
#include "../objects/protocol.h"
#include "flashfreeze/natives.h"

FzValue fz_builtin_len(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_len(vm, argv[0]);
}

FzValue fz_builtin_hash(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t hash;
    if (!fz_hash(vm, argv[0], &hash))
        return FZ_NULL;
    return fz_int_from_i64(vm, (int32_t)hash == -1 ? -2 : (int32_t)hash); // as in CPython
}

FzValue fz_builtin_iter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (argc == 1)
        return fz_iter(vm, argv[0]);
    if (!fz_is_callable(vm, argv[0]))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "iter(v, w): v must be callable");
    return fz_call_iter_new(vm, argv[0], argv[1]);
}

FzValue fz_builtin_next(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (argc == 2) {
        FzValue item = fz_next(vm, argv[0]);
        return item == FZ_NULL && !fz_pending(vm) ? argv[1] : item;
    }
    FzValue item = fz_next_or_stop(vm, argv[0]);
    if (item == FZ_NULL && !fz_pending(vm))
        return fz_raise_value(vm, fz_type(vm, FZ_TYPE_STOP_ITERATION));
    return item;
}

// True at the first item whose truth is `wanted`.
static FzValue search(FzVm *vm, FzValue *argv, bool wanted)
{
    argv[0] = fz_iter(vm, argv[0]);
    FzValue item;
    while ((item = fz_next(vm, argv[0])) != FZ_NULL) {
        int truth = fz_truth(vm, item);
        if (truth < 0)
            return FZ_NULL;
        if ((truth > 0) == wanted)
            return fz_from_bool(wanted);
    }
    return fz_pending(vm) ? FZ_NULL : fz_from_bool(!wanted);
}

FzValue fz_builtin_any(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return search(vm, argv, true);
}

FzValue fz_builtin_all(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return search(vm, argv, false);
}

FzValue fz_builtin_sum(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (argv[1] == FZ_NULL)
        argv[1] = fz_from_int(0);
    else if (fz_is_kind(vm, argv[1], FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "sum() can't sum strings [use ''.join(seq) instead]");
    argv[0] = fz_iter(vm, argv[0]);
    FzValue item;
    while ((item = fz_next(vm, argv[0])) != FZ_NULL) {
        argv[1] = fz_binary(vm, FZ_BINARY_ADD, argv[1], item);
        if (argv[1] == FZ_NULL)
            return FZ_NULL;
    }
    return fz_pending(vm) ? FZ_NULL : argv[1];
}

// ---- min and max

typedef struct {
    FzVm *vm;
    FzValue *best;  // stack slots: the best item, its key
    FzValue *items; // stack slots: the item at hand, its key
    FzValue *key;   // stack slot: the key function, None or NULL
    FzComparison op;
} Extreme;

// Takes *items as the best one when it is better, or the first.
static bool consider(const Extreme *extreme)
{
    FzVm *vm = extreme->vm;
    FzValue *item = extreme->items;
    item[1] = item[0];
    if (*extreme->key != FZ_NULL && *extreme->key != FZ_NONE)
        item[1] = fz_call(vm, *extreme->key, 1, item);
    if (item[1] == FZ_NULL)
        return false;
    int better = 1;
    if (extreme->best[0] != FZ_NULL) {
        FzValue verdict = fz_compare(vm, extreme->op, item[1], extreme->best[1]);
        better = verdict == FZ_NULL ? -1 : fz_truth(vm, verdict);
    }
    if (better > 0) {
        extreme->best[0] = item[0];
        extreme->best[1] = item[1];
    }
    return better >= 0;
}

static FzValue extreme_of(FzVm *vm, uint32_t argc, FzValue *argv, FzComparison op, const char *name)
{
    FzValue *key = argv + argc; // key and default follow the positional arguments
    FzValue *best = fz_push_two(vm, FZ_NULL, FZ_NULL);
    FzValue *items = fz_push_two(vm, FZ_NULL, FZ_NULL);
    const Extreme extreme = {vm, best, items, key, op};
    if (argc > 1) {
        if (key[1] != FZ_NULL)
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "Cannot specify a default for %s() with multiple positional arguments",
                            name);
        for (uint32_t i = 0; i < argc; i++) {
            items[0] = argv[i];
            if (!consider(&extreme))
                return FZ_NULL;
        }
        return best[0];
    }
    argv[0] = fz_iter(vm, argv[0]);
    while ((items[0] = fz_next(vm, argv[0])) != FZ_NULL)
        if (!consider(&extreme))
            return FZ_NULL;
    if (fz_pending(vm))
        return FZ_NULL;
    if (best[0] == FZ_NULL && key[1] == FZ_NULL)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "%s() arg is an empty sequence", name);
    return best[0] == FZ_NULL ? key[1] : best[0];
}

FzValue fz_builtin_min(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return extreme_of(vm, argc, argv, FZ_LESS, "min");
}

FzValue fz_builtin_max(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return extreme_of(vm, argc, argv, FZ_MORE, "max");
}
