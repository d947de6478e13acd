// SPDX-License-Identifier: MIT
// Which native functions run at build time: those marked pure, and those that read and change
// nothing but objects. Methods of built-in classes do, except of the console; of the functions,
// those of the built-ins' namespace, except the few listed here. Everything else stops the module.
#include "../link/catalogue.h"
#include "flashfreeze/natives.h"
#include "preinit.h"

static const char *const never[] = {"print", "id", "input", "open", "breakpoint", "exit", "quit"};

bool preinit_allows(uint32_t native)
{
    if (native >= FZ_NATIVES_COUNT)
        return false;
    const NativeRow *row = catalogue_native(native);
    if (catalogue_native_flags(row) & FZ_NATIVE_PURE)
        return true;
    if (!row->module)
        return row->type != FZ_TYPE_CONSOLE;
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
        if (strcmp(row->name, never[i]) == 0)
            return false;
    return strcmp(row->module, "builtins") == 0;
}

bool preinit_can_freeze(FzKind kind)
{
    switch (kind) {
    case FZ_KIND_INT:
    case FZ_KIND_FLOAT:
    case FZ_KIND_STR:
    case FZ_KIND_BYTES:
    case FZ_KIND_BYTEARRAY:
    case FZ_KIND_BUFFER:
    case FZ_KIND_TUPLE:
    case FZ_KIND_LIST:
    case FZ_KIND_ARRAY:
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_FROZENSET:
    case FZ_KIND_TABLE:
    case FZ_KIND_RANGE:
    case FZ_KIND_SLICE:
    case FZ_KIND_CELL:
    case FZ_KIND_FUNCTION:
    case FZ_KIND_BOUND_METHOD:
    case FZ_KIND_CLASS:
    case FZ_KIND_INSTANCE:
    case FZ_KIND_EXT:
    case FZ_KIND_PROPERTY:
    case FZ_KIND_STRUCT:
    case FZ_KIND_STATICMETHOD:
    case FZ_KIND_CLASSMETHOD:
        return true;
    default:
        return false;
    }
}
