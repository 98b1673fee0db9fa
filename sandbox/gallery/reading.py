"""Where a handler may lead: its code is read, not run, for running it would need people and a database.

Read are the handler and the functions of ours that it calls, with the values that the calls pass on: which window
`switch_to(following)` shows is known when `following` comes from a table or an argument. Of a condition that only a
running bot can decide both branches are taken; so a move is one that may happen, and none that may happen is missing.
"""

from __future__ import annotations

import ast
import operator
from dataclasses import dataclass, is_dataclass
from enum import Enum
from types import FunctionType, ModuleType
from typing import Any, Final

from aiogram.fsm.state import State
from aiogram_dialog import StartMode

from sandbox.gallery.values import UNKNOWN, Made, Names, Node, Values, changing, joined, made

OURS: Final = ("dialogs.", "handlers.")
"""Where moves are made: services know no windows."""
DEEPEST: Final = 20
_MANAGERS: Final = ("manager", "dialog_manager")
_COMPARED: Final = {ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Is: operator.is_, ast.IsNot: operator.is_not}


@dataclass(frozen=True)
class Move:
    """`how`: "switch" to a window of this dialog, "start" one on top, "reset": one with nothing beneath it, "done":
    back to whoever opened this dialog."""

    how: str
    state: State | None = None


@dataclass(frozen=True)
class Unread:
    """A move whose window we could not tell: a hole in the picture."""

    place: str


class Reader:
    def __init__(self) -> None:
        self.moves: dict[Move, None] = {}
        self.unread: set[Unread] = set()
        self._within: list[Node] = []
        self._returned: list[Values] = []

    def read(self, function: FunctionType) -> list[Move]:
        """The moves of a handler, in the order in which they are written."""
        self.moves = {}
        self._call(function, [], {})
        return list(self.moves)

    # functions

    def _call(self, target: Any, given: list[Values], named: dict[str, Values]) -> Values:
        if isinstance(target, FunctionType) and target.__module__.startswith(OURS):
            found = made(target)
            return [UNKNOWN] if found is None else self._enter(found, given, named)
        if isinstance(target, Made):
            return self._enter(target, given, named)
        if isinstance(target, type) and is_dataclass(target) and not given and not named:
            return [target()]
        return [UNKNOWN]

    def _enter(self, function: Made, given: list[Values], named: dict[str, Values]) -> Values:
        node = function.node
        if node in self._within or len(self._within) >= DEEPEST:
            return [UNKNOWN]
        own = {name: [UNKNOWN] for name in changing(node)}
        names = Names({**own, **self._bound(function, given, named)}, function.names)
        for name in own:
            names.add(name, [UNKNOWN])
        self._within.append(node)
        self._returned.append([])
        try:
            if isinstance(node, ast.Lambda):
                return self._value(node.body, names)
            self._run(node.body, names)
            return joined(self._returned[-1]) or [None]
        finally:
            self._within.pop()
            self._returned.pop()

    def _bound(self, function: Made, given: list[Values], named: dict[str, Values]) -> dict[str, Values]:
        arguments = function.node.args
        places = [*arguments.posonlyargs, *arguments.args]
        own: dict[str, Values] = {}
        defaults = [*[None] * (len(places) - len(arguments.defaults)), *arguments.defaults, *arguments.kw_defaults]
        for argument, default in zip([*places, *arguments.kwonlyargs], defaults, strict=True):
            own[argument.arg] = [UNKNOWN] if default is None else self._value(default, function.names)
        for argument, values in zip(places, given, strict=False):
            own[argument.arg] = values
        own.update({name: values for name, values in named.items() if name in own})
        for rest in (arguments.vararg, arguments.kwarg):
            if rest is not None:
                own[rest.arg] = [UNKNOWN]
        return own

    # statements

    def _run(self, body: list[ast.stmt], names: Names) -> None:
        for statement in body:
            self._step(statement, names)

    def _step(self, statement: ast.stmt, names: Names) -> None:
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                names.add(statement.name, [Made(statement, names)])
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._assign(target, value, names)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                self._assign(target, value, names)
            case ast.Return(value=value):
                self._returned[-1] += [None] if value is None else self._value(value, names)
            case ast.If(test=test, body=body, orelse=orelse):
                truth = _truth(self._value(test, names))
                if truth is not False:
                    self._run(body, names)
                if truth is not True:
                    self._run(orelse, names)
            case _:
                self._all_below(statement, names)

    def _assign(self, target: ast.expr, value: ast.expr, names: Names) -> None:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
            for one, its in zip(target.elts, value.elts, strict=True):
                self._assign(one, its, names)
        elif isinstance(target, ast.Name):
            names.add(target.id, self._value(value, names))
        else:
            self._value(value, names)

    def _all_below(self, node: ast.AST, names: Names) -> None:
        """Whatever may be evaluated within: blocks of a loop or a `try`, parts of an expression."""
        for below in ast.iter_child_nodes(node):
            if isinstance(below, ast.stmt):
                self._step(below, names)
            elif isinstance(below, ast.expr):
                self._value(below, names)
            else:
                self._all_below(below, names)

    # expressions

    def _value(self, node: ast.expr, names: Names) -> Values:
        match node:
            case ast.Constant(value=value):
                return [value]
            case ast.Name(id=name):
                return names.find(name)
            case ast.Await(value=value):
                return self._value(value, names)
            case ast.Lambda():
                return [Made(node, names)]
            case ast.Attribute(value=value, attr=name):
                return joined(_attribute(one, name) for one in self._value(value, names))
            case ast.Subscript(value=value, slice=index):
                at = self._value(index, names)
                return joined(found for one in self._value(value, names) for found in _items(one, at))
            case ast.IfExp(test=test, body=body, orelse=orelse):
                truth = _truth(self._value(test, names))
                first = [] if truth is False else self._value(body, names)
                return joined([*first, *([] if truth is True else self._value(orelse, names))])
            case ast.BoolOp(values=values):
                return joined(found for one in values for found in self._value(one, names))
            case ast.Compare(left=left, ops=[sign], comparators=[right]):
                return _compared(self._value(left, names), sign, self._value(right, names))
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as sign, right=right):
                return _summed(self._value(left, names), sign, self._value(right, names))
            case ast.NamedExpr(target=target, value=value):
                names.add(target.id, self._value(value, names))
                return names.find(target.id)
            case ast.Call():
                return self._called(node, names)
        self._all_below(node, names)
        return [UNKNOWN]

    def _called(self, node: ast.Call, names: Names) -> Values:
        given = [self._value(one, names) for one in node.args if not isinstance(one, ast.Starred)]
        named = {one.arg: self._value(one.value, names) for one in node.keywords if one.arg is not None}
        if any(one.arg is None for one in node.keywords) or len(given) < len(node.args):
            self._all_below(node, Names({}, names))
            named.setdefault("**", [UNKNOWN])
        if isinstance(node.func, ast.Attribute):
            if isinstance(node.func.value, ast.Name) and node.func.value.id in _MANAGERS:
                self._moved(node, node.func.attr, named.get("state") or (given[0] if given else []), named.get("mode"))
            if node.func.attr == "index" and given:
                return _indices(self._value(node.func.value, names), given[0])
        return joined(value for target in self._value(node.func, names) for value in self._call(target, given, named))

    def _moved(self, node: ast.Call, how: str, states: Values, modes: Values | None) -> None:
        if how == "done":
            self.moves[Move("done")] = None
        elif how in ("switch_to", "start"):
            found = [state for state in states if isinstance(state, State)]
            ways = ["switch"] if how == "switch_to" else _ways(modes or [StartMode.NORMAL])
            self.moves.update({Move(way, state): None for state in found for way in ways})
            if not found:
                self.unread.add(Unread(f"line {node.lineno}: {ast.unparse(node)}"))
        elif how in ("next", "back"):
            self.unread.add(Unread(f"line {node.lineno}: {ast.unparse(node)}, which names no state"))


