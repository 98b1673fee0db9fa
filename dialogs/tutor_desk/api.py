"""The door to the tutor's desk."""

from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import context
from dialogs.common.data import start_data
from dialogs.states import TutorDesk
from dialogs.tutor_desk.data import DeskPlace
from services.requests.read import offer_before


async def open_tutor_desk(manager: DialogManager) -> None:
    await manager.start(TutorDesk.list)


async def open_desk_card(manager: DialogManager, request_id: int, show_mode: ShowMode | None = None) -> None:
    """Raises NotFound, NotAllowed for a request that was never before her."""
    ctx = context(manager)
    async with ctx.reading() as session:
        await offer_before(session, ctx.person.id, request_id, ctx.now())
    await manager.start(TutorDesk.card, data=start_data(DeskPlace(request_id)), show_mode=show_mode)


async def open_time_choice(manager: DialogManager, request_id: int, show_mode: ShowMode | None = None) -> None:
    """Ask the tutor for a meeting time: hers to set, or to propose while the request is not hers."""
    await manager.start(TutorDesk.propose, data=start_data(DeskPlace(request_id)), show_mode=show_mode)
