// SPDX-License-Identifier: MIT
// The board's functions that flashfreeze.yaml binds as the Python module `board`.
#ifndef BLINK_BOARD_H
#define BLINK_BOARD_H

#include <stdbool.h>
#include <stdint.h>

int32_t board_led_pin(void);
void board_led(int32_t pin, bool on);
void board_wait(int32_t milliseconds);
int32_t board_elapsed(void);

#endif
