"""An MP4 file with true headers and nothing to see: measures and length are where every reader looks for them."""

from __future__ import annotations

import struct

UNIT = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
"""The matrix that turns nothing."""


def film(width: int, height: int, *, seconds: int, size: int) -> bytes:
    """Boxes of ISO/IEC 14496-12: ftyp, moov with one H.264 track of a sample a second, mdat up to `size` bytes."""
    kind = _box(b"ftyp", b"isom", struct.pack(">I", 512), b"isomiso2avc1mp41")
    room = size - len(kind) - len(_moov(width, height, seconds, 0, 1)) - 8
    start = size - room
    length = room // seconds
    return kind + _moov(width, height, seconds, start, length) + _box(b"mdat", bytes(room))


def _moov(width: int, height: int, seconds: int, start: int, length: int) -> bytes:
    milliseconds = seconds * 1000
    mvhd = struct.pack(">4I2IHH2I", 0, 0, 0, 1000, milliseconds, 0x10000, 0x100, 0, 0, 0) + UNIT + bytes(24)
    tkhd = struct.pack(">6I2I4H", 3, 0, 0, 1, 0, milliseconds, 0, 0, 0, 0, 0, 0) + UNIT
    tkhd += struct.pack(">2I", width << 16, height << 16)
    mdhd = struct.pack(">5I2H", 0, 0, 0, 1000, milliseconds, 0x55C4, 0)
    media = _box(b"mdia", _box(b"mdhd", mdhd), _handler(), _media(width, height, seconds, start, length))
    return _box(b"moov", _box(b"mvhd", mvhd), _box(b"trak", _box(b"tkhd", tkhd), media))


def _handler() -> bytes:
    return _box(b"hdlr", struct.pack(">2I", 0, 0), b"vide", bytes(12), b"video\0")


def _media(width: int, height: int, seconds: int, start: int, length: int) -> bytes:
    where = _box(b"dinf", _box(b"dref", struct.pack(">2I", 0, 1), _box(b"url ", struct.pack(">I", 1))))
    profile = _box(b"avcC", bytes([1, 66, 0, 30, 0xFF, 0xE0, 0]))
    picture = bytes(6) + struct.pack(">H", 1) + bytes(16) + struct.pack(">2H", width, height)
    picture += struct.pack(">3IH", 0x480000, 0x480000, 0, 1) + bytes(32) + struct.pack(">Hh", 24, -1)
    table = _box(
        b"stbl",
        _box(b"stsd", struct.pack(">2I", 0, 1), _box(b"avc1", picture, profile)),
        _box(b"stts", struct.pack(">4I", 0, 1, seconds, 1000)),
        _box(b"stsc", struct.pack(">5I", 0, 1, 1, seconds, 1)),
        _box(b"stsz", struct.pack(">3I", 0, length, seconds)),
        _box(b"stco", struct.pack(">3I", 0, 1, start)),
    )
    return _box(b"minf", _box(b"vmhd", struct.pack(">I4H", 1, 0, 0, 0, 0)), where, table)


def _box(name: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return struct.pack(">I", len(body) + 8) + name + body
