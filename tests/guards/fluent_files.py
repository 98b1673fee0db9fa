"""Fluent files taken apart: keys, and what each variable is used for."""

from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tests.guards.tree import ROOT


@dataclass
class Entry:
    """One message: the names of its variables, those that are moments, and the variants of each selector."""

    file: Path
    key: str
    variables: set[str] = field(default_factory=set)
    moments: set[str] = field(default_factory=set)
    variants: dict[str, list[str | float]] = field(default_factory=dict)


class _Reader(Visitor):
    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.entry.variables.add(node.id.name)

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
    return found
