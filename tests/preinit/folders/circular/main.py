import a
print("boot")
print(a.X, a.b.Y, a.b.seen, a.get(), a.b.late())
a.b.Y.append(1)
print(a.b.Y, a.b.a is a)
