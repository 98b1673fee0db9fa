"""Which loader and which renderer belong to each kind of notice.

A feature's `dialogs/<feature>/notices.py` holds `NOTICES`: kind → (load, render). `load` reads, for many rows at
once, what they speak of now and leaves out those that have gone stale; `render` makes the words.
"""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

import dialogs
from db.vocabulary import NoticeKind
from dialogs.common.notice_type import NoticeType


def all_notices() -> Mapping[NoticeKind, NoticeType]:
    """Found by walking the features, so that none can be forgotten in a list."""
    found: dict[NoticeKind, NoticeType] = {}
    for feature in iter_modules(dialogs.__path__):
        if any(module.name == "notices" for module in iter_modules([f"{dialogs.__path__[0]}/{feature.name}"])):
            notices = import_module(f"dialogs.{feature.name}.notices").NOTICES
            twice = found.keys() & notices.keys()
            assert not twice, f"two renderers for {twice}"
            found.update(notices)
    return found
