// SPDX-License-Identifier: MIT
// Reading .mpy files without trusting them: every read is checked; after the first fault all that is
// read is 0.
#ifndef FLASHFREEZE_MICROPYTHON_READER_H
#define FLASHFREEZE_MICROPYTHON_READER_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *at, *end;
    const char *fault; // what is wrong, or NULL
} Reader;

enum { READER_MOST_ENTRIES = 1 << 16, READER_MOST_DEPTH = 64 };

// What a constant begins with.
enum { TAG_NONE = 1, TAG_FALSE, TAG_TRUE, TAG_ELLIPSIS, TAG_STR, TAG_BYTES, TAG_INT, TAG_FLOAT,
       TAG_COMPLEX, TAG_TUPLE };

uint32_t take_byte(Reader *reader);

// Base 128, most significant group first.
uint64_t take_uint(Reader *reader);

// The same in two's complement.
int64_t take_int(Reader *reader);

// `size` bytes where they are; NULL when they are not there.
const uint8_t *take_bytes(Reader *reader, uint64_t size);

// The head of a function.
typedef struct {
    uint32_t state, blocks, flags, args, kwonly, defaults;
    uint32_t info, cells; // bytes
} Prelude;

Prelude take_prelude(Reader *code);

// Passes over an instruction; gives its first byte.
uint32_t take_instruction(Reader *code);

// The text with a fixed number in .mpy files, or NULL.
const char *static_qstr_text(uint64_t number);

#endif
