"""The page: nothing that people typed becomes markup; a foreign bot has none."""

from __future__ import annotations

from datetime import UTC, datetime

import aiohttp

from bot.settings import ROOT
from sandbox import Sandbox, TurnableClock
from sandbox.gallery.bubble import bubble
from sandbox.gallery.gallery import Gallery
from sandbox.gallery.places import features
from sandbox.gallery.render import Button, face_of
from sandbox.gallery.words import WORDS
from services.content import load_content

CLOCK = TurnableClock(datetime(2026, 10, 6, 7, tzinfo=UTC), frozen=True)


def test_markup_is_escaped() -> None:
    face = face_of("usual", "ru", "a &lt;i&gt; <b>b</b>", ((Button("<u>", 'x"y'),), (Button("Сайт", url='h"><'),)))
    drawn = bubble(face, {})
    assert "a &lt;i&gt; <b>b</b>" in drawn
    assert "<u>" not in drawn
    assert '"h&quot;&gt;&lt;"' in drawn


def test_what_cannot_be_read_is_shown_as_it_is_with_the_refusal() -> None:
    drawn = bubble(face_of("usual", "ru", "<b>a", ()), {})
    assert "&lt;b&gt;a" in drawn
    assert 'class="over">Bad Request: can&#x27;t parse entities' in drawn


def test_every_word_of_the_page_is_in_both_languages() -> None:
    assert [key for key, (ru, en) in WORDS.items() if not ru.strip() or not en.strip() or ru == en] == []


async def test_a_foreign_bot_has_no_windows() -> None:
    sandbox = Sandbox(clock=CLOCK)
    await sandbox.start()
    async with aiohttp.ClientSession(sandbox.url) as http, http.get("/windows") as answer:
        assert answer.status == 404
        assert answer.content_type == "text/html"
        text = await answer.text()
    await sandbox.stop()
    assert "No dialogs here" in text
    assert "У этого бота здесь нет окон" in text


async def test_our_bot_shows_all_of_them() -> None:
    sandbox = Sandbox(clock=CLOCK)
    sandbox.gallery = Gallery(load_content(ROOT / "content"))
    await sandbox.start()
    async with aiohttp.ClientSession(sandbox.url) as http:
        async with http.get("/windows") as answer:
            assert answer.status == 200
            first = await answer.text()
        async with http.get("/windows") as answer:
            assert await answer.text() == first
    await sandbox.stop()
    for feature in features():
        for place in feature.places:
            assert f'id="w-{place.name}"' in first
            assert f"{place.file}:{place.line}" in first
