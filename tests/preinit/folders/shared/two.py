from one import L
import one
def add(x): L.append(x)
