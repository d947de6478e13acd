// SPDX-License-Identifier: MIT
// The header that tells the runtime what one program needs (runtime_stub's config.h): as sets of
// bits, the kinds of objects, the instructions, the known names and the flags of code.
#include "../image/image.h"
#include "emit.h"
#include "flashfreeze/image.h"
#include "flashfreeze/opcodes.h"

#include <assert.h>
#include <inttypes.h>

enum { SET_BITS = 64, OP_SETS = FZ_OP_COUNT / SET_BITS + 1, NAME_SETS = FZ_NAME_COUNT / SET_BITS + 1 };

static const FzImageHeader *header_of(const Image *image)
{
    return (const FzImageHeader *)(const void *)image->words;
}

static void add_bit(uint64_t *sets, uint32_t number)
{
    sets[number / SET_BITS] |= (uint64_t)1 << number % SET_BITS;
}

static const FzCode *code_at(const Image *image, uint32_t index)
{
    FzValue value = image->words[header_of(image)->codes_off / 4 + index];
    return (const FzCode *)(const void *)((const uint8_t *)image->words + (value - 2));
}

static void add_ops(const FzCode *code, uint64_t *ops)
{
    uint32_t size = code->sizes & 0xffff;
    FzInstruction instruction;
    for (uint32_t at = 0; at < size; at += instruction.size) {
        bool is_good = fz_decode_instruction(code->bytes, size, at, &instruction);
        assert(is_good && "the image has been verified");
        (void)is_good;
        if (code->bytes[at] == FZ_OP_WIDE)
            add_bit(ops, FZ_OP_WIDE);
        add_bit(ops, instruction.op);
    }
}

static void print_sets(FILE *out, const char *name, const uint64_t *sets, uint32_t count)
{
    fprintf(out, "#define %s(i) (", name);
    for (uint32_t i = 0; i + 1 < count; i++)
        fprintf(out, "(i) == %" PRIu32 " ? 0x%" PRIx64 "ull : ", i, sets[i]);
    fprintf(out, "0x%" PRIx64 "ull)\n", sets[count - 1]);
}

void emit_needs(const EmitInput *input, FILE *out)
{
    const Image *image = input->image;
    const FzImageHeader *header = header_of(image);
    uint64_t ops[OP_SETS] = {0};
    uint32_t flags = 0;
    for (uint32_t i = 0; i < header->codes_count; i++) {
        add_ops(code_at(image, i), ops);
        flags |= code_at(image, i)->signature >> 24;
    }
    fprintf(out,
            "// What the frozen program '%s' needs of the runtime, made by flashfreeze. Compile the\n"
            "// runtime with -DFZ_NEEDS='\"...\"' and the name of this file, and it has nothing else.\n",
            input->manifest->name->text);
    fprintf(out, "#define FZ_HAS_IMAGE 0x%08" PRIx32 "u\n", header->crc);
    fprintf(out, "#define FZ_HAS_KINDS 0x%" PRIx64 "ull\n",
            header->kinds[0] | (uint64_t)header->kinds[1] << 32);
    print_sets(out, "FZ_HAS_OPS", ops, OP_SETS);
    print_sets(out, "FZ_HAS_NAMES", image->known_names, NAME_SETS);
    fprintf(out, "#define FZ_HAS_CODE 0x%" PRIx32 "\n", flags);
    fprintf(out, "#define FZ_MUTABLE_ROM %d\n", header->mutable_off != 0);
}
