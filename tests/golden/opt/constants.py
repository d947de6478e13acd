def example(value):
    if __debug__ and __name__ == "test":
        print("self-test", value)
    return value
