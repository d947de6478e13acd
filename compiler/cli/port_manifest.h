// SPDX-License-Identifier: MIT
// The manifest.py files with which ports of MicroPython say what is frozen, as far as they are
// calls with constant arguments: freeze, freeze_as_mpy, module, package, include, require,
// add_library and metadata. Nothing in them is executed.
#ifndef FLASHFREEZE_CLI_PORT_MANIFEST_H
#define FLASHFREEZE_CLI_PORT_MANIFEST_H

#include "../link/name_map.h"
#include "../mpy_set.h"

typedef struct {
    const char *name; // of $(NAME)
    const char *value;
} PortVariable;

typedef struct {
    const char *name; // NULL: searched by every require
    const char *path;
} PortLibrary;

typedef struct {
    Arena *arena;
    Names names;
    Diagnostics *diags;
    VEC(PortVariable) variables;
    VEC(PortLibrary) libraries; // those of micropython-lib first
    MpyItems items; // the result: files in the order in which they are named
    NameMap included; // manifests, by path
    uint32_t depth;
} PortManifest; // zeroed but for arena, names.arena and diags

// "NAME=VALUE" for $(NAME); MPY_LIB_DIR is also where require looks. False when it has no "=".
bool port_manifest_variable(PortManifest *manifest, const char *text);

// Reads the file and what it includes. What cannot be taken over is a warning, what cannot be found an
// error; false when there was one.
bool port_manifest_read(PortManifest *manifest, const char *path);

#endif
