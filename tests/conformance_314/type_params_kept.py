# fz-annotations: keep


def f[T: int, *Ts, **P](x: T) -> T:
    return x


print(f(1), f.__type_params__, f.__type_params__[0].__bound__, f.__qualname__)


class C[T, U = int]:
    def method[V](self):
        return self


print(C.__type_params__, C.__type_params__[1].__default__, C.method.__type_params__)
print(C.method.__qualname__, C().method().__class__ is C)
type A[T] = list[T]
print(A.__type_params__)
