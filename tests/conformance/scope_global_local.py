# SPDX-License-Identifier: MIT
# Local, global and builtin names; global statement; shadowing; unbound names.

x = "global"
count = 0


def read():
    return x


def shadow():
    x = "local"
    return x, read()


def change():
    global x, created
    x = "changed"
    created = "made in function"


print(read(), shadow(), x)
change()
print(x, read(), created)


def bump():
    global count
    count += 1
    return count


bump()
print(bump(), count)


def unbound():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 1
    return x


print(unbound())


def maybe(flag):
    if flag:
        value = 1
    try:
        return value
    except NameError as e:
        return str(e)


print(maybe(True), maybe(False))


def deleted():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        return str(e)


print(deleted())
try:
    never_defined
except NameError as e:
    print(e)
try:
    del never_defined
except NameError as e:
    print(e)
len_before = len
len = lambda value: "shadowed"
print(len([1, 2]))
del len
print(len([1, 2]), len is len_before)


def local_builtin():
    print = str
    return print(5)


print(local_builtin())
for i in range(3):
    leak = i
print(i, leak)


def late_binding():
    return defined_later * 2


defined_later = 21
print(late_binding())
if True:
    in_block = "visible"
print(in_block)


def nested_global():
    x = "enclosing"

    def inner():
        global x
        return x
    return inner(), x


print(nested_global())
del x
try:
    read()
except NameError as e:
    print(e)
x = "back"
print(read(), __name__)


class Scope:
    x = "class"
    y = x + "!"

    def method(self):
        return x, self.x


print(Scope().method(), Scope.y)
