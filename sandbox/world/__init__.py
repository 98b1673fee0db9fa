"""The state of the play."""

from sandbox.world.files import File
from sandbox.world.message import Chat, Message
from sandbox.world.person import Person
from sandbox.world.world import World

__all__ = ["Chat", "File", "Message", "Person", "World"]
