"""The door: `begin` brings whoever it is to the right first window."""

from aiogram_dialog import DialogManager, ShowMode, StartMode

from dialogs.common.context import context
from dialogs.common.data import start_data
from dialogs.common.nav import go_to_menu
from dialogs.entry.code import try_code
from dialogs.entry.data import CameFor
from dialogs.states import Entry


async def begin(manager: DialogManager, show_mode: ShowMode | None = None, event_id: int | None = None) -> None:
    """The menu for a known (or anonymous) person, the welcome for a stranger, and after it the event she came for."""
    if context(manager).visitor.person is not None:
        await go_to_menu(manager, show_mode)
    else:
        await introduce(manager, show_mode, event_id)


async def introduce(manager: DialogManager, show_mode: ShowMode | None = None, event_id: int | None = None) -> None:
    """Let a stranger, or somebody anonymous so far, say who she is."""
    await manager.start(
        Entry.welcome, mode=StartMode.RESET_STACK, show_mode=show_mode, data=start_data(CameFor(event_id))
    )


async def enter_with_code(manager: DialogManager, typed: str) -> None:
    """A code that came in a link: as if it had been typed."""
    await manager.start(Entry.code, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
    manager.show_mode = ShowMode.AUTO
    await try_code(manager, typed)
    await manager.show()
