EARLY = [1]
import b
X = 5
def get(): return b.Y
