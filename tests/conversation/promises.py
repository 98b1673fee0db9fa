"""Whether what the guard fills is true: no list of buttons ever holds more than it says."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram_dialog import DialogManager

from dialogs.common.choices import Choices


class Promises:
    """Every list that the bot shows while a test runs."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.broken: list[str] = []
        real = Choices._render_keyboard

        async def counting(choices: Choices, data: dict[str, Any], manager: DialogManager) -> Any:
            held = len(data[choices.items])
            if held > choices.most:
                state = manager.current_context().state
                self.broken.append(f"{state.state}: {held} of {choices.most} {choices.items}")
            return await real(choices, data, manager)

        monkeypatch.setattr(Choices, "_render_keyboard", counting)
