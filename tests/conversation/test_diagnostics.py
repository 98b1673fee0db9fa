"""Anna Petrovna looks at herself, stops, goes on, and decides who may see it."""

import asyncio

from sqlalchemy import func, select

from bot.app import App
from db.models import Answer, Attempt
from db.vocabulary import AttemptState
from sandbox.bot_stage import BotStage
from tests.kit.person import Phone
from tests.kit.town import Town

RIGHT = {
    "Смешали": "21 %",
    "Катер": "14,0",
    "Сколько корней": "3",
    "Катеты": "r = 3.",
    "пирамид": "60 см",
    "трёхзначное": "122",
}
CHOSEN = {"log₀,₅": "Не изменён знак", "утверждение": "равносторонних", "косинус": "√6/3", "При каких a": "a > 2"}


async def begun(town: Town, name: str = "Анна Петрова", title: str = "Экспресс") -> Phone:
    phone = town.phone(name)
    await phone.start()
    await phone.press("Самодиагностика")
    await phone.press(title)
    await phone.press("Начать")
    return phone


async def answers(town: Town) -> int:
    async with town.app.database.reading() as session:
        return await session.scalar(select(func.count()).select_from(Answer)) or 0


async def answer_all(phone: Phone, label: str = "2 — ") -> str:
    seen = await phone.sees()
    while "Вопрос" in seen:
        seen = await phone.press(label)
    return seen


async def press_again(phone: Phone, label: str) -> tuple[int, str]:
    """The message and data of a button, to press it once more after it is gone."""
    shown = (await phone.messages())[-1]
    rows = shown.raw["reply_markup"]["inline_keyboard"]
    return shown.id, next(button["callback_data"] for row in rows for button in row if label in button["text"])


async def test_from_the_first_screen_to_the_result(town: Town) -> None:
    anna = town.phone("Анна Петрова")
    await anna.start()
    assert "Ещё не проходили" in await anna.press("Самодиагностика")
    intro = await anna.press("Экспресс")
    assert "36 вопросов, около 10 мин." in intro
    assert "Личный результат видите только вы, пока не откроете его сами." in intro
    assert "На оплату труда и аттестацию он не влияет" in intro
    question = await anna.press("Начать")
    assert question.startswith("Вопрос 1 из 36")
    assert "[Не относится ко мне]" in question
    assert (await anna.press("3 — ")).startswith("Вопрос 2 из 36")
    assert await answers(town) == 1
    assert "[✓ 3 — могу научить]" in await anna.press("Назад")
    assert (await anna.press("Дальше")).startswith("Вопрос 2 из 36")
    assert (await anna.press("Не относится")).startswith("Вопрос 3 из 36")
    assert (await anna.say("0")).startswith("Вопрос 4 из 36")
    result = await answer_all(anna)
    assert "Сильная сторона: " in result
    assert "Требует внимания: 1 пункт с ответом «0 — пока не получается»." in result
    assert "Этот результат видите только вы." in result
    window = (await anna.messages())[-1]
    assert "photo" in window.raw
    assert window.text.startswith("Экспресс-самодиагностика, 6 октября 2026")
    assert "Меню" in window.buttons
    asked = await anna.press("Что требует внимания")
    assert "Предметная подготовка\n• Объясняю одну и ту же тему" in asked
    assert "Сильная сторона: " in await anna.press("Назад")


async def test_nothing_is_said_of_a_result_without_answers(town: Town) -> None:
    anna = await begun(town)
    result = await answer_all(anna, "Не относится")
    assert "Ответов слишком мало, чтобы судить." in result
    assert "[Что требует внимания]" not in result
    for praise in ("ильная сторона", "пробелов нет", "опыт"):
        assert praise not in result
        assert praise not in await anna.press("Рекомендации")
        await anna.press("Назад")
    assert "Ответов слишком мало, чтобы советовать" in await anna.press("Рекомендации")
    await anna.press("Назад")
    assert "• Предметная подготовка: не относится" in await anna.press("По направлениям")
    await anna.press("Назад")
    assert "Последний раз 6 октября 2026." in await anna.press("Назад")


