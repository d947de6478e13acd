from ..second import __name__ as name
print("third", name)
value = 3
