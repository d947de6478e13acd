// SPDX-License-Identifier: MIT
// Shared by the two halves of the verifier: objects (verify.c) and code (verify_code.c).
#ifndef FLASHFREEZE_VERIFY_INTERNAL_H
#define FLASHFREEZE_VERIFY_INTERNAL_H

#include "flashfreeze/image.h"

#include <stddef.h>

typedef struct {
    const uint8_t *bytes;       // the image
    const FzImageHeader *image; // the same
    const uint8_t *starts;      // one bit for each word of the objects: an object starts there
} FzVerifier;

// The object of a ROM value that is known to be good.
static inline const void *fz_verify_object(const FzVerifier *verifier, FzValue value)
{
    return verifier->bytes + (value - 2);
}

// True if the value refers to the start of an object in the image.
static inline bool fz_verify_is_object(const FzVerifier *verifier, FzValue value)
{
    if (!fz_is_rom(value))
        return false;
    uint32_t off = value - 2;
    if (off < FZ_SINGLETONS_OFF || off >= verifier->image->objects_end)
        return false;
    uint32_t word = (off - FZ_SINGLETONS_OFF) / 4;
    return verifier->starts[word / 8] >> word % 8 & 1;
}

static inline bool fz_verify_is_kind(const FzVerifier *verifier, FzValue value, FzKind kind)
{
    return fz_verify_is_object(verifier, value) &&
           fz_header_kind(*(const uint32_t *)fz_verify_object(verifier, value)) == kind;
}

// True if Python code may see the value: not NULL, no object that is a part of another one,
// no function of a class body.
bool fz_verify_is_value(const FzVerifier *verifier, FzValue value);

// True if it is a function of a class body, which only BUILD_CLASS may call.
bool fz_verify_is_body(const FzVerifier *verifier, FzValue value);

// NULL if a NATIVE object says of its function what natives.def says, else the problem.
const char *fz_verify_native(const FzVerifier *verifier, const FzNative *native);

// Verifies the bytecode of a CODE object whose fields are known to be good. `scratch` is working
// memory of fz_verify_code_scratch(code) bytes, aligned to 4. Gives the problem and its place, or
// NULL.
const char *fz_verify_code(const FzVerifier *verifier, const FzCode *code, void *scratch,
                           uint32_t *instruction);
uint32_t fz_verify_code_scratch(const FzCode *code);

#endif
