"""The only place that wires things together. Nobody imports it but the sandbox and the tests."""

import sys

from bot.interrupt import end_silently_on_interrupt

if sys.argv[:1] == ["-m"]:  # `python -m bot` is looking for its main module; the imports below take a second
    end_silently_on_interrupt()

from bot.lean_models import build_models_when_used

build_models_when_used()  # here, because it must come before aiogram, which nearly everything imports
