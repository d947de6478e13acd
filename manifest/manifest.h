// SPDX-License-Identifier: MIT
// The manifest as the compiler sees it: plain structs, every key checked and every default filled
// in. manifest_load reads the file and what it includes, reports every mistake it finds with its
// place, and merges includes, file and variant. Keys, types and defaults are declared in keys.def;
// docs/manifest.md describes them.
#ifndef FLASHFREEZE_MANIFEST_H
#define FLASHFREEZE_MANIFEST_H

#include "../compiler/base/constant.h"
#include "../compiler/base/diag.h"
#include "../compiler/base/names.h"

// KEY_RUNTIME_HEAP and so on: one enumerator per row of keys.def, to index Manifest.places.
typedef enum {
#define KEY(id, path, type, field, fallback, example, meaning) KEY_##id,
#include "keys.def"
    KEY_COUNT
} KeyId;

typedef enum {
#define TARGET(name, word, meaning) TARGET_##name,
#include "keys.def"
} ManifestTarget;

typedef enum {
#define FLOAT_WIDTH(bits, word, meaning) FLOAT_WIDTH_##bits = bits,
#include "keys.def"
} ManifestFloatWidth;

typedef enum {
#define LINE_TABLE(name, word, meaning) LINES_##name,
#include "keys.def"
} ManifestLines;

typedef enum {
#define PREINIT(name, word, meaning) PREINIT_##name,
#include "keys.def"
} ManifestPreinit;

typedef enum {
#define STRIP_NAMES(name, word, meaning) STRIP_NAMES_##name,
#include "keys.def"
} ManifestStripNames;

typedef enum {
#define NATIVE_TYPE(name, word, meaning) NATIVE_##name,
#include "keys.def"
} ManifestNativeType;

// Where something was said; source is NULL for a default.
typedef struct {
    const Source *source;
    Span span;
} Place;

typedef struct {
    const Name *module;
    uint32_t bytes;
    Place place;
} ManifestModuleBudget;

typedef struct {
    const char *path; // ready to open: the manifest's directory is already put before it
    Place place;
} ManifestPath;

typedef struct {
    const Name *name;
    Place place;
} ManifestName;

typedef VEC(ManifestPath) ManifestPaths;
typedef VEC(ManifestName) ManifestNames;

typedef enum {
    MANIFEST_MODULE,  // `name`, found through `search`
    MANIFEST_FILE,    // the file `path`, imported as `name`
    MANIFEST_PACKAGE, // the package `name`, found through `search`, without `exclude`
} ManifestModuleKind;

typedef struct {
    ManifestModuleKind kind;
    const Name *name;
    const char *path; // MANIFEST_FILE: ready to open
    ManifestNames exclude;
    Place place;
} ManifestModule;

typedef struct {
    const Name *name; // a Python name; dotted for an attribute of a module
    const Constant *value;
    Place place; // of the value
} ManifestConstant;

typedef VEC(ManifestNativeType) ManifestNativeTypes;

typedef struct {
    const Name *module;   // dotted Python name
    const Name *function; // Python name
    const Name *symbol;   // C name
    ManifestNativeTypes args;
    ManifestNativeType returns;
    bool is_pure;
    Place place; // of the function's name
} ManifestNative;

// A file that becomes a constant of bytes.
typedef struct {
    const char *file; // ready to open
    const Name *name;
} ManifestResource;

typedef struct {
    const char *path;      // as given to manifest_load; NULL without a manifest
    const char *directory; // what goes before a path of that file: "" or ends in '/'

    const Name *name;
    ManifestTarget target;
    const Name *entry; // NULL only without a manifest
    ManifestPaths search;
    VEC(ManifestModule) modules;
    VEC(ManifestConstant) constants; // each name once
    ManifestPreinit preinit;
    ManifestNames boot; // modules that do not run at build time
    struct {
        bool docstrings; // true: drop them; likewise the others
        bool asserts;
        bool annotations;
        ManifestLines lines;
        bool messages;
        bool classes;
        ManifestStripNames names;
        bool unused;
        ManifestNames keep;
    } strip;
    const char *firmware_qstrs; // ready to open, or NULL
    struct {
        uint32_t heap;  // bytes
        uint32_t stack; // bytes
        ManifestFloatWidth float_width;
        struct {
            uint32_t threshold; // bytes, 0: collect only when full
        } gc;
    } runtime;
    struct {
        uint32_t rom; // bytes, 0: no limit
        uint32_t ram; // bytes, 0: no limit
        VEC(ManifestModuleBudget) modules; // each module once
    } budget;
    VEC(ManifestNative) natives; // each module and function once, in order of first mention
    struct {
        const char *dir; // ready to open
        const char *c; // a file name inside dir, or NULL: not to be written; likewise the next three
        const char *header;
        const char *needs;
        const char *image;
        bool mpy;
        const char *frozen; // likewise a file name or NULL
        const char *romfs;
        const Name *prefix;
    } outputs;
    ManifestNames warnings; // what -W would be given, in order
    VEC(const char *) resources; // files whose bytes are in constants, for the depfile
    VEC(const char *) files; // every file read, each once, in order of reading: for the depfile
    Place places[KEY_COUNT]; // where each key was last given its value
} Manifest;

// Fills `out` with the defaults. Paths in it are relative to the current directory.
void manifest_defaults(Arena *arena, Names *names, Manifest *out);

// Reads the manifest at `path` ("-" is standard input) with `variant` (NULL: none) merged over it.
// Returns false when it reported an error; `out` is then fit for nothing but its list of files.
bool manifest_load(Arena *arena, Names *names, Diagnostics *diags, const char *path,
                   const char *variant, Manifest *out);

// The same for a manifest already in memory; its path tells what its includes are relative to.
bool manifest_load_source(Arena *arena, Names *names, Diagnostics *diags, const Source *source,
                          const char *variant, Manifest *out);

#endif
