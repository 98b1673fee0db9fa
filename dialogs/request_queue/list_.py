from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.labels import shorten
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.request_queue.data import QueueList, QueuePlace
from dialogs.requests.api import present
from dialogs.states import RequestQueue
from services.requests.queue import FILTERS, queue, queue_counts
from services.requests.topics import title

TOPIC = 22
ROWS = PAGE - 1
"""Two rows of filters stand above them."""
URGENT = ("overdue", "waiting", "new", "running")


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, QueueList)
    async with ctx.reading() as session:
        counts = await queue_counts(session, ctx.person, present(ctx))
        which = data.which or next((name for name in URGENT if counts[name]), "new")
        found, total = await queue(session, ctx.person, which, present(ctx), ROWS, data.page * ROWS)
    return {
        "which": which,
        "overdue": counts["overdue"],
        "filters": [{"id": name, "name": name, "count": counts[name], "chosen": name == which} for name in FILTERS],
        "rows": [
            {"id": one.id, "number": one.number, "topic": shorten(title(one, ctx.content, ctx.locale), TOPIC)}
            for one in found
        ],
        **pages(data.page, total, ROWS),
    }


async def on_filter(query: CallbackQuery, select: Any, manager: DialogManager, which: str) -> None:
    if which in FILTERS:
        change(manager, QueueList, which=which, page=0)


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, request_id: int) -> None:
    change(manager, QueuePlace, request_id=request_id)
    await manager.switch_to(RequestQueue.card)


window = Window(
    Say("request-queue-list"),
    choices("filters", on_filter, str, most=len(FILTERS), label=Label("request-queue-filter"), width=2),
    choices("rows", on_chosen, int, most=ROWS, label=Label("request-queue-row")),
    pager(QueueList),
    leave(),
    state=RequestQueue.list,
    getter=getter,
    preview_data={
        "which": "waiting",
        "overdue": 1,
        "filters": [{"id": "new", "name": "new", "count": 3, "chosen": True}],
        "rows": [{"id": 12, "number": 12, "topic": "Стереометрия"}],
        **pages(0, 9),
    },
)
