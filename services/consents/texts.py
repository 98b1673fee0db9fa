"""The texts that people agree to: data of the operator, not words of the bot."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from db.vocabulary import Purpose
from services.yaml_file import read_yaml

PAGE_SIGNS = 3000
"""Signs a screen: a message holds 4096 UTF-16 units, and markup signs grow when they are escaped."""


@dataclass(frozen=True)
class ConsentText:
    """One text in one language, exactly as shown."""

    purpose: Purpose
    version: str
    locale: str
    text: str

    @property
    def digest(self) -> str:
        """SHA-256 of the text, hexadecimal: what was agreed to cannot be changed afterwards unnoticed."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def pages(self) -> tuple[str, ...]:
        """The text cut between paragraphs into parts that fit a message: a lawyer's text may be long."""
        pages = [""]
        for paragraph in self.text.split("\n\n"):
            for piece in _pieces(paragraph):
                joined = f"{pages[-1]}\n\n{piece}" if pages[-1] else piece
                if len(joined) <= PAGE_SIGNS:
                    pages[-1] = joined
                else:
                    pages.append(piece)
        return tuple(pages)


class ConsentTexts:
    def __init__(self, texts: dict[tuple[Purpose, str], ConsentText]) -> None:
        self._texts = texts

    def get(self, purpose: Purpose, locale: str) -> ConsentText:
        return self._texts.get((purpose, locale)) or self._texts[purpose, "ru"]


def load_consent_texts(folder: Path) -> ConsentTexts:
    """Reads `<purpose>.yaml`: `version` and `texts` by language. Raises ValueError naming the file."""
    texts: dict[tuple[Purpose, str], ConsentText] = {}
    for purpose in Purpose:
        file = folder / f"{purpose}.yaml"
        raw = read_yaml(file)
        if not isinstance(raw, dict) or "ru" not in raw.get("texts", {}):
            raise ValueError(f"{file}: needs `version` and `texts` with at least `ru`")
        for locale, text in raw["texts"].items():
            texts[purpose, locale] = ConsentText(purpose, str(raw["version"]), locale, text.strip())
    return ConsentTexts(texts)


def _pieces(paragraph: str) -> list[str]:
    return [paragraph[at : at + PAGE_SIGNS] for at in range(0, len(paragraph), PAGE_SIGNS)]