async def test_a_deputy_head_who_teaches_is_asked_as_a_teacher(town: Town) -> None:
    olga = town.phone("Ольга")
    await olga.start()
    assert "проверьте свои предметы" in await olga.press("Самодиагностика")
    await olga.press("Меню")
    await olga.press("Мои данные")
    await olga.press("Исправить")
    await olga.press("Предметы")
    await olga.press("Математика")
    await olga.press("Готово")
    await olga.press("Меню")
    seen = await olga.press("Самодиагностика")
    for title in ("Экспресс-самодиагностика", "ГИА: математика", "Мини-тест: математика"):
        assert title in seen
    await olga.press("Экспресс")
    assert (await olga.press("Начать")).startswith("Вопрос 1 из 36")


async def pictures(phone: Phone) -> int:
    return sum("photo" in message.raw for message in await phone.messages())


async def test_the_same_result_never_stands_in_the_chat_twice(town: Town) -> None:
    anna = await begun(town)
    await answer_all(anna, "0 — ")
    assert await pictures(anna) == 1
    before = len(await anna.messages())
    assert "Что можно сделать" in await anna.press("Рекомендации")
    assert await pictures(anna) == 0
    assert "Зона роста" in await anna.press("Назад")
    assert "• Предметная подготовка: 0 %. Нужна помощь" in await anna.press("По направлениям")
    await anna.press("Назад")
    await anna.press("Показать методистам")
    await anna.press("Да, показать")
    await anna.press("Больше не показывать")
    assert (await pictures(anna), len(await anna.messages())) == (1, before)
    assert "Зона роста" in await anna.say("а что дальше?")
    assert await anna.heard("Здесь") is not None
    assert await pictures(anna) == 1
    assert "Самодиагностика" in await anna.press("Назад")
    await anna.press("Мои результаты")
    assert "Зона роста" in await anna.press("1 · 06.10.26")
    assert "Чем помочь" in await anna.press("Меню")
    assert await pictures(anna) == 0
    await anna.press("Самодиагностика")
    await anna.press("Экспресс")
    await anna.press("Прошлый результат")
    await town.restart()
    assert "Что можно сделать" in await anna.press("Рекомендации")
    await anna.press("Назад")
    assert await pictures(anna) == 1


async def test_words_where_buttons_answer_get_a_helpful_answer(town: Town) -> None:
    anna = await begun(town)
    again = await anna.say("<b>не знаю</b>")
    assert again.startswith("Вопрос 1 из 36")
    assert await anna.heard("Здесь отвечают кнопками") is not None
    await anna.say("7")
    assert sum("Здесь отвечают кнопками. Вот они:" in message.text for message in await anna.messages()) == 2
    await anna.send_file(b"abc", "a.txt")
    assert (await anna.sees()).startswith("Вопрос 1 из 36")
    assert await answers(town) == 0


async def test_a_typed_letter_counts_as_its_button(town: Town) -> None:
    anna = await begun(town, title="Мини-тест")
    seen = await anna.sees()
    while "А)" not in seen:
        seen = await anna.say("1")
    for written in ("б", "Б", "б)", "Б."):
        assert "Вопрос 5 из 10" in await anna.say(written)
        assert "[✓ Б]" in await anna.press("Назад")
    whole = next(line for line in (await anna.sees()).splitlines() if line.startswith("В) "))
    assert "Вопрос 5 из 10" in await anna.say(whole.removeprefix("В) "))
    assert "[✓ В]" in await anna.press("Назад")
    assert "Вопрос 5 из 10" in await anna.say("не знаю")
    await anna.press("Назад")
    for written in ("я", "5", "бв"):
        await anna.say(written)
        assert await anna.heard("Здесь отвечают кнопками") is not None
        assert "Вопрос 4 из 10" in await anna.sees()


