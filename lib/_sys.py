# SPDX-License-Identifier: MIT
# _sys: attributes of sys that are made here, so that programs without them carry nothing of them. The
# compiler turns sys.implementation into a use of this module.


class _Fields:
    def __init__(self, name, fields):
        self._name = name
        for key, value in fields.items():
            setattr(self, key, value)

    def __repr__(self):
        fields = [f"{key}={value!r}" for key, value in vars(self).items() if key != "_name"]
        return f"{self._name}({', '.join(fields)})"


implementation = _Fields("namespace", {"name": "flashfreeze", "cache_tag": None, "version": (0, 1, 0)})

_wide = 1 + 1e-10 != 1
float_info = _Fields("sys.float_info", {
    "max": 1.7976931348623157e+308 if _wide else 3.4028235e+38,
    "max_exp": 1024 if _wide else 128,
    "max_10_exp": 308 if _wide else 38,
    "min": 2.2250738585072014e-308 if _wide else 1.1754944e-38,
    "min_exp": -1021 if _wide else -125,
    "min_10_exp": -307 if _wide else -37,
    "dig": 15 if _wide else 6,
    "mant_dig": 53 if _wide else 24,
    "epsilon": 2.220446049250313e-16 if _wide else 1.1920929e-07,
    "radix": 2,
    "rounds": 1,
})
hash_info = _Fields("sys.hash_info", {
    "width": 32, "modulus": 2**31 - 1, "inf": hash(float("inf")), "nan": 0, "imag": 1000003})
int_info = _Fields("sys.int_info", {"bits_per_digit": 32, "sizeof_digit": 4})
flags = _Fields("sys.flags", {
    "debug": 0, "inspect": 0, "interactive": 0, "optimize": 0 if __debug__ else 1, "dont_write_bytecode": 1, "no_user_site": 1,
    "no_site": 1, "ignore_environment": 1, "verbose": 0, "bytes_warning": 0, "quiet": 0, "hash_randomization": 0,
    "isolated": 1, "dev_mode": False, "utf8_mode": 1, "safe_path": True})


def intern(string, /):
    if not isinstance(string, str):
        raise TypeError(f"intern() argument must be str, not {type(string).__name__}")
    return string


def setrecursionlimit(limit, /):
    # What a program may use is its stack (manifest: runtime.stack).
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
