"""The state of the play."""

from sandbox.world.chat import Chat, Group
from sandbox.world.files import File
from sandbox.world.message import Message
from sandbox.world.person import Person
from sandbox.world.shelf import Shelf
from sandbox.world.world import World

__all__ = ["Chat", "File", "Group", "Message", "Person", "Shelf", "World"]