async def test_the_words_of_a_button_count_as_the_button(town: Town) -> None:
    anna = await begun(town)
    assert "Вопрос 2 из 36" in await anna.say("получается")
    assert "[✓ 2 — получается]" in await anna.press("Назад")
    assert "Вопрос 2 из 36" in await anna.say("3 - Могу научить")
    assert "[✓ 3 — могу научить]" in await anna.press("Назад")
    assert "Вопрос 2 из 36" in await anna.say("Не относится ко мне.")
    assert "[✓ Не относится ко мне]" in await anna.press("Назад")


async def test_nothing_is_begun_before_the_first_answer(town: Town) -> None:
    anna = await begun(town)
    assert "Ещё не проходили" in await anna.press("Прервать")
    await anna.press("Экспресс")
    await anna.press("Начать")
    await anna.press("2 — ")
    assert "[✓ 2 — " in await anna.press("Назад")
    assert "Начата: продолжить с вопроса 2" in await anna.press("Прервать")


async def test_the_owner_sees_who_has_looked(town: Town) -> None:
    anna, marina = await begun(town), town.phone("Марина")
    await answer_all(anna)
    await anna.press("Показать методистам")
    assert "Открывали" not in await anna.press("Да, показать")
    await marina.start()
    await marina.press("Открытые мне")
    await marina.press("1 · Петрова")
    await anna.press("Рекомендации")
    assert "Открывали: Белова Марина Олеговна, 6 октября 2026." in await anna.press("Назад")


async def test_second_taps_and_forged_ones_change_nothing(town: Town) -> None:
    anna = await begun(town)
    message, data = await press_again(anna, "1 — ")
    await anna.press("1 — ")
    assert (await anna.press_data(message, data)).startswith("Вопрос 2 из 36")
    await anna.press("2 — ")
    assert (await anna.press_data(message, data)).startswith("Вопрос 3 из 36")
    assert await answers(town) == 2
    await anna.press_data(message, data[:-1] + "9")
    assert anna.alert is not None
    await anna.press_data(message, data.replace(".", "!"))
    assert anna.alert is not None
    assert await answers(town) == 2
    assert (await anna.press("2 — ")).startswith("Вопрос 4 из 36")


async def test_quick_taps_of_one_button_answer_one_question(town: Town) -> None:
    anna = await begun(town)
    message, data = await press_again(anna, "1 — ")
    await asyncio.gather(*(anna.press_data(message, data) for _ in range(6)))
    assert (await anna.sees()).startswith("Вопрос 2 из 36")
    assert await answers(town) == 1


async def test_she_stops_and_goes_on_after_a_day(town: Town) -> None:
    anna = await begun(town)
    for _ in range(11):
        await anna.press("2 — ")
    seen = await anna.press("Прервать")
    assert anna.alert is not None
    assert "Место запомнил" in anna.alert
    assert "Начата: продолжить с вопроса 12." in seen
    await town.turn(days=1)
    await anna.start()
    await anna.press("Самодиагностика")
    assert "Вы остановились на вопросе 12" in await anna.press("Экспресс")
    assert (await anna.press("Продолжить с вопроса 12")).startswith("Вопрос 12 из 36")


async def test_nothing_is_lost_when_the_bot_starts_anew(town: Town) -> None:
    anna = await begun(town)
    for _ in range(4):
        await anna.press("2 — ")
    await town.app.stop()
    async with App(town.app.settings, town.clock) as again:
        town.sandbox.stage = BotStage(again, town.clock)
        assert (await anna.press("2 — ")).startswith("Вопрос 6 из 36")
        assert await answers(town) == 5


