// SPDX-License-Identifier: MIT
// Runs a frozen script on the host; the status is that of the process, as `flashfreeze run` has it.
#include "app.h"
#include "flashfreeze/flashfreeze.h"
#include "port.h"

static uint32_t ram[APP_RAM_SIZE / 4];
static FzVm vm;

int main(void)
{
    FzStatus status = fz_open(&vm, &app, ram, sizeof ram, fz_port());
    if (status == FZ_OK)
        status = fz_run(&vm);
    return status == FZ_EXIT ? fz_exit_code(&vm) & 255 : (int)status;
}
