"""The control API: always JSON, never a failure of its own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.sandbox.fuzz.ground import GROUP, Ground
from tests.unit.sandbox.fuzz.values import FUZZ, JUNK, TEXTS

POSTS = ["people", "people/501/say", "people/501/start", "people/501/press", "people/501/contact", "people/501/block",
         "people/501/deactivate", "people/501/read", "people/501/file", "people/999/say", f"people/{10**30}/say",
         "chats", "clock", "faults", "limits", "restart"]  # fmt: skip
NAMES = ["first_name", "last_name", "username", "id", "language_code", "pinned", "text", "reply_to", "chat_id", "data",
         "message_id", "forge", "by", "payload", "phone_number", "blocked", "deactivated", "advance", "to", "at",
         "on", "down_seconds", "type", "title", "members", "bot", "is_forum", "caption", "kind"]  # fmt: skip
LIKELY = st.one_of(
    TEXTS,
    JUNK,
    st.booleans(),
    st.sampled_from([501, 502, GROUP, 10**12, 2**70, 1e9, 1e300, "next", "supergroup", "9999-12-31T23:59:59-12:00",
                     "0001-01-01T00:00:00+14:00", [{"user_id": 501}], [{"user_id": 2**70, "status": []}]]),
)  # fmt: skip
GETS = ["people", "people/501/chat", "people/999/chat", "chats", f"chats/{GROUP}", "chats/-1", f"chats/-{10**30}",
        "clock", "calls", "calls?since=x", "calls?since=٣", "calls?since=-1", f"calls?since={10**30}",
        f"calls?since={'9' * 5000}", "files/x", "files/%00", "faults",
        "limits", "nothing", "people/501/dance", "people//chat"]  # fmt: skip


@pytest.fixture(autouse=True)
def _unbroken(there: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    """A restart in the middle would be obeyed; so would a turn of the clock to the end of time."""
    monkeypatch.setattr(there.sandbox, "restart", lambda seconds: None)
    monkeypatch.setattr(there.sandbox._breaking, "_restart", lambda seconds: None)


@pytest.mark.parametrize("path", POSTS)
def test_an_act(there: Ground, path: str) -> None:
    @settings(FUZZ, max_examples=12)
    @given(body=st.dictionaries(st.sampled_from(NAMES), LIKELY, max_size=5) | st.lists(JUNK, max_size=2) | JUNK)
    def act(body: Any) -> None:
        assert_json(*there.send("POST", f"/sandbox/{path}", data=json.dumps(body)))

    act()


@pytest.mark.parametrize("path", GETS)
def test_a_look(there: Ground, path: str) -> None:
    assert_json(*there.send("GET", f"/sandbox/{path}"))


@settings(FUZZ, max_examples=30)
@given(
    body=st.binary(max_size=40), kind=st.sampled_from(["multipart/form-data; boundary=x", "multipart/form-data", ""])
)
def test_a_file(there: Ground, body: bytes, kind: str) -> None:
    data = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n' + body + b"\r\n--x--"
    assert_json(*there.send("POST", "/sandbox/people/501/file", data=data, headers={"Content-Type": kind}))


TURNS = [{"at": "9999-12-31T23:59:59-12:00"}, {"at": "0001-01-01T00:00:00+14:00"}, {"at": "9999-12-31T23:59:59+00:00"},
         {"advance": 1e9}, {"advance": 10**9}, {"at": "2026-10-06"}, {"at": ""}]  # fmt: skip


@pytest.mark.parametrize("turn", TURNS)
def test_a_turn_of_the_clock(there: Ground, turn: dict[str, Any]) -> None:
    for _ in range(3):
        assert_json(*there.send("POST", "/sandbox/clock", json=turn))
    assert there.call("getMe")["ok"]


def assert_json(status: int, body: Any) -> None:
    assert status < 500, body
    if status >= 400:
        assert "error" in body or body.get("ok") is False
