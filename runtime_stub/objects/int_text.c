// SPDX-License-Identifier: MIT
// Integers to and from text and bytes.
#include "int.h"
#include "text.h"

#include <string.h>

enum { LIMB_BITS = 32, MOST_PREFIX = 3, AUTO_BASE = 0 };

// The largest power of a base that fits a limb, and the number of digits it stands for.
static uint32_t chunk_of(uint32_t base, uint32_t *digits)
{
    uint32_t power = base;
    for (*digits = 1; power <= UINT32_MAX / base; ++*digits)
        power *= base;
    return power;
}

static uint8_t digit_char(uint32_t digit, bool upper)
{
    return (uint8_t)(digit < 10 ? '0' + digit : (upper ? 'A' : 'a') + digit - 10);
}

// Writes the digits of the limbs, which are used up, so that they end before `end`; gives their
// start.
static uint8_t *write_digits(uint8_t *end, uint32_t *limbs, uint32_t count, uint32_t base,
                             bool upper)
{
    uint32_t chunk_digits;
    uint32_t chunk = chunk_of(base, &chunk_digits);
    uint8_t *at = end;
    do {
        uint32_t rest = fz_mag_divide_small(limbs, count, chunk);
        count = fz_mag_trim(limbs, count);
        for (uint32_t i = 0; i < chunk_digits && (count > 0 || rest > 0 || at == end);
             i++, rest /= base)
            *--at = digit_char(rest % base, upper);
    } while (count > 0);
    return at;
}

static uint32_t write_prefix(uint8_t *at, uint32_t base, bool negative, bool prefix, bool upper)
{
    uint32_t size = 0;
    if (negative)
        at[size++] = '-';
    if (prefix && base != 10) {
        uint8_t letter = base == 16 ? 'x' : base == 8 ? 'o' : 'b';
        at[size++] = '0';
        at[size++] = upper ? letter & 0xdf : letter;
    }
    return size;
}

// The str has room for the text and, behind it, for a copy of the limbs.
FzValue fz_int_to_str(FzVm *vm, FzValue value, uint32_t base, bool prefix, bool upper)
{
    FzIntView view;
    fz_int_view(vm, value, &view);
    uint32_t room =
        fz_mag_bits(view.limbs, view.count) / (fz_limb_bits(base) - 1) + 1 + MOST_PREFIX;
    while ((room + offsetof(FzStr, text)) % 4)
        room++;
    FzValue *slot = fz_push(vm, value);
    FzValue text = fz_str_alloc(vm, room + view.count * 4);
    fz_pop(vm, 1);
    if (text == FZ_NULL)
        return FZ_NULL;
    fz_int_view(vm, *slot, &view);
    uint8_t *start = FZ_STR(vm, text)->text;
    uint32_t *limbs = (uint32_t *)(void *)(start + room);
    memcpy(limbs, view.limbs, view.count * 4);
    uint8_t *digits = write_digits(start + room, limbs, view.count, base, upper);
    uint32_t size = write_prefix(start, base, view.negative, prefix, upper);
    uint32_t count = (uint32_t)(start + room - digits);
    memmove(start + size, digits, count);
    return fz_str_cut(vm, text, size + count);
}

// ---- from text

typedef struct {
    FzText text; // digits and underscores
    uint32_t base;
    uint32_t digits;
    bool negative;
    bool wide; // a str that is not all ASCII
} Digits;

static uint32_t digit_value(uint8_t c)
{
    if (c >= '0' && c <= '9')
        return (uint32_t)c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'z' ? (uint32_t)c - 'a' + 10 : 99;
}

// Value and size of the character at the start; 99 when it is no digit. A str may have any
// script's.
static uint32_t digit_at(const Digits *digits, uint32_t at, uint32_t *size)
{
    uint8_t c = digits->text.bytes[at];
    *size = 1;
    if (c < 0x80 || !digits->wide)
        return digit_value(c);
    return fz_char_decimal(fz_utf8_decode(digits->text.bytes + at, size));
}

static void drop(FzText *text, uint32_t count)
{
    text->bytes += count;
    text->size -= count;
}

// Takes "0x" and the like where the base allows; a base of 0 becomes what the text says.
static void take_base(Digits *digits)
{
    FzText *text = &digits->text;
    uint8_t letter = text->size > 2 && text->bytes[0] == '0' ? text->bytes[1] | 0x20 : 0;
    uint32_t named = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    if (named != 0 && (digits->base == AUTO_BASE || digits->base == named)) {
        digits->base = named;
        drop(text, 2);
        if (text->size > 1 && text->bytes[0] == '_')
            drop(text, 1);
    }
}

// Counts the digits; false when the text is no number.
static bool check_digits(Digits *digits)
{
    bool automatic = digits->base == AUTO_BASE;
    bool all_zero = true;
    bool after_digit = false;
    uint32_t size;
    if (automatic)
        digits->base = 10;
    bool leading_zero = automatic && digits->text.size > 0 && digits->text.bytes[0] == '0';
    for (uint32_t at = 0; at < digits->text.size; at += size) {
        uint32_t digit = digit_at(digits, at, &size);
        if (digit < digits->base) {
            digits->digits++;
            all_zero = all_zero && digit == 0;
            after_digit = true;
        } else if (digits->text.bytes[at] == '_' && after_digit) {
            after_digit = false;
        } else {
            return false;
        }
    }
    return after_digit && (all_zero || !leading_zero);
}

static bool scan(FzText text, uint32_t base, bool wide, Digits *digits)
{
    *digits = (Digits){fz_text_strip_space(text, wide), base, 0, false, wide};
    if (digits->text.size > 0 && (digits->text.bytes[0] == '-' || digits->text.bytes[0] == '+')) {
        digits->negative = digits->text.bytes[0] == '-';
        drop(&digits->text, 1);
    }
    take_base(digits);
    return check_digits(digits);
}

