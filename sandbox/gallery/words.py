"""What the gallery itself says, in both languages at once: the page shows the one that its reader has chosen."""

from __future__ import annotations

from html import escape
from typing import Final

from aiogram.fsm.state import State

from sandbox.gallery.places import name_of

RU, EN = "ru", "en"

WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("Окна бота", "Windows of the bot"),
    "chat": ("К переписке", "To the chat"),
    "language": ("English", "Русский"),
    "filter": ("Найти окно по имени, файлу или словам", "Find a window by name, file or words"),
    "only-marked": ("Только с замечаниями", "Only those near a limit"),
    "features": ("Разделы", "Features"),
    "shown": ("Показано окон:", "Windows shown:"),
    "none": ("Таких окон нет", "No such windows"),
    "transitions": ("Переходы", "Transitions"),
    "opened-from": ("Сюда ведут:", "Opened from:"),
    "leads-to": ("Ведёт:", "Leads to:"),
    "leads-back": ("назад, откуда открыли", "back to where it was opened"),
    "typed": ("словами", "by typing"),
    "result": ("по возвращении", "on return"),
    "characters": ("знаков", "characters"),
    "rows": ("рядов кнопок", "rows of buttons"),
    "label": ("в самой длинной подписи", "in the longest label"),
    "data": ("байт данных кнопки", "bytes of button data"),
    "of": ("из", "of"),
    "picture": ("Здесь картинка, которую рисует бот", "A picture that the bot draws"),
    "notices": ("Сообщения от бота", "What the bot says by itself"),
    "notices-about": (
        "Напоминания и новости, которые приходят без вопроса. Показаны на выдуманных данных.",
        "Reminders and news that come unasked. Shown with invented data.",
    ),
    "legend-into": ("ведёт в окно ниже, двойная стрелка — и обратно", "leads to the window below; two heads: and back"),
    "legend-start": ("открывает поверх, потом вернёт", "opens on top and will come back"),
    "legend-further": ("ведёт и сюда", "leads here, too"),
    "legend-back": ("кнопкой «Назад»", "by the button “Back”"),
    "legend-leaves": ("выход туда, откуда открыли", "leaves to where it was opened"),
    "legend-menu": ("в меню", "to the menu"),
    "legend-again": ("показывает себя заново", "shows itself anew"),
}  # fmt: skip


def both(key: str) -> str:
    """The words in both languages, each marked as such; the page's style sheet hides one of them."""
    ru, en = WORDS[key]
    return f'<span class="in-ru" lang="ru">{escape(ru)}</span><span class="in-en" lang="en">{escape(en)}</span>'


def attributes(name: str, key: str) -> str:
    """An attribute that holds words: Russian at first, the page's script puts the other in."""
    ru, en = (escape(text) for text in WORDS[key])
    return f'{name}="{ru}" data-{name}-ru="{ru}" data-{name}-en="{en}"'


def anchor(state: State) -> str:
    return f"w-{name_of(state)}"


def group_anchor(state: State) -> str:
    return f"d-{name_of(state).rpartition('.')[0]}"
