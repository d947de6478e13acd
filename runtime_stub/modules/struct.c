// SPDX-License-Identifier: MIT
// The module struct: C values in bytes. A format is gone through from its start each time; nothing
// is kept of it but, in a Struct, its text and size. Native sizes and alignment ('@') are those of
// 32-bit targets: l, n and P have four bytes.
#include "../objects/int.h"
#include "buffer.h"
#include "flashfreeze/natives.h"
#include "struct_float.h"

#include <string.h>

typedef struct {
    uint32_t at;     // next byte of the format
    bool big;
    bool is_native;  // '@': values are aligned
    bool has_native; // also the codes n, N and P
    uint32_t offset; // in the packed bytes, behind the last item
    // The item found last: `count` values of `size` bytes, or for s and p one value of that size.
    char code;
    uint32_t count;
    uint32_t size;
} Walk;

static FzValue error(FzVm *vm, const char *text) { return fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "%s", text); }

// The format as text: *format becomes a str or bytes.
static bool open_format(FzVm *vm, FzValue *format, FzText *text)
{
    *format = fz_unwrap(vm, *format);
    if (!fz_is_kind(vm, *format, FZ_KIND_STR) && !fz_is_kind(vm, *format, FZ_KIND_BYTES)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "Struct() argument 1 must be a str or bytes object, not %t", *format);
        return false;
    }
    fz_text_view(vm, *format, text);
    return true;
}

static Walk start_walk(FzText format)
{
    Walk walk = {.is_native = true, .has_native = true};
    char first = format.size ? (char)format.bytes[0] : '\0';
    if (first == '@' || first == '=' || first == '<' || first == '>' || first == '!') {
        walk.at = 1;
        walk.big = first == '>' || first == '!';
        walk.is_native = walk.has_native = first == '@';
    }
    return walk;
}

// Bytes of one value; 0 for an unknown code.
static uint32_t size_of(const Walk *walk, char code)
{
    switch (code) {
    case 'x':
    case 'c':
    case 'b':
    case 'B':
    case '?':
    case 's':
    case 'p':
        return 1;
    case 'h':
    case 'H':
    case 'e':
        return 2;
    case 'i':
    case 'I':
    case 'l':
    case 'L':
    case 'f':
        return 4;
    case 'q':
    case 'Q':
    case 'd':
        return 8;
    case 'n':
    case 'N':
    case 'P':
        return walk->has_native ? 4 : 0;
    default:
        return 0;
    }
}

// The next item: 1, 0 at the end of the format, -1 after raising.
static int next_item(FzVm *vm, FzText format, Walk *walk)
{
    while (walk->at < format.size && (format.bytes[walk->at] == ' ' || (format.bytes[walk->at] >= '\t' &&
                                                                        format.bytes[walk->at] <= '\r')))
        walk->at++;
    if (walk->at >= format.size)
        return 0;
    bool has_count = false;
    walk->count = 1;
    for (; walk->at < format.size && format.bytes[walk->at] >= '0' && format.bytes[walk->at] <= '9'; walk->at++) {
        walk->count = (has_count ? walk->count * 10 : 0) + format.bytes[walk->at] - '0';
        has_count = true;
        if (walk->count > FZ_COUNT_MAX) {
            error(vm, "total struct size too long");
            return -1;
        }
    }
    if (walk->at >= format.size) {
        error(vm, "repeat count given without format specifier");
        return -1;
    }
    walk->code = (char)format.bytes[walk->at++];
    walk->size = size_of(walk, walk->code);
    if (walk->size == 0) {
        error(vm, "bad char in struct format");
        return -1;
    }
    if (walk->is_native)
        walk->offset = (walk->offset + walk->size - 1) & ~(walk->size - 1);
    uint64_t end = walk->offset + (uint64_t)walk->size * walk->count;
    if (end > FZ_COUNT_MAX) {
        error(vm, "total struct size too long");
        return -1;
    }
    if (walk->code == 's' || walk->code == 'p') {
        walk->size = walk->count;
        walk->count = 1;
    }
    walk->offset = (uint32_t)end;
    return 1;
}

static uint32_t start_of_item(const Walk *walk) { return walk->offset - walk->size * walk->count; }

