// SPDX-License-Identifier: MIT
// Finds out which variables of the program's modules are constants, from what all of its code does
// to modules. Runs when all modules are analysed and before their second walk.
#ifndef FLASHFREEZE_LINK_WORLD_H
#define FLASHFREEZE_LINK_WORLD_H

#include "../opt/world.h"
#include "facts.h"
#include "program.h"

// A module whose analysis found no errors.
typedef struct {
    LinkedModule *linked;
    Arena *arena;
    Names *names;
    Module *tree;
    const CompileOptions *options;
    const ModuleFacts *facts;
} WorldInput;

// Fills `world`, whose modules are numbered as `inputs`, and the symbols of the modules' variables:
// constant and module. `inputs` must be all modules of the program that are compiled from source.
void world_build(Program *program, const WorldInput *inputs, uint32_t count, World *world);

#endif
