// SPDX-License-Identifier: MIT
// A pretended board: the LED is a column of the console, and time passes only where it is waited
// for. On real hardware these few lines set a pin and ask a timer. app.h has the prototypes that
// follow from flashfreeze.yaml, so a function that does not fit is an error of the compiler.
#include "app.h"
#include "port.h"

#include <stddef.h>

enum { LED_PIN = 13, SCALE_MS = 120 };

static struct {
    int32_t elapsed_ms;
    bool is_on;
} board;

int32_t board_led_pin(void)
{
    return LED_PIN;
}

void board_led(int32_t pin, bool on)
{
    if (pin == LED_PIN)
        board.is_on = on;
}

// Draws how long the LED is in its state: one character for each unit of time.
void board_wait(int32_t milliseconds)
{
    const FzPort *port = fz_port();
    for (int32_t shown = 0; shown < milliseconds; shown += SCALE_MS)
        port->write(port->context, board.is_on ? "#" : ".", 1);
    board.elapsed_ms += milliseconds;
}

int32_t board_elapsed(void)
{
    fz_port()->write(NULL, "\n", 1);
    return board.elapsed_ms;
}
