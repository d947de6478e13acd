# SPDX-License-Identifier: MIT
# One thread: its number, and a lock that is always free.


def get_ident():
    return 1


class RLock:
    def __enter__(self):
        return True

    def __exit__(self, *exc):
        return None

    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        pass


LockType = RLock
allocate_lock = RLock
