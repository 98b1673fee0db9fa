"""Small files of every kind that Telegram looks into, made here."""

from __future__ import annotations

import gzip
import struct
from io import BytesIO

from PIL import Image


def picture(width: int, height: int, kind: str = "PNG", colour: str = "navy") -> bytes:
    kept = BytesIO()
    Image.new("RGB", (width, height), colour).save(kept, kind)
    return kept.getvalue()


def gif(width: int = 320, height: int = 180, *, frames: int = 10) -> bytes:
    """Frames of a fifth of a second."""
    kept = BytesIO()
    first, *rest = (Image.new("RGB", (width, height), (20 * number, 90, 160)) for number in range(frames))
    first.save(kept, "GIF", save_all=True, append_images=rest, duration=200, loop=0)
    return kept.getvalue()


def mp4(width: int = 640, height: int = 360, *, seconds: int = 7, sound: bool = True) -> bytes:
    """The boxes that say what the film is, and nothing to see."""
    mvhd = struct.pack(">5I", 0, 0, 0, 1000, seconds * 1000) + bytes(80)
    tkhd = bytes(76) + struct.pack(">2I", width << 16, height << 16)
    tracks = box(b"trak", box(b"tkhd", tkhd), box(b"mdia", box(b"hdlr", bytes(8) + b"vide" + bytes(13))))
    if sound:
        tracks += box(b"trak", box(b"tkhd", bytes(84)), box(b"mdia", box(b"hdlr", bytes(8) + b"soun" + bytes(13))))
    head = box(b"ftyp", b"isom", struct.pack(">I", 512), b"isommp41")
    return head + box(b"moov", box(b"mvhd", mvhd), tracks) + box(b"mdat", bytes(64))


def box(name: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return struct.pack(">I", len(body) + 8) + name + body


def webm(width: int = 512, height: int = 512, *, seconds: int = 2) -> bytes:
    """EBML with the head of a segment."""
    info = element(0x2AD7B1, (1_000_000).to_bytes(3, "big")) + element(0x4489, struct.pack(">f", seconds * 1000))
    video = element(0xB0, width.to_bytes(2, "big")) + element(0xBA, height.to_bytes(2, "big"))
    track = element(0xAE, element(0x83, b"\x01") + element(0xE0, video))
    segment = element(0x1549A966, info) + element(0x1654AE6B, track)
    return element(0x1A45DFA3, element(0x4282, b"webm")) + element(0x18538067, segment)


def element(name: int, body: bytes) -> bytes:
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + struct.pack(">I", len(body) | 0x10000000) + body


def tgs() -> bytes:
    return gzip.compress(b'{"tgs":1,"w":512,"h":512,"layers":[]}', mtime=0)


def ogg(*, seconds: int = 4) -> bytes:
    """Two Ogg pages: that it is Opus, and where it ends."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48000, 0, 0)
    return _page(head, 0) + _page(b"\xf8\xff\xfe", 48000 * seconds + 312)


def _page(packet: bytes, position: int) -> bytes:
    return b"OggS" + struct.pack("<BBqIII", 0, 0, position, 1, 0, 0) + bytes([1, len(packet)]) + packet


def mp3(*, seconds: int = 5, title: str | None = None, performer: str | None = None) -> bytes:
    """Frames of 128 kbit/s behind an ID3v2.3 tag."""
    names = ((b"TIT2", title), (b"TPE1", performer))
    frames = b"".join(_text_frame(name, text) for name, text in names if text)
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + frames + b"\xff\xfb\x90\xc4" + bytes(16_000 * seconds - 4)


def _text_frame(name: bytes, text: str) -> bytes:
    body = b"\x01" + text.encode("utf-16")
    return name + struct.pack(">IH", len(body), 0) + body
