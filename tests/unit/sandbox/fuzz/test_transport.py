"""Requests that no library writes: broken bodies, wrong types of content, odd addresses."""

from __future__ import annotations

import gzip
import json
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yarl import URL

from tests.unit.sandbox.fuzz.ground import Ground, assert_envelope
from tests.unit.sandbox.fuzz.test_methods import BOUNDARY
from tests.unit.sandbox.fuzz.values import FUZZ

PARTS = f"multipart/form-data; boundary={BOUNDARY}"
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
SENT = {"chat_id": 501, "text": "x"}
WHOLE = json.dumps(SENT).encode()
UNREADABLE = "Bad Request: can't parse request"
NO_OBJECT = "Bad Request: can't parse request JSON object"
NOT_UTF8 = "Bad Request: strings must be encoded in UTF-8"
EMPTY = "chat_id is empty"
DEEP = 10_000


def part(head: bytes, body: bytes = b"x") -> bytes:
    edge = BOUNDARY.encode()
    return b"--%s\r\n%s\r\n\r\n%s\r\n--%s--\r\n" % (edge, head, body, edge)


NAMED = b'Content-Disposition: form-data; name="text"'
BODIES: list[tuple[str, bytes, str]] = [
    (JSON, b"{", UNREADABLE),
    (JSON, b"[]", NO_OBJECT),
    (JSON, b"null", NO_OBJECT),
    (JSON, b'"x"', NO_OBJECT),
    (JSON, b"\xff\xfe", UNREADABLE),
    (JSON, b'{"text": "\xff"}', NOT_UTF8),
    (JSON, b'{"chat_id": 501, "text": "\\ud83d"}', NOT_UTF8),
    (JSON, b'{"chat_id": NaN, "text": "x"}', UNREADABLE),
    (JSON, b'{"chat_id": -Infinity, "text": "x"}', UNREADABLE),
    (JSON, b"[" * DEEP, UNREADABLE),
    (JSON, b'{"chat_id":' + b"[" * DEEP + b"]" * DEEP + b"}", UNREADABLE),
    (JSON, b'{"reply_markup":' * DEEP + b"1" + b"}" * DEEP, UNREADABLE),
    (JSON, b'{"chat_id": 501, "text": "x", "reply_markup": ' + b"[" * 400 + b"]" * 400 + b"}", "as reply markup"),
    (JSON, b'{"chat_id": 1e400, "text": "x"}', 'field "chat_id" must be of type Number'),
    (JSON, b'{"chat_id": ' + b"9" * 400 + b', "text": "x"}', 'field "chat_id" must be of type Number'),
    (JSON, b'{"chat_id": ' + b"9" * 5000 + b', "text": "x"}', UNREADABLE),
    (JSON, b'{"chat_id": 501.5, "text": "x"}', 'field "chat_id" must be of type Number'),
    (JSON, b'{"chat_id": true, "text": "x"}', 'field "chat_id" must be of type Number'),
    (JSON, b'{"chat_id": 501, "chat_id": 999, "text": "x"}', "chat not found"),
    (f"{JSON}; charset=nowhere", WHOLE, ""),
    (f"{JSON}; charset", WHOLE, ""),
    ("text/plain", WHOLE, EMPTY),
    ("application/octet-stream", WHOLE, EMPTY),
    ("", WHOLE, ""),
    ("json", WHOLE, EMPTY),
    (FORM, b"chat_id=999&chat_id=501&text=x", "chat not found"),
    (FORM, b"chat_id=501&text=%ff", ""),
    (FORM, b"chat_id=501&text=%zz", ""),
    (FORM, b"%%%&&&===&;;", EMPTY),
    (FORM, b"\xff\xfe\x00", NOT_UTF8),
    (f"{FORM}; charset=nowhere", b"chat_id=501&text=x", UNREADABLE),
    ("multipart/form-data", part(NAMED), UNREADABLE),
    ("multipart/form-data; boundary=", part(NAMED), UNREADABLE),
    (f"multipart/form-data; boundary={'x' * 300}", part(NAMED), UNREADABLE),
    (PARTS, b"", ""),
    (PARTS, b"nothing of the kind", ""),
    (PARTS, part(NAMED)[:-20], ""),
    (PARTS, part(NAMED)[:25], ""),
    (PARTS, part(b"no header at all"), UNREADABLE),
    (PARTS, part(NAMED, b"\xff"), NOT_UTF8),
    (PARTS, part(NAMED + b"\r\nContent-Transfer-Encoding: rot13"), UNREADABLE),
    (PARTS, part(NAMED + b"\r\nContent-Transfer-Encoding: base64", b"*"), ""),
    (PARTS, part(NAMED + b"\r\nContent-Encoding: gzip", b"no gzip"), EMPTY),
    (PARTS, part(NAMED + b"\r\nContent-Encoding: lzma", b"x"), ""),
    (PARTS, part(NAMED + b"\r\nContent-Length: many"), EMPTY),
    (PARTS, part(NAMED + b"\r\nContent-Length: 9999"), ""),
    (PARTS, part(NAMED + b"\r\nContent-Type: multipart/mixed; boundary=b"), UNREADABLE),
    (PARTS, part(b'Content-Disposition: form-data; filename="a"'), EMPTY),
    (PARTS, part(b'Content-Disposition: form-data; name="text"; filename="../../a\xff"'), ""),
    (PARTS, part(b"Content-Disposition: \x00"), UNREADABLE),
]  # fmt: skip


