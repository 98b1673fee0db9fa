"""The web of the play: addresses that were put there, and nothing else. The real web is never asked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from sandbox.world.files import File
from sandbox.world.world import World

SHELF = "web"


@dataclass(slots=True, frozen=True)
class Page:
    """What stands under an address."""

    name: str
    mime_type: str
    data: bytes


def put(world: World, url: str, page: Page) -> File:
    """Let this stand under the address; it takes the place of what stood there."""
    file = world.files.keep("document", page.data, name=page.name, mime_type=page.mime_type)
    world.shelf(SHELF).put(_tidy(url), {"file_id": file.file_id})
    return file


def fetch(world: World, url: str) -> Page | None:
    """What stands under the address; None when nothing does."""
    place = world.shelf(SHELF).get(_tidy(url))
    file = world.files.by_id.get(place["file_id"]) if place else None
    return Page(file.name, file.mime_type, world.files.read(file)) if file else None


def addresses(world: World) -> list[str]:
    """Every address at which something stands."""
    return [url for url, _ in world.shelf(SHELF)]


def _tidy(url: str) -> str:
    """Without the part after #, with a scheme, the host in small letters."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    return parts._replace(fragment="", scheme=parts.scheme.lower(), netloc=parts.netloc.lower()).geturl()
