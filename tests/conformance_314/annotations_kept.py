# fz-annotations: keep
# __annotations__ of functions and classes, with strip.annotations: false.
from typing import get_type_hints


def f(a: int, /, b: list[int] | None = None, *args: str, c: "text", **kw: dict[str, int]) -> tuple[int, ...]:
    return a, b, args, c, kw


print(f.__annotations__, f(1, c=2))


def plain(x, y=1):
    return x


async def later(x: int) -> None:
    pass


print(later.__annotations__, plain(2))


class C:
    x: int
    y: list[str] = []

    def method(self, other: int) -> str:
        return str(other)


print(C.__annotations__, C.method.__annotations__, C().y, C().method(3), hasattr(C, "x"))


def outer():
    class Inner:
        pass

    def g(i: Inner) -> Inner:
        return i
    return g.__annotations__["i"] is Inner


print(outer())


def generic[T](x: T, y: list[T]) -> T:
    return x


print(generic.__annotations__, generic(1, []))


def decorate(function):
    print("decorated with", function.__annotations__)
    return function


@decorate
def decorated(x: float = 2.5) -> float:
    return x


print(decorated())
print(get_type_hints(decorated), get_type_hints(C))
