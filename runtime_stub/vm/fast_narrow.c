// SPDX-License-Identifier: MIT
// Operators of floats of 32 bits in the loop. They are calculated as they are: doubles, rounded, would give the
// same, but take longer on processors that have none.
#include "fast.h"

#if FZ_FAST_PATHS

// The number of a float, or of a small integer, which becomes one first, as the general way has it.
static inline bool number_of(const FzVm *vm, FzValue value, float *out)
{
    if (fz_is_int(value)) {
        *out = (float)fz_to_int(value);
        return true;
    }
    const uint32_t *words = fz_place(vm, value);
    if (words[0] != FZ_NARROW_FLOAT)
        return false;
    fz_copy_bits(out, words + 1, sizeof *out);
    return true;
}

bool fz_fast_narrow(const FzVm *vm, const uint8_t **ip, FzValue **sp, const FzValue *frame, FzBinary op, float *result)
{
    float x;
    float y;
    FzValue *top = *sp;
    if (op < FZ_BINARY_ADD || op == FZ_BINARY_MAT_MULTIPLY || op == FZ_BINARY_FLOOR_DIVIDE || op > FZ_BINARY_TRUE_DIVIDE ||
        (top[-2] & top[-1] & 1) || !number_of(vm, top[-2], &x) || !number_of(vm, top[-1], &y) ||
        (op == FZ_BINARY_TRUE_DIVIDE && y == 0.0f))
        return false;
    const uint8_t *at = *ip;
    top--;
    for (;;) {
        if (op == FZ_BINARY_MULTIPLY) {
            x *= y;
        } else if (op == FZ_BINARY_ADD) {
            x += y;
        } else if (op == FZ_BINARY_SUBTRACT) {
            x -= y;
        } else {
            x /= y;
        }
        *ip = at;
        *sp = top;
        bool is_local;
        FzValue other = fast_follower(&at, top, frame, &op, &is_local);
        float left = x;
        y = x;
        if (other == FZ_NULL || !number_of(vm, other, is_local ? &y : &left) ||
            (op == FZ_BINARY_TRUE_DIVIDE && y == 0.0f))
            break;
        x = left;
        top -= !is_local;
    }
    *result = x;
    return true;
}

#else
typedef int FzNoFastNarrow; // a file must declare something
#endif
