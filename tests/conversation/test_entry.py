"""How people come in: with a sheet, without one, without a name, in English, by guessing."""

from sqlalchemy import func, select

from bot.settings import Settings
from db.models import Account, Consent, EntryCode, Person, RoleAssignment, Unit
from db.vocabulary import Purpose, Role, UnitKind
from services.consents.texts import load_consent_texts
from services.people.rules import EXAMPLE_CODE
from tests.kit.entering import answer_without_a_sheet
from tests.kit.person import Phone
from tests.kit.town import Town

CODE = "482915"


async def test_galina_enters_by_the_code_on_her_sheet(town: Town) -> None:
    galina = town.phone("Галина")
    assert "листок с кодом" in await galina.start()
    await galina.press("Да, введу код")
    seen = await galina.say("482 915")
    assert "Галина" in seen
    assert "Верно?" in seen
    assert "[Согласна]" in "".join([await galina.press("Да, это я"), await galina.sees()])
    assert "Согласие на обработку персональных данных" in await galina.press("Прочитать")
    assert "[Согласна]" in await galina.sees()
    assert "Чем помочь?" in await galina.press("Соглас")

    async with town.app.database.reading() as session:
        account = await session.scalar(select(Account).where(Account.user_id == galina.id))
        assert account is not None
        code = await session.get_one(EntryCode, CODE)
        assert account.person_id == code.person_id
        assert code.used_at == town.clock.now()
        consent = await session.scalar(select(Consent).where(Consent.person_id == account.person_id))
        text = load_consent_texts(Settings().content / "consents").get(Purpose.ACCOUNT, "ru")
        assert consent is not None
        assert (consent.purpose, consent.text_hash, consent.text_version) == ("account", text.digest, text.version)


async def test_a_link_from_the_sheet_is_the_code(town: Town) -> None:
    galina = town.phone("Галина")
    assert "Верно?" in await galina.start(CODE)


async def test_a_code_works_once(town: Town) -> None:
    galina, other = town.phone("Галина"), await town.stranger()
    await galina.start(CODE)
    await galina.press("Да, это я")
    await galina.press("Соглас")
    await other.start(CODE)
    assert await other.heard("Код не подошёл")


async def test_two_people_with_one_code_only_the_first_enters(town: Town) -> None:
    """Both stand before «Верно?»; the code is taken when consent is given."""
    galina, other = town.phone("Галина"), await town.stranger()
    for phone in (galina, other):
        await phone.start(CODE)
        await phone.press("Да, это я")
    await galina.press("Соглас")
    await other.press("Соглас")
    async with town.app.database.reading() as session:
        held = await session.scalar(select(Account.person_id).where(Account.user_id == other.id))
        tried = await session.scalar(select(Account.wrong_codes).where(Account.user_id == other.id))
    assert (held, tried) == (None, 0)
    assert await other.heard("Этот код уже использован")
    assert not await other.heard("попыт"), "nothing was guessed, nothing is counted"
    assert "листок с кодом" in await other.sees()
    assert "Нет, кода нет" in await other.sees()


async def test_a_code_used_up_by_somebody_else_meanwhile_leaves_no_dead_end(town: Town) -> None:
    galina, other = town.phone("Галина"), await town.stranger()
    for phone in (galina, other):
        await phone.start(CODE)
    await galina.press("Да, это я")
    await galina.press("Соглас")
    seen = await other.say("что дальше?")
    assert "Этот код уже использован" in seen
    assert "Да, это я" not in seen
    await other.press("Назад")
    assert "листок с кодом" in await other.press("Назад")


async def test_a_mistake_on_the_sheet_is_corrected_after_entering(town: Town) -> None:
    galina = town.phone("Галина")
    await galina.start(CODE)
    assert "Ошибку исправим на следующем шаге" in await galina.press("Это я, но есть ошибка")
    assert "Что исправить?" in await galina.press("Соглас")
    await galina.press("Фамилию")
    await galina.say("Тихонова-Ли Галина Фёдоровна")
    assert "Тихонова-Ли" in await galina.press("Да")
    async with town.app.database.reading() as session:
        account = await session.scalar(select(Account).where(Account.user_id == galina.id))
        code = await session.get_one(EntryCode, CODE)
        assert account is not None
        assert account.person_id == code.person_id
        twins = await session.scalar(select(func.count()).where(Person.surname.like("Тихонова%")))
    assert twins == 1


