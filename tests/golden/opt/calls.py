def example(bus):
    bus.write(bytes([0x2A, 0x80]) + len("ready").to_bytes(2, "big"))
    bus.send("%s: %04d" % ("level", 42), ord("\n"), max(3, 7))
