# SPDX-License-Identifier: MIT
# Simulated sensors, deterministic: the same seconds give the same readings on every machine.
# Each reading is an integer; `unit`, `scale` and `places` tell how to show it.


class SensorError(Exception):
    """A sensor did not answer; `sensor` is its name, `code` what the bus said."""

    def __init__(self, sensor, code):
        super().__init__(f"{sensor}: bus error {code}")
        self.sensor = sensor
        self.code = code


def triangle(second, period, height):
    """A wave between 0 and height that starts at 0, in integers."""
    place = second % period
    half = period // 2
    if place > half:
        place = period - place
    return height * place // half


class Sensor:
    unit = ""
    scale = 1
    places = 0

    def __init__(self, name, seed):
        self.name = name
        self.noise = seed

    def jitter(self, span):
        """Noise between -span and span."""
        self.noise = (self.noise * 75 + 74) % 65537
        return self.noise % (2 * span + 1) - span

    def read(self, second):
        raise NotImplementedError

    def show(self, value):
        return f"{value / self.scale:.{self.places}f}{self.unit}"


class Thermometer(Sensor):
    unit = "C"
    scale = 100
    places = 2

    def read(self, second):
        return 2150 + triangle(second, 480, 620) + self.jitter(18)


class Hygrometer(Sensor):
    unit = "%"
    scale = 10
    places = 1
    attempts = 0

    def read(self, second):
        """Every thirteenth attempt fails, as on a long cable."""
        self.attempts += 1
        if self.attempts % 13 == 0:
            raise SensorError(self.name, 5)
        return 610 - triangle(second, 480, 190) + self.jitter(6)


class Barometer(Sensor):
    unit = "Pa"

    def read(self, second):
        return 101325 - second // 7 + self.jitter(9)


class Battery(Sensor):
    unit = "V"
    scale = 1000
    places = 3

    def __init__(self, name, seed, full):
        super().__init__(name, seed)
        self.level = full

    def drain(self, millivolt):
        self.level -= millivolt

    def read(self, second):
        return self.level + self.jitter(2)
