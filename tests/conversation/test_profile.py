"""«Мои данные» in a person's own hands: seen, corrected, carried away, erased."""

import json
import sqlite3
from contextlib import closing
from typing import Any

from sqlalchemy import func, select

from db.models import (
    Account,
    Answer,
    AreaResult,
    Attempt,
    AuditRecord,
    Consent,
    OutboxRow,
    Pair,
    Person,
    RoleAssignment,
)
from db.vocabulary import AttemptState, PairStatus, Role
from tests.conversation.test_requests import ask
from tests.kit.entering import answer_without_a_sheet
from tests.kit.person import Phone
from tests.kit.town import Town


async def open_profile(town: Town, name: str) -> Phone:
    phone = town.phone(name)
    await phone.start()
    await phone.press("Мои данные" if name != "Елена Лебедева" else "My data")
    return phone


async def exported(town: Town, phone: Phone) -> tuple[str, dict[str, Any]]:
    """Name and content of the newest file on the phone."""
    for message in reversed(await phone.messages()):
        file = message.raw.get("document")
        if file:
            async with town.http.get(f"{town.sandbox.url}/sandbox/files/{file['file_id']}") as answer:
                return file["file_name"], json.loads(await answer.text())
    raise AssertionError("no file came")


async def answer_something(town: Town, person_id: int, state: AttemptState = AttemptState.FINISHED) -> None:
    async with town.app.database.transaction() as session:
        attempt = Attempt(
            person_id=person_id,
            questionnaire_id="a_express_self_diagnostics",
            version="1.0",
            state=state,
            started_at=town.clock.now(),
            finished_at=town.clock.now(),
        )
        session.add(attempt)
        await session.flush()
        session.add(Answer(attempt_id=attempt.id, item_id="a1", value=2, answered_at=town.clock.now()))


async def test_anna_reads_what_is_kept(town: Town) -> None:
    await answer_something(town, town.person_id("Анна Петрова"))
    anna = await open_profile(town, "Анна Петрова")
    seen = await anna.sees()
    for words in ("Петрова Анна Петровна", "Сосновская ООШ", "Математика", "с 1997 года", "26 августа 2026", "— 1"):
        assert words in seen
    assert "\n\n\n" not in seen
    assert "\n " not in seen


async def test_what_is_begun_is_kept_and_erased_too(town: Town) -> None:
    await answer_something(town, town.person_id("Анна Петрова"), AttemptState.IN_PROGRESS)
    anna = await open_profile(town, "Анна Петрова")
    assert "не законченная — 1" in await anna.sees()
    assert "ответы незаконченной самодиагностики (1)" in await anna.press("Удалить мои данные")


async def test_what_was_corrected_is_said_to_be_noted(town: Town) -> None:
    anna = await open_profile(town, "Анна Петрова")
    await anna.press("Исправить")
    await anna.press("Стаж")
    await anna.press("10–19 лет")
    assert anna.alert == "Записано."
    await anna.press("Исправить")
    await anna.press("Стаж")
    await anna.say("15")
    assert await anna.heard("Записано.")
    await anna.press("Исправить")
    await anna.press("Фамилию")
    await anna.say("Петрова-Ким Анна Петровна")
    await anna.press("Да")
    assert anna.alert == "Записано."


async def test_anna_corrects_everything(town: Town) -> None:
    anna = await open_profile(town, "Анна Петрова")
    await anna.press("Исправить")
    await anna.press("Фамилию")
    await anna.say("Анна")
    assert await anna.heard("Напишите только фамилию, имя и отчество")
    assert "Фамилия: Иванова" in await anna.say("иванова анна петровна")
    assert "Иванова Анна Петровна" in await anna.press("Да")
    await anna.press("Исправить")
    await anna.press("Школу")
    await anna.say("лицей 6")
    assert "Лицей № 6" in await anna.press("Лицей № 6")
    await anna.press("Исправить")
    await anna.press("Предметы")
    assert "[✓ Математика]" in await anna.sees()
    await anna.say("физика")
    assert "Математика, Физика" in await anna.press("Готово")
    await anna.press("Исправить")
    assert "Сейчас записано: с 1997 года." in await anna.press("Стаж")
    assert "с 1997 года" in await anna.press("20 лет и больше"), "the band says nothing that was not known"
    await anna.press("Исправить")
    await anna.press("Стаж")
    assert "с 2016 года или раньше" in await anna.press("10–19 лет")
    await anna.press("Исправить")
    await anna.press("Стаж")
    assert "с 2011 года\n" in await anna.say("с 2011")
    async with town.app.database.reading() as session:
        person = await session.get_one(Person, town.person_id("Анна Петрова"))
        assert (person.surname, person.experience_from) == ("Иванова", 2011)
        held = await session.scalars(
            select(RoleAssignment.unit_id).where(
                RoleAssignment.person_id == person.id,
                RoleAssignment.role == Role.TEACHER,
                RoleAssignment.until.is_(None),
            )
        )
        assert held.all() == [person.unit_id]