def _ways(modes: Values) -> list[str]:
    return list(dict.fromkeys("reset" if mode is StartMode.RESET_STACK else "start" for mode in modes))


def _truth(values: Values) -> bool | None:
    """None when it may be either."""
    truths = {None if value is UNKNOWN else bool(value) for value in values}
    return truths.pop() if len(truths) == 1 else None


def _attribute(value: Any, name: str) -> Any:
    known = isinstance(value, type | ModuleType | Enum) or is_dataclass(value)
    return getattr(value, name, UNKNOWN) if known else UNKNOWN


def _items(value: Any, at: Values) -> Values:
    """All that a table holds when nobody can tell which of it is meant."""
    if not isinstance(value, dict | list | tuple):
        return [UNKNOWN]
    if UNKNOWN in at:
        return list(value.values() if isinstance(value, dict) else value)
    found: Values = []
    for one in at:
        try:
            found.append(value[one])
        except (LookupError, TypeError):
            continue  # a pair of branches that never meet
    return found or [UNKNOWN]


def _indices(values: Values, of: Values) -> Values:
    if UNKNOWN in of or not all(isinstance(value, tuple | list) for value in values):
        return [UNKNOWN]
    return [value.index(one) for value in values for one in of if one in value] or [UNKNOWN]


def _compared(left: Values, sign: ast.cmpop, right: Values) -> Values:
    compare = _COMPARED.get(type(sign))
    if compare is None or len(left) != 1 or len(right) != 1 or UNKNOWN in (left[0], right[0]):
        return [UNKNOWN]
    return [compare(left[0], right[0])]


def _summed(left: Values, sign: ast.operator, right: Values) -> Values:
    if not all(isinstance(one, int) for one in [*left, *right]):
        return [UNKNOWN]
    return [one + other if isinstance(sign, ast.Add) else one - other for one in left for other in right]
