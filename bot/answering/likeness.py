"""Whether a circuit is as a question says: where it lies, who drew it, how its lap goes, when it opened."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.laps import laps_in
from bot.answering.wording import listed
from bot.knowledge.model import Circuit, Layout
from bot.understanding.queries import Bound, Like, Seasons


def is_like(like: Like, one: Circuit, seasons: Seasons | None) -> bool:
    """Say whether all that `like` says is on record of `one`, of a lap of `seasons` or of the latest."""
    return _is_place(like, one) and any(_is_lap(like, lap) for lap in laps_in(one, seasons))


def claimed(like: Like, one: Circuit, seasons: Seasons | None) -> bool | None:
    """Say whether `like` is true of `one`; None where that is not recorded, or true of some of its laps only."""
    if unknown_of(like, [one]):
        return None
    laps = laps_in(one, seasons) if seasons else one.layouts
    verdicts = {_is_place(like, one) and _is_lap(like, lap) for lap in laps}
    return verdicts.pop() if len(verdicts) == 1 else None


def _is_place(like: Like, one: Circuit) -> bool:
    return (
        like.country in (None, one.country)
        and (like.locality is None or like.locality in one.place.split(", "))
        and like.designer in (None, one.designer)
        and like.direction in (None, one.direction)
        and (like.opened is None or like.opened.holds(int(one.opened[:4])))
    )


def _is_lap(like: Like, lap: Layout) -> bool:
    return (like.turns is None or like.turns.holds(lap.turns)) and (
        like.length is None or like.length.holds(lap.length_km)
    )


def unknown_of(like: Like, circuits: Iterable[Circuit]) -> tuple[str, ...]:
    """Say of which circuits what is asked for is not recorded."""
    missing = []
    if like.direction and (names := [one.name for one in circuits if one.direction is None]):
        missing.append(f"The direction of {listed(names)} is not recorded.")
    if like.designer and (names := [one.name for one in circuits if one.designer is None]):
        missing.append(f"Who designed {listed(names)} is not recorded.")
    return tuple(missing)


def like_said(like: Like) -> str:
    """Return `like` as the end of a sentence: ` in Selangor`, ` designed by Hermann Tilke`, ` with 16 turns`."""
    said = [
        f"in {like.locality}" if like.locality else "",
        f"designed by {like.designer}" if like.designer else "",
        f"run {like.direction}" if like.direction else "",
        f"with {like.turns} turns" if like.turns else "",
        f"with a lap of {like.length} km" if like.length else "",
        f"opened {_years(like.opened)}" if like.opened else "",
    ]
    return "".join(f" {one}" for one in said if one)


def _years(years: Bound) -> str:
    if years.low == years.high:
        return f"in {years.low}"
    if years.high is None:
        return f"{'in or after' if years.exact else 'after'} {years.low}"
    return f"{'in or before' if years.exact else 'before'} {years.high}"
