from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.requests.data import RequestPlace
from dialogs.requests.facts import SAMPLE, facts, ratings
from dialogs.requests.late import shown_if_late
from dialogs.requests.present import present
from dialogs.states import MyRequests
from services.requests.meeting import rate
from services.requests.read import my_request
from services.requests.rules import RATINGS


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place = context(dialog_manager), read(dialog_manager, RequestPlace)
    async with ctx.reading() as session:
        side = await my_request(session, ctx.person.id, place.request_id, ctx.now())
    known = facts(side.request, ctx.words, ctx.content)
    return {**known, "answer": "ask", "rating": "", "ratings": ratings(ctx.words, side.rating)}


async def on_rated(query: CallbackQuery, select: Any, manager: DialogManager, value: int) -> None:
    ctx, place = context(manager), read(manager, RequestPlace)
    async with shown_if_late(query, ctx), ctx.transaction() as session:
        await rate(session, ctx.person.id, place.request_id, value, present(ctx))
    await manager.switch_to(MyRequests.card)


window = Window(
    Say("requests-notice-rate"),
    choices("ratings", on_rated, int, most=len(RATINGS)),
    back_to(MyRequests.card),
    state=MyRequests.rate,
    getter=getter,
    preview_data={**SAMPLE, "answer": "ask", "ratings": [{"id": 3, "name": "3"}]},
)
