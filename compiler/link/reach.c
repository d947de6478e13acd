// SPDX-License-Identifier: MIT
// A method of a built-in class can only be reached by its name, so one whose name no code mentions
// is left out: as an attribute, or in a str constant, since getattr takes those. A program that
// hands getattr and its like a name it worked out at run time keeps them all. Special methods of
// the kinds that the runtime works on directly are kept when they are mentioned, when a built-in
// function of their name is (round asks for __round__), or when the class may have subclasses;
// those of other classes always, because the runtime asks for them.
#include "reach.h"

#include "classes.h"
#include "globals.h"
#include "makes.h"
#include "flashfreeze/opcodes.h"

static void mention(Program *program, const char *text, size_t size)
{
    enum { LONGEST_NAME = 64 };
    if (size <= LONGEST_NAME)
        name_map_add(program->arena, &program->attributes,
                     names_intern(program->names, text, size), 0);
}

static bool is_word_byte(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte == '_' || byte >= 0x80 || (byte >= '0' && byte <= '9') ||
           ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

// "{point.x}".format(…) looks up the attribute x.
static void mention_fields(Program *program, const char *text, size_t size)
{
    if (!memchr(text, '{', size))
        return;
    for (size_t i = 0; i < size; i++) {
        size_t start = i + 1;
        size_t end = start;
        while (text[i] == '.' && end < size && is_word_byte(text[end]))
            end++;
        if (end > start)
            mention(program, text + start, end - start);
    }
}

static void mention_constant(Program *program, const Constant *constant)
{
    switch (constant->kind) {
    case CONSTANT_STR:
        mention(program, constant->text.bytes, constant->text.size);
        mention_fields(program, constant->text.bytes, constant->text.size);
        break;
    case CONSTANT_TUPLE:
    case CONSTANT_FROZENSET:
        for (uint32_t i = 0; i < constant->items.count; i++)
            mention_constant(program, constant->items.items[i]);
        break;
    default:
        break;
    }
}

// Built-in functions that look up attributes whose names they are given as the second argument,
// or all attributes.
static bool takes_name(const char *name)
{
    return strcmp(name, "getattr") == 0 || strcmp(name, "hasattr") == 0 ||
           strcmp(name, "setattr") == 0 || strcmp(name, "delattr") == 0;
}

static bool lists_names(const char *name)
{
    return strcmp(name, "dir") == 0 || strcmp(name, "vars") == 0;
}

// Whether the function loaded at `place` is called at once with a str constant as second argument:
// follows straight-line code by its stack effect from the function on.
static bool is_given_constant(const IrFunction *function, uint32_t place)
{
    uint32_t height = 1; // the function alone
    uint32_t second = 0; // instruction that starts the second argument, maybe
    bool is_whole = true; // the argument is just that instruction
    for (uint32_t i = place + 1; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (ir_op_is_pseudo(inst->op) || ir_op_jumps(inst->op))
            return false;
        uint32_t pops;
        uint32_t pushes;
        ir_stack_effect(inst, &pops, &pushes);
        if (pops >= height) {
            bool is_call = inst->op == IR_CALL && pops == height && second > 0;
            const IrInst *name = &function->code.items[second];
            return is_call && is_whole && name->op == IR_LOAD_CONST &&
                   name->constant->kind == CONSTANT_STR;
        }
        if (second == 0 && height == 2 && pops == 0) {
            second = i;
            is_whole = true;
        } else if (height - pops < 2) {
            second = 0; // it was part of the first argument
        } else if (height - pops < 3) {
            is_whole = false;
        }
        height = height - pops + pushes;
    }
    return false;
}

// Whether an instruction only looks at the class that lies on the stack, and drops it.
static bool only_looks(const IrInst *inst)
{
    static const char *const plain[] = {"__name__", "__qualname__", "__module__"};
    if (inst->op == IR_IS || inst->op == IR_IS_NOT)
        return true;
    for (size_t i = 0; inst->op == IR_LOAD_ATTR && i < sizeof plain / sizeof plain[0]; i++)
        if (name_is(inst->name, plain[i]))
            return true;
    return false;
}

// Whether `type`, loaded at `place`, is called with one argument and the result only looked at, so that
// the program does not get hold of a class by it. Follows straight-line code by its stack effect.
static bool only_asks_type(const IrFunction *function, uint32_t place)
{
    uint32_t height = 1; // the function alone
    for (uint32_t i = place + 1; i + 2 < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        uint32_t pops;
        uint32_t pushes;
        if (ir_op_is_pseudo(inst->op) || ir_op_jumps(inst->op))
            return false;
        ir_stack_effect(inst, &pops, &pushes);
        if (pops >= height) {
            bool loads_more = inst[1].op == IR_LOAD_LOCAL || inst[1].op == IR_LOAD_GLOBAL;
            return inst->op == IR_CALL && pops == 2 && height == 2 &&
                   only_looks(loads_more ? inst + 2 : inst + 1) &&
                   (!loads_more || inst[2].op != IR_LOAD_ATTR);
        }
        height = height - pops + pushes;
    }
    return false;
}

static void mark_type(Program *program, const IrFunction *function, uint32_t place)
{
    const Name *name = program_name(program, function->code.items[place].name);
    program->hands_type |= name_is(name, "type") && !only_asks_type(function, place);
}

// Whether the instruction loads a function that is given names of attributes worked out at run time.
static bool opens(const Program *program, const LinkedModule *module, const IrFunction *function,
                  uint32_t place)
{
    const Name *name = program_name(program, function->code.items[place].name);
    if (module->is_closed || program_global(program, module, name).kind != GLOBAL_NATIVE)
        return false;
    return lists_names(name->text) || (takes_name(name->text) && !is_given_constant(function, place));
}

static void mark_name(Program *program, const LinkedModule *module, const IrFunction *function,
                      uint32_t place)
{
    const Name *name = program_name(program, function->code.items[place].name);
    name_map_add(program->arena, &program->free_names, name, 0);
    program->is_open |= opens(program, module, function, place);
    mark_type(program, function, place);
}

// A class that a class statement names as its base: the load before BUILD_CLASS takes its
// arguments. Loads of any class between the body and there count.
static void mark_bases(Program *program, const LinkedModule *module, const IrFunction *function,
                       uint32_t place)
{
    for (uint32_t i = place; i-- > 0;) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op == IR_MAKE_FUNCTION || inst->op == IR_MAKE_CLOSURE)
            return;
        if (inst->op != IR_LOAD_GLOBAL && inst->op != IR_LOAD_NAME)
            continue;
        const Name *name = program_name(program, inst->name);
        GlobalMeaning meaning = program_global(program, module, name);
        uint32_t type = meaning.kind == GLOBAL_TYPE ? meaning.number : (uint32_t)FZ_TYPE_NONE;
        for (; type != FZ_TYPE_NONE; type = catalogue_type(type)->base)
            program->keep_special[type] = true;
    }
}

