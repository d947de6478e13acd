// SPDX-License-Identifier: MIT
// Native functions as the catalogue declares them: a native trusts its caller to have checked its
// self and the number of its arguments by what the NATIVE object says.
#include "verify_internal.h"

#include "flashfreeze/natives.h"

enum {
    ANY = FZ_NATIVE_VARIADIC,
    P = FZ_NATIVE_PURE,
    C = FZ_NATIVE_CALLS,
    S = FZ_NATIVE_STATIC,
    M = FZ_NATIVE_CLASSMETHOD,
    G = FZ_NATIVE_GETTER,
    W = FZ_NATIVE_KWARGS,
};

typedef struct {
    uint8_t type; // FzTypeId
    uint8_t least, positional, slots, flags;
} Row;

static const Row rows[] = {
#define FUNCTION(module, name, symbol, least, positional, slots, flags, params)                    \
    {FZ_TYPE_NONE, least, positional, slots, flags},
#define METHOD(type, name, symbol, least, positional, slots, flags, params)                        \
    {FZ_TYPE_##type, least, positional, slots, flags},
#include "flashfreeze/natives.def"
#undef FUNCTION
#undef METHOD
};

const char *fz_verify_native(const FzVerifier *verifier, const FzNative *native)
{
    const uint32_t *numbers =
        (const uint32_t *)(const void *)(verifier->bytes + verifier->image->natives_off);
    uint32_t number = numbers[native->index];
    if (number >= FZ_NATIVE_USER)
        return NULL; // its glue counts and checks the arguments
    if (number >= FZ_NATIVES_COUNT)
        return "a native that the runtime does not have";
    const Row *row = &rows[number];
    uint32_t info = row->least | (uint32_t)row->positional << 8 | (uint32_t)row->slots << 16 |
                    (uint32_t)row->flags << 24;
    if (fz_header_count(native->header) != row->type || native->info != info)
        return "a native that is declared in another way";
    return NULL;
}
