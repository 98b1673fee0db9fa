"""The only place that wires things together. Nobody imports it but the sandbox and the tests."""

from bot.lean_models import build_models_when_used

build_models_when_used()  # here, because it must come before aiogram, which nearly everything imports
