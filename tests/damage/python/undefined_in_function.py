def f():
    return vlaue
f()
