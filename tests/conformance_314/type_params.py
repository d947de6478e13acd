# Type parameters of functions and classes, where code mentions them and where it does not.


def first[T](items: list[T]) -> T:
    return items[0]


print(first([3, 4]), first.__name__, first.__qualname__)


def shown[T: int, *Ts, **P](x=5, *, y="k"):
    return T, T.__name__, T.__bound__, T.__constraints__, Ts, P, x, y


print(shown())
print(shown(1, y=2), shown.__qualname__, shown.__defaults__, shown.__kwdefaults__)


def defaults[T = int, U: (str, bytes) = str, *Ts = *tuple[int, str], **P = [int, str]]():
    print(T.__default__, T.has_default(), U.__constraints__, U.__default__, U.__bound__)
    print(P.__default__, T.__covariant__, T.__contravariant__, T.__infer_variance__)


defaults()


class Stack[T]:
    """A stack."""

    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()

    def own(self):
        return T


stack = Stack()
stack.push(1)
stack.push("two")
print(stack.pop(), stack.pop(), stack.own(), Stack.__doc__, Stack.__qualname__, Stack.push.__qualname__)


class Named(Stack[str]):
    def push(self, item):
        super().push(item.upper())


named = Named()
named.push("abc")
print(named.items, isinstance(named, Stack), Stack[int]().items)


class Pair[A, B = int]:
    __match_args__ = ("a", "b")
    kinds = A, B

    def __init__(self, a, b):
        self.a = a
        self.b = b

    @classmethod
    def of[X](cls, x: X):
        return cls(x, x), X

    @staticmethod
    def twice[Y](y: Y = 4):
        return y * 2, Y.__name__


match Pair(1, 2):
    case Pair(a, b):
        print(a, b)
pair, x = Pair.of(7)
print(pair.a, x, Pair.twice(), Pair.kinds, Pair.kinds[1].__default__)


class Outer:
    Base = dict
    default = [1]

    class Inner[T](Base):
        kind = T

    def method[T](self, x=default):
        return T, x, __class__.__name__

    def __private[T](self):
        return T

    def call(self):
        return self.__private()


print(Outer.Inner.__mro__[1], Outer.Inner.kind, Outer.Inner.__qualname__, Outer().method(), Outer().call())


def make():
    def inner[T]():
        return T
    return inner


print(make()() is make()(), make().__qualname__)


def counted[T](n: int):
    total = 0

    def add():
        nonlocal total
        total += n
        return total, T
    return add


add = counted(3)
print(add(), add())


def generate[T](n):
    for i in range(n):
        yield i, T


print([(i, str(t)) for i, t in generate(2)])


def decorated(tag):
    print("decorator", tag)

    def decorate(function):
        print("applied", tag)
        return function
    return decorate


@decorated("outer")
@decorated("inner")
def both[T](x=print("default")):
    return T


print(both())


class Meta(type):
    def __new__(mcls, name, bases, namespace, tag=None):
        made = super().__new__(mcls, name, bases, namespace)
        made.tag = tag
        return made


class Tagged[T](metaclass=Meta, tag="t"):
    pass


print(Tagged.tag, type(Tagged).__name__)


def bounds[T: Later](): # noqa: F821 (bounds are evaluated when they are asked for)
    return T.__bound__


class Later:
    pass


print(bounds())
