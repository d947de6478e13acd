def example(point):
    x, unused, z = point
    debug = False
    return x + z
