// SPDX-License-Identifier: MIT
// A plugin for QEMU that counts the instructions of the emulated processor and prints their number
// when the machine ends. Debian's QEMU loads plugins but has no header for them, so the functions
// used are declared here (version 1 of the interface).
#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct Block;
struct Instruction;
typedef uint64_t Id;
void qemu_plugin_register_vcpu_tb_trans_cb(Id id, void (*callback)(Id, struct Block *));
void qemu_plugin_register_atexit_cb(Id id, void (*callback)(Id, void *), void *context);
size_t qemu_plugin_tb_n_insns(const struct Block *block);
void qemu_plugin_register_vcpu_tb_exec_inline(struct Block *block, int operation, void *counter,
                                              uint64_t step);
void qemu_plugin_outs(const char *text);

enum { INLINE_ADD = 0 };

__attribute__((visibility("default"))) int qemu_plugin_version = 1;
__attribute__((visibility("default"))) int qemu_plugin_install(Id id, const void *info, int argc,
                                                               char **argv);
static uint64_t total;

static void on_block(Id id, struct Block *block)
{
    (void)id;
    qemu_plugin_register_vcpu_tb_exec_inline(block, INLINE_ADD, &total, qemu_plugin_tb_n_insns(block));
}

static void on_end(Id id, void *context)
{
    char line[64];
    (void)id, (void)context;
    snprintf(line, sizeof line, "instructions: %" PRIu64 "\n", total);
    qemu_plugin_outs(line);
}

int qemu_plugin_install(Id id, const void *info, int argc, char **argv)
{
    (void)info, (void)argc, (void)argv;
    qemu_plugin_register_vcpu_tb_trans_cb(id, on_block);
    qemu_plugin_register_atexit_cb(id, on_end, NULL);
    return 0;
}
