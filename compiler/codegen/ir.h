// SPDX-License-Identifier: MIT
// The one intermediate representation: per function a list of stack instructions with labels.
// Instructions are those of the instruction set (opcodes.def, without short forms) plus the
// pseudo-instructions of ir.def; operands are names, constants and labels instead of indices.
// Code generation makes it, IR passes rewrite it, the image and .mpy encoders read it.
#ifndef FLASHFREEZE_CODEGEN_IR_H
#define FLASHFREEZE_CODEGEN_IR_H

#include "../base/constant.h"
#include "../base/names.h"
#include "../base/source.h"
#include "../base/vec.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum {
#define OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags) IR_##name,
#include "flashfreeze/opcodes.def"
#undef OP
#define MICROPYTHON_OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags) IR_##name,
#include "ir.def"
#undef MICROPYTHON_OP
#define PSEUDO(name, operand, role) IR_##name,
#include "ir.def"
#undef PSEUDO
    IR_OP_COUNT
} IrOp;

typedef struct IrFunction IrFunction;

typedef uint32_t IrLabel; // index into IrFunction.labels; labels are made before they are placed

typedef struct {
    IrOp op;
    uint8_t a, b; // PAIR operands; CONSTB's flags in b; FORMAT_* conversion stays in `count`;
                  // LOAD_CONST of a text that is a name in the source: a is 1
    union {
        uint32_t count;           // COUNT, LOCAL (index into IrFunction.locals)
        IrLabel label;            // FWD, ADDR; pseudo-instructions with a label
        const Name *name;         // NAME, GLOBAL, IMPORT_NAME
        const Constant *constant; // LOAD_CONST
        IrFunction *function;     // MAKE_FUNCTION, MAKE_CLOSURE
    };
    Span span; // what the instruction was made from; line tables and errors come from it
} IrInst;

typedef VEC(IrInst) IrCode;

typedef enum {
    IR_LOCAL_PARAM, // parameters first, in the order of the signature
    IR_LOCAL_FREE,  // a cell of an enclosing function, next
    IR_LOCAL_VAR,   // everything else
} IrLocalKind;

typedef struct {
    const Name *name; // NULL for a temporary
    IrLocalKind kind;
    bool is_cell; // the slot holds a cell: FREE ones get it from the closure, others from MAKE_CELL
                  // on entry
} IrLocal;

typedef enum {
    IR_FUNCTION_MODULE, // a module's top level
    IR_FUNCTION_CLASS, // a class body: local 0 is a parameter, the namespace dict, which it returns
    IR_FUNCTION_DEF,
    IR_FUNCTION_LAMBDA,
    IR_FUNCTION_COMPREHENSION, // local 0 is the iterator of the first `for`
} IrFunctionKind;

struct IrFunction {
    IrFunctionKind kind;
    const Name *name;     // __name__, such as "<lambda>"
    const Name *qualname; // __qualname__, such as "Outer.method"
    IrFunction *parent;   // NULL for the module's top level
    IrCode code;
    uint32_t label_count;
    VEC(IrLocal) locals; // params, then free cells, then variables
    uint16_t posonly_count;
    uint16_t param_count; // positional parameters, with the positional-only ones
    uint16_t kwonly_count;
    bool has_varargs;     // then one param after the keyword-only ones
    bool has_varkeywords; // then the last param
    uint16_t default_count;    // of positional parameters with defaults
    bool has_keyword_defaults; // of keyword-only ones
    bool is_generator;       // a call makes a generator, a coroutine or an async generator
    bool is_coroutine;       // a coroutine: async, without yield
    bool is_async_generator; // async, with yield
    uint16_t free_count;
    const Constant *docstring; // a str when kept, else NULL
    // Attributes that methods of this class body store on their first parameter (self.x = ...), in
    // order of first mention; only for IR_FUNCTION_CLASS. They become the fields of instances.
    VEC(const Name *) fields;
    VEC(IrFunction *) children; // every function made by this one, in order of mention
    Span span;
};

// One import that a module's code may do.
typedef struct {
    const Name *module;    // absolute dotted name
    const Name *attribute; // `from module import attribute`: may be a submodule; else NULL
    bool is_guarded;       // inside a try whose handler catches ImportError: may be missing
    Span span;
} IrImport;

// One compiled module.
typedef struct {
    const Name *name; // dotted, as imported
    bool is_package;
    const Source *source;
    IrFunction *top; // its top level
    VEC(IrImport) imports;
    // Names the module's code may bind at module level, in order of first mention.
    VEC(const Name *) globals;
    VEC(const Name *) star_imports; // modules of `from m import *`
    const Constant
        *all; // __all__ when it is assigned a literal list or tuple of str once; else NULL
} IrModule;

