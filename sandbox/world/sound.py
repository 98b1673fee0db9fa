"""What an MP3 or Ogg file says of itself: length, who plays and what.

Sources: the ID3v2 documents, ISO/IEC 11172-3 (frame headers), RFC 3533 and RFC 7845 (Ogg, Opus).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_BITRATES = {
    3: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Kilobits a second of layer III by the version bits; MPEG 2.5 (0) goes as MPEG 2."""
_SEARCHED = 65_536
"""Bytes after the tag in which the first frame is looked for."""
_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")


@dataclass(slots=True, frozen=True)
class Sound:
    """Whole seconds, 0 where the file does not say; the names of an ID3 tag."""

    duration: int
    title: str | None = None
    performer: str | None = None


def sound(data: bytes) -> Sound | None:
    """The headers of a sound; None when this is not one or it is broken."""
    try:
        if data[:4] == b"OggS":
            return Sound(_ogg(data))
        if data[:3] == b"ID3" or _is_frame(data, 0):
            return _mp3(data)
    except (struct.error, IndexError):
        pass
    return None


def _ogg(data: bytes) -> int:
    """The position of the last page over the rate; Opus always counts at 48 kHz (and skips its beginning)."""
    last: int = struct.unpack_from("<q", data, data.rindex(b"OggS") + 6)[0]
    vorbis = data.find(b"\x01vorbis", 0, 256)
    if vorbis >= 0:
        rate: int = struct.unpack_from("<I", data, vorbis + 12)[0]
        return round(last / max(1, rate))
    opus = data.find(b"OpusHead", 0, 256)
    skipped = struct.unpack_from("<H", data, opus + 10)[0] if opus >= 0 else 0
    return round(max(0, last - skipped) / 48_000)


def _mp3(data: bytes) -> Sound:
    at, names = 0, dict[bytes, str]()
    if data[:3] == b"ID3":
        at = 10 + _synchsafe(data, 6)
        names = _tag(data[10:at], data[3])
    at = next((place for place in range(at, min(at + _SEARCHED, len(data))) if _is_frame(data, place)), len(data))
    rate = _bitrate(data, at) if at < len(data) else 0
    seconds = round((len(data) - at) * 8 / rate / 1000) if rate else 0
    return Sound(seconds, names.get(b"TIT2"), names.get(b"TPE1"))


def _is_frame(data: bytes, at: int) -> bool:
    return len(data) > at + 3 and data[at] == 0xFF and data[at + 1] & 0xE0 == 0xE0 and _bitrate(data, at) > 0


def _bitrate(data: bytes, at: int) -> int:
    version, layer, number = data[at + 1] >> 3 & 3, data[at + 1] >> 1 & 3, data[at + 2] >> 4
    if version == 1 or layer != 1 or not 0 < number < 15:
        return 0
    return _BITRATES[3 if version == 3 else 2][number - 1]


def _tag(tag: bytes, version: int) -> dict[bytes, str]:
    """Text frames of ID3v2.3 and 2.4; older tags have other names and are passed over."""
    names: dict[bytes, str] = {}
    at = 0
    while version >= 3 and at + 10 < len(tag) and tag[at]:
        size = _synchsafe(tag, at + 4) if version > 3 else int.from_bytes(tag[at + 4 : at + 8], "big")
        body = tag[at + 10 : at + 10 + size]
        if tag[at : at + 1] == b"T" and body and body[0] < len(_ENCODINGS):
            text = body[1:].decode(_ENCODINGS[body[0]], errors="replace").split("\0")[0].strip()
            if text:
                names[tag[at : at + 4]] = text
        at += 10 + size
    return names


def _synchsafe(data: bytes, at: int) -> int:
    """Four bytes of seven bits."""
    return data[at] << 21 | data[at + 1] << 14 | data[at + 2] << 7 | data[at + 3]