// Bytes and values of a format.
static bool measure(FzVm *vm, FzValue *format, uint32_t *size, uint32_t *values)
{
    FzText text;
    if (!open_format(vm, format, &text))
        return false;
    Walk walk = start_walk(text);
    *values = 0;
    int found;
    while ((found = next_item(vm, text, &walk)) > 0)
        *values += walk.code == 'x' ? 0 : walk.count;
    *size = walk.offset;
    return found == 0;
}

// ---- packing

static void put_bytes(uint8_t *out, uint64_t bits, uint32_t size, bool big)
{
    for (uint32_t i = 0; i < size; i++)
        out[big ? size - 1 - i : i] = (uint8_t)(bits >> 8 * i);
}

static FzValue out_of_range(FzVm *vm, const Walk *walk)
{
    switch (walk->code) {
    case 'b':
        return error(vm, "byte format requires -128 <= number <= 127");
    case 'B':
        return error(vm, "ubyte format requires 0 <= number <= 255");
    case 'h':
        return error(vm, "short format requires -32768 <= number <= 32767");
    case 'H':
        return error(vm, "ushort format requires 0 <= number <= 65535");
    case 'i':
    case 'l':
    case 'n':
        return fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "'%c' format requires -2147483648 <= number <= 2147483647",
                        walk->code);
    case 'I':
    case 'L':
    case 'N':
        return fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "'%c' format requires 0 <= number <= 4294967295", walk->code);
    default:
        return error(vm, "argument out of range");
    }
}

// The bits of an integer that has to fit `size` bytes.
static bool integer_bits(FzVm *vm, const Walk *walk, FzValue *value, uint64_t *bits)
{
    if (!fz_is_index(vm, fz_unwrap(vm, *value))) {
        error(vm, "required argument is not an integer");
        return false;
    }
    *value = fz_int_from_index(vm, *value);
    if (*value == FZ_NULL)
        return false;
    bool is_signed = (walk->code & 0x20) != 0; // small letters
    FzIntView view;
    fz_int_view(vm, *value, &view);
    uint64_t magnitude = view.count ? view.limbs[0] : 0;
    magnitude |= view.count > 1 ? (uint64_t)view.limbs[1] << 32 : 0;
    uint32_t width = walk->size * 8;
    uint64_t most = width == 64 ? ~(uint64_t)0 : ((uint64_t)1 << width) - 1;
    most = is_signed ? most >> 1 : most;
    bool fits = view.count <= 2 &&
                (view.negative ? is_signed && magnitude <= most + 1 : magnitude <= most);
    if (!fits) {
        // CPython speaks of the range only where its C long holds the number.
        bool unsigned_word = !is_signed && walk->size == 4 && view.negative;
        if (unsigned_word)
            error(vm, "argument out of range");
        else
            out_of_range(vm, walk);
        return false;
    }
    *bits = view.negative ? 0 - magnitude : magnitude;
    return true;
}

static bool float_bits(FzVm *vm, const Walk *walk, FzValue value, uint64_t *bits)
{
    double number;
    if (!fz_to_double(vm, value, &number)) {
        if (fz_pending_is(vm, FZ_TYPE_TYPE_ERROR)) {
            fz_clear(vm);
            error(vm, "required argument is not a float");
        }
        return false;
    }
    if (fz_struct_float_bits(number, walk->size, bits))
        return true;
    fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "float too large to pack with %c format", walk->code);
    return false;
}

// Where the packed bytes are: an object on the VM stack that may move, and the offset in them.
typedef struct {
    const FzValue *object;
    uint32_t offset;
} Place;

// `count` bytes of the object; NULL after raising, when code that a value ran has made it too short.
static uint8_t *bytes_at(FzVm *vm, const Place *place, uint32_t offset, uint32_t count)
{
    const uint8_t *bytes;
    uint32_t size;
    fz_bytes_view(vm, fz_unwrap(vm, *place->object), &bytes, &size);
    offset += place->offset;
    if (offset <= size && count <= size - offset)
        return (uint8_t *)(uintptr_t)bytes + offset;
    fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "the buffer has become too short");
    return 0;
}

