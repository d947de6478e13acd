// SPDX-License-Identifier: MIT
// Reads nothing but the image, through the same tables as the verifier and the VM, so what is
// listed is what runs.
#include "listing.h"

#include "flashfreeze/opcodes.h"
#include "measure.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

static const char *const op_names[FZ_OP_COUNT] = {
#define OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags) #name,
#include "flashfreeze/opcodes.def"
#undef OP
};

static const char *const region_names[] = {"except", "finally", "except body", "finally body"};

typedef struct {
    const uint8_t *bytes;
    const FzImageHeader *header;
    FILE *out;
} Listing;

// A function and what its operands refer to.
typedef struct {
    const Listing *listing;
    const FzCode *code;
    const FzModule *module;
    uint32_t size;    // of the bytecode
    uint8_t *targets; // offsets that something jumps to
} FunctionListing;

static const void *object(const Listing *listing, FzValue value)
{
    return listing->bytes + (value - 2);
}

static uint32_t header_of(const Listing *listing, FzValue value)
{
    return *(const uint32_t *)object(listing, value);
}

static void print_text(const Listing *listing, FzValue value)
{
    const FzStr *str = object(listing, value);
    fwrite(str->text, 1, fz_header_count(str->header), listing->out);
}

static void print_escaped(const Listing *listing, const uint8_t *bytes, uint32_t size)
{
    enum { LONGEST = 60 };
    fputc('\'', listing->out);
    for (uint32_t i = 0; i < size && i < LONGEST; i++) {
        uint8_t byte = bytes[i];
        if (byte == '\n')
            fputs("\\n", listing->out);
        else if (byte == '\'' || byte == '\\')
            fprintf(listing->out, "\\%c", byte);
        else if (byte < ' ' || byte == 0x7f)
            fprintf(listing->out, "\\x%02x", byte);
        else
            fputc(byte, listing->out);
    }
    fputs(size > LONGEST ? "'..." : "'", listing->out);
}

static void print_float(const Listing *listing, const uint32_t *words)
{
    double number;
    if (fz_header_count(words[0]) == 1) {
        float narrow;
        memcpy(&narrow, &words[1], sizeof narrow);
        number = (double)narrow;
    } else {
        uint64_t bits = words[1] | (uint64_t)words[2] << 32;
        memcpy(&number, &bits, sizeof number);
    }
    fprintf(listing->out, "%.17g", number);
}

static void print_value(const Listing *listing, FzValue value, uint32_t depth);

static void print_items(const Listing *listing, const FzTuple *tuple, uint32_t count,
                        uint32_t depth)
{
    enum { MOST = 8, DEEPEST = 4 };
    for (uint32_t i = 0; i < count && i < MOST && depth < DEEPEST; i++) {
        fputs(i ? ", " : "", listing->out);
        print_value(listing, tuple->items[i], depth + 1);
    }
    fputs(count > MOST || depth >= DEEPEST ? ", ..." : "", listing->out);
}

static void print_int(const Listing *listing, const uint32_t *words)
{
    fputs(words[0] & FZ_HEADER_A ? "-0x" : "0x", listing->out);
    uint32_t count = fz_header_count(words[0]);
    fprintf(listing->out, "%" PRIx32, words[count]);
    for (uint32_t i = count - 1; i > 0; i--)
        fprintf(listing->out, "%08" PRIx32, words[i]);
}

static void print_object(const Listing *listing, FzValue value, uint32_t depth)
{
    const uint32_t *words = object(listing, value);
    switch (fz_header_kind(words[0])) {
    case FZ_KIND_NONE:
        fputs("None", listing->out);
        break;
    case FZ_KIND_BOOL:
        fputs(value == FZ_TRUE ? "True" : "False", listing->out);
        break;
    case FZ_KIND_ELLIPSIS:
        fputs("...", listing->out);
        break;
    case FZ_KIND_NOT_IMPLEMENTED:
        fputs("NotImplemented", listing->out);
        break;
    case FZ_KIND_INT:
        print_int(listing, words);
        break;
    case FZ_KIND_FLOAT:
        print_float(listing, words);
        break;
    case FZ_KIND_STR:
        print_escaped(listing, (const uint8_t *)words + 6, fz_header_count(words[0]));
        break;
    case FZ_KIND_BYTES:
        fputc('b', listing->out);
        print_escaped(listing, (const uint8_t *)words + 4, fz_header_count(words[0]));
        break;
    case FZ_KIND_TUPLE:
        fputc('(', listing->out);
        print_items(listing, object(listing, value), fz_header_count(words[0]), depth);
        fputc(')', listing->out);
        break;
    case FZ_KIND_CODE:
        fputs("code ", listing->out);
        print_text(listing, words[3]);
        break;
    case FZ_KIND_FUNCTION:
        fputs("function ", listing->out);
        print_text(listing, ((const FzCode *)object(listing, words[1]))->qualname);
        break;
    case FZ_KIND_NATIVE:
        fputs("native ", listing->out);
        print_text(listing, words[4]);
        break;
    case FZ_KIND_CLASS:
        fputs("class ", listing->out);
        print_text(listing, words[1]);
        break;
    case FZ_KIND_MODULE:
        fputs("module ", listing->out);
        print_text(listing, words[1]);
        break;
    default:
        fprintf(listing->out, "%s of %" PRIu32, image_kind_name(fz_header_kind(words[0])),
                fz_header_count(words[0]));
        break;
    }
}

