// SPDX-License-Identifier: MIT
// Runs the frozen sensor node, then prints what memory it took. The same file makes a host
// program, a Cortex-M image and an RV32 image; only the port differs. The lines after the first
// of the figures describe the C side, which is the board's own matter.
#include "app.h"
#include "flashfreeze/flashfreeze.h"
#include "port.h"

static uint32_t arena[APP_RAM_SIZE / 4]; // heap, stack and globals, as flashfreeze.yaml says
static FzVm vm;

static void print(const char *text)
{
    uint32_t size = 0;
    while (text[size] != '\0')
        size++;
    fz_port()->write(NULL, text, size);
}

static void print_figure(const char *name, uint32_t number)
{
    char digits[11];
    uint32_t at = sizeof digits - 1;
    digits[at] = '\0';
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    print(name);
    print(&digits[at]);
}

static void print_memory(void)
{
    FzMemory memory;
    fz_memory(&vm, &memory);
    print_figure("memory: heap peak ", memory.heap_peak);
    print_figure(", live peak ", memory.heap_live_peak);
    print_figure(", stack peak ", memory.stack_peak);
    print_figure(", globals ", memory.globals);
    print_figure(", collections ", memory.collections);
    print_figure("\nboard: arena ", memory.total);
    print_figure(", runtime state ", (uint32_t)sizeof vm);
    print_figure(", static ", fz_port_static_size());
    print_figure(", C stack ", fz_port_stack_peak());
    print_figure(" of ", fz_port_stack_size());
    print("\n");
}

int main(void)
{
    FzStatus status = fz_open(&vm, &app, arena, sizeof arena, fz_port());
    if (status == FZ_OK) {
        status = fz_run(&vm);
        print_memory();
    }
    if (status == FZ_EXIT)
        return fz_exit_code(&vm);
    if (status != FZ_OK) {
        print(fz_status_text(status));
        print("\n");
    }
    return (int)status;
}
