# SPDX-License-Identifier: MIT
# A ledger with transactions that roll back, exceptions with data, and a report.


class LedgerError(Exception):
    pass


class Insufficient(LedgerError):
    def __init__(self, account, needed):
        super().__init__(account, needed)
        self.account, self.needed = account, needed

    def __str__(self):
        return f"{self.account} lacks {self.needed:.2f}"


class Ledger:
    def __init__(self):
        self.accounts = {}
        self.journal = []

    def open(self, name, amount=0):
        if name in self.accounts:
            raise LedgerError(f"{name} exists")
        self.accounts[name] = amount

    def transaction(self):
        return Transaction(self)

    def move(self, source, target, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        if self.accounts[source] < amount:
            raise Insufficient(source, amount - self.accounts[source])
        self.accounts[source] -= amount
        self.accounts[target] += amount
        self.journal.append((source, target, amount))


class Transaction:
    def __init__(self, ledger):
        self.ledger = ledger

    def __enter__(self):
        self.before = dict(self.ledger.accounts), len(self.ledger.journal)
        return self.ledger

    def __exit__(self, kind, value, tb):
        if kind is not None:
            self.ledger.accounts, count = self.before
            del self.ledger.journal[count:]
        return kind is not None and issubclass(kind, LedgerError)


ledger = Ledger()
for name, amount in (("ann", 100), ("bob", 50.5), ("cid", 0)):
    ledger.open(name, amount)
with ledger.transaction() as l:
    l.move("ann", "bob", 30)
    l.move("bob", "cid", 80)
print(ledger.accounts, len(ledger.journal))
with ledger.transaction() as l:
    l.move("ann", "cid", 10)
    l.move("bob", "ann", 1000)
print(ledger.accounts, len(ledger.journal))
for action in (lambda: ledger.open("ann"), lambda: ledger.move("ann", "bob", -1), lambda: ledger.move("ann", "zed", 1), lambda: ledger.move("bob", "ann", 1)):
    before = sum(ledger.accounts.values())
    try:
        with ledger.transaction():
            action()
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
    assert sum(ledger.accounts.values()) == before
for name, amount in sorted(ledger.accounts.items(), key=lambda p: -p[1]):
    print(f"{name:<6}{amount:>10.2f} {'#' * int(amount // 10)}")
print(f"{'total':<6}{sum(ledger.accounts.values()):>10.2f}")
for entry in ledger.journal:
    print("{0:>4} -> {1:<4} {2:6.1f}".format(*entry))
