"""Classes of cars as they are typed: `LMP3`, `lmp 3`, `lmp-3`, `P3`, `gtam`. Digits always agree."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.base import Knowledge
from bot.text.fold import words
from bot.text.similarity import SlipIndex
from bot.understanding.spans import Kind, Ref, Span

_WINDOW = 4
_SLIP_WINDOW = 2


class ClassWords:
    """Class names and aliases, found whatever the spaces in them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._classes: dict[str, str] = {}
        for race_class in knowledge.classes.values():
            for spelling in (race_class.name, *race_class.aliases):
                self._classes.setdefault("".join(words(spelling)), race_class.id)
        self._groups = {
            "".join(words(spelling)): tuple(
                [Ref(Kind.CLASS, one.id) for one in knowledge.classes.values() if one.kind == kind]
            )
            for kind, spellings in knowledge.vocabulary.kinds_of_class.items()
            for spelling in spellings
        }
        named = (*self._classes, *self._groups)
        self.starts = frozenset(name[:size] for name in named for size in range(1, len(name) + 1))
        self._slips = SlipIndex(self._classes)

    def at(self, texts: Sequence[str], start: int, limit: int) -> Span | None:
        """Return the longest name of a class, or of a kind of classes, that begins at `start` and ends by `limit`."""
        if texts[start] not in self.starts:
            return None
        for end in range(min(start + _WINDOW, limit), start, -1):
            said = "".join(texts[start:end])
            if said in self._groups:
                return Span(start, end, " ".join(texts[start:end]), self._groups[said], every=True)
            known = self._classes.get(said)
            if known:
                return _span(texts, start, end, known, 0)
        return None

    def near(self, texts: Sequence[str], start: int, limit: int) -> Span | None:
        """Return the class that a misspelt name at `start` stands for, where there is only one."""
        for end in range(min(start + _SLIP_WINDOW, limit), start, -1):
            slips = self._slips.near("".join(texts[start:end]))
            nearest = {self._classes[slip.known] for slip in slips if slip.slips == slips[0].slips}
            if len(nearest) == 1:
                return _span(texts, start, end, nearest.pop(), slips[0].slips)
        return None


def _span(texts: Sequence[str], start: int, end: int, known: str, slips: int) -> Span:
    return Span(start, end, " ".join(texts[start:end]), (Ref(Kind.CLASS, known),), slips=slips)
