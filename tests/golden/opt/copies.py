def example(stream):
    (line := stream.read())
    return line, line
