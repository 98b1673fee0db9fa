"""What a dialog step asks of the server, by a driver that thinks nothing: `python -m sandbox.bench.raw URL TOKEN`.

Each press is answered and its message edited, each text is answered by a window, as the bot does it; the requests
are written by hand onto open connections, so that it is the server that is measured.
"""

import asyncio
import json
import sys
from typing import Any
from urllib.parse import urlsplit

CONNECTIONS = 8
LINES = "\n".join(f"<b>Строка {number}</b>: учитель математики, сельская школа, 52 года" for number in range(6))
KEYBOARD = {
    "inline_keyboard": [
        [{"text": label, "callback_data": f"aBcDeF\x1d{label}"}]
        for label in ("Мои данные", "Меню", "Мероприятия", "Диагностика", "Наставник", "Спросить")
    ]
}


class Line:
    """One open connection: requests one after another."""

    def __init__(self, url: str, token: str) -> None:
        parts = urlsplit(url)
        self._host, self._port, self._path = parts.hostname or "", parts.port or 80, f"/bot{token}/"
        self._busy = asyncio.Lock()

    async def open(self) -> "Line":
        self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        return self

    async def call(self, method: str, params: dict[str, Any]) -> bytes:
        """The body of the answer."""
        body = json.dumps(params).encode()
        head = (
            f"POST {self._path}{method} HTTP/1.1\r\nHost: {self._host}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        async with self._busy:
            self._writer.write(head.encode() + body)
            answer = await self._reader.readuntil(b"\r\n\r\n")
            length = int(answer.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
            return await self._reader.readexactly(length)


async def handle(line: Line, update: dict[str, Any], number: int) -> None:
    window = {"text": f"{LINES}\n{number}", "parse_mode": "HTML", "reply_markup": KEYBOARD}
    query = update.get("callback_query")
    if query is None:
        await line.call("sendMessage", {"chat_id": update["message"]["chat"]["id"], **window})
        return
    message = query["message"]
    await line.call("answerCallbackQuery", {"callback_query_id": query["id"]})
    place = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
    await line.call("editMessageText", {**place, **window})


async def main(url: str, token: str) -> None:
    poll = await Line(url, token).open()
    lines = [await Line(url, token).open() for _ in range(CONNECTIONS)]
    offset, handled = 0, set[asyncio.Task[None]]()
    while True:
        body = await poll.call("getUpdates", {"offset": offset, "timeout": 30})
        for update in json.loads(body)["result"]:
            offset = update["update_id"] + 1
            task = asyncio.create_task(handle(lines[offset % CONNECTIONS], update, offset))
            handled.add(task)
            task.add_done_callback(handled.discard)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
