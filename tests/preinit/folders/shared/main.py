import one, two
print("boot")
one.add(1)
two.add(2)
print(one.L, two.L is one.L)
one.L = "rebound"
print(one.L, two.L)
one.count()
one.count()
print(one.n, two.one.n)
