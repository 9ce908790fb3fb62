"""What can be answered near a question that cannot: plain commands on the things it names."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.understanding.naming import Naming
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref

_MOST = 3
# Slots by how much a question is about them, with the kind of name they hold and the command that tells all of it.
_ALONE = (
    ("drivers", Kind.DRIVER, "driver"),
    ("teams", Kind.TEAM, "team"),
    ("circuits", Kind.CIRCUIT, "circuit"),
    ("races", Kind.RACE, "race"),
    ("classes", Kind.CLASS, "class"),
)


def nearby(knowledge: Knowledge, naming: Naming, slots: Slots) -> tuple[str, ...]:
    """Return up to three answerable questions on what `slots` name, the closest first; none where nothing is named."""
    season = slots.seasons.ids[0] if slots.seasons and len(slots.seasons.ids) == 1 else ""
    found = []
    if season:
        raced = [one for one in slots.circuits if any(r.season.id == season for r in knowledge.races_at.get(one, ()))]
        crowned = {one.title.race_class for one in knowledge.titles_of_season.get(season, ())}
        found += [f"race {naming.name(Ref(Kind.CIRCUIT, one))} {season}" for one in raced]
        found += [f"champion {naming.name(Ref(Kind.CLASS, one))} {season}" for one in slots.classes if one in crowned]
    found += [
        f"{command} {naming.name(Ref(kind, one))}" for slot, kind, command in _ALONE for one in getattr(slots, slot)
    ]
    found += [f"season {season}"] if season else []
    found += ["circuits", "record nations"] if slots.countries or slots.places else []
    return tuple(found[:_MOST])
