// SPDX-License-Identifier: MIT
// Symbols of the code that an image made from a VM has: encoded once more, with lines.
#include "symbols.h"

#include "../../runtime_stub/vm/frame.h"
#include "freeze.h"

static const char *text_of(const Freeze *freeze, FzValue str)
{
    return arena_format(freeze->arena, "%.*s", (int)fz_count_of(freeze->vm, str),
                        FZ_STR(freeze->vm, str)->text);
}

// The table of lines behind the code (object.h), as pairs.
static void read_lines(const Freeze *freeze, const EncodedCode *encoded, CodeSymbol *symbol)
{
    const uint8_t *at = encoded->bytes + encoded->code_size + encoded->region_count * FZ_REGION_SIZE;
    const uint8_t *end = encoded->bytes + encoded->size;
    SymbolLine line = {0, symbol->definition};
    while (at < end) {
        uint32_t entry = *at++;
        bool is_long = (entry & 0x80) != 0;
        line.offset += entry & (is_long ? 0x7f : 15);
        if (is_long && end - at >= 2) {
            int32_t lines = (int16_t)(uint16_t)(at[0] | (uint32_t)at[1] << 8);
            line.line += (uint32_t)lines;
            at += 2;
        } else {
            line.line += entry >> 4 & 7;
        }
        VEC_PUSH(freeze->arena, &symbol->lines, line);
    }
}

void freeze_symbols(Freeze *freeze)
{
    for (uint32_t i = 0; i < freeze->codes.count; i++) {
        FreezeCode *code = freeze->codes.items[i];
        const FzCode *object = FZ_CODE(freeze->vm, code->source);
        bool is_top = (fz_code_flags(object) & FZ_CODE_MODULE) != 0;
        bool is_entry = FZ_MODULE(freeze->vm, object->module)->index == fz_image(freeze->vm)->entry;
        CodeSymbol symbol = {.name = is_top ? "<module>" : text_of(freeze, object->qualname),
                         .definition = object->line & 0xffffff,
                         .size = code->encoded.code_size};
        symbol.module = is_entry ? freeze->writer.options->name
                                 : text_of(freeze, FZ_MODULE(freeze->vm, object->module)->name);
        EncodedCode encoded;
        uint32_t operand;
        if (encode(freeze->arena, &code->input, true, &encoded, &operand) == ENCODE_OK)
            read_lines(freeze, &encoded, &symbol);
        VEC_PUSH(freeze->arena, &freeze->preinit->symbols, symbol);
    }
}
