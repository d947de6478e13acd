// SPDX-License-Identifier: MIT
// Build-time execution (docs/preinit.md): modules' top levels run in the host's VM as far as they
// have no effect on the world; then the VM is written as an image again. Built with each variant of the
// runtime, because it knows the size of a VM.
#ifndef FLASHFREEZE_PREINIT_PREINIT_H
#define FLASHFREEZE_PREINIT_PREINIT_H

#include "../../runtime_stub/vm/vm.h"
#include "../image/image.h"
#include "../shake/inventory.h"
#include "symbols.h"

// How far a module got.
typedef struct {
    bool started;
    bool done;
    uint32_t cut;    // not done: offset in its code where the rest starts
    uint32_t line;   // of the statement there
    const char *why; // it stopped
} PreinitModule;

// A word of RAM that the new image needs.
typedef struct {
    const char *module;
    const char *name; // of the global variable; NULL: the state of a module that is not done
    const char *why;
} PreinitWord;

// A program that ran. `vm` is open until preinit_close.
typedef struct {
    Arena *arena;
    FzVm *vm;
    const uint8_t *image;   // P0 as it was linked
    FzNativeFn *const *natives; // of P0
    bool wants_inventory;
    bool wants_symbols;
    CodeSymbols symbols;            // filled by preinit_freeze when they are wanted
    Inventory inventory;        // filled by preinit_freeze when it is wanted
    const ImageCode *codes;     // of P0, for preinit_freeze
    PreinitModule *modules; // as many as the image has, in its order
    uint32_t module_count;
    VEC(PreinitWord) words; // filled by preinit_freeze
    void *block;            // freed by preinit_close
} Preinit;

// What of a program runs at build time.
typedef struct {
    bool runs;              // at all
    const bool *is_at_boot; // for each module: never at build time
} PreinitOptions;

// Runs the program of `app`, whose natives are the host's. False when memory for it is lacking.
bool preinit_run(Preinit *preinit, Arena *arena, const FzApp *app, const PreinitOptions *options);

// Writes what the VM holds as an image. False when that was not possible; then the program has to be
// taken as it was linked.
// `linked` is the image that ran.
bool preinit_freeze(Preinit *preinit, const Program *program, const Image *linked,
                    const ImageOptions *options, Image *out);

void preinit_close(Preinit *preinit);

// Whether objects of the kind can lie in ROM; others must not be left behind by a statement.
bool preinit_can_freeze(FzKind kind);

// Whether a function with this number in natives.def may run at build time.
bool preinit_allows(uint32_t native);

#endif
