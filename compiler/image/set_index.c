// SPDX-License-Identifier: MIT
// Tables with keys such as floats and tuples: only the runtime knows their hashes, so a VM is
// opened on the finished image and asked. Built once for every variant of the runtime, because it
// depends on the size of a VM.
#include "table.h"

#include "../../runtime_stub/vm/vm.h"

static bool fill_index(ImageWriter *writer, FzVm *vm, UnindexedTable table)
{
    uint32_t stride = writer_get(writer, table.table, 0) & FZ_HEADER_A ? 2 : 1;
    for (uint32_t i = 0; i < table.count; i++) {
        uint32_t hash;
        if (!fz_hash(vm, writer_get(writer, table.table, 1 + i * stride), &hash))
            return false;
        table_insert(writer_bytes(writer, table.table, 1 + table.count * stride), table.count, hash,
                     i);
    }
    return true;
}

bool table_index_sets(ImageWriter *writer)
{
    enum { RAM_SIZE = 1 << 16 };
    FzApp app = writer_app(writer);
    FzPort port = {0};
    FzVm vm;
    uint32_t ram_size = RAM_SIZE + (writer->globals_count + FZ_REG_COUNT) * 4;
    uint32_t *ram = ARENA_NEW_ARRAY(writer->arena, uint32_t, ram_size / 4);
    if (fz_open(&vm, &app, ram, ram_size, &port) != FZ_OK)
        return false;
    bool is_good = true;
    for (uint32_t i = 0; i < writer->unindexed.count && is_good; i++)
        is_good = fill_index(writer, &vm, writer->unindexed.items[i]);
    fz_close(&vm);
    return is_good;
}
