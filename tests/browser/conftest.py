"""Chromium, and the chat page with nobody behind it: a test plays the bot itself."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Browser, Page, async_playwright

from bot.settings import ROOT
from sandbox import Sandbox, TurnableClock
from tests.unit.sandbox.client import Client

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PICTURES = Path(os.environ.get("PICTURES", ROOT / "var" / "pictures"))
"""Where screenshots go; `make screenshot` sends them to docs/."""

Opener = Callable[..., Awaitable[Page]]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        await opened.close()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Анна Петровна, who has begun, and Илья, who has not."""
    sandbox = Sandbox(clock=TurnableClock(datetime(2026, 10, 6, 7, tzinfo=UTC), frozen=True))
    note, note_en = "Учитель математики, Сосновская ООШ", "Mathematics teacher, Sosnovskaya School"
    sandbox.world.add_person("Анна", "Петрова", id=501, pinned=True, started=True, note=note, note_en=note_en)
    sandbox.world.add_person("Илья", "Воронов", id=502, pinned=True, started=True)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[Client]:
    """The bot behind the page."""
    async with aiohttp.ClientSession(sandbox.url) as session:
        yield Client(session, sandbox.token)


@pytest.fixture
async def open_page(browser: Browser, sandbox: Sandbox) -> AsyncIterator[Opener]:
    """`await open_page(person=501, width=…)`, each in a browser of its own; what breaks on a page fails the test."""
    problems: list[str] = []

    async def opener(person: int = 501, width: int = 1280, height: int = 850, locale: str = "ru-RU") -> Page:
        context = await browser.new_context(viewport={"width": width, "height": height}, locale=locale)
        page = await context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(f"{sandbox.url}/#person={person}")
        await page.get_by_test_id("log").wait_for()
        return page

    yield opener
    assert not problems
