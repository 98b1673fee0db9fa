"""From one question about a new event to the next, or back to the review whence it was asked again."""

from dataclasses import asdict
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change, save
from dialogs.common.subject_ticks import tick
from dialogs.event_desk.data import NewEventData
from dialogs.states import EventDesk
from services.events.drafts import keep_draft
from services.events.views import Draft

QUESTIONS = {
    "kind": EventDesk.new_kind,
    "title": EventDesk.new_title,
    "subject": EventDesk.new_subject,
    "when": EventDesk.new_when,
    "length": EventDesk.new_length,
    "place": EventDesk.new_place,
    "capacity": EventDesk.new_capacity,
    "description": EventDesk.new_description,
    "confirm": EventDesk.new_confirm,
}
"""In order; the last is the review."""
ORDER = tuple(QUESTIONS)


async def answer(manager: DialogManager, question: str, **fields: Any) -> None:
    """Keep what was answered, so that neither «Меню» nor a restart loses it, and go on to the next question."""
    ctx, following = context(manager), ORDER[ORDER.index(question) + 1]
    data = change(manager, NewEventData, **fields)
    data = change(manager, NewEventData, reached=max(data.reached, following, key=ORDER.index))
    if data.title:  # without one there is nothing yet to lose
        async with ctx.transaction() as session:
            await keep_draft(session, ctx.person, data)
    await manager.switch_to(EventDesk.new_confirm if data.reviewed else QUESTIONS[following])


async def begin(manager: DialogManager, draft: Draft | None = None) -> None:
    """The first question, or the one at which a draft was left."""
    data = NewEventData(**asdict(draft)) if draft else NewEventData()
    save(manager, data)
    await tick(manager, data.subjects)
    await manager.switch_to(QUESTIONS[data.reached])
