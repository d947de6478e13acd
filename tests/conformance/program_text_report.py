# SPDX-License-Identifier: MIT
# Reading records from text, grouping, statistics and an aligned report.

DATA = """\
# station; day; celsius
north;1;12.5
north;2;13.75
south;1;21
south;2;n/a
south;3;22.25

east;1;-3.5
bad line
east;2;-1
"""


def records(text):
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        try:
            station, day, value = line.split(";")
            yield station, int(day), float(value)
        except ValueError as e:
            problems.append((number, line, type(e).__name__))


class Stats:
    def __init__(self):
        self.count, self.total, self.low, self.high = 0, 0.0, None, None

    def add(self, v):
        self.count += 1
        self.total += v
        self.low = v if self.low is None or v < self.low else self.low
        self.high = v if self.high is None else max(self.high, v)

    @property
    def mean(self):
        return self.total / self.count if self.count else 0.0

    def __format__(self, spec):
        width, _, places = spec.partition(".")
        return " ".join(format(v, f">{width}.{places}f") for v in (self.low, self.mean, self.high))


problems = []
stations = {}
for station, day, value in records(DATA):
    stations.setdefault(station, Stats()).add(value)
header = f"{'station':<10}{'n':>3} {'low':>7} {'mean':>7} {'high':>7}"
print(header)
print("=" * len(header))
for name, stats in sorted(stations.items(), key=lambda item: item[1].mean, reverse=True):
    print(f"{name:<10}{stats.count:>3} {stats:7.2}")
print(problems)


def histogram(values, width=20):
    top = max(values.values())
    for key in sorted(values):
        bar = "#" * round(values[key] / top * width)
        yield f"{key:>5} |{bar:<{width}}| {values[key]}"


words = "it was the best of times it was the worst of times it was the age of wisdom".split()
frequency = {}
for word in words:
    frequency[word] = frequency.get(word, 0) + 1
print(*histogram(frequency, 12), sep="\n")


def wrap(text, width):
    line = []
    size = 0
    for word in text.split():
        if line and size + len(line) + len(word) > width:
            yield " ".join(line)
            line, size = [], 0
        line.append(word)
        size += len(word)
    if line:
        yield " ".join(line)


for n, line in enumerate(wrap(" ".join(words), 24)):
    print(f"{n:02d}: {line:^24}|")


def roman(n):
    out = ""
    for value, digits in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        out += digits * count
    return out


print([roman(n) for n in (1, 4, 9, 14, 1994, 2024)])
