// SPDX-License-Identifier: MIT
// Build-time choices of the runtime; each can be set with -D.
#ifndef FLASHFREEZE_CONFIG_H
#define FLASHFREEZE_CONFIG_H

// What the program needs of the runtime. The tool writes a header for each program; with its name in
// FZ_NEEDS (a string, as in -DFZ_NEEDS='"app_needs.h"') code that the program cannot reach is left
// out, and fz_open takes that program alone. Without it the runtime runs every program.
#ifdef FZ_NEEDS
#include FZ_NEEDS
#else
#define FZ_HAS_KINDS    (~0ull)
#define FZ_HAS_OPS(i)   (~0ull)
#define FZ_HAS_NAMES(i) (~0ull)
#define FZ_HAS_NATIVES(i) (~0ull)
#define FZ_HAS_TYPES(i) (~0ull)
#define FZ_HAS_BIG_INTS  1
#define FZ_HAS_DICTS     1
#define FZ_HAS_SIGNATURE (~0u)
#define FZ_HAS_CLASS     (~0u)
#define FZ_HAS_EXTRAS    7
#define FZ_HAS_OPERATORS (~0u)
#define FZ_HAS_INT_OPERATORS (~0u)
#define FZ_HAS_MAKERS    1
#define FZ_HAS_OPERATOR_NAMES 1
#define FZ_HAS_COMPARISON_NAMES 1
#define FZ_HAS_LATE_DESCRIPTORS 1
#define FZ_HAS_MESSAGES  1
#define FZ_HAS_VALUES    (~0ull)
#define FZ_HAS_REPR      1
#define FZ_HAS_PYTHON_CLASSES 1
#define FZ_HAS_PACKAGES  1
#endif

// Constant expressions: whether there can be objects of a kind; an instruction; Python code that
// defines a name of known.def (for a special method) or assigns it; a row of natives.def among what
// is linked; a class of types.def in the image. FZ_HAS_BIG_INTS: integers beyond the small ones;
// FZ_HAS_DICTS: dicts that are more than namespaces. FZ_HAS_SIGNATURE, FZ_HAS_CLASS and FZ_HAS_EXTRAS are unions of what FzCode.signature
// has, of FZ_CLASS_* and of FZ_FUNCTION_*. FZ_HAS_OPERATORS has bit FzBinary for operators that are
// applied, FZ_HAS_INT_OPERATORS for those that the runtime itself applies to integers as well; there
// is a __new__ where FZ_HAS_MAKERS; FZ_HAS_OPERATOR_NAMES and FZ_HAS_COMPARISON_NAMES say whether code mentions a special
// method of any. FZ_HAS_LATE_DESCRIPTORS: FzVm.late_descriptors can be
// set. FZ_HAS_MESSAGES: exceptions that the runtime raises have texts, and tracebacks are kept.
// FZ_HAS_VALUES: kinds that operands and callables can have; FZ_HAS_REPR: values are ever shown;
// FZ_HAS_PYTHON_CLASSES: classes that are not built in; FZ_HAS_PACKAGES: modules that lie in others.
#define FZ_HAS_KIND(kind) ((kind) < 64)
#define FZ_HAS_WIDE_TEXT  (FZ_HAS_KINDS >> FZ_WIDE_TEXT & 1) // characters beyond ASCII
#define FZ_HAS_OP(op)     (FZ_HAS_OPS((op) / 64) >> (op) % 64 & 1)
#define FZ_HAS_NAME(name) (FZ_HAS_NAMES((name) / 64) >> (name) % 64 & 1)
#define FZ_HAS_NATIVE(id) (FZ_HAS_NATIVES((id) / 64) >> (id) % 64 & 1)
#define FZ_HAS_TYPE(id)   (FZ_HAS_TYPES((id) / 64) >> (id) % 64 & 1)
#define FZ_HAS_VALUE(number) (FZ_HAS_VALUES >> (number) & 1) // FZ_KIND_NUMBER_*
// Calls with keyword arguments.
#define FZ_HAS_KEYWORDS                                                                            \
    (FZ_HAS_OP(FZ_OP_CALL_KW) || FZ_HAS_OP(FZ_OP_CALL_METHOD_KW) || FZ_HAS_OP(FZ_OP_CALL_EX))

