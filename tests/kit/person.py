"""A person with a phone: types, presses, reads. Everything goes over the sandbox's control API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import aiohttp


@dataclass(frozen=True)
class Shown:
    """A message as it stands on the phone now."""

    id: int
    text: str
    buttons: tuple[str, ...]
    raw: dict[str, Any]


class Phone:
    def __init__(self, http: aiohttp.ClientSession, url: str, user_id: int, name: str) -> None:
        self._http = http
        self._url = f"{url}/sandbox/people/{user_id}"
        self.id = user_id
        self.name = name
        self.alert: str | None = None
        """What the last press was answered with, when it was answered with words."""

    async def start(self, payload: str | None = None) -> str:
        return await self._act("start", {"payload": payload} if payload else {})

    async def say(self, text: str) -> str:
        return await self._act("say", {"text": text})

    async def press(self, label: str) -> str:
        """Press the newest button whose text holds `label`. Returns the text of the newest message."""
        for message in reversed(await self.messages()):
            for row in (message.raw.get("reply_markup") or {}).get("inline_keyboard", []):
                for button in row:
                    if label in button["text"]:
                        data = {"message_id": message.id, "data": button["callback_data"]}
                        return await self._act("press", data)
        raise AssertionError(f"{self.name} has no button «{label}»; sees:\n{await self.sees()}")

    async def press_data(self, message_id: int, data: str) -> str:
        """Press something that is no longer, or never was, on the phone."""
        return await self._act("press", {"message_id": message_id, "data": data, "forge": True})

    async def send_file(self, content: bytes, name: str, kind: str = "document", caption: str = "") -> str:
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("kind", kind)
        form.add_field("caption", caption)
        form.add_field("file", content, filename=name)
        return await self._done(self._http.post(f"{self._url}/file?wait=1", data=form))

    async def block(self, blocked: bool = True) -> None:
        await self._act("block", {"blocked": blocked})

    async def messages(self) -> list[Shown]:
        """Messages from the bot, oldest first."""
        async with self._http.get(f"{self._url}/chat") as answer:
            chat = await answer.json()
        return [_shown(message) for message in chat["messages"] if message["out"]]

    async def sees(self) -> str:
        """The newest message with its buttons, one per line in brackets."""
        shown = await self.messages()
        if not shown:
            return ""
        return "\n".join([shown[-1].text, *(f"[{button}]" for button in shown[-1].buttons)])

    async def commands(self) -> dict[str, str]:
        """The menu beside the input line: what each command says of itself."""
        async with self._http.get(f"{self._url}/chat") as answer:
            chat = await answer.json()
        return {entry["command"]: entry["description"] for entry in chat["commands"]}

    async def buttons(self) -> tuple[str, ...]:
        shown = await self.messages()
        return shown[-1].buttons if shown else ()

    async def heard(self, fragment: str) -> Shown | None:
        """The newest message that holds `fragment`, or None."""
        return next((message for message in reversed(await self.messages()) if fragment in message.text), None)

    async def _act(self, verb: str, body: dict[str, Any]) -> str:
        return await self._done(self._http.post(f"{self._url}/{verb}?wait=1", json=body))

    async def _done(self, request: Any) -> str:
        async with request as answer:
            result = await answer.json()
        assert answer.status == 200, f"{self.name}: {result}"
        assert not result.get("timeout"), f"{self.name} got no answer in time"
        said = result.get("answer") or {}
        self.alert = said.get("text")
        return await self.sees()


def _shown(message: dict[str, Any]) -> Shown:
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return Shown(
        id=message["message_id"],
        text=message.get("text") or message.get("caption") or "",
        buttons=tuple(button["text"] for row in rows for button in row),
        raw=message,
    )
