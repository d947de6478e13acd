# SPDX-License-Identifier: MIT
# names: open
# _globals: what globals() gives, a view of the variables of a module with the methods of a dict.
import sys


class _Globals:
    __slots__ = ("_module",)

    def __init__(self, module):
        self._module = module

    def _dict(self):
        found = {"__name__": self._module.__name__}
        for name, value in vars(self._module).items():
            if not name.startswith("_."):
                found[name] = value
        return found

    def __getitem__(self, name):
        found = self._dict()
        if name in found:
            return found[name]
        raise KeyError(name)

    def __setitem__(self, name, value):
        setattr(self._module, name, value)

    def __delitem__(self, name):
        if name not in self:
            raise KeyError(name)
        delattr(self._module, name)

    def __contains__(self, name):
        return name in self._dict()

    def __iter__(self):
        return iter(self._dict())

    def __len__(self):
        return len(self._dict())

    def __eq__(self, other):
        return self._module is other._module if isinstance(other, _Globals) else self._dict() == other

    __hash__ = None

    def __or__(self, other):
        return self._dict() | other

    def __repr__(self):
        return repr(self._dict())

    def get(self, name, default=None, /):
        return self._dict().get(name, default)

    def keys(self):
        return self._dict().keys()

    def values(self):
        return self._dict().values()

    def items(self):
        return self._dict().items()

    def copy(self):
        return self._dict()

    def setdefault(self, name, default=None, /):
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name, *default):
        value = self._dict().pop(name, *default)
        if name in self:
            del self[name]
        return value

    def update(self, other=(), /, **more):
        for name, value in dict(other, **more).items():
            self[name] = value


def globals_of(name):
    return _Globals(sys.modules[name])
