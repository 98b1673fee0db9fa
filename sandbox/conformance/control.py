"""The control API, for whoever plays people from outside: JSON and files, nothing else."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any
from uuid import uuid4


class Refused(Exception):
    """The control API said no."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(f"{status} {words}")
        self.status = status


class Control:
    """Requests to one sandbox. Raises Refused."""

    def __init__(self, url: str) -> None:
        self.url = url

    def get(self, path: str) -> Any:
        """What is at /sandbox/{path}."""
        return self._ask(urllib.request.Request(f"{self.url}/sandbox/{path}"))

    def file(self, file_id: str) -> bytes:
        """The bytes of a file."""
        with urllib.request.urlopen(f"{self.url}/sandbox/files/{file_id}", timeout=30) as answer:
            return bytes(answer.read())

    def post(self, path: str, **given: Any) -> Any:
        """Send JSON to /sandbox/{path}."""
        headers = {"Content-Type": "application/json"}
        return self._ask(urllib.request.Request(f"{self.url}/sandbox/{path}", json.dumps(given).encode(), headers))

    def upload(self, path: str, name: str, data: bytes, **fields: str) -> Any:
        """Send a file and its fields to /sandbox/{path}."""
        body, kind = multipart("file", name, data, fields)
        return self._ask(urllib.request.Request(f"{self.url}/sandbox/{path}", body, {"Content-Type": kind}))

    def _ask(self, request: urllib.request.Request) -> Any:
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as problem:
            raise Refused(problem.code, problem.read().decode(errors="replace")) from None


def multipart(field: str, name: str, data: bytes, fields: dict[str, str]) -> tuple[bytes, str]:
    """A body of one file and some text fields, and its content type."""
    edge = uuid4().hex
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()
    ]
    head = f'--{edge}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
    body = ("".join(parts) + head).encode() + data + f"\r\n--{edge}--\r\n".encode()
    return body, f"multipart/form-data; boundary={edge}"
