"""Fluent files taken apart: keys, and what each variable is used for."""

from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tests.guards.tree import ROOT


@dataclass
class Entry:
    """One message: the names of its variables, those that are moments, and the variants of each selector.

    What it takes from the messages that it refers to counts as its own.
    """

    file: Path
    key: str
    variables: set[str] = field(default_factory=set)
    moments: set[str] = field(default_factory=set)
    variants: dict[str, list[str | float]] = field(default_factory=dict)
    references: set[str] = field(default_factory=set)

    def take_in(self, other: "Entry") -> None:
        self.variables |= other.variables
        self.moments |= other.moments
        for name, variants in other.variants.items():
            self.variants.setdefault(name, []).extend(variants)


class _Reader(Visitor):
    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.entry.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.entry.references.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:
        for argument in node.arguments.positional:
            if isinstance(argument, ast.VariableReference):
                self.entry.moments.add(argument.id.name)
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            self.entry.variants.setdefault(node.selector.id.name, []).extend(
                float(variant.key.value) if isinstance(variant.key, ast.NumberLiteral) else variant.key.name
                for variant in node.variants
            )
        self.generic_visit(node)


def entries(locale: str) -> dict[str, Entry]:
    """Every message of a locale. Raises AssertionError for a key that stands twice or a line that is not Fluent."""
    found: dict[str, Entry] = {}
    for file in sorted((ROOT / "locales" / locale).glob("*.ftl")):
        for part in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(part, ast.Junk), f"{file}: {part.content!r}"
            if isinstance(part, ast.Message):
                assert part.id.name not in found, f"{file}: {part.id.name} stands twice"
                entry = Entry(file, part.id.name)
                _Reader(entry).visit(part.value)
                found[part.id.name] = entry
    for entry in list(found.values()):
        for key in _reached(found, entry):
            entry.take_in(found[key])
    return found


def _reached(found: dict[str, Entry], entry: Entry) -> set[str]:
    """Keys of all messages that a message holds, directly or through others."""
    reached: set[str] = set()
    ahead = set(entry.references)
    while ahead:
        key = ahead.pop()
        reached.add(key)
        ahead |= found[key].references - reached
    return reached
