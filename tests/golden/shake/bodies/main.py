print("boot")


class Counter:
    start = 1
    spare = [2]

    def __init__(self, n=2, *, step=start):
        self.n = n + step

    def used(self):
        return self.n

    def unused(self):
        return self.spare, self.unused()

    @property
    def shown(self):
        return self.n

    @property
    def hidden(self):
        return self.n

    @staticmethod
    def helper(values=(1, 2)):
        return values


print(Counter().used(), Counter(5).shown)
