from datetime import UTC, datetime, timedelta

from services.outbox.rules import LEASE, LONGEST_PAUSE, MAX_ACCIDENTS, MAX_ATTEMPTS, next_attempt

NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)


def test_pauses_grow_up_to_ten_minutes_and_never_shrink() -> None:
    pauses = [moment - NOW for number in range(1, MAX_ATTEMPTS) if (moment := next_attempt(number, NOW))]
    assert pauses[:3] == [timedelta(seconds=5), timedelta(seconds=10), timedelta(seconds=20)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
    assert len(pauses) == MAX_ATTEMPTS - 1


def test_a_day_without_a_line_is_outlived() -> None:
    total = sum(
        (moment - NOW for number in range(1, MAX_ATTEMPTS) if (moment := next_attempt(number, NOW))), timedelta()
    )
    assert timedelta(hours=23) < total < timedelta(hours=26)


def test_accidents_are_given_up_sooner() -> None:
    assert next_attempt(MAX_ACCIDENTS - 1, NOW, MAX_ACCIDENTS) is not None
    assert next_attempt(MAX_ACCIDENTS, NOW, MAX_ACCIDENTS) is None


def test_a_lease_outlives_a_batch_whose_every_message_times_out() -> None:
    """The client gives a call up after 60 s; a batch is sent at once."""
    assert timedelta(seconds=60) < LEASE
