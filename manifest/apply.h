// SPDX-License-Identifier: MIT
// Puts the values of a tree into the structs of manifest.h, as the table of keys says. Internal to
// this folder; load.c brings the trees in order.
#ifndef FLASHFREEZE_MANIFEST_APPLY_H
#define FLASHFREEZE_MANIFEST_APPLY_H

#include "keys.h"
#include "tree.h"

typedef struct {
    Arena *arena;
    Names *names;
    Diagnostics *diags;
    Manifest *out;
    const char *directory; // what goes before the paths of the file at hand: "" or ends in '/'
    bool in_variant;
    bool gave_up;                         // after too many errors
    const TreeNode *fallbacks[KEY_COUNT]; // defaults as trees, made when first needed
} Loader;

static inline Place place_of(const TreeNode *node)
{
    return (Place){node->source, node->span};
}

// Applies every key of a mapping that stands under `parent` to the struct at `base`.
void apply_mapping(Loader *loader, const char *parent, const TreeNode *node, void *base);

// Applies the defaults of the keys below `parent`, short of those under a name or item of the
// user's, to the struct at `base`.
void apply_defaults(Loader *loader, const char *parent, void *base);

// Whether `node` is of the kind, else reports that `label` must be what `type` says.
bool expect_kind(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                 TreeKind kind);

// The name of the given type that a scalar holds; NULL after reporting.
const Name *apply_name(Loader *loader, const char *label, KeyType type, const TreeNode *node);

// True when so many errors were found that looking on is no help; says so once, at `node`.
bool loader_is_full(Loader *loader, const TreeNode *node);

// A path relative to a directory ("" or ending in '/'), ready to open.
const char *resolve_path(const Loader *loader, const char *directory, const char *path);

// Whether `node` is a text fit for a path, else reports it.
bool check_path(Loader *loader, const char *label, KeyType type, const TreeNode *node);

// A size of bytes; reports what is none.
void apply_size(Loader *loader, const char *label, KeyType type, const TreeNode *node, uint32_t *field);

// The sections made of the user's names: sections.c.
void apply_modules(Loader *loader, const TreeNode *node);
void apply_constants(Loader *loader, const TreeNode *node);
void apply_resources(Loader *loader, const TreeNode *node);
void apply_module_budgets(Loader *loader, const TreeNode *node);
void apply_natives(Loader *loader, const TreeNode *node);

#endif
