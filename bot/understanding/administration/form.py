"""What an order looks like: one declaration each, from which its line, its slash command and its help come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from bot.understanding.administration.orders import Misunderstood, Order
from bot.understanding.administration.subjects import SubjectReader
from bot.understanding.commands import Offer, Option

# What was typed, by the names of the options; those left out are not in it.
Given = Mapping[str, str]
SUBJECT = Option("subject", "A circuit, driver, team, class or season, or a topic of yours.", Offer.SUBJECT, True)


class Who(Enum):
    """Who may give an order: anyone in the server, those who may change facts, or those who manage the server."""

    ANYONE = auto()
    EDITORS = auto()
    MANAGERS = auto()


@dataclass(frozen=True, slots=True)
class OrderForm:
    """One order.

    `group` and `name` are its first words; `name` is empty for the group said alone. `makes` is the order that comes of
    it: `split` cuts the rest of a line into the options, `build` makes the order of them. A sentence of `build` on what
    is wrong is followed by the usage.
    """

    group: str
    name: str
    usage: str
    about: str
    examples: tuple[str, ...]
    who: Who
    makes: type[Order]
    split: Callable[[str, SubjectReader], Given | Misunderstood]
    build: Callable[[Given, SubjectReader], Order | Misunderstood]
    options: tuple[Option, ...] = ()

    @property
    def title(self) -> str:
        """What the order is called: `fact add`."""
        return f"{self.group} {self.name}".strip()
