# class C(*bases, **keywords), and __class_getitem__.
# mpy-refused: FZ0520


class A:
    def __init_subclass__(cls, **keywords):
        print(cls.__name__, sorted(keywords.items()))


class B:
    pass


pair = (A, B)
options = {"x": 1, "y": 2}


class C(*pair):
    pass


class D(*pair, **options):
    pass


class E(*[B], A, z=3, **options):
    value = 5

    def get(self):
        return __class__.value


class F(*()):
    pass


class G(**{}):
    pass


class H(B, *[A], k=0):
    pass


print([c.__name__ for c in D.__mro__], E.__bases__, E().get(), F.__bases__, G.__bases__, H.__bases__)


class Meta(type):
    def __new__(mcls, name, bases, namespace, **keywords):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.keywords = sorted(keywords)
        return cls

    def __init__(cls, *args, **keywords):
        pass


class I(*[B], **{"metaclass": Meta, "other": 1}):
    pass


class J(*[I], one=1, **{"two": 2}):
    pass


print(type(I).__name__, I.keywords, J.keywords)
for bad in (lambda: [*1], lambda: {**1}):
    try:
        bad()
    except TypeError:
        print("TypeError")
try:
    class K(*5):
        pass
except TypeError:
    print("TypeError")
try:
    class L(x=1, **{"x": 2}):
        pass
except TypeError:
    print("TypeError")
try:
    class M(**{1: 2}):
        pass
except TypeError:
    print("TypeError")


class Generic:
    def __class_getitem__(cls, item):
        return cls.__name__, item


class Sub(Generic):
    pass


print(Generic[int], Sub[1, 2])


def make(*bases, **keywords):
    class Local(*bases, **keywords):
        pass

    return Local


print(make(B).__mro__[1].__name__, make().__qualname__)
