// SPDX-License-Identifier: MIT
// What the parts of the runtime ask of each other, beyond heap.h: calls, attributes, classes,
// exceptions. Functions that give an FzValue give FZ_NULL after raising, unless they say otherwise;
// functions that give bool give false after raising. All may collect unless marked "no collect".
#ifndef FLASHFREEZE_VM_H
#define FLASHFREEZE_VM_H

#include "../heap/heap.h"

// False when no code of the program can define the special method; the name is a constant or unknown.
#define FZ_MAY_HAVE(name) (!__builtin_constant_p(name) || FZ_HAS_NAME(name))

// Whether the name, which the program gave, is one of known.def; the identifier is a constant.
#define FZ_IS_NAME(vm, name, id) (FZ_HAS_NAME(id) && (name) == fz_name(vm, id))
// Whether data descriptors or hooks were put on finished classes.
#define FZ_LATE_DESCRIPTORS(vm) (FZ_HAS_LATE_DESCRIPTORS && (vm)->late_descriptors)

// ---- exceptions (vm/exception.c)

FZ_SHARED bool fz_pending(const FzVm *vm) { return vm->registers[FZ_REG_EXCEPTION] != FZ_NULL; }
FZ_SHARED void fz_clear(FzVm *vm) { vm->registers[FZ_REG_EXCEPTION] = FZ_NULL; }
// Raises an existing exception object or class (as `raise value` does). Gives FZ_NULL.
FzValue fz_raise_value(FzVm *vm, FzValue value);
// Raises a built-in exception with one argument (args = (value,)), e.g. KeyError(key).
FzValue fz_raise_with(FzVm *vm, FzTypeId type, FzValue value);
FzValue fz_raise_bare(FzVm *vm, FzTypeId type); // without an argument
#if FZ_HAS_MESSAGES
// fz_raise within the runtime: %v is for a str (of anything else the type's name is shown), so that no
// raise needs the stack that repr() may take; fz_raise_repr is for the rest.
FzValue fz_raise_plain(FzVm *vm, FzTypeId type, const char *format, ...);
#define fz_raise fz_raise_plain
#else
// What stands in for fz_raise: texts and what is put into them are left out by the compiler.
FZ_INLINE FzValue fz_raise_silently(FzVm *vm, FzTypeId type, const char *format, ...)
{
    (void)format;
    return fz_raise_bare(vm, type);
}
#define fz_raise fz_raise_silently
#endif
// Raises the image's MemoryError in ROM; never allocates.
FzValue fz_raise_memory(FzVm *vm);
// True if the pending exception is an instance of the class; no collect.
bool fz_pending_is(const FzVm *vm, FzTypeId type);
// Prints an exception with traceback, cause and context as CPython does.
void fz_print_traceback(FzVm *vm, FzValue exception);

// ---- calls (vm/call.c)

// fz_call (flashfreeze.h) copies its arguments; argv may lie on the VM stack. Python functions run
// in a nested interpreter, to a checked depth.
// Calls self.name(argv...) where the method is looked up on the type: one of Python, or a native of
// a built-in base other than object. When there is none, gives FZ_NULL without raising (ask
// fz_pending).
FzValue fz_call_special(FzVm *vm, FzValue self, FzNameId name, uint32_t argc, const FzValue *argv);
bool fz_is_callable(const FzVm *vm, FzValue value); // no collect

// ---- classes and attributes (vm/attr.c, vm/class.c)

