"""Ctrl-C while the bot is still starting is a wish, not a failure: it ends without a word."""

import os
import signal

INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C has ended."""


def end_silently_on_interrupt() -> None:
    """From now until the bot handles signals by itself. Nothing is lost: what is half written is rolled back."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
