"""Subjects to tick, or to type: «алгебра, физика» as a message ticks them as taps do.

All sixteen would fill a phone twice: they come in pages, and a tick holds on every page.
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Keyboard, ManagedMultiselect, Multiselect, Row
from aiogram_dialog.widgets.text import Const

from dialogs.common.choices import Choices, choices, fit_keys
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.pager import SHORT_PAGE, page_of, pager, pages
from dialogs.common.words import Label, Raw

OnSubjects = Callable[[DialogManager, tuple[str, ...]], Awaitable[None]]

PREVIEW: dict[str, Any] = {
    "subjects": [
        {"id": "mathematics", "name": "Математика"},
        {"id": "special", "name": "Психолог, логопед, дефектолог, тьютор"},
    ],
    "any_chosen": True,
    "ticked": "Математика, Физика",
    **pages(0, 16, SHORT_PAGE),
}
LONGEST_TYPED = 200
_ID = "subject_ticks"


class _Ticks(Multiselect[str]):
    """With its tick a name may become too long for a button."""

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        return fit_keys(await super()._render_keyboard(data, manager))


@dataclass(frozen=True)
class SubjectPage:
    page: int = 0


def subject_page(manager: DialogManager, codes: Iterable[str]) -> dict[str, Any]:
    """For a getter: the page of `subjects` that is open, and what `pager(SubjectPage)` needs."""
    ctx = context(manager)
    shown, turning = page_of(tuple(codes), read(manager, SubjectPage).page, SHORT_PAGE)
    return {
        "subjects": [{"id": code, "name": ctx.content.subjects.name(code, ctx.locale)} for code in shown],
        **turning,
    }


def subject_choices(on_choice: Callable[[CallbackQuery, Any, DialogManager, str], Awaitable[None]]) -> Choices:
    """One subject of a `subject_page`."""
    return choices("subjects", on_choice, str, most=SHORT_PAGE, width=2)


async def subject_data(manager: DialogManager) -> dict[str, Any]:
    """`ticked` names what is ticked on every page, in the order of the list."""
    ctx, checked = context(manager), _ticks(manager).get_checked()
    subjects = ctx.content.subjects
    ticked = [subjects.name(code, ctx.locale) for code in subjects.codes() if code in checked]
    return {
        **subject_page(manager, subjects.codes()),
        "any_chosen": bool(ticked),
        "ticked": ", ".join(ticked),
    }


async def tick(manager: DialogManager, codes: Iterable[str]) -> None:
    """Begin with these ticked, at the first page."""
    save(manager, SubjectPage())
    ticks = _ticks(manager)
    await ticks.reset_checked()  # type: ignore[no-untyped-call]
    for code in codes:
        await ticks.set_checked(code, True)


def subject_keyboard(on_ready: OnSubjects, *beside: Button) -> tuple[TextInput[str] | Keyboard, ...]:
    """The getter gives `subject_data`. `beside` stands in the row of «Готово»."""

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
        Choices(
            _Ticks(Const("✓ ") + Raw("name"), Raw("name"), id=_ID, item_id_getter=itemgetter("id"), items="subjects"),
            "subjects",
            SHORT_PAGE,
            width=2,
        ),
        pager(SubjectPage),
        Row(*beside, Button(Label("common-btn-ready"), id="ready", on_click=ready, when="any_chosen")),
    )


def _ticks(manager: DialogManager) -> ManagedMultiselect[str]:
    found: ManagedMultiselect[str] | None = manager.find(_ID)
    assert found is not None, "the dialog has no subjects to tick"
    return found
