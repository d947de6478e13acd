// SPDX-License-Identifier: MIT
// Text that the runtime itself makes: messages of exceptions (fz_raise) and lines for the console.
#include "frame.h"

#include <stdarg.h>

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

static void add_number(FzVm *vm, FzBuilder *builder, uint32_t number, bool negative)
{
    char buffer[11];
    char *end = buffer + sizeof buffer;
    char *start = digits(negative ? 0u - number : number, end);
    if (negative)
        *--start = '-';
    fz_builder_add(vm, builder, start, (uint32_t)(end - start));
}

// Pushes the values among the arguments, in order, before anything can collect.
static void hold_values(FzVm *vm, const char *format, va_list args)
{
    for (; *format; format++) {
        if (*format != '%')
            continue;
        switch (*++format) {
        case 's':
            (void)va_arg(args, const char *);
            break;
        case 'd':
        case 'c':
            (void)va_arg(args, int);
            break;
        case 'u':
            (void)va_arg(args, uint32_t);
            break;
        case 'v':
            fz_push(vm, va_arg(args, FzValue));
            break;
        case 't':
            fz_push(vm, fz_type_name(vm, va_arg(args, FzValue)));
            break;
        default:
            break;
        }
    }
}

static void add_value(FzVm *vm, FzBuilder *builder, FzValue *slot)
{
    if (!fz_is_kind(vm, *slot, FZ_KIND_STR))
        *slot = FZ_HAS_REPR ? fz_repr(vm, *slot) : fz_type_name(vm, *slot);
    if (*slot == FZ_NULL)
        builder->failed = true;
    else
        fz_builder_add_str(vm, builder, slot);
}

static FzValue build_message(FzVm *vm, const char *format, va_list args, FzValue *values)
{
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    while (*format) {
        const char *plain = format;
        while (*format && *format != '%')
            format++;
        fz_builder_add(vm, &builder, plain, (uint32_t)(format - plain));
        if (!*format)
            break;
        format++;
        if (*format == 's') {
            fz_builder_add_z(vm, &builder, va_arg(args, const char *));
        } else if (*format == 'd') {
            int number = va_arg(args, int);
            add_number(vm, &builder, (uint32_t)number, number < 0);
        } else if (*format == 'u') {
            add_number(vm, &builder, va_arg(args, uint32_t), false);
        } else if (*format == 'c') {
            fz_builder_add_char(vm, &builder, (uint32_t)va_arg(args, int));
        } else if (*format == 'v' || *format == 't') {
            (void)va_arg(args, FzValue);
            add_value(vm, &builder, values++);
        } else {
            fz_builder_add(vm, &builder, format, 1);
        }
        format++;
    }
    return fz_builder_close(vm, &builder);
}

// For natives of the firmware in any case; within the runtime see vm.h.
#undef fz_raise
FzValue fz_raise(FzVm *vm, FzTypeId type, const char *format, ...)
{
    if (!FZ_HAS_MESSAGES)
        return fz_raise_bare(vm, type);
    FzValue *values = vm->sp;
    va_list args;
    va_start(args, format);
    hold_values(vm, format, args);
    va_end(args);
    va_start(args, format);
    FzValue message = build_message(vm, format, args, values);
    va_end(args);
    vm->sp = values;
    return message == FZ_NULL ? FZ_NULL : fz_raise_with(vm, type, message);
}
