from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.request_queue.data import QueueChoice
from dialogs.request_queue.words import request_in_words
from dialogs.requests.api import SAMPLE
from dialogs.states import RequestQueue
from services.requests import rules

REASONS = ("nobody", "event", "elsewhere")
FOR_A_PSYCHOLOGIST = ("psychologist", "nobody", "elsewhere")
"""Answers at one tap; the teacher reads the whole sentence."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known = await request_in_words(dialog_manager)
    reasons = FOR_A_PSYCHOLOGIST if known["psychology"] else REASONS
    return {**known, "reasons": [{"id": code, "reason": code} for code in reasons]}


async def on_template(query: CallbackQuery, select: Any, manager: DialogManager, code: str) -> None:
    await _preview(manager, context(manager).words.plain("request-queue-reason", reason=code))


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    words = context(manager).words
    if len(typed) > rules.LONGEST_REASON:
        await message.answer(words.html("request-queue-reason-long", length=len(typed), limit=rules.LONGEST_REASON))
    elif not rules.is_worded(typed):
        await message.answer(words.html("error-request-reason-needed"))
    else:
        await _preview(manager, typed.strip())


async def _preview(manager: DialogManager, reason: str) -> None:
    change(manager, QueueChoice, reason=reason)
    await manager.switch_to(RequestQueue.decline_confirm)


window = Window(
    Say("request-queue-decline"),
    TextInput(id="reason", on_success=on_typed),
    choices("reasons", on_template, str, most=len(REASONS), label=Label("request-queue-reason-btn")),
    back_to(RequestQueue.card),
    state=RequestQueue.decline,
    getter=getter,
    preview_data={**SAMPLE, "reasons": [{"id": "psychologist", "reason": "psychologist"}]},
)