async def test_the_file_holds_her_and_nobody_else(town: Town) -> None:
    tatyana = town.person_id("Татьяна Орлова")
    await answer_something(town, tatyana)
    phone = await open_profile(town, "Татьяна Орлова")
    seen = await phone.press("Скачать")
    assert "Орлова Татьяна Сергеевна" in seen, "the card stands below the file"
    name, data = await exported(town, phone)
    assert name == "мои-данные-2026-10-06.json"
    assert data["people"]["surname"] == "Орлова"
    assert data["people"]["consents"][0]["text_version"] == "1.0"
    assert data["diagnostics"]["attempts"][0]["answers"] == {"a1": {"value": 2}}
    assert data["mentoring"]["pairs"][0]["order_number"] == "№ 47"
    async with town.app.database.reading() as session:
        others = (await session.scalars(select(Person.surname).where(Person.id != tatyana))).all()
    text = json.dumps(data, ensure_ascii=False)
    assert not [surname for surname in others if surname and surname not in "Орловой" and surname in text]


async def test_the_answers_in_the_file_can_be_read(town: Town) -> None:
    person = await open_profile(town, "Анна Петрова")
    async with town.app.database.transaction() as session:
        for title, version, answers in (
            ("express_self_diagnostics", "1.0", {"s1": 2, "s2": None, "left": 1}),
            ("express_self_diagnostics", "0.9", {"s1": 2}),
            ("math_subject_test", "1.0", {"t1": "21", "p2": "b"}),
            ("young_teacher_adaptation", "1.0", {"q1": ["docs", "gia"]}),
        ):
            attempt = Attempt(
                person_id=town.person_id("Анна Петрова"), questionnaire_id=title, version=version,
                state=AttemptState.FINISHED, started_at=town.clock.now(), finished_at=town.clock.now(),
            )  # fmt: skip
            session.add(attempt)
            await session.flush()
            session.add_all(
                Answer(attempt_id=attempt.id, item_id=item_id, value=value, answered_at=town.clock.now())
                for item_id, value in answers.items()
            )
            session.add(AreaResult(attempt_id=attempt.id, area_id="subject", percent=67, level_id="enough"))
    await person.press("Скачать")
    _, data = await exported(town, person)
    express, old, test, young = data["diagnostics"]["attempts"]
    assert (express["questionnaire"], express["title"][:8]) == ("express_self_diagnostics", "Экспресс")
    assert express["finished_at"].startswith("2026-10-06")
    assert express["answers"]["s1"]["question"].startswith("Свободно решаю задания")
    assert (express["answers"]["s1"]["answer"], express["answers"]["s1"]["value"]) == ("2 — получается", 2)
    assert express["answers"]["s2"]["answer"] == "Не относится ко мне"
    assert express["answers"]["left"] == {"value": 1}, "a question that is asked no more"
    assert express["areas"]["subject"] == {
        "title": "Предметная подготовка", "percent": 67, "level": "enough", "level_label": "Достаточный уровень",
    }  # fmt: skip
    assert old["answers"] == {"s1": {"value": 2}}, "the words of another major version are not those she read"
    assert test["answers"]["t1"]["answer"] == "21"
    assert test["answers"]["p2"]["answer"] == "Любые два равносторонних треугольника подобны"
    assert young["answers"]["q1"]["answer"] == ["Документы и журнал", "Подготовка к ГИА и ВПР"]


async def test_in_english_the_file_has_an_english_name(town: Town) -> None:
    elena = await open_profile(town, "Елена Лебедева")
    assert "Foreign language" in await elena.sees()
    await elena.press("Download")
    name, _ = await exported(town, elena)
    assert name == "my-data-2026-10-06.json"
    assert "Предметы" in await elena.press("По-русски")
    await elena.start()
    assert "Чем помочь?" in await elena.sees()