pytestmark = pytest.mark.filterwarnings("ignore::aiohttp.multipart.BadContentDispositionHeader",
                                        "ignore::aiohttp.multipart.BadContentDispositionParam")  # fmt: skip


@pytest.mark.parametrize(("kind", "body", "description"), BODIES)
def test_a_body(there: Ground, kind: str, body: bytes, description: str) -> None:
    answer = there.call("sendMessage", data=body, headers={"Content-Type": kind})
    if description:
        assert not answer["ok"]
        assert description in answer["description"]


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "nothing"])
def test_a_compressed_body(there: Ground, encoding: str) -> None:
    headers = {"Content-Type": JSON, "Content-Encoding": encoding}
    there.call("sendMessage", data=b"not compressed at all", headers=headers)
    if encoding == "gzip":
        assert there.call("sendMessage", data=gzip.compress(WHOLE), headers=headers)["ok"]


QUERIES = ["?", "?=", "?&&", "?text=%", "?text=%zz", "?text=%ff", "?chat_id=501&text=%ed%a0%80", "?%00=%00",
           "?chat_id=501&text=x&text=y", "?chat_id=%D9%A5%D9%A0%D9%A1&text=x", "?chat_id=501&text=a%00b",
           "?chat_id=501;text=x", "?chat_id=501&text=x#end", "?reply_markup=%5B" + "%5B" * 2000]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("verb", ["GET", "POST"])
def test_a_query(there: Ground, verb: str, query: str) -> None:
    there.call("sendMessage", verb, query=query)


PATHS = ["", "/", "//", "/bot", "/bot/", "/bot42:SANDBOX", "/bot42:SANDBOX/", "/bot42:SANDBOX//getMe",
         "/bot42:SANDBOX/getMe/", "/bot42:SANDBOX/getMe/x", "/bot42:SANDBOX/%00", "/bot42:SANDBOX/%ff",
         "/bot42:SANDBOX/%2e%2e", "/bot42:SANDBOX/get%4de", "/bot42:SANDBOX/%D0%B6", "/bot%34%32:SANDBOX/getMe",
         "/bot42%3ASANDBOX/getMe", "/BOT42:SANDBOX/getMe", "/file/bot42:SANDBOX/", "/file/bot42:SANDBOX/../../etc",
         "/file/bot42:SANDBOX/%2e%2e%2f%2e%2e%2fetc", "/file/bot42:SANDBOX/a%00b",
         "/file/bot1:X/documents/file_1.txt", "/static/..%2f..%2fserver.py",
         "/static/%00", "/static/" + "x" * 300, "/bot42:SANDBOX/" + "x" * 3000]  # fmt: skip


@pytest.mark.parametrize("path", [path for path in PATHS if path not in ("", "/")])
def test_a_path(there: Ground, path: str) -> None:
    status, body = there.send("GET", URL(there.sandbox.url + path, encoded=True))
    assert_envelope(status, body)


@pytest.mark.parametrize("verb", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_a_verb(there: Ground, verb: str) -> None:
    assert there.call("getMe", verb)["error_code"] == 405


PIECES = st.sampled_from(
    ["/", ".", "..", "%", "%2f", "%00", "%ff", "bot", "42:SANDBOX", "getMe", "file", "ж", "'", "{", "\\"]
)


@settings(FUZZ, max_examples=50)
@given(
    pieces=st.lists(PIECES | st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=4), min_size=1)
)
def test_any_path(there: Ground, pieces: list[str]) -> None:
    path = quote("/bot" + "".join(pieces), safe="/%:{}'\\")
    status, body = there.send("POST", URL(there.sandbox.url + path, encoded=True))
    assert_envelope(status, body)


@settings(FUZZ, max_examples=120)
@given(
    kind=st.sampled_from([JSON, FORM, PARTS]), at=st.integers(0, 300), put=st.binary(max_size=5), cut=st.integers(0, 9)
)
def test_a_right_body_with_a_wrong_place(there: Ground, kind: str, at: int, put: bytes, cut: int) -> None:
    right = {
        JSON: WHOLE,
        FORM: b"chat_id=501&text=x&reply_markup=%7B%22inline_keyboard%22%3A%5B%5D%7D",
        PARTS: part(
            b'Content-Disposition: form-data; name="photo"; filename="a.png"\r\nContent-Type: image/png', b"x" * 9
        ),
    }[kind]
    body = right[: at % len(right)] + put + right[at % len(right) + cut :]
    there.call("sendPhoto" if kind == PARTS else "sendMessage", data=body, headers={"Content-Type": kind})


def test_many_parameters(there: Ground) -> None:
    many: dict[str, Any] = {f"p{number}": "x" for number in range(3000)}
    assert there.call("sendMessage", json={**SENT, **many})["ok"]
