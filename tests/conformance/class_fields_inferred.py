# SPDX-License-Identifier: MIT
# Instances whose fields appear in different orders, in different methods, partly.
# mpy-closed: the name of a class in a message

def items(instance):
    return sorted(vars(instance).items())


class Node:
    def __init__(self, key):
        self.key = key
        self.next = None
        self.seen = False

    def mark(self):
        self.seen = True
        self.order = Node.counter
        Node.counter += 1

    counter = 0


a, b = Node("a"), Node("b")
a.next = b
b.mark()
print(a.key, a.next.key, a.seen, b.seen, b.order, hasattr(a, "order"), b.next)
try:
    a.order
except AttributeError as e:
    print(e)
a.mark()
print(a.order, sorted(vars(a)), items(b))


class Partial:
    def __init__(self, flag):
        if flag:
            self.x = 1
            self.y = 2
        else:
            self.y = 20
            self.x = 10
            self.z = 30

    def set_late(self):
        self.late = self.x + self.y

    def drop(self):
        del self.x


p, q = Partial(True), Partial(False)
q.set_late()
print(items(p), items(q), hasattr(p, "z"))
p.drop()
p.x = "again"
q.drop()
print(items(p), items(q), hasattr(q, "x"))


class Base:
    def __init__(self):
        self.base = "b"

    def grow(self):
        self.grown = True


class Child(Base):
    extra = "class value"

    def __init__(self):
        self.own = "o"
        super().__init__()
        self.extra = self.extra + " shadowed"


class NoInit(Base):
    def touch(self):
        self.touched = len(vars(self))


c, n = Child(), NoInit()
n.touch()
n.grow()
c.grow()
print(items(c), items(n), Child.extra, c.extra)
del c.extra
print(c.extra)


class Counter:
    total = 0

    def hit(self):
        self.total += 1
        return self.total


x, y = Counter(), Counter()
print(x.hit(), x.hit(), y.hit(), Counter.total, items(x), items(y))


class Linked:
    def __init__(self, items):
        self.head = None
        self.size = 0
        for i in reversed(items):
            cell = Node(i)
            cell.next = self.head
            self.head = cell
            self.size += 1

    def __iter__(self):
        cell = self.head
        while cell:
            yield cell.key
            cell = cell.next

    def reverse(self):
        previous, cell = None, self.head
        while cell is not None:
            cell.next, previous, cell = previous, cell, cell.next
        self.head = previous


chain = Linked("abcd")
chain.reverse()
print(list(chain), chain.size)
outside = Linked([])
outside.note = "set from outside"
outside.size = -1
print(list(outside), items(outside))
