// SPDX-License-Identifier: MIT
// The printer of trees: one case for each row of ast.def, one macro for each kind of field. What
// differs between the versions is which fields are left out when they are empty.
#include "ast_print.h"

#include "ast_print_constant.h"

typedef struct {
    Output output;
    Arena arena;          // work space for large integers
    const Source *places; // NULL: nodes are printed without their places
    bool shows_empty;     // 3.11 prints empty lists
    bool has_type_params; // 3.12 brought them
} Printer;

static void print_expr(Printer *printer, const Expr *expr);
static void print_stmt(Printer *printer, const Stmt *stmt);
static void print_pattern(Printer *printer, const Pattern *pattern);

static void text(Printer *printer, const char *z)
{
    output_z(&printer->output, z);
}

// Begins the field `name` of a node; `*first` tells whether a comma is needed.
static void field(Printer *printer, bool *first, const char *name)
{
    if (!*first)
        text(printer, ", ");
    *first = false;
    text(printer, name);
    output_char(&printer->output, '=');
}

static void print_name(Printer *printer, const Name *name)
{
    output_str(&printer->output, name->text, name->size);
}

static void print_int(Printer *printer, int value)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%d", value);
    text(printer, digits);
}

static void print_op(Printer *printer, const char *name)
{
    text(printer, name);
    text(printer, "()");
}

static const char *const binary_names[] = {
#define BINARY_OPERATOR(kind, name, text) #name,
#include "ast.def"
#undef BINARY_OPERATOR
};

static const char *const unary_names[] = {
#define UNARY_OPERATOR(kind, name, text) #name,
#include "ast.def"
#undef UNARY_OPERATOR
};

static const char *const compare_names[] = {
#define COMPARE_OPERATOR(kind, name, text) #name,
#include "ast.def"
#undef COMPARE_OPERATOR
};

static const char *const context_names[] = {"Load", "Store", "Del"};

// Prints a list as `[item, item]` with `print` for each; a NULL item is None.
#define PRINT_LIST(printer, list, print)                                                           \
    do {                                                                                           \
        text((printer), "[");                                                                      \
        for (uint32_t i = 0; i < (list)->count; i++) {                                             \
            if (i > 0)                                                                             \
                text((printer), ", ");                                                             \
            print((printer), (list)->items[i]);                                                    \
        }                                                                                          \
        text((printer), "]");                                                                      \
    } while (0)

// A field that is a list: left out when empty, unless this version shows empty lists.
#define LIST_FIELD(printer, first, name, list, print)                                              \
    do {                                                                                           \
        if ((list)->count > 0 || (printer)->shows_empty) {                                         \
            field((printer), (first), (name));                                                     \
            PRINT_LIST(printer, list, print);                                                      \
        }                                                                                          \
    } while (0)

static void print_expr_or_none(Printer *printer, const Expr *expr)
{
    if (expr)
        print_expr(printer, expr);
    else
        text(printer, "None");
}

static void expr_field(Printer *printer, bool *first, const char *name, const Expr *expr)
{
    if (!expr)
        return;
    field(printer, first, name);
    print_expr(printer, expr);
}

static void name_field(Printer *printer, bool *first, const char *name, const Name *value)
{
    if (!value)
        return;
    field(printer, first, name);
    print_name(printer, value);
}

static void print_compare(Printer *printer, CompareOperator op)
{
    print_op(printer, compare_names[op]);
}

static void int_field(Printer *printer, bool *first, const char *name, int value)
{
    field(printer, first, name);
    print_int(printer, value);
}

// Lines count from 1, columns from 0 and in bytes.
static void place_fields(Printer *printer, bool *first, Span span)
{
    if (!printer->places)
        return;
    const uint32_t *starts = printer->places->line_starts;
    uint32_t line = source_position(printer->places, span.start).line;
    uint32_t end_line = source_position(printer->places, span.end).line;
    int_field(printer, first, "lineno", (int)line);
    int_field(printer, first, "col_offset", (int)(span.start - starts[line - 1]));
    int_field(printer, first, "end_lineno", (int)end_line);
    int_field(printer, first, "end_col_offset", (int)(span.end - starts[end_line - 1]));
}

static void print_arg(Printer *printer, const Arg *arg)
{
    bool first = true;
    text(printer, "arg(");
    name_field(printer, &first, "arg", arg->arg);
    expr_field(printer, &first, "annotation", arg->annotation);
    place_fields(printer, &first, arg->span);
    text(printer, ")");
}

