# Special methods whose names are put together at run time, at build time and at boot, and mentioned nowhere.
# mpy-refused: FZ0520
class Meta(type):
    def __new__(meta, name, bases, space):
        for key in list(space):
            if key.startswith("op_"):
                space["__%s__" % key[3:]] = space[key]
        return super().__new__(meta, name, bases, space)


class C(metaclass=Meta):
    def op_radd(self, other):
        return ("radd", other)

    def op_getitem(self, key):
        return ("item", key)

    def op_contains(self, key):
        return key == 3

    def op_call(self, *args):
        return args

    def op_neg(self):
        return "neg"

    def op_iter(self):
        return iter((1, 2))

    def op_len(self):
        return 0

    def op_eq(self, other):
        return "eq"

    def op_lt(self, other):
        return "lt"

    def op_enter(self):
        return "enter"

    def op_exit(self, *args):
        return True

    def op_getattr(self, name):
        return name

    def op_str(self):
        return "str"


c = C()
print(1 + c, c[2], 3 in c, c(1, 2), -c, list(c), bool(c), len(c), c == 1, c < 1, c.missing, str(c))
with c as entered:
    print(entered)
    raise ValueError
print("end")


def make(names, method):
    class Local:
        for n in names:
            locals()["__r" + n + "__"] = method
    return Local


print(1 + make(["add"], lambda self, other: ("local", other))())


def answer(self, other):
    return ("answer", other)


for word in ("sub", "mul"):
    R = type("R", (), {f"__r{word}__": answer, "__" + "hash" + "__": lambda self: 7})
    try:
        print(hash(R()), 2 - R())
    except TypeError as error:
        print(error)
    try:
        print(2 * R())
    except TypeError as error:
        print(error)


class Later:
    pass


setattr(Later, "__%s__" % "".join(["mat", "mul"]), answer)
print(Later() @ 1)
