"""A holiday that is decided on in the middle of the week: what was planned already keeps to it."""

from datetime import date, datetime
from pathlib import Path
from shutil import copytree
from zoneinfo import ZoneInfo

from sqlalchemy import update

from bot.settings import ROOT
from db.models import Pair
from db.vocabulary import PairStatus
from tests.kit.person import Phone
from tests.kit.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")


def local(day: int, hour: int) -> datetime:
    return datetime(2026, 10, day, hour, tzinfo=MOSCOW)


async def holiday(town: Town, folder: Path, *days: date) -> None:
    """Whoever runs the bot adds days to the calendar and starts it anew."""
    content = folder / "content"
    copytree(ROOT / "content", content, dirs_exist_ok=True)
    calendar = content / "calendar.yaml"
    added = "".join(f'\n  - "{day}"' for day in days)
    calendar.write_text(calendar.read_text("utf-8").replace("\nholidays:", f"\nholidays:{added}", 1), "utf-8")
    town.app.settings.content = content
    await town.restart()
    await town.settle()


async def heard(phone: Phone) -> list[datetime]:
    return [datetime.fromtimestamp(message.raw["date"], MOSCOW) for message in await phone.messages()]


async def ilya_alone(town: Town) -> Phone:
    async with town.app.database.transaction() as session:
        await session.execute(
            update(Pair).where(Pair.mentee_id != town.person_id("Илья Воронов")).values(status=PairStatus.STOPPED)
        )
    await town.settle()
    return town.phone("Илья Воронов")


async def test_a_friday_that_becomes_a_holiday_is_silent_and_nobody_counts_it(town: Town, tmp_path: Path) -> None:
    ilya, marina = await ilya_alone(town), town.phone("Марина")
    await holiday(town, tmp_path, date(2026, 10, 9))
    await town.turn(to=local(15, 12))
    assert await heard(ilya) == []
    assert await marina.messages() == []
    await town.turn(to=local(16, 15))
    assert await heard(ilya) == [local(16, 15)]


async def test_a_monday_that_becomes_a_holiday_moves_the_reminder(town: Town, tmp_path: Path) -> None:
    ilya, marina = await ilya_alone(town), town.phone("Марина")
    await town.turn(to=local(9, 16))
    await holiday(town, tmp_path, date(2026, 10, 12))
    await town.turn(to=local(15, 12))
    assert await heard(ilya) == [local(9, 15), local(13, 15)]
    assert await heard(marina) == [local(14, 15)]


async def test_a_holiday_that_is_taken_back_is_a_friday_as_any(town: Town, tmp_path: Path) -> None:
    ilya = await ilya_alone(town)
    await holiday(town, tmp_path, date(2026, 10, 9))
    await holiday(town, tmp_path)
    await town.turn(to=local(12, 16))
    assert await heard(ilya) == [local(9, 15), local(12, 15)]
