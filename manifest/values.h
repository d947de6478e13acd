// SPDX-License-Identifier: MIT
// What the scalars of a manifest mean: the core schema of YAML 1.2 (so `yes`, `on` and `012` are
// neither booleans nor octal), sizes with K and M, numbers as large as Python's.
#ifndef FLASHFREEZE_MANIFEST_VALUES_H
#define FLASHFREEZE_MANIFEST_VALUES_H

#include "../compiler/base/constant.h"
#include "tree.h"

bool value_is_null(const TreeNode *node);

// 1, 0, or -1 for what is neither true nor false.
int value_bool(const TreeNode *node);

// Whether a plain scalar looks like a number, be it a good one or not.
bool value_looks_numeric(const TreeNode *node);

// A size in bytes: a whole number, decimal or 0x, with K (1024) or M (1024 K) behind it. False when
// it is something else or larger than `most`.
bool value_size(const TreeNode *node, uint32_t most, uint32_t *out);

// The Python value of a scalar; NULL after reporting why there is none.
const Constant *value_constant(Arena *arena, Diagnostics *diags, const TreeNode *node);

// Names. Python's are in ASCII here; a dotted one has parts joined by dots.
bool value_is_identifier(const char *text, size_t size);
bool value_is_dotted_name(const char *text, size_t size);

#endif
