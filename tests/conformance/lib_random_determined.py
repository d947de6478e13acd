# SPDX-License-Identifier: MIT
# random: what holds for every generator, whatever the numbers are.

import random

random.seed(1)
values = [random.random() for _ in range(200)]
print(all(0 <= v < 1 for v in values), 0.3 < sum(values) / 200 < 0.7, len(set(values)) > 190)
random.seed(1)
print([random.random() for _ in range(200)] == values)
print(all(1 <= random.randint(1, 6) <= 6 for _ in range(200)), {random.randint(1, 3) for _ in range(200)} == {1, 2, 3})
print(all(random.randrange(0, 10, 5) in (0, 5) for _ in range(50)), all(random.randrange(4) < 4 for _ in range(50)), all(random.randrange(-5, -2) in (-5, -4, -3) for _ in range(50)))
print({random.choice("abc") for _ in range(200)} == set("abc"), random.choice([7]), random.choices([1], k=3), len(random.choices("ab", weights=[1, 0], k=5)), set(random.choices("ab", weights=[1, 0], k=20)))
items = list(range(20))
random.shuffle(items)
print(sorted(items) == list(range(20)), items != list(range(20)))
sample = random.sample(range(100), 10)
print(len(sample), len(set(sample)), all(0 <= s < 100 for s in sample), sorted(random.sample([1, 2, 3], 3)))
print(all(2 <= random.uniform(2, 3) <= 3 for _ in range(50)), random.getrandbits(0) if True else 0, all(random.getrandbits(5) < 32 for _ in range(50)), random.getrandbits(100) < 2**100)
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.sample([1], 2), lambda: random.getrandbits(-1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
for _ in range(5):
    random.seed("text" if _ else 0)
print(isinstance(random.random(), float), isinstance(random.getrandbits(8), int))
counts = [0] * 4
for _ in range(400):
    counts[random.randrange(4)] += 1
print(all(50 < c < 150 for c in counts), sum(counts))
