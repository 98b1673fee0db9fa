"""Fluent in windows: `Say` for what the message says, `Label` for what stands on a button.

Both take their variables from the getter's data: every plain value (text, number, moment) is at hand under its name.
"""

from datetime import date
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.text import Text

from dialogs.common.context import context

LONGEST_LABEL = 30
"""Characters: of a longer label a small phone shows no more."""


class Say(Text):
    """The message `key` as HTML; what people typed is escaped by it."""

    def __init__(self, key: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return context(manager).words.html(self.key, **_variables(data))


class Label(Text):
    """The message `key` as plain text, for a button. In a list the values of `item` are variables too."""

    def __init__(self, key: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        item = data.get("item")
        if isinstance(item, dict):
            data = {**data, **item}
        return context(manager).words.plain(self.key, **_variables(data))


class Raw(Text):
    """A ready text of the data under `name`: for buttons whose words are data (a school, a title, a label)."""

    def __init__(self, name: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.name = name

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        item = data.get("item")
        return str((item if isinstance(item, dict) else data)[self.name])


PLAIN = (str, int, float, date)
"""Kinds that a message can say. The library puts the whole update among a window's data; wording that costs more
than all the rest of a tap."""


def _variables(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is None or isinstance(value, PLAIN)}
