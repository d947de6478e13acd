// SPDX-License-Identifier: MIT
// What the parts of code generation share: the module and function being generated, the blocks
// around the current statement, and helpers that emit one instruction.
#ifndef FLASHFREEZE_CODEGEN_UNIT_H
#define FLASHFREEZE_CODEGEN_UNIT_H

#include "../sema/scope.h"
#include "gen.h"

typedef enum {
    BLOCK_LOOP,
    BLOCK_TRY,     // body of try … except
    BLOCK_EXCEPT,  // its handlers
    BLOCK_FINALLY, // body of try … finally or with
    BLOCK_HANDLER, // their handler
} BlockKind;

// A statement around the current one that break, continue or return may have to leave.
typedef struct Block {
    BlockKind kind;
    struct Block *outer;
    IrLabel break_label; // loops
    IrLabel continue_label;
    bool has_break;
} Block;

enum { GEN_ROOMS = 6 };

// A function being generated.
typedef struct Unit {
    struct Unit *outer;
    IrFunction *function;
    const Scope *scope;
    Block *block;             // innermost
    uint32_t class_cell_slot; // class bodies whose methods use `__class__`
} Unit;

typedef struct {
    Arena *arena;
    Names *names;
    Diagnostics *diags;
    const CompileOptions *options;
    const Module *module;
    IrModule *out;
    Unit *unit;
    uint32_t depth; // units that are open
    IrCode room[GEN_ROOMS]; // by depth: where code grows, used again for the next unit
    bool failed;
} Gen;

// Reports an error and remembers that there was one.
#define GEN_ERROR(gen, span, ...)                                                                  \
    do {                                                                                           \
        diag_report((gen)->diags, (gen)->module->source, (span), __VA_ARGS__);                     \
        (gen)->failed = true;                                                                      \
    } while (0)

// unit.c: instructions. `what` of an unsupported thing reads "async functions are".
void gen_op(Gen *gen, IrOp op, Span span);
void gen_count(Gen *gen, IrOp op, uint32_t count, Span span);
void gen_pair(Gen *gen, IrOp op, uint32_t a, uint32_t b, Span span);
void gen_named(Gen *gen, IrOp op, const Name *name, Span span);
void gen_constant(Gen *gen, const Constant *constant, Span span);
void gen_none(Gen *gen, Span span);
void gen_text(Gen *gen, const Name *text, Span span); // a str constant
void gen_identifier(Gen *gen, const Name *name, Span span); // the same, of a name in the source
void gen_jump(Gen *gen, IrOp op, IrLabel label, Span span);
// Whether what comes next can be reached without a jump; a plain jump is left out where it cannot.
bool gen_goes_on(const Gen *gen);
IrLabel gen_label(Gen *gen);
void gen_place(Gen *gen, IrLabel label, Span span);
void gen_unsupported(Gen *gen, Span span, const char *what);

// unit.c: names of the program, and built-ins that generated code relies on.
void gen_load_name(Gen *gen, const Name *name, Span span);
void gen_store_name(Gen *gen, const Name *name, Span span);
void gen_delete_name(Gen *gen, const Name *name, Span span);
void gen_builtin(Gen *gen, const char *statement, const char *name, Span span);
bool gen_is_builtin(const Gen *gen, const Expr *expr, const char *name); // a use of that built-in

// unit.c: blocks
void gen_push_block(Gen *gen, Block *block, BlockKind kind);
void gen_pop_block(Gen *gen);

// gen_unit.c: opens a function inside the current one; after it was closed, gen_make_function
// leaves the function object on the stack (`flags` say which defaults are there already).
void gen_open_unit(Gen *gen, Unit *unit, IrFunctionKind kind, const Name *name, const Scope *scope,
                   const Arguments *args, Span span);
void gen_close_unit(Gen *gen);
void gen_make_function(Gen *gen, IrFunction *function, uint32_t flags, Span span);

