// SPDX-License-Identifier: MIT
// The module binascii: bytes as hexadecimal digits and in base 64, and checksums.
#include "../objects/int.h"
#include "buffer.h"
#include "flashfreeze/image.h"
#include "flashfreeze/natives.h"

static FzValue error(FzVm *vm, const char *text) { return fz_raise(vm, FZ_TYPE_BINASCII_ERROR, "%s", text); }

// ---- hexadecimal

// The byte between groups, or -1 when there is none.
static bool separator_of(FzVm *vm, FzValue value, int *separator)
{
    FzText text;
    *separator = -1;
    if (value == FZ_NULL)
        return true;
    if (!fz_text_view(vm, fz_unwrap(vm, value), &text)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "sep must be str or bytes.");
        return false;
    }
    bool is_ascii = text.size > 0 && text.bytes[0] < 0x80;
    if (text.size != 1 || !is_ascii) {
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, text.size != 1 ? "sep must be length 1." : "sep must be ASCII.");
        return false;
    }
    *separator = text.bytes[0];
    return true;
}

// Groups are counted from the right for a positive size, from the left for a negative one.
static bool starts_group(uint32_t index, uint32_t size, int32_t group)
{
    if (index == 0 || group == 0)
        return false;
    return group > 0 ? (size - index) % (uint32_t)group == 0 : index % (uint32_t)-group == 0;
}

// hexlify(data, sep, bytes_per_sep=1)
FzValue fz_binascii_hexlify(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    static const char digits[] = "0123456789abcdef";
    int separator;
    int32_t group = 1;
    FzText text;
    if (!separator_of(vm, argv[1], &separator) || (argv[2] != FZ_NULL && !fz_as_index(vm, argv[2], &group)) ||
        !fz_buffer_read(vm, argv[0], &text))
        return FZ_NULL;
    uint32_t size = text.size;
    uint32_t length = size * 2;
    for (uint32_t i = 0; separator >= 0 && i < size; i++)
        length += starts_group(i, size, group);
    FzValue made = fz_text_alloc(vm, FZ_KIND_BYTES, length);
    if (made == FZ_NULL || !fz_buffer_read(vm, argv[0], &text))
        return FZ_NULL;
    uint8_t *out = fz_text_bytes(vm, made);
    for (uint32_t i = 0; i < size; i++) {
        if (separator >= 0 && starts_group(i, size, group))
            *out++ = (uint8_t)separator;
        *out++ = (uint8_t)digits[text.bytes[i] >> 4];
        *out++ = (uint8_t)digits[text.bytes[i] & 15];
    }
    return fz_text_seal(vm, made);
}

FzValue fz_binascii_b2a_hex(FzVm *vm, uint32_t argc, FzValue *argv) { return fz_binascii_hexlify(vm, argc, argv); }

static int hex_digit(uint8_t c)
{
    uint8_t low = c | 0x20;
    if (c >= '0' && c <= '9')
        return c - '0';
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

FzValue fz_binascii_unhexlify(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    if (!fz_buffer_read_ascii(vm, argv[0], &text))
        return FZ_NULL;
    if (text.size % 2)
        return error(vm, "Odd-length string");
    FzValue made = fz_text_alloc(vm, FZ_KIND_BYTES, text.size / 2);
    if (made == FZ_NULL || !fz_buffer_read_ascii(vm, argv[0], &text))
        return FZ_NULL;
    uint8_t *out = fz_text_bytes(vm, made);
    for (uint32_t i = 0; i < text.size; i += 2) {
        int high = hex_digit(text.bytes[i]);
        int low = hex_digit(text.bytes[i + 1]);
        if (high < 0 || low < 0)
            return error(vm, "Non-hexadecimal digit found");
        *out++ = (uint8_t)(high << 4 | low);
    }
    return fz_text_seal(vm, made);
}

FzValue fz_binascii_a2b_hex(FzVm *vm, uint32_t argc, FzValue *argv) { return fz_binascii_unhexlify(vm, argc, argv); }

// ---- base 64

static char base64_digit(uint32_t value)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return digits[value & 63];
}

