import p.x
from p import y, LEVEL
print("boot")
p.x.L.append(2)
print(p.x.L, y.z(), LEVEL, p.NAME, p.x.__name__, y.__package__)
p.LEVEL = 9
print(p.LEVEL, y.level())