// gen_expr.c and its neighbours
void gen_expr(Gen *gen, const Expr *expr);
void gen_exprs(Gen *gen, const ExprList *list);
void gen_slice(Gen *gen, const Expr *slice);
Span gen_attribute_span(const Expr *expr);
void gen_jump_if(Gen *gen, const Expr *expr, bool when, IrLabel label); // gen_bool.c
void gen_bool_op(Gen *gen, const Expr *expr);
void gen_compare(Gen *gen, const Expr *expr);
void gen_call(Gen *gen, const Expr *expr); // gen_call.c
// Adds a keyword to the dict on top; with `must_merge` so that a name given twice is an error.
void gen_gather_keyword(Gen *gen, const Keyword *keyword, bool must_merge);
bool gen_super_attribute(Gen *gen, const Expr *expr, IrOp op);
void gen_list(Gen *gen, const ExprList *items, Span span); // gen_display.c
void gen_tuple(Gen *gen, const ExprList *items, Span span);
void gen_set(Gen *gen, const ExprList *items, Span span);
void gen_dict(Gen *gen, const Expr *expr);
void gen_joined_str(Gen *gen, const Expr *expr); // gen_format.c
void gen_formatted_value(Gen *gen, const Expr *expr);
void gen_comprehension(Gen *gen, const Expr *expr);                // gen_comprehension.c
uint32_t gen_iterator(Gen *gen, const Expr *iterable, IrOp *step); // slots on the stack

// gen_micropython.c: what code for MicroPython does in its own way
void gen_mp_call(Gen *gen, const Expr *expr); // with starred or many arguments
void gen_mp_joined_str(Gen *gen, const Expr *expr);
void gen_mp_dict_update(Gen *gen, const Expr *mapping, Span span); // dict -> dict
void gen_mp_import(Gen *gen, const Stmt *stmt);
void gen_mp_import_from(Gen *gen, const Stmt *stmt);
void gen_mp_async(Gen *gen, const char *helper, Span span); // what gen_async.c's native would do
void gen_mp_async_enter(Gen *gen, const WithItem *item);    // -> NULL manager NULL
// Whether the decorator asks for machine code or plain bytecode and is left out.
bool gen_mp_skips_decorator(Gen *gen, const Expr *decorator);

// gen_target.c
void gen_store(Gen *gen, const Expr *target);
void gen_delete(Gen *gen, const Expr *target);
void gen_assign(Gen *gen, const Stmt *stmt);
void gen_aug_assign(Gen *gen, const Stmt *stmt);
void gen_ann_assign(Gen *gen, const Stmt *stmt);

// gen_async.c
void gen_await(Gen *gen, Span span); // the value on top becomes what awaiting it gives
// An asynchronous iterator and its steps: gen_async_next leaves the iterator and an item;
// gen_async_stop, placed behind the loop, is where the iterator ends, and goes on without it.
void gen_async_iterator(Gen *gen, const Expr *iterable);
void gen_async_next(Gen *gen, IrLabel stop, Span span);
void gen_async_stop(Gen *gen, IrLabel stop, Span span);
void gen_async_for(Gen *gen, const Stmt *stmt);
void gen_async_enter(Gen *gen, Span span); // manager -> exit self value, as WITH_ENTER

// gen_stmt.c and its neighbours
void gen_stmts(Gen *gen, const StmtList *list);
void gen_try(Gen *gen, const Stmt *stmt); // gen_try.c

// The handler of a TRY_EXCEPT that drops one built-in exception and goes on behind; others are raised
// again. `statement` is what needs the exception, for messages.
void gen_catch(Gen *gen, const char *statement, const char *exception, IrLabel handler, Span span);
void gen_with(Gen *gen, const Stmt *stmt);
void gen_return(Gen *gen, const Stmt *stmt);
void gen_break(Gen *gen, Span span);
void gen_continue(Gen *gen, Span span);
void gen_function(Gen *gen, const Stmt *stmt); // gen_func.c
void gen_lambda(Gen *gen, const Expr *expr);
void gen_class(Gen *gen, const Stmt *stmt);                              // gen_class.c
// Whether something that the class statement names asks for the annotations of the body: the decorator
// dataclass, the bases NamedTuple and TypedDict.
bool gen_keeps_annotations(const NodeClassDef *def);
void gen_class_fields(Gen *gen, const Stmt *stmt, IrFunction *function); // gen_fields.c
void gen_import(Gen *gen, const Stmt *stmt);                             // gen_import.c
void gen_import_from(Gen *gen, const Stmt *stmt);
void gen_match(Gen *gen, const Stmt *stmt); // gen_match.c

#endif
