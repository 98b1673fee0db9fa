"""A full page: every list of a window with as many items as it ever holds, both buttons of the pager below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from typing import Any

from aiogram_dialog.widgets.kbd import Group, Keyboard, Select

from dialogs.common.choices import Choices
from dialogs.common.pager import Pager
from dialogs.common.window import Window

FULL = "full page"
"""The face that a window with a list has beside those that its author wrote."""


def lists(window: Window) -> list[Choices]:
    return [widget for widget in _below(window.keyboard) if isinstance(widget, Choices)]


def unbounded(window: Window) -> list[str]:
    """Lists of buttons of which nobody knows how long they become."""
    bounded = {id(button) for group in lists(window) for button in group.buttons}
    return [
        widget.widget_id or ""
        for widget in _below(window.keyboard)
        if isinstance(widget, Select) and id(widget) not in bounded
    ]


def filled(window: Window, given: Mapping[str, Any]) -> dict[str, Any]:
    """`given` with the items of each list that is shown repeated to its `most`; a list without any stays so."""
    data = dict(given)
    for group in lists(window):
        if items := given.get(group.items):
            data[group.items] = list(islice(cycle(items), group.most))
    if any(isinstance(widget, Pager) for widget in _below(window.keyboard)):
        data |= {"has_previous": True, "has_next": True}
    return data


def _below(widget: Keyboard | None) -> Iterator[Keyboard]:
    if widget is None:
        return
    yield widget
    if isinstance(widget, Group):
        for button in widget.buttons:
            yield from _below(button)
