def example(a, b):
    for pin in [a, b]:
        pin.off()
    low, high = [a.value(), b.value()]
    return sum([i * i for i in range(10)]), dict(low=low, high=high), list()
