// SPDX-License-Identifier: MIT
// The ends of a run on RV32, called by start.S: main() returned, or a trap was taken.
#include "../semihost.h"

_Noreturn void finish(int status);
_Noreturn void trap_report(uint32_t cause);

__attribute__((used)) _Noreturn void finish(int status)
{
    semihost_exit(status);
}

__attribute__((used)) _Noreturn void trap_report(uint32_t cause)
{
    semihost_print("trap\n");
    semihost_exit(100 + (int)(cause & 0x1fu));
}
