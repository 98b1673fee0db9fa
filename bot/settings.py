"""Settings from the environment and `.env`; names as in .env.example."""

import re
import sys
from pathlib import Path
from typing import Annotated, Literal, NoReturn
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.env_file import first_problem
from db.database import driver_url

ROOT = Path(__file__).parent.parent
ENV_FILE = ROOT / ".env"
EXIT_BAD_SETTING = 2


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("is not an IANA time zone, e.g. Europe/Moscow or Asia/Vladivostok")
    return name


def _understood_database(url: str) -> str:
    """A relative SQLite path is meant from the project's folder, wherever the process was started."""
    try:
        driver_url(url)
    except Exception as problem:
        raise ValueError("must be sqlite:///path or postgresql://user:password@host/name") from problem
    path = url.removeprefix("sqlite:///")
    return url if path == url or path.startswith("/") else f"sqlite:///{ROOT / path}"


def _plausible_token(token: SecretStr) -> SecretStr:
    if token.get_secret_value() and not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token.get_secret_value()):
        raise ValueError("does not look like a bot token (123456:ABC…), take it from @BotFather")
    return token


def _http(url: str) -> str:
    if url and not re.match(r"https?://[^/\s]", url):
        raise ValueError("must be an address such as http://127.0.0.1:8081")
    return url.rstrip("/")


def _redis(url: str) -> str:
    if url and not url.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("must begin with redis:// or rediss://")
    return url


def _long_enough(code: SecretStr) -> SecretStr:
    if 0 < len(code.get_secret_value()) < 8:
        raise ValueError("must have at least 8 characters, or be empty")
    return code


def _folder(path: Path) -> Path:
    """A relative folder is meant from the project's own."""
    found = ROOT / path
    try:
        whole = (found / "calendar.yaml").is_file()
    except OSError as problem:
        raise ValueError(f"{found} cannot be read ({problem.strerror})") from problem
    if not whole:
        raise ValueError("must be a folder like content/, with calendar.yaml and the rest in it")
    return found


def _from_root(path: Path) -> Path:
    return ROOT / path


def _upper(level: object) -> object:
    return level.upper() if isinstance(level, str) else level


class Settings(BaseSettings):
    """What the operator decides. An empty value counts as not set."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_file_encoding="utf-8-sig", env_ignore_empty=True, extra="ignore"
    )

    telegram_token: Annotated[SecretStr, AfterValidator(_plausible_token)] = SecretStr("")
    telegram_api_url: Annotated[str, AfterValidator(_http)] = ""
    database_url: Annotated[str, AfterValidator(_understood_database)] = f"sqlite:///{ROOT / 'var/metod.sqlite'}"
    redis_url: Annotated[str, AfterValidator(_redis)] = ""
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Europe/Moscow"
    sandbox_port: Annotated[int, Field(ge=1, le=65535)] = 8088
    admin_code: Annotated[SecretStr, AfterValidator(_long_enough)] = SecretStr("")
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = "INFO"
    content: Annotated[Path, AfterValidator(_folder)] = ROOT / "content"
    state_file: Annotated[Path, AfterValidator(_from_root)] = ROOT / "var" / "state.sqlite"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


def load_settings() -> Settings:
    """The settings, or one line about the first bad one and exit code 2. Its value is not printed: it may be secret."""
    try:
        if problem_of_file := first_problem(ENV_FILE, Settings.model_fields):
            _exit(f".env: {problem_of_file} (see .env.example).")
        return Settings()
    except ValidationError as problem:
        first = problem.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]).upper()
        reason = first["msg"].removeprefix("Value error, ")
        _exit(f"{name}: {reason}. Mend it in .env (see .env.example).")
    except OSError as problem:
        _exit(f"{problem.filename or '.env'}: cannot be read ({problem.strerror}). Let the bot's user read it.")
    except UnicodeDecodeError:
        _exit(".env is not UTF-8 text. Save it as UTF-8 (see .env.example).")


def _exit(line: str) -> NoReturn:
    print(line, file=sys.stderr)
    raise SystemExit(EXIT_BAD_SETTING)
