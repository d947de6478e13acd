def example(x):
    return "big" if x > 100 else "small"
