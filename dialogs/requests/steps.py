"""From one question of a request to the next, keeping every answer."""

from dataclasses import asdict
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.requests.data import AskData
from dialogs.states import AskTutor
from services.requests.drafts import keep_draft
from services.requests.views import Draft


async def answered(manager: DialogManager, place: State, **fields: Any) -> None:
    """Keep what she has just answered, so that neither «Меню» nor a restart loses it, and go on to `place`."""
    ctx, data = context(manager), change(manager, AskData, excess=0, **fields)
    async with ctx.transaction() as session:
        await keep_draft(session, ctx.person, data)
    await manager.switch_to(place)


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


def gone_on_with(draft: Draft) -> AskData:
    return AskData(**asdict(draft))
