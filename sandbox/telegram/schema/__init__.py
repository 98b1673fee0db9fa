"""The Bot API 10.3 schema in both directions: what a bot may ask, and what the server may answer."""

from sandbox.telegram.schema.answers import wrong_answer, wrong_update
from sandbox.telegram.schema.mismatch import Mismatch, Missing
from sandbox.telegram.schema.requests import Method, methods

__all__ = ["Method", "Mismatch", "Missing", "methods", "wrong_answer", "wrong_update"]
