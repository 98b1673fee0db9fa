"""Which windows there are, and where in the code each is made: found by walking the tree."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getdoc, getsourcefile
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from aiogram.fsm.state import State
from aiogram_dialog import Dialog

import dialogs
from dialogs.common.window import Window

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Place:
    """A window, and the line of our code that makes it."""

    dialog: Dialog
    window: Window
    file: str
    line: int

    @property
    def state(self) -> State:
        return self.window.state

    @property
    def name(self) -> str:
        return name_of(self.state)


@dataclass(frozen=True)
class Feature:
    """A dialog, the places of its windows in their order, and what its package says of itself."""

    dialog: Dialog
    package: str
    about: str
    places: tuple[Place, ...]

    @property
    def name(self) -> str:
        return self.dialog.states_group().__qualname__


def name_of(state: State) -> str:
    """«Events.card»."""
    return (state.state or "").replace(":", ".")


def features() -> list[Feature]:
    """Every dialog, the packages by name. Raises TypeError for a window that is not of this house."""
    return [Feature(dialog, package.__name__, _about(package), tuple(_places(dialog))) for package, dialog in _built()]


def _built() -> list[tuple[ModuleType, Dialog]]:
    found: list[tuple[ModuleType, Dialog]] = []
    for module in iter_modules(dialogs.__path__):
        package = import_module(f"dialogs.{module.name}") if module.ispkg else None
        build = getattr(package, "build", None)
        if package is not None and build is not None:
            made = build()
            found += [(package, dialog) for dialog in (made if isinstance(made, list) else [made])]
    return found


def _about(package: ModuleType) -> str:
    return (getdoc(package) or "").partition("\n\n")[0].replace("\n", " ")


def _places(dialog: Dialog) -> list[Place]:
    places = []
    for window in dialog.windows.values():
        if not isinstance(window, Window):
            raise TypeError(f"{window} is not a dialogs.common.window.Window")
        file, line = _made_at(window.state)
        places.append(Place(dialog, window, file, line))
    return places


def _made_at(state: State) -> tuple[str, int]:
    return _lines().get(name_of(state), ("", 0))


@cache
def _lines() -> dict[str, tuple[str, int]]:
    """Name of a state → where `Window(…, state=…)` with it is written."""
    found: dict[str, tuple[str, int]] = {}
    for path in sorted(Path(getsourcefile(dialogs) or "").parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Window":
                for keyword in node.keywords:
                    if keyword.arg == "state":
                        found[ast.unparse(keyword.value)] = path.relative_to(ROOT).as_posix(), node.lineno
    return found
