# type statements, list[int] and int | None.
type Number = int | float
print(Number, Number.__name__, Number.__value__, Number.__type_params__)

type Maybe[T] = T | None
print(Maybe, Maybe.__type_params__, Maybe.__value__, Maybe[int])

type Json = dict[str, Json] | list[Json] | str | None
print(Json.__value__)

type Late = later()
print("not yet")


def later():
    print("now")
    return int


print(Late.__value__)


def local(x):
    type Here = tuple[int, x]
    return Here


print(local(str).__value__)


class Holder:
    type Inside = list[int]


print(Holder.Inside, Holder.Inside.__value__)

Vector = list[float]
print(Vector, Vector.__origin__, Vector.__args__, Vector([1.0]), dict[str, list[int]], tuple[int, ...], tuple[()])
print(list[int] == list[int], list[int] == list[str], len({list[int], list[int]}), type[int])


def f[T]():
    pair = dict[str, T]
    print(pair, pair.__parameters__, pair[int], list[dict[str, T]][bytes])
    try:
        list[int][str]
    except TypeError as error:
        print(error)
    return T | None, int | T, list[T] | None


print(f())
try:
    Number[int]
except TypeError as error:
    print(error)


class Point:
    pass


for value in 1, "s", None, 2.5, Point():
    print(isinstance(value, int | str), isinstance(value, Point | None), isinstance(value, (int | float, Point)))
print(issubclass(bool, int | str), issubclass(float, int | None))
print(int | str == str | int, (int | str).__args__, int | None | int, Point | None, None | Point, int | int)
print(3 | 4, {1} | {2}, {"a": 1} | {"b": 2})
try:
    isinstance(1, list[int])
except TypeError as error:
    print(error)
try:
    print(None | None)
except TypeError as error:
    print(error)


class Ints(list[int]):
    pass


print(Ints([1, 2]), Ints.__mro__[1])
