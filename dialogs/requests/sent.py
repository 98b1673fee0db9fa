from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from db.vocabulary import RequestForm
from dialogs.common.data import read, start_data
from dialogs.common.nav import menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.data import AskData, RequestPlace
from dialogs.states import AskTutor, MyRequests


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = read(dialog_manager, AskData)
    return {
        "number": data.number,
        "asked": data.asked,
        "psychology": data.form == RequestForm.PSYCHOLOGY,
        "until": datetime.fromisoformat(data.until),
    }


async def to_card(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await manager.start(MyRequests.card, data=start_data(RequestPlace(read(manager, AskData).number)))


window = Window(
    Say("requests-sent"),
    Row(Button(Label("requests-btn-open"), id="card", on_click=to_card), menu()),
    state=AskTutor.sent,
    getter=getter,
    preview_data={"number": 12, "asked": 2, "psychology": True, "until": datetime(2026, 10, 9, 9, tzinfo=UTC)},
)
