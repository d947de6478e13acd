// SPDX-License-Identifier: MIT
// A YAML file as a tree whose every node knows its place. What a manifest never needs is refused:
// aliases, tags, several documents, deep nesting, keys that are not texts.
#ifndef FLASHFREEZE_MANIFEST_TREE_H
#define FLASHFREEZE_MANIFEST_TREE_H

#include "../compiler/base/diag.h"

enum {
    TREE_MAX_SIZE = 1 << 20, // bytes of a file
    TREE_MAX_DEPTH = 24,     // levels of nesting
    TREE_MAX_ERRORS = 100,   // errors after which a manifest is given up
};

typedef enum {
    TREE_PLAIN,  // a scalar without quotes: its type is read off its text
    TREE_QUOTED, // any other scalar: a text
    TREE_LIST,
    TREE_MAPPING,
    TREE_BROKEN, // stands for something already reported
} TreeKind;

typedef struct TreeNode TreeNode;

typedef struct {
    const TreeNode *key; // a scalar
    const TreeNode *value;
} TreePair;

struct TreeNode {
    TreeKind kind;
    const Source *source;
    Span span;
    uint32_t count; // bytes of text, items or pairs
    union {
        const char *text; // UTF-8, NUL-terminated; may hold NULs
        const TreeNode *const *items;
        const TreePair *pairs; // each key once
    };
};

// Reads a source into a tree. Reports what is wrong; NULL when nothing of use is left.
const TreeNode *tree_read(Arena *arena, Diagnostics *diags, const Source *source);

// The value of a key; NULL when `node` is not a mapping or lacks it.
const TreeNode *tree_get(const TreeNode *node, const char *key);

// Whether `node` is a scalar of this very text.
bool tree_text_is(const TreeNode *node, const char *text);

// A short phrase for messages: "a list", "the number 12", "the text 'abc'", "nothing".
const char *tree_describe(Arena *arena, const TreeNode *node);

// The text of a scalar for messages: cut when long, control characters escaped.
const char *tree_quote(Arena *arena, const TreeNode *node);

#endif