static bool pack_text(FzVm *vm, const Walk *walk, FzValue value, const Place *place)
{
    FzText text;
    if (!fz_bytes_view(vm, fz_unwrap(vm, value), &text.bytes, &text.size)) {
        fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "argument for '%c' must be a bytes object", walk->code);
        return false;
    }
    uint32_t room = walk->size;
    uint8_t *out = bytes_at(vm, place, start_of_item(walk), room);
    if (!out)
        return false;
    if (walk->code == 'p' && room > 0) {
        room--;
        uint32_t shown = text.size < room ? text.size : room;
        *out++ = (uint8_t)(shown < 255 ? shown : 255);
    }
    if (room > 0)
        memcpy(out, text.bytes, text.size < room ? text.size : room);
    return true;
}

static bool pack_value(FzVm *vm, const Walk *walk, FzValue *value, const Place *place, uint32_t offset)
{
    uint64_t bits = 0;
    FzText text;
    switch (walk->code) {
    case 's':
    case 'p':
        return pack_text(vm, walk, *value, place);
    case 'c':
        if (!fz_bytes_view(vm, fz_unwrap(vm, *value), &text.bytes, &text.size) || text.size != 1) {
            error(vm, "char format requires a bytes object of length 1");
            return false;
        }
        bits = text.bytes[0];
        break;
    case '?': {
        int truth = fz_truth(vm, *value);
        if (truth < 0)
            return false;
        bits = (uint64_t)truth;
        break;
    }
    case 'e':
    case 'f':
    case 'd':
        if (!float_bits(vm, walk, *value, &bits))
            return false;
        break;
    default:
        if (!integer_bits(vm, walk, value, &bits))
            return false;
    }
    uint8_t *out = bytes_at(vm, place, offset, walk->size);
    if (out)
        put_bytes(out, bits, walk->size, walk->big);
    return out != 0;
}

// Packs the values; the bytes at the place are zero and enough, and so are the values.
static bool pack_all(FzVm *vm, const FzValue *format, FzValue *values, const Place *place)
{
    FzText text;
    fz_text_view(vm, *format, &text);
    Walk walk = start_walk(text);
    while (next_item(vm, text, &walk) > 0) {
        if (walk.code == 'x')
            continue;
        uint32_t offset = start_of_item(&walk);
        for (uint32_t i = 0; i < walk.count; i++, offset += walk.size)
            if (!pack_value(vm, &walk, values++, place, offset))
                return false;
        fz_text_view(vm, *format, &text);
    }
    return true;
}

static bool right_number(FzVm *vm, const char *function, uint32_t want, uint32_t got)
{
    if (want == got)
        return true;
    fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "%s expected %u items for packing (got %u)", function, want, got);
    return false;
}

static FzValue pack(FzVm *vm, FzValue *format, uint32_t count, FzValue *values)
{
    uint32_t size, want;
    if (!measure(vm, format, &size, &want) || !right_number(vm, "pack", want, count))
        return FZ_NULL;
    FzValue *made = fz_push(vm, fz_text_alloc(vm, FZ_KIND_BYTES, size));
    if (*made == FZ_NULL)
        return FZ_NULL;
    Place place = {made, 0};
    return pack_all(vm, format, values, &place) ? fz_text_seal(vm, *made) : FZ_NULL;
}

// Clears `size` bytes at `offset` of a writable buffer; false after raising.
static bool open_room(FzVm *vm, const FzValue *buffer, int32_t offset, uint32_t size, Place *place)
{
    uint32_t length;
    uint8_t *bytes = fz_buffer_write(vm, buffer, &length);
    if (!bytes)
        return false;
    int64_t start = offset;
    if (start < 0) {
        if (start + (int64_t)size > 0) {
            fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "no space to pack %u bytes at offset %d", size, offset);
            return false;
        }
        start += length;
        if (start < 0) {
            fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "offset %d out of range for %u-byte buffer", offset, length);
            return false;
        }
    }
    if (start + size > length) {
        fz_raise(vm, FZ_TYPE_STRUCT_ERROR,
                 "pack_into requires a buffer of at least %u bytes for packing %u bytes at offset %u "
                 "(actual buffer size is %u)", (uint32_t)start + size, size, (uint32_t)start, length);
        return false;
    }
    memset(bytes + start, 0, size);
    *place = (Place){buffer, (uint32_t)start};
    return true;
}

