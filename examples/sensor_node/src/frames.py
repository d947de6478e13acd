# SPDX-License-Identifier: MIT
# Frames for the radio: start byte, number of values, second, values of 32 bits, CRC-16.

START = 0x7E


class FrameError(ValueError):
    pass


def crc16(data):
    """CRC-16 with the polynomial 0x8005 reflected, as on Modbus."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def encode(second, values):
    frame = bytearray((START, len(values)))
    frame += second.to_bytes(2, "little")
    for value in values:
        frame += value.to_bytes(4, "little", signed=True)
    frame += crc16(frame).to_bytes(2, "little")
    return frame


def decode(frame):
    """The second and an iterator over the values of a sound frame."""
    if len(frame) < 6 or frame[0] != START or len(frame) != 4 * frame[1] + 6:
        raise FrameError("not a frame")
    body = len(frame) - 2
    if crc16(frame[:body]) != int.from_bytes(frame[body:], "little"):
        raise FrameError("wrong checksum")
    values = (int.from_bytes(frame[at:at + 4], "little", signed=True) for at in range(4, body, 4))
    return int.from_bytes(frame[2:4], "little"), values