// A built-in class, or the nearest of its bases that the image has: one that the program can neither
// name nor come by may be missing; no collect.
FzValue fz_type_or_base(const FzVm *vm, FzTypeId type);
FzValue fz_type_of(const FzVm *vm, FzValue value);                       // no collect
bool fz_is_subclass(const FzVm *vm, FzValue cls, FzValue base);          // no collect; by mro
bool fz_is_instance(const FzVm *vm, FzValue value, FzTypeId type);       // no collect
// Looks a name up along the mro of a class, unbound; FZ_NULL when absent, never raises; no collect.
FzValue fz_class_lookup(const FzVm *vm, FzValue cls, FzValue name);
FzValue fz_get_attr(FzVm *vm, FzValue object, FzValue name);             // raises AttributeError
FzValue fz_get_attr_or_null(FzVm *vm, FzValue object, FzValue name);     // FZ_NULL without raising when absent
bool fz_set_attr(FzVm *vm, FzValue object, FzValue name, FzValue value); // value FZ_NULL deletes
// The special method that the value's class, or a base of it, defines in Python.
FzValue fz_python_special(const FzVm *vm, FzValue value, FzNameId name);   // unbound or FZ_NULL; no collect
#define fz_special(vm, value, name) (FZ_MAY_HAVE(name) ? fz_python_special(vm, value, name) : FZ_NULL)
// For an instance of a class that derives from a built-in with a value: that value; else itself.
FzValue fz_find_inner(const FzVm *vm, FzValue value);                    // no collect
FZ_SHARED FzValue fz_unwrap(const FzVm *vm, FzValue value)           // no collect
{
    return FZ_HAS_CLASS & FZ_CLASS_WRAPS ? fz_find_inner(vm, value) : value;
}
// The end of a `__new__` native: `value` when `cls` is the built-in class, else a new instance of
// `cls`, a Python class deriving from it, that holds the value. FZ_NULL stays FZ_NULL.
FzValue fz_wrap(FzVm *vm, FzValue cls, FzValue value);
FzValue fz_type_name(const FzVm *vm, FzValue value);                     // str; no collect
uint32_t fz_identity(FzVm *vm, FzValue value);                           // for id(); 0 after raising

// ---- objects of the VM, for the object protocol

// repr() of classes, functions, natives, methods, generators, modules, properties, exceptions,
// super objects, and of instances whose class has no __repr__ of its own.
FzValue fz_object_repr(FzVm *vm, FzValue value);
FzValue fz_exception_str(FzVm *vm, FzValue exception);    // str() of an EXCEPTION without __str__ of Python
// The next item of a GENERATOR; FZ_NULL when exhausted (nothing pending) or after raising.
FzValue fz_generator_next(FzVm *vm, FzValue generator);
FzValue fz_class_name(const FzVm *vm, FzValue cls);       // str: __name__ of a CLASS; no collect

// ---- the object protocol (objects/protocol.c): built-in kinds directly, others by special methods

typedef enum { // order of the instruction set
    FZ_BINARY_OR, FZ_BINARY_XOR, FZ_BINARY_AND, FZ_BINARY_LSHIFT, FZ_BINARY_RSHIFT, FZ_BINARY_ADD,
    FZ_BINARY_SUBTRACT, FZ_BINARY_MULTIPLY, FZ_BINARY_MAT_MULTIPLY, FZ_BINARY_FLOOR_DIVIDE,
    FZ_BINARY_TRUE_DIVIDE, FZ_BINARY_MODULO, FZ_BINARY_POWER,
} FzBinary;
// Whether the program applies the operator (config.h).
#define FZ_HAS_BINARY(op) (FZ_HAS_OPERATORS >> (op) & 1)
#define FZ_INT_CASE(op)   (FZ_HAS_INT_OPERATORS >> (op) & 1 ? (int)(op) : (int)(op) + 64)
#define FZ_BINARY_CASE(op) (FZ_HAS_BINARY(op) ? (int)(op) : (int)(op) + 64)

typedef enum { FZ_UNARY_POSITIVE, FZ_UNARY_NEGATIVE, FZ_UNARY_INVERT } FzUnary;
typedef enum { FZ_LESS, FZ_MORE, FZ_EQUAL, FZ_LESS_EQUAL, FZ_MORE_EQUAL, FZ_NOT_EQUAL } FzComparison;

