# SPDX-License-Identifier: MIT
# A simulated radio: some transmissions arrive with a wrong bit, some are never answered.
import frames


class LinkDown(Exception):
    pass


class Radio:
    def __init__(self):
        self.transmissions = 0
        self.received = 0
        self.errors = {}
        self.last = None

    def transmit(self, frame):
        """Sends a frame once; FrameError or LinkDown when it did not arrive as it was."""
        self.transmissions += 1
        if self.transmissions % 9 == 0:
            raise LinkDown("no acknowledgement")
        if self.transmissions % 4 == 0:
            frame[self.transmissions % len(frame)] ^= 0x10
        second, values = frames.decode(frame)
        self.received += 1
        self.last = (second, sum(values))

    def send(self, second, values, retries):
        """True when the frame went through within `retries` more attempts."""
        for _ in range(retries + 1):
            try:
                self.transmit(frames.encode(second, values))
            except (frames.FrameError, LinkDown) as error:
                name = type(error).__name__
                self.errors[name] = self.errors.get(name, 0) + 1
            else:
                return True
        return False
