# Metaclasses: __new__, __init__, __call__, __prepare__, attributes, special methods, conflicts.
# mpy-refused: FZ0520
log = []


class Meta(type):
    def __new__(mcls, name, bases, namespace, **keywords):
        log.append(("new", mcls.__name__, name, [b.__name__ for b in bases], sorted(keywords)))
        namespace["added"] = name.lower()
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        log.append(("init", cls.__name__, name, sorted(k for k in namespace if not k.startswith("__"))))
        super().__init__(name, bases, namespace)
        cls.registry = getattr(cls, "registry", []) + [name]

    def __call__(cls, *args, **keywords):
        log.append(("call", cls.__name__, args))
        instance = super().__call__(*args, **keywords)
        instance.made_by_meta = True
        return instance

    def method(cls):
        return "method of " + cls.__name__

    @property
    def shown(cls):
        return "property of " + cls.__name__

    def __repr__(cls):
        return f"<{cls.__name__} by Meta>"

    def __len__(cls):
        return len(cls.registry)

    def __iter__(cls):
        return iter(cls.registry)

    def __getitem__(cls, key):
        return cls.registry[key]

    def __contains__(cls, name):
        return name in cls.registry

    def __getattr__(cls, name):
        if name.startswith("dynamic_"):
            return name[8:]
        raise AttributeError(f"no {name} in {cls.__name__}")


class A(metaclass=Meta):
    x = 1

    def __init__(self, *args):
        self.args = args

    def f(self):
        return "f", self.x


class B(A, option=1, other=2):
    y = 2

    def f(self):
        return "B", super().f()


print(log)
log.clear()
print(type(A), type(B), A, B, repr(B), f"{B}")
print(A.added, B.added, B.registry, A.registry)
a, b = A(1, 2), B()
print(log, a.args, a.made_by_meta, a.f(), b.f(), isinstance(b, A), type(b) is B)
print(A.method(), B.method(), A.shown, B.shown)
print(len(B), list(B), B[0], "B" in B, "C" in B, bool(B))
print(A.dynamic_thing, B.dynamic_other)
for target in (lambda: A.missing, lambda: a.method, lambda: a.shown, lambda: a.dynamic_x):
    try:
        print(target())
    except AttributeError as error:
        print("AttributeError", error)
try:
    A.shown = 1
except AttributeError:
    print("shown cannot be set")
A.x = 10
print(a.x, B.x, "registry" in vars(A), sorted(k for k in vars(B) if not k.startswith("__")))
print(sorted(k for k in dir(B) if not k.startswith("__")))
print(isinstance(A, Meta), issubclass(Meta, type), isinstance(Meta, type), isinstance(A, type))
print(A.__class__, A.__name__, A.__qualname__, A.__module__, A.__bases__, B.__mro__[:2])
print({A: 1, B: 2}[B], A == A, A != B)

# type and metaclasses called directly.
C = type("C", (), {"v": 1, "get": lambda self: self.v})
print(C, C.v, C().get(), C.__name__, C.__bases__)
D = Meta("D", (A,), {"w": 2})
print(D, D.w, D.added, type(D).__name__, D(5).args)
E = type("E", (B,), {})
print(E, type(E).__name__, E.registry)
print(type("F", (dict,), {"__len__": lambda self: 42})().__len__())


class Callable:
    def __call__(self, name, bases, namespace):
        return name, bases, sorted(k for k in namespace if not k.startswith("__"))


class G(metaclass=Callable()):
    value = 1


def function(name, bases, namespace, **keywords):
    return type(name, bases, {**namespace, "keywords": keywords})


class H(int, metaclass=function, key="k"):
    pass


print(G, H(5) + 1, H.keywords)


class Prepared(type):
    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        return {"prepared": name, "keywords": sorted(keywords)}

    def __new__(mcls, name, bases, namespace, **keywords):
        names = [k for k in namespace if not k.startswith("__")]
        cls = super().__new__(mcls, name, bases, namespace)
        cls.order = names
        return cls

    def __init__(cls, name, bases, namespace, **keywords):
        pass


class I(metaclass=Prepared, a=1):
    one = 1
    two = 2

    def three(self):
        pass


print(I.one, I.order, I.prepared, I.keywords)


class Other(type):
    pass


class J(metaclass=Other):
    pass


class Derived(Meta):
    pass


class K(A, metaclass=Derived):
    pass


class L(K, metaclass=Meta):
    pass


print(type(K).__name__, type(L).__name__)
for bases, meta in (((A, J), type), ((A,), Other)):
    try:
        meta("X", bases, {})
    except TypeError as error:
        print("TypeError", error)
try:
    class M(A, J):
        pass
except TypeError as error:
    print("TypeError", error)


class Singleton(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]


class One(metaclass=Singleton):
    def __init__(self, n):
        self.n = n


class Two(One):
    pass


print(One(1) is One(2), One(3).n, Two(4).n, Two(5).n)


class Checks(type):
    def __instancecheck__(cls, instance):
        return hasattr(instance, cls.wanted)

    def __subclasscheck__(cls, other):
        return cls.wanted in vars(other)


class HasF(metaclass=Checks):
    wanted = "f"


print(isinstance(a, HasF), isinstance(1, HasF), isinstance(1, (HasF, int)), isinstance(1, (HasF, (str, A))))
print(issubclass(A, HasF), issubclass(int, HasF), issubclass(J, (HasF, J)))


class Falls(Checks):
    def __instancecheck__(cls, instance):
        return type.__instancecheck__(cls, instance) or super().__instancecheck__(instance)


class HasN(metaclass=Falls):
    wanted = "n"


print(isinstance(HasN(), HasN), isinstance(One(1), HasN), isinstance(2, HasN))


class Fails(type):
    def __new__(mcls, name, bases, namespace):
        if "bad" in namespace:
            raise ValueError("bad class " + name)
        return super().__new__(mcls, name, bases, namespace)


try:
    class N(metaclass=Fails):
        bad = 1
except ValueError as error:
    print(error)


class Setter(type):
    def __setattr__(cls, name, value):
        super().__setattr__(name, ("set", value))

    def __delattr__(cls, name):
        super().__delattr__(name)
        print("deleted", name)


class O(metaclass=Setter):
    z = 0


O.z = 1
print(O.z)
del O.z
print(hasattr(O, "z"))


class WithCell(metaclass=Meta):
    def who(self):
        return __class__


print(WithCell().who(), Meta.__name__, type(Meta))


class Fields(type):
    def __new__(mcls, name, bases, namespace):
        namespace["fields"] = [k for k, v in namespace.items() if isinstance(v, int)]
        return type.__new__(mcls, name, bases, namespace)


class Point(metaclass=Fields):
    x = 1
    y = 2

    def __init__(self):
        self.z = 3


p = Point()
p.w = 4
print(Point.fields, vars(p))


class Base:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__()
        print("init_subclass", cls.__name__, sorted(keywords.items()))


class Sub(Base, a=1, b=2):
    pass


T = type("T", (Base,), {}, c=3)
try:
    class U(a=1):
        pass
except TypeError as error:
    print(error)
for args in ((1, (), {}), ("x", [], {}), ("x", (), []), ("x", (1,), {}), ("x",) * 2):
    try:
        type(*args)
    except TypeError:
        print("TypeError")
