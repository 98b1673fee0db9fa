"""What bytes are, whatever their name says."""

from __future__ import annotations

import mimetypes

_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"%PDF", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
    (b"\x1f\x8b", "application/x-tgsticker"),
)
STICKER_ENDINGS = {".webp": "image/webp", ".tgs": "application/x-tgsticker", ".webm": "video/webm"}


def seen_type(data: bytes) -> str | None:
    """The content type of the kinds that messengers know by sight; None for any other."""
    if data[4:8] == b"ftyp":
        return "audio/mp4" if data[8:11] == b"M4A" else "video/mp4"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), None)


def named_type(name: str, said: str) -> str:
    """The content type by the end of a name; else what the sender said."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    return STICKER_ENDINGS.get(ending) or mimetypes.guess_type(name)[0] or said
