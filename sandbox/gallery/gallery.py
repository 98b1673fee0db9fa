"""The gallery of the running bot, made when somebody first asks for it."""

from __future__ import annotations

import asyncio

from locales import LOCALES
from sandbox.gallery.notices import told
from sandbox.gallery.page import gallery_page
from sandbox.gallery.places import Place, features
from sandbox.gallery.render import Face, face_names, render
from sandbox.gallery.transitions import transitions
from services.content import Content


class Gallery:
    """Windows are part of the code, so the page is made once for a process."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._making: asyncio.Task[str] | None = None

    async def page(self) -> str:
        """Raises whatever a window raises that cannot be previewed."""
        if self._making is None:
            self._making = asyncio.create_task(self._make())
        return await asyncio.shield(self._making)

    async def _make(self) -> str:
        found = features()
        rendered = {}
        for feature in found:
            for place in feature.places:
                rendered[place.name] = await faces(place, self._content)
                await asyncio.sleep(0)  # people go on talking meanwhile
        ways = await asyncio.to_thread(transitions, found)
        return gallery_page(found, rendered, ways, list(told(self._content)))


async def faces(place: Place, content: Content) -> list[Face]:
    return [await render(place, name, locale, content) for name in face_names(place) for locale in LOCALES]
