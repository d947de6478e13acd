def example(mode):
    if mode in ["r", "w", "rw"]:
        return 24 * 60 * 60, "-" * 8 + f"{7:03d}", 1 << 10 if 2 > 1 else 0