static bool formats(IrOp op) { return op == IR_BINARY_MODULO || op == IR_INPLACE_MODULO; }

// Whether what the LOAD_LOCAL at `place` loads was stored in the same straight piece of code as the
// counter of a `for` over a range.
static bool is_counter(const IrFunction *function, uint32_t place)
{
    uint32_t local = function->code.items[place].count;
    for (uint32_t i = place; i-- > 1;) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op == IR_LABEL)
            return false;
        if (inst->op == IR_STORE_LOCAL && inst->count == local) {
            IrOp step = function->code.items[i - 1].op;
            return step == IR_FOR_RANGE || step == IR_FOR_UP;
        }
    }
    return false;
}

// Whether the left operand of the binary operation at `place` is an int for sure.
static bool is_int_before(const IrFunction *function, uint32_t place)
{
    if (place < 2)
        return false;
    return function->code.items[place - 1].op == IR_LOAD_CONST &&
           function->code.items[place - 2].op == IR_LOAD_LOCAL && is_counter(function, place - 2);
}

// Operations whose large cases are methods of built-in classes (runtime_stub/objects/optional.h).
static void mark_operation(Program *program, const IrFunction *function, uint32_t place)
{
    IrOp op = function->code.items[place].op;
    static const struct {
        IrOp op;
        FzNativeId native;
    } needs[] = {
        {IR_BINARY_POWER, FZ_NATIVE_fz_float_pow},
        {IR_INPLACE_POWER, FZ_NATIVE_fz_float_pow},
        {IR_BINARY_MODULO, FZ_NATIVE_fz_str_special_mod},
        {IR_BINARY_MODULO, FZ_NATIVE_fz_bytes_special_mod},
        {IR_BINARY_MODULO, FZ_NATIVE_fz_bytearray_special_mod},
        {IR_INPLACE_MODULO, FZ_NATIVE_fz_str_special_mod},
        {IR_INPLACE_MODULO, FZ_NATIVE_fz_bytes_special_mod},
        {IR_INPLACE_MODULO, FZ_NATIVE_fz_bytearray_special_mod},
        {IR_FORMAT_WITH_SPEC, FZ_NATIVE_fz_int_special_format},
        {IR_FORMAT_WITH_SPEC, FZ_NATIVE_fz_float_special_format},
        {IR_FORMAT_WITH_SPEC, FZ_NATIVE_fz_str_special_format},
    };
    for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++)
        if (needs[i].op == op && !(formats(op) && is_int_before(function, place)))
            program->keep_native[needs[i].native] = true;
}

