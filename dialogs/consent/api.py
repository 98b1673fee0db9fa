"""`ask_consent` opens the screen; the opener's `on_process_result` reads the answer by `ConsentAnswer.from_result`."""

from dataclasses import dataclass
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.data import start_data
from dialogs.states import ConsentPlace

RESULT = "consent_agreed"


@dataclass(frozen=True)
class ConsentFor:
    gender: str = "unknown"
    """Of whoever is asked, as far as her patronymic tells (locales/names)."""
    mistake: bool = False
    """Something on her sheet is wrong: she is told when she can correct it."""


NOBODY_KNOWN = ConsentFor()


@dataclass(frozen=True)
class ConsentAnswer:
    agreed: bool

    @staticmethod
    def from_result(result: Any) -> "ConsentAnswer | None":
        """None when the windows were left without an answer, or when another dialog has closed."""
        if not isinstance(result, dict) or RESULT not in result:
            return None
        return ConsentAnswer(bool(result[RESULT]))


async def ask_consent(manager: DialogManager, whom: ConsentFor = NOBODY_KNOWN) -> None:
    await manager.start(ConsentPlace.ask, data=start_data(whom))
