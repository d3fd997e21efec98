"""Small pictures without words: grey patterns as PNG and JPEG. No drawing library is needed."""
import struct
import zlib


def _grey(x, y):
    """A calm pattern of blocks, so that a picture is neither blank nor random."""
    return 235 - 40 * ((x // 8 + y // 8) % 3)


def png(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(_grey(x, y) for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9))
            + chunk(b"IEND", b""))


def jpeg(width, height):
    """Baseline, grey, one brightness a block of 8x8: the DC coefficient is all there is.

    Codes: four bits for each of the sizes 0..11 of a DC difference, one bit '0' for "no AC".
    """
    def segment(marker, data):
        return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data

    bits, last = [], 0
    for y in range(0, height, 8):
        for x in range(0, width, 8):
            level = _grey(x, y) - 128
            step, last = level - last, level
            size = abs(step).bit_length()
            value = step if step > 0 else step + (1 << size) - 1
            bits.append(f"{size:04b}" + (f"{value:0{size}b}" if size else "") + "0")
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    scan = bytes(int(text[i:i + 8], 2) for i in range(0, len(text), 8)).replace(b"\xff", b"\xff\0")
    return (b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\1\0\x60\0\x60\0\0")
            + segment(0xDB, b"\0" + b"\x08" * 64)
            + segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")
            + segment(0xC4, b"\0" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12)))
            + segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0")
            + segment(0xDA, b"\1\1\0\0\x3f\0") + scan + b"\xff\xd9")
