"""The window of this house: aiogram-dialog's, which also answers what it was not asked."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeAlias

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, DialogProtocol, ShowMode
from aiogram_dialog import Window as LibraryWindow
from aiogram_dialog.utils import remove_intent_id

from dialogs.common.context import Context, context
from dialogs.common.typed_press import named, press_of
from services.units.rules import fold

Getter: TypeAlias = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


class Window(LibraryWindow):
    """A text, file or sticker that no input of the window takes, and a button that it does not show, get an answer.

    The library would show the window again without a word, and would take any data for a press: a forged id of a
    list would reach the handler. The caption of a button that is shown presses it, unless an input takes the words;
    «Меню» is nobody's answer to a question, and leads to the menu from an input too.

    `preview_data` is what the getter could give, for the gallery and for the guard; `preview_faces` are other things
    it could give, by a name each: what in them differs from `preview_data`.
    """

    def __init__(
        self,
        *widgets: Any,
        state: State,
        getter: Getter | None = None,
        protect_content: bool | None = None,
        preview_data: Mapping[str, Any] | None = None,
        preview_faces: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        super().__init__(*widgets, state=state, getter=getter, protect_content=protect_content)
        self.preview_data = preview_data
        self.preview_faces = preview_faces or {}

    async def process_message(self, message: Message, dialog: DialogProtocol, manager: DialogManager) -> bool:
        said, menu = message.text or "", context(manager).words.plain("common-btn-menu")
        if fold(said) == fold(menu) and await self._press(message, said, dialog, manager):
            return True
        taken = await super().process_message(message, dialog, manager) or (
            bool(said) and await self._press(message, said, dialog, manager)
        )
        if not taken:
            await explain(message, context(manager))
            if manager.current_stack().last_media_id is not None:
                manager.show_mode = ShowMode.DELETE_AND_SEND  # a picture moves down, it does not pile up
        return taken

    async def _press(self, message: Message, said: str, dialog: DialogProtocol, manager: DialogManager) -> bool:
        if self.keyboard is None:
            return False
        data = await self.load_data(dialog, manager)
        sent = named(await self.keyboard.render_keyboard(data, manager), said)
        press = press_of(message, sent) if sent else None
        return press is not None and await self.keyboard.process_callback(press, dialog, manager)

    async def process_callback(self, callback: CallbackQuery, dialog: DialogProtocol, manager: DialogManager) -> bool:
        taken = _is_shown(callback) and await super().process_callback(callback, dialog, manager)
        if not taken:
            await callback.answer(context(manager).words.plain("common-alert-stale"))
        return taken


async def explain(message: Message, ctx: Context) -> None:
    """Say what can be read here; the window or the menu follows."""
    if message.text is None:
        key = "fallback-other"
    elif message.text.startswith("/"):
        key = "fallback-command"
    else:
        key = "fallback-text"
    person = ctx.visitor.person
    await message.answer(ctx.words.html(key, known=person is not None))


def _is_shown(callback: CallbackQuery) -> bool:
    """Whether the pressed message has such a button, as its messenger tells. Of a deleted message nobody can tell."""
    if not isinstance(callback.message, Message):
        return True
    markup = callback.message.reply_markup
    shown = [button.callback_data for row in markup.inline_keyboard for button in row] if markup else []
    return any(data is not None and remove_intent_id(data)[1] == callback.data for data in shown)
