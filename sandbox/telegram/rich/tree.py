"""Rich HTML as a tree of tags and texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "tg-map"})


@dataclass(slots=True)
class Tag:
    """`inside`: tags and texts in their order."""

    name: str
    attributes: dict[str, str]
    inside: list[Tag | str] = field(default_factory=list)

    def first(self, name: str) -> Tag | None:
        """The first tag of this name right inside."""
        return next((one for one in self.inside if isinstance(one, Tag) and one.name == name), None)

    def without(self, *names: str) -> list[Tag | str]:
        """All inside but tags of these names."""
        return [one for one in self.inside if isinstance(one, str) or one.name not in names]

    def text(self) -> str:
        """All text inside, as it is."""
        return "".join(one if isinstance(one, str) else one.text() for one in self.inside)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Tag("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Tag(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].name == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def parse(source: str) -> Tag:
    """The root. Tags that are not closed end with their parent; end tags without a start are passed over."""
    builder = _Builder()
    builder.feed(source)
    builder.close()
    return builder.root
