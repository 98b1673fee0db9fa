"""What the operator reads: accidents, not refusals."""

import logging
from collections.abc import Iterator

import pytest

from bot.logs import no_refusal, set_up_logs
from services.errors import NotAllowed


@pytest.fixture
def windows() -> Iterator[logging.Logger]:
    root = logging.getLogger()
    kept = root.handlers[:], root.level
    set_up_logs("INFO")
    logger = logging.getLogger("aiogram_dialog.window")
    yield logger
    logger.removeFilter(no_refusal)
    root.handlers[:], root.level = kept[0], kept[1]


@pytest.mark.parametrize(("raised", "lines"), [(NotAllowed(), 0), (RuntimeError(), 1)])
def test_a_refusal_by_a_getter_is_no_error(
    windows: logging.Logger, caplog: pytest.LogCaptureFixture, raised: Exception, lines: int
) -> None:
    logging.getLogger().addHandler(caplog.handler)
    try:
        raise raised
    except Exception:
        windows.error("Cannot get window data for state %s", "Staff:role")  # as the library does
    assert len(caplog.messages) == lines
