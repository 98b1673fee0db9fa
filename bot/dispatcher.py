"""The one Dispatcher through which every messenger's updates go."""

from importlib import import_module
from pkgutil import iter_modules

from aiogram import Dispatcher, Router
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram_dialog import setup_dialogs

import dialogs
import handlers
from bot import intent_ids
from bot.middlewares.context import ContextMiddleware
from bot.middlewares.safety import SafetyMiddleware
from bot.middlewares.stale import StaleMiddleware
from dialogs.common.context import House
from dialogs.common.picture import PictureMessages

LAST = "fallback"
"""The handler module that answers whatever nobody else took."""


def build_dispatcher(house: House, storage: BaseStorage) -> Dispatcher:
    """Handlers first (commands and buttons under notices work from anywhere), then windows, then the fallback."""
    dispatcher = Dispatcher(storage=storage, events_isolation=SimpleEventIsolation())
    dispatcher.update.outer_middleware(SafetyMiddleware(house.zone))
    dispatcher.update.outer_middleware(ContextMiddleware(house))
    stale = StaleMiddleware()
    dispatcher.callback_query.outer_middleware(stale)
    dispatcher.message.outer_middleware(stale)
    modules = [f"handlers.{module.name}" for module in iter_modules(handlers.__path__) if module.name != LAST]
    modules += [f"dialogs.{feature.name}" for feature in iter_modules(dialogs.__path__) if feature.ispkg]
    for module in [*modules, f"handlers.{LAST}"]:
        for router in _routers(module):
            dispatcher.include_router(router)
    intent_ids.install()
    setup_dialogs(dispatcher, message_manager=PictureMessages(), events_isolation=SimpleEventIsolation())
    return dispatcher


def _routers(module_name: str) -> list[Router]:
    """What a module's `build()` makes: fresh routers, for a router can be part of one dispatcher only."""
    build = getattr(import_module(module_name), "build", None)
    if build is None:
        return []
    built = build()
    return built if isinstance(built, list) else [built]
