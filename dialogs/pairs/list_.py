from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from dialogs.common.choices import choices
from dialogs.common.context import Context, context
from dialogs.common.data import change, read, save
from dialogs.common.longest import LONGEST
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.pairs.data import NewPair, PairsDesk
from dialogs.states import Pairs
from services.mentoring.desk import list_ended, list_pairs
from services.mentoring.views import Name


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, PairsDesk)
    async with ctx.reading() as session:
        found = await (list_ended if data.ended else list_pairs)(
            session, ctx.person, ctx.now(), ctx.zone, PAGE, data.page * PAGE
        )
    return {
        "ended": data.ended,
        "current": not data.ended,
        "silent": found.silent,
        "away": found.away,
        "pairs": [
            {
                "id": row.id,
                "mark": "silent" if row.silent else row.contact,
                "mentor": _surname(ctx, row.mentor),
                "mentee": _surname(ctx, row.mentee),
            }
            for row in found.rows
        ],
        **pages(data.page, found.total),
    }


def _surname(ctx: Context, name: Name) -> str:
    return name.surname or ctx.words.plain("pairs-erased")


async def on_ended(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, PairsDesk(ended=True))


async def on_current(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, PairsDesk())


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, pair_id: int) -> None:
    change(manager, PairsDesk, pair_id=pair_id)
    await manager.switch_to(Pairs.card)


async def on_new(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, NewPair())
    await manager.switch_to(Pairs.new_mentor)


window = Window(
    Say("pairs-list", when="current"),
    Say("pairs-list-ended", when="ended"),
    choices("pairs", on_chosen, int, most=PAGE, label=Label("pairs-row")),
    pager(PairsDesk),
    Row(
        Button(Label("pairs-btn-new"), id="new", on_click=on_new, when="current"),
        Button(Label("pairs-btn-ended"), id="ended", on_click=on_ended, when="current"),
        Button(Label("pairs-btn-current"), id="current", on_click=on_current, when="ended"),
    ),
    leave(),
    state=Pairs.list,
    getter=getter,
    preview_data={
        "silent": 1,
        "away": 1,
        "ended": False,
        "current": True,
        "pairs": [
            {"id": 1, "mark": "silent", "mentor": "Орлова", "mentee": "Воронов"},
            {"id": 2, "mark": "stopped", "mentor": "Орлова", "mentee": "Воронов"},
            {"id": 3, "mark": "open", "mentor": "Ким", "mentee": "Белых"},
        ],
        **pages(0, 8),
    },
    preview_faces={
        "ended": {"ended": True, "current": False},
        "longest": {"pairs": [{"id": 1, "mark": "absent", "mentor": LONGEST["word"], "mentee": LONGEST["word"]}]},
    },
)
