// SPDX-License-Identifier: MIT
// A pretended board whose LED is the console. On real hardware these functions set a pin and ask a
// timer. app.h has the prototypes that follow from flashfreeze.yaml, so a function that does not
// fit is an error of the compiler.
#include "app.h"
#include "port.h"

enum { SCALE_MS = 100 };

static bool is_lit;

void board_led(bool on)
{
    is_lit = on;
}

// Draws how long the LED is in its state: one character for each unit of time.
void board_wait(int32_t milliseconds)
{
    const FzPort *port = fz_port();
    for (int32_t shown = 0; shown < milliseconds; shown += SCALE_MS)
        port->write(port->context, is_lit ? "#" : ".", 1);
}
