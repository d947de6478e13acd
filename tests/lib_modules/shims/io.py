# SPDX-License-Identifier: MIT
# Text in memory.


class StringIO:
    def __init__(self, text=""):
        self.text = text
        self.at = 0

    def read(self, size=-1):
        end = len(self.text) if size is None or size < 0 else self.at + size
        part = self.text[self.at:end]
        self.at += len(part)
        return part

    def readline(self):
        end = self.text.find("\n", self.at)
        return self.read((len(self.text) if end < 0 else end + 1) - self.at)

    def write(self, text):
        self.text = self.text[:self.at] + text + self.text[self.at + len(text):]
        self.at += len(text)
        return len(text)

    def getvalue(self):
        return self.text

    def __iter__(self):
        while line := self.readline():
            yield line

    def close(self):
        pass