FzValue fz_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b);
FzValue fz_inplace(FzVm *vm, FzBinary op, FzValue a, FzValue b);
FzValue fz_unary(FzVm *vm, FzUnary op, FzValue a);
FzValue fz_compare(FzVm *vm, FzComparison op, FzValue a, FzValue b); // any value (rich comparison)
// -1 after raising, else 0 or 1:
int fz_truth(FzVm *vm, FzValue value);
int fz_equal(FzVm *vm, FzValue a, FzValue b);    // identity or ==
int fz_less(FzVm *vm, FzValue a, FzValue b);     // truth of a < b
int fz_contains(FzVm *vm, FzValue container, FzValue item);
bool fz_hash(FzVm *vm, FzValue value, uint32_t *hash); // 32 bits, equal for equal values
FzValue fz_len(FzVm *vm, FzValue value);               // int
FzValue fz_get_item(FzVm *vm, FzValue object, FzValue key);
bool fz_set_item(FzVm *vm, FzValue object, FzValue key, FzValue value);
bool fz_del_item(FzVm *vm, FzValue object, FzValue key);
FzValue fz_iter(FzVm *vm, FzValue object);
// The next item; FZ_NULL when exhausted (nothing pending) or after raising. StopIteration raised by
// a Python __next__ or a generator's return counts as exhausted.
FzValue fz_next(FzVm *vm, FzValue iterator);
FzValue fz_repr(FzVm *vm, FzValue value);
FzValue fz_str(FzVm *vm, FzValue value);
FzValue fz_format(FzVm *vm, FzValue value, FzValue spec); // spec: str
bool fz_as_index(FzVm *vm, FzValue value, int32_t *out);  // __index__; OverflowError outside int32
// Resolves a slice against a length as Python does: start, stop, step and the item count.
bool fz_slice_indices(FzVm *vm, FzValue slice, uint32_t length, int32_t *start, int32_t *stop,
                      int32_t *step, uint32_t *count);
// Guards recursion in C over nested containers: RecursionError at FZ_MAX_DEPTH.
bool fz_enter(FzVm *vm);
FZ_SHARED void fz_leave(FzVm *vm) { vm->depth--; }

// ---- integers (objects/int*.c); small ones are made and combined inline by the VM

FzValue fz_int_from_i64(FzVm *vm, int64_t number);
FzValue fz_int_from_u64(FzVm *vm, uint64_t number);
bool fz_int_to_i64(const FzVm *vm, FzValue value, int64_t *out); // false (not raised) when too large; no collect
FzValue fz_int_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b); // both int or bool
FzValue fz_int_unary(FzVm *vm, FzUnary op, FzValue a);
int fz_int_compare(const FzVm *vm, FzValue a, FzValue b);        // <0, 0, >0; no collect
uint32_t fz_int_hash(const FzVm *vm, FzValue value);             // no collect
double fz_int_to_double(const FzVm *vm, FzValue value);          // inf when too large; no collect
FzValue fz_int_from_double(FzVm *vm, double number);             // truncates; finite
FzValue fz_int_to_str(FzVm *vm, FzValue value, uint32_t base, bool prefix, bool upper);
FzValue fz_int_parse(FzVm *vm, const uint8_t *text, uint32_t size, uint32_t base, FzValue source); // ValueError

// ---- floats (objects/float*.c)

FzValue fz_float_new(FzVm *vm, double number);
double fz_float_value(const FzVm *vm, FzValue value);            // of a FLOAT; no collect
FzValue fz_float_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b); // int, bool or float, one a float
int fz_number_compare(const FzVm *vm, FzComparison op, FzValue a, FzValue b); // 0, 1; exact int/float; no collect
uint32_t fz_float_hash(const FzVm *vm, FzValue value);           // equal to the int's for integral values
FzValue fz_float_repr(FzVm *vm, double number);
bool fz_to_double(FzVm *vm, FzValue value, double *out);         // int, bool, float, __float__, __index__; TypeError

// ---- text (objects/str*.c, bytes*.c)

