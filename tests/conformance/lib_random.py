# SPDX-License-Identifier: MIT
# random: what does not depend on the generator, and that a seed repeats.
import random


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def take():
    return [random.random(), random.randint(1, 100), random.choice("abcdef"), random.getrandbits(70), random.uniform(1, 2), random.gauss(0, 1), random.sample(range(100), 5), random.choices([1, 2, 3], [1, 2, 3], k=4), random.randbytes(3)]


for seed in (0, 1, -5, 12345678901234567890, "text", b"bytes", 1.5):
    random.seed(seed)
    first = take()
    random.seed(seed)
    print(first == take())
random.seed(1)
one = [random.random() for _ in range(3)]
random.seed(2)
print(one != [random.random() for _ in range(3)])
state = random.getstate()
a = take()
random.setstate(state)
print(a == take())
print(all(0 <= random.random() < 1 for _ in range(500)), all(1 <= random.randint(1, 6) <= 6 for _ in range(200)), sorted({random.randint(1, 6) for _ in range(300)}), sorted({random.randrange(0, 10, 3) for _ in range(200)}), sorted({random.randrange(5, 0, -2) for _ in range(200)}))
mean = sum(random.random() for _ in range(2000)) / 2000
spread = [random.gauss(10, 2) for _ in range(2000)]
print(0.45 < mean < 0.55, 9.7 < sum(spread) / 2000 < 10.3, all(2 <= random.triangular(2, 5, 3) <= 5 for _ in range(100)), all(random.expovariate(2) >= 0 for _ in range(100)))
items = list(range(20))
random.shuffle(items)
print(sorted(items) == list(range(20)), items != list(range(20)), sorted(random.sample(items, 20)) == list(range(20)), len(set(random.sample(range(1000), 50))), random.sample([], 0), len(random.choices("ab", k=7)), set(random.choices("ab", [0, 1], k=20)), set(random.choices("ab", cum_weights=[1, 1], k=9)), len(random.sample("ab", counts=[3, 2], k=5)))
counts = {True: 0, False: 0}
for _ in range(1000):
    counts[random.getrandbits(1) == 1] += 1
print(400 < counts[True] < 600, random.getrandbits(0), random.getrandbits(5) < 32, random.getrandbits(200) < 2 ** 200, len(random.randbytes(10)))
attempt(random.choice, [])
attempt(random.randrange, 0)
attempt(random.randrange, 5, 5)
attempt(random.randrange, 1, 9, 0)
attempt(random.sample, [1], 2)
attempt(random.choices, "ab", [1])
attempt(random.choices, "ab", [0, 0])
attempt(random.getrandbits, -1)
attempt(random.seed, [1])
own = random.Random(7)
other = random.Random(7)
print(own.random() == other.random(), own.randint(0, 9) == other.randint(0, 9), own.random() != random.random())
