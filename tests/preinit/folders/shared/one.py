L = []
n = 0
def add(x): L.append(x)
def count():
    global n
    n += 1
