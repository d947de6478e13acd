X = [1]
def f():
    import loud
    return loud.V
try:
    import quiet
    Y = f()
except ImportError:
    Y = None
print("main", X, Y, quiet.Q)
quiet.Q.append(1)
print(quiet.Q)
