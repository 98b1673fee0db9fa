from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from db.vocabulary import RequestForm
from dialogs.common.context import context
from dialogs.common.data import change, read, start_data
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.data import AskData, RequestPlace
from dialogs.requests.facts import paragraph
from dialogs.requests.present import present
from dialogs.states import AskTutor, MyRequests
from locales import Safe
from services.requests.ask import send_request
from services.requests.errors import AskedAlready
from services.requests.topics import title
from services.requests.views import Wish


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, AskData)
    subject = ctx.content.subjects.name(data.subject, ctx.locale)
    return {
        "facts": paragraph(
            title(data, ctx.content, ctx.locale), subject, data.form, data.when_code, data.note, ctx.words
        ),
        "psychology": data.form == RequestForm.PSYCHOLOGY,
    }


async def on_send(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, AskData)
    wish = Wish(
        subject=data.subject,
        topic=data.topic,
        form=RequestForm(data.form),
        when_code=data.when_code,
        note=data.note or None,
        questionnaire_id=data.questionnaire_id,
        area_id=data.area_id,
    )
    try:
        async with ctx.transaction() as session:
            sent = await send_request(session, ctx.person, wish, present(ctx))
    except AskedAlready as asked:
        await query.answer(ctx.words.plain("error-request-asked-already", **asked.fields), show_alert=True)
        await manager.start(MyRequests.card, data=start_data(RequestPlace(asked.fields["number"])))
        return
    change(manager, AskData, number=sent.number, asked=sent.asked, until=sent.until.isoformat())
    await manager.switch_to(AskTutor.sent)


window = Window(
    Say("requests-ask-confirm"),
    Button(Label("requests-btn-send"), id="send", on_click=on_send),
    back_to(AskTutor.note),
    state=AskTutor.confirm,
    getter=getter,
    preview_data={"facts": Safe("<b>Стереометрия</b>"), "psychology": True},
)
