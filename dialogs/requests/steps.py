"""From one question of a request to the next, keeping every answer."""

from dataclasses import asdict, replace
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.requests.data import AskData
from dialogs.states import AskTutor, MyRequests
from services.requests.drafts import is_begun, keep_draft
from services.requests.views import Draft


async def answered(manager: DialogManager, place: State, **fields: Any) -> None:
    """Keep what she has just answered, so that neither «Меню» nor a restart loses it, and go on to `place`."""
    ctx, before = context(manager), read(manager, AskData)
    begun = before.kept or is_begun(replace(before, **fields))
    data = change(manager, AskData, excess=0, kept=begun, **fields)
    if begun:
        async with ctx.transaction() as session:
            if not await keep_draft(session, ctx.person, data, going_on=before.kept):
                return await _to_my_requests(manager)
    return await manager.switch_to(place)


async def _to_my_requests(manager: DialogManager) -> None:
    """What she goes on with here was sent, or thrown away, on another phone: it is not brought back to life."""
    event, words = manager.event, context(manager).words
    if isinstance(event, CallbackQuery):
        await event.answer(words.plain("requests-alert-gone"), show_alert=True)
    elif isinstance(event, Message):
        await event.answer(words.html("requests-alert-gone"))
    await manager.start(MyRequests.list)


def next_question(draft: Draft) -> State:
    """The first one without an answer; without a note it is the note, for that she may have left to think about."""
    if not draft.subject:
        return AskTutor.subject
    if not draft.topic:
        return AskTutor.topic
    if not draft.form:
        return AskTutor.form
    if not draft.when_code:
        return AskTutor.when
    return AskTutor.confirm if draft.note else AskTutor.note


def taken_up(draft: Draft) -> AskData:
    return AskData(**asdict(draft), kept=True)
