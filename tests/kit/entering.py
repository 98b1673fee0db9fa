"""The way in without a sheet, as far as the question of consent."""

from tests.kit.person import Phone


async def answer_without_a_sheet(guest: Phone, subject: str, experience: str) -> None:
    """Of a school that is not in the list."""
    await guest.start()
    await guest.press("Нет, кода нет")
    await guest.press("Моей школы нет")
    if not any(subject in button for button in await guest.buttons()):
        await guest.press("Дальше")
    await guest.press(subject)
    await guest.press("Готово")
    await guest.press(experience)
