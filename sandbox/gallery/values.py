"""The values that the handlers' code is read with, and where the code of a function stands."""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any, Final, TypeAlias

Node: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda

UNKNOWN: Final = object()
"""What only a running bot can tell: who presses, what the database holds."""

Values: TypeAlias = list[Any]
"""Everything that an expression may be; UNKNOWN among them when there may be more."""


@dataclass
class Names:
    """What names stand for inside a function: its own, then those of the functions around it, then its module's."""

    own: dict[str, Values] = field(default_factory=dict)
    around: Names | None = None
    module: dict[str, Any] = field(default_factory=dict)

    def find(self, name: str) -> Values:
        if name in self.own:
            return self.own[name]
        if self.around is not None:
            return self.around.find(name)
        return [self.module.get(name, UNKNOWN)]

    def add(self, name: str, values: Values) -> None:
        self.own[name] = joined([*self.own.get(name, []), *values])


@dataclass(eq=False)
class Made:
    """A function that another one makes: it exists only in what we read."""

    node: Node
    names: Names


def joined(values: Iterable[Any]) -> Values:
    """The values without repeats. They may be of kinds that cannot be hashed."""
    found: Values = []
    for value in values:
        if not any(value is other or (type(value) is type(other) and value == other) for other in found):
            found.append(value)
    return found


@cache
def changing(node: Node) -> frozenset[str]:
    """Names of a function that are given a value more than once, or by a function within it: at any one moment nobody
    who reads the code line by line can tell which value it is."""
    arguments = node.args
    bound = [one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    elsewhere: set[str] = set()
    for below in ast.walk(node):
        if isinstance(below, ast.Name) and isinstance(below.ctx, ast.Store):
            bound.append(below.id)
        elif isinstance(below, ast.Nonlocal):
            elsewhere.update(below.names)
    return frozenset(elsewhere | {name for name, count in Counter(bound).items() if count > 1})


def made(function: FunctionType) -> Made | None:
    """A function of the running bot as its source has it, with what its closure holds; None for generated code."""
    node = _nodes(inspect.getsourcefile(function) or "").get(
        (function.__code__.co_firstlineno, function.__code__.co_name)
    )
    if node is None:
        return None
    cells = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    return Made(node, Names({name: [cell.cell_contents] for name, cell in cells}, module=function.__globals__))


@cache
def _nodes(file: str) -> dict[tuple[int, str], Node]:
    """The functions of a file by first line and name, as code objects have them."""
    found: dict[tuple[int, str], Node] = {}
    if not file:
        return found
    for node in ast.walk(ast.parse(Path(file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            found[first, node.name] = node
        elif isinstance(node, ast.Lambda):
            found[node.lineno, "<lambda>"] = node
    return found
