# What is known when the program is frozen is one object: a function made at module level keeps its
# identity, equal constants of different modules and places are the same object.
a = (1, 2, 3)
b = (1, 2, 3)
big = 10 ** 30
print(a is b, big is 10 ** 30, "x" * 30 is "x" * 30)