async def test_somebody_elses_sheet_sends_nobody_on_without_a_word(town: Town) -> None:
    guest = await town.stranger()
    await guest.start(CODE)
    assert "Хорошо, это не вы" in await guest.press("Это не мой листок")
    assert "Напишите код" in await guest.press("Ввести другой код")
    await guest.say(CODE)
    await guest.press("Это не мой листок")
    assert "Найдите свою школу" in await guest.press("Найти школу")


async def test_only_six_digits_are_a_try(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    await guest.press("Да, введу код")
    for said in ("абв", "1", "🙂", "а" * 4000, "12345", "1234567"):
        await guest.say(said)
        assert await guest.heard(f"В коде с листка шесть цифр. Напишите их подряд, например: {EXAMPLE_CODE}")
    await guest.say("000000")
    assert await guest.heard("Осталось 4 попытки")


async def test_guessing_codes_is_stopped(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    await guest.press("Да, введу код")
    for number in range(4):
        await guest.say(f"00000{number}")
    for said in ("000004", CODE):
        before = len(await guest.messages())
        assert "Слишком много неверных кодов" in await guest.say(said)
        assert [one.text for one in (await guest.messages())[before:]] == [(await guest.messages())[-1].text]
    assert "Напишите код" not in await guest.sees()
    assert "Найдите свою школу" in await guest.press("Войти без кода")
    await guest.press("Назад")
    await guest.press("Да, введу код")
    await town.turn(hours=1)
    assert "Верно?" in await guest.say(CODE)


async def test_newcomer_without_a_code(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    await guest.press("Нет, кода нет")
    assert "Ничего" in await guest.say("Хогвартс") or "ничего не нашлось" in await guest.sees()
    await guest.say("сосновская")
    await guest.press("Сосновская")
    await guest.press("Математика")
    await guest.press("Физика")
    await guest.press("Готово")
    await guest.press("10–19 лет")
    await guest.press("Соглас")
    await guest.say("Мария")
    assert await guest.heard("Напишите только фамилию, имя и отчество")
    await guest.say("Мария Ивановна")
    assert await guest.heard("Похоже, здесь имя и отчество")
    assert "Фамилия: Кит" in await guest.say("кит мария ивановна")
    await guest.press("Исправить")
    seen = await guest.say("ким мария ивановна")
    assert "Фамилия: Ким\nИмя: Мария\nОтчество: Ивановна" in seen
    assert "Здравствуйте, Мария Ивановна" in await guest.press("Да")
    async with town.app.database.reading() as session:
        person = await session.scalar(select(Person).where(Person.surname == "Ким", Person.given_name == "Мария"))
        assert person is not None
        assert (person.experience_from, person.experience_exact) == (2016, False)
        role = await session.scalar(select(RoleAssignment).where(RoleAssignment.person_id == person.id))
        assert role is not None
        assert (role.role, role.unit_id) == (Role.TEACHER, person.unit_id)


async def test_a_school_is_found_as_people_speak_of_it_and_back_leads_to_the_list(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    await guest.press("Нет, кода нет")
    await guest.say("школа 5")
    assert "[Гимназия № 5]" in await guest.sees()
    assert "Нашлась 1 школа" in await guest.say("сосновка")
    assert "только номер или начало названия" in await guest.say("Хогвартс")
    assert "Всего школ: 22" in await guest.press("Весь список")
    assert "Весь список" not in await guest.sees()
    await guest.say("Хогвартс")
    assert "Всего школ: 22" in await guest.press("Назад")
    assert "листок с кодом" in await guest.press("Назад")


async def test_the_code_may_be_written_where_the_school_is_asked(town: Town) -> None:
    galina = town.phone("Галина")
    await galina.start()
    await galina.press("Нет, кода нет")
    assert "Тихонова Галина" in await galina.say("482 915")


async def test_markup_is_no_name(town: Town) -> None:
    guest = await enter_by_hand(town, "<b>Ли</b> <i>Анна&Ко</i>")
    assert await guest.heard("Напишите только фамилию, имя и отчество")
    assert "Как вас зовут" in await guest.sees()


async def test_without_consent_nothing_about_her_is_kept(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    await guest.press("Нет, кода нет")
    await guest.say("сосновская")
    await guest.press("Сосновская")
    await guest.press("Математика")
    await guest.press("Готово")
    await guest.press("3–9")
    assert "ни имени, ни школы" in await guest.sees()
    assert "без имени" in await guest.press("Без согласия")
    async with town.app.database.reading() as session:
        account = await session.scalar(select(Account).where(Account.user_id == guest.id))
        assert account is not None
        person = await session.get_one(Person, account.person_id)
        assert (person.anonymous, person.surname, person.given_name, person.unit_id) == (True, None, None, None)
        consents = await session.scalar(select(func.count()).select_from(Consent).where(Consent.person_id == person.id))
        assert consents == 0


async def test_entering_in_english(town: Town) -> None:
    guest = await town.stranger("Jane", language_code="en")
    assert "six-digit code" in await guest.start()
    await guest.press("По-русски")
    assert "листок с кодом" in await guest.sees()
    await guest.press("In English")
    await guest.press("No, I have none")
    assert "Find your school" in await guest.sees()


async def test_what_nobody_expected_gets_an_answer(town: Town) -> None:
    anna = town.phone("Анна Петрова")
    await anna.start()
    for said in ("что делать?", "/unknown", "а" * 4096, '<b>& "кавычки"'):
        await anna.say(said)
        assert "Чем помочь?" in await anna.sees(), said
    await anna.send_file(b"not asked for", "plan.pdf")
    assert await anna.heard("Я понимаю только слова и кнопки")
    assert "Чем помочь?" in await anna.sees()


async def test_the_words_of_a_button_press_it(town: Town) -> None:
    anna, guest = town.phone("Анна Петрова"), await town.stranger()
    assert "Чем помочь?" in await anna.say("меню")
    assert not await anna.heard("Здесь отвечают кнопками")
    assert "Записаны вы" not in await anna.say("мои данные")
    assert "Петрова Анна Петровна" in await anna.sees()
    assert "Что исправить?" in await anna.say("Исправить")
    await anna.say("школу")
    assert "[Сосновская ООШ]" in "\n".join([await anna.say("сосновская"), await anna.sees()]), "a question comes first"
    assert "Чем помочь?" in await anna.say("Меню.")
    await anna.press("Мои данные")
    assert "Удалить ваши данные?" in await anna.say("удалить мои данные")
    assert "Петрова Анна Петровна" in await anna.say("нет, оставить")
    await anna.say("исправить")
    await anna.press("Фамилию")
    await anna.say("Петрова-Ли Анна Петровна")
    assert "Петрова-Ли" in await anna.say("да")
    assert await anna.heard("Записано.")
    assert not await anna.heard("Здесь отвечают кнопками")
    await guest.start()
    assert "Напишите код" in await guest.say("да, введу код")


async def test_stale_and_forged_buttons_show_the_present(town: Town) -> None:
    anna = town.phone("Анна Петрова")
    await anna.start()
    old = (await anna.messages())[-1]
    data = old.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await anna.say("/menu")
    await anna.press_data(old.id, data)
    assert "устарела" in (anna.alert or "")
    assert "Чем помочь?" in await anna.sees()
    for forged in ("x", "aaaaaa\x1dmenu", "stale", "\x00", "ф" * 32):
        await anna.press_data(old.id, forged)
        assert "Чем помочь?" in await anna.sees(), forged


async def test_the_code_may_be_written_before_any_button(town: Town) -> None:
    galina = town.phone("Галина")
    await galina.start()
    await galina.say("здравствуйте")
    assert await galina.heard("Здесь отвечают кнопками")
    assert "Верно?" in await galina.say("код 482-915")


async def test_a_wrong_code_at_the_welcome_says_how_to_go_on(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    assert "шесть цифр" in await guest.say("000000")
    assert await guest.heard("Осталось 4 попытки")


async def test_back_leads_through_every_question(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    await guest.press("Нет, кода нет")
    await guest.press("Моей школы нет")
    await guest.press("Химия")
    await guest.press("Готово")
    await guest.press("Первый год")
    await guest.press("Прочитать")
    assert "нужно ваше согласие" in await guest.press("Назад")
    assert "стаж" in await guest.press("Назад")
    await guest.press("Первый год")
    await guest.press("Соглас")
    assert "Как вас зовут" in await guest.sees()
    assert "стаж" in await guest.press("Назад")
    assert "[✓ Химия]" in await guest.press("Назад"), "what was ticked is still ticked"
    assert "Найдите свою школу" in await guest.press("Назад")
    assert "листок с кодом" in await guest.press("Назад")
    async with town.app.database.reading() as session:
        assert await session.scalar(select(Account.person_id).where(Account.user_id == guest.id)) is None


async def test_back_from_the_code(town: Town) -> None:
    galina = town.phone("Галина")
    await galina.start(CODE)
    await galina.press("Да, это я")
    assert "Верно?" in await galina.press("Назад")
    assert "Напишите код" in await galina.press("Назад")
    assert "листок с кодом" in await galina.press("Назад")


async def test_words_where_buttons_are_asked(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    await guest.press("Нет, кода нет")
    await guest.press("Моей школы нет")
    await guest.say("астрология")
    assert await guest.heard("Такого предмета в списке нет")
    assert "[✓ Химия]" in await guest.say("химия")
    await guest.say("алгебра, рисование и астрология; английский язык")
    assert await guest.heard("Такого предмета в списке нет: «астрология»")
    assert "Отмечено: Математика, Химия, Иностранный язык, Музыка, ИЗО." in await guest.sees()
    await guest.press("Дальше")
    for ticked in ("Музыка, ИЗО", "Иностранный язык"):
        assert f"[✓ {ticked}]" in await guest.sees()
        await guest.press(ticked)
    await guest.press("Раньше")
    await guest.press("Математика")
    await guest.press("Готово")
    await guest.say("давно")
    assert await guest.heard("напишите число полных лет или год начала работы")
    assert "нужно ваше согласие" in await guest.say("15 лет")
    assert "нужно ваше согласие" in await guest.say("согласна"), "agreeing takes the button"
    assert await guest.heard("Здесь отвечают кнопками")


async def test_start_in_the_middle_begins_anew(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    await guest.press("Нет, кода нет")
    old = (await guest.messages())[-1]
    data = old.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "листок с кодом" in await guest.start()
    await guest.press_data(old.id, data)
    assert "листок с кодом" in await guest.sees()


async def test_her_own_used_code_is_no_mistake(town: Town) -> None:
    galina = town.phone("Галина")
    await galina.start(CODE)
    await galina.press("Да, это я")
    await galina.press("Соглас")
    assert "Чем помочь?" in await galina.start(CODE)
    assert await galina.heard("Вы уже вошли")
    assert "Чем помочь?" in await galina.start("nonsense")


async def test_help_leads_back_to_the_menu(town: Town) -> None:
    anna, guest = town.phone("Анна Петрова"), await town.stranger()
    await anna.say("/help")
    assert "Чем помочь?" in await anna.press("Меню")
    await guest.say("/help")
    assert "листок с кодом" in await guest.press("Меню")


async def test_where_there_are_two_districts_one_is_asked(town: Town) -> None:
    async with town.app.database.transaction() as session:
        session.add(Unit(id=900, kind=UnitKind.MUNICIPALITY, name="Озёрный район", search_name="озерный", path="/900/"))
    guest = await town.stranger()
    await guest.start()
    assert "Где вы работаете?" in await guest.press("Нет, кода нет")
    assert "Всего школ: 0" in await guest.press("Озёрный")
    assert "Где вы работаете?" in await guest.press("Назад")
    assert "Всего школ: 22" in await guest.press("Заречный")


async def enter_by_hand(town: Town, name: str) -> Phone:
    guest = await town.stranger()
    await answer_without_a_sheet(guest, "Другое", "Первый год")
    await guest.press("Соглас")
    await guest.say(name)
    return guest