static FzValue pack_into(FzVm *vm, FzValue *format, uint32_t argc, FzValue *argv)
{
    uint32_t size, want;
    int32_t offset;
    Place place;
    if (argc < 2)
        return error(vm, argc ? "pack_into expected offset argument" : "pack_into expected buffer argument");
    if (!measure(vm, format, &size, &want) || !right_number(vm, "pack_into", want, argc - 2) ||
        !fz_as_index(vm, argv[1], &offset) || !open_room(vm, argv, offset, size, &place))
        return FZ_NULL;
    return pack_all(vm, format, argv + 2, &place) ? FZ_NONE : FZ_NULL;
}

// ---- unpacking

static FzValue unpack_value(FzVm *vm, const Walk *walk, const Place *place, uint32_t offset)
{
    const uint8_t *in = bytes_at(vm, place, offset, walk->size);
    uint64_t bits = 0;
    if (!in)
        return FZ_NULL;
    if (walk->code == 's' || walk->code == 'p') {
        uint32_t size = walk->size;
        if (walk->code == 'p' && size > 0) {
            size = in[0] < size - 1 ? in[0] : size - 1;
            offset++;
        }
        FzValue made = fz_text_alloc(vm, FZ_KIND_BYTES, size);
        if (made == FZ_NULL)
            return FZ_NULL;
        if (size > 0)
            memcpy(fz_text_bytes(vm, made), bytes_at(vm, place, offset, size), size);
        return fz_text_seal(vm, made);
    }
    for (uint32_t i = 0; i < walk->size; i++)
        bits |= (uint64_t)in[walk->big ? walk->size - 1 - i : i] << 8 * i;
    switch (walk->code) {
    case 'c': {
        uint8_t byte = (uint8_t)bits;
        return fz_bytes_new(vm, &byte, 1);
    }
    case '?':
        return fz_from_bool(bits != 0);
    case 'e':
    case 'f':
    case 'd':
        return fz_float_new(vm, fz_struct_float_from(bits, walk->size));
    default:
        break;
    }
    if (!(walk->code & 0x20) || walk->size == 8)
        return walk->code & 0x20 ? fz_int_from_i64(vm, (int64_t)bits) : fz_int_from_u64(vm, bits);
    uint32_t unused = 64 - walk->size * 8;
    return fz_int_from_i64(vm, (int64_t)(bits << unused) >> unused);
}

// A tuple of the values at a place, which has bytes enough.
static FzValue unpack_at(FzVm *vm, const FzValue *format, uint32_t count, const Place *place)
{
    FzText text;
    FzValue *made = fz_push(vm, fz_tuple_new(vm, NULL, count));
    if (*made == FZ_NULL)
        return FZ_NULL;
    fz_text_view(vm, *format, &text);
    Walk walk = start_walk(text);
    uint32_t index = 0;
    while (next_item(vm, text, &walk) > 0) {
        if (walk.code == 'x')
            continue;
        uint32_t offset = start_of_item(&walk);
        for (uint32_t i = 0; i < walk.count; i++, offset += walk.size) {
            FzValue value = unpack_value(vm, &walk, place, offset);
            if (value == FZ_NULL)
                return FZ_NULL;
            FZ_TUPLE(vm, *made)->items[index++] = value;
        }
        fz_text_view(vm, *format, &text);
    }
    return *made;
}

static FzValue unpack(FzVm *vm, FzValue *format, const FzValue *buffer)
{
    uint32_t size, count;
    FzText text;
    if (!measure(vm, format, &size, &count) || !fz_buffer_read(vm, *buffer, &text))
        return FZ_NULL;
    if (text.size != size)
        return fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "unpack requires a buffer of %u bytes", size);
    Place place = {buffer, 0};
    return unpack_at(vm, format, count, &place);
}

static FzValue unpack_from(FzVm *vm, FzValue *format, const FzValue *buffer, FzValue start)
{
    uint32_t size, count;
    int32_t given = 0;
    FzText text;
    if (!measure(vm, format, &size, &count) || (start != FZ_NULL && !fz_as_index(vm, start, &given)) ||
        !fz_buffer_read(vm, *buffer, &text))
        return FZ_NULL;
    int64_t offset = given;
    if (offset < 0) {
        if (offset + (int64_t)size > 0)
            return fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "not enough data to unpack %u bytes at offset %d", size, given);
        offset += text.size;
        if (offset < 0)
            return fz_raise(vm, FZ_TYPE_STRUCT_ERROR, "offset %d out of range for %u-byte buffer", given, text.size);
    }
    if (offset + size > text.size)
        return fz_raise(vm, FZ_TYPE_STRUCT_ERROR,
                        "unpack_from requires a buffer of at least %u bytes for unpacking %u bytes at offset %u "
                        "(actual buffer size is %u)", (uint32_t)offset + size, size, (uint32_t)offset, text.size);
    Place place = {buffer, (uint32_t)offset};
    return unpack_at(vm, format, count, &place);
}

