// SPDX-License-Identifier: MIT
// Labels are renumbered in the order of their places, so that a listing does not change when code
// generation takes its labels in another order. A line number is printed when it changes.
#include "ir_print.h"

#include "ir_flow.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void print_text(const Constant *constant, FILE *out)
{
    if (constant->kind == CONSTANT_BYTES)
        putc('b', out);
    putc('\'', out);
    for (uint32_t i = 0; i < constant->text.size; i++) {
        unsigned char c = (unsigned char)constant->text.bytes[i];
        if (c == '\n')
            fputs("\\n", out);
        else if (c == '\'' || c == '\\')
            fprintf(out, "\\%c", c);
        else if (c < 0x20 || c == 0x7f || (c >= 0x80 && constant->kind == CONSTANT_BYTES))
            fprintf(out, "\\x%02x", c);
        else
            putc(c, out);
    }
    putc('\'', out);
}

static void print_items(const Constant *constant, const char *open, const char *close, FILE *out)
{
    fputs(open, out);
    for (uint32_t i = 0; i < constant->items.count; i++) {
        if (i)
            fputs(", ", out);
        ir_print_constant(constant->items.items[i], out);
    }
    if (constant->kind == CONSTANT_TUPLE && constant->items.count == 1)
        putc(',', out);
    fputs(close, out);
}

static void print_integer(const Constant *constant, FILE *out)
{
    int64_t small;
    if (constant_as_int64(constant, &small)) {
        fprintf(out, "%" PRId64, small);
        return;
    }
    fputs(constant->integer.negative ? "-0x" : "0x", out);
    for (uint32_t i = constant->integer.limb_count; i-- > 0;)
        fprintf(out, i + 1 == constant->integer.limb_count ? "%" PRIx32 : "%08" PRIx32,
                constant->integer.limbs[i]);
}

// The fewest digits that read back as the same double.
static void print_float(double value, FILE *out)
{
    char text[40];
    if (isnan(value) || isinf(value)) {
        fputs(isnan(value) ? "nan" : value < 0 ? "-inf" : "inf", out);
        return;
    }
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            break;
    }
    fputs(text, out);
    if (!strpbrk(text, ".e"))
        fputs(".0", out);
}

void ir_print_constant(const Constant *constant, FILE *out)
{
    switch (constant->kind) {
    case CONSTANT_NONE:
        fputs("None", out);
        return;
    case CONSTANT_FALSE:
        fputs("False", out);
        return;
    case CONSTANT_TRUE:
        fputs("True", out);
        return;
    case CONSTANT_ELLIPSIS:
        fputs("...", out);
        return;
    case CONSTANT_INT:
        print_integer(constant, out);
        return;
    case CONSTANT_FLOAT:
        print_float(constant->real, out);
        return;
    case CONSTANT_COMPLEX:
        putc('(', out);
        print_float(constant->complex.real, out);
        fputs(" + ", out);
        print_float(constant->complex.imag, out);
        fputs("j)", out);
        return;
    case CONSTANT_STR:
    case CONSTANT_BYTES:
        print_text(constant, out);
        return;
    case CONSTANT_TUPLE:
        print_items(constant, "(", ")", out);
        return;
    case CONSTANT_FROZENSET:
        print_items(constant, "frozenset({", "})", out);
        return;
    case CONSTANT_RANGE:
        print_items(constant, "range(", ")", out);
        return;
    }
}

typedef struct {
    const IrFunction *function;
    const Source *source;
    FILE *out;
    uint32_t *label_number; // by IrLabel, in the order of places
    uint32_t line;          // last line printed
} Printer;

static void number_labels(Printer *printer)
{
    uint32_t next = 0;
    for (uint32_t i = 0; i < printer->function->code.count; i++) {
        const IrInst *inst = &printer->function->code.items[i];
        if (inst->op == IR_LABEL)
            printer->label_number[inst->label] = next++;
    }
}

static void print_local(const Printer *printer, uint32_t index)
{
    const IrLocal *local = &printer->function->locals.items[index];
    fprintf(printer->out, " %" PRIu32, index);
    if (local->name)
        fprintf(printer->out, " (%s)", local->name->text);
}

static void print_operand(const Printer *printer, const IrInst *inst)
{
    FILE *out = printer->out;
    switch (ir_op_format(inst->op)) {
    case IR_FORMAT_NONE:
    case IR_FORMAT_SBYTE:
    case IR_FORMAT_BACK:
        return;
    case IR_FORMAT_LOCAL:
        print_local(printer, inst->count);
        return;
    case IR_FORMAT_CONST:
        if (inst->op == IR_LOAD_CONST) {
            putc(' ', out);
            ir_print_constant(inst->constant, out);
            return;
        }
        fprintf(out, " %s",
                inst->op == IR_MAKE_FUNCTION ? inst->function->name->text : inst->name->text);
        return;
    case IR_FORMAT_CONSTB:
        fprintf(out, " %s%s%s%s", inst->function->name->text, inst->b & 1 ? " defaults" : "",
                inst->b & 2 ? " kwdefaults" : "", inst->b & 4 ? " closure" : "");
        return;
    case IR_FORMAT_NAME:
    case IR_FORMAT_GLOBAL:
        fprintf(out, " %s", inst->name->text);
        return;
    case IR_FORMAT_COUNT:
        fprintf(out, " %" PRIu32, inst->count);
        return;
    case IR_FORMAT_PAIR:
        fprintf(out, " %u %u", inst->a, inst->b);
        return;
    case IR_FORMAT_FWD:
    case IR_FORMAT_ADDR:
    case IR_FORMAT_LABEL:
        fprintf(out, " L%" PRIu32, printer->label_number[inst->label]);
        return;
    }
}

