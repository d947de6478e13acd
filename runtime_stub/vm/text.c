// SPDX-License-Identifier: MIT
// Text that the runtime itself makes: messages of exceptions (fz_raise) and lines for the console.
#include "../objects/str.h"
#include "frame.h"

#include <stdarg.h>
#include <string.h>

void fz_put(const FzVm *vm, const char *text, uint32_t size)
{
    if (vm->port && vm->port->write && size)
        vm->port->write(vm->port->context, text, size);
}

static uint32_t length(const char *text)
{
    uint32_t size = 0;
    while (text[size])
        size++;
    return size;
}

void fz_put_z(const FzVm *vm, const char *text) { fz_put(vm, text, length(text)); }

bool fz_text_is(const FzVm *vm, FzValue str, const char *text)
{
    const FzStr *object = FZ_STR(vm, str);
    uint32_t size = fz_header_count(object->header);
    for (uint32_t i = 0; i < size; i++)
        if (object->text[i] != (uint8_t)text[i]) // also where `text` ends before
            return false;
    return text[size] == 0;
}

// Decimal digits of a number into the end of a buffer; gives where they start.
static char *digits(uint32_t number, char *end)
{
    do {
        *--end = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    return end;
}

// What an item of a format, but for a value, puts into the text; gives where its bytes are.
static const char *take_plain(char letter, va_list *args, char small[12], uint32_t *size)
{
    *size = 1;
    small[0] = letter;
    if (letter == 's') {
        const char *text = va_arg(*args, const char *);
        *size = length(text);
        return text;
    }
    if (letter == 'c')
        *size = fz_utf8_encode(va_arg(*args, uint32_t), (uint8_t *)small);
    if (letter != 'd' && letter != 'u')
        return small;
    uint32_t number = va_arg(*args, uint32_t);
    bool negative = letter == 'd' && (int32_t)number < 0;
    char *start = digits(negative ? 0u - number : number, small + 12);
    if (negative)
        *--start = '-';
    *size = (uint32_t)(small + 12 - start);
    return start;
}

// Pushes the values among the arguments of a format: of %t, and of what is no str where it is not to
// be shown, the name of the type.
static FZ_NOINLINE void hold_values(FzVm *vm, const char *format, va_list *args, bool shown)
{
    char small[12];
    uint32_t size;
    for (; *format; format++) {
        if (*format != '%')
            continue;
        if (*++format != 'v' && *format != 't') {
            take_plain(*format, args, small, &size);
            continue;
        }
        FzValue value = va_arg(*args, FzValue);
        bool is_text = *format == 'v' && (shown || fz_is_kind(vm, value, FZ_KIND_STR));
        fz_push(vm, is_text ? value : fz_type_name(vm, value));
    }
}

// Lays out the text of a format, whose values are str at `values`; gives its size. Where `to` is NULL
// it does no more than that.
static uint32_t lay_out(const FzVm *vm, const char *format, va_list *args, const FzValue *values, uint8_t *to)
{
    char small[12];
    uint32_t total = 0;
    for (; *format; format++) {
        const char *bytes = format;
        uint32_t size = 1;
        if (*format == '%' && (*++format == 'v' || *format == 't')) {
            (void)va_arg(*args, FzValue);
            const FzStr *text = FZ_STR(vm, *values++);
            bytes = (const char *)text->text;
            size = fz_header_count(text->header);
        } else if (bytes != format) {
            bytes = take_plain(*format, args, small, &size);
        }
        if (to && size)
            memcpy(to + total, bytes, size);
        total += size;
    }
    return total;
}

// Raises with the text of a format whose values are str at `values`, on top of the stack.
static FzValue raise_text(FzVm *vm, FzTypeId type, const char *format, va_list *args, FzValue *values)
{
    va_list again;
    va_copy(again, *args);
    FzValue message = fz_str_alloc(vm, lay_out(vm, format, &again, values, 0));
    va_end(again);
    if (message != FZ_NULL && message != FZ_EMPTY_STR) {
        lay_out(vm, format, args, values, FZ_STR(vm, message)->text);
        fz_str_seal(vm, message);
    }
    vm->sp = values;
    return message == FZ_NULL ? FZ_NULL : fz_raise_with(vm, type, message);
}

#if FZ_HAS_MESSAGES
FzValue fz_raise_plain(FzVm *vm, FzTypeId type, const char *format, ...)
{
    FzValue *values = vm->sp;
    va_list args;
    va_start(args, format);
    hold_values(vm, format, &args, false);
    va_end(args);
    va_start(args, format);
    raise_text(vm, type, format, &args, values);
    va_end(args);
    return FZ_NULL;
}
#endif

// Shows the values from `values` to the stack's top; false after raising.
static bool show_values(FzVm *vm, FzValue *values)
{
    for (FzValue *value = values; value < vm->sp; value++) {
        FzValue shown = *value;
        if (!fz_is_kind(vm, shown, FZ_KIND_STR))
            shown = FZ_HAS_REPR ? fz_repr(vm, shown) : fz_type_name(vm, shown);
        if (shown == FZ_NULL)
            return false;
        *value = shown;
    }
    return true;
}

// For natives of the firmware; the runtime itself raises with fz_raise_plain (vm.h).
#undef fz_raise
FzValue fz_raise(FzVm *vm, FzTypeId type, const char *format, ...)
{
    if (!FZ_HAS_MESSAGES)
        return fz_raise_bare(vm, type);
    FzValue *values = vm->sp;
    va_list args;
    va_start(args, format);
    hold_values(vm, format, &args, true);
    va_end(args);
    if (!show_values(vm, values)) {
        vm->sp = values;
        return FZ_NULL;
    }
    va_start(args, format);
    raise_text(vm, type, format, &args, values);
    va_end(args);
    return FZ_NULL;
}
