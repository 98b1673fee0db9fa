from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, MessageInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.longest import LONGEST
from dialogs.common.nav import back_to
from dialogs.common.sent_before import sent_before
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.data import AskData
from dialogs.requests.steps import answered
from dialogs.states import AskTutor
from services.requests import rules
from services.requests.topics import title

FILES = [ContentType.PHOTO, ContentType.DOCUMENT, ContentType.VIDEO, ContentType.AUDIO]


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, AskData)
    note = data.note
    refused = {"refused": data.excess > 0, "length": data.excess, "limit": rules.LONGEST_NOTE}
    return {
        "topic": title(data, ctx.content, ctx.locale),
        "note": note,
        "some_note": bool(note),
        "no_note": not note,
        **refused,
    }


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    await _take(message, manager, typed)


async def on_file(message: Message, widget: MessageInput, manager: DialogManager) -> None:
    """A request has no room for a file, but what is written under it is a note."""
    caption, words = message.caption or "", context(manager).words
    if not caption:
        await message.answer(words.html("requests-note-file"))
        return
    if len(caption) <= rules.LONGEST_NOTE:
        await message.answer(words.html("requests-note-caption"))
    await _take(message, manager, caption)


async def _take(message: Message, manager: DialogManager, typed: str) -> None:
    """The messenger cuts a very long text: what comes right after a refused piece belongs to it.

    The window says itself that it was too long, so that nothing stands below the refusal.
    """
    before = read(manager, AskData).excess
    tail = before > 0 and sent_before(message, manager)
    if tail or len(typed) > rules.LONGEST_NOTE:
        change(manager, AskData, excess=len(typed) + (before if tail else 0))
        return
    await answered(manager, AskTutor.confirm, note=typed.strip())


async def on_without(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await answered(manager, AskTutor.confirm, note="")


window = Window(
    Multi(Say("requests-note-long", when="refused"), Say("requests-ask-note"), sep="\n\n"),
    TextInput(id="note", on_success=on_typed),
    MessageInput(on_file, content_types=FILES),
    Button(Label("common-btn-skip"), id="skip", on_click=on_without, when="no_note"),
    Row(
        SwitchTo(Label("requests-btn-keep-note"), id="keep", state=AskTutor.confirm, when="some_note"),
        Button(Label("requests-btn-drop-note"), id="drop", on_click=on_without, when="some_note"),
    ),
    back_to(AskTutor.when),
    state=AskTutor.note,
    getter=getter,
    preview_data={
        "topic": "Стереометрия",
        "note": "10 класс",
        "some_note": False,
        "no_note": True,
        "refused": False,
        "length": 5000,
        "limit": 500,
    },
    preview_faces={
        "kept": {"some_note": True, "no_note": False},
        "too_long": {"refused": True},
        "longest": {"topic": LONGEST["topic"], "note": LONGEST["note"], "some_note": True, "no_note": False},
    },
)
