from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, SwitchTo

from db.vocabulary import Role
from dialogs.common.context import context
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Profile
from services.people.my_data import overview
from services.visibility.rules import keeps_desks


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    person = ctx.person
    async with ctx.reading() as session:
        mine = await overview(session, person.id, ctx.now())
    return {
        "results": mine.results,
        "unfinished": mine.unfinished,
        "sign_ups": mine.sign_ups,
        "requests": mine.requests,
        "named": not person.anonymous,
        "tutor": person.has(Role.TUTOR),
        "paired": mine.pairs > 0,
        "organiser": keeps_desks(person),
        "last_administrator": mine.last_administrator,
    }


window = Window(
    Say("profile-erase"),
    Say("profile-erase-tutor", when="tutor"),
    Say("profile-erase-pairs", when="paired"),
    Say("profile-erase-organiser", when="organiser"),
    Say("profile-erase-last-administrator", when="last_administrator"),
    Say("profile-erase-stays", when="named"),
    Column(
        SwitchTo(Label("profile-btn-erase-not"), id="keep", state=Profile.card),
        SwitchTo(Label("profile-btn-erase-go-on"), id="go_on", state=Profile.erase_surely),
    ),
    back_to(Profile.card),
    state=Profile.erase,
    getter=getter,
    preview_data={
        "results": 3,
        "unfinished": 1,
        "sign_ups": 2,
        "requests": 1,
        "named": True,
        "tutor": True,
        "paired": True,
        "organiser": True,
        "last_administrator": True,
    },
)
