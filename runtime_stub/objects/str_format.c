// SPDX-License-Identifier: MIT
// format() of any value, str.format and str.format_map.
#include "format_spec.h"

#include "flashfreeze/natives.h"
#include "float.h"
#include "int.h"
#include "optional.h"
#include "text.h"

// ---- format(value, spec)

FzValue fz_format_plain(FzVm *vm, FzValue value, FzValue spec_text)
{
    FzFormatSpec spec;
    if (fz_count_of(vm, spec_text) == 0)
        return fz_str(vm, value);
    if (!fz_format_spec_parse(vm, spec_text, value, &spec))
        return FZ_NULL;
    if (fz_is_int_like(vm, value))
        return fz_format_int(vm, value, &spec);
    if (fz_is_kind(vm, value, FZ_KIND_FLOAT))
        return fz_format_float(vm, fz_float_value(vm, value), &spec);
    if (spec.type != 0 && spec.type != 's')
        return fz_format_bad_type(vm, &spec, value);
    return fz_format_str(vm, value, &spec);
}

FzValue fz_format(FzVm *vm, FzValue value, FzValue spec)
{
    if (fz_special(vm, value, FZ_NAME_format) != FZ_NULL) {
        FzValue *slot = fz_push(vm, spec);
        FzValue result = fz_call_special(vm, value, FZ_NAME_format, 1, slot);
        vm->sp = slot;
        if (result != FZ_NULL && !fz_is_kind(vm, fz_unwrap(vm, result), FZ_KIND_STR))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__format__ must return a str, not %t", result);
        return result;
    }
    if (fz_count_of(vm, spec) == 0)
        return fz_str(vm, value);
    FzValue plain = fz_unwrap(vm, value);
    FzTypeId type = fz_is_int_like(vm, plain) ? FZ_TYPE_INT
                                              : (FzTypeId)fz_kind_info[fz_kind_of(vm, plain)].type;
    if (type != FZ_TYPE_INT && type != FZ_TYPE_FLOAT && type != FZ_TYPE_STR)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "unsupported format string passed to %t.__format__",
                        value);
    return fz_call_optional(vm, type, FZ_NAME_format, plain, spec);
}

// ---- str.format

enum { MOST_NESTING = 2, NOT_STARTED = -1, MANUAL = -2 };

typedef struct {
    const FzValue *format;  // the format string
    const FzValue *args;    // positional arguments; NULL for format_map
    const FzValue *mapping; // dict of keywords, mapping of format_map, or FZ_NULL
    uint32_t args_count;
    int32_t automatic; // last field numbered automatically, or NOT_STARTED, MANUAL
} Formatter;

// A replacement field: offsets into the format string.
typedef struct {
    uint32_t name, name_end;
    uint32_t spec, spec_end;
    uint32_t conversion; // character or 0
    bool nested;         // the spec has fields of its own
} Field;

static FzText format_text(const FzVm *vm, const Formatter *formatter)
{
    FzText text;
    fz_text_view(vm, *formatter->format, &text);
    return text;
}

static bool fail(FzVm *vm, const char *message)
{
    fz_raise(vm, FZ_TYPE_VALUE_ERROR, "%s", message);
    return false;
}

// Reads the spec of a field up to its closing brace; *at becomes the offset behind it.
static bool scan_spec(FzVm *vm, FzText text, uint32_t *at, uint32_t end, Field *field)
{
    uint32_t open = 1;
    field->spec = *at;
    for (; *at < end; ++*at) {
        uint8_t c = text.bytes[*at];
        field->nested |= c == '{';
        open += c == '{';
        open -= c == '}';
        if (open == 0) {
            field->spec_end = (*at)++;
            return true;
        }
    }
    return fail(vm, "unmatched '{' in format spec");
}

// Reads a field from behind its opening brace.
static bool scan_field(FzVm *vm, FzText text, uint32_t *at, uint32_t end, Field *field)
{
    uint8_t c = 0;
    *field = (Field){.name = *at};
    for (; *at < end; ++*at) {
        c = text.bytes[*at];
        if (c == '{')
            return fail(vm, "unexpected '{' in field name");
        if (c == '}' || c == ':' || c == '!')
            break;
        while (c == '[' && *at < end && text.bytes[*at] != ']')
            ++*at;
    }
    if (*at >= end)
        return fail(vm, "expected '}' before end of string");
    field->name_end = (*at)++;
    if (c == '}')
        return true;
    if (c == '!') {
        if (*at >= end)
            return fail(vm, "end of string while looking for conversion specifier");
        uint32_t size;
        field->conversion = fz_utf8_decode(text.bytes + *at, &size);
        *at += size;
        if (*at < end) {
            c = text.bytes[(*at)++];
            if (c == '}')
                return true;
            if (c != ':')
                return fail(vm, "expected ':' after conversion specifier");
        }
    }
    return scan_spec(vm, text, at, end, field);
}

