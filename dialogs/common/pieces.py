"""A text of over 4,096 signs comes in pieces: where its first piece is refused, the rest is no answer either."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from aiogram.types import Message
from aiogram_dialog import DialogManager

from dialogs.common.data import read, save

SPLIT = 3500
"""A message shorter than this is no piece: clients cut at a space or a line's end not far before 4,096 signs."""

TAIL = timedelta(seconds=10)
"""Over a weak signal, too, pieces follow one another so soon; nobody shortens a page and sends it anew as fast."""


@dataclass(frozen=True)
class Refused:
    """When a text was refused that may have been a piece of a longer one."""

    at: datetime | None = None


def note_refusal(message: Message, manager: DialogManager) -> None:
    """Remember that this text was too long."""
    if len(message.text or "") >= SPLIT:
        save(manager, Refused(message.date))


def goes_on_with_refused(message: Message, manager: DialogManager) -> bool:
    """Whether it is the tail of a text whose beginning was refused."""
    before = read(manager, Refused).at
    return before is not None and message.date - before <= TAIL
