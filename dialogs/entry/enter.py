"""The last step: after consent is given or refused, the person is written down in one transaction."""

from typing import Any

from aiogram_dialog import Data, DialogManager, ShowMode, StartMode

from db.vocabulary import Purpose
from dialogs.common.context import Context, context, refresh
from dialogs.common.data import change, read, start_data
from dialogs.common.nav import go_to_menu
from dialogs.consent.api import ConsentAnswer
from dialogs.entry.data import CameFor, EntryData
from dialogs.events.api import open_event_below
from dialogs.states import Entry, Profile
from services.consents.service import give
from services.errors import ServiceError
from services.people.administrator import make_administrator
from services.people.entry import Newcomer, enter_by_code, register
from services.people.errors import CodeUsed


async def after_consent(start_data: Data, result: Any, manager: DialogManager) -> None:
    """The consent windows have closed. Without an answer («Назад») stay where we are."""
    answer = ConsentAnswer.from_result(result)
    if answer is None:
        return
    data = change(manager, EntryData, agreed=answer.agreed)
    if data.administrator and not answer.agreed:
        ctx = context(manager)
        await manager.middleware_data["bot"].send_message(ctx.user_id, ctx.words.html("entry-administrator-named"))
        manager.show_mode = ShowMode.DELETE_AND_SEND
    elif answer.agreed and not data.code:
        await manager.switch_to(Entry.name)
    else:
        await enter(manager)


async def enter(manager: DialogManager) -> None:
    """Write the person down as far as she agreed to, and open the menu, or what she wants to correct.

    A code that somebody else has used up meanwhile leads back to the welcome.
    """
    ctx, data = context(manager), read(manager, EntryData)
    try:
        await _write_down(ctx, data)
    except CodeUsed as refusal:
        await manager.middleware_data["bot"].send_message(ctx.user_id, ctx.words.html(f"error-{refusal.code}"))
        await manager.start(
            Entry.welcome,
            mode=StartMode.RESET_STACK,
            show_mode=ShowMode.DELETE_AND_SEND,
            data=start_data(read(manager, CameFor)),
        )
        return
    came_for = read(manager, CameFor)
    await refresh(manager)
    await go_to_menu(manager)
    if data.correct and data.agreed:
        await manager.start(Profile.correct)
    elif came_for.event_id is not None:
        await _open_event(manager, came_for.event_id)


async def _open_event(manager: DialogManager, event_id: int) -> None:
    """What the link was for; of an event that is not hers she is told, above the menu."""
    ctx = context(manager)
    try:
        await open_event_below(manager, event_id)
    except ServiceError as refusal:
        bot = manager.middleware_data["bot"]
        await bot.send_message(ctx.user_id, ctx.words.html(f"error-{refusal.code}", **refusal.fields))
        manager.show_mode = ShowMode.DELETE_AND_SEND


async def _write_down(ctx: Context, data: EntryData) -> None:
    account_id, now = ctx.visitor.account_id, ctx.now()
    async with ctx.transaction() as session:
        if data.agreed and data.code:
            person_id = await enter_by_code(session, account_id, data.code, now)
        else:
            newcomer = Newcomer(
                unit_id=data.unit_id,
                subjects=data.subjects,
                experience_years=data.experience_years,
                experience_exact=data.experience_exact,
                name=data.name if data.agreed else None,
            )
            person_id = await register(session, account_id, newcomer, now)
        if data.agreed:
            await give(session, person_id, account_id, ctx.content.consents.get(Purpose.ACCOUNT, ctx.locale), now)
        if data.agreed and data.administrator and data.unit_id is not None:
            await make_administrator(session, person_id, data.unit_id, now)