// The number that a part of the format spells; -1 when it is none, -2 after raising.
static int32_t number_at(FzVm *vm, FzText text, uint32_t from, uint32_t to)
{
    int32_t number = from < to ? 0 : -1;
    for (; from < to; from++) {
        uint32_t digit = (uint32_t)text.bytes[from] - '0';
        if (digit > 9)
            return -1;
        if (number > (INT32_MAX - 9) / 10) {
            fail(vm, "Too many decimal digits in format string");
            return -2;
        }
        number = number * 10 + (int32_t)digit;
    }
    return number;
}

static FzValue positional(FzVm *vm, const Formatter *formatter, int32_t number)
{
    if (formatter->args == 0)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "Format string contains positional fields");
    if ((uint32_t)number >= formatter->args_count)
        return fz_raise(vm, FZ_TYPE_INDEX_ERROR,
                        "Replacement index %d out of range for positional args tuple", number);
    return formatter->args[number];
}

static FzValue by_name(FzVm *vm, const Formatter *formatter, uint32_t from, uint32_t to)
{
    FzValue key = fz_str_sub(vm, *formatter->format, from, to - from);
    if (key == FZ_NULL)
        return FZ_NULL;
    if (*formatter->mapping == FZ_NULL)
        return fz_raise_with(vm, FZ_TYPE_KEY_ERROR, key);
    return fz_get_item(vm, *formatter->mapping, key);
}

// What the first part of a field's name stands for.
static FzValue first_value(FzVm *vm, Formatter *formatter, uint32_t from, uint32_t to)
{
    int32_t number = number_at(vm, format_text(vm, formatter), from, to);
    bool automatic = from == to;
    if (number == -2)
        return FZ_NULL;
    if (number == -1 && !automatic)
        return by_name(vm, formatter, from, to);
    if (automatic && formatter->automatic == MANUAL)
        return fz_raise(
            vm, FZ_TYPE_VALUE_ERROR,
            "cannot switch from manual field specification to automatic field numbering");
    if (!automatic && formatter->automatic >= 0)
        return fz_raise(
            vm, FZ_TYPE_VALUE_ERROR,
            "cannot switch from automatic field numbering to manual field specification");
    if (automatic)
        number = ++formatter->automatic;
    else
        formatter->automatic = MANUAL;
    return positional(vm, formatter, number);
}

// Names of attributes are interned, so one that is not is no attribute but perhaps __getattr__'s.
static FzValue get_attr_part(FzVm *vm, FzValue value, const Formatter *formatter, uint32_t from,
                             uint32_t to)
{
    FzValue *slot = fz_push(vm, value);
    FzValue name = fz_str_sub(vm, *formatter->format, from, to - from);
    vm->sp = slot;
    if (name == FZ_NULL)
        return FZ_NULL;
    FzValue interned = fz_str_intern(vm, name);
    return fz_get_attr(vm, *slot, interned != FZ_NULL ? interned : name);
}

static FzValue get_item_part(FzVm *vm, FzValue value, const Formatter *formatter, uint32_t from,
                             uint32_t to)
{
    int32_t number = number_at(vm, format_text(vm, formatter), from, to);
    if (number == -2)
        return FZ_NULL;
    FzValue *slot = fz_push(vm, value);
    FzValue key = number >= 0 ? fz_int_from_i64(vm, number)
                              : fz_str_sub(vm, *formatter->format, from, to - from);
    vm->sp = slot;
    return key == FZ_NULL ? FZ_NULL : fz_get_item(vm, *slot, key);
}

static uint32_t find_byte(FzText text, uint32_t from, uint32_t to, bool (*wanted)(uint8_t))
{
    while (from < to && !wanted(text.bytes[from]))
        from++;
    return from;
}

static bool ends_name(uint8_t c)
{
    return c == '.' || c == '[';
}
static bool ends_index(uint8_t c)
{
    return c == ']';
}