// Adds the digits to limbs that start at zero, as many at a time as fit a limb.
static void accumulate(const Digits *digits, uint32_t *limbs, uint32_t room)
{
    uint32_t chunk = 0;
    uint32_t factor = 1;
    uint32_t count = 0;
    uint32_t size;
    for (uint32_t at = 0; at < digits->text.size; at += size) {
        uint32_t digit = digit_at(digits, at, &size);
        if (digit < digits->base) {
            chunk = chunk * digits->base + digit;
            factor *= digits->base;
        }
        if (factor > UINT32_MAX / digits->base || at + size == digits->text.size) {
            uint32_t carry = fz_mag_multiply_small(limbs, count, factor, chunk);
            if (carry && count < room)
                limbs[count++] = carry;
            chunk = 0;
            factor = 1;
        }
    }
}

FzValue fz_int_parse(FzVm *vm, const uint8_t *bytes, uint32_t size, uint32_t base, FzValue source)
{
    FzText text = {bytes, size};
    FzText whole;
    Digits digits;
    bool moves = source != FZ_NULL && !fz_is_int(source) && fz_text_view(vm, source, &whole);
    bool wide = moves && fz_text_is_wide(vm, source);
    uint32_t offset = moves ? (uint32_t)(bytes - whole.bytes) : 0;
    if (!scan(text, base, wide, &digits)) {
        if (moves && fz_is_kind(vm, source, FZ_KIND_BYTEARRAY))
            source = fz_bytes_from(vm, source, "byte"); // shown as bytes
        FzValue shown = source == FZ_NULL ? FZ_NULL : fz_repr(vm, source);
        return shown == FZ_NULL
                   ? FZ_NULL
                   : fz_raise(vm, FZ_TYPE_VALUE_ERROR, "invalid literal for int() with base %u: %v",
                              base, shown);
    }
    uint32_t limbs[2] = {0, 0};
    uint32_t bits = fz_limb_bits(digits.base - 1); // most that a digit takes
    if (digits.digits <= 64 / bits) {
        accumulate(&digits, limbs, 2);
        FzValue value = fz_int_from_u64(vm, (uint64_t)limbs[1] << 32 | limbs[0]);
        return digits.negative && value != FZ_NULL ? fz_int_unary(vm, FZ_UNARY_NEGATIVE, value)
                                                   : value;
    }
    FzValue *slot = fz_push(vm, source);
    FzValue value = fz_new(vm, FZ_KIND_INT, 0, digits.digits / LIMB_BITS * bits + bits + 1);
    fz_pop(vm, 1);
    if (value == FZ_NULL)
        return FZ_NULL;
    if (moves) {
        fz_text_view(vm, *slot, &whole);
        text.bytes = whole.bytes + offset;
        scan(text, base, wide, &digits);
    }
    accumulate(&digits, FZ_WORDS(vm, value) + 1, fz_count_of(vm, value));
    return fz_int_finish(vm, value, digits.negative);
}

// ---- to and from bytes

FzValue fz_int_from_bytes(FzVm *vm, FzValue source, bool big, bool is_signed)
{
    uint32_t size = fz_count_of(vm, source);
    FzValue *slot = fz_push(vm, source);
    FzValue value = fz_new(vm, FZ_KIND_INT, 0, size / 4 + 1);
    fz_pop(vm, 1);
    if (value == FZ_NULL)
        return FZ_NULL;
    FzText text;
    fz_text_view(vm, *slot, &text);
    uint32_t *limbs = FZ_WORDS(vm, value) + 1;
    bool negative = is_signed && size > 0 && text.bytes[big ? 0 : size - 1] >> 7;
    uint32_t carry = negative;
    for (uint32_t i = 0; i < size; i++) {
        uint32_t byte = text.bytes[big ? size - 1 - i : i];
        if (negative) {
            byte = (byte ^ 0xff) + carry;
            carry = byte >> 8;
            byte &= 0xff;
        }
        limbs[i / 4] |= byte << i % 4 * 8;
    }
    return fz_int_finish(vm, value, negative);
}

FzValue fz_int_to_bytes(FzVm *vm, FzValue number, uint32_t size, bool big, bool is_signed)
{
    FzIntView view;
    fz_int_view(vm, number, &view);
    if (view.negative && !is_signed)
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "can't convert negative int to unsigned");
    uint32_t bits = fz_mag_bits(view.limbs, view.count);
    bool power = view.count > 0; // the least number of a width has one bit less
    for (uint32_t i = 0; i < view.count; i++)
        power = power && view.limbs[i] == (i + 1 == view.count ? 1u << (bits - 1) % 32 : 0);
    if (is_signed && view.count > 0 && !(view.negative && power))
        bits++;
    if (bits > (uint64_t)size * 8)
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "int too big to convert");
    FzValue *slot = fz_push(vm, number);
    FzValue result = fz_bytes_new(vm, 0, size);
    fz_pop(vm, 1);
    if (result == FZ_NULL)
        return FZ_NULL;
    fz_int_view(vm, *slot, &view);
    uint8_t *bytes = (uint8_t *)(FZ_WORDS(vm, result) + 1);
    uint32_t carry = view.negative;
    for (uint32_t i = 0; i < size; i++) {
        uint32_t byte = i / 4 < view.count ? view.limbs[i / 4] >> i % 4 * 8 & 0xff : 0;
        if (view.negative) {
            byte = (byte ^ 0xff) + carry;
            carry = byte >> 8;
        }
        bytes[big ? size - 1 - i : i] = (uint8_t)byte;
    }
    return result;
}
