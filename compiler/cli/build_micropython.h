// SPDX-License-Identifier: MIT
// flashfreeze build for target: micropython.
#ifndef FLASHFREEZE_CLI_BUILD_MICROPYTHON_H
#define FLASHFREEZE_CLI_BUILD_MICROPYTHON_H

#include "command.h"

// Finds the program's modules, compiles them, and writes what the manifest's outputs ask for, into
// `directory` unless it is NULL. Errors are in the session's messages.
void build_micropython(Session *session, const char *directory, const char *depfile);

#endif