async def test_a_second_attempt_stands_beside_the_first(town: Town) -> None:
    anna = await begun(town)
    await answer_all(anna, "1 — ")
    await town.turn(days=220)
    await anna.start()
    await anna.press("Самодиагностика")
    assert "Прошлый результат — от 6 октября 2026" in await anna.press("Экспресс")
    await anna.press("Пройти ещё раз")
    result = await answer_all(anna, "2 — ")
    assert "В октябре 2026 года было 33 %, сейчас 67 %." in result
    assert "• Предметная подготовка: 67 %, было 33 %" in await anna.press("По направлениям")
    await anna.press("Назад")
    await anna.press("Назад")
    past = await anna.press("Мои результаты")
    assert "2. Экспресс-самодиагностика, 6 октября 2026: 33 %" in past
    assert "В целом: 33 %." in await anna.press("2 · 06.10.26")


async def test_recommendations_belong_to_the_weakest_areas(town: Town) -> None:
    anna = await begun(town)
    await answer_all(anna, "0 — ")
    advice = await anna.press("Рекомендации")
    assert "Предметная подготовка, 0 %. Нужна помощь" in advice
    assert "• Запросить тьютора по одной-двум темам" in advice
    assert "Сейчас трудно по всем направлениям" in await anna.press("Назад")


async def test_a_methodist_sees_it_only_while_it_is_open(town: Town) -> None:
    anna, marina = await begun(town), town.phone("Марина")
    await answer_all(anna, "0 — ")
    await marina.start()
    assert "Пока никто не открывал" in await marina.press("Открытые мне")
    asked = await anna.press("Показать методистам")
    assert "Белова Марина Олеговна" in asked
    assert "Ответы на вопросы не показываются" in asked
    assert "Этот результат видите только вы" in await anna.press("Нет, не показывать")
    await anna.press("Показать методистам")
    assert "Результат открыт методистам района с 6 октября 2026" in await anna.press("Да, показать")
    await marina.start()
    listed = await marina.press("Открытые мне")
    assert "1. Петрова Анна Петровна, Сосновская ООШ: Экспресс-самодиагностика" in listed
    message, data = await press_again(marina, "1 · Петрова")
    shown = await marina.press("1 · Петрова")
    assert "Петрова Анна Петровна, Сосновская ООШ" in shown
    assert "Зона роста" in shown
    assert "Требует внимания" not in shown
    card = (await marina.messages())[-1].raw
    assert "photo" in card
    assert card["has_protected_content"]
    await marina.press("Назад")
    assert await pictures(marina) == 0
    message, data = await press_again(marina, "1 · Петрова")
    assert "Этот результат видите только вы" in await anna.press("Больше не показывать")
    await marina.press_data(message, data)
    assert marina.alert == "Петрова Анна Петровна больше не показывает этот результат."
    assert "Пока никто не открывал" in await marina.sees()
    assert "Петрова" not in await marina.sees()


async def test_the_list_is_drawn_anew_when_an_erased_result_is_pressed(town: Town) -> None:
    anna, marina = await begun(town), town.phone("Марина")
    await answer_all(anna, "0 — ")
    await anna.press("Показать методистам")
    await anna.press("Да, показать")
    await marina.start()
    await marina.press("Открытые мне")
    message, data = await press_again(marina, "1 · Петрова")
    await anna.press("Меню")
    await anna.press("Мои данные")
    await anna.press("Удалить мои данные")
    await anna.press("Продолжить")
    await anna.press("Удалить насовсем")
    await marina.press_data(message, data)
    assert marina.alert is not None
    assert "Этого уже нет" in marina.alert
    assert "Петрова" not in await marina.sees()


async def test_owner_and_reader_are_told_the_same_of_who_sees_it(town: Town) -> None:
    """There are several methodists in the district, and it is open to each of them."""
    anna, marina = await begun(town), town.phone("Марина")
    await answer_all(anna)
    asked = await anna.press("Показать методистам")
    assert "Белова Марина Олеговна, Гусев Виктор Павлович" in asked
    assert "Открыто методистам района" in (await anna.press("Да, показать"), anna.alert or "")[1]
    await marina.start()
    await marina.press("Открытые мне")
    shown = await marina.press("1 · Петрова")
    assert "Результат открыт методистам района, не пересылайте его." in shown
    assert "лично" not in shown


