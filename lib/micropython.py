# SPDX-License-Identifier: MIT
# micropython: what portable code imports. Decorators that ask for machine code have no effect.
import gc


def const(x):
    return x


def native(f):
    return f


viper = bytecode = native


def opt_level(level=None):
    return None if level is not None else 0


def alloc_emergency_exception_buf(size):
    # MemoryError is an object of the image.
    pass


def heap_lock():
    gc.disable()
    return 1


def heap_unlock():
    gc.enable()
    return 0


def mem_info(verbose=None):
    print("mem: total=%d, used=%d, free=%d" % (gc.mem_alloc() + gc.mem_free(), gc.mem_alloc(), gc.mem_free()))


def kbd_intr(chr):
    pass
