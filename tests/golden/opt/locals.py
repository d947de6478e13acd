def example(sample):
    shift = 4
    offset = 1 << shift
    return (sample + offset) >> shift