static bool has_ellipsis(const Constant *constant)
{
    if (constant->kind == CONSTANT_ELLIPSIS)
        return true;
    if (constant->kind != CONSTANT_TUPLE && constant->kind != CONSTANT_FROZENSET)
        return false;
    for (uint32_t i = 0; i < constant->items.count; i++)
        if (has_ellipsis(constant->items.items[i]))
            return true;
    return false;
}

// Whether the instructions of that kind are no longer in the code; the image has others for some of the IR.
static bool is_gone(const bool *ops, IrOp op)
{
    return ops && (uint32_t)op < FZ_OP_COUNT && !ops[op] && op != IR_LOAD_CONST && op != IR_LOAD_GLOBAL &&
           op != IR_LOAD_NAME && op != IR_IMPORT_STAR;
}

// What code asks of the runtime without naming it. `ops`: instructions that remain, or NULL.
static void mark_needs(Program *program, const LinkedModule *module, const IrFunction *function,
                       const bool *ops)
{
    program->kinds |= makes_of_function(function, ops);
    if (function->is_coroutine)
        program->keep_type[FZ_TYPE_COROUTINE] = true;
    if (function->is_async_generator)
        program->keep_type[FZ_TYPE_ASYNC_GENERATOR] = true;
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (is_gone(ops, inst->op))
            continue;
        mark_operation(program, function, i);
        program->ops[inst->op] = true;
        program->has_ellipsis |= inst->op == IR_LOAD_CONST && has_ellipsis(inst->constant);
        if (function->code.items[i].op == IR_BUILD_CLASS)
            mark_bases(program, module, function, i);
    }
}

static void mark_function(void *context, const LinkedModule *module, const IrFunction *function)
{
    Program *program = context;
    mark_needs(program, module, function, NULL);
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        switch (inst->op) {
        case IR_LOAD_ATTR:
        case IR_LOAD_METHOD:
        case IR_LOAD_SUPER_ATTR:
        case IR_LOAD_SUPER_METHOD:
        case IR_IMPORT_FROM:
            mention(program, inst->name->text, inst->name->size);
            break;
        case IR_STORE_ATTR:
            // __class__ and its like are looked up before they are written.
            if (inst->name->size > 2 && memcmp(inst->name->text, "__", 2) == 0)
                mention(program, inst->name->text, inst->name->size);
            // fall through
        case IR_STORE_NAME:
            name_map_add(program->arena, &program->stored_names,
                         program_name(program, inst->name), 0);
            break;
        case IR_LOAD_CONST:
            mention_constant(program, inst->constant);
            break;
        case IR_LOAD_GLOBAL:
        case IR_LOAD_NAME:
            mark_name(program, module, function, i);
            break;
        default:
            break;
        }
    }
}

static bool is_mentioned(const Program *program, const char *text)
{
    return name_map_has(&program->attributes, names_intern_z(program->names, text));
}

static bool is_used_name(const Program *program, const char *text)
{
    return name_map_has(&program->free_names, names_intern_z(program->names, text));
}

// Star imports of the runtime's modules bind all their names.
static bool is_star_source(const Program *program, const LinkedModule *module)
{
    for (uint32_t i = 0; i < program->modules.count; i++)
        if (name_map_has(&program->modules.items[i]->stars, module->name))
            return true;
    return false;
}

static bool keeps_function(const Program *program, const NativeRow *row)
{
    if (strcmp(row->module, "builtins") == 0 && is_used_name(program, row->name))
        return true;
    const LinkedModule *module = program_find(program, names_intern_z(program->names, row->module));
    return module && module->kind == LINKED_NATIVE &&
           (program->is_open || is_mentioned(program, row->name) ||
            is_star_source(program, module));
}

