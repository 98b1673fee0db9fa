"""A file or folder that the bot cannot use is one line that names it, and exit code 2."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from pydantic import SecretStr

from bot import settings as settings_module
from bot.settings import ROOT, Settings, load_settings
from bot.startup import CannotStart, start
from bot.state import StateFile
from db.database import Database
from db.migrate import migrate
from sandbox import play
from services.calendar.model import load_calendar
from services.clock import SystemClock


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied", "/somewhere")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "content", tmp_path / "content")


@pytest.fixture
def chosen(tmp_path: Path, content: Path) -> Settings:
    return Settings(
        telegram_token=SecretStr("42:SANDBOX"),
        telegram_api_url="http://127.0.0.1:1",
        database_url=f"sqlite:///{tmp_path}/metod.sqlite",
        redis_url="",
        state_file=tmp_path / "state.sqlite",
        content=content,
    )


async def refusal(settings: Settings) -> str:
    with pytest.raises(CannotStart) as problem:
        await start(settings, SystemClock(), settings.content / "units.yaml")
    return str(problem.value)


def stopped(capsys: pytest.CaptureFixture[str], load: Callable[[], object] = load_settings) -> str:
    with pytest.raises(SystemExit) as stop:
        load()
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    return said


def test_an_env_file_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(settings_module, "first_problem", refuse)
    assert stopped(capsys).startswith("/somewhere: cannot be read (Permission denied)")


def test_a_content_folder_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], content: Path
) -> None:
    monkeypatch.setenv("CONTENT", str(content))
    real = Path.is_file
    monkeypatch.setattr(Path, "is_file", lambda path: refuse() if path.name == "calendar.yaml" else real(path))
    said = stopped(capsys)
    assert said.startswith(f"CONTENT: {content} cannot be read (Permission denied)")


@pytest.mark.parametrize("gone", ["consents", "subjects.yaml", "calendar.yaml", "units.yaml"])
async def test_missing_content_is_blamed_on_the_content(gone: str, chosen: Settings) -> None:
    path = chosen.content / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    said = await refusal(chosen)
    assert said.startswith(f"CONTENT: {path}")
    assert "cannot be read (No such file or directory)" in said
    assert "DATABASE_URL" not in said


async def test_a_folder_of_questionnaires_that_cannot_be_read(
    chosen: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.content.load_catalogue", refuse)
    assert (await refusal(chosen)).startswith("CONTENT: /somewhere cannot be read")


@pytest.mark.parametrize("file", ["subjects.yaml", "calendar.yaml", "units.yaml", "consents/mentoring.yaml"])
@pytest.mark.parametrize("garbage", [b"a: [", b"\xff\xfe"])
async def test_content_that_is_not_yaml_is_named(file: str, garbage: bytes, chosen: Settings) -> None:
    path = chosen.content / file
    if not path.exists():
        path = next(path.parent.glob("*.yaml"))
    path.write_bytes(garbage)
    said = await refusal(chosen)
    assert said.startswith(f"CONTENT: {path}: is not")
    assert "\n" not in said


async def test_a_state_file_at_a_bad_path(chosen: Settings) -> None:
    chosen.state_file = Path("/proc/nowhere/state.sqlite")
    assert (await refusal(chosen)).startswith("STATE_FILE: /proc/nowhere/state.sqlite cannot be used")


async def test_a_state_file_of_garbage(chosen: Settings) -> None:
    chosen.state_file.write_bytes(b"garbage " * 200)
    assert (await refusal(chosen)).startswith(f"STATE_FILE: {chosen.state_file} cannot be used")


async def test_a_folder_of_the_database_that_cannot_be_made(chosen: Settings) -> None:
    chosen.database_url = "sqlite:////proc/nowhere/metod.sqlite"
    assert (await refusal(chosen)).startswith("DATABASE_URL: ")


async def test_a_database_that_is_only_readable(chosen: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database(chosen.database_url, chosen.zone)
    await migrate(database)
    await database.close()
    monkeypatch.setattr("db.database.PREPARED", ("PRAGMA query_only=ON",))
    said = await refusal(chosen)
    assert said.startswith("DATABASE_URL: the database cannot be used")
    assert "readonly" in said


def test_a_state_file_that_is_only_readable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "state.sqlite"
    StateFile(file).close()
    monkeypatch.setattr("sqlite3.connect", read_only)
    with pytest.raises(ValueError, match=r"STATE_FILE: .*readonly"):
        StateFile(file)


@pytest.mark.parametrize("opened", [refuse, lambda *_, **__: read_only("/proc/none")])
def test_a_demo_that_cannot_be_kept(
    opened: Callable[..., object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(play, "DIRECTORY", tmp_path / "sandbox")
    monkeypatch.setattr("sandbox.server.Store", opened)
    assert play.main() == 2
    assert f"{tmp_path / 'sandbox'}: the demo cannot be kept there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "wrong", "key"),
    [
        ("nudge_time", "nudge_time: late", "nudge_time"),
        ("holidays", "holidays: [2027-02-30..2027-03-01]", "holidays"),
        ("silent_weekdays", "silent_weekdays: [someday]", "silent_weekdays"),
        ("check_in", "check_in: {weekday: friday}", "check_in.time"),
        ("messages", "messages: 7", "messages.from"),
    ],
)
def test_a_bad_calendar_says_at_which_key(line: str, wrong: str, key: str, content: Path) -> None:
    raw = yaml.safe_load((content / "calendar.yaml").read_text(encoding="utf-8"))
    raw.update(yaml.safe_load(wrong))
    assert line in raw
    (content / "calendar.yaml").write_text(yaml.safe_dump(raw), encoding="utf-8")
    with pytest.raises(ValueError, match=f"calendar.yaml: `{key}`"):
        load_calendar(content / "calendar.yaml")


_connect = sqlite3.connect


def read_only(path: object, **options: object) -> sqlite3.Connection:
    return _connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
