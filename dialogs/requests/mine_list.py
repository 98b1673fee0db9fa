from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Multi

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.labels import shorten
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.api import ask_tutor, continue_request
from dialogs.requests.data import MyPage, RequestPlace
from dialogs.requests.facts import SAMPLE
from dialogs.states import MyRequests
from services.requests.drafts import draft_of
from services.requests.read import my_requests
from services.requests.topics import title

TOPIC = 13


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, page = context(dialog_manager), read(dialog_manager, MyPage).page
    async with ctx.reading() as session:
        found, total = await my_requests(session, ctx.person.id, ctx.now(), PAGE, page * PAGE)
        unsent = await draft_of(session, ctx.person.id)
    return {
        "rows": [
            {
                "id": one.id,
                "topic": shorten(title(one, ctx.content, ctx.locale), TOPIC),
                "status": one.phase,
                "at": one.meeting_at or one.created_at,
            }
            for one in found
        ],
        "unsent": unsent is not None,
        "topic": title(unsent, ctx.content, ctx.locale) if unsent else "",
        **pages(page, total),
    }


async def on_continue(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await continue_request(manager)


async def on_ask(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await ask_tutor(manager)


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, request_id: int) -> None:
    change(manager, RequestPlace, request_id=request_id)
    await manager.switch_to(MyRequests.card)


window = Window(
    Multi(Say("requests-list"), Say("requests-list-unsent", when="unsent"), sep="\n\n"),
    Row(
        Button(Label("requests-btn-continue"), id="continue", on_click=on_continue, when="unsent"),
        Button(Label("requests-btn-ask"), id="ask", on_click=on_ask),
    ),
    choices("rows", on_chosen, int, most=PAGE, label=Label("requests-list-row")),
    pager(MyPage),
    leave(),
    state=MyRequests.list,
    getter=getter,
    preview_data={
        "rows": [{"id": 12, "topic": "Стереометрия", "status": "new", "at": SAMPLE["at"]}],
        "unsent": True,
        "topic": "Цифровые средства",
        **pages(0, 9),
    },
)
