"""A local messenger: a server that speaks the Bot API, people one can play, a clock one can turn."""

from sandbox.clock import TurnableClock
from sandbox.server import Sandbox
from sandbox.stage import Stage

__all__ = ["Sandbox", "Stage", "TurnableClock"]
