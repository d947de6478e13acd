// SPDX-License-Identifier: MIT
// Loads one manifest and prints what is wrong with it: what `flashfreeze check` does before it
// looks at any Python. `manifest_check FILE [VARIANT]` exits with 0, or 1 after errors.
#include "../../manifest/manifest.h"

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3)
        return 2;
    Arena arena = {0};
    Names names = {.arena = &arena};
    Diagnostics diags = {.arena = &arena};
    Manifest manifest;
    bool is_good =
        manifest_load(&arena, &names, &diags, argv[1], argc == 3 ? argv[2] : NULL, &manifest);
    diag_print(&diags, stderr, false);
    arena_free(&arena);
    return is_good ? 0 : 1;
}
