"""`ask_consent` opens the screen; the opener's `on_process_result` reads the answer by `ConsentAnswer.from_result`."""

from dataclasses import dataclass
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.states import ConsentPlace

RESULT = "consent_agreed"


@dataclass(frozen=True)
class ConsentAnswer:
    agreed: bool

    @staticmethod
    def from_result(result: Any) -> "ConsentAnswer | None":
        """None when the windows were left without an answer, or when another dialog has closed."""
        if not isinstance(result, dict) or RESULT not in result:
            return None
        return ConsentAnswer(bool(result[RESULT]))


async def ask_consent(manager: DialogManager) -> None:
    await manager.start(ConsentPlace.ask)