FzValue fz_str_new(FzVm *vm, const char *utf8, uint32_t size);   // copies; bytes must not lie in the heap
FzValue fz_str_from_z(FzVm *vm, const char *text);
FzValue fz_str_concat(FzVm *vm, FzValue a, FzValue b);
FzValue fz_str_join(FzVm *vm, FzValue *pieces, uint32_t count);  // pieces on the VM stack, all str
#if FZ_FAST_PATHS
// The character at an index of an ASCII str; FZ_NULL for any other, or when there is no room at hand. No collect.
FzValue fz_str_take_char(FzVm *vm, FzValue text, uint32_t index);
#endif
bool fz_str_equal(const FzVm *vm, FzValue a, FzValue b);         // both str; no collect
int fz_str_compare(const FzVm *vm, FzValue a, FzValue b);        // by code points; no collect
uint32_t fz_str_hash(const FzVm *vm, FzValue value);             // fills the cache of a RAM str; no collect
uint32_t fz_str_length(const FzVm *vm, FzValue value);           // code points; no collect
// The interned ROM string equal to a str (so that it can be compared by value), or FZ_NULL when no
// code of the program has it as a name; no collect.
FzValue fz_str_intern(const FzVm *vm, FzValue value);
FzValue fz_bytes_new(FzVm *vm, const void *bytes, uint32_t size);

// Builds a str piece by piece. The object under construction is `*slot` on the VM stack; it grows
// in place while it is the last object of the heap.
typedef struct {
    FzValue *slot; // BUFFER; its first `size` bytes are used
    uint32_t size;
    bool failed;   // MemoryError is pending
} FzBuilder;
void fz_builder_open(FzVm *vm, FzBuilder *builder);              // uses one stack slot
void fz_builder_add(FzVm *vm, FzBuilder *builder, const char *bytes, uint32_t size); // not from the heap
void fz_builder_add_z(FzVm *vm, FzBuilder *builder, const char *text);
void fz_builder_add_char(FzVm *vm, FzBuilder *builder, uint32_t code_point);
void fz_builder_add_str(FzVm *vm, FzBuilder *builder, FzValue *str); // str on the VM stack
FzValue fz_builder_close(FzVm *vm, FzBuilder *builder);          // the str
FzValue fz_builder_close_bytes(FzVm *vm, FzBuilder *builder);    // the same as bytes

// ---- containers (objects/tuple.c list.c dict.c table.c set.c range.c slice.c iter.c)

FzValue fz_tuple_new(FzVm *vm, const FzValue *items, uint32_t count); // items NULL, or on the VM stack
FzValue fz_list_new(FzVm *vm, const FzValue *items, uint32_t count);  // the same
bool fz_list_append(FzVm *vm, FzValue list, FzValue item);
bool fz_list_extend(FzVm *vm, FzValue list, FzValue iterable);
FzValue fz_list_from(FzVm *vm, FzValue iterable);
FzValue fz_tuple_from(FzVm *vm, FzValue iterable);               // list or any iterable
FzValue fz_dict_new(FzVm *vm, uint32_t room);
FzValue fz_dict_get(FzVm *vm, FzValue dict, FzValue key);        // FZ_NULL when absent (nothing pending)
bool fz_dict_set(FzVm *vm, FzValue dict, FzValue key, FzValue value);
int fz_dict_delete(FzVm *vm, FzValue dict, FzValue key);         // 1 deleted, 0 absent, -1 raised
bool fz_dict_update(FzVm *vm, FzValue dict, FzValue mapping);
bool fz_dict_add(FzVm *vm, FzValue *at); // stores the pairs of the dict at[1] in the dict at[0]
uint32_t fz_dict_len(const FzVm *vm, FzValue dict);              // live entries; also of sets; no collect
// Walks live entries: start with *at = 0; false at the end; no collect.
bool fz_dict_entry(const FzVm *vm, FzValue dict, uint32_t *at, FzValue *key, FzValue *value);
// Looks an interned str up by identity alone: for attribute and namespace dicts; no collect.
FzValue fz_dict_get_name(const FzVm *vm, FzValue dict, FzValue name);
FzValue fz_set_new(FzVm *vm, FzKind kind, uint32_t room);
bool fz_set_add(FzVm *vm, FzValue set, FzValue item);
FzValue fz_slice_new(FzVm *vm, FzValue start, FzValue stop, FzValue step);
FzValue fz_range_new(FzVm *vm, FzValue start, FzValue stop, FzValue step);

#endif
