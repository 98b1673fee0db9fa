"""A mistake in `.env` is named, never its value; only that file is judged, not the environment."""

from pathlib import Path

import pytest

from bot import settings as settings_module
from bot.settings import ROOT, load_settings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("TELEGRAM_TOKN=42:s3cret\n", ".env: TELEGRAM_TOKN (line 1) is not a setting, did you mean TELEGRAM_TOKEN?"),
        ("LOG_LEVEL=INFO\n\n# more\nCOLOUR=s3cret\n", ".env: COLOUR (line 4) is not a setting"),
        ("42:s3cret\n", ".env: line 1 cannot be read"),
        ("LOG_LEVEL=INFO\n\nTELEGRAM_TOKEN 42:s3cret\n", ".env: line 3 cannot be read"),
        ("TELEGRAM_TOKEN: 42:s3cret\n", ".env: line 1 cannot be read"),
        ("TELEGRAM_TOKEN='42:s3cret\n", ".env: line 1 cannot be read"),
        ("TELEGRAM_TOKEN\n", ".env: line 1 cannot be read"),
    ],
)
def test_a_mistake_in_the_file_is_one_line(
    text: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, text, monkeypatch)
    with pytest.raises(SystemExit) as stop:
        load_settings()
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith(told)
    assert said.count("\n") == 1
    assert "s3cret" not in said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeffLOG_LEVEL=INFO\n",
        "export log_level=INFO  # why\r\n\r\nADMIN_CODE=\n",
        (ROOT / ".env.example").read_text(encoding="utf-8"),
    ],
)
def test_a_good_file_is_taken(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOMETHING_ELSE", "of the process")
    write(tmp_path, text, monkeypatch)
    load_settings()


def write(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text(text, encoding="utf-8", newline="")
    monkeypatch.setattr(settings_module, "ENV_FILE", folder / ".env")
