# SPDX-License-Identifier: MIT
# A reference that is not weak: enough for modules that only need the class as a key.


class ref:
    def __init__(self, target, callback=None):
        self.target = target

    def __call__(self):
        return self.target
