# SPDX-License-Identifier: MIT
# Recursive functions: direct, mutual, deep enough, through closures and methods.

def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, a="A", b="B", c="C"):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


def permutations(items):
    if len(items) <= 1:
        return [items]
    return [[x] + rest for i, x in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(fact(5), fact(20), fact(25), [fib(i) for i in range(12)])
print(is_even(20), is_odd(7), ackermann(2, 3), gcd(1071, 462), depth(60))
print(hanoi(3), len(hanoi(5)), ["".join(p) for p in permutations(list("abc"))])


def make():
    def walk(tree):
        if tree is None:
            return 0
        left, value, right = tree
        return walk(left) + value + walk(right)
    return walk


print(make()(((None, 1, None), 2, ((None, 3, None), 4, None))))


class Node:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def total(self):
        return self.value + sum(c.total() for c in self.children)

    def lines(self, indent=0):
        out = [" " * indent + str(self.value)]
        for c in self.children:
            out += c.lines(indent + 2)
        return out


tree = Node(1, Node(2, Node(3)), Node(4))
print(tree.total(), *tree.lines(), sep="\n")
memo = {}


def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    key = amount, len(coins)
    if key not in memo:
        memo[key] = ways(amount - coins[0], coins) + ways(amount, coins[1:])
    return memo[key]


print(ways(30, (10, 5, 2, 1)), len(memo) > 10)