// An iterator over a list of all tuples.
static FzValue iter_unpack(FzVm *vm, FzValue *format, const FzValue *buffer)
{
    uint32_t size, count;
    FzText text;
    if (!measure(vm, format, &size, &count))
        return FZ_NULL;
    if (size == 0)
        return error(vm, "cannot iteratively unpack with a struct of length 0");
    if (!fz_buffer_read(vm, *buffer, &text))
        return FZ_NULL;
    if (text.size % size)
        return fz_raise(vm, FZ_TYPE_STRUCT_ERROR,
                        "iterative unpacking requires a buffer of a multiple of %u bytes", size);
    FzValue *list = fz_push(vm, fz_list_new(vm, NULL, 0));
    FzValue *item = fz_push(vm, FZ_NULL);
    for (uint32_t at = 0; *list != FZ_NULL && at < text.size; at += size) {
        Place place = {buffer, at};
        FzValue *sp = vm->sp;
        *item = unpack_at(vm, format, count, &place);
        vm->sp = sp;
        if (*item == FZ_NULL || !fz_list_append(vm, *list, *item))
            return FZ_NULL;
    }
    return *list == FZ_NULL ? FZ_NULL : fz_iter(vm, *list);
}

// ---- functions

FzValue fz_struct_calcsize(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t size, count;
    return measure(vm, argv, &size, &count) ? fz_from_int((int32_t)size) : FZ_NULL;
}

FzValue fz_struct_pack(FzVm *vm, uint32_t argc, FzValue *argv) { return pack(vm, argv, argc - 1, argv + 1); }

FzValue fz_struct_pack_into(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return pack_into(vm, argv, argc - 1, argv + 1);
}

FzValue fz_struct_unpack(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return unpack(vm, argv, argv + 1);
}

FzValue fz_struct_unpack_from(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return unpack_from(vm, argv, argv + 1, argv[2]);
}

FzValue fz_struct_iter_unpack(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return iter_unpack(vm, argv, argv + 1);
}

// ---- Struct: argv[0] is replaced by its format

FzValue fz_struct_new(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t size, count;
    if (!measure(vm, argv + 1, &size, &count))
        return FZ_NULL;
    if (fz_is_kind(vm, argv[1], FZ_KIND_BYTES)) {
        FzText text;
        fz_text_view(vm, argv[1], &text);
        FzValue copy = fz_str_alloc(vm, text.size);
        if (copy == FZ_NULL)
            return FZ_NULL;
        fz_text_view(vm, argv[1], &text);
        memcpy(FZ_STR(vm, copy)->text, text.bytes, text.size);
        argv[1] = fz_str_seal(vm, copy);
    }
    FzValue made = fz_new(vm, FZ_KIND_STRUCT, 0, 0);
    if (made != FZ_NULL) {
        FZ_WORDS(vm, made)[1] = argv[1];
        FZ_WORDS(vm, made)[2] = size;
    }
    return made;
}

static FzValue *to_format(const FzVm *vm, FzValue *argv)
{
    argv[0] = FZ_WORDS(vm, argv[0])[1];
    return argv;
}

FzValue fz_struct_format(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return *to_format(vm, argv);
}

FzValue fz_struct_size(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_from_int((int32_t)FZ_WORDS(vm, argv[0])[2]);
}

FzValue fz_struct_method_pack(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return pack(vm, to_format(vm, argv), argc - 1, argv + 1);
}

FzValue fz_struct_method_pack_into(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return pack_into(vm, to_format(vm, argv), argc - 1, argv + 1);
}

FzValue fz_struct_method_unpack(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return unpack(vm, to_format(vm, argv), argv + 1);
}

FzValue fz_struct_method_unpack_from(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return unpack_from(vm, to_format(vm, argv), argv + 1, argv[2]);
}

FzValue fz_struct_method_iter_unpack(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return iter_unpack(vm, to_format(vm, argv), argv + 1);
}
