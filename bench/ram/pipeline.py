# SPDX-License-Identifier: MIT
# A generator pipeline: source, filter, map and a window.


def source(n):
    for i in range(n):
        yield i


def odd(items):
    for item in items:
        if item & 1:
            yield item


def squared(items):
    for item in items:
        yield item * item


def steps(items):
    before = 0
    for item in items:
        yield item - before
        before = item


total = 0
for step in steps(squared(odd(source(100)))):
    total += step
print(total)