static void print_value(const Listing *listing, FzValue value, uint32_t depth)
{
    if (value == FZ_NULL)
        fputs("NULL", listing->out);
    else if (fz_is_int(value))
        fprintf(listing->out, "%" PRId32, fz_to_int(value));
    else
        print_object(listing, value, depth);
}

// The name of a slot of the frame, as far as the code has it.
static void print_local(const FunctionListing *function, uint32_t slot)
{
    const FzTuple *names = object(function->listing, function->code->params);
    fprintf(function->listing->out, "%" PRIu32, slot);
    if (slot >= fz_header_count(names->header) || slot >= (function->code->frame & 0xffff))
        return;
    fputs(" ", function->listing->out);
    print_text(function->listing, names->items[slot]);
}

static void print_global(const FunctionListing *function, uint32_t slot)
{
    const Listing *listing = function->listing;
    fprintf(listing->out, "%" PRIu32, slot);
    const FzDict *dict = object(listing, function->module->dict);
    if (dict->table == FZ_NULL)
        return;
    const FzTuple *table = object(listing, dict->table);
    for (uint32_t i = 0; i < fz_header_count(dict->header); i++) {
        if (table->items[2 * i + 1] != fz_from_int((int32_t)slot))
            continue;
        fputc(' ', listing->out);
        print_text(listing, table->items[2 * i]);
        return;
    }
}

static void print_pooled(const FunctionListing *function, uint32_t index)
{
    const FzTuple *pool = object(function->listing, function->module->pool);
    fprintf(function->listing->out, "%" PRIu32 " ", index);
    print_value(function->listing, pool->items[index], 0);
}

static void print_operand(const FunctionListing *function, const FzInstruction *inst)
{
    FILE *out = function->listing->out;
    switch ((FzFormat)fz_op_info[inst->op].format) {
    case FZ_FORMAT_NONE:
        break;
    case FZ_FORMAT_LOCAL:
        print_local(function, (uint32_t)inst->operand);
        break;
    case FZ_FORMAT_CONST:
    case FZ_FORMAT_NAME:
        print_pooled(function, (uint32_t)inst->operand);
        break;
    case FZ_FORMAT_CONSTB:
        print_pooled(function, (uint32_t)inst->operand);
        fprintf(out, ", %u", inst->b);
        break;
    case FZ_FORMAT_GLOBAL:
        print_global(function, (uint32_t)inst->operand);
        break;
    case FZ_FORMAT_PAIR:
        fprintf(out, "%u %u", inst->a, inst->b);
        break;
    case FZ_FORMAT_COUNT:
    case FZ_FORMAT_SBYTE:
        fprintf(out, "%" PRId32, inst->operand);
        break;
    case FZ_FORMAT_FWD:
    case FZ_FORMAT_BACK:
    case FZ_FORMAT_ADDR:
        fprintf(out, "-> %" PRId32, inst->operand);
        break;
    }
}

static uint32_t read_u16(const uint8_t *bytes) { return bytes[0] | (uint32_t)bytes[1] << 8; }

// Reads the line table step by step: `line` is that of the code at `offset` and before `next`.
typedef struct {
    const uint8_t *at;
    const uint8_t *end;
    uint32_t next;
    uint32_t line;
    uint32_t next_line;
} LineReader;

static void read_entry(LineReader *reader)
{
    reader->line = reader->next_line;
    if (reader->at >= reader->end) {
        reader->next = UINT32_MAX;
        return;
    }
    uint8_t first = *reader->at++;
    if (first < 0x80) {
        reader->next += first & 15;
        reader->next_line += first >> 4;
        return;
    }
    reader->next += first & 127;
    uint32_t lines = read_u16(reader->at);
    reader->next_line += lines & 0x8000 ? lines | 0xffff0000u : lines;
    reader->at += 2;
}

static LineReader open_lines(const FzCode *code)
{
    uint32_t before = (code->sizes & 0xffff) + (code->sizes >> 16) * FZ_REGION_SIZE;
    uint32_t line = code->line & 0xffffff;
    LineReader reader = {code->bytes + before, code->bytes + fz_header_count(code->header), 0, line,
                         line};
    read_entry(&reader);
    return reader;
}

static void find_targets(FunctionListing *function)
{
    FzInstruction inst;
    for (uint32_t at = 0; at < function->size; at += inst.size) {
        if (!fz_decode_instruction(function->code->bytes, function->size, at, &inst))
            return;
        if (fz_op_info[inst.op].flags & FZ_OP_JUMPS)
            function->targets[inst.operand] = 1;
    }
}

