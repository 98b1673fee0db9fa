"""Files that the bot or a person sent: one record a file id; bytes in memory or under a directory."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from sandbox.shapes import Json, Touch
from sandbox.world.pictures import scaled, shrink

_FOLDERS = {
    "photo": ("photos", ".jpg"),
    "thumbnail": ("thumbnails", ".jpg"),
    "profile_photo": ("profile_photos", ".jpg"),
    "sticker": ("stickers", ".webp"),
    "voice": ("voice", ".oga"),
    "audio": ("music", ".mp3"),
    "video": ("videos", ".mp4"),
    "animation": ("animations", ".mp4"),
    "video_note": ("video_notes", ".mp4"),
    "live_photo": ("videos", ".mp4"),
    "document": ("documents", ""),
}
"""Where a file of this kind is found, and what its name ends with when the sender's does not tell."""
_BEGINNINGS = {
    "photo": "AgAC", "thumbnail": "AAMC", "profile_photo": "AQAD", "sticker": "CAAC", "voice": "AwAC",
    "audio": "CQAC", "video": "BAAC", "animation": "CgAC", "video_note": "DQAC", "live_photo": "BAAC",
    "document": "BQAC",
}  # fmt: skip
"""How a file id of this kind begins, as in Telegram."""


@dataclass(slots=True, frozen=True)
class File:
    """`kind` binds a file id: a photo's id can't be sent as a document. `side`: of a smaller copy.

    `about` is what the Bot API says of it beyond ids and size (duration, title, thumbnail…): it stays with the file
    when it is sent again.
    """

    file_id: str
    unique_id: str
    kind: str
    number: int
    name: str
    mime_type: str
    size: int
    source: int
    side: int | None = None
    width: int = 0
    height: int = 0
    about: Json = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The `file_path` of the Bot API."""
        folder, ending = _FOLDERS.get(self.kind, _FOLDERS["document"])
        return f"{folder}/file_{self.number}{ending or Path(self.name).suffix[:12]}"


class Files:
    """File ids are opaque as in Telegram: never the number, never the name. Equal bytes have one unique id."""

    def __init__(self, touch: Touch, directory: Path | None) -> None:
        self._touch = touch
        self._directory = directory
        self._bytes: dict[int, bytes] = {}
        self.by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}
        self._copies: dict[tuple[int, int], File] = {}
        self._originals: dict[int, File] = {}
        self.last_number = 0

    def keep(
        self,
        kind: str,
        data: bytes,
        *,
        name: str,
        mime_type: str,
        shape: tuple[int, int] = (0, 0),
        about: Json | None = None,
    ) -> File:
        """Store an upload and return its record. `shape`: width and height of a picture."""
        number = self._next_number()
        if self._directory is None:
            self._bytes[number] = data
        else:
            self._directory.mkdir(parents=True, exist_ok=True)
            (self._directory / str(number)).write_bytes(data)
        ids = _file_id(kind, number), _unique_id(kind, data)
        return self._enter(File(*ids, kind, number, name, mime_type, len(data), number, None, *shape, about or {}))

    def smaller(self, original: File, side: int, kind: str | None = None) -> File:
        """A JPEG copy of a picture with its longer side at `side` pixels; its bytes are made whenever it is read."""
        copy = self._copies.get((original.number, side))
        if copy is not None:
            return copy
        number, kind = self._next_number(), kind or original.kind
        data = shrink(self.read(original), side)
        shape = scaled(original.width, original.height, side)
        ids = _file_id(kind, number), _unique_id(kind, data)
        return self._enter(
            File(*ids, kind, number, "thumbnail.jpg", "image/jpeg", len(data), original.number, side, *shape)
        )

    def original(self, file: File) -> File:
        """The file of which this is a smaller copy, or itself."""
        return self._originals[file.source]

    def redescribe(self, file: File, about: Json) -> File:
        """Say something else of a file: a sticker came into a set, got other emoji."""
        return self._enter(replace(file, about=about))

    def read(self, file: File) -> bytes:
        """The bytes; raises FileNotFoundError when the directory lost them."""
        if self._directory is None:
            data = self._bytes[file.source]
        else:
            data = (self._directory / str(file.source)).read_bytes()
        return data if file.side is None else shrink(data, file.side)

    def at_path(self, path: str) -> File | None:
        """The file with this `file_path`."""
        return self._by_path.get(path)

    def restore(self, record: Json) -> None:
        """Take back a saved record."""
        self._add(File(**record))

    def record(self, file_id: str) -> Json:
        """What is saved."""
        return asdict(self.by_id[file_id])

    def _next_number(self) -> int:
        self.last_number += 1
        self._touch("counters", "")
        return self.last_number

    def _enter(self, file: File) -> File:
        self._add(file)
        self._touch("file", file.file_id)
        return file

    def _add(self, file: File) -> None:
        self.by_id[file.file_id] = file
        self._by_path[file.path] = file
        if file.side is None:
            self._originals[file.number] = file
        else:
            self._copies[(file.source, file.side)] = file


def _file_id(kind: str, number: int) -> str:
    scatter = number * 2654435761 % 2**32
    return _BEGINNINGS.get(kind, "BQAC") + _opaque(f"sandbox-{kind}-{number:09d}-{scatter:08x}".encode())


def _unique_id(kind: str, data: bytes) -> str:
    """Pictures and everything else are two worlds: the same bytes as a photo and as a document are two files."""
    world = "AQAD" if kind in ("photo", "thumbnail", "profile_photo") else "AgAD"
    return world + _opaque(hashlib.blake2b(data, digest_size=8, person=world.encode()).digest())


def _opaque(text: bytes) -> str:
    return base64.urlsafe_b64encode(text).decode().rstrip("=")
