// SPDX-License-Identifier: MIT
// Text beyond what vm.h shows. A str is UTF-8 (surrogates take three bytes); flag A says that it is
// all ASCII, so that indices are offsets. Offsets and sizes are bytes, indices are code points.
//
// Defined here, declared in vm.h: fz_format (objects/str_format.c), the builder (objects/builder.c).
#ifndef FLASHFREEZE_OBJECTS_STR_H
#define FLASHFREEZE_OBJECTS_STR_H

#include "../vm/vm.h"

// For the object protocol. Each takes a str (unwrapped) as its first value operand.

// + * %; for * the str may be either operand. Operands that do not fit raise CPython's TypeError, so
// reflected special methods of instances are tried before.
FzValue fz_str_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b);
FzValue fz_str_get_item(FzVm *vm, FzValue text, FzValue key); // an index (anything with __index__) or a slice
FzValue fz_str_slice(FzVm *vm, FzValue text, FzValue slice);
int fz_str_contains(FzVm *vm, FzValue text, FzValue item);    // 0, 1; -1 after raising
FzValue fz_str_repr(FzVm *vm, FzValue text);
// The character at a byte offset, and the offset of the next one: iteration.
FzValue fz_str_char_at(FzVm *vm, FzValue text, uint32_t offset, uint32_t *next);

// Making and reading.

FzValue fz_str_alloc(FzVm *vm, uint32_t size); // zero bytes, ASCII flag set; see fz_str_seal
// Sets the ASCII flag of a filled str as its bytes say; no collect.
FzValue fz_str_seal(FzVm *vm, FzValue text);
FzValue fz_str_sub(FzVm *vm, FzValue text, uint32_t offset, uint32_t size);
FzValue fz_str_from_char(FzVm *vm, uint32_t code_point);
static inline bool fz_str_is_ascii(const FzVm *vm, FzValue text) { return (fz_header_of(vm, text) & FZ_HEADER_A) != 0; }
uint32_t fz_str_offset(const FzVm *vm, FzValue text, uint32_t index); // of a code point; no collect
FzValue fz_str_ascii(FzVm *vm, FzValue value); // ascii(value)
// "%d of %s" % arguments; `arguments` as Python has it (tuple, mapping or one value).
FzValue fz_str_percent(FzVm *vm, FzValue format, FzValue arguments);

// UTF-8.

uint32_t fz_utf8_decode(const uint8_t *bytes, uint32_t *size); // of valid text: code point and its size
uint32_t fz_utf8_encode(uint32_t code_point, uint8_t bytes[4]); // gives the size
uint32_t fz_utf8_size(uint8_t first);                           // from the first byte of a character
uint32_t fz_utf8_length(const uint8_t *bytes, uint32_t size);   // code points
// Bytes at the start that are valid UTF-8 (surrogates are not).
uint32_t fz_utf8_valid(const uint8_t *bytes, uint32_t size);

// Characters (objects/unicode.c).

enum {
    FZ_CHAR_ALPHA = 1,
    FZ_CHAR_UPPER = 2,
    FZ_CHAR_LOWER = 4,
    FZ_CHAR_TITLE = 8,
    FZ_CHAR_DECIMAL = 16,
    FZ_CHAR_DIGIT = 32,
    FZ_CHAR_NUMERIC = 64,
    FZ_CHAR_SPACE = 128,
};
uint32_t fz_char_class(uint32_t code_point); // FZ_CHAR_* flags
bool fz_char_printable(uint32_t code_point);
uint32_t fz_char_decimal(uint32_t code_point); // value of a decimal digit, 10 or more for others

#endif
