"""Every method of the schema, by every transport, with requests right and wrong."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.telegram.methods import TABLE
from sandbox.telegram.schema import load
from tests.unit.sandbox.fuzz.ground import Ground
from tests.unit.sandbox.fuzz.values import FUZZ, parameters

EXAMPLES, OF_A_METHOD_NOT_PLAYED = max(6, min(25, 1500 // len(TABLE))), 2
"""About 1500 in all, however many methods are played: some ten seconds."""
TRANSPORTS = ("query", "form", "json", "multipart")
BOUNDARY = "an-edge"
EDGE = BOUNDARY.encode()


@pytest.mark.parametrize("method", load.method_names())
def test_a_method(there: Ground, method: str) -> None:
    examples = EXAMPLES if method in TABLE else OF_A_METHOD_NOT_PLAYED

    @settings(FUZZ, max_examples=examples)
    @given(params=parameters(method), transport=st.sampled_from(TRANSPORTS))
    def play(params: dict[str, Any], transport: str) -> None:
        there.call(method, **request(params, transport))

    play()


def request(params: dict[str, Any], transport: str) -> dict[str, Any]:
    """The request as a client would write it; what is no text is JSON within it."""
    if transport == "json":
        return {"data": json.dumps(params), "headers": {"Content-Type": "application/json"}}
    texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}
    if transport == "query":
        pairs = [
            f"{quote(name, errors='ignore')}={quote(text[:2000], errors='ignore')}" for name, text in texts.items()
        ]
        return {"query": "?" + "&".join(pairs), "verb": "GET"}
    if transport == "form":
        body = urlencode(texts, errors="surrogatepass")
        return {"data": body, "headers": {"Content-Type": "application/x-www-form-urlencoded"}}
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    return {"data": multipart(texts), "headers": {"Content-Type": kind}}


def multipart(texts: dict[str, str]) -> bytes:
    """By hand: clients' libraries refuse to write what is wrong."""
    parts = []
    for name, text in texts.items():
        clean = name.encode(errors="replace").translate(None, b'\r\n"')
        body = text.encode(errors="surrogatepass")
        parts.append(b'--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (EDGE, clean, body))
    file = b'--%s\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\n\r\nnone\r\n' % EDGE
    return b"".join([*parts, file, b"--%s--\r\n" % EDGE])
