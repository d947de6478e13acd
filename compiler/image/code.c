// SPDX-License-Identifier: MIT
// A Python module in the image: all its functions are selected first, then its table of constants
// is sorted so that the entries used most have the smallest numbers, then the functions are
// encoded with those numbers and written.
#include "select.h"

#include <stdlib.h>

typedef struct {
    ModuleCode code;
    VEC(FunctionCode *) functions; // outer ones first
    uint32_t *numbers;             // pool entry -> its place in the sorted table
    bool failed;
} ModuleWriter;

static void add_function(ModuleWriter *module, const IrFunction *ir, bool runs_once)
{
    FunctionCode *function = ARENA_NEW(module->code.writer->arena, FunctionCode);
    function->ir = ir;
    function->runs_once = runs_once;
    select_function(&module->code, function);
    VEC_PUSH(module->code.writer->arena, &module->functions, function);
    for (uint32_t i = 0; i < ir->children.count; i++) {
        const IrFunction *child = ir->children.items[i];
        bool once = false;
        for (uint32_t k = 0; k < function->made_once.count; k++)
            once = once || function->made_once.items[k] == child;
        add_function(module, child, once && child->kind == IR_FUNCTION_CLASS);
    }
}

static int compare_uses(const void *left, const void *right)
{
    const PoolEntry *a = left;
    const PoolEntry *b = right;
    if (a->uses != b->uses)
        return a->uses > b->uses ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static void sort_pool(ModuleWriter *module)
{
    uint32_t count = module->code.pool.count;
    PoolEntry *items = module->code.pool.items;
    module->numbers = ARENA_NEW_ARRAY(module->code.writer->arena, uint32_t, count + 1);
    if (count > 1)
        qsort(items, count, sizeof *items, compare_uses);
    for (uint32_t i = 0; i < count; i++)
        module->numbers[items[i].order] = i;
    for (uint32_t i = 0; i < module->functions.count; i++) {
        FunctionCode *function = module->functions.items[i];
        for (uint32_t k = 0; k < function->pool_users.count; k++) {
            EncodeInst *inst = &function->input.code.items[function->pool_users.items[k]];
            inst->operand = module->numbers[inst->operand];
        }
    }
}

static void report(ModuleWriter *module, const FunctionCode *function, EncodeStatus status,
                   const EncodedCode *code, uint32_t operand)
{
    Diagnostics *diags = module->code.writer->program->diags;
    const Source *source = module->code.module->ir->source;
    const char *name = function->ir->qualname->text;
    Span span = function->ir->span;
    module->failed = true;
    switch (status) {
    case ENCODE_OK:
        break;
    case ENCODE_CODE_TOO_LARGE:
        diag_report(diags, source, span, DIAG_CODE_TOO_LARGE, name, code->code_size,
                    (uint32_t)ENCODE_MOST);
        break;
    case ENCODE_TOO_MANY_REGIONS:
        diag_report(diags, source, span, DIAG_TOO_MANY_REGIONS, name, code->region_count,
                    (uint32_t)ENCODE_MOST);
        break;
    case ENCODE_OPERAND_TOO_LARGE:
        diag_report(diags, source, span, DIAG_OPERAND_TOO_LARGE, operand, (uint32_t)ENCODE_MOST);
        break;
    }
}

static const Constant *name_constant(ImageWriter *writer, const Name *name)
{
    if (!name)
        return constant_str(writer->arena, "", 0); // a temporary
    writer_name_of(writer, name);
    return constant_str(writer->arena, name->text, name->size);
}

// Names of the frame's slots in order, then the docstring. A class body has names for its first
// slot and its free cells, then the fields of its instances. The tuple is a constant, so that
// functions with the same names share it.
static FzValue params_tuple(ModuleWriter *module, const IrFunction *ir)
{
    ImageWriter *writer = module->code.writer;
    VEC(const Constant *) items = {0};
    bool is_class = ir->kind == IR_FUNCTION_CLASS;
    uint32_t named = is_class ? 1u + ir->free_count : ir->locals.count;
    while (named > 0 && ir->locals.items[named - 1].kind == IR_LOCAL_VAR &&
           !ir->locals.items[named - 1].name)
        named--;
    for (uint32_t i = 0; i < named; i++)
        VEC_PUSH(writer->arena, &items, name_constant(writer, ir->locals.items[i].name));
    for (uint32_t i = 0; i < ir->fields.count && is_class; i++)
        VEC_PUSH(writer->arena, &items, name_constant(writer, ir->fields.items[i]));
    if (ir->docstring)
        VEC_PUSH(writer->arena, &items, ir->docstring);
    const Constant *tuple =
        constant_items(writer->arena, CONSTANT_TUPLE, items.items, items.count);
    return writer_constant(writer, tuple, module->code.module->ir->source, ir->span);
}

static uint32_t signature_of(const IrFunction *ir)
{
    uint32_t flags = 0;
    if (ir->has_varargs)
        flags |= FZ_CODE_VARARGS;
    if (ir->has_varkeywords)
        flags |= FZ_CODE_VARKEYWORDS;
    if (ir->is_generator)
        flags |= FZ_CODE_GENERATOR;
    if (ir->is_coroutine)
        flags |= FZ_CODE_COROUTINE;
    if (ir->is_async_generator)
        flags |= FZ_CODE_ASYNC_GENERATOR;
    if (ir->kind == IR_FUNCTION_CLASS)
        flags |= FZ_CODE_CLASS_BODY;
    if (ir->kind == IR_FUNCTION_MODULE)
        flags |= FZ_CODE_MODULE;
    if (ir->docstring)
        flags |= FZ_CODE_HAS_DOC;
    return ir->posonly_count | (uint32_t)ir->param_count << 8 | (uint32_t)ir->kwonly_count << 16 |
           flags << 24;
}

static bool check_function(ModuleWriter *module, const FunctionCode *function)
{
    Diagnostics *diags = module->code.writer->program->diags;
    const Source *source = module->code.module->ir->source;
    const IrFunction *ir = function->ir;
    if (ir->param_count > 255 || ir->kwonly_count > 255 || ir->free_count > 255) {
        diag_report(diags, source, ir->span, DIAG_TOO_MANY_PARAMETERS, ir->qualname->text);
        module->failed = true;
    }
    bool is_deep = function->depth > FZ_MOST_OPERANDS;
    if (is_deep || ir->locals.count > ENCODE_MOST) {
        diag_report(diags, source, ir->span, DIAG_TOO_MANY_SLOTS, ir->qualname->text,
                    is_deep ? function->depth : ir->locals.count,
                    is_deep ? (uint32_t)FZ_MOST_OPERANDS : (uint32_t)ENCODE_MOST);
        module->failed = true;
    }
    return !module->failed;
}

static FzValue write_function(ModuleWriter *module, const FunctionCode *function)
{
    ImageWriter *writer = module->code.writer;
    const IrFunction *ir = function->ir;
    EncodedCode encoded;
    uint32_t operand = 0;
    EncodeStatus status =
        encode(writer->arena, &function->input, writer->options->lines, &encoded, &operand);
    if (status != ENCODE_OK)
        report(module, function, status, &encoded, operand);
    if (!check_function(module, function))
        return FZ_NULL;
    FzValue name = writer_name_of(writer, ir->name);
    FzValue qualname = writer_str(writer, ir->qualname->text, ir->qualname->size);
    FzValue params = params_tuple(module, ir);
    FzValue code = writer_object(writer, FZ_KIND_CODE, 0, encoded.size);
    const uint32_t words[] = {
        writer->modules.items[module->code.module->index],
        name,
        qualname,
        params,
        ir->locals.count | function->depth << 16,
        signature_of(ir),
        encoded.code_size | encoded.region_count << 16,
        (function->input.line & 0xffffff) | (uint32_t)ir->free_count << 24,
    };
    for (uint32_t i = 0; i < sizeof words / sizeof words[0]; i++)
        writer_set(writer, code, 1 + i, words[i]);
    memcpy(writer_bytes(writer, code, 9), encoded.bytes, encoded.size);
    VEC_PUSH(writer->arena, &writer->codes, code);
    VEC_PUSH(writer->arena, &writer->code_sources, (ImageCode){module->code.module, ir});
    return code;
}

// Gives entries that stand for functions their values.
static void resolve_entries(ModuleWriter *module, const IrFunction *ir, FzValue code)
{
    for (uint32_t i = 0; i < module->code.pool.count; i++) {
        PoolEntry *entry = &module->code.pool.items[i];
        if (entry->code != ir)
            continue;
        entry->value = code;
        if (!entry->is_function)
            continue;
        entry->value = writer_object(module->code.writer, FZ_KIND_FUNCTION, 0, 0);
        writer_set(module->code.writer, entry->value, 1, code);
    }
}

static FzValue slots_dict(ImageWriter *writer, const LinkedModule *module)
{
    DictEntries entries = {0};
    for (uint32_t i = 0; i < module->slots.entries.count; i++) {
        const NameEntry *slot = &module->slots.entries.items[i];
        DictEntry entry = {.key = writer_name_of(writer, slot->name)};
        entry.value = fz_from_int((int32_t)slot->value);
        VEC_PUSH(writer->arena, &entries, entry);
    }
    return writer_dict(writer, entries.items, entries.count);
}

static FzValue pool_array(ModuleWriter *module)
{
    ImageWriter *writer = module->code.writer;
    uint32_t count = module->code.pool.count;
    if (count == 0)
        return FZ_NULL;
    FzValue array = writer_object(writer, FZ_KIND_ARRAY, 0, count);
    for (uint32_t i = 0; i < count; i++)
        writer_set(writer, array, 1 + i, module->code.pool.items[i].value);
    return array;
}

static void check_module(ModuleWriter *module)
{
    const LinkedModule *linked = module->code.module;
    Diagnostics *diags = module->code.writer->program->diags;
    if (module->code.pool.count > ENCODE_MOST + 1) {
        diag_report(diags, linked->ir->source, (Span){0}, DIAG_TOO_MANY_CONSTANTS,
                    linked->name->text, module->code.pool.count, (uint32_t)ENCODE_MOST + 1);
        module->failed = true;
    }
    if (linked->slots.entries.count > ENCODE_MOST) {
        diag_report(diags, linked->ir->source, (Span){0}, DIAG_TOO_MANY_GLOBALS,
                    linked->name->text, linked->slots.entries.count, (uint32_t)ENCODE_MOST);
        module->failed = true;
    }
}

void writer_python_module(ImageWriter *writer, const LinkedModule *linked)
{
    ModuleWriter module = {.code = {.writer = writer, .module = linked}};
    FzValue object = writer->modules.items[linked->index];
    add_function(&module, linked->ir->top, true);
    check_module(&module);
    sort_pool(&module);
    for (uint32_t i = 0; i < module.functions.count && !module.failed; i++) {
        const FunctionCode *function = module.functions.items[i];
        FzValue code = write_function(&module, function);
        resolve_entries(&module, function->ir, code);
        if (i == 0)
            writer_set(writer, object, 4, code);
    }
    writer->failed |= module.failed;
    writer_set(writer, object, 2, slots_dict(writer, linked));
    writer_set(writer, object, 5, pool_array(&module));
    writer_set(writer, object, 6, writer->globals_count);
    writer->globals_count += 1 + linked->slots.entries.count;
}
