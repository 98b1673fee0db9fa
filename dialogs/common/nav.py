"""«Назад» and «Меню» under every window."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.common.words import Label
from dialogs.states import Menu


async def go_to_menu(manager: DialogManager, show_mode: ShowMode | None = None) -> None:
    await manager.start(Menu.main, mode=StartMode.RESET_STACK, show_mode=show_mode)


async def go_back(manager: DialogManager) -> None:
    """To where this dialog was opened from; to the menu when it was opened under a notice, with nothing below it."""
    if len(manager.current_stack().intents) > 1:
        await manager.done()
    else:
        await go_to_menu(manager)


async def _on_leave(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await go_back(manager)


async def _on_menu(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await go_to_menu(manager)


def menu() -> Button:
    return Button(Label("common-btn-menu"), id="menu", on_click=_on_menu)


def menu_if_known() -> Button:
    """«Меню» where strangers come too: the getter says whether she is `known`."""
    return Button(Label("common-btn-menu"), id="menu", on_click=_on_menu, when="known")


def back_only(state: object) -> SwitchTo:
    """«Назад» alone, for windows before the menu exists."""
    return SwitchTo(Label("common-btn-back"), id="back", state=state)  # type: ignore[arg-type]


def back_to(state: object) -> Row:
    """«Назад» to another window of this dialog, beside «Меню»."""
    return Row(SwitchTo(Label("common-btn-back"), id="back", state=state), menu())  # type: ignore[arg-type]


def leave_only() -> Button:
    """«Назад» out of this dialog, alone."""
    return Button(Label("common-btn-back"), id="leave", on_click=_on_leave)


def leave() -> Row:
    """«Назад» out of this dialog to where it was opened from, beside «Меню»."""
    return Row(leave_only(), menu())
