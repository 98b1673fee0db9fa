"""What is done with a message that comes for a draft, by what came before it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from services.broadcasts.rules import CUT_FROM, Came, Taken, take

NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)
NOTHING = Came()
FULL = Came(NOW - timedelta(seconds=2), length=CUT_FROM)
PICTURE = Came(NOW, album="a")
PLAIN = Taken(instead=True)


@pytest.mark.parametrize(
    ("came", "before", "taken"),
    [
        (Came(NOW, length=8), NOTHING, PLAIN),
        # a client cuts a text at 4,096 characters: whatever follows a full piece at once goes on with it
        (Came(NOW, length=900), FULL, Taken(instead=False)),
        (Came(NOW, length=900), replace(FULL, at=NOW - timedelta(seconds=10)), Taken(instead=False)),
        (Came(NOW, length=900), replace(FULL, at=NOW - timedelta(seconds=11)), PLAIN),
        # the last piece of a long text is not full: a short text right after it is a new one
        (Came(NOW, length=85), Came(NOW - timedelta(seconds=2), length=904), PLAIN),
        # of an album the first picture is taken; that is told once, and no window is shown a picture
        (PICTURE, NOTHING, PLAIN),
        (PICTURE, PICTURE, Taken(instead=True, attachment=False, tell_of_album=True)),
        (PICTURE, replace(PICTURE, told=True), Taken(instead=True, attachment=False, show=False)),
        (replace(PICTURE, length=5), replace(PICTURE, told=True), Taken(instead=True, attachment=False)),
        (replace(PICTURE, album="b"), PICTURE, PLAIN),
    ],
)
def test_a_message_is_taken_by_what_came_before(came: Came, before: Came, taken: Taken) -> None:
    assert take(came, before) == taken