static void print_inst(Printer *printer, const IrInst *inst)
{
    FILE *out = printer->out;
    if (inst->op == IR_LABEL) {
        fprintf(out, "L%" PRIu32 ":\n", printer->label_number[inst->label]);
        return;
    }
    uint32_t line = 0;
    if (printer->source)
        line = source_position(printer->source, inst->span.start).line;
    if (line != printer->line && !ir_op_is_pseudo(inst->op)) {
        fprintf(out, "%5" PRIu32 "  ", line);
        printer->line = line;
    } else {
        fputs("       ", out);
    }
    fputs(ir_op_name(inst->op), out);
    print_operand(printer, inst);
    putc('\n', out);
}

static void print_locals(const IrFunction *function, FILE *out)
{
    static const char *const kinds[] = {"param", "free", "var"};
    for (uint32_t i = 0; i < function->locals.count; i++) {
        const IrLocal *local = &function->locals.items[i];
        fprintf(out, "  %s%s %s\n", kinds[local->kind], local->is_cell ? " cell" : "",
                local->name ? local->name->text : "-");
    }
}

static void print_header(Arena *scratch, const IrFunction *function, FILE *out)
{
    IrFlow flow;
    IrFault fault; // whoever prints broken code has named it
    ir_flow(scratch, function, &flow, &fault);
    static const char *const kinds[] = {"module", "class", "def", "lambda", "comprehension"};
    fprintf(out, "%s %s depth %u", kinds[function->kind], function->qualname->text,
            (unsigned)flow.depth_limit);
    if (function->kind == IR_FUNCTION_DEF || function->kind == IR_FUNCTION_LAMBDA)
        fprintf(out, " args %u/%u/%u%s%s", function->posonly_count, function->param_count,
                function->kwonly_count, function->has_varargs ? " *" : "",
                function->has_varkeywords ? " **" : "");
    if (function->is_generator)
        fputs(function->is_coroutine         ? " coroutine"
              : function->is_async_generator ? " async generator"
                                             : " generator",
              out);
    putc('\n', out);
    if (function->docstring) {
        fputs("  doc ", out);
        ir_print_constant(function->docstring, out);
        putc('\n', out);
    }
    if (function->fields.count) {
        fputs("  fields", out);
        for (uint32_t i = 0; i < function->fields.count; i++)
            fprintf(out, " %s", function->fields.items[i]->text);
        putc('\n', out);
    }
}

void ir_print_function(const IrFunction *function, const Source *source, FILE *out)
{
    Arena scratch = {0};
    Printer printer = {.function = function, .source = source, .out = out};
    printer.label_number = ARENA_NEW_ARRAY(&scratch, uint32_t, function->label_count + 1);
    number_labels(&printer);
    print_header(&scratch, function, out);
    print_locals(function, out);
    for (uint32_t i = 0; i < function->code.count; i++)
        print_inst(&printer, &function->code.items[i]);
    arena_free(&scratch);
    for (uint32_t i = 0; i < function->children.count; i++) {
        putc('\n', out);
        ir_print_function(function->children.items[i], source, out);
    }
}

static void print_import(const IrImport *import, FILE *out)
{
    fprintf(out, "import %s", import->module->text);
    if (import->attribute)
        fprintf(out, " %s", import->attribute->text);
    fputs(import->is_guarded ? " guarded\n" : "\n", out);
}

void ir_print_module(const IrModule *module, FILE *out)
{
    fprintf(out, "%s %s\n", module->is_package ? "package" : "module", module->name->text);
    for (uint32_t i = 0; i < module->imports.count; i++)
        print_import(&module->imports.items[i], out);
    for (uint32_t i = 0; i < module->star_imports.count; i++)
        fprintf(out, "star %s\n", module->star_imports.items[i]->text);
    if (module->globals.count) {
        fputs("globals", out);
        for (uint32_t i = 0; i < module->globals.count; i++)
            fprintf(out, " %s", module->globals.items[i]->text);
        putc('\n', out);
    }
    if (module->all) {
        fputs("all ", out);
        ir_print_constant(module->all, out);
        putc('\n', out);
    }
    putc('\n', out);
    ir_print_function(module->top, module->source, out);
}
