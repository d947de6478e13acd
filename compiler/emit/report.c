// SPDX-License-Identifier: MIT
// How much flash and RAM the program takes.
#include "emit.h"

#include "../image/measure.h"
#include "flashfreeze/vm_struct.h"

#include <inttypes.h>

EmitSizes emit_sizes(const EmitInput *input)
{
    const FzImageHeader *header = (const FzImageHeader *)(const void *)input->image->words;
    EmitSizes sizes = {.rom = input->image->size,
                       .registers = FZ_REG_COUNT * 4,
                       .globals = header->globals_count * 4,
                       .heap = header->heap_size,
                       .stack = header->stack_size};
    sizes.ram = sizes.registers + sizes.globals + sizes.heap + sizes.stack;
    return sizes;
}

void emit_report(const EmitInput *input, FILE *out)
{
    ImageParts parts;
    EmitSizes sizes = emit_sizes(input);
    image_measure(input->image->words, input->image->size, &parts);
    image_print_parts(&parts, out);
    fprintf(out, "ram: %" PRIu32 " bytes\n", sizes.ram);
    fprintf(out, "  %-16s %6" PRIu32 " bytes\n", "registers", sizes.registers);
    fprintf(out, "  %-16s %6" PRIu32 " bytes\n", "globals", sizes.globals);
    fprintf(out, "  %-16s %6" PRIu32 " bytes\n", "heap", sizes.heap);
    fprintf(out, "  %-16s %6" PRIu32 " bytes\n", "stack", sizes.stack);
}
