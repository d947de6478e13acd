# What is known when the program is frozen is one object, and small integers are always the same.
def number():
    return int("1000")


a = number()
b = " ".join(("ab", "c"))
c = "ab c"
print(a is number(), b is c)
