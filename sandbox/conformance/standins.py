"""Media that python-telegram-bot's tests open and its source distribution lacks.

Its .gitignore names them, so the packager leaves them out. What the tests know of them (kind, size in bytes,
measures, length) is true of these too; the content is ours. Everything else in tests/data is the original.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from sandbox.conformance.film import film
from sandbox.conformance.sound import mp3, ogg


def write_standins(folder: Path) -> None:
    """Write those that are missing."""
    for name, data in _files().items():
        if not (folder / name).exists():
            (folder / name).write_bytes(data)


def _files() -> dict[str, bytes]:
    return {
        "telegram.jpg": _encoded(_picture(800, 800), "JPEG", quality=80),
        "telegram.png": _longer_png(_encoded(_picture(300, 300).quantize(16), "PNG"), 12948),
        "telegram.webp": _longer_webp(_encoded(_picture(510, 512), "WEBP", quality=80), 39518),
        "game.gif": _gif(),
        "telegram.mp4": film(360, 640, seconds=5, size=326534),
        "telegram2.mp4": film(240, 240, seconds=3, size=132084),
        "telegram.mp3": mp3(122920),
        "telegram.ogg": ogg(seconds=3, size=9199),
    }


def _picture(width: int, height: int, turn: int = 0) -> Image.Image:
    image = Image.new("RGB", (width, height), "#2a7ab0")
    draw = ImageDraw.Draw(image)
    for ring in range(6):
        edge = ring * min(width, height) // 12
        box = (edge, edge, width - 1 - edge, height - 1 - edge)
        draw.pieslice(box, turn + ring * 40, turn + ring * 40 + 200, fill=(255 - ring * 30, 90 + ring * 25, ring * 40))
    return image


def _encoded(image: Image.Image, kind: str, **how: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def _gif() -> bytes:
    first, *rest = (_picture(320, 180, turn) for turn in range(0, 360, 36))
    return _encoded(first, "GIF", save_all=True, append_images=rest, duration=100, loop=0)


def _longer_png(data: bytes, size: int) -> bytes:
    """A chunk that readers skip, before the last one (IEND, 12 bytes)."""
    body = b"skIp" + bytes(size - len(data) - 12)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return data[:-12] + chunk + data[-12:]


def _longer_webp(data: bytes, size: int) -> bytes:
    """A chunk that readers skip, at the end; RIFF counts what follows its own eight bytes."""
    chunk = b"SKIP" + struct.pack("<I", size - len(data) - 8) + bytes(size - len(data) - 8)
    return data[:4] + struct.pack("<I", size - 8) + data[8:] + chunk
