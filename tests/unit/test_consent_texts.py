from pathlib import Path

import pytest

from bot.settings import Settings
from db.vocabulary import Purpose
from services.consents.texts import PAGE_SIGNS, ConsentText, load_consent_texts


def text_of(words: str) -> ConsentText:
    return ConsentText(Purpose.ACCOUNT, "1.0", "ru", words)


def test_a_short_text_is_one_page() -> None:
    shipped = load_consent_texts(Settings().content / "consents").get(Purpose.ACCOUNT, "ru")
    assert shipped.pages == (shipped.text,)


def test_a_lawyers_text_is_cut_between_paragraphs_and_loses_nothing() -> None:
    paragraphs = [f"{number}. " + "слово " * 120 for number in range(20)]
    pages = text_of("\n\n".join(paragraphs)).pages
    assert len(pages) > 1
    assert all(len(page) <= PAGE_SIGNS for page in pages)
    assert "\n\n".join(pages) == "\n\n".join(paragraphs)


def test_one_endless_paragraph_is_cut_anyway() -> None:
    endless = "я" * (PAGE_SIGNS * 2 + 7)
    assert "".join(text_of(endless).pages) == endless


def test_a_changed_text_has_another_hash() -> None:
    assert text_of("Согласие").digest != text_of("Согласие.").digest


def test_a_language_that_was_not_written_falls_back_to_russian() -> None:
    texts = load_consent_texts(Settings().content / "consents")
    assert texts.get(Purpose.ACCOUNT, "fr").locale == "ru"


def test_a_file_without_russian_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "account.yaml").write_text("version: '1'\ntexts: {en: Consent}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"account\.yaml"):
        load_consent_texts(tmp_path)
