// SPDX-License-Identifier: MIT
// Which kinds the values have that a program works with, as far as that is plain to see: programs
// whose instructions, constants and natives are of the sorts below have no others. All others may have
// values of every kind.
#include "flashfreeze/natives.h"
#include "flashfreeze/opcodes.h"
#include "needs.h"

#define K(kind) ((uint64_t)1 << FZ_KIND_NUMBER_##kind)

static const uint64_t every_kind = ~(uint64_t)0;

// Of the results of an instruction that are of other kinds than its operands.
static uint64_t of_op(uint32_t op)
{
    if (op <= FZ_OP_IS_NOT)
        return 0;
    if (op >= FZ_OP_INPLACE_OR && op <= FZ_OP_BINARY_POWER)
        return K(FLOAT); // a quotient, a power
    switch (op) {
    case FZ_OP_GET_ITER:
        return K(SEQ_ITER);
    case FZ_OP_BUILD_TUPLE:
        return K(TUPLE);
    case FZ_OP_LOAD_SUBSCR:
    case FZ_OP_RETURN_VALUE:
    case FZ_OP_LOAD_INT:
    case FZ_OP_WIDE:
    case FZ_OP_LOAD_CONST:
    case FZ_OP_LOAD_LOCAL:
    case FZ_OP_STORE_LOCAL:
    case FZ_OP_DELETE_LOCAL:
    case FZ_OP_LOAD_GLOBAL: // see of_globals
    case FZ_OP_STORE_GLOBAL:
    case FZ_OP_CALL:
    case FZ_OP_RANGE_SETUP:
    case FZ_OP_RANGE_UP:
    case FZ_OP_JUMP:
    case FZ_OP_JUMP_BACK:
    case FZ_OP_POP_JUMP_IF_TRUE:
    case FZ_OP_POP_JUMP_IF_FALSE:
    case FZ_OP_POP_JUMP_IF_TRUE_BACK:
    case FZ_OP_POP_JUMP_IF_FALSE_BACK:
    case FZ_OP_JUMP_IF_TRUE_OR_POP:
    case FZ_OP_JUMP_IF_FALSE_OR_POP:
    case FZ_OP_UNPACK_SEQUENCE:
    case FZ_OP_FOR_ITER:
    case FZ_OP_FOR_RANGE:
    case FZ_OP_FOR_UP:
        return 0;
    default:
        return every_kind;
    }
}

// Constants that bring nothing but themselves, and tuples of such.
static uint64_t of_constant(const Image *image, FzValue value)
{
    const uint64_t plain = K(NONE) | K(BOOL) | K(INT) | K(FLOAT) | K(STR) | K(BYTES) | K(FUNCTION) | K(NATIVE);
    if (value == FZ_NULL || fz_is_int(value))
        return 0;
    const FzTuple *object = needs_object(image, value);
    uint64_t kinds = (uint64_t)1 << fz_header_kind(object->header);
    if (kinds != K(TUPLE))
        return kinds & plain ? kinds : every_kind;
    for (uint32_t i = 0; i < fz_header_count(object->header); i++)
        kinds |= of_constant(image, object->items[i]);
    return kinds;
}

// First values of variables, and what names mean that are no variables.
static uint64_t of_globals(const Image *image)
{
    static const FzNameId of_modules[] = {FZ_NAME_name, FZ_NAME_package, FZ_NAME_doc};
    const FzImageHeader *header = needs_header(image);
    const FzDict *builtins = needs_object(image, header->builtins);
    uint64_t kinds = fz_header_count(builtins->header) > 0 ? every_kind : 0;
    for (uint32_t i = 0; i < header->globals_count && header->globals_off != 0; i++)
        kinds |= of_constant(image, image->words[header->globals_off / 4 + i]);
    for (size_t i = 0; i < sizeof of_modules / sizeof of_modules[0]; i++)
        if (fz_numbered(header, header->names_off, of_modules[i]) != FZ_NULL)
            kinds |= K(STR);
    return kinds;
}

static uint64_t of_pools(const Image *image)
{
    const FzImageHeader *header = needs_header(image);
    uint64_t kinds = 0;
    for (uint32_t i = 0; i < header->modules_count; i++) {
        const FzModule *module = needs_object(image, image->words[header->modules_off / 4 + i]);
        if (module->pool == FZ_NULL)
            continue;
        const FzTuple *pool = needs_object(image, module->pool);
        for (uint32_t k = 0; k < fz_header_count(pool->header); k++)
            kinds |= of_constant(image, pool->items[k]);
    }
    return kinds;
}

// Natives of the runtime that give small integers and None, or the kind of their first argument.
static uint64_t of_natives(const Image *image)
{
    for (uint32_t i = 0; i < image->natives_count; i++)
        switch (image->natives[i]) {
        case FZ_NATIVE_fz_time_sleep_ms:
        case FZ_NATIVE_fz_time_ticks_ms:
        case FZ_NATIVE_fz_time_ticks_add:
        case FZ_NATIVE_fz_time_ticks_diff:
        case FZ_NATIVE_fz_gc_collect:
        case FZ_NATIVE_fz_str_special_mod:
        case FZ_NATIVE_fz_bytes_special_mod:
            break;
        default:
            if (image->natives[i] < FZ_NATIVES_COUNT)
                return every_kind;
        }
    return 0;
}

static uint64_t of_type(ManifestNativeType type)
{
    return type == NATIVE_ANY     ? every_kind
           : type == NATIVE_FLOAT ? K(FLOAT)
           : type == NATIVE_STR   ? K(STR)
           : type == NATIVE_BYTES ? K(BYTES)
                                  : 0;
}

// Functions in C may call what they are given with values of their own.
static uint64_t of_bound(const Manifest *manifest)
{
    uint64_t kinds = 0;
    for (uint32_t i = 0; i < manifest->natives.count; i++) {
        const ManifestNative *native = &manifest->natives.items[i];
        kinds |= of_type(native->returns);
        for (uint32_t k = 0; k < native->args.count; k++)
            kinds |= native->args.items[k] == NATIVE_ANY ? every_kind : 0;
    }
    return kinds;
}

// Generators, handlers, tuples of further arguments.
static uint64_t of_code(const FzCode *code)
{
    uint32_t flags = code->signature >> 24;
    bool is_plain = (flags & ~(uint32_t)(FZ_CODE_HAS_DOC | FZ_CODE_MODULE)) == 0 && code->sizes >> 16 == 0;
    return is_plain ? 0 : every_kind;
}

uint64_t needs_values(const EmitInput *input, const uint64_t *ops, uint32_t function_extras)
{
    const Image *image = input->image;
    const FzImageHeader *header = needs_header(image);
    uint64_t kinds = K(NONE) | K(BOOL) | K(INT) | K(RANGE);
    for (uint32_t op = 0; op < FZ_OP_COUNT; op++)
        if (ops[op / 64] >> op % 64 & 1)
            kinds |= of_op(op);
    for (uint32_t i = 0; i < header->codes_count; i++)
        kinds |= of_code(needs_object(image, image->words[header->codes_off / 4 + i]));
    if (function_extras != 0 || header->mutable_off != 0 || header->attributes != FZ_NULL)
        return every_kind;
    if (ops[FZ_OP_LOAD_GLOBAL / 64] >> FZ_OP_LOAD_GLOBAL % 64 & 1)
        kinds |= of_globals(image);
    return kinds | of_pools(image) | of_natives(image) | of_bound(input->manifest);
}
