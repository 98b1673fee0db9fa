from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Raw, Say
from dialogs.diagnostics.data import Opened
from dialogs.diagnostics.lines import result_lines
from dialogs.states import Diagnostics
from services.diagnostics.results import shared_result


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        view = await shared_result(
            session, ctx.person, read(dialog_manager, Opened).attempt_id, ctx.content, ctx.locale, ctx.now()
        )
    return {
        "name": view.owner.full_name,
        "school": view.owner.unit_name or "",
        "lines": result_lines(ctx.words, view, own=False),
    }


window = Window(
    Multi(
        Say("diagnostics-shared-head"),
        Raw("lines"),
        sep="\n\n",
    ),
    back_to(Diagnostics.shared),
    state=Diagnostics.shared_result,
    getter=getter,
    preview_data={
        "name": "Петрова Анна Петровна",
        "school": "Сосновская ООШ",
        "lines": "Сильная сторона: работа с разными учениками.",
    },
)
