# SPDX-License-Identifier: MIT
# Seven classes with methods, inheritance and properties; a few dozen instances.


class Reading:
    def __init__(self, sensor, value):
        self.sensor = sensor
        self.value = value

    def __repr__(self):
        return f"{self.sensor.name}={self.value}"


class Sensor:
    unit = ""

    def __init__(self, name, offset):
        self.name = name
        self.offset = offset
        self.readings = []

    def raw(self, tick):
        raise NotImplementedError

    def sample(self, tick):
        reading = Reading(self, self.raw(tick) + self.offset)
        self.readings.append(reading)
        return reading

    @property
    def last(self):
        return self.readings[-1].value if self.readings else None

    def mean(self):
        return sum(r.value for r in self.readings) // len(self.readings)


class Thermometer(Sensor):
    unit = "C"

    def raw(self, tick):
        return 20 + tick % 7


class Hygrometer(Sensor):
    unit = "%"

    def raw(self, tick):
        return 50 - tick % 5


class Rule:
    def __init__(self, sensor, limit, action):
        self.sensor = sensor
        self.limit = limit
        self.action = action
        self.fired = 0

    def check(self):
        if self.sensor.last > self.limit:
            self.fired += 1
            self.action(self.sensor)


class Log:
    def __init__(self, size):
        self.size = size
        self.lines = []

    def add(self, sensor):
        if len(self.lines) == self.size:
            self.lines.pop(0)
        self.lines.append(sensor.name + str(sensor.last) + sensor.unit)


class Station:
    def __init__(self):
        self.log = Log(4)
        self.sensors = [Thermometer("t1", 1), Thermometer("t2", -1), Hygrometer("h1", 0)]
        self.rules = [Rule(sensor, 24, self.log.add) for sensor in self.sensors]

    def run(self, ticks):
        for tick in range(ticks):
            for sensor in self.sensors:
                sensor.sample(tick)
            for rule in self.rules:
                rule.check()

    def report(self):
        for sensor, rule in zip(self.sensors, self.rules):
            print(sensor.readings[0], sensor.mean(), sensor.unit, rule.fired)
        print(self.log.lines)


station = Station()
station.run(8)
station.report()
