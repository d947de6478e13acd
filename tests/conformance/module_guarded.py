# SPDX-License-Identifier: MIT
# Missing modules behind except ImportError, optional names, fallbacks.

try:
    import no_such_module_at_all
except ImportError as e:
    print("guarded", isinstance(e, ModuleNotFoundError))
    no_such_module_at_all = None
print(no_such_module_at_all)
try:
    from no_such_module_at_all import thing
except ModuleNotFoundError:
    def thing():
        return "fallback thing"
print(thing())
try:
    from modules.shapes import not_there
except ImportError as e:
    not_there = "fallback name"
    print(type(e).__name__)
print(not_there)
try:
    import modules.not_a_submodule
except ImportError as e:
    print("submodule", type(e).__name__)
try:
    import modules.shapes as geometry
except ImportError:
    geometry = None
print(geometry is not None and geometry.area(2, 2))
try:
    import _fast_shapes as impl
except ImportError:
    import modules.shapes as impl
print(impl.__name__, impl.area(3, 3))


def optional(name):
    if name == "a":
        try:
            import missing_a
        except ImportError:
            return "no a"
    try:
        from modules.counter import bump
        import missing_b
    except ImportError:
        return "no b", callable(bump)
    finally:
        calls.append(name)


calls = []
print(optional("a"), optional("b"), calls)
try:
    from modules import raises_on_import
except ZeroDivisionError as e:
    print("import failed with", e)
try:
    from modules import raises_on_import
except ZeroDivisionError as e:
    print("and again", e)
try:
    import missing_c
except Exception as e:
    print("by Exception", type(e).__name__)
else:
    print("never")
try:
    import modules.wants_missing
except ImportError as e:
    print("inside another module", type(e).__name__)
HAVE_X = True
try:
    import missing_x
except ImportError:
    HAVE_X = False
print("x" if HAVE_X else "no x")
