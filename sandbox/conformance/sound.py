"""Silence of a given length: as MP3 and as Opus in Ogg."""

from __future__ import annotations

import struct

FRAME = 1044
"""Bytes of an MPEG 1 layer III frame of 320 kbit/s at 44,100 Hz without the padding byte; it lasts 1152 samples."""


def mp3(size: int) -> bytes:
    """An empty ID3v2.4 tag of as many bytes as whole frames leave; it says neither who plays nor what."""
    frames = (size - 10) // FRAME
    padding = size - 10 - frames * FRAME
    tag = b"ID3\x04\0\0" + bytes(padding >> shift & 0x7F for shift in (21, 14, 7, 0)) + bytes(padding)
    return tag + (b"\xff\xfb\xe0\xc4" + bytes(FRAME - 4)) * frames


def ogg(*, seconds: int, size: int) -> bytes:
    """A page that says that this is Opus (RFC 7845), one of comments, one whose position is the end."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48000, 0, 0)
    maker = b"sandbox"
    packet = b"\xf8\xff\xfe"  # 20 ms of silence
    last = _page([packet] * 50 * seconds, number=2, position=48000 * seconds, flags=4)
    first = _page([head], number=0, position=0, flags=2)
    tags = b"OpusTags" + struct.pack("<I", len(maker)) + maker + struct.pack("<I", 0)
    room = size - len(first) - len(last) - 27
    comments = tags.ljust(room * 255 // 256, b"\0")  # a byte of lacing for each 255 of them
    middle = _page([comments], number=1, position=0, flags=0)
    return first + middle + last


def _page(packets: list[bytes], *, number: int, position: int, flags: int) -> bytes:
    lacing = b"".join(b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets)
    head = b"OggS" + struct.pack("<BBqIII", 0, flags, position, 42, number, 0) + bytes([len(lacing)])
    page = head + lacing + b"".join(packets)
    return page[:22] + struct.pack("<I", _checksum(page)) + page[26:]


def _checksum(page: bytes) -> int:
    """Ogg's CRC: polynomial 0x04c11db7, neither mirrored nor inverted."""
    crc = 0
    for byte in page:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1 ^ 0x04C11DB7 if crc & 0x80000000 else crc << 1) & 0xFFFFFFFF
    return crc