static void arg_field(Printer *printer, bool *first, const char *name, const Arg *arg)
{
    if (!arg)
        return;
    field(printer, first, name);
    print_arg(printer, arg);
}

static void print_arguments(Printer *printer, const Arguments *node)
{
    bool first = true;
    text(printer, "arguments(");
    LIST_FIELD(printer, &first, "posonlyargs", &node->posonlyargs, print_arg);
    LIST_FIELD(printer, &first, "args", &node->args, print_arg);
    arg_field(printer, &first, "vararg", node->vararg);
    LIST_FIELD(printer, &first, "kwonlyargs", &node->kwonlyargs, print_arg);
    LIST_FIELD(printer, &first, "kw_defaults", &node->kw_defaults, print_expr_or_none);
    arg_field(printer, &first, "kwarg", node->kwarg);
    LIST_FIELD(printer, &first, "defaults", &node->defaults, print_expr);
    text(printer, ")");
}

static void print_keyword(Printer *printer, const Keyword *node)
{
    bool first = true;
    text(printer, "keyword(");
    name_field(printer, &first, "arg", node->arg);
    expr_field(printer, &first, "value", node->value);
    place_fields(printer, &first, node->span);
    text(printer, ")");
}

static void print_alias(Printer *printer, const Alias *node)
{
    bool first = true;
    text(printer, "alias(");
    name_field(printer, &first, "name", node->name);
    name_field(printer, &first, "asname", node->asname);
    place_fields(printer, &first, node->span);
    text(printer, ")");
}

static void print_handler(Printer *printer, const ExceptHandler *node)
{
    bool first = true;
    text(printer, "ExceptHandler(");
    expr_field(printer, &first, "type", node->type);
    name_field(printer, &first, "name", node->name);
    LIST_FIELD(printer, &first, "body", &node->body, print_stmt);
    place_fields(printer, &first, node->span);
    text(printer, ")");
}

static void print_item(Printer *printer, const WithItem *node)
{
    bool first = true;
    text(printer, "withitem(");
    expr_field(printer, &first, "context_expr", node->context_expr);
    expr_field(printer, &first, "optional_vars", node->optional_vars);
    text(printer, ")");
}

static void print_case(Printer *printer, const MatchCase *node)
{
    bool first = true;
    text(printer, "match_case(");
    field(printer, &first, "pattern");
    print_pattern(printer, node->pattern);
    expr_field(printer, &first, "guard", node->guard);
    LIST_FIELD(printer, &first, "body", &node->body, print_stmt);
    text(printer, ")");
}

static void print_generator(Printer *printer, const Comprehension *node)
{
    bool first = true;
    text(printer, "comprehension(");
    expr_field(printer, &first, "target", node->target);
    expr_field(printer, &first, "iter", node->iter);
    LIST_FIELD(printer, &first, "ifs", &node->ifs, print_expr);
    field(printer, &first, "is_async");
    print_int(printer, node->is_async);
    text(printer, ")");
}

static void print_type_param(Printer *printer, const TypeParam *node)
{
    static const char *const names[] = {"TypeVar(", "ParamSpec(", "TypeVarTuple("};
    bool first = true;
    text(printer, names[node->kind]);
    name_field(printer, &first, "name", node->name);
    expr_field(printer, &first, "bound", node->bound);
    expr_field(printer, &first, "default_value", node->default_value);
    place_fields(printer, &first, node->span);
    text(printer, ")");
}

static void constant_field(Printer *printer, bool *first, const char *name, const Constant *value)
{
    field(printer, first, name);
    output_constant(&printer->output, &printer->arena, value);
}

static void op_field(Printer *printer, bool *first, const char *name, const char *op)
{
    field(printer, first, name);
    print_op(printer, op);
}

