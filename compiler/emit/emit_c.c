// SPDX-License-Identifier: MIT
// The image as a C array of words, the table of natives it uses, and the FzApp that firmware
// passes to fz_open.
#include "../link/catalogue.h"
#include "emit.h"
#include "flashfreeze/image.h"

#include <ctype.h>
#include <inttypes.h>

static const char *prefix_of(const EmitInput *input)
{
    return input->manifest->outputs.prefix->text;
}

static void print_guard(const EmitInput *input, FILE *out)
{
    for (const char *at = prefix_of(input); *at; at++)
        fputc(toupper((unsigned char)*at), out);
}

void emit_header(const EmitInput *input, FILE *out)
{
    const char *prefix = prefix_of(input);
    EmitSizes sizes = emit_sizes(input);
    fprintf(out, "// The frozen program '%s', made by flashfreeze.\n#ifndef ",
            input->manifest->name->text);
    print_guard(input, out);
    fputs("_FROZEN_H\n#define ", out);
    print_guard(input, out);
    fputs("_FROZEN_H\n\n#include \"flashfreeze/flashfreeze.h\"\n\n"
          "// Pass it to fz_open().\n",
          out);
    fprintf(out, "extern const FzApp %s;\n\n", prefix);
    fputs("// Bytes of RAM that the manifest gives it, and of its image.\n#define ", out);
    print_guard(input, out);
    fprintf(out, "_RAM_SIZE %" PRIu32 "\n#define ", sizes.ram);
    print_guard(input, out);
    fprintf(out, "_ROM_SIZE %" PRIu32 "\n", sizes.rom);
    emit_glue_prototypes(input, out);
    fputs("\n#endif\n", out);
}

// "0x", eight digits and a comma. Most of the C file is this, so it is not left to fprintf.
static void print_word(uint32_t word, FILE *out)
{
    char text[11] = "0x";
    for (int i = 0; i < 8; i++)
        text[2 + i] = "0123456789abcdef"[word >> (28 - 4 * i) & 15];
    text[10] = ',';
    fwrite(text, 1, sizeof text, out);
}

static void print_words(const EmitInput *input, FILE *out)
{
    enum { PER_LINE = 8 };
    fprintf(out, "static const uint32_t %s_image[] FZ_ROM_SECTION = {", prefix_of(input));
    for (uint32_t i = 0; i < input->image->size / 4; i++) {
        fputs(i % PER_LINE ? " " : "\n    ", out);
        print_word(input->image->words[i], out);
    }
    fputs("\n};\n", out);
}

static const char *native_name(const EmitInput *input, Arena *arena, uint32_t number)
{
    if (number < FZ_NATIVE_USER)
        return catalogue_native(number)->symbol;
    return emit_glue_name(arena, input->manifest, number - FZ_NATIVE_USER);
}

static void print_natives(const EmitInput *input, FILE *out)
{
    Arena arena = {0};
    const Image *image = input->image;
    for (uint32_t i = 0; i < image->natives_count; i++)
        if (image->natives[i] < FZ_NATIVE_USER)
            fprintf(out, "extern FzNativeFn %s;\n", native_name(input, &arena, image->natives[i]));
    fprintf(out, "\nstatic FzNativeFn *const %s_natives[] FZ_ROM_SECTION = {\n", prefix_of(input));
    for (uint32_t i = 0; i < image->natives_count; i++)
        fprintf(out, "    %s,\n", native_name(input, &arena, image->natives[i]));
    if (image->natives_count == 0)
        fputs("    0,\n", out); // C has no empty arrays
    fputs("};\n", out);
    arena_free(&arena);
}

void emit_c(const EmitInput *input, FILE *out)
{
    const char *prefix = prefix_of(input);
    fprintf(out, "// The frozen program '%s', made by flashfreeze. Compile it as C99 or later.\n",
            input->manifest->name->text);
    if (input->header)
        fprintf(out, "#include \"%s\"\n", input->header);
    fprintf(out,
            "#include \"flashfreeze/flashfreeze.h\"\n"
            "#include \"flashfreeze/image.h\"\n\n"
            "_Static_assert(FZ_IMAGE_VERSION == %d, \"made for another version of the runtime\");\n"
            "_Static_assert(FZ_KIND_COUNT == %d && FZ_TYPE_COUNT == %d && FZ_NAME_COUNT == %d,\n"
            "               \"made for another version of the runtime\");\n\n"
            "// Define it to put the constants where the board wants them.\n"
            "#ifndef FZ_ROM_SECTION\n#define FZ_ROM_SECTION\n#endif\n\n",
            FZ_IMAGE_VERSION, FZ_KIND_COUNT, FZ_TYPE_COUNT, FZ_NAME_COUNT);
    print_words(input, out);
    fputc('\n', out);
    emit_glue(input, out);
    print_natives(input, out);
    if (!input->header)
        fprintf(out, "\nextern const FzApp %s;\n", prefix);
    fprintf(out, "\nconst FzApp %s = {%s_image, sizeof %s_image, %s_natives, %" PRIu32 "};\n", prefix,
            prefix, prefix, prefix, input->image->natives_count);
    const FzImageHeader *header = (const FzImageHeader *)(const void *)input->image->words;
    fprintf(out,
            "\n#ifdef FZ_NEEDS\n"
            "extern const uint32_t fz_frozen_crc; // the image that the runtime is built for\n"
            "const uint32_t fz_frozen_crc = 0x%08" PRIx32 ";\n"
            "#endif\n",
            header->crc);
}

void emit_image(const EmitInput *input, FILE *out)
{
    for (uint32_t i = 0; i < input->image->size / 4; i++) {
        uint32_t word = input->image->words[i];
        const uint8_t bytes[] = {(uint8_t)word, (uint8_t)(word >> 8), (uint8_t)(word >> 16),
                                 (uint8_t)(word >> 24)};
        fwrite(bytes, 1, sizeof bytes, out);
    }
}
