"""Files that the bot or a person sent: one record a file id; bytes in memory or under a directory."""

from __future__ import annotations

import base64
from dataclasses import asdict, dataclass
from pathlib import Path

from sandbox.shapes import Json, Touch
from sandbox.world.pictures import scaled, shrink

FOLDERS = {
    "photo": "photos",
    "sticker": "stickers",
    "voice": "voice",
    "video": "videos",
    "document": "documents",
}


@dataclass(slots=True, frozen=True)
class File:
    """`kind` binds a file id: a photo's id can't be sent as a document. `side`: of a smaller copy."""

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

    @property
    def path(self) -> str:
        """The `file_path` of the Bot API."""
        return f"{FOLDERS.get(self.kind, 'documents')}/file_{self.number}{Path(self.name).suffix[:12]}"


class Files:
    """Ids are opaque as in Telegram: never the number, never the name."""

    def __init__(self, touch: Touch, directory: Path | None) -> None:
        self._touch = touch
        self._directory = directory
        self._bytes: dict[int, bytes] = {}
        self.by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}
        self._copies: dict[tuple[int, int], File] = {}
        self.last_number = 0

    def keep(self, kind: str, data: bytes, *, name: str, mime_type: str, shape: tuple[int, int] = (0, 0)) -> File:
        """Store an upload and return its record. `shape`: width and height of a picture."""
        number = self._next_number()
        if self._directory is None:
            self._bytes[number] = data
        else:
            self._directory.mkdir(parents=True, exist_ok=True)
            (self._directory / str(number)).write_bytes(data)
        return self._enter(File(*_ids(kind, number), kind, number, name, mime_type, len(data), number, None, *shape))

    def smaller(self, original: File, side: int) -> File:
        """A copy of a picture with its longer side at `side` pixels; made when it is first downloaded."""
        copy = self._copies.get((original.number, side))
        if copy is not None:
            return copy
        number, size = self._next_number(), max(1, original.size * side // 1600)
        shape = scaled(original.width, original.height, side)
        ids = _ids(original.kind, number)
        return self._enter(
            File(*ids, original.kind, number, "thumbnail.jpg", "image/jpeg", size, original.number, side, *shape)
        )

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
        if file.side is not None:
            self._copies[(file.source, file.side)] = file


def _ids(kind: str, number: int) -> tuple[str, str]:
    """File id and unique id."""
    scatter = number * 2654435761 % 2**32
    return _opaque(f"sandbox-{kind}-{number:09d}-{scatter:08x}"), _opaque(f"u{kind[:2]}{number:07d}")


def _opaque(text: str) -> str:
    return "AgA" + base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
