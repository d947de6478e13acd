// SPDX-License-Identifier: MIT
// Objects as the VM and the image writer lay them out: a 32-bit header, then the words that
// kinds.def declares. The layout is the same in RAM and in ROM, on host and target.
//
// Header: bit 0 always 1 (tells a header from a threaded reference), bit 1 mark, bits 2..7 kind,
// bit 8 flag A, bit 9 flag B, bits 10..31 the count n.
#ifndef FLASHFREEZE_OBJECT_H
#define FLASHFREEZE_OBJECT_H

#include "config.h"
#include "value.h"

enum {
#define KIND(name, type, words, values, tail) FZ_KIND_NUMBER_##name,
#include "kinds.def"
#undef KIND
};

// A kind that the program cannot come to hold (config.h) has a number that no header can have, so
// that the compiler drops what is done for it.
typedef enum {
#define KIND(name, type, words, values, tail)                                                      \
    FZ_KIND_##name = FZ_KIND_NUMBER_##name + (FZ_HAS_KINDS >> FZ_KIND_NUMBER_##name & 1 ? 0 : 64),
#include "kinds.def"
#undef KIND
} FzKind;

// The same for an operand: a kind that no value of the program has.
#define FZ_VALUE(kind)                                                                             \
    (FZ_HAS_KIND(kind) && !(FZ_HAS_VALUES >> ((kind) & 63) & 1) ? (int)(kind) + 64 : (int)(kind))

// Stands in sets of kinds for str with characters beyond ASCII.
enum { FZ_WIDE_TEXT = 63 };

enum {
    FZ_KIND_COUNT = 0
#define KIND(name, type, words, values, tail) +1
#include "kinds.def"
#undef KIND
};

typedef enum {
    FZ_TAIL_NO,
    FZ_TAIL_VALUES,
    FZ_TAIL_BYTES,
    FZ_TAIL_TEXT,
    FZ_TAIL_WORDS,
    FZ_TAIL_MASK,
    FZ_TAIL_TABLE,
} FzTail;

typedef struct {
    uint8_t words;  // of the fixed part, header included
    uint8_t values; // bit i: word i holds a value
    uint8_t tail;   // FzTail
    uint8_t type;   // FzTypeId of the instances, or FZ_TYPE_NONE
} FzKindInfo;

extern const FzKindInfo fz_kind_info[FZ_KIND_COUNT];

// Built-in classes (types.def). FZ_TYPE_NONE is no class.
typedef enum {
    FZ_TYPE_NONE,
#define TYPE(id, name, base, flags) FZ_TYPE_##id,
#include "types.def"
#undef TYPE
} FzTypeId;

enum {
    FZ_TYPE_COUNT = 1
#define TYPE(id, name, base, flags) +1
#include "types.def"
#undef TYPE
};

// Names known to the runtime (known.def).
typedef enum {
#define NAME(id, text) FZ_NAME_##id,
#include "known.def"
#undef NAME
} FzNameId;

enum {
    FZ_NAME_COUNT = 0
#define NAME(id, text) +1
#include "known.def"
#undef NAME
};

enum {
    FZ_HEADER_ONE = 1u,
    FZ_HEADER_MARK = 2u,
    FZ_HEADER_A = 1u << 8,
    FZ_HEADER_B = 1u << 9,
    FZ_COUNT_SHIFT = 10,
    FZ_COUNT_MAX = (1 << 22) - 1, // most items, bytes or fields of one object
};

FZ_SHARED uint32_t fz_header(FzKind kind, uint32_t flags, uint32_t count)
{
    return FZ_HEADER_ONE | (uint32_t)kind << 2 | flags | count << FZ_COUNT_SHIFT;
}
FZ_SHARED FzKind fz_header_kind(uint32_t header) { return (FzKind)(header >> 2 & 63); }
FZ_SHARED uint32_t fz_header_count(uint32_t header) { return header >> FZ_COUNT_SHIFT; }

// Bytes that an object with this header takes, a multiple of 4.
uint32_t fz_object_size(uint32_t header);

// Hash tables. The index has one u8, u16 or u32 cell per slot: 0 empty, else entry number + 1. A
// search goes from fz_table_place(hash) to fz_table_next(place) and so on; slots are the places
// modulo their number. Tables of at most FZ_TABLE_LINEAR entries have no index and are searched one
// by one.
enum { FZ_TABLE_LINEAR = 12 };
// Small integers in a row keep slots of their own; multiples of powers of two are spread as well.
FZ_SHARED uint32_t fz_table_place(uint32_t hash) { return hash ^ hash >> 5 ^ hash >> 12; }
// Comes to every slot once before the first one again, and leaves clusters at once.
FZ_SHARED uint32_t fz_table_next(uint32_t place) { return place * 5 + 1; }
// Number of index slots, a power of two at least 4/3 of the capacity; 0 for a linear table.
uint32_t fz_table_slots(uint32_t capacity);
// Bytes of the index behind the entries, a multiple of 4.
uint32_t fz_table_index_size(uint32_t capacity);

