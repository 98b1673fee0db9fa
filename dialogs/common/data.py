"""Typed dialog data: a frozen dataclass of ids and plain values, kept in the conversation state as JSON."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from aiogram_dialog import DialogManager
from pydantic import TypeAdapter

T = TypeVar("T")


_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def read(manager: DialogManager, kind: type[T]) -> T:
    """The dialog's data: what was saved last, else what the dialog was started with, else the defaults."""
    saved = manager.dialog_data.get(kind.__name__)
    if saved is None and isinstance(manager.start_data, dict):
        saved = manager.start_data.get(kind.__name__)
    value: T = _adapter(kind).validate_python(saved or {}, strict=False)
    return value


def save(manager: DialogManager, value: Any) -> None:
    manager.dialog_data[type(value).__name__] = _adapter(type(value)).dump_python(value, mode="json")


def change(manager: DialogManager, kind: type[T], /, **fields: Any) -> T:
    """Save the data with some fields replaced."""
    value: T = replace(read(manager, kind), **fields)  # type: ignore[type-var]
    save(manager, value)
    return value


def start_data(value: Any) -> dict[str, Any]:
    """For `manager.start(state, data=start_data(EventCard(7)))`."""
    return {type(value).__name__: _adapter(type(value)).dump_python(value, mode="json")}
