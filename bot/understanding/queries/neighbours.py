"""Questions on what came right before or after."""

from __future__ import annotations

from enum import StrEnum

from bot.understanding.queries.base import Query, Seasons


class Side(StrEnum):
    """Which neighbour."""

    BEFORE = "before"
    AFTER = "after"


class TitleBeside(Query, frozen=True):
    """Who won a class right before or after a driver or team did; without a class, each class they won.

    `seasons` says which of their titles is meant, where it was said.
    """

    side: Side
    classes: tuple[str, ...] = ()
    driver: str | None = None
    team: str | None = None
    seasons: Seasons | None = None


class RaceBeside(Query, frozen=True):
    """The race right before or after the races at a circuit, within `seasons` or else at the last visit."""

    side: Side
    circuit: str
    seasons: Seasons | None = None
