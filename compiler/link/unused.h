// SPDX-License-Identifier: MIT
// Pass `unused` over the code of a closed program.
#ifndef FLASHFREEZE_LINK_UNUSED_H
#define FLASHFREEZE_LINK_UNUSED_H

#include "world.h"

// Drops variables from the modules' code and their slots. `inputs` are as world_build had them,
// with code and checked.
void unused_drop(Program *program, const WorldInput *inputs, uint32_t count, const World *world);

#endif
