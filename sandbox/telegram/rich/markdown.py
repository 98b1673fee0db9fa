"""Rich Markdown to rich HTML, block by block. GitHub's Markdown where Telegram does not say otherwise."""

from __future__ import annotations

import re
from html import escape

from sandbox.telegram.rich.spans import spans

_FENCE = re.compile(r"(`{3,}|~{3,})\s*([\w+#.-]*)\s*$")
_HEADING = re.compile(r"(#{1,6})\s*(\S.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*$")
_ITEM = re.compile(r"(\s*)(?:([-*+])|(\d{1,9})[.)])\s+(.*)$")
_TASK = re.compile(r"\[([ xX])\]\s+(.*)$")
_MEDIA = re.compile(r'!\[[^\]]*\]\(\s*((?!tg://(?:emoji|time)\?)\S+?)(?:\s+"([^"]*)")?\s*\)\s*$')
_DIVIDER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_FOOTNOTE = re.compile(r"\[\^([^\]]+)\]:\s*(.*)$")
_HTML_BLOCK = re.compile(r"</?(?:details|summary|aside|footer|table|tg-[a-z-]+|figure|blockquote|ul|ol|h[1-6]|p|hr)\b")


def to_html(source: str) -> str:
    """The same message as rich HTML."""
    return "\n".join(_Blocks(source.replace("\r\n", "\n").split("\n")).read())


class _Blocks:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._at = 0

    def read(self) -> list[str]:
        made: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.strip():
                self._at += 1
            else:
                made.append(self._block(line))
        return made

    def _block(self, line: str) -> str:
        if fence := _FENCE.match(line):
            return self._fenced(fence.group(1), fence.group(2))
        if line.strip().startswith("$$"):
            return self._formula()
        if _RULE.match(line):
            self._at += 1
            return "<hr/>"
        if heading := _HEADING.match(line):
            self._at += 1
            size = len(heading.group(1))
            return f"<h{size}>{spans(heading.group(2))}</h{size}>"
        if line.startswith(">"):
            return self._quote()
        if _ITEM.match(line):
            return self._list()
        if media := _MEDIA.match(line.strip()):
            self._at += 1
            return _media(media.group(1), media.group(2))
        if footnote := _FOOTNOTE.match(line):
            self._at += 1
            return f'<p><tg-reference name="{escape(footnote.group(1))}">{spans(footnote.group(2))}</tg-reference></p>'
        if "|" in line and self._at + 1 < len(self._lines) and _DIVIDER.match(self._lines[self._at + 1].strip()):
            return self._table()
        if _HTML_BLOCK.match(line.lstrip()):
            self._at += 1
            return _with_spans(line)
        return self._paragraph()

    def _taken(self, marks: str) -> list[str]:
        """The lines that begin with these marks."""
        begin = self._at
        while self._at < len(self._lines) and self._lines[self._at].startswith(marks):
            self._at += 1
        return self._lines[begin : self._at]

    def _fenced(self, fence: str, language: str) -> str:
        self._at += 1
        begin = self._at
        while self._at < len(self._lines) and not self._lines[self._at].startswith(fence):
            self._at += 1
        code = escape("\n".join(self._lines[begin : self._at]), quote=False)
        self._at += 1
        if language == "math":
            return f"<tg-math-block>{code}</tg-math-block>"
        shape = f' class="language-{escape(language)}"' if language else ""
        return f"<pre><code{shape}>{code}</code></pre>"

    def _formula(self) -> str:
        begin = self._at
        text = self._lines[begin].strip()
        self._at += 1
        while not (len(text) > 3 and text.endswith("$$")) and self._at < len(self._lines):
            text += "\n" + self._lines[self._at]
            self._at += 1
        return f"<tg-math-block>{escape(text.strip().strip('$').strip(), quote=False)}</tg-math-block>"

    def _quote(self) -> str:
        inner = [line[1:].removeprefix(" ") for line in self._taken(">")]
        return f"<blockquote>{''.join(_Blocks(inner).read())}</blockquote>"

    def _list(self) -> str:
        """Items of one depth; deeper lines belong to the item before."""
        first = _ITEM.match(self._lines[self._at])
        assert first is not None, "the caller has seen an item"
        depth, ordered = len(first.group(1)), first.group(3) is not None
        items: list[str] = []
        while self._at < len(self._lines):
            item = _ITEM.match(self._lines[self._at])
            if item is None or len(item.group(1)) != depth or (item.group(3) is not None) != ordered:
                break
            self._at += 1
            items.append(self._item(item, depth))
        tag = "ol" if ordered else "ul"
        return f"<{tag}>{''.join(items)}</{tag}>"

    def _item(self, item: re.Match[str], depth: int) -> str:
        deeper: list[str] = []
        while self._at < len(self._lines) and len(self._lines[self._at]) - len(self._lines[self._at].lstrip()) > depth:
            deeper.append(self._lines[self._at])
            self._at += 1
        text, box = item.group(4), ""
        if task := _TASK.match(text):
            text, box = task.group(2), f'<input type="checkbox"{" checked" if task.group(1) != " " else ""}>'
        width = min((len(line) - len(line.lstrip()) for line in deeper if line.strip()), default=0)
        inner = "".join(_Blocks([line[width:] for line in deeper]).read())
        value = f' value="{item.group(3)}"' if item.group(3) else ""
        return f"<li{value}>{box}{spans(text)}{inner}</li>"

    def _table(self) -> str:
        head, shape = _cells(self._lines[self._at]), _cells(self._lines[self._at + 1])
        aligned = [_alignment(cell) for cell in shape]
        self._at += 2
        rows = [_row("th", head, aligned)]
        while self._at < len(self._lines) and "|" in self._lines[self._at]:
            rows.append(_row("td", _cells(self._lines[self._at]), aligned))
            self._at += 1
        return f"<table>{''.join(rows)}</table>"

    def _paragraph(self) -> str:
        lines = [self._lines[self._at]]
        self._at += 1
        while self._at < len(self._lines) and not self._begins_another(self._lines[self._at]):
            lines.append(self._lines[self._at])
            self._at += 1
        return f"<p>{spans(' '.join(line.strip() for line in lines))}</p>"

    def _begins_another(self, line: str) -> bool:
        marks = (_FENCE, _RULE, _HEADING, _ITEM, _FOOTNOTE)
        if not line.strip() or line.startswith((">", "$$")) or any(mark.match(line) for mark in marks):
            return True
        return bool(_HTML_BLOCK.match(line.lstrip()) or _MEDIA.match(line.strip()))


def _media(source: str, caption: str | None) -> str:
    kind = source.partition("tg://")[2].partition("?")[0]
    tag = {"video": "video", "audio": "audio", "document": "tg-document"}.get(kind, "img")
    block = f'<{tag} src="{escape(source)}"/>'
    return f"<figure>{block}<figcaption>{spans(caption)}</figcaption></figure>" if caption else block


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def _alignment(cell: str) -> str:
    return "center" if cell[:1] == cell[-1:] == ":" else "right" if cell.endswith(":") else "left"


def _row(tag: str, cells: list[str], aligned: list[str]) -> str:
    made = []
    for number, cell in enumerate(cells):
        align = aligned[number] if number < len(aligned) else "left"
        made.append(f'<{tag} align="{align}">{spans(cell)}</{tag}>')
    return f"<tr>{''.join(made)}</tr>"


def _with_spans(line: str) -> str:
    """Markdown between the tags of a line of HTML."""
    return "".join(part if part.startswith("<") else spans(part) for part in re.split(r"(<[^>]*>)", line))
