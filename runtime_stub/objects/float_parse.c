// SPDX-License-Identifier: MIT
// Floats from text, correctly rounded. Few digits with a small exponent take one exact operation in
// double; all others become a quotient or product of integers that is rounded once.
#include "float.h"
#include "int.h"
#include "text.h"

enum {
    HEAD_DIGITS = 19,  // fit 64 bits
    MOST_DIGITS = 800, // more than any float's exact value or halfway point has
    FAR_EXPONENT = 100000,
};

// A decimal number: its digits from the first one that is not zero, without the point.
typedef struct {
    uint64_t head;    // value of the first HEAD_DIGITS digits
    uint32_t first;   // offset of the first digit that is not zero
    uint32_t count;   // digits from there on
    int32_t exponent; // of ten, of the last digit
    bool negative;
} Number;

typedef struct {
    FzText text;
    uint32_t at;
} Scanner;

static uint32_t peek(const Scanner *scan)
{
    return scan->at < scan->text.size ? scan->text.bytes[scan->at] : 0;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

// The next digit of a run, past an underscore between two digits; 10 when there is none.
static uint32_t take_digit(Scanner *scan, bool first)
{
    if (!first && peek(scan) == '_' && scan->at + 1 < scan->text.size &&
        is_digit(scan->text.bytes[scan->at + 1]))
        scan->at++;
    if (!is_digit(peek(scan)))
        return 10;
    return scan->text.bytes[scan->at++] - (uint32_t)'0';
}

// A run of digits before or behind the point; false when there is none.
static bool take_digits(Scanner *scan, Number *number, bool behind)
{
    uint32_t digit = take_digit(scan, true);
    if (digit == 10)
        return false;
    for (; digit < 10; digit = take_digit(scan, false)) {
        number->exponent -= behind;
        if (digit == 0 && number->count == 0)
            continue;
        if (number->count == 0)
            number->first = scan->at - 1;
        if (number->count++ < HEAD_DIGITS)
            number->head = number->head * 10 + digit;
    }
    return true;
}

static bool take_exponent(Scanner *scan, Number *number)
{
    if ((peek(scan) | 0x20) != 'e')
        return true;
    scan->at++;
    bool negative = peek(scan) == '-';
    if (negative || peek(scan) == '+')
        scan->at++;
    int32_t exponent = 0;
    uint32_t digit = take_digit(scan, true);
    if (digit == 10)
        return false;
    for (; digit < 10; digit = take_digit(scan, false))
        if (exponent < FAR_EXPONENT)
            exponent = exponent * 10 + (int32_t)digit;
    number->exponent += negative ? -exponent : exponent;
    return true;
}

static bool take_word(Scanner *scan, const char *word)
{
    uint32_t at = scan->at;
    for (; *word; word++, at++)
        if (at >= scan->text.size || (scan->text.bytes[at] | 0x20) != *word)
            return false;
    scan->at = at;
    return true;
}

static bool take_special(Scanner *scan, double *out)
{
    if (take_word(scan, "nan"))
        *out = fz_float_mod(1.0, 0.0);
    else if (take_word(scan, "infinity") || take_word(scan, "inf"))
        *out = fz_float_infinity();
    else
        return false;
    return true;
}

static bool take_number(Scanner *scan, Number *number)
{
    bool digits = take_digits(scan, number, false);
    if (peek(scan) == '.') {
        scan->at++;
        digits |= take_digits(scan, number, true);
    }
    return digits && take_exponent(scan, number);
}

// The number's digits as an int: the first MOST_DIGITS and, if more follow, a one for these, which
// are not all zeros or do not matter. Lowers number->count and raises the exponent to match.
static FzValue all_digits(FzVm *vm, FzValue *text, Number *number)
{
    uint32_t count = number->count < MOST_DIGITS ? number->count : MOST_DIGITS;
    FzValue value = fz_new(vm, FZ_KIND_INT, 0, fz_divide(count + 1, 9) + 2);
    if (value == FZ_NULL)
        return FZ_NULL;
    FzText bytes;
    fz_text_view(vm, *text, &bytes);
    uint32_t *limbs = FZ_WORDS(vm, value) + 1;
    uint32_t limbs_count = fz_count_of(vm, value);
    uint32_t at = number->first;
    for (uint32_t taken = 0; taken < count; at++) {
        if (!is_digit(bytes.bytes[at]))
            continue;
        fz_mag_multiply_small(limbs, limbs_count, 10, bytes.bytes[at] - (uint32_t)'0');
        taken++;
    }
    number->exponent += (int32_t)(number->count - count);
    if (number->count > count) {
        fz_mag_multiply_small(limbs, limbs_count, 10, 1);
        number->exponent--;
    }
    number->count = count;
    return fz_int_finish(vm, value, false);
}

// digits * 10^exponent rounded once.
static bool scale(FzVm *vm, FzValue digits, int32_t exponent, double *out)
{
    FzValue *slot = fz_push(vm, digits);
    FzValue power =
        fz_int_power(vm, fz_from_int(10), fz_from_int(exponent < 0 ? -exponent : exponent));
    fz_pop(vm, 1);
    if (power == FZ_NULL)
        return false;
    if (exponent < 0)
        return fz_int_quotient(vm, *slot, power, out);
    FzValue product = fz_int_binary(vm, FZ_BINARY_MULTIPLY, *slot, power);
    if (product == FZ_NULL)
        return false;
    *out = fz_int_to_double(vm, product);
    return true;
}

static bool convert(FzVm *vm, FzValue text, Number *number, double *out)
{
    enum { TOO_LARGE = 310, TOO_SMALL = -330, EXACT_POWER = 22, EXACT_POWER_NARROW = 10 };
    bool narrow = fz_float_is_narrow(vm);
    int32_t size = (int32_t)number->count + number->exponent;
    int32_t power = number->exponent < 0 ? -number->exponent : number->exponent;
    *out = 0.0;
    if (number->count == 0 || size < TOO_SMALL)
        return true;
    if (size > TOO_LARGE) {
        *out = fz_float_infinity();
        return true;
    }
    if (number->count <= HEAD_DIGITS && number->head >> (narrow ? 24 : 53) == 0 &&
        power <= (narrow ? EXACT_POWER_NARROW : EXACT_POWER)) {
        double factor = 1.0;
        while (power-- > 0)
            factor *= 10.0;
        *out = (double)number->head;
        *out = fz_float_round(vm, number->exponent < 0 ? *out / factor : *out * factor);
        return true;
    }
    FzValue *slot = fz_push(vm, text);
    FzValue digits = number->count <= HEAD_DIGITS ? fz_int_from_u64(vm, number->head)
                                                  : all_digits(vm, slot, number);
    fz_pop(vm, 1);
    return digits != FZ_NULL && scale(vm, digits, number->exponent, out);
}

// A str with the digits and white space of all scripts as those of ASCII.
static FzValue to_ascii(FzVm *vm, const FzValue *text)
{
    FzBuilder builder;
    uint32_t size;
    fz_builder_open(vm, &builder);
    for (uint32_t at = 0; at < fz_count_of(vm, *text); at += size) {
        uint32_t c = fz_utf8_decode(FZ_STR(vm, *text)->text + at, &size);
        uint32_t digit = c < 0x80 ? 10 : fz_char_decimal(c);
        fz_builder_add_char(vm, &builder,
                            digit < 10                      ? '0' + digit
                            : c >= 0x80 && fz_char_space(c) ? ' '
                                                            : c);
    }
    return fz_builder_close(vm, &builder);
}

static bool parse_ascii(FzVm *vm, FzValue text, FzValue source, double *out)
{
    Scanner scan = {{0, 0}, 0};
    Number number = {0};
    fz_text_view(vm, text, &scan.text);
    const uint8_t *start = scan.text.bytes;
    scan.text = fz_text_strip_space(scan.text, false);
    uint32_t stripped = (uint32_t)(scan.text.bytes - start);
    number.negative = peek(&scan) == '-';
    if (number.negative || peek(&scan) == '+')
        scan.at++;
    bool special = take_special(&scan, out);
    if ((!special && !take_number(&scan, &number)) || scan.at != scan.text.size) {
        fz_raise_repr(vm, FZ_TYPE_VALUE_ERROR, "could not convert string to float: %v", source);
        return false;
    }
    number.first += stripped;
    if (!special && !convert(vm, text, &number, out))
        return false;
    if (number.negative)
        *out = -*out;
    return true;
}

bool fz_float_parse(FzVm *vm, FzValue text, double *out)
{
    if (!fz_text_is_wide(vm, text))
        return parse_ascii(vm, text, text, out);
    FzValue *slot = fz_push(vm, text);
    FzValue ascii = to_ascii(vm, slot);
    bool done = ascii != FZ_NULL && parse_ascii(vm, ascii, *slot, out);
    vm->sp = slot;
    return done;
}
