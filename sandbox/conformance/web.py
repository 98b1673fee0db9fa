"""The web of the play: what the strangers' tests let the server fetch stands under the addresses that they name."""

from __future__ import annotations

from pathlib import Path

from sandbox.conformance.control import Control, Refused

SITE = "https://python-telegram-bot.org/static/testfiles"
PAGES = {
    f"{SITE}/telegram.gif": "telegram.gif",
    f"{SITE}/telegram.ogg": "telegram.ogg",
    f"{SITE}/telegram_new.jpg": "telegram.jpg",
    "https://github.com/python-telegram-bot/python-telegram-bot/blob/master/tests/data/telegram.webp?raw=true": (
        "telegram.webp"
    ),
    "http://dummyimage.com/600x400/000/fff.png&text=telegram": "telegram_sticker.png",
    "http://bit.ly/2L18jua": "game.gif",
    "https://goo.gl/3En24v": "telegram.mp3",
    "https://i.imgur.com/CjXjcnU.png": "telegram_sticker.png",
}
"""By address, the file of python-telegram-bot's test data."""


def put_on_web(control: Control, data: Path) -> None:
    """A sandbox without a web of its own refuses such addresses, as it does all others."""
    for url, name in PAGES.items():
        try:
            control.upload("web", name, (data / name).read_bytes(), url=url)
        except Refused as refusal:
            print(f"no web in this sandbox: {refusal.status}")
            return
