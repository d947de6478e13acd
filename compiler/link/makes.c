// SPDX-License-Identifier: MIT
// Rows of makes.def as sets of kinds, and one walk over the IR. What is not sure counts as made.
#include "makes.h"

#include "globals.h"

#define K(kind)    ((KindSet)1 << FZ_KIND_##kind)
#define WIDE       ((KindSet)1 << FZ_WIDE_TEXT)
#define EVERYTHING (~(KindSet)0)

static const KindSet of_every_program = 0
#define KIND_EVERY(kind) | K(kind)
#include "flashfreeze/makes.def"
    ;

static KindSet of_op(IrOp op)
{
    switch (op) {
#define OP_MAKES(op, kinds) \
    case IR_##op:           \
        return kinds;
#include "flashfreeze/makes.def"
    default:
        return 0;
    }
}

static KindSet of_name(const char *text)
{
    static const struct {
        const char *name;
        KindSet kinds;
    } rows[] = {
#define NAME_MAKES(name, kinds) {name, kinds},
#include "flashfreeze/makes.def"
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (strcmp(rows[i].name, text) == 0)
            return rows[i].kinds;
    return 0;
}

static KindSet of_class(FzTypeId type)
{
    switch (type) {
#define CLASS_MAKES(type, kinds) \
    case FZ_TYPE_##type:         \
        return kinds;
#include "flashfreeze/makes.def"
    default:
        return EVERYTHING;
    }
}

KindSet makes_of_native(uint32_t id, KindSet kinds)
{
    switch (id) {
#define NATIVE_MAKES(symbol, made) \
    case FZ_NATIVE_##symbol:       \
        return made;
#define NATIVE_MAKES_OF(symbol, of, made) \
    case FZ_NATIVE_##symbol:              \
        return kinds & (of) ? (made) : 0;
#include "flashfreeze/makes.def"
    default:
        return of_class(catalogue_native(id)->type); // of a function: FZ_TYPE_NONE
    }
}

KindSet makes_closure(KindSet kinds)
{
    for (KindSet before = 0; before != kinds;) {
        before = kinds;
#define KIND_MAKES(kind, more) \
    if (kinds & K(kind))       \
        kinds |= more;
#include "flashfreeze/makes.def"
    }
    return kinds;
}

static KindSet of_constant(const Constant *constant)
{
    KindSet kinds = 0;
    switch (constant->kind) {
    case CONSTANT_FLOAT:
        return K(FLOAT);
    case CONSTANT_BYTES:
        return K(BYTES);
    case CONSTANT_FROZENSET:
        kinds = K(FROZENSET);
        break;
    case CONSTANT_RANGE:
        kinds = K(RANGE);
        break;
    case CONSTANT_TUPLE:
        break;
    default:
        return 0;
    }
    for (uint32_t i = 0; i < constant->items.count; i++)
        kinds |= of_constant(constant->items.items[i]);
    return kinds;
}

// Whether the spec of the FORMAT_WITH_SPEC at `place` is a constant that asks for no float.
static bool has_plain_spec(const IrFunction *function, uint32_t place)
{
    const IrInst *spec = place > 0 ? &function->code.items[place - 1] : NULL;
    if (!spec || spec->op != IR_LOAD_CONST || spec->constant->kind != CONSTANT_STR)
        return false;
    size_t size = spec->constant->text.size;
    return size == 0 || !strchr("ceEfFgGn%", spec->constant->text.bytes[size - 1]);
}

KindSet makes_of_function(const IrFunction *function, const bool *ops)
{
    KindSet kinds = 0;
    if (function->is_generator)
        kinds |= K(GENERATOR);
    for (uint32_t i = 0; i < function->locals.count; i++)
        if (function->locals.items[i].is_cell)
            kinds |= K(CELL);
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op == IR_LOAD_CONST)
            kinds |= of_constant(inst->constant);
        bool is_there = !ops || ir_op_is_pseudo(inst->op) || ops[inst->op];
        if (is_there && (inst->op != IR_FORMAT_WITH_SPEC || !has_plain_spec(function, i)))
            kinds |= of_op(inst->op);
    }
    return kinds;
}

KindSet makes_of_class(void) { return of_op(IR_BUILD_CLASS); }

static KindSet of_bound(const Program *program)
{
    KindSet kinds = 0;
    for (uint32_t i = 0; i < program->manifest->natives.count; i++) {
        ManifestNativeType type = program->manifest->natives.items[i].returns;
        kinds |= type == NATIVE_FLOAT   ? K(FLOAT)
                 : type == NATIVE_BYTES ? K(BYTES)
                 : type == NATIVE_STR   ? WIDE
                 : type == NATIVE_ANY   ? EVERYTHING
                                             : 0;
    }
    return kinds;
}

// Constants of the runtime's modules and of the manifest.
static KindSet of_module_constants(const Program *program)
{
    KindSet kinds = 0;
    for (uint32_t i = 0; i < catalogue_constant_count(); i++) {
        const ModuleConstantRow *row = catalogue_constant(i);
        if (row->kind == MODULE_FLOAT &&
            program_find(program, names_intern_z(program->names, row->module)))
            kinds |= K(FLOAT);
    }
    for (uint32_t i = 0; i < program->manifest->constants.count; i++)
        kinds |= of_constant(program->manifest->constants.items[i].value);
    return kinds;
}

KindSet makes_of_program(const Program *program)
{
    KindSet kinds = of_every_program | of_bound(program) | of_module_constants(program);
    const NameMap *maps[] = {&program->attributes, &program->free_names, &program->stored_names};
    for (size_t map = 0; map < sizeof maps / sizeof maps[0]; map++)
        for (uint32_t i = 0; i < maps[map]->entries.count; i++)
            kinds |= of_name(maps[map]->entries.items[i].name->text);
    return program->is_open ? EVERYTHING : kinds;
}
