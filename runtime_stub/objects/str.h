// SPDX-License-Identifier: MIT
// Text beyond what vm.h shows. A str is UTF-8 (surrogates take three bytes); flag A says that it is
// all ASCII, so that indices are offsets. Offsets and sizes are bytes, indices are code points.
//
// Defined here, declared in vm.h: fz_format (objects/str_format.c), the builder
// (objects/builder.c).
#ifndef FLASHFREEZE_OBJECTS_STR_H
#define FLASHFREEZE_OBJECTS_STR_H

#include "../vm/vm.h"

// For the object protocol. Each takes a str (unwrapped) as its first value operand.

// + *; for * the str may be either operand. Operands that do not fit raise CPython's TypeError,
// so reflected special methods of instances are tried before.
FzValue fz_str_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b);
FzValue fz_str_get_item(FzVm *vm, FzValue text,
                        FzValue key); // an index (anything with __index__) or a slice
FzValue fz_str_slice(FzVm *vm, FzValue text, FzValue slice);
int fz_str_contains(FzVm *vm, FzValue text, FzValue item); // 0, 1; -1 after raising
FzValue fz_str_repr(FzVm *vm, FzValue text);
// The character at a byte offset, and the offset of the next one: iteration.
FzValue fz_str_char_at(FzVm *vm, FzValue text, uint32_t offset, uint32_t *next);

// Making and reading.

FzValue fz_str_alloc(FzVm *vm, uint32_t size); // zero bytes, ASCII flag set; see fz_str_seal
// Sets the ASCII flag of a filled str as its bytes say; no collect.
FzValue fz_str_seal(FzVm *vm, FzValue text);
// Cuts a RAM str that was allocated too long; no collect. Gives the str.
FzValue fz_str_cut(FzVm *vm, FzValue text, uint32_t size);
FzValue fz_str_sub(FzVm *vm, FzValue text, uint32_t offset, uint32_t size);
FzValue fz_str_from_char(FzVm *vm, uint32_t code_point);
FZ_SHARED bool fz_str_is_ascii(const FzVm *vm, FzValue text)
{
    return !FZ_HAS_WIDE_TEXT || (fz_header_of(vm, text) & FZ_HEADER_A) != 0;
}
uint32_t fz_str_offset(const FzVm *vm, FzValue text, uint32_t index); // of a code point; no collect
FzValue fz_str_ascii(FzVm *vm, FzValue value);                        // ascii(value)
// Raises with a format that takes the value's repr as its only %v.
FzValue fz_raise_repr(FzVm *vm, FzTypeId type, const char *format, FzValue value);
bool fz_is_index(const FzVm *vm, FzValue value); // an int, or has __index__; no collect
// "%d of %s" % arguments; `arguments` as Python has it (tuple, mapping or one value).
FzValue fz_str_percent(FzVm *vm, FzValue format, FzValue arguments);

// More of the builder (vm.h).
uint8_t *fz_builder_extend(FzVm *vm, FzBuilder *builder,
                           uint32_t size); // place of new bytes, or NULL
void fz_builder_add_part(FzVm *vm, FzBuilder *builder, const FzValue *str, uint32_t offset,
                         uint32_t size);

// UTF-8.

uint32_t fz_utf8_decode(const uint8_t *bytes,
                        uint32_t *size); // of valid text: code point and its size
uint32_t fz_utf8_encode(uint32_t code_point, uint8_t bytes[4]); // gives the size
uint32_t fz_utf8_size(uint8_t first);                         // from the first byte of a character
uint32_t fz_utf8_length(const uint8_t *bytes, uint32_t size); // code points
// Size of the well-formed character (no surrogate) at the start of the bytes, of which there is at
// least one; or 0, and *bad bytes belong to what is wrong.
uint32_t fz_utf8_check(const uint8_t *bytes, uint32_t size, uint32_t *bad);

// Characters (objects/unicode.c): the predicates of str methods for one code point.

bool fz_char_alpha(uint32_t code_point);
bool fz_char_space(uint32_t code_point);
bool fz_char_digit(uint32_t code_point);
bool fz_char_numeric(uint32_t code_point);
bool fz_char_alnum(uint32_t code_point);
bool fz_char_upper(uint32_t code_point);
bool fz_char_lower(uint32_t code_point);
bool fz_char_title(uint32_t code_point);
bool fz_char_printable(uint32_t code_point);
bool fz_char_identifier(uint32_t code_point, bool first);
uint32_t fz_char_decimal(uint32_t code_point); // value of a decimal digit; 99 for all others
typedef enum { FZ_CASE_LOWER, FZ_CASE_UPPER, FZ_CASE_TITLE, FZ_CASE_FOLD } FzCase;
uint32_t fz_char_case(uint32_t code_point, FzCase to, uint32_t out[3]); // number of characters

#endif
