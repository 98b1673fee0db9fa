"""Finding a school by municipality and a part of its name: for whoever enters, corrects herself, or is written down.

The search keeps its own data beside the dialog's, so that any dialog can hold it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Keyboard

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.labels import shorten_middle
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.words import Label
from services.people.rules import looks_like_code
from services.units.service import UnitView, find_schools, municipalities

LONGEST_SEARCH = 60
EVERYWHERE = ("/",)
OnUnit = Callable[[DialogManager, int], Awaitable[None]]
OnCode = Callable[[DialogManager, str], Awaitable[None]]

PREVIEW: dict[str, Any] = {
    "units": [
        {"id": 2, "name": "Сосновская ООШ"},
        {"id": 3, "name": "Муниципальное бюджетное общеобразовательное учреждение СОШ № 1"},
        {"id": 4, "name": "Ольховская СОШ"},
        {"id": 5, "name": "Лицей № 2"},
    ],
    "some": True,
    "typed": "",
    "searched": True,
    **pages(0, 22),
}
"""For the windows of either step."""


@dataclass(frozen=True)
class SchoolSearch:
    municipality_id: int | None = None
    alone: bool = False
    """There is one municipality only: nobody was asked which."""
    paths: tuple[str, ...] = EVERYWHERE
    """Municipalities below these units are offered."""
    typed: str = ""
    page: int = 0


async def begin_search(
    manager: DialogManager, municipality: State, school: State, paths: tuple[str, ...] = EVERYWHERE
) -> None:
    """To the municipalities; past them when there is exactly one."""
    save(manager, SchoolSearch(paths=paths))
    found = await _offered(manager)
    if len(found) == 1:
        change(manager, SchoolSearch, municipality_id=found[0].id, alone=True)
        await manager.switch_to(school)
    else:
        await manager.switch_to(municipality)


async def municipality_data(manager: DialogManager) -> dict[str, Any]:
    found, page = await _offered(manager), read(manager, SchoolSearch).page
    shown = found[page * PAGE : (page + 1) * PAGE]
    return {
        "units": [{"id": unit.id, "name": unit.name} for unit in shown],
        "some": bool(found),
        **pages(page, len(found)),
    }


def municipality_keyboard(on_chosen: OnUnit) -> tuple[Keyboard, ...]:
    async def chosen(query: CallbackQuery, select: Any, manager: DialogManager, unit_id: int) -> None:
        change(manager, SchoolSearch, municipality_id=unit_id, typed="", page=0)
        await on_chosen(manager, unit_id)

    return choices("units", chosen, int, most=PAGE, cut=shorten_middle), pager(SchoolSearch)


async def school_data(manager: DialogManager) -> dict[str, Any]:
    ctx, search = context(manager), read(manager, SchoolSearch)
    assert search.municipality_id is not None, "begin_search first"
    async with ctx.reading() as session:
        found, total = await find_schools(session, search.municipality_id, search.typed, PAGE, search.page * PAGE)
    return {
        "units": [{"id": unit.id, "name": unit.name} for unit in found],
        "typed": search.typed,
        "searched": bool(search.typed),
        **pages(search.page, total),
    }


def school_keyboard(on_chosen: OnUnit, on_code: OnCode | None = None) -> tuple[TextInput[str] | Keyboard, ...]:
    """`on_code`: where six digits can only be the code of a sheet."""

    async def typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, text: str) -> None:
        if on_code is not None and looks_like_code(text):
            await on_code(manager, text)
        else:
            change(manager, SchoolSearch, typed=text.strip()[:LONGEST_SEARCH], page=0)

    async def everything(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        change(manager, SchoolSearch, typed="", page=0)

    async def chosen(query: CallbackQuery, select: Any, manager: DialogManager, unit_id: int) -> None:
        await on_chosen(manager, unit_id)

    return (
        TextInput(id="school_typed", on_success=typed),
        choices("units", chosen, int, most=PAGE, cut=shorten_middle),
        pager(
            SchoolSearch,
            Button(Label("common-btn-whole-list"), id="whole_list", on_click=everything, when="searched"),
        ),
    )


def municipality_itself(label: str, on_chosen: OnUnit) -> Button:
    """For whoever works in no school of the list: the municipality in which it was looked for."""

    async def chosen(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        municipality_id = read(manager, SchoolSearch).municipality_id
        assert municipality_id is not None, "begin_search first"
        await on_chosen(manager, municipality_id)

    return Button(Label(label), id="municipality_itself", on_click=chosen)


def back_from_school(before: State | Callable[[DialogManager], State], municipality: State) -> Button:
    """«Назад» from what was looked for to the whole list, from it to the municipalities, or past them when there is
    only one."""

    async def back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        if read(manager, SchoolSearch).typed:
            change(manager, SchoolSearch, typed="", page=0)
            return
        past = before if isinstance(before, State) else before(manager)
        await manager.switch_to(past if read(manager, SchoolSearch).alone else municipality)

    return Button(Label("common-btn-back"), id="back", on_click=back)


async def _offered(manager: DialogManager) -> list[UnitView]:
    ctx, search = context(manager), read(manager, SchoolSearch)
    async with ctx.reading() as session:
        found = await municipalities(session)
    return [unit for unit in found if unit.path.startswith(search.paths)]