// Classes whose instances the runtime handles by their kind, without looking up special methods.
static bool is_plain(FzTypeId type)
{
    switch (type) {
    case FZ_TYPE_INT:
    case FZ_TYPE_BOOL:
    case FZ_TYPE_FLOAT:
    case FZ_TYPE_STR:
    case FZ_TYPE_BYTES:
    case FZ_TYPE_BYTEARRAY:
    case FZ_TYPE_TUPLE:
    case FZ_TYPE_LIST:
    case FZ_TYPE_DICT:
    case FZ_TYPE_SET:
    case FZ_TYPE_FROZENSET:
    case FZ_TYPE_RANGE:
    case FZ_TYPE_SLICE:
    case FZ_TYPE_FUNCTION:
    case FZ_TYPE_NATIVE:
    case FZ_TYPE_METHOD:
    case FZ_TYPE_ITERATOR:
        return true;
    default:
        return false;
    }
}

// A class is called by its name, or as the class of a value.
static bool is_constructed(const Program *program, FzTypeId type)
{
    const char *name = catalogue_type(type)->name;
    return (type != FZ_TYPE_TYPE && is_used_name(program, name)) || is_mentioned(program, name) ||
           program->hands_type || is_mentioned(program, "__class__");
}

// The runtime makes instances and exceptions itself. It asks for the natives when keywords are passed to
// an exception's class, and when object itself is called; special methods of exceptions are only
// reached by name.
static bool keeps_base(const Program *program, const NativeRow *row, bool makes)
{
    if (row->type == FZ_TYPE_OBJECT)
        return makes ? is_constructed(program, FZ_TYPE_OBJECT)
                     : is_used_name(program, "dir") && strcmp(row->name, "__dir__") == 0;
    return makes && (program->ops[IR_CALL_KW] || program->ops[IR_CALL_METHOD_KW] ||
                     program->ops[IR_CALL_EX]);
}

// Whether the runtime has a function or built-in class of the name.
static bool is_of_runtime(const char *name)
{
    if (catalogue_find_type(name) != FZ_TYPE_NONE)
        return true;
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++)
        if (catalogue_native(i)->module && strcmp(catalogue_native(i)->name, name) == 0)
            return true;
    return false;
}

static bool keeps_special(const Program *program, const NativeRow *row)
{
    if (strcmp(row->name, "__reduce_ex__") == 0)
        return false; // the runtime never asks for it
    if (row->type == FZ_TYPE_COROUTINE && strcmp(row->name, "__await__") == 0)
        return false; // `await` itself needs none
    if (row->type == FZ_TYPE_TYPE && row->name[0] == '_' && strcmp(row->name, "__new__") != 0 &&
        strchr(row->flag_letters, 'G') == NULL)
        return false; // what metaclasses may call of their base
    if (catalogue_native_flags(row) & FZ_NATIVE_GETTER)
        return false; // the runtime itself never asks for these
    bool makes = strcmp(row->name, "__new__") == 0 || strcmp(row->name, "__init__") == 0;
    bool is_by_name = is_plain(row->type) || row->type == FZ_TYPE_TYPE;
    if (row->type == FZ_TYPE_OBJECT || row->type == FZ_TYPE_BASE_EXCEPTION)
        return keeps_base(program, row, makes);
    if (program->keep_special[row->type] || !(is_plain(row->type) || (makes && is_by_name)))
        return true;
    if (makes)
        return is_constructed(program, row->type);
    size_t size = strlen(row->name);
    if (size <= 4)
        return false;
    const char *function = arena_copy(program->arena, row->name + 2, size - 4);
    return (is_used_name(program, function) || is_mentioned(program, function)) && is_of_runtime(function);
}

// What is thrown into a generator reaches the one it delegates to by the methods of these names.
static bool closes_delegate(const Program *program, const NativeRow *row)
{
    bool delegates = row->type == FZ_TYPE_GENERATOR || row->type == FZ_TYPE_COROUTINE;
    if (!delegates || (strcmp(row->name, "throw") != 0 && strcmp(row->name, "close") != 0))
        return false;
    return is_mentioned(program, "throw") || is_mentioned(program, "close") ||
           is_mentioned(program, "athrow") || is_mentioned(program, "aclose");
}

static bool keeps_method(const Program *program, const NativeRow *row)
{
    if (!program->keep_type[row->type])
        return false;
    bool is_special = row->name[0] == '_' && row->name[1] == '_';
    bool is_needed = row->type == FZ_TYPE_AWAITER || closes_delegate(program, row) || strcmp(row->name, "derive") == 0 ||
                     strcmp(row->name, "except* print") == 0;
    return program->is_open || is_mentioned(program, row->name) || is_needed ||
           (is_special && keeps_special(program, row));
}

