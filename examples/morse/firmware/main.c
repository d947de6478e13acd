// SPDX-License-Identifier: MIT
// Runs the frozen program with the port's console; the status of the run is the exit status.
#include "app.h"
#include "flashfreeze/flashfreeze.h"
#include "port.h"

static uint32_t ram[APP_RAM_SIZE / 4]; // heap, stack and globals, as flashfreeze.yaml says
static FzVm vm;

int main(void)
{
    FzStatus status = fz_open(&vm, &app, ram, sizeof ram, fz_port());
    if (status == FZ_OK)
        status = fz_run(&vm);
    return (int)status;
}
