// SPDX-License-Identifier: MIT
// What a closed program tells a module about the others: which of their variables are constants.
// The linker fills it (link/world.c) before the second walk; it does not change during the walk.
#ifndef FLASHFREEZE_OPT_WORLD_H
#define FLASHFREEZE_OPT_WORLD_H

#include "../base/constant.h"
#include "../base/names.h"
#include "../base/vec.h"

#include <stdbool.h>

typedef struct {
    const Name *name; // of World.names
    const Constant *value;
} WorldConstant;

// A function that other modules may inline.
typedef struct {
    const Name *name; // of the module's own table
    const struct InlineBody *body;
} WorldBody;

typedef struct {
    VEC(WorldConstant) constants; // sorted by the text of their names
    VEC(WorldBody) bodies;
    bool has_constants;           // of its own variables, constants may be learnt
} WorldModule;

struct World {
    VEC(WorldModule) modules;
    bool modules_are_values; // some module is handed around as an object
    // No class of the program says itself what + or format() do: every str is a plain one there.
    bool text_is_plain;
};

typedef struct World World;

// The constant that the variable `name` of a module is; NULL when it is none.
const Constant *world_find(const World *world, uint32_t module, const Name *name);

// The body of the function that it is; NULL when it is none that can be inlined.
const struct InlineBody *world_find_body(const World *world, uint32_t module, const Name *name);

#endif