static bool is_called(const Program *program, const char *name)
{
    return is_mentioned(program, name) || is_used_name(program, name);
}

// Exceptions that the runtime raises in this program.
static void keep_raised(Program *program)
{
#define RAISED_BY_OP(type, op)     program->keep_type[FZ_TYPE_##type] |= program->ops[IR_##op];
#define RAISED_BY_NAME(type, name) program->keep_type[FZ_TYPE_##type] |= is_called(program, name);
#define RAISED_BY_KIND(type, kind) \
    program->keep_type[FZ_TYPE_##type] |= (program->kinds >> FZ_KIND_NUMBER_##kind & 1) != 0;
#include "raises.def"
    bool divides = program_find(program, names_intern_z(program->names, "math")) != NULL;
    program->keep_type[FZ_TYPE_ZERO_DIVISION_ERROR] |= divides;
    program->keep_type[FZ_TYPE_OVERFLOW_ERROR] |= divides;
}

// Classes of single objects and of what only attributes give.
static void keep_rare(Program *program)
{
    static const struct {
        FzTypeId type;
        const char *name;
    } rare[] = {
        {FZ_TYPE_ELLIPSIS, "Ellipsis"},       {FZ_TYPE_NOT_IMPLEMENTED, "NotImplemented"},
        {FZ_TYPE_CODE, "__code__"},           {FZ_TYPE_CODE, "gi_code"},
        {FZ_TYPE_CODE, "cr_code"},            {FZ_TYPE_CODE, "ag_code"},
        {FZ_TYPE_CONSOLE, "stdout"},          {FZ_TYPE_CONSOLE, "stderr"},
        {FZ_TYPE_CONSOLE, "stdin"},           {FZ_TYPE_TRACEBACK, "__traceback__"},
        {FZ_TYPE_TRACEBACK, "exc_info"},      {FZ_TYPE_TRACEBACK, "tb_lineno"},
        {FZ_TYPE_TRACEBACK, "tb_next"},       {FZ_TYPE_TRACEBACK, "tb_frame"},
        {FZ_TYPE_CODE, "f_code"},
    };
    for (size_t i = 0; i < sizeof rare / sizeof rare[0]; i++)
        program->keep_type[rare[i].type] |= program->is_open || is_called(program, rare[i].name);
    program->keep_type[FZ_TYPE_ELLIPSIS] |= program->has_ellipsis;
}

// Steps of async generators are objects, and so is what coroutine.__await__() and anext() give.
static void keep_async(Program *program)
{
    if (program->keep_type[FZ_TYPE_ASYNC_GENERATOR])
        program->keep_type[FZ_TYPE_STOP_ASYNC_ITERATION] = true;
    if (is_used_name(program, "memoryview"))
        program->keep_type[FZ_TYPE_NOT_IMPLEMENTED_ERROR] = true;
    if (program->keep_type[FZ_TYPE_ASYNC_GENERATOR] || is_used_name(program, "anext") ||
        (program->keep_type[FZ_TYPE_COROUTINE] &&
         (program->is_open || is_mentioned(program, "__await__"))))
        program->keep_type[FZ_TYPE_AWAITER] = true;
}

// Classes marked V whose objects say which they are of by their flags.
static bool type_has_kind(FzTypeId type, uint32_t kind)
{
    if (kind == FZ_KIND_DICT_VIEW)
        return type == FZ_TYPE_DICT_KEYS || type == FZ_TYPE_DICT_VALUES ||
               type == FZ_TYPE_DICT_ITEMS;
    return kind == FZ_KIND_GENERATOR && type == FZ_TYPE_GENERATOR;
}

// Whether objects of that class can come to be, as far as their kind tells.
static bool has_instances(const Program *program, FzTypeId type)
{
    static const uint8_t kind_types[] = {
#define KIND(name, type, words, values, tail) FZ_TYPE_##type,
#include "flashfreeze/kinds.def"
#undef KIND
    };
    for (uint32_t kind = 0; kind < FZ_KIND_COUNT; kind++) {
        bool is_other = kind_types[kind] == FZ_TYPE_NONE && type_has_kind(type, kind);
        if ((kind_types[kind] == type || is_other) && program->kinds >> kind & 1)
            return true;
    }
    return false;
}

static void keep_types(Program *program)
{
    keep_raised(program);
    keep_rare(program);
    keep_async(program);
    if (is_used_name(program, "except*"))
        program->keep_type[FZ_TYPE_BASE_EXCEPTION_GROUP] = true;
    for (uint32_t i = 1; i < FZ_TYPE_COUNT; i++) {
        const TypeRow *row = catalogue_type(i);
        bool is_named = catalogue_type_has(row, 'B') && (is_used_name(program, row->name) ||
                                                         is_mentioned(program, row->name));
        bool is_needed = catalogue_type_has(row, 'K') || program->keep_type[i] ||
                         (catalogue_type_has(row, 'V') && has_instances(program, (FzTypeId)i));
        if (!is_named && !is_needed)
            continue;
        for (FzTypeId id = (FzTypeId)i; id != FZ_TYPE_NONE; id = catalogue_type(id)->base)
            program->keep_type[id] = true;
    }
    // A BaseExceptionGroup of Exceptions alone is an ExceptionGroup.
    if (program->keep_type[FZ_TYPE_BASE_EXCEPTION_GROUP])
        program->keep_type[FZ_TYPE_EXCEPTION_GROUP] = true;
    // Classes of the library's modules.
    for (uint32_t i = 0; i < catalogue_constant_count(); i++) {
        const ModuleConstantRow *row = catalogue_constant(i);
        if (row->kind != MODULE_TYPE || !program_find(program, names_intern_z(program->names, row->module)))
            continue;
        for (FzTypeId id = (FzTypeId)row->integer; id != FZ_TYPE_NONE; id = catalogue_type(id)->base)
            program->keep_type[id] = true;
    }
    // Other names of a class.
    for (uint32_t i = 0; i < program->free_names.entries.count; i++)
        program->keep_type[catalogue_find_type(program->free_names.entries.items[i].name->text)] =
            true;
    program->keep_type[FZ_TYPE_NONE] = false;
}

static void keep_natives(Program *program)
{
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++) {
        const NativeRow *row = catalogue_native(i);
        program->keep_native[i] |=
            row->module ? keeps_function(program, row) : keeps_method(program, row);
        if (program->keep_native[i] && (row->module || program->keep_type[row->type]))
            program->kinds |= makes_of_native(i, program->kinds);
    }
}