// Case label of an instruction. Without it, a number that no byte can have, so that the compiler drops
// the case (kinds have such numbers by themselves, object.h).
#define FZ_OP_CASE(op) (FZ_HAS_OP(op) ? (op) : (op) + 256)

// Not inline in small code: keeps what a function needs off the C stack while its caller calls
// something else.
#if defined(__GNUC__) && defined(__OPTIMIZE_SIZE__)
#define FZ_NOINLINE __attribute__((noinline))
#else
#define FZ_NOINLINE
#endif

// Most nested interpreters (native code that calls Python that calls native code ...).
#ifndef FZ_MAX_NESTING
#define FZ_MAX_NESTING 24
#endif

// Most recursion in C over nested containers (repr, comparison, hashing).
#ifndef FZ_MAX_DEPTH
#define FZ_MAX_DEPTH 60
#endif

// Stack slots that a native may push without asking (fz_push).
#ifndef FZ_NATIVE_SLOTS
#define FZ_NATIVE_SLOTS 16
#endif

// Calls and jumps back between two looks at what is asked of the VM from outside.
#ifndef FZ_PAUSE_STEPS
#define FZ_PAUSE_STEPS 256
#endif

// Computed goto in the VM's loop: faster, and larger by two tables of addresses, which keep all instructions.
#ifndef FZ_COMPUTED_GOTO
#if defined(__GNUC__) && !defined(__OPTIMIZE_SIZE__) && !defined(FZ_NEEDS)
#define FZ_COMPUTED_GOTO 1
#else
#define FZ_COMPUTED_GOTO 0
#endif
#endif

// Fast paths of the loop: common cases of instructions inline, at the price of code size.
#ifndef FZ_FAST_PATHS
#ifdef __OPTIMIZE_SIZE__
#define FZ_FAST_PATHS 0
#else
#define FZ_FAST_PATHS 1
#endif
#endif

// A function that is one place for something large; nothing for speed.
#if defined(__GNUC__) && !FZ_FAST_PATHS
#define FZ_APART __attribute__((noinline))
#else
#define FZ_APART
#endif

// A function in a header. For speed each file has its own; for size all share the copy that
// heap/shared.c has, where the compiler does not inline it.
#ifndef FZ_SHARED
#if FZ_FAST_PATHS
#define FZ_SHARED static inline
#else
#define FZ_SHARED inline
#endif
#endif

// Inline even for size: what follows from constant arguments shrinks the code.
#if defined(__GNUC__)
#define FZ_INLINE FZ_SHARED __attribute__((always_inline))
#else
#define FZ_INLINE FZ_SHARED
#endif

// Entries of the cache of attribute and built-in lookups, a power of two from 4 on, or 0 for none: 12 bytes of
// FzVm each. All parts of a program must be compiled with the same number.
#ifndef FZ_CACHE_SLOTS
#define FZ_CACHE_SLOTS 0
#endif

// Collect, and move every object, at every allocation (hostile test build).
#ifndef FZ_GC_STRESS
#define FZ_GC_STRESS 0
#endif

// Walk and check the whole heap after every collection (hostile test build).
#ifndef FZ_HEAP_CHECK
#define FZ_HEAP_CHECK 0
#endif

// Objects in ROM that can be written, by copying them to RAM (docs/preinit.md). Images made without
// build-time execution have none.
#ifndef FZ_MUTABLE_ROM
#define FZ_MUTABLE_ROM 1
#endif

// BREAK instructions stop the loop, and steps are counted: for the compiler, which runs modules at
// build time.
#ifndef FZ_BREAKS
#define FZ_BREAKS 0
#endif

// Count down FzVm.fail_after at each allocation and fail the one that reaches zero, if FzVm.fails
// has nothing against it (test build).
#ifndef FZ_FAIL_ALLOCATION
#define FZ_FAIL_ALLOCATION 0
#endif

// Checks of the runtime's own invariants; never on input data. Hostile builds stop on a failure.
#ifndef FZ_ASSERT
#if FZ_GC_STRESS || FZ_HEAP_CHECK
#define FZ_ASSERT(condition) ((condition) ? (void)0 : __builtin_trap())
#else
#define FZ_ASSERT(condition) ((void)0)
#endif
#endif

#endif
