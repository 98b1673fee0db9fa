from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.pairs.data import NewPair
from dialogs.pairs.find import PREVIEW, finder, found
from dialogs.states import Pairs


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await found(dialog_manager)


async def choose(manager: DialogManager, person_id: int) -> None:
    change(manager, NewPair, mentor_id=person_id)
    await manager.switch_to(Pairs.new_mentee)


window = Window(
    Say("pairs-new-mentor"),
    *finder(choose),
    back_to(Pairs.list),
    state=Pairs.new_mentor,
    getter=getter,
    preview_data=PREVIEW,
)
