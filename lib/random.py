# SPDX-License-Identifier: MIT
# random: pseudo-random numbers. The generator is xorshift128 (four words of state), so the numbers
# after seed(n) are the same on every machine but not those of CPython. Without a seed it starts from
# the clock.
from math import cos, exp, floor, log, pi, sin, sqrt
from time import time_ns

_M = 0xffffffff


def _spread(x):
    # Mixes the bits of a word.
    x = ((x >> 16 ^ x) * 0x45d9f3b) & _M
    x = ((x >> 16 ^ x) * 0x45d9f3b) & _M
    return x >> 16 ^ x


class Random:
    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        if a is None:
            a = time_ns()
        elif isinstance(a, (str, bytes, bytearray)):
            if isinstance(a, str):
                a = a.encode()
            a = int.from_bytes(a, "big") * 251 + len(a)
        elif isinstance(a, float):
            n, d = a.as_integer_ratio()
            a = n * 31 + d
        elif not isinstance(a, int):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        a = abs(a)
        word = 0x9e3779b9
        while True:
            word = _spread(word + (a & _M) & _M)
            a >>= 32
            if not a:
                break
        state = []
        for _ in range(4):
            word = word + 0x9e3779b9 & _M
            state.append(_spread(word) | 1)
        self._state = state
        self.gauss_next = None

    def getstate(self):
        return 1, tuple(self._state), self.gauss_next

    def setstate(self, state):
        version, words, gauss_next = state
        if version != 1:
            raise ValueError(f"state with version {version} passed to Random.setstate() of version 1")
        self._state = list(words)
        self.gauss_next = gauss_next

    def _word(self):
        state = self._state
        t = state[0]
        t = (t ^ t << 11) & _M
        state[0] = state[1]
        state[1] = state[2]
        w = state[2] = state[3]
        w = state[3] = w ^ w >> 19 ^ t ^ t >> 8
        return w

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        bits = 0
        while k > 0:
            take = min(k, 32)
            bits = bits << take | self._word() >> 32 - take
            k -= take
        return bits

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def random(self):
        return ((self._word() >> 5) * 67108864.0 + (self._word() >> 6)) / 9007199254740992.0

    def _below(self, n):
        # Even: numbers of as many bits, until one is below n.
        k = (n - 1).bit_length()
        r = self.getrandbits(k)
        while r >= n:
            r = self.getrandbits(k)
        return r

    def randrange(self, start, stop=None, step=1):
        if not hasattr(start, "__index__"):
            raise TypeError(f"'{type(start).__name__}' object cannot be interpreted as an integer")
        if stop is None:
            if start <= 0:
                raise ValueError("empty range for randrange()")
            return self._below(start)
        size = len(range(start, stop, step)) if step else 0
        if not step:
            raise ValueError("zero step for randrange()")
        if not size:
            if step == 1:
                raise ValueError(f"empty range for randrange() ({start}, {stop}, {stop - start})")
            raise ValueError("empty range for randrange()")
        return start + step * self._below(size)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            k = self._below(i + 1)
            x[i], x[k] = x[k], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        pool = list(population)
        if counts is not None:
            pool = [item for item, count in zip(pool, counts) for _ in range(count)]
        if not 0 <= k <= len(pool):
            raise ValueError("Sample larger than population or is negative")
        for i in range(k):
            j = i + self._below(len(pool) - i)
            pool[i], pool[j] = pool[j], pool[i]
        return pool[:k]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if weights is not None:
            if cum_weights is not None:
                raise TypeError("Cannot specify both weights and cumulative weights")
            cum_weights = []
            total = 0
            for weight in weights:
                total += weight
                cum_weights.append(total)
        if cum_weights is None:
            if not n:
                raise IndexError("list index out of range")
            return [population[floor(self.random() * n)] for _ in range(k)]
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1]
        if total <= 0:
            raise ValueError("Total of weights must be greater than zero")
        out = []
        for _ in range(k):
            x = self.random() * total
            i = 0
            while i < n - 1 and cum_weights[i] <= x:
                i += 1
            out.append(population[i])
        return out

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if high == low:
            return low
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def gauss(self, mu=0.0, sigma=1.0):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = 2.0 * pi * self.random()
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        angle = 2.0 * pi * self.random()
        return mu + sigma * cos(angle) * sqrt(-2.0 * log(1.0 - self.random()))

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


_shared = Random()
seed = _shared.seed
getstate = _shared.getstate
setstate = _shared.setstate
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes
random = _shared.random
randrange = _shared.randrange
randint = _shared.randint
choice = _shared.choice
shuffle = _shared.shuffle
sample = _shared.sample
choices = _shared.choices
uniform = _shared.uniform
triangular = _shared.triangular
gauss = _shared.gauss
normalvariate = _shared.normalvariate
lognormvariate = _shared.lognormvariate
expovariate = _shared.expovariate
paretovariate = _shared.paretovariate
weibullvariate = _shared.weibullvariate
