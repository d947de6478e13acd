// SPDX-License-Identifier: MIT
// For walks over ast.def: the sorts of fields in which no expression, statement or pattern stands are
// passed over. (Type parameters have a tree of their own, which nothing runs.) No include guard is
// needed: definitions of nothing can be repeated.
#define F_NAME(f)
#define F_NAME_OPT(f)
#define F_NAMES(f)
#define F_CONSTANT(f)
#define F_KIND(f)
#define F_CTX(f)
#define F_OP(f)
#define F_UNARY(f)
#define F_BOOL(f)
#define F_CMPS(f)
#define F_INT(f)
#define F_INT_OPT(f)
#define F_ALIASES(f)
#define F_TYPE_PARAMS(f)
#define F_STR(f)
