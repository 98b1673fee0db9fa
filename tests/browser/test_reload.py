"""Nothing is lost: by a reload, by a connection that breaks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import expect

from sandbox import Sandbox
from tests.browser.conftest import Opener
from tests.browser.steps import TAPS, last_update
from tests.unit.sandbox.client import Client

pytestmark = pytest.mark.browser


class Wire:
    """Stands between page and sandbox and can be cut."""

    def __init__(self, far: str) -> None:
        self._far = urlsplit(far)
        self._writers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    async def join(self) -> None:
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        assert self._server
        self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()
        await self._server.wait_closed()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(self._far.hostname, self._far.port)
        self._writers |= {writer, far_writer}
        with suppress(ConnectionError):
            await asyncio.gather(self._pour(reader, far_writer), self._pour(far_reader, writer))
        self._writers -= {writer, far_writer}

    @staticmethod
    async def _pour(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while piece := await source.read(65536):
            target.write(piece)
            await target.drain()
        target.close()


@pytest_asyncio.fixture(loop_scope="session")
async def wire(sandbox: Sandbox) -> AsyncIterator[Wire]:
    wire = Wire(sandbox.url)
    await wire.join()
    yield wire
    await wire.cut()


async def test_a_lost_connection_is_told_and_what_was_missed_comes(open_page: Opener, http: Client, wire: Wire) -> None:
    page = await open_page()
    await page.goto(f"http://127.0.0.1:{wire.port}/#person=501")
    sent = await http.ok("sendMessage", chat_id=501, text="До обрыва", reply_markup=TAPS)
    await expect(page.get_by_test_id("text")).to_have_text("До обрыва")
    await wire.cut()
    await expect(page.get_by_test_id("connection-lost")).to_be_visible()
    await page.get_by_test_id("composer").fill("Не дошло")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("toast")).to_have_text("Песочница не отвечает")
    await expect(page.get_by_test_id("composer")).to_have_value("Не дошло")
    await http.ok("editMessageText", chat_id=501, message_id=sent["message_id"], text="Изменено без нас")
    await http.ok("sendMessage", chat_id=501, text="Пропущено", reply_markup={"force_reply": True})
    await http.ok("sendMessage", chat_id=502, text="Илье")
    await wire.join()
    await expect(page.get_by_test_id("connection-lost")).to_be_hidden(timeout=15_000)
    await expect(page.get_by_test_id("text")).to_have_text(["Изменено без нас", "Пропущено"])
    await expect(page.get_by_test_id("unread-502")).to_have_text("1")
    await expect(page.get_by_test_id("reply-line")).to_contain_text("Пропущено")
    await page.get_by_test_id("send").click()
    assert (await last_update(http))["message"]["text"] == "Не дошло"


async def test_a_reload_keeps_draft_quote_and_settings(open_page: Opener, http: Client) -> None:
    sent = await http.ok("sendMessage", chat_id=501, text="Семинар в среду")
    page = await open_page()
    await page.get_by_test_id(f"message-{sent['message_id']}").locator(".bubble").dblclick(position={"x": 4, "y": 4})
    await page.get_by_test_id("composer").fill("Приду, но")
    await page.get_by_test_id("settings").click()
    await page.get_by_test_id("theme-dark").click()
    await page.get_by_test_id("settings").click()
    await page.get_by_test_id("text-large").click()
    await page.get_by_test_id("drawer-toggle").click()
    await page.reload()
    await expect(page.get_by_test_id("composer")).to_have_value("Приду, но")
    await expect(page.get_by_test_id("reply-line")).to_contain_text("Семинар в среду")
    await expect(page.locator("#drawer")).to_be_visible()
    root = page.locator("html")
    assert await root.evaluate("node => getComputedStyle(node).fontSize") == "20px"
    assert await root.evaluate("node => getComputedStyle(node).colorScheme") == "dark"
    await page.get_by_test_id("person-502").click()
    await expect(page.get_by_test_id("person-501")).to_contain_text("Черновик: Приду, но")
    await page.get_by_test_id("person-501").click()
    await page.get_by_test_id("send").click()
    message = (await last_update(http))["message"]
    assert (message["text"], message["reply_to_message"]["message_id"]) == ("Приду, но", sent["message_id"])
    await page.reload()
    await expect(page.get_by_test_id("composer")).to_have_value("")
