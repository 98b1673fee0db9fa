import json
from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo

from db.vocabulary import Role
from dialogs.common.context import context
from dialogs.common.file_send import send_file
from dialogs.common.language import switch_language
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import leave
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.entry.api import introduce
from dialogs.states import Profile
from services.people.my_data import export_everything, overview


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    person = ctx.person
    async with ctx.reading() as session:
        mine = await overview(session, person.id, ctx.now())
    names = [ctx.content.subjects.name(code, ctx.locale) for code in person.subjects]
    held = dict.fromkeys(held.role for held in person.roles if held.role != Role.TEACHER)
    roles = [ctx.words.plain(f"profile-role-{role}") for role in held]
    return {
        "anonymous": person.anonymous,
        "full_name": person.full_name,
        "school": person.unit_name,
        "subjects": ", ".join(names),
        "roles": ", ".join(roles),
        "since": str(person.experience_from or ""),
        "exact": person.experience_exact,
        "experience_known": person.experience_from is not None,
        "school_known": person.unit_name is not None,
        "some_subjects": bool(names),
        "some_roles": bool(roles),
        "consented": mine.consent_at is not None,
        "consent_at": mine.consent_at or ctx.now(),
        "consent_version": mine.consent_version,
        "any_kept": bool(mine.results or mine.unfinished or mine.sign_ups or mine.requests or mine.pairs),
        "results": mine.results,
        "unfinished": mine.unfinished,
        "sign_ups": mine.sign_ups,
        "requests": mine.requests,
        "pairs": mine.pairs,
    }


async def on_introduce(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await introduce(manager)


async def on_export(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A file goes out, and the card again below it: what was above has scrolled away."""
    ctx = context(manager)
    async with ctx.reading() as session:
        everything = await export_everything(session, ctx.person.id, ctx.content, ctx.locale)
    day = ctx.now().astimezone(ctx.zone).date().isoformat()
    content = json.dumps({"made_on": day, **everything}, ensure_ascii=False, indent=2).encode()
    name = ctx.words.plain("profile-file-name", day=day)
    await send_file(manager.middleware_data["bot"], ctx.user_id, content, name, ctx.words.html("profile-file-caption"))
    manager.show_mode = ShowMode.DELETE_AND_SEND


window = Window(
    Say("profile-card"),
    Column(Button(Label("profile-btn-introduce"), id="introduce", on_click=on_introduce), when="anonymous"),
    Row(
        SwitchTo(Label("profile-btn-correct"), id="correct", state=Profile.correct),
        Button(Label("common-btn-other-language"), id="language", on_click=switch_language),
    ),
    Column(
        Button(Label("profile-btn-export"), id="export", on_click=on_export),
        SwitchTo(Label("profile-btn-erase"), id="erase", state=Profile.erase),
    ),
    leave(),
    state=Profile.card,
    getter=getter,
    preview_data={
        "anonymous": False,
        "full_name": "Петрова Анна Петровна",
        "school": "Сосновская ООШ",
        "subjects": "Математика",
        "roles": "учитель",
        "since": "1997",
        "exact": True,
        "experience_known": True,
        "school_known": True,
        "some_subjects": True,
        "some_roles": True,
        "consented": True,
        "consent_at": datetime(2026, 8, 26, 7, tzinfo=UTC),
        "consent_version": "1.0",
        "any_kept": True,
        "results": 3,
        "unfinished": 1,
        "sign_ups": 2,
        "requests": 1,
        "pairs": 0,
    },
    preview_faces={
        "anonymous": {"anonymous": True, "school_known": False, "some_roles": False, "consented": False},
        "nothing_kept": {"any_kept": False, "some_roles": False},
        "longest": {"full_name": LONG_NAME, "school": LONGEST["school"], "roles": "методист, тьютор, наставник"},
    },
)
