"""Subjects to tick, or to type: «алгебра, физика» as a message ticks them as taps do."""

from collections.abc import Awaitable, Callable, Iterable
from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Group, Keyboard, ManagedMultiselect, Multiselect
from aiogram_dialog.widgets.text import Const

from dialogs.common.context import context
from dialogs.common.words import Label, Raw

OnSubjects = Callable[[DialogManager, tuple[str, ...]], Awaitable[None]]

PREVIEW: dict[str, Any] = {"subjects": [{"id": "mathematics", "name": "Математика"}], "any_chosen": True}
LONGEST_TYPED = 200
_ID = "subject_ticks"


async def subject_data(manager: DialogManager) -> dict[str, Any]:
    ctx = context(manager)
    subjects = ctx.content.subjects
    return {
        "subjects": [{"id": code, "name": subjects.name(code, ctx.locale)} for code in subjects.codes()],
        "any_chosen": bool(_ticks(manager).get_checked()),
    }


async def tick(manager: DialogManager, codes: Iterable[str]) -> None:
    """Begin with these ticked."""
    ticks = _ticks(manager)
    await ticks.reset_checked()  # type: ignore[no-untyped-call]
    for code in codes:
        await ticks.set_checked(code, True)


def subject_keyboard(on_ready: OnSubjects) -> tuple[TextInput[str] | Keyboard, ...]:
    async def typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, text: str) -> None:
        ctx = context(manager)
        text = text[:LONGEST_TYPED]
        found, unknown = ctx.content.subjects.read(text)
        for code in found:
            await _ticks(manager).set_checked(code, True)
        if unknown or not found:
            await message.answer(ctx.words.html("entry-subject-unknown", typed=", ".join(unknown) or text))

    async def ready(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        known = context(manager).content.subjects.codes()
        chosen = tuple(code for code in _ticks(manager).get_checked() if code in known)
        if chosen:
            await on_ready(manager, chosen)

    return (
        TextInput(id="subject_typed", on_success=typed),
        Group(
            Multiselect(
                Const("✓ ") + Raw("name"), Raw("name"), id=_ID, item_id_getter=itemgetter("id"), items="subjects"
            ),
            width=2,
        ),
        Button(Label("common-btn-ready"), id="ready", on_click=ready, when="any_chosen"),
    )


def _ticks(manager: DialogManager) -> ManagedMultiselect[str]:
    found: ManagedMultiselect[str] | None = manager.find(_ID)
    assert found is not None, "the dialog has no subjects to tick"
    return found
