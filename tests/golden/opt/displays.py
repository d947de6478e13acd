def example(a, b):
    for pin in [a, b]:
        pin.off()
    low, high = [a.value(), b.value()]
    for step in [i * i for i in range(10)]:
        a.send(step)
    return dict(low=low, high=high), list()
