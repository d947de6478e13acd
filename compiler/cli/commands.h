// SPDX-License-Identifier: MIT
// The commands of the tool. Each takes its own name and the arguments behind it, and gives the
// exit code: 0 done, 1 the input has errors, 2 wrong usage, 3 could not read or write.
#ifndef FLASHFREEZE_CLI_COMMANDS_H
#define FLASHFREEZE_CLI_COMMANDS_H

int cmd_ast(int argc, char **argv);
int cmd_build(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_compile(int argc, char **argv);
int cmd_dis(int argc, char **argv);
int cmd_freeze(int argc, char **argv);
int cmd_ir(int argc, char **argv);
int cmd_import_manifest(int argc, char **argv);
int cmd_init(int argc, char **argv);
int cmd_mpy_cross(int argc, char **argv);
int cmd_report(int argc, char **argv);
int cmd_romfs(int argc, char **argv);
int cmd_run(int argc, char **argv);
int cmd_symbolize(int argc, char **argv);
int cmd_verify(int argc, char **argv);
int cmd_why(int argc, char **argv);

#endif
