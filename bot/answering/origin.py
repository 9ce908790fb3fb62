"""Where people and teams are from: one nation, a part of the world, or all the world outside one."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.wording import flag, the
from bot.knowledge.base import Knowledge
from bot.understanding.queries import Champions


@dataclass(frozen=True, slots=True)
class Origin:
    """Nations that belong together, and how they are named: `from` a nation or region, or `from outside` a region."""

    name: str
    shown: str
    nations: frozenset[str]

    @classmethod
    def of(cls, knowledge: Knowledge, query: Champions) -> Origin:
        """Return the origin that `query` keeps to."""
        if query.nation:
            country = knowledge.countries[query.nation]
            return cls(the(country), f"{flag(country)} ", frozenset({country.id}))
        region = str(query.region)
        name = knowledge.vocabulary.regions[region][0]
        within = {country.id for country in knowledge.countries.values() if region in country.regions}
        if query.outside:
            return cls(f"outside {name}", "", frozenset(knowledge.countries) - within)
        return cls(name, "", frozenset(within))

    @property
    def is_wide(self) -> bool:
        """Whether it is more than one nation."""
        return len(self.nations) > 1