// Fixed parts. Word 0 is always the header.

typedef struct {
    uint32_t header; // n: bytes of text
    uint8_t hash[2]; // little-endian, 0: not computed
    uint8_t text[];  // UTF-8, no NUL
} FzStr;

typedef struct {
    uint32_t header;
    FzValue items[];
} FzTuple; // also ARRAY, ZIP

typedef struct {
    uint32_t header; // n: items in use
    FzValue items;   // ARRAY or NULL
} FzList;

typedef struct {
    uint32_t header; // n: entries in use, deleted ones included
    FzValue table;   // TABLE or NULL
} FzDict;            // also SET, FROZENSET

typedef struct {
    uint32_t header; // n: 0, or FZ_FUNCTION_* flags of the extras that follow
    FzValue code;    // CODE, or EXT around it
    FzValue extras[];
} FzFunction;

enum { FZ_FUNCTION_DEFAULTS = 1, FZ_FUNCTION_KWDEFAULTS = 2, FZ_FUNCTION_CLOSURE = 4 };

typedef struct {
    uint32_t header;   // n: bytes of the tail
    FzValue module;    // MODULE
    FzValue name;      // str
    FzValue qualname;  // str
    FzValue params;    // tuple of parameter names in slot order; one more item, the docstring, with FZ_CODE_HAS_DOC
    uint32_t frame;    // locals (params and cells included) | operand stack depth << 16
    uint32_t signature; // positional-only | positional (with those) << 8 | keyword-only << 16 | FZ_CODE_* << 24
    uint32_t sizes;    // bytes of bytecode | regions << 16
    uint32_t line;     // line of the definition | free cells << 24
    uint8_t bytes[];   // bytecode, then regions of FZ_REGION_SIZE bytes, then the line table
} FzCode;

enum { FZ_MOST_OPERANDS = 1920 }; // greatest depth of an operand stack

enum {
    FZ_CODE_VARARGS = 1,
    FZ_CODE_VARKEYWORDS = 2,
    FZ_CODE_GENERATOR = 4,
    FZ_CODE_CLASS_BODY = 8,
    FZ_CODE_HAS_DOC = 16,
    FZ_CODE_MODULE = 32,
    FZ_CODE_COROUTINE = 64,        // with FZ_CODE_GENERATOR
    FZ_CODE_ASYNC_GENERATOR = 128, // with FZ_CODE_GENERATOR
};

// FzCode.params: the names of the frame's slots in order: at least those of the parameters, then of
// free cells and other locals (messages name them; "" for a temporary) as far as the linker keeps
// them. With FZ_CODE_HAS_DOC one more item, the docstring, is last. A class body's are the name of
// the namespace, those of all its free cells (LOAD_CLASS_CELL looks them up), then the fields of the
// instances that its methods assign.

// A region, innermost first: five little-endian u16 (unaligned): start, end, handler, depth, kind.
enum { FZ_REGION_SIZE = 10 };
typedef enum {
    FZ_REGION_EXCEPT,
    FZ_REGION_FINALLY,
    FZ_REGION_EXCEPT_BODY,
    FZ_REGION_FINALLY_BODY,
} FzRegionKind;

// Whether a jump from inside a region to `target` stays in it. At the end of a finally region or body stands
// how it is left in order, the values for the handler or END_FINALLY, so going there leaves nothing yet.
static inline bool fz_region_keeps(FzRegionKind kind, uint32_t start, uint32_t end, uint32_t target)
{
    bool has_way_out = kind == FZ_REGION_FINALLY || kind == FZ_REGION_FINALLY_BODY;
    return target >= start && (target < end || (has_way_out && target == end));
}

// Line table: entries from (offset 0, line of definition): one byte 0LLLBBBB advances BBBB bytes of
// code and LLL lines (0..7); 1 then 7 bits bytes, followed by a signed little-endian u16 of lines,
// for everything else. An instruction's line is that of the last entry at or before it.

typedef struct {
    uint32_t header; // n: FzTypeId of the class it is a method of (rows METHOD), or FZ_TYPE_NONE
    uint32_t index; // into the application's table of natives
    uint32_t info;  // least arguments | most positional << 8 | slots << 16 | FZ_NATIVE_* << 24
    FzValue params; // tuple of the last slots' names, or NULL when it takes no keywords
    FzValue name;   // str
} FzNative;

enum {
    FZ_NATIVE_PURE = 1,        // no effect but its result: may run at build time
    FZ_NATIVE_CALLS = 2,       // may call Python code
    FZ_NATIVE_STATIC = 4,      // of a class: not bound to an instance
    FZ_NATIVE_CLASSMETHOD = 8, // bound to the class
    FZ_NATIVE_GETTER = 16,     // an attribute: called with the instance when read
    FZ_NATIVE_KWARGS = 32,     // takes keyword arguments of any name: a dict in the last slot, or NULL
    FZ_NATIVE_VARIADIC = 255,  // as "most positional": any number
};

