"""A bad setting gets one clear line and exit code 2, and is not printed: it may be secret."""

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.logs import HideToken
from bot.settings import ROOT, load_settings

BAD = [
    ("TELEGRAM_TOKEN", "not-a-token", "@BotFather"),
    ("TELEGRAM_TOKEN", "abc:def", "@BotFather"),
    ("TELEGRAM_TOKEN", "42:short bad token", "@BotFather"),
    ("TELEGRAM_API_URL", "localhost:8081", "http://"),
    ("TELEGRAM_API_URL", "http://", "such as"),
    ("DATABASE_URL", "mysql://root@host/name", "sqlite:///"),
    ("DATABASE_URL", "nonsense", "postgresql://"),
    ("REDIS_URL", "localhost:6379", "redis://"),
    ("TIMEZONE", "Moskau", "Europe/Moscow"),
    ("SANDBOX_PORT", "eighty", "integer"),
    ("SANDBOX_PORT", "70000", "65535"),
    ("ADMIN_CODE", "1234", "8 characters"),
    ("LOG_LEVEL", "loud", "DEBUG"),
    ("CONTENT", "/nowhere/at/all", "calendar.yaml"),
]


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in {name for name, _, _ in BAD}:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("name", "value", "hint"), BAD)
def test_a_bad_setting_is_one_line_and_exit_2(
    name: str, value: str, hint: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as stop:
        load_settings()
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith(f"{name}: ")
    assert hint in said
    assert value not in said.replace("http://127.0.0.1:8081", "")


def test_the_whole_program_says_it_without_a_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot"],
        cwd=ROOT,
        env={**os.environ, "TIMEZONE": "Nowhere/Land"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("TIMEZONE: ")
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("name", [name for name, _, _ in BAD])
def test_an_empty_value_is_the_default(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "")
    load_settings()


@pytest.mark.parametrize(
    ("plain", "understood"),
    [
        ("sqlite:////srv/metod.sqlite", "sqlite:////srv/metod.sqlite"),
        ("sqlite:///var/metod.sqlite", f"sqlite:///{ROOT / 'var/metod.sqlite'}"),
        ("postgresql://u:p@h/n", "postgresql://u:p@h/n"),
    ],
)
def test_plain_database_addresses(plain: str, understood: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", plain)
    assert load_settings().database_url == understood


def test_the_token_never_gets_into_a_log() -> None:
    token = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
    try:
        raise RuntimeError(f"cannot reach http://127.0.0.1:8081/bot{token}/getUpdates")
    except RuntimeError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "url /bot%s/getMe", (token,), sys.exc_info())
    text = HideToken("%(message)s").format(record)
    assert token not in text
    assert token.partition(":")[2] not in text
    assert text.count("<token>") == 2


def test_a_token_in_settings_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")
    assert "AAHdqTcv" not in repr(load_settings())


def test_the_example_is_a_working_env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            monkeypatch.setenv(name, value)
    load_settings()


@pytest.mark.parametrize(
    ("file", "text", "hint"),
    [
        ("calendar.yaml", "messages: {from: late}", "calendar.yaml"),
        ("units.yaml", "name: 7", "units.yaml"),
        ("questionnaires/ru/broken.yaml", "schema: 1", "broken.yaml"),
    ],
)
def test_bad_content_is_named_without_a_traceback(tmp_path: Path, file: str, text: str, hint: str) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content" / file).write_text(text, encoding="utf-8")
    done = start_bot({"CONTENT": str(tmp_path / "content"), "DATABASE_URL": f"sqlite:///{tmp_path}/metod.sqlite"})
    assert done.returncode == 2, done.stderr
    assert hint in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql://nobody:s3cret@127.0.0.1:1/none"),
        ("DATABASE_URL", "sqlite:////proc/nowhere/metod.sqlite"),
        ("DATABASE_URL", "sqlite:////tmp"),
        ("REDIS_URL", "redis://127.0.0.1:1/0"),
    ],
)
def test_what_cannot_be_reached_is_named(name: str, value: str, tmp_path: Path) -> None:
    done = start_bot({"DATABASE_URL": f"sqlite:///{tmp_path}/metod.sqlite", name: value})
    assert done.returncode == 2, done.stderr
    assert done.stderr.splitlines()[-1].startswith(f"{name}: ")
    assert "s3cret" not in done.stderr
    assert "Traceback" not in done.stderr


def start_bot(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    token = {"TELEGRAM_TOKEN": "42:SANDBOX", "TELEGRAM_API_URL": "http://127.0.0.1:1"}
    return subprocess.run(
        [sys.executable, "-m", "bot"],
        cwd=ROOT,
        env={**os.environ, **token, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
