from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.media import DynamicMedia
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.picture import caption
from dialogs.common.window import Window
from dialogs.common.words import Raw, Say
from dialogs.diagnostics.data import Opened
from dialogs.diagnostics.lines import result_lines
from dialogs.diagnostics.picture import shared_picture
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
        owner = closed.fields["owner"]
        return {"open": False, "closed": True, "gone": False, "owner": owner, "picture": None}
    except (NotAllowed, NotFound):
        return {"open": False, "closed": False, "gone": True, "picture": None}
    head = ctx.words.html("diagnostics-shared-head", name=view.owner.full_name, school=view.owner.unit_name or "")
    return {
        "open": True,
        "closed": False,
        "gone": False,
        "picture": await shared_picture(ctx.words, view),
        "lines": caption([head, *result_lines(ctx.words, view, own=False)], []),
    }


window = Window(
    DynamicMedia("picture"),
    Multi(
        Raw("lines", when="open"),
        Say("error-diagnostics-result-closed", when="closed"),
        Say("error-not-found", when="gone"),
        sep="\n\n",
    ),
    back_to(Diagnostics.shared),
    state=Diagnostics.shared_result,
    getter=getter,
    protect_content=True,
    preview_data={
        "open": True,
        "closed": True,
        "gone": True,
        "owner": "Петрова Анна Петровна",
        "picture": None,
        "lines": "Сильная сторона: работа с разными учениками.",
    },
)
