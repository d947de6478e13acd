# SPDX-License-Identifier: MIT
# What a user of the node tunes. Quantities are integers in the units that the sensors deliver:
# hundredths of a degree, tenths of a percent, pascal, millivolt. Constants cost no RAM.

RUN_SECONDS = 600
SAMPLE_EVERY = 10
SLEEP_SAMPLE_EVERY = 60
FRAME_EVERY = 60

HISTORY = 12        # samples kept of each sensor
EVENTS_KEPT = 8     # events kept for the report
RETRIES = 2         # attempts after a frame was lost

TOO_WARM = 2650     # alarm above, hundredths of a degree
COOL_AGAIN = 2500   # alarm ends below
BATTERY_LOW = 3450  # sleep below, millivolt
BATTERY_FULL = 4150
