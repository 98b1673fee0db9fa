from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.mentoring.data import CheckInData
from dialogs.states import CheckIns
from services.mentoring.answer import save_answer
from services.questionnaires.answers import Answer


async def keep(manager: DialogManager, item_id: str, answer: Answer) -> None:
    """Save an answer and go on: to the next question, or to the end."""
    ctx, data = context(manager), read(manager, CheckInData)
    async with ctx.transaction() as session:
        saved = await save_answer(
            session, ctx.person, data.check_in_id, item_id, answer, ctx.now(), ctx.zone, ctx.house.zone, ctx.content
        )
    change(manager, CheckInData, item_id=None)
    await manager.switch_to(CheckIns.done if saved.done else CheckIns.question)