async def test_a_result_that_is_closed_or_erased_while_it_is_open_says_so(town: Town) -> None:
    anna, marina = await begun(town), town.phone("Марина")
    await answer_all(anna, "0 — ")
    await anna.press("Показать методистам")
    await anna.press("Да, показать")
    await marina.start()
    await marina.press("Открытые мне")
    await marina.press("1 · Петрова")
    await anna.press("Больше не показывать")
    seen = await marina.say("почему так мало?")
    assert "Петрова Анна Петровна больше не показывает этот результат." in seen
    assert "[Назад]" in seen
    assert "[Меню]" in seen
    await anna.press("Меню")
    await anna.press("Мои данные")
    await anna.press("Удалить мои данные")
    await anna.press("Продолжить")
    await anna.press("Удалить насовсем")
    seen = await marina.say("а теперь?")
    assert "Этого уже нет" in seen
    assert "Петрова" not in seen
    assert "Пока никто не открывал" in await marina.press("Назад")


async def test_the_subject_test_is_explained_task_by_task(town: Town) -> None:
    anna = await begun(town, title="Мини-тест")
    await anna.say("двадцать один")
    assert await anna.heard("Здесь нужно число") is not None
    seen = await anna.sees()
    while "Вопрос" in seen:
        number = next((right for words, right in RIGHT.items() if words in seen), None)
        if "наименьшее трёхзначное" in seen:
            seen = await anna.say("17")
        elif number is not None:
            seen = await anna.say(number)
        else:
            wanted = next(right for words, right in CHOSEN.items() if words in seen)
            line = next(
                line for line in seen.splitlines() if line[1:2] == ")" and line[3:].startswith(_start(wanted, line))
            )
            seen = await anna.press(line[0])
    assert "Верно 9 из 10. Предметная база уверенная." in seen
    assert "[Показать методистам]" not in seen
    first = await anna.press("Разбор заданий")
    assert "Задание 10, разбор 1 из 10: есть ошибка" in first
    assert "Ваш ответ: 17\nВерный ответ: 122" in first
    assert "Частая ошибка. Ответ 17" in first
    assert "Задание 1, разбор 2 из 10: верно" in await anna.press("Дальше")
    await anna.press("Назад")
    await anna.press("Назад")
    asked = await anna.press("Мини-тест")
    assert "Пройти ещё раз можно с 5 ноября 2026" in asked
    assert "Пройти можно 2 раза" not in asked, "said before the first attempt"
    assert "[Пройти ещё раз]" not in await anna.sees()


def _start(wanted: str, line: str) -> str:
    """Options are found by what they say: their letters differ from attempt to attempt."""
    text = line[3:]
    return text if wanted in text and not (wanted == "a > 2" and text != "a > 2") else "\0"


async def test_without_a_name_and_in_english(town: Town) -> None:
    guest = await town.stranger("Guest", "en")
    await guest.start()
    await guest.press("No, I have none")
    await guest.say("Сосновская")
    await guest.press("Сосновская")
    await guest.press("Mathematics")
    await guest.press("Done")
    await guest.press("3–9")
    await guest.press("anonymous")
    assert "[Self-diagnostics]" in await guest.sees()
    await guest.press("Self-diagnostics")
    assert "Who will see the result" in await guest.press("Express")
    question = await guest.press("Begin")
    assert question.startswith("Question 1 of 36")
    seen = question
    while seen.startswith("Question"):
        seen = await guest.press("1 — ")
    assert "Overall: 33%." in seen
    assert "Only you see this result." in seen
    assert "[Show it to the methodists]" not in seen
    assert "[Ask for a tutor]" not in await guest.sees(), "a tutor is not for the nameless"
    assert "six-digit code" in await guest.press("Say who I am")
    async with town.app.database.reading() as session:
        finished = await session.scalar(select(func.count()).where(Attempt.state == AttemptState.FINISHED))
    assert finished == 1