typedef struct {
    uint32_t header;
    FzValue function;
    FzValue self;
} FzBoundMethod;

typedef struct {
    uint32_t header;   // n: saved slots; flag A: a coroutine, flag B: an async generator
    FzValue code;      // CODE
    FzValue handled;   // suspended: exception being handled inside it, or NULL; running: outside of it
    uint32_t resume;   // offset of the next instruction in its bytecode
    uint32_t state;    // FZ_GENERATOR_* | operand stack depth << 8
    FzValue slots[];
} FzGenerator;

enum { FZ_GENERATOR_NEW, FZ_GENERATOR_SUSPENDED, FZ_GENERATOR_RUNNING, FZ_GENERATOR_DONE };
enum { FZ_GENERATOR_STATE = 255, FZ_GENERATOR_DEPTH_SHIFT = 8 };

typedef struct {
    uint32_t header; // the count is the format, a character, or 0 for B
    FzValue base;    // BYTES or BYTEARRAY; NULL when released
    uint32_t start;  // its first byte in the window
    uint32_t length; // bytes, fewer when the base has become shorter
} FzMemoryView;

// What can be awaited once: a step of an async generator, a coroutine seen as an iterator, or
// anext() with a default.
typedef struct {
    uint32_t header;
    FzValue target; // coroutine, async generator or iterator
    FzValue value;  // what is sent first, thrown, or the default; or NULL
    uint32_t state; // FZ_AWAITER_*
} FzAwaiter;

enum {
    FZ_AWAITER_COROUTINE, // coroutine.__await__()
    FZ_AWAITER_SEND,      // __anext__(), asend()
    FZ_AWAITER_THROW,     // athrow()
    FZ_AWAITER_CLOSE,     // aclose()
    FZ_AWAITER_DEFAULT,   // anext() with a default
    FZ_AWAITER_MODE = 7,
    FZ_AWAITER_STARTED = 8,
    FZ_AWAITER_ENDED = 16,
};

typedef struct {
    uint32_t header; // n: kind of the instances | type id << 6 | FZ_CLASS_* << 14
    FzValue name;    // str, or the CODE of the class body, which knows names, module and docstring
    FzValue bases;   // tuple
    FzValue mro;     // tuple, the class itself first
    FzValue dict;    // str -> value
    FzValue fields;  // tuple of str: names of the instances' slots, inherited ones first; NULL: none
} FzClass;

enum {
    FZ_CLASS_NATIVE = 1,      // built in
    FZ_CLASS_FINAL = 2,       // no subclasses
    FZ_CLASS_HAS_GETATTR = 4, // __getattr__, __getattribute__, __setattr__ or __delattr__ of Python
    FZ_CLASS_WRAPS = 8,       // derives from a built-in with a value: field 0 of instances holds it
    FZ_CLASS_HAS_NEW = 16,    // __new__ of Python
    FZ_CLASS_SLOTS = 32,      // instances have no attributes beyond the fields
    FZ_CLASS_HAS_META = 64,   // its class is not `type` but what its dict has as FZ_NAME_metaclass
};

typedef struct {
    uint32_t header; // n: fields
    FzValue cls;     // CLASS, or EXT around it
    FzValue fields[];
} FzInstance;

typedef struct {
    uint32_t header;   // n: fields
    FzValue cls;       // CLASS, or EXT around it
    FzValue args;      // tuple
    FzValue traceback; // ARRAY of pairs (CODE, offset | repeats << 16), innermost first, NULL-padded; or NULL
    FzValue context;   // exception or NULL
    FzValue cause;     // exception, None (suppressed context) or NULL
    FzValue fields[];
} FzException;

typedef struct {
    uint32_t header;
    FzValue original;  // what the owner's word 1 held
    // flag A of the header: `dict` also holds what the fields would (the instance's __dict__ was taken)
    FzValue dict;      // further attributes, or NULL
    uint32_t identity; // handed out by id() and the default hash; 0: none yet
} FzExt;

typedef struct {
    uint32_t header;  // flag A: a module made of natives; flag B: its code ran at build time
    FzValue name;     // dotted
    FzValue dict;     // user module: str -> slot number within the module's globals, or -1 - index in
                      // its pool for what never changes; native: str -> value
    FzValue parent;   // the package it lies in, or NULL
    FzValue code;     // top level, or NULL
    FzValue pool;     // ARRAY: the constant table of its code, or NULL
    uint32_t globals; // number of its first slot among all globals; slot 0 of a module is its state,
                      // unless it has flag B
    uint32_t index;   // in the image's table of modules
} FzModule;

// Slot 0 of a user module's globals: NULL before it runs, then one of these as a small integer.
enum { FZ_MODULE_RUNNING = 1, FZ_MODULE_DONE = 2 };

#endif
