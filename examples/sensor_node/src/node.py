# SPDX-License-Identifier: MIT
# The node: channels that sample and filter, the machine that decides, the radio that tells.
import config
from filters import Hysteresis, median_of_three, moving_average
from machine import BadTransition, Machine
from radio import Radio
from ring import Ring
from sensors import Barometer, Battery, Hygrometer, SensorError, Thermometer


class Channel:
    """A sensor with its filter, its extremes and its latest samples."""

    def __init__(self, sensor, coroutine):
        self.sensor = sensor
        self.filter = coroutine
        self.history = Ring(config.HISTORY)
        self.low = None
        self.high = None
        self.faults = 0

    def sample(self, second):
        """A new filtered value; SensorError when the sensor fails."""
        value = self.filter.send(self.sensor.read(second))
        self.history.push(value)
        if self.low is None or value < self.low:
            self.low = value
        if self.high is None or value > self.high:
            self.high = value
        return value


class Node:
    def __init__(self, name):
        self.name = name
        self.events = Ring(config.EVENTS_KEPT)
        self.machine = Machine(self.changed)
        self.warm = Hysteresis(config.COOL_AGAIN, config.TOO_WARM)
        self.radio = Radio()
        self.battery = Battery("battery", 99, config.BATTERY_FULL)
        self.channels = (
            Channel(Thermometer("air", 1), moving_average(4)),
            Channel(Hygrometer("humidity", 2), median_of_three()),
            Channel(Barometer("pressure", 3), moving_average(6)),
            Channel(self.battery, moving_average(2)),
        )
        self.samples = 0

    def note(self, second, text):
        self.events.push((second, text))

    def changed(self, second, before, after):
        self.note(second, f"{before} -> {after}")

    def event(self, name, second):
        try:
            self.machine.handle(name, second)
        except BadTransition as error:
            self.note(second, f"ignored {error}")

    def sample(self, channel, second):
        """A new value of the channel, or its latest one when the sensor fails."""
        try:
            return channel.sample(second)
        except SensorError as error:
            channel.faults += 1
            self.note(second, str(error))
            return channel.history.newest()

    def step(self, second):
        """One round of sampling, deciding and, when it is time, telling."""
        values = [self.sample(channel, second) for channel in self.channels]
        self.samples += 1
        if self.warm.feed(values[0]):
            self.event("warm" if self.warm.on else "cool", second)
        if values[3] < config.BATTERY_LOW and self.machine.state != "sleep":
            self.event("low", second)
        if second % config.FRAME_EVERY == 0:
            self.battery.drain(30)
            if not self.radio.send(second, values, config.RETRIES):
                self.note(second, "frame lost")

    def run(self, seconds):
        self.event("ready", 0)
        second = 0
        while second < seconds:
            self.step(second)
            if self.machine.state == "sleep":
                self.battery.drain(1)
                second += config.SLEEP_SAMPLE_EVERY
            else:
                self.battery.drain(9)
                second += config.SAMPLE_EVERY
        self.event("stop", seconds)