async def test_the_menu_of_commands_follows_the_language(town: Town) -> None:
    """English words beside the input line too; back in the language of her messenger, the common menu serves."""
    anna = await open_profile(town, "Анна Петрова")
    assert (await anna.commands())["menu"] == "Главное меню"
    await anna.press("In English")
    assert (await anna.commands())["menu"] == "Main menu"
    assert (await town.phone("Илья Воронов").commands())["menu"] == "Главное меню", "the menus of others stay"
    await anna.press("По-русски")
    assert (await anna.commands())["menu"] == "Главное меню"
    assert not [place for place in town.sandbox.world.profile.commands if place.startswith("chat:")]


async def test_the_menu_of_commands_follows_before_the_entry_too(town: Town) -> None:
    guest = await town.stranger("Jane", language_code="en")
    await guest.start()
    await guest.press("По-русски")
    assert (await guest.commands())["help"] == "Как этим пользоваться"
    await guest.press("In English")
    assert (await guest.commands())["help"] == "How to use this"


async def test_a_menu_that_cannot_be_changed_stops_nothing(town: Town) -> None:
    anna = await open_profile(town, "Анна Петрова")
    fault = {"method": "setMyCommands", "status": 500}
    async with town.http.post(f"{town.sandbox.url}/sandbox/faults", json=[fault]) as answer:
        assert answer.status == 200
    assert "[Download my data]" in await anna.press("In English")


async def test_erasing_takes_two_different_buttons(town: Town) -> None:
    anna = await open_profile(town, "Анна Петрова")
    seen = await anna.press("Удалить мои данные")
    assert "Вернуть их будет нельзя" in seen
    assert "(0)" not in seen, "what there is none of is not counted"
    assert "Последний вопрос" in await anna.press("Продолжить")
    assert "Петрова Анна" in await anna.press("Нет, оставить")


async def test_erased_she_is_a_stranger_and_may_come_again(town: Town) -> None:
    before = town.person_id("Анна Петрова")
    await answer_something(town, before)
    anna = await open_profile(town, "Анна Петрова")
    await erase(anna)
    assert await anna.heard("ваши данные удалены")
    assert "листок с кодом" in await anna.sees()
    async with town.app.database.reading() as session:
        person = await session.get_one(Person, before)
        assert (person.surname, person.given_name, person.unit_id, person.experience_from) == (None,) * 4
        assert person.erased_at == town.clock.now()
        account = (await session.scalars(select(Account).where(Account.user_id == anna.id))).one()
        assert account.person_id is None
        consent = (await session.scalars(select(Consent).where(Consent.person_id == before))).one()
        assert (consent.account_id, consent.withdrawn_at) == (account.id, town.clock.now())
        for table in (Attempt, RoleAssignment):
            kept = select(func.count()).select_from(table).where(table.person_id == before)
            assert await session.scalar(kept) == 0
        audit = await session.scalars(select(AuditRecord.action).where(AuditRecord.actor_id == before))
        assert {"data_erased", "consent_withdrawn"} <= set(audit)

    await anna.press("Нет, кода нет")
    await anna.say("сосновская")
    await anna.press("Сосновская")
    await anna.press("Математика")
    await anna.press("Готово")
    await anna.press("20 лет")
    await anna.press("Соглас")
    await anna.say("Петрова Анна Петровна")
    assert "Здравствуйте, Анна Петровна" in await anna.press("Да")
    async with town.app.database.reading() as session:
        after = await session.scalar(select(Account.person_id).where(Account.user_id == anna.id))
    assert after not in (None, before)


async def test_a_mentor_who_leaves_stops_her_pair_and_gets_no_more_letters(town: Town) -> None:
    await town.settle()
    tatyana = town.person_id("Татьяна Орлова")
    phone = await open_profile(town, "Татьяна Орлова")
    seen = await phone.press("Удалить мои данные")
    assert "заявки, которые вы взяли" in seen
    assert "пары наставничества остановятся" in seen
    await phone.press("Продолжить")
    await phone.press("Удалить насовсем")
    async with town.app.database.reading() as session:
        states = await session.scalars(select(Pair.status).where(Pair.mentor_id == tatyana))
        assert set(states) == {PairStatus.STOPPED}
        rows = (await session.scalars(select(OutboxRow).where(OutboxRow.person_id == tatyana))).all()
        assert all(row.state != "queued" and row.data == {} for row in rows)
    quiet = len(await phone.messages())
    await town.turn(days=10)
    assert len(await phone.messages()) == quiet