static int base64_value(uint8_t c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

// b2a_base64(data, *, newline=True)
FzValue fz_binascii_b2a_base64(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    int newline = argv[1] == FZ_NULL ? 1 : fz_truth(vm, argv[1]);
    if (newline < 0 || !fz_buffer_read(vm, argv[0], &text))
        return FZ_NULL;
    uint32_t size = text.size;
    FzValue made = fz_text_alloc(vm, FZ_KIND_BYTES, (size + 2) / 3 * 4 + (uint32_t)newline);
    if (made == FZ_NULL || !fz_buffer_read(vm, argv[0], &text))
        return FZ_NULL;
    uint8_t *out = fz_text_bytes(vm, made);
    for (uint32_t i = 0; i < size; i += 3) {
        uint32_t left = size - i;
        uint32_t word = (uint32_t)text.bytes[i] << 16;
        word |= left > 1 ? (uint32_t)text.bytes[i + 1] << 8 : 0;
        word |= left > 2 ? text.bytes[i + 2] : 0;
        *out++ = (uint8_t)base64_digit(word >> 18);
        *out++ = (uint8_t)base64_digit(word >> 12);
        *out++ = left > 1 ? (uint8_t)base64_digit(word >> 6) : '=';
        *out++ = left > 2 ? (uint8_t)base64_digit(word) : '=';
    }
    if (newline)
        *out = '\n';
    return fz_text_seal(vm, made);
}

// What reading base 64 has come to.
typedef struct {
    uint8_t *out;
    uint32_t bytes; // written
    uint32_t bits;  // not yet written, in the low end
    uint32_t count; // digits of the group so far
    uint32_t pads;
    bool is_full;   // the padding is complete
} Base64;

static void take_digit(Base64 *state, int value)
{
    state->bits = state->bits << 6 | (uint32_t)value;
    state->pads = 0;
    if (state->count > 0)
        state->out[state->bytes++] = (uint8_t)(state->bits >> (6 - 2 * state->count));
    state->count = (state->count + 1) % 4;
}

// One character; a text when it is wrong under strict rules.
static const char *take(Base64 *state, uint8_t c, bool strict)
{
    int value = base64_value(c);
    if (state->is_full)
        return strict ? "Excess data after padding" : 0;
    if (c == '=') {
        if (state->count >= 2 && state->count + ++state->pads >= 4)
            state->is_full = true;
        else if (strict && state->count < 2)
            return state->count == 0 && state->bytes == 0 ? "Leading padding not allowed"
                                                          : "Discontinuous padding not allowed";
        return 0;
    }
    if (value < 0)
        return strict ? "Only base64 data is allowed" : 0;
    if (strict && state->pads)
        return "Discontinuous padding not allowed";
    take_digit(state, value);
    return 0;
}

// a2b_base64(data, *, strict_mode=False)
FzValue fz_binascii_a2b_base64(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    int strict = argv[1] == FZ_NULL ? 0 : fz_truth(vm, argv[1]);
    if (strict < 0 || !fz_buffer_read_ascii(vm, argv[0], &text))
        return FZ_NULL;
    FzValue *made = fz_push(vm, fz_text_alloc(vm, FZ_KIND_BYTES, text.size / 4 * 3 + 3));
    if (*made == FZ_NULL || !fz_buffer_read_ascii(vm, argv[0], &text))
        return FZ_NULL;
    Base64 state = {.out = fz_text_bytes(vm, *made)};
    for (uint32_t i = 0; i < text.size; i++) {
        const char *wrong = take(&state, text.bytes[i], strict > 0);
        if (wrong)
            return error(vm, wrong);
    }
    if (state.count == 1)
        return fz_raise(vm, FZ_TYPE_BINASCII_ERROR,
                        "Invalid base64-encoded string: number of data characters (%u) cannot be 1 more than a "
                        "multiple of 4", state.bytes / 3 * 4 + 1);
    if (state.count && !state.is_full)
        return error(vm, "Incorrect padding");
    return fz_text_sub(vm, *made, 0, state.bytes);
}

// ---- checksums

// The low 32 bits of argv[1], 0 without one; TypeError.
static bool start_of(FzVm *vm, FzValue *argv, uint32_t *start)
{
    *start = 0;
    if (argv[1] == FZ_NULL)
        return true;
    argv[1] = fz_int_from_index(vm, argv[1]);
    if (argv[1] == FZ_NULL)
        return false;
    FzIntView view;
    fz_int_view(vm, argv[1], &view);
    *start = view.count == 0 ? 0 : view.negative ? 0 - view.limbs[0] : view.limbs[0];
    return true;
}

// crc32(data, value=0)
FzValue fz_binascii_crc32(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    uint32_t crc;
    if (!start_of(vm, argv, &crc) || !fz_buffer_read(vm, argv[0], &text))
        return FZ_NULL;
    return fz_int_from_u64(vm, fz_crc32(crc, text.bytes, text.size));
}

// crc_hqx(data, value)
FzValue fz_binascii_crc_hqx(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    uint32_t crc;
    if (!start_of(vm, argv, &crc) || !fz_buffer_read(vm, argv[0], &text))
        return FZ_NULL;
    for (uint32_t i = 0; i < text.size; i++) {
        crc ^= (uint32_t)text.bytes[i] << 8;
        for (int bit = 0; bit < 8; bit++)
            crc = crc << 1 ^ (crc & 0x8000 ? 0x1021 : 0);
    }
    return fz_from_int((int32_t)(crc & 0xffff));
}
