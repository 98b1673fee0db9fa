"""What is raised when a request is not what the schema says."""

from __future__ import annotations

import re


class Mismatch(Exception):
    """The value at `path` is not what the schema says; `whole`: the text is the whole answer."""

    def __init__(self, path: str, text: str, *, whole: bool = False) -> None:
        super().__init__(text)
        self.path = path
        self.text = text
        self.whole = whole

    @property
    def parameter(self) -> str:
        """The top-level parameter in which it lies."""
        return re.split(r"[.\[]", self.path, maxsplit=1)[0]


class Missing(Mismatch):
    """A required top-level parameter is not there."""