// One statement per kind of field of ast.def.
// clang-format off
#define F_EXPR(f)        expr_field(printer, &first, #f, node->f);
#define F_EXPR_OPT(f)    expr_field(printer, &first, #f, node->f);
#define F_EXPRS(f)       LIST_FIELD(printer, &first, #f, &node->f, print_expr);
#define F_EXPRS_OPT(f)   LIST_FIELD(printer, &first, #f, &node->f, print_expr_or_none);
#define F_STMTS(f)       LIST_FIELD(printer, &first, #f, &node->f, print_stmt);
#define F_NAME(f)        name_field(printer, &first, #f, node->f);
#define F_NAME_OPT(f)    name_field(printer, &first, #f, node->f);
#define F_NAMES(f)       LIST_FIELD(printer, &first, #f, &node->f, print_name);
#define F_CONSTANT(f)    constant_field(printer, &first, #f, node->f);
#define F_STR(f)         constant_field(printer, &first, #f, node->f);
#define F_KIND(f)        if (node->f) { field(printer, &first, #f); text(printer, "'u'"); }
#define F_CTX(f)         op_field(printer, &first, #f, context_names[node->f]);
#define F_OP(f)          op_field(printer, &first, #f, binary_names[node->f]);
#define F_UNARY(f)       op_field(printer, &first, #f, unary_names[node->f]);
#define F_BOOL(f)        op_field(printer, &first, #f, node->f == BOOL_AND ? "And" : "Or");
#define F_CMPS(f)        LIST_FIELD(printer, &first, #f, &node->f, print_compare);
#define F_INT(f)         int_field(printer, &first, #f, node->f);
#define F_ARGUMENTS(f)   field(printer, &first, #f); print_arguments(printer, node->f);
#define F_KEYWORDS(f)    LIST_FIELD(printer, &first, #f, &node->f, print_keyword);
#define F_ALIASES(f)     LIST_FIELD(printer, &first, #f, &node->f, print_alias);
#define F_HANDLERS(f)    LIST_FIELD(printer, &first, #f, &node->f, print_handler);
#define F_ITEMS(f)       LIST_FIELD(printer, &first, #f, &node->f, print_item);
#define F_CASES(f)       LIST_FIELD(printer, &first, #f, &node->f, print_case);
#define F_GENERATORS(f)  LIST_FIELD(printer, &first, #f, &node->f, print_generator);
#define F_PATTERN_OPT(f) if (node->f) { field(printer, &first, #f); print_pattern(printer, node->f); }
#define F_PATTERNS(f)    LIST_FIELD(printer, &first, #f, &node->f, print_pattern);
#define F_TYPE_PARAMS(f)                                                                           \
    if (printer->has_type_params)                                                                  \
        LIST_FIELD(printer, &first, #f, &node->f, print_type_param);
// clang-format on

#define PRINT_NODE(KIND, name, owner, member, fields)                                              \
    case KIND: {                                                                                   \
        const Node##name *node = &owner->member;                                                   \
        text(printer, #name "(");                                                                  \
        fields place_fields(printer, &first, owner->span);                                         \
        text(printer, ")");                                                                        \
        (void)node;                                                                                \
        break;                                                                                     \
    }

static void print_stmt(Printer *printer, const Stmt *stmt)
{
    bool first = true;
    switch (stmt->kind) {
#define STMT(kind, name, member, fields) PRINT_NODE(STMT_##kind, name, stmt, member, fields)
#include "ast.def"
#undef STMT
    }
}

static void print_expr(Printer *printer, const Expr *expr)
{
    bool first = true;
    switch (expr->kind) {
#define EXPR(kind, name, member, fields) PRINT_NODE(EXPR_##kind, name, expr, member, fields)
#include "ast.def"
#undef EXPR
    }
}

static void print_pattern(Printer *printer, const Pattern *pattern)
{
    bool first = true;
    switch (pattern->kind) {
#define PATTERN(kind, name, member, fields)                                                        \
    PRINT_NODE(PATTERN_##kind, name, pattern, member, fields)
#include "ast.def"
#undef PATTERN
    }
}

static void print_module(Printer *printer, const Module *module)
{
    bool first = true;
    text(printer, "Module(");
    LIST_FIELD(printer, &first, "body", &module->body, print_stmt);
    if (printer->shows_empty)
        text(printer, ", type_ignores=[]");
    text(printer, ")\n");
    output_flush(&printer->output);
    arena_free(&printer->arena);
}

static Printer printer_for(AstVersion version, FILE *out)
{
    return (Printer){.output.out = out,
                     .shows_empty = version == AST_AS_3_11,
                     .has_type_params = version != AST_AS_3_11};
}

void ast_print(const Module *module, AstVersion version, FILE *out)
{
    Printer printer = printer_for(version, out);
    print_module(&printer, module);
}

void ast_print_places(const Module *module, AstVersion version, FILE *out)
{
    Printer printer = printer_for(version, out);
    printer.places = module->source;
    print_module(&printer, module);
}
