# SPDX-License-Identifier: MIT
# Which handler takes an exception: order, tuples, hierarchies, computed classes, names bound and unbound, nested tries.


class A(Exception):
    pass


class B(A):
    pass


class C(B, KeyError):
    pass


def pick(e, *groups):
    for i, g in enumerate(groups):
        try:
            raise e
        except g as caught:
            return i, type(caught).__name__, caught is e
        except BaseException as other:
            last = type(other).__name__
    return "none", last


for e in (A(), B(), C("c"), KeyError(1), ValueError(), SystemExit(), KeyboardInterrupt()):
    print(pick(e, C, B, A), pick(e, (ValueError, KeyError), Exception), pick(e, LookupError), pick(e, ()))


def which(name):
    return {"a": A, "k": KeyError}[name]


for e in (A(), KeyError("k"), TypeError("t")):
    try:
        try:
            raise e
        except which("a"):
            print("first")
        except which("k"):
            print("second")
        except which("missing"):
            print("never")
    except KeyError as err:
        print("in the handler's expression:", err, type(err.__context__).__name__)


def order():
    out = []
    try:
        try:
            raise B("inner")
        except A as a:
            out.append(f"A {a}")
            raise
        finally:
            out.append("inner finally")
    except B as b:
        out.append(f"B {b}")
        try:
            raise ValueError("second") from b
        except (TypeError, ValueError) as v:
            out.append(f"{v} from {v.__cause__}")
    else:
        out.append("else")
    finally:
        out.append("outer finally")
    return out


print(order())


def rebinding():
    e = "kept?"
    try:
        raise A("x")
    except A as e:
        pass
    try:
        return e
    except NameError as err:
        return type(err).__name__


print(rebinding())


def loop():
    seen = []
    for cls in (ValueError, KeyError, A, ZeroDivisionError):
        try:
            if cls is ZeroDivisionError:
                1 / 0
            raise cls("x")
        except (KeyError, A) as e:
            seen.append(type(e).__name__)
            continue
        except ArithmeticError as e:
            seen.append(str(e))
            break
        except ValueError:
            seen.append("value")
    return seen


print(loop())


def deep(n):
    try:
        if n == 0:
            raise KeyError("bottom")
        deep(n - 1)
    except ValueError:
        return "wrong"
    finally:
        depths.append(n)


depths = []
try:
    deep(5)
except LookupError as e:
    print(e, depths)