// The value of a field: name, then .attribute and [item] parts.
static FzValue field_value(FzVm *vm, Formatter *formatter, const Field *field)
{
    uint32_t at = find_byte(format_text(vm, formatter), field->name, field->name_end, ends_name);
    FzValue value = first_value(vm, formatter, field->name, at);
    while (value != FZ_NULL && at < field->name_end) {
        FzText text = format_text(vm, formatter);
        bool item = text.bytes[at] == '[';
        if (!item && text.bytes[at] != '.')
            return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                            "Only '.' or '[' may follow ']' in format field specifier");
        uint32_t from = ++at;
        at = find_byte(text, at, field->name_end, item ? ends_index : ends_name);
        if (item && at == field->name_end)
            return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "Missing ']' in format string");
        if (from == at)
            return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "Empty attribute in format string");
        value = item ? get_item_part(vm, value, formatter, from, at)
                     : get_attr_part(vm, value, formatter, from, at);
        at += item;
    }
    return value;
}

static FzValue convert(FzVm *vm, FzValue value, uint32_t conversion)
{
    switch (conversion) {
    case 0:
        return value;
    case 's':
        return fz_str(vm, value);
    case 'r':
        return fz_repr(vm, value);
    case 'a':
        return fz_str_ascii(vm, value);
    default:
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "Unknown conversion specifier %c", conversion);
    }
}

static bool expand(FzVm *vm, Formatter *formatter, FzBuilder *builder, uint32_t at, uint32_t end,
                   uint32_t depth);

// Text of a field's spec, its own fields replaced.
static FzValue field_spec(FzVm *vm, Formatter *formatter, const Field *field, uint32_t depth)
{
    if (!field->nested)
        return fz_str_sub(vm, *formatter->format, field->spec, field->spec_end - field->spec);
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    if (!expand(vm, formatter, &builder, field->spec, field->spec_end, depth + 1))
        return FZ_NULL;
    return fz_builder_close(vm, &builder);
}

static bool add_field(FzVm *vm, Formatter *formatter, FzBuilder *builder, const Field *field,
                      uint32_t depth)
{
    FzValue *value = fz_push(vm, FZ_NULL);
    *value = field_value(vm, formatter, field);
    if (*value != FZ_NULL)
        *value = convert(vm, *value, field->conversion);
    if (*value == FZ_NULL)
        return false;
    FzValue spec = field_spec(vm, formatter, field, depth);
    if (spec == FZ_NULL)
        return false;
    *value = fz_format(vm, *value, spec);
    if (*value == FZ_NULL)
        return false;
    *value = fz_unwrap(vm, *value);
    fz_builder_add_str(vm, builder, value);
    vm->sp = value;
    return !builder->failed;
}

static bool expand(FzVm *vm, Formatter *formatter, FzBuilder *builder, uint32_t at, uint32_t end,
                   uint32_t depth)
{
    if (depth > MOST_NESTING)
        return fail(vm, "Max string recursion exceeded");
    while (at < end) {
        FzText text = format_text(vm, formatter);
        uint32_t from = at;
        while (at < end && text.bytes[at] != '{' && text.bytes[at] != '}')
            at++;
        if (at < end && at + 1 < end &&
            text.bytes[at] == text.bytes[at + 1]) { // a brace that stands for itself
            fz_builder_add_part(vm, builder, formatter->format, from, at + 1 - from);
            at += 2;
            continue;
        }
        if (at > from)
            fz_builder_add_part(vm, builder, formatter->format, from, at - from);
        if (builder->failed)
            return false;
        if (at == end)
            break;
        text = format_text(vm, formatter);
        if (text.bytes[at] == '}')
            return fail(vm, "Single '}' encountered in format string");
        if (++at == end)
            return fail(vm, "Single '{' encountered in format string");
        Field field;
        if (!scan_field(vm, text, &at, end, &field) ||
            !add_field(vm, formatter, builder, &field, depth))
            return false;
    }
    return true;
}

static FzValue run(FzVm *vm, Formatter *formatter)
{
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    formatter->automatic = NOT_STARTED;
    if (!expand(vm, formatter, &builder, 0, fz_count_of(vm, *formatter->format), 1))
        return FZ_NULL;
    return fz_builder_close(vm, &builder);
}

FzValue fz_str_format(FzVm *vm, uint32_t argc, FzValue *argv)
{
    Formatter formatter = {
        .format = argv, .args = argv + 1, .args_count = argc - 1, .mapping = argv + argc};
    return run(vm, &formatter);
}

FzValue fz_str_format_map(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    Formatter formatter = {.format = argv, .mapping = argv + 1};
    return run(vm, &formatter);
}
