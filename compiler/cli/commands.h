// SPDX-License-Identifier: MIT
// The commands of the tool. Each takes the arguments behind its name and gives the exit code:
// 0 done, 1 the input has errors, 2 wrong usage, 3 could not read or write.
#ifndef FLASHFREEZE_CLI_COMMANDS_H
#define FLASHFREEZE_CLI_COMMANDS_H

int cmd_ast(int argc, char **argv);

#endif
