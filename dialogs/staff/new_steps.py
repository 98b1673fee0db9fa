"""From question to question about somebody who is to come by a code; from the whole to one of them and back."""

from collections.abc import Callable

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from db.vocabulary import Role
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import menu
from dialogs.common.school_search import begin_search
from dialogs.common.words import Label
from dialogs.staff.data import NewPerson
from dialogs.states import Staff


def or_the_whole(state: State) -> Callable[[DialogManager], State]:
    """Where to go from a question: `state`, or to the whole once it has been seen."""
    return lambda manager: Staff.new_confirm if read(manager, NewPerson).seen else state


def back(before: State) -> Row:
    """«Назад» to the question before, or to the whole; beside «Меню»."""

    async def on_back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        await manager.switch_to(or_the_whole(before)(manager))

    return Row(Button(Label("common-btn-back"), id="back", on_click=on_back), menu())


async def look_for_school(manager: DialogManager) -> None:
    paths = context(manager).person.scope(Role.ADMINISTRATOR)
    await begin_search(manager, Staff.new_municipality, Staff.new_school, paths)