// The bytes of an instruction in a column; the longest takes five.
static void print_bytes(const FunctionListing *function, uint32_t at, uint32_t size)
{
    enum { LONGEST = 5 };
    for (uint32_t i = 0; i < LONGEST; i++)
        if (i < size)
            fprintf(function->listing->out, "%02x ", function->code->bytes[at + i]);
        else
            fputs("   ", function->listing->out);
}

static void print_instructions(const FunctionListing *function)
{
    FILE *out = function->listing->out;
    LineReader lines = open_lines(function->code);
    uint32_t shown = 0;
    FzInstruction inst;
    for (uint32_t at = 0; at < function->size; at += inst.size) {
        if (!fz_decode_instruction(function->code->bytes, function->size, at, &inst))
            return;
        while (at >= lines.next)
            read_entry(&lines);
        if (lines.line != shown)
            fprintf(out, "%5" PRIu32 " ", lines.line);
        else
            fputs("      ", out);
        shown = lines.line;
        fprintf(out, "%c%5" PRIu32 "  ", function->targets[at] ? '>' : ' ', at);
        print_bytes(function, at, inst.size);
        bool has_operand = fz_op_info[inst.op].format != FZ_FORMAT_NONE;
        fprintf(out, has_operand ? "%-22s " : "%s", op_names[inst.op]);
        print_operand(function, &inst);
        fputc('\n', out);
    }
}

static void print_regions(const FunctionListing *function)
{
    const uint8_t *at = function->code->bytes + function->size;
    for (uint32_t i = 0; i < function->code->sizes >> 16; i++, at += FZ_REGION_SIZE)
        fprintf(function->listing->out,
                "      region %" PRIu32 "..%" PRIu32 " %s -> %" PRIu32 " depth %" PRIu32 "\n",
                read_u16(at), read_u16(at + 2), region_names[read_u16(at + 8) & 3],
                read_u16(at + 4), read_u16(at + 6));
}

static void print_signature(const FunctionListing *function)
{
    const FzCode *code = function->code;
    FILE *out = function->listing->out;
    uint32_t flags = code->signature >> 24;
    fprintf(out, "  args %" PRIu32, code->signature >> 8 & 255);
    if (code->signature & 255)
        fprintf(out, " (%" PRIu32 " positional-only)", code->signature & 255);
    if (code->signature >> 16 & 255)
        fprintf(out, " keyword-only %" PRIu32, code->signature >> 16 & 255);
    fputs(flags & FZ_CODE_VARARGS ? " *args" : "", out);
    fputs(flags & FZ_CODE_VARKEYWORDS ? " **kwargs" : "", out);
    fputs(flags & FZ_CODE_COROUTINE         ? " coroutine"
          : flags & FZ_CODE_ASYNC_GENERATOR ? " async generator"
          : flags & FZ_CODE_GENERATOR       ? " generator"
                                            : "",
          out);
    fprintf(out, ", slots %" PRIu32 ", stack %" PRIu32 ", bytes %" PRIu32 "\n",
            code->frame & 0xffff, code->frame >> 16, function->size);
}

static void print_function(Arena *arena, const Listing *listing, const FzCode *code)
{
    FunctionListing function = {.listing = listing, .code = code};
    function.module = object(listing, code->module);
    function.size = code->sizes & 0xffff;
    function.targets = ARENA_NEW_ARRAY(arena, uint8_t, 0x10000);
    fputs("\nfunction ", listing->out);
    print_text(listing, code->qualname);
    fputs(" in ", listing->out);
    print_text(listing, function.module->name);
    fputc('\n', listing->out);
    print_signature(&function);
    find_targets(&function);
    print_instructions(&function);
    print_regions(&function);
}

static void print_modules(const Listing *listing)
{
    const FzValue *modules = (const FzValue *)(const void *)(listing->bytes + listing->header->modules_off);
    for (uint32_t i = 0; i < listing->header->modules_count; i++) {
        const FzModule *module = object(listing, modules[i]);
        fputs("module ", listing->out);
        print_text(listing, module->name);
        const FzDict *dict = object(listing, module->dict);
        uint32_t names = fz_header_count(dict->header);
        uint32_t constants = module->pool ? fz_header_count(header_of(listing, module->pool)) : 0;
        fprintf(listing->out, "%s names %" PRIu32 ", constants %" PRIu32 "\n",
                module->header & FZ_HEADER_A ? " (native)" : "", names, constants);
    }
}

void listing_print(Arena *arena, const uint32_t *image, FILE *out)
{
    Listing listing = {.bytes = (const uint8_t *)image, .out = out};
    listing.header = (const FzImageHeader *)(const void *)image;
    fputs("image ", out);
    print_text(&listing, listing.header->name);
    fprintf(out, " of %" PRIu32 " bytes, %" PRIu32 " natives, %" PRIu32 " global slots\n",
            listing.header->size, listing.header->natives_count, listing.header->globals_count);
    print_modules(&listing);
    const FzValue *codes = (const FzValue *)(const void *)(listing.bytes + listing.header->codes_off);
    for (uint32_t i = 0; i < listing.header->codes_count; i++)
        print_function(arena, &listing, object(&listing, codes[i]));
}
