"""The teacher's answer to a time, from any window of her request."""

from datetime import datetime

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.requests.data import RequestPlace
from dialogs.requests.late import shown_if_late
from dialogs.requests.present import present
from services.requests.offers import answer_proposal
from services.requests.read import my_request


async def answer_time(query: CallbackQuery, manager: DialogManager, tutor_id: int, at: datetime, suits: bool) -> None:
    ctx, place = context(manager), read(manager, RequestPlace)
    async with shown_if_late(query, ctx), ctx.transaction() as session:
        await answer_proposal(session, ctx.person.id, place.request_id, tutor_id, at, suits, present(ctx))


async def answer_set_time(query: CallbackQuery, manager: DialogManager, suits: bool) -> None:
    """To the time that is set now, if there still is one."""
    ctx, place = context(manager), read(manager, RequestPlace)
    async with ctx.reading() as session:
        view = (await my_request(session, ctx.person.id, place.request_id, ctx.now())).request
    if view.tutor_id is not None and view.meeting_at is not None:
        await answer_time(query, manager, view.tutor_id, view.meeting_at, suits)
