"""Raw HTTP to both faces of the sandbox."""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp

Json = dict[str, Any]


@dataclass
class Client:
    session: aiohttp.ClientSession
    token: str

    async def api(self, method: str, **params: Any) -> Json:
        """A Bot API call by form; returns the envelope."""
        form = {
            key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            for key, value in params.items()
        }
        async with self.session.post(f"/bot{self.token}/{method}", data=form) as response:
            return await _envelope(response)

    async def ok(self, method: str, **params: Any) -> Any:
        """A call that must succeed; returns the result."""
        envelope = await self.api(method, **params)
        assert envelope["ok"], envelope
        return envelope["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """A call that must be refused; returns the description."""
        envelope = await self.api(method, **params)
        assert not envelope["ok"], envelope
        return str(envelope["description"])

    async def upload(self, method: str, files: dict[str, tuple[str, bytes]], **params: Any) -> Json:
        """A multipart call."""
        form = aiohttp.FormData(quote_fields=False)
        for key, value in params.items():
            form.add_field(key, value if isinstance(value, str) else json.dumps(value))
        for key, (name, data) in files.items():
            form.add_field(key, BytesIO(data), filename=name)
        async with self.session.post(f"/bot{self.token}/{method}", data=form) as response:
            return await _envelope(response)

    async def sent(self, method: str, files: dict[str, tuple[str, bytes]], **params: Any) -> Any:
        """A multipart call that must succeed; returns the result."""
        envelope = await self.upload(method, files, **params)
        assert envelope["ok"], envelope
        return envelope["result"]

    async def not_sent(self, method: str, files: dict[str, tuple[str, bytes]], **params: Any) -> str:
        """A multipart call that must be refused; returns the description without its prefix."""
        envelope = await self.upload(method, files, **params)
        assert not envelope["ok"], envelope
        return str(envelope["description"]).removeprefix("Bad Request: ")

    async def form(self, path: str, files: list[tuple[str, bytes]], status: int = 200, **fields: Any) -> Json:
        """A form to the control API: every file in a part called `file`; a list is a field that comes several times."""
        form = aiohttp.FormData(quote_fields=False, default_to_multipart=True)
        for key, value in fields.items():
            for one in value if isinstance(value, list) else [value]:
                form.add_field(key, str(one))
        for name, data in files:
            form.add_field("file", BytesIO(data), filename=name)
        async with self.session.post(f"/sandbox/{path}", data=form) as response:
            answer: Json = await response.json()
            assert response.status == status, answer
            return answer

    async def fetched(self, file_id: str) -> bytes:
        """The bytes of a file by getFile and its path; the size that was told is their size."""
        file = await self.ok("getFile", file_id=file_id)
        async with self.session.get(f"/file/bot{self.token}/{file['file_path']}") as response:
            assert response.status == 200
            data = await response.read()
        assert file["file_size"] == len(data)
        return data

    async def get(self, path: str) -> Any:
        """A look at the control API."""
        async with self.session.get(f"/sandbox/{path}") as response:
            return await response.json()

    async def post(self, path: str, body: Any = None, status: int = 200) -> Any:
        """An act through the control API."""
        async with self.session.post(f"/sandbox/{path}", json={} if body is None else body) as response:
            answer = await response.json()
            assert response.status == status, answer
            return answer


async def _envelope(response: aiohttp.ClientResponse) -> Json:
    envelope: Json = await response.json()
    if envelope["ok"]:
        assert response.status == 200
    else:
        assert response.status == envelope["error_code"]
    return envelope
