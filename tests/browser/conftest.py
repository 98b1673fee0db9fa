"""Chromium, and the chat page with nobody behind it: a test plays the bot itself."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, async_playwright, expect

from bot.settings import ROOT
from sandbox import Sandbox, TurnableClock
from tests.kit.town import Town, open_town
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

HERE = Path(__file__).parent
expect.set_options(timeout=15_000)  # milliseconds: a busy machine is slow, not wrong
Opener = Callable[..., Awaitable[Page]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all tests here, since one Chromium serves them all: starting it costs more than most tests."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    """Анна Петровна, who has begun, and Илья, who has not."""
    sandbox = Sandbox(clock=TurnableClock(datetime(2026, 10, 6, 7, tzinfo=UTC), frozen=True))
    note, note_en = "Учитель математики, Сосновская ООШ", "Mathematics teacher, Sosnovskaya School"
    sandbox.world.add_person("Анна", "Петрова", id=501, pinned=True, started=True, note=note, note_en=note_en)
    sandbox.world.add_person("Илья", "Воронов", id=502, pinned=True, started=True)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def town(tmp_path: Path, demo_template: Path) -> AsyncIterator[Town]:
    """The town of the conversations, in the loop of the browser."""
    async with open_town(tmp_path, demo_template) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def http(sandbox: Sandbox) -> AsyncIterator[Client]:
    """The bot behind the page."""
    async with aiohttp.ClientSession(sandbox.url) as session:
        yield Client(session, sandbox.token)


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser, sandbox: Sandbox) -> AsyncIterator[Opener]:
    """`await open_page(person=501, beside=502, width=…)`, each as a visitor of its own.

    What breaks on a page fails the test.
    """
    problems: list[str] = []
    contexts: list[BrowserContext] = []

    async def opener(
        person: int = 501,
        width: int = 1280,
        height: int = 850,
        locale: str = "ru-RU",
        beside: int | None = None,
        scheme: Literal["light", "dark"] = "light",
    ) -> Page:
        viewport: ViewportSize = {"width": width, "height": height}
        context = await browser.new_context(viewport=viewport, locale=locale, color_scheme=scheme)
        contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(f"{sandbox.url}/#person={person}" + (f"&beside={beside}" if beside else ""))
        await page.get_by_test_id("log").first.wait_for()
        return page

    yield opener
    for context in contexts:
        await context.close()
    assert not problems
