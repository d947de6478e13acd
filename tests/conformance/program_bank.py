# SPDX-License-Identifier: MIT
# A small ledger: classes, exceptions, formatting, dict and list work.

class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.missing = need - have


class Account:
    def __init__(self, owner, cents=0):
        self.owner, self.cents, self.history = owner, cents, []

    def deposit(self, cents):
        if cents <= 0:
            raise ValueError("deposit must be positive")
        self.cents += cents
        self.history.append(("deposit", cents))

    def withdraw(self, cents):
        if cents > self.cents:
            raise InsufficientFunds(cents, self.cents)
        self.cents -= cents
        self.history.append(("withdraw", cents))

    def __str__(self):
        return f"{self.owner:<6}{self.cents / 100:>10.2f}"


class Bank:
    def __init__(self):
        self.accounts = {}
        self.failures = 0

    def open(self, owner, cents=0):
        return self.accounts.setdefault(owner, Account(owner, cents))

    def transfer(self, source, target, cents):
        a, b = self.accounts[source], self.accounts[target]
        a.withdraw(cents)
        try:
            b.deposit(cents)
        except ValueError:
            a.cents += cents
            a.history.pop()
            raise

    def run(self, orders):
        for order in orders:
            try:
                kind, *args = order
                getattr(self, kind)(*args)
            except InsufficientFunds as e:
                self.failures += 1
                print(f"  refused {order}: {e} ({e.missing} short)")
            except (ValueError, TypeError, AttributeError) as e:
                self.failures += 1
                print(f"  bad order {order}: {type(e).__name__}")
            except KeyError as e:
                print("  no account", e)

    def report(self):
        total = 0
        for owner in sorted(self.accounts):
            account = self.accounts[owner]
            total += account.cents
            print(account, len(account.history))
        print(f"{'total':<6}{total / 100:>10.2f}")


bank = Bank()
bank.open("ann", 10000)
bank.open("bob")
bank.run([
    ("transfer", "ann", "bob", 2550), ("transfer", "bob", "ann", 9999), ("transfer", "ann", "zed", 1), ("open", "cy", 5),
    ("transfer", "ann", "bob", 0), ("explode",), ("transfer", "bob"), ("transfer", "cy", "ann", 5), ("open", "ann", 777),
])
bank.report()
print(bank.failures, bank.accounts["ann"].history, bank.accounts["bob"].history)
interest = {name: round(a.cents * 0.015) for name, a in bank.accounts.items()}
print(interest, sum(interest.values()))
