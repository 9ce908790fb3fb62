"""What every query is made of."""

from __future__ import annotations

from msgspec import Struct

from bot.server_facts.model import Subject
from bot.understanding.queries.focus import Focus
from bot.understanding.spans import Ref


class Seasons(Struct, frozen=True):
    """Season ids meant by what was said, oldest first.

    `said` is how the choice reads in a sentence (`2016`, `since 2019–20`). `year` is set for a lone year, so that races
    can be told by their date.
    """

    ids: tuple[str, ...]
    said: str
    year: int | None = None


class Bound(Struct, frozen=True):
    """How many are asked for: more or fewer than a number, or that number itself (`exact`)."""

    low: int | None = None
    high: int | None = None
    exact: bool = False

    def holds(self, figure: float) -> bool:
        """Say whether `figure` is within the bound."""
        if figure in (self.low, self.high):
            return self.exact
        return (self.low is None or figure > self.low) and (self.high is None or figure < self.high)

    def verdict(self, figure: int) -> bool | None:
        """Say whether `figure` is as many as was said; None where more were counted than that number."""
        exact = self.low is not None and self.low == self.high
        return None if exact and figure > (self.low or 0) else self.holds(figure)

    def __str__(self) -> str:
        if self.low == self.high:
            return f"exactly {self.low}"
        if self.high is None:
            return f"{'at least' if self.exact else 'more than'} {self.low}"
        return f"{'at most' if self.exact else 'fewer than'} {self.high}"


AT_LEAST_ONE = Bound(low=1, exact=True)
MORE_THAN_ONE = Bound(low=1)


class Query(Struct, frozen=True):
    """Base of all queries."""

    def __str__(self) -> str:
        shown = []
        for name in type(self).__struct_fields__:
            value = getattr(self, name)
            if value and value != Focus.ALL:
                shown.append(f"{name}={_plain(value)}")
        return f"{type(self).__name__}({', '.join(shown)})"


def _plain(value: object) -> str:
    if type(value) is str:
        return value
    if isinstance(value, Seasons):
        return "/".join(value.ids) or value.said
    if isinstance(value, Ref):
        return f"{value.kind}:{value.id}"
    if isinstance(value, Subject):
        return str(value)
    if isinstance(value, tuple):
        return "+".join(map(_plain, value))
    return str(value)
