"""From one question about a new event to the next, or back to the review whence it was asked again."""

from dataclasses import asdict
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.nav import menu
from dialogs.common.subject_ticks import tick
from dialogs.common.words import Label
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
    await _on(manager, question)


async def _on(manager: DialogManager, question: str) -> None:
    following = "confirm" if read(manager, NewEventData).correcting else ORDER[ORDER.index(question) + 1]
    change(manager, NewEventData, correcting=False)
    await manager.switch_to(QUESTIONS[following])


def said(manager: DialogManager, question: str) -> tuple[NewEventData, bool]:
    """What has been said so far, and whether an answer to this question is part of it."""
    data = read(manager, NewEventData)
    return data, ORDER.index(question) < ORDER.index(data.reached)


def steps(question: str) -> tuple[Button, Row]:
    """[Оставить] where the getter says `said`; below it «Назад», to whence the question was asked, and «Меню»."""

    async def on_keep(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        await _on(manager, question)

    async def on_back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        before = QUESTIONS[ORDER[ORDER.index(question) - 1]] if question != ORDER[0] else EventDesk.list
        if read(manager, NewEventData).correcting:
            before = EventDesk.new_change
        change(manager, NewEventData, correcting=False)
        await manager.switch_to(before)

    return (
        Button(Label("event-desk-btn-keep"), id="keep", on_click=on_keep, when="said"),
        Row(Button(Label("common-btn-back"), id="back", on_click=on_back), menu()),
    )


async def begin(manager: DialogManager, draft: Draft | None = None) -> None:
    """The first question, or the one at which a draft was left."""
    data = NewEventData(**asdict(draft)) if draft else NewEventData()
    save(manager, data)
    await tick(manager, data.subjects)
    await manager.switch_to(QUESTIONS[data.reached])
