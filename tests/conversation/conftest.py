"""The cast: the phones of those whom nearly every conversation needs."""

from collections.abc import Iterator

import pytest

from tests.conversation.moves import Moves
from tests.conversation.promises import Promises
from tests.kit.person import Phone
from tests.kit.town import Town


@pytest.fixture
def anna(town: Town) -> Phone:
    """Teaches mathematics in a village, 52."""
    return town.phone("Анна Петрова")


@pytest.fixture
def irina(town: Town) -> Phone:
    """A tutor of mathematics."""
    return town.phone("Ирина Смирнова")


@pytest.fixture
def andrey(town: Town) -> Phone:
    """The other one."""
    return town.phone("Андрей Кузнецов")


@pytest.fixture
def marina(town: Town) -> Phone:
    """The methodist."""
    return town.phone("Марина Белова")


@pytest.fixture(autouse=True)
def moves(monkeypatch: pytest.MonkeyPatch) -> Iterator[Moves]:
    """Every conversation proves the pictures of the gallery."""
    made = Moves(monkeypatch)
    yield made
    assert not made.undrawn()


@pytest.fixture(autouse=True)
def promises(monkeypatch: pytest.MonkeyPatch) -> Iterator[Promises]:
    """Every conversation proves the full pages of the guard."""
    made = Promises(monkeypatch)
    yield made
    assert made.broken == []
