# SPDX-License-Identifier: MIT
# Names in class bodies: own scope, no capture by methods, comprehensions, conditionals, loops.

size = "global size"


class A:
    size = 3
    doubled = size * 2
    items = [size for _ in range(2)]
    squares = [i * i for i in range(size)]
    for i in range(3):
        last = i
    if size > 2:
        big = True
    else:
        small = True

    def get(self):
        return size, self.size

    del i


print(A.doubled, A.items, A.squares, A.last, A.big, hasattr(A, "small"), hasattr(A, "i"), A().get())


def factory(param):
    local = "local " + param

    class Made:
        attr = local
        own = param + "!"

        def both(self):
            return local, param, self.own
    return Made


M = factory("p")
print(M.attr, M.own, M().both())


def unseen():
    hidden = "enclosing"

    class Stores:
        try:
            hidden = hidden + "!"
        except NameError as e:
            problem = str(e)
    return Stores.problem


print(unseen())


class Reassign:
    x = 1
    x = x + 1
    x += 1

    def x_getter(self):
        return self.x
    y = x_getter


print(Reassign.x, Reassign().y(), Reassign().x_getter())


class Outer:
    tag = "outer"

    class Inner:
        tag = "inner"

        def name(self):
            return self.tag
    inner = Inner()

    def make(self):
        return self.Inner().name() + "/" + self.tag


print(Outer.Inner.tag, Outer.inner.name(), Outer().make(), Outer.Inner.__name__, Outer.Inner.__qualname__)
value = 1


class Global:
    global value
    value = "set from class"
    own = 5


print(value, Global.own, hasattr(Global, "value"))


class Effects:
    print("body runs once", __name__, __qualname__)
    log = []
    for name in ("a", "b"):
        log.append(name)
    try:
        missing
    except NameError as e:
        problem = str(e)


print(Effects.log, Effects.name, Effects.problem)


class Lookup:
    len = len
    count = len("four")

    def __len__(self):
        return 7

    def go(self):
        return len(self), len("xy")


print(Lookup.count, Lookup().go())


class Private:
    __secret = 1

    def __hidden(self):
        return self.__secret + 1

    def reveal(self):
        self.__field = 5
        return self.__hidden(), self.__field


p = Private()
print(p.reveal(), hasattr(p, "__secret"), p._Private__secret, p._Private__field, p._Private__hidden())
