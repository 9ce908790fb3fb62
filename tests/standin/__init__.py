"""A stand-in of Discord for tests, spoken to by a real, unpatched client library over real sockets.

README.md tells how to lead a bot here and what is not simulated. What a test needs is named in this file.
"""

from standin.interactions import Choice, Interaction
from standin.people import Person
from standin.server import Standin
from standin.world import Channel, Guild, Message, Role, User

__all__ = ["Channel", "Choice", "Guild", "Interaction", "Message", "Person", "Role", "Standin", "User"]
