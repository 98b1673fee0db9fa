"""Whether the gallery's pictures are true: a window never leads where none of its arrows does."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from aiogram.fsm.state import State
from aiogram_dialog.manager.manager import ManagerImpl

from sandbox.gallery.places import features, name_of
from sandbox.gallery.transitions import transitions


@cache
def _drawn() -> tuple[set[tuple[str, str]], set[str]]:
    """(from, to) of every arrow; and what commands and buttons under notices open over any window."""
    ways = transitions(features())
    arrows = {(name_of(arrow.source), name_of(arrow.move.state)) for arrow in ways.arrows if arrow.move.state}
    return arrows, {name_of(door.state) for door in ways.doors}


class Moves:
    """Every move that the bot makes while a test runs: from which windows of this update, and where to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._made: list[tuple[frozenset[str], str]] = []
        self._passed: WeakKeyDictionary[asyncio.Task[Any], set[str]] = WeakKeyDictionary()
        """One press may go through several windows; the arrow begins where it was pressed."""
        for name in ("switch_to", "start"):
            monkeypatch.setattr(ManagerImpl, name, self._noting(getattr(ManagerImpl, name)))

    def _noting(self, real: Any) -> Any:
        async def move(manager: ManagerImpl, state: State, *args: Any, **named: Any) -> None:
            task = asyncio.current_task()
            if manager.has_context() and task is not None:
                passed = self._passed.setdefault(task, set())
                passed.add(name_of(manager.current_context().state))
                self._made.append((frozenset(passed), name_of(state)))
            await real(manager, state, *args, **named)

        return move

    def undrawn(self) -> list[tuple[frozenset[str], str]]:
        arrows, doors = _drawn()
        return [
            (sources, goal)
            for sources, goal in self._made
            if goal not in doors and not any((source, goal) in arrows for source in sources)
        ]