// Appends an instruction with no operand and gives it for the caller to fill in; the pointer dies
// with the next ir_emit.
IrInst *ir_emit(Arena *arena, IrFunction *function, IrOp op, Span span);

// Takes a new label, placed later by an IR_LABEL instruction.
static inline IrLabel ir_new_label(IrFunction *function)
{
    return function->label_count++;
}

// Name, operand format and stack effect of an instruction; valid for pseudo-instructions too.
typedef enum {
    IR_FORMAT_NONE,
    IR_FORMAT_LOCAL,
    IR_FORMAT_CONST,
    IR_FORMAT_NAME,
    IR_FORMAT_GLOBAL,
    IR_FORMAT_COUNT,
    IR_FORMAT_SBYTE,
    IR_FORMAT_FWD,
    IR_FORMAT_BACK,
    IR_FORMAT_PAIR,
    IR_FORMAT_CONSTB,
    IR_FORMAT_ADDR,
    IR_FORMAT_LABEL, // pseudo-instructions
} IrFormat;

// A row of opcodes.def or ir.def.
typedef struct {
    const char *name;
    uint8_t format; // IrFormat
    uint8_t pops, pops_per;
    uint8_t pushes, pushes_per;
    uint16_t flags; // IR_ROW_*: the letters of opcodes.def, and what follows from them
} IrOpRow;

enum {
    IR_ROW_J = 1,
    IR_ROW_E = 2,
    IR_ROW_P = 4,
    IR_ROW_K = 8,
    IR_ROW_S = 16,
    IR_ROW_LABELLED = 32, // has a label: a jump, or a pseudo-instruction with one
    IR_ROW_PLAIN = 64,    // just goes on, after pops and pushes that the row has in full
    IR_ROW_OPENS = 128,   // a region
    IR_ROW_CLOSES = 256,
};

extern const IrOpRow ir_op_rows[];

const char *ir_op_name(IrOp op);

static inline IrFormat ir_op_format(IrOp op) { return (IrFormat)ir_op_rows[op].format; }

// Encodes to no bytes.
static inline bool ir_op_is_pseudo(IrOp op) { return op >= IR_LABEL; }

// May go to inst->label.
static inline bool ir_op_jumps(IrOp op) { return ir_op_rows[op].flags & IR_ROW_J; }

// Does not fall through.
static inline bool ir_op_ends(IrOp op) { return ir_op_rows[op].flags & IR_ROW_E; }

static inline bool ir_op_has_label(IrOp op) { return ir_op_rows[op].flags & IR_ROW_LABELLED; }

static inline bool ir_op_is_plain(IrOp op) { return ir_op_rows[op].flags & IR_ROW_PLAIN; }

// The ends of a region.
static inline bool ir_op_opens(IrOp op) { return ir_op_rows[op].flags & IR_ROW_OPENS; }
static inline bool ir_op_closes(IrOp op) { return ir_op_rows[op].flags & IR_ROW_CLOSES; }

// The number that a row's *_per columns are multiplied by.
static inline uint32_t ir_variable_part(const IrInst *inst)
{
    if (ir_op_format(inst->op) != IR_FORMAT_PAIR)
        return inst->count;
    return inst->op == IR_UNPACK_EX ? (uint32_t)inst->a + inst->b : inst->a + 2u * inst->b;
}

// Values popped and pushed when the instruction falls through.
static inline void ir_stack_effect(const IrInst *inst, uint32_t *pops, uint32_t *pushes)
{
    const IrOpRow *row = &ir_op_rows[inst->op];
    *pops = row->pops;
    *pushes = row->pushes;
    if (row->flags & IR_ROW_PLAIN)
        return;
    if (row->pops_per)
        *pops += row->pops_per * ir_variable_part(inst);
    if (row->pushes_per)
        *pushes += row->pushes_per * ir_variable_part(inst);
    if (inst->op == IR_MAKE_CLOSURE)
        *pops = (inst->b & 1u) + (inst->b >> 1 & 1u) + (inst->b >> 2 & 1u);
}

// Change of the stack's depth when a jump is taken (not for UNWIND_JUMP, see ir_flow.h).
static inline int32_t ir_jump_effect(const IrInst *inst)
{
    uint32_t pops;
    uint32_t pushes;
    if (ir_op_rows[inst->op].flags & IR_ROW_K)
        return 0;
    ir_stack_effect(inst, &pops, &pushes);
    int32_t popped = -(int32_t)pops;
    return ir_op_rows[inst->op].flags & IR_ROW_P ? popped : (int32_t)pushes + popped;
}

#endif