void reach_start(Program *program)
{
    program->attributes = program->free_names = program->stored_names = (NameMap){0};
    program->kinds = 0;
    program->is_open = program->hands_type = program->makes_names = program->has_ellipsis = false;
    memset(program->ops, 0, sizeof program->ops);
    program->keep_native = ARENA_NEW_ARRAY(program->arena, bool, FZ_NATIVES_COUNT);
    program->keep_type = ARENA_NEW_ARRAY(program->arena, bool, FZ_TYPE_COUNT);
    program->keep_special = ARENA_NEW_ARRAY(program->arena, bool, FZ_TYPE_COUNT);
}

void reach_function(Program *program, const LinkedModule *module, const IrFunction *function,
                    const bool *ops)
{
    mark_needs(program, module, function, ops);
    for (uint32_t i = 0; i < FZ_OP_COUNT; i++)
        program->ops[i] |= ops[i];
    for (uint32_t i = 0; i < function->code.count; i++) {
        IrOp op = function->code.items[i].op;
        if (op != IR_LOAD_GLOBAL && op != IR_LOAD_NAME)
            continue;
        const Name *name = program_name(program, function->code.items[i].name);
        program->is_open |= opens(program, module, function, i);
        mark_type(program, function, i);
        if (program_global(program, module, name).kind == GLOBAL_VALUE)
            name_map_add(program->arena, &program->free_names, name, 0);
    }
}

void reach_text(Program *program, const char *text, size_t size)
{
    mention(program, text, size);
    mention_fields(program, text, size);
}

ReachNames reach_native(const NativeRow *row)
{
    if (!row->module || strcmp(row->module, "builtins") != 0)
        return REACH_NO_NAMES;
    if (lists_names(row->name))
        return REACH_ANY_NAME;
    return takes_name(row->name) ? REACH_A_NAME : REACH_NO_NAMES;
}

void reach_finish(Program *program)
{
    // What is kept makes objects, whose classes are kept with their methods, which make objects.
    program->kinds |= makes_of_program(program);
    program->kinds = makes_closure(program->kinds);
    for (KindSet before = 0; before != program->kinds;) {
        before = program->kinds;
        keep_types(program);
        keep_natives(program);
        program->kinds = makes_closure(program->kinds);
    }
    classes_strip(program);
}

void reach_mark(Program *program)
{
    reach_start(program);
    for (uint32_t i = 0; i < program->modules.count; i++)
        functions_visit(program->modules.items[i], mark_function, program);
    reach_finish(program);
}
