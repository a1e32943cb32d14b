"""Whether two pictures of a page show the same: every dark pixel of one has a dark one near it in the other.

A row of pixels is one number, a bit a pixel, so that a page is compared in a moment without any library.
"""
import struct
import zlib

DARK = bytes(ord('1' if value < 110 else '0') for value in range(256))
GREY = bytes(ord('1' if value < 200 else '0') for value in range(256))


def read_pgm(data):
    """Width and rows of grey bytes of a binary PGM."""
    _, width, height, _ = data.split(maxsplit=4)[:4]
    width, height = int(width), int(height)
    pixels = data[-width * height:]
    return width, [pixels[y * width:(y + 1) * width] for y in range(height)]


def read_png(data):
    """The same of a PNG of 8 bits a sample, RGB or RGBA, as browsers write."""
    at, packed, width, height, samples = 8, b'', 0, 0, 3
    while at < len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b'IHDR':
            width, height, depth, colour = struct.unpack('>IIBB', body[:10])
            assert depth == 8 and colour in (2, 6)
            samples = 3 if colour == 2 else 4
        elif kind == b'IDAT':
            packed += body
        at += 12 + length
    raw = zlib.decompress(packed)
    stride = width * samples
    before, rows = bytearray(stride), []
    for y in range(height):
        start = y * (stride + 1)
        line = unfilter(raw[start], bytearray(raw[start + 1:start + 1 + stride]), before, samples)
        before = line
        red, green, blue = line[0::samples], line[1::samples], line[2::samples]
        rows.append(bytes((r * 77 + g * 150 + b * 29) >> 8 for r, g, b in zip(red, green, blue)))
    return width, rows


def unfilter(kind, line, before, samples):
    """A row of a PNG as it was before it was filtered (ISO 15948, 9)."""
    if kind == 2:
        return bytearray((a + b) & 255 for a, b in zip(line, before))
    if kind == 0:
        return line
    for i, value in enumerate(line):
        left = line[i - samples] if i >= samples else 0
        above = before[i]
        corner = before[i - samples] if i >= samples else 0
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + above) // 2
        else:
            towards = left + above - corner
            guess = min((left, above, corner), key=lambda each: abs(towards - each))
        line[i] = (value + guess) & 255
    return line


def masks(rows, width, table):
    return [int(row[:width].translate(table), 2) for row in rows]


def near(mask, distance):
    """What is dark, or near something dark."""
    wide = []
    for row in mask:
        grown = row
        for by in range(1, distance + 1):
            grown |= row << by | row >> by
        wide.append(grown)
    out = []
    for y in range(len(wide)):
        grown = 0
        for row in wide[max(0, y - distance):y + distance + 1]:
            grown |= row
        out.append(grown)
    return out


def unmatched(one, other, distance=2):
    """How many dark pixels of each have nothing near them in the other; and how many there are."""
    width = min(one[0], other[0])
    counts, dark = [], 0
    for mine, others in ((one, other), (other, one)):
        ink = masks(mine[1], width, DARK)
        around = near(masks(others[1], width, GREY), distance)
        counts.append(sum(bin(row & ~wide).count('1') for row, wide in zip(ink, around)))
        dark += sum(bin(row).count('1') for row in ink)
    return counts, dark
