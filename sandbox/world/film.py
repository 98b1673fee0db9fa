"""What an MP4 or WebM file says of itself: measures, length, whether it has sound.

Sources: ISO/IEC 14496-12 (boxes), RFC 8794 and the Matroska element tables (WebM).
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

_MOST_PARTS = 10_000
"""Where reading ends: a file made to be tiresome holds millions."""
_PARENTS = frozenset({b"moov", b"trak", b"mdia"})
_EBML = b"\x1a\x45\xdf\xa3"
_SEGMENT, _INFO, _TRACKS, _TRACK, _VIDEO = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0xE0
_SCALE, _DURATION, _KIND, _WIDTH, _HEIGHT = 0x2AD7B1, 0x4489, 0x83, 0xB0, 0xBA


@dataclass(slots=True, frozen=True)
class Film:
    """Pixels and whole seconds; 0 where the file does not say."""

    width: int
    height: int
    duration: int
    sound: bool


def film(data: bytes) -> Film | None:
    """The headers of a film; None when this is not one or it is broken."""
    try:
        if data[4:8] == b"ftyp":
            return _mp4(data)
        if data[:4] == _EBML:
            return _webm(data)
    except (struct.error, IndexError, RecursionError):
        pass
    return None


def _mp4(data: bytes) -> Film:
    seconds, width, height, sound = 0.0, 0, 0, False
    for name, start, end in islice(_boxes(data, 0, len(data)), _MOST_PARTS):
        body = data[start:end]
        if name == b"mvhd":
            wide = body[0] == 1
            scale, length = struct.unpack_from(">IQ" if wide else ">II", body, 20 if wide else 12)
            seconds = length / scale if scale else 0.0
        elif name == b"tkhd":
            sides = struct.unpack_from(">II", body, len(body) - 8)
            width, height = max(width, sides[0] >> 16), max(height, sides[1] >> 16)
        elif name == b"hdlr":
            sound = sound or body[8:12] == b"soun"
    return Film(width, height, _whole(seconds), sound)


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Every box that is not a parent: its name, where its body begins and ends."""
    while at + 8 <= end:
        size, name = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1:
            size, head = struct.unpack_from(">Q", data, at + 8)[0], 16
        stop = end if size == 0 else min(end, at + max(size, head))
        if name in _PARENTS:
            yield from _boxes(data, at + head, stop)
        else:
            yield name, at + head, stop
        at = stop


def _webm(data: bytes) -> Film:
    scale, ticks, width, height, sound = 1_000_000, 0.0, 0, 0, False
    for name, start, end in islice(_elements(data, 0, len(data)), _MOST_PARTS):
        body = data[start:end]
        if name == _SCALE:
            scale = int.from_bytes(body, "big")
        elif name == _DURATION:
            ticks = struct.unpack(">f" if len(body) == 4 else ">d", body)[0]
        elif name == _KIND:
            sound = sound or body == b"\x02"
        elif name == _WIDTH:
            width = int.from_bytes(body, "big")
        elif name == _HEIGHT:
            height = int.from_bytes(body, "big")
    return Film(width, height, _whole(ticks * scale / 1e9), sound)


def _elements(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    while at < end:
        length = 9 - data[at].bit_length()
        name, at = int.from_bytes(data[at : at + length], "big"), at + length
        length = 9 - data[at].bit_length()
        size = int.from_bytes(data[at : at + length], "big") & ((1 << 7 * length) - 1)
        unknown = size == (1 << 7 * length) - 1
        at += length
        stop = end if unknown else min(end, at + size)
        if name in (_SEGMENT, _INFO, _TRACKS, _TRACK, _VIDEO):
            yield from _elements(data, at, stop)
        else:
            yield name, at, stop
        at = stop


def _whole(seconds: float) -> int:
    return round(seconds) if math.isfinite(seconds) and 0 < seconds < 2**31 else 0
