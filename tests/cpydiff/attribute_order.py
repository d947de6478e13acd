# SPDX-License-Identifier: MIT
# The order in which vars() tells the attributes of an instance is that of their first assignment.

class Either:
    def __init__(self, flag):
        if flag:
            self.x = 1
            self.y = 2
        else:
            self.y = 20
            self.x = 10

    def later(self):
        self.z = 30


a, b = Either(True), Either(False)
print(vars(a), vars(b), list(vars(b)))
a.later()
b.free = "not foreseen"
b.later()
print(vars(a), vars(b))
del b.y
b.y = "last now"
print(vars(b), list(vars(b).values()))


class Base:
    def __init__(self):
        self.base = "b"


class Child(Base):
    def __init__(self):
        self.own = "o"
        super().__init__()
        self.late = "l"


print(vars(Child()), vars(Base()))
for name, value in vars(Child()).items():
    print(name, value)
copy = Child()
vars(copy)["added"] = 1
copy.base = "changed"
print(vars(copy))
