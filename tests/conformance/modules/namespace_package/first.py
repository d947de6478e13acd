from . import second
print("first", __name__, __package__)
