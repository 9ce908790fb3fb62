"""Classes that are named by what several have in common: `who won am in 2018`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from bot.knowledge.base import Knowledge
from bot.knowledge.model import RaceClass
from bot.text.fold import words
from bot.text.tokens import Line
from bot.understanding.outcomes import Unsure
from bot.understanding.slots import Slots

_OF_CLASSES = frozenset({"title", "win"})


class PartlyNamed:
    """Knows which classes end in the same word."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @cached_property
    def _ending(self) -> Mapping[str, tuple[RaceClass, ...]]:
        found: dict[str, tuple[RaceClass, ...]] = {}
        for one in self._knowledge.classes.values():
            rest = words(one.name)[1:]
            if rest:
                found[rest[-1]] = (*found.get(rest[-1], ()), one)
        return {word: several for word, several in found.items() if len(several) > 1}

    def asked_back(self, line: Line, slots: Slots) -> Unsure | None:
        """Return the question back which of the classes is meant, or None where none is named so."""
        if slots.classes or slots.cues.isdisjoint(_OF_CLASSES):
            return None
        said = next((word for word in slots.unknown if word in self._ending), None)
        token = next((token for token in line.tokens if token.text == said), None)
        if said is None or token is None:
            return None
        seasons = self._knowledge.seasons
        asked = [seasons[one] for one in slots.seasons.ids] if slots.seasons else []
        ran = [one for one in self._ending[said] if any(one.id in season.classes for season in asked)]
        names = [one.name for one in ran or self._ending[said]]
        return Unsure(said, tuple([f"{line.text[: token.start]}{name}{line.text[token.end :]}" for name in names]))
