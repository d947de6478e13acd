// SPDX-License-Identifier: MIT
// Methods of constant text and integers, and the % operator of text. Letters are changed only in
// ASCII text, where there is one answer.
#include "value_call.h"

#include <string.h>

typedef struct {
    const Values *values;
    const Constant *self;
    const Constant *const *args;
    uint32_t count;
} Call;

static bool is_text(const Constant *value)
{
    return value->kind == CONSTANT_STR || value->kind == CONSTANT_BYTES;
}

static bool is_ascii(const Constant *value)
{
    for (uint32_t i = 0; i < value->text.size; i++)
        if ((unsigned char)value->text.bytes[i] >= 0x80)
            return false;
    return true;
}

// Text of the same kind as `like`.
static const Constant *make(const Values *values, const Constant *like, const char *bytes,
                            size_t size)
{
    return like->kind == CONSTANT_STR ? constant_str(values->arena, bytes, size)
                                      : constant_bytes(values->arena, bytes, size);
}

static const Constant *change_letters(const Call *call, char first, char last)
{
    if (call->count != 0 || !is_ascii(call->self))
        return NULL;
    char *bytes = arena_copy(call->values->arena, call->self->text.bytes, call->self->text.size);
    for (uint32_t i = 0; i < call->self->text.size; i++)
        if (bytes[i] >= first && bytes[i] <= last)
            bytes[i] = (char)(bytes[i] ^ 0x20);
    return make(call->values, call->self, bytes, call->self->text.size);
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static const Constant *strip(const Call *call, bool left, bool right)
{
    const char *from = call->self->text.bytes;
    const char *to = from + call->self->text.size;
    if (call->count != 0 || !is_ascii(call->self))
        return NULL;
    for (; from < to; from++)
        if ((unsigned char)*from < ' ' && !is_space(*from)) // 0x1c … 0x1f are spaces of str only
            return NULL;
    from = call->self->text.bytes;
    while (left && from < to && is_space(*from))
        from++;
    while (right && from < to && is_space(to[-1]))
        to--;
    return make(call->values, call->self, from, (size_t)(to - from));
}

const Constant *value_join(const Values *values, const Constant *between, const Constant *items)
{
    const Constant *all = make(values, between, "", 0);
    if (items->kind != CONSTANT_TUPLE)
        return NULL;
    for (uint32_t i = 0; all && i < items->items.count; i++) {
        const Constant *item = items->items.items[i];
        if (item->kind != between->kind)
            return NULL;
        if (i > 0)
            all = value_concat(values, all, between);
        all = all ? value_concat(values, all, item) : NULL;
    }
    return all;
}

static bool has_surrogate(const Constant *str)
{
    for (uint32_t i = 0; i + 1 < str->text.size; i++)
        if ((unsigned char)str->text.bytes[i] == 0xED &&
            (unsigned char)str->text.bytes[i + 1] >= 0xA0)
            return true;
    return false;
}

static bool names_utf8(const Call *call)
{
    return call->count == 0 || (call->count == 1 && call->args[0]->kind == CONSTANT_STR &&
                                (strcmp(call->args[0]->text.bytes, "utf-8") == 0 ||
                                 strcmp(call->args[0]->text.bytes, "utf8") == 0));
}

static const Constant *encode(const Call *call)
{
    if (call->self->kind != CONSTANT_STR || !names_utf8(call) || has_surrogate(call->self))
        return NULL;
    return constant_bytes(call->values->arena, call->self->text.bytes, call->self->text.size);
}

static const Constant *decode(const Call *call)
{
    if (call->self->kind != CONSTANT_BYTES || !names_utf8(call) || !is_ascii(call->self))
        return NULL;
    return constant_str(call->values->arena, call->self->text.bytes, call->self->text.size);
}

static const Constant *has_end(const Call *call, bool at_start)
{
    const Constant *part = call->count == 1 ? call->args[0] : NULL;
    if (!part || part->kind != call->self->kind)
        return NULL;
    uint32_t size = call->self->text.size;
    if (part->text.size > size)
        return constant_bool(false);
    const char *from = call->self->text.bytes + (at_start ? 0 : size - part->text.size);
    return constant_bool(memcmp(from, part->text.bytes, part->text.size) == 0);
}

// "{} {1}".format(…) without conversions and specifications.
static const Constant *format(const Call *call)
{
    const Values *values = call->values;
    const Constant *all = constant_str(values->arena, "", 0);
    uint32_t next = 0;
    const char *at = call->self->text.bytes;
    const char *end = at + call->self->text.size;
    while (all && at < end) {
        const char *start = at;
        while (at < end && *at != '{' && *at != '}')
            at++;
        if (at < end && at + 1 < end && at[1] == *at) {
            at++; // one of the two braces is text
            all = value_concat(values, all, constant_str(values->arena, start, (size_t)(at - start)));
            at++;
            continue;
        }
        all = value_concat(values, all, constant_str(values->arena, start, (size_t)(at - start)));
        if (at == end)
            break;
        if (end - at < 2 || at[0] != '{' || at[1] != '}' || next >= call->count)
            return NULL;
        const Constant *piece = value_to_str(values, call->args[next++]);
        all = all && piece ? value_concat(values, all, piece) : NULL;
        at += 2;
    }
    return all;
}

static const Constant *text_method(const Call *call, const char *name)
{
    if (strcmp(name, "upper") == 0)
        return change_letters(call, 'a', 'z');
    if (strcmp(name, "lower") == 0)
        return change_letters(call, 'A', 'Z');
    if (strcmp(name, "strip") == 0)
        return strip(call, true, true);
    if (strcmp(name, "lstrip") == 0)
        return strip(call, true, false);
    if (strcmp(name, "rstrip") == 0)
        return strip(call, false, true);
    if (strcmp(name, "encode") == 0)
        return encode(call);
    if (strcmp(name, "decode") == 0)
        return decode(call);
    if (strcmp(name, "startswith") == 0)
        return has_end(call, true);
    if (strcmp(name, "endswith") == 0)
        return has_end(call, false);
    if (strcmp(name, "join") == 0 && call->count == 1)
        return value_join(call->values, call->self, call->args[0]);
    return strcmp(name, "format") == 0 && call->self->kind == CONSTANT_STR ? format(call) : NULL;
}

// int.to_bytes(length, byteorder) of what fits eight bytes.
static const Constant *to_bytes(const Call *call)
{
    int64_t value;
    int64_t length;
    if (call->count != 2 || call->args[1]->kind != CONSTANT_STR ||
        !constant_as_int64(call->self, &value) || !constant_as_int64(call->args[0], &length) ||
        value < 0 || length < 0 || length > 8 || (length < 8 && value >> (8 * length)))
        return NULL;
    bool is_big = strcmp(call->args[1]->text.bytes, "big") == 0;
    if (!is_big && strcmp(call->args[1]->text.bytes, "little") != 0)
        return NULL;
    char bytes[8];
    for (int64_t i = 0; i < length; i++)
        bytes[is_big ? length - 1 - i : i] = (char)(value >> 8 * i & 255);
    return constant_bytes(call->values->arena, bytes, (size_t)length);
}

const Constant *value_method(const Values *values, const Constant *object, const char *name,
                             const Constant *const *args, uint32_t count)
{
    const Call call = {values, object, args, count};
    if (is_text(object))
        return text_method(&call, name);
    if (object->kind == CONSTANT_INT && strcmp(name, "to_bytes") == 0)
        return to_bytes(&call);
    return NULL;
}

// One conversion of %: flags "0" or none, a width of one digit, and its letter.
typedef struct {
    bool zeros;
    int width;
    char letter;
} Conversion;

static const char *read_conversion(const char *at, Conversion *conversion)
{
    *conversion = (Conversion){.zeros = *at == '0'};
    at += conversion->zeros;
    if (*at >= '1' && *at <= '9')
        conversion->width = *at++ - '0';
    conversion->letter = *at;
    return *at ? at + 1 : NULL;
}

static const Constant *shown(const Values *values, const char *text)
{
    return constant_str(values->arena, text, strlen(text));
}

static const Constant *convert(const Values *values, const Conversion *conversion,
                               const Constant *operand)
{
    int64_t number;
    if (conversion->letter == 's' && conversion->width == 0)
        return value_to_str(values, operand);
    if (operand->kind != CONSTANT_INT || !constant_as_int64(operand, &number) || number < 0)
        return NULL;
    unsigned long long value = (unsigned long long)number;
    if (conversion->width && !conversion->zeros)
        return NULL;
    switch (conversion->letter) {
    case 'd':
        return shown(values, arena_format(values->arena, "%0*llu", conversion->width, value));
    case 'x':
        return shown(values, arena_format(values->arena, "%0*llx", conversion->width, value));
    case 'X':
        return shown(values, arena_format(values->arena, "%0*llX", conversion->width, value));
    case 'o':
        return shown(values, arena_format(values->arena, "%0*llo", conversion->width, value));
    default:
        return NULL;
    }
}

const Constant *value_percent(const Values *values, const Constant *format_,
                              const Constant *operand)
{
    const Constant *all = constant_str(values->arena, "", 0);
    bool is_tuple = operand->kind == CONSTANT_TUPLE;
    uint32_t count = is_tuple ? operand->items.count : 1;
    uint32_t next = 0;
    const char *at = format_->text.bytes;
    const char *end = at + format_->text.size;
    while (all && at && at < end) {
        const char *start = at;
        while (at < end && *at != '%')
            at++;
        all = value_concat(values, all, constant_str(values->arena, start, (size_t)(at - start)));
        if (at == end || !all)
            break;
        Conversion conversion;
        at = read_conversion(at + 1, &conversion);
        const Constant *piece = NULL;
        if (at && at[-1] == '%' && at[-2] == '%')
            piece = constant_str(values->arena, "%", 1);
        else if (at && next < count)
            piece = convert(values, &conversion, is_tuple ? operand->items.items[next] : operand);
        next += conversion.letter != '%';
        all = piece ? value_concat(values, all, piece) : NULL;
    }
    return next == count ? all : NULL;
}
