"""Which lap of a circuit was raced when: a circuit that was rebuilt has more than one."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.naming import runs
from bot.answering.wording import kilometres
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit, Layout
from bot.understanding.queries import Seasons


def laps_in(one: Circuit, seasons: Seasons | None) -> tuple[Layout, ...]:
    """Return the laps of `one` that were raced in `seasons`, oldest first; the latest alone where no time is said.

    Whether the series raced there then is for the caller to know.
    """
    if seasons is None or len(one.layouts) == 1:
        return one.layouts[-1:]
    asked = set(seasons.ids)
    return tuple([lap for lap in one.layouts if not lap.seasons or asked & set(lap.seasons)])


def lap_name(knowledge: Knowledge, one: Circuit, lap: Layout) -> str:
    """Return the circuit, with the seasons of the lap where there is another: `Yas Marina Circuit (2021)`."""
    return f"{one.name} ({lap_seasons(knowledge, lap)})" if len(one.layouts) > 1 else one.name


def lap_seasons(knowledge: Knowledge, lap: Layout) -> str:
    """Return the seasons that used `lap`; nothing where every visit did."""
    return runs(knowledge, [knowledge.seasons[season] for season in lap.seasons])


def lap_said(knowledge: Knowledge, lap: Layout) -> str:
    """Return a lap by its name, with length, turns and seasons."""
    used = lap_seasons(knowledge, lap)
    return f"{lap.name}: {kilometres(lap.length_km)}, {lap.turns} turns{f' ({used})' if used else ''}"


def earlier_said(knowledge: Knowledge, circuits: Iterable[Circuit]) -> tuple[str, ...]:
    """Tell the laps that were raced before the latest, of those of `circuits` that had any."""
    return tuple([f"{one.name}, {lap_said(knowledge, lap)}." for one in circuits for lap in one.layouts[:-1]])
