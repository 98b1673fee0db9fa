"""Анна Петровна puts a request together, and finds again what she has left half-written."""

import pytest

from db.models import PersonSubject
from services.people.service import person
from services.requests.drafts import drop_draft
from tests.kit.diagnostics_people import CONTENT, EXPRESS, take
from tests.kit.person import Phone
from tests.kit.town import Town

GIA = CONTENT.questionnaires.get("gia_math_self_diagnostics")
TOPIC = "Стереометрия: сечения <b>куба</b> & пирамиды"


async def from_one_deficit(town: Town, anna: Phone) -> str:
    """From a result with one area to grow in, by «Попросить тьютора». Returns what that area is called."""
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
    for button in ("Попросить тьютора", "Практикум", "В субботу"):
        assert f"Тема: {topic}" in await anna.press(button), button


async def test_she_sees_it_where_the_subject_is_asked(town: Town, anna: Phone) -> None:
    async with town.app.database.transaction() as session:
        session.add(PersonSubject(person_id=town.person_id("Анна Петрова"), subject="safety"))
    topic = await from_one_deficit(town, anna)
    asked = await anna.press("Попросить тьютора")
    assert "По какому предмету" in asked
    assert f"Тема: {topic}" in asked


async def half_written(anna: Phone, *buttons: str, topic: str = TOPIC) -> None:
    """From the menu to the topic and through these buttons."""
    await anna.start()
    await anna.press("Нужна помощь")
    await anna.press("Попросить тьютора")
    await anna.say(topic)
    for button in buttons:
        await anna.press(button)


async def test_a_half_written_request_outlives_the_menu_and_a_restart(town: Town, anna: Phone) -> None:
    await half_written(anna, "Практикум", "В субботу")
    await anna.say("10 класс <i>& 11</i>")
    await anna.press("Меню")
    await town.restart()
    mine = await anna.press("Нужна помощь")
    assert "не отправлена" in mine
    assert TOPIC in mine
    check = await anna.press("Продолжить заявку")
    for kept in (TOPIC, "практикум", "в субботу", "10 класс <i>& 11</i>"):
        assert kept in check
    assert "№ 1" in await anna.press("Отправить")
    await anna.press("Меню")
    assert "не отправлена" not in await anna.press("Нужна помощь")
    assert "По какому" not in await anna.press("Попросить тьютора")
    assert "С чем нужна помощь" in await anna.sees()


@pytest.mark.parametrize(
    ("buttons", "question"),
    [
        ((), "Какая помощь удобнее?"),
        (("Практикум",), "Когда вам удобно"),
        (("Практикум", "В субботу"), "Добавьте пояснение"),
    ],
)
async def test_she_goes_on_with_the_question_she_left(
    town: Town, anna: Phone, buttons: tuple[str, ...], question: str
) -> None:
    await half_written(anna, *buttons)
    await anna.start()
    await anna.press("Нужна помощь")
    seen = await anna.press("Продолжить заявку")
    assert question in seen
    assert TOPIC in seen


async def test_she_is_asked_before_it_is_thrown_away(town: Town, anna: Phone) -> None:
    await half_written(anna, "Практикум")
    await anna.start()
    await anna.press("Нужна помощь")
    asked = await anna.press("Попросить тьютора")
    assert "не отправили" in asked
    assert TOPIC in asked
    assert "практикум" in asked
    await anna.press("Меню")
    await anna.press("Нужна помощь")
    await anna.press("Попросить тьютора")
    assert "С чем нужна помощь" in await anna.press("Начать заново")
    await anna.press("Меню")
    assert "не отправлена" not in await anna.press("Нужна помощь")


async def test_a_topic_from_a_result_does_not_push_the_unsent_one_out(town: Town, anna: Phone) -> None:
    await half_written(anna, "Практикум")
    topic = await from_one_deficit(town, anna)
    asked = await anna.press("Попросить тьютора")
    assert TOPIC in asked
    assert topic in asked
    assert f"Тема: {TOPIC}" in await anna.press("Продолжить заявку")
    await from_one_deficit(town, anna)
    await anna.press("Попросить тьютора")
    assert f"Тема: {topic}" in await anna.press("Начать заново")
    await anna.press("Наставнический час")
    await anna.start()
    assert topic in await anna.press("Нужна помощь")


async def test_to_look_at_a_topic_is_not_yet_a_request(town: Town, anna: Phone) -> None:
    """A topic that was tapped is forgotten when she goes; with a form, or in her own words, it is kept."""
    topic = await from_one_deficit(town, anna)
    await anna.press("Меню")
    await anna.press("Нужна помощь")
    await anna.press("Попросить тьютора")
    assert f"Тема: {topic}" in await anna.press(topic)
    await anna.press("Назад")
    await anna.press("Меню")
    assert "не отправлена" not in await anna.press("Нужна помощь")
    assert "С чем нужна помощь" in await anna.press("Попросить тьютора")
    await anna.press(topic)
    await anna.press("Практикум")
    await anna.press("Меню")
    assert "не отправлена" in await anna.press("Нужна помощь")


async def test_the_topics_of_the_result_she_comes_from_stand_first(town: Town, anna: Phone) -> None:
    """However weak another result is."""
    async with town.app.database.reading() as session:
        her = await person(session, town.person_id("Анна Петрова"), town.clock.now())
    await take(town.app.database, her, GIA, answer=0, now=town.clock.now())
    await take(town.app.database, her, answer=1, now=town.clock.now())
    await anna.start()
    await anna.press("Самодиагностика")
    await anna.press("Экспресс")
    result = await anna.press("Прошлый результат")
    assert "[Попросить тьютора]" in await anna.sees()
    await anna.press("Попросить тьютора")
    shown = await anna.buttons()
    assert list(shown[:3]) == [area.button for area in EXPRESS.scored_areas[:3]]
    assert all(area.title in result for area in EXPRESS.scored_areas[:3])


async def test_another_phone_that_lags_behind_is_shown_what_was_sent(town: Town) -> None:
    anna = town.phone("Анна Петрова")
    await anna.start()
    await anna.press("Нужна помощь")
    await anna.press("Попросить тьютора")
    await anna.say("Стереометрия")
    await anna.press("Практикум")
    async with town.app.database.transaction() as session:
        await drop_draft(session, town.person_id("Анна Петрова"))  # as the other phone does by sending it
    seen = await anna.press("В субботу")
    assert "на другом устройстве" in (anna.alert or "")
    assert "Отправленных заявок у вас пока нет" in seen
    assert "не отправлена" not in seen


async def test_a_topic_from_the_list_is_read_by_each_in_her_own_language(town: Town, anna: Phone) -> None:
    area = EXPRESS.scored_areas[0]
    english = CONTENT.questionnaires.get(EXPRESS.id, "en").area(area.id)
    await from_one_deficit(town, anna)
    await anna.press("Меню")
    await anna.press("Мои данные")
    await anna.press("In English")
    await anna.press("Menu")
    await anna.press("I need help")
    await anna.press("Ask for a tutor")
    assert english.title in await anna.press(english.button)
    for button in ("Practicum", "Saturday", "Skip", "Send"):
        await anna.press(button)
    await town.settle()
    asked = await town.phone("Ирина Смирнова").sees()
    assert area.title in asked
    assert english.title not in asked