async def test_old_buttons_after_erasure_lead_to_the_welcome(town: Town) -> None:
    anna = await open_profile(town, "Анна Петрова")
    card = (await anna.messages())[-1]
    data = card.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await erase(anna)
    await anna.press_data(card.id, data)
    assert "листок с кодом" in await anna.sees()
    assert "листок с кодом" in await anna.say("/mydata")


async def test_whoever_was_asked_reads_that_the_request_is_withdrawn(town: Town) -> None:
    anna, irina, marina = (town.phone(name) for name in ("Анна Петрова", "Ирина Смирнова", "Марина Белова"))
    await ask(anna)
    await town.turn(days=3)
    assert await marina.heard("тьюторы пока молчат")
    await anna.start()
    await anna.press("Мои данные")
    await erase(anna)
    await town.settle()
    for phone in (irina, marina):
        assert await phone.heard("Заявка № 1 отозвана: учитель удалил свои данные.")
        assert not await phone.heard("«—»")
        assert not await phone.heard("()")


async def test_the_only_administrator_is_told(town: Town) -> None:
    viktor = await open_profile(town, "Виктор Гусев")
    assert "единственный администратор" in await viktor.press("Удалить мои данные")


async def test_anonymous_then_named_she_keeps_her_answers(town: Town) -> None:
    guest = await town.stranger()
    await answer_without_a_sheet(guest, "Химия", "3–9")
    await guest.press("Без согласия")
    async with town.app.database.reading() as session:
        person_id = await session.scalar(select(Account.person_id).where(Account.user_id == guest.id))
    assert person_id is not None
    await answer_something(town, person_id)
    assert "Вы отвечаете без имени" in await guest.press("Мои данные")
    assert "насовсем: предметы и стаж; результаты самодиагностики (1)." in await guest.press("Удалить мои данные")
    await guest.press("Нет, оставить")
    await guest.press("Назвать себя")
    await guest.press("Нет, кода нет")
    await guest.say("сосновская")
    assert "согласие на обработку" in await guest.press("Сосновская"), "her subjects are known already"
    await guest.press("Соглас")
    await guest.say("Ким Мария Ивановна")
    await guest.press("Да")
    assert "самодиагностики — 1" in await guest.press("Мои данные")
    assert "Химия" in await guest.sees()


async def test_anonymous_then_a_code_she_keeps_her_answers(town: Town) -> None:
    galina = town.phone("Галина")
    await answer_without_a_sheet(galina, "Химия", "3–9")
    await galina.press("Без согласия")
    async with town.app.database.reading() as session:
        before = await session.scalar(select(Account.person_id).where(Account.user_id == galina.id))
    assert before is not None
    await answer_something(town, before)
    await galina.press("Мои данные")
    await galina.press("Назвать себя")
    await galina.say("482-915")
    await galina.press("Да, это я")
    await galina.press("Соглас")
    seen = await galina.press("Мои данные")
    assert "самодиагностики — 1" in seen
    assert "Тихонова Галина" in seen
    async with town.app.database.reading() as session:
        left = await session.get_one(Person, before)
        assert (left.erased_at, left.experience_from) == (town.clock.now(), None)


async def test_the_conversation_forgets_what_was_typed(town: Town) -> None:
    anna = await open_profile(town, "Анна Петрова")
    await anna.press("Исправить")
    await anna.press("Школу")
    await anna.say("сосновская тайна")
    assert "тайна" in conversation_file(town)
    await anna.start()
    await anna.press("Мои данные")
    await erase(anna)
    assert "тайна" not in conversation_file(town)


def conversation_file(town: Town) -> str:
    """All that is remembered beside the database: open windows, and updates that are not handled yet."""
    with closing(sqlite3.connect(town.app.settings.state_file)) as file:
        return "\n".join(file.iterdump())


async def erase(phone: Phone) -> None:
    await phone.press("Удалить мои данные")
    await phone.press("Продолжить")
    await phone.press("Удалить насовсем")
