def example(path):
    parts = path.split("/")
    name = parts[-1]
    stem = name.rstrip()
    return stem
