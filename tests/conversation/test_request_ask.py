"""Анна Петровна puts a request together: for what, in which form, and what becomes of one that she leaves half-written."""

import pytest

from db.models import PersonSubject
from services.people.service import person
from tests.kit.diagnostics_people import EXPRESS, take
from tests.kit.person import Phone
from tests.kit.town import Town

TOPIC = "Стереометрия: сечения <b>куба</b> & пирамиды"


@pytest.fixture
def anna(town: Town) -> Phone:
    return town.phone("Анна Петрова")


async def from_one_deficit(town: Town, anna: Phone) -> str:
    """From a result with one area to grow in, by «Кто может помочь». Returns what that area is called."""
    area = EXPRESS.scored_areas[0]
    async with town.app.database.reading() as session:
        her = await person(session, town.person_id("Анна Петрова"), town.clock.now())
    low = {item.id: 0 for item in EXPRESS.items if item.area == area.id}
    await take(town.app.database, her, answer=3, now=town.clock.now(), answers=low)
    await anna.start()
    await anna.press("Самодиагностика")
    await anna.press("Экспресс")
    await anna.press("Прошлый результат")
    return area.title


async def test_she_sees_for_what_she_asks(town: Town, anna: Phone) -> None:
    """On every screen, also where the topic came with her from a result."""
    topic = await from_one_deficit(town, anna)
    for button in ("Кто может помочь", "Практикум", "В субботу"):
        assert f"Тема: {topic}" in await anna.press(button), button


async def test_she_sees_it_where_the_subject_is_asked(town: Town, anna: Phone) -> None:
    async with town.app.database.transaction() as session:
        session.add(PersonSubject(person_id=town.person_id("Анна Петрова"), subject="safety"))
    topic = await from_one_deficit(town, anna)
    asked = await anna.press("Кто может помочь")
    assert "По какому предмету" in asked
    assert f"Тема: {topic}" in asked
