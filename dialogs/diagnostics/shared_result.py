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
from services.diagnostics.errors import ResultClosed
from services.diagnostics.results import shared_result
from services.errors import NotAllowed, NotFound


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The owner may have closed or erased it since it was opened here: then that is what the window says."""
    ctx = context(dialog_manager)
    attempt_id = read(dialog_manager, Opened).attempt_id
    try:
        async with ctx.reading() as session:
            view = await shared_result(session, ctx.person, attempt_id, ctx.content, ctx.locale, ctx.now())
    except ResultClosed as closed:
        return {"open": False, "closed": True, "gone": False, "owner": closed.fields["owner"]}
    except (NotAllowed, NotFound):
        return {"open": False, "closed": False, "gone": True}
    return {
        "open": True,
        "closed": False,
        "gone": False,
        "name": view.owner.full_name,
        "school": view.owner.unit_name or "",
        "lines": result_lines(ctx.words, view, own=False),
    }


window = Window(
    Multi(
        Say("diagnostics-shared-head", when="open"),
        Raw("lines", when="open"),
        Say("error-diagnostics-result-closed", when="closed"),
        Say("error-not-found", when="gone"),
        sep="\n\n",
    ),
    back_to(Diagnostics.shared),
    state=Diagnostics.shared_result,
    getter=getter,
    preview_data={
        "open": True,
        "closed": True,
        "gone": True,
        "owner": "Петрова Анна Петровна",
        "name": "Петрова Анна Петровна",
        "school": "Сосновская ООШ",
        "lines": "Сильная сторона: работа с разными учениками.",
    },
)
