"""Why a question that fits nothing is not answered, and what near it could be."""

from __future__ import annotations

from collections.abc import Sequence

from bot.text.fold import words
from bot.understanding.days import bound_by_day
from bot.understanding.means import Means
from bot.understanding.nearby import nearby
from bot.understanding.opinions import BEST, OPINION
from bot.understanding.outcomes import Unclear
from bot.understanding.slots import Choice
from bot.understanding.spans import Span

CHART = "chart"
_CHARTS = ("chart titles", "chart circuits", "chart map")
_COUNTABLE = ("record drivers", "record teams", "record")
# Who is better is asked of two that are counted, too: of others it is as much a matter of opinion.
_OPINIONS = frozenset({BEST, OPINION, "better"})
_ELSEWHERE = ("elsewhere", "foreign")


class Refuser:
    """Gives the reason that tells an asker most."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._foreign = frozenset(" ".join(words(one)) for one in means.knowledge.vocabulary.foreign_circuits)

    def refuse(self, choice: Choice, spans: Sequence[Span]) -> Unclear:
        """Return what keeps `choice`, read from `spans`, from being answered."""
        return self._asked_for(choice, spans) or self._unknown(choice) or self._left_open(choice)

    def _asked_for(self, choice: Choice, spans: Sequence[Span]) -> Unclear | None:
        """Say that what is asked for is nothing that is told here."""
        elsewhere = next((span.said for span in spans if span.cue in _ELSEWHERE), None)
        if elsewhere:
            return Unclear("elsewhere", elsewhere)
        bound = bound_by_day(spans)
        if bound:
            return Unclear("within_season", bound)
        if CHART in choice.slots.cues and not choice.slots.unknown:
            return Unclear("which_chart", nearest=_CHARTS)
        return Unclear("opinion", nearest=_COUNTABLE) if not _OPINIONS.isdisjoint(choice.slots.cues) else None

    def _unknown(self, choice: Choice) -> Unclear | None:
        unknown = choice.slots.unknown
        stranger = next((word for word in unknown if word in self._foreign), None)
        if stranger:
            return self._means.naming.unknown(stranger, "circuit")
        if not unknown:
            return None
        # What not even the history knows is told rather than what only stands in another context.
        strangest = next((word for word in unknown if not self._means.prose.knows(word)), unknown[0])
        return Unclear("unknown_word", strangest, nearest=self._nearby(choice))

    def _left_open(self, choice: Choice) -> Unclear:
        if not choice.picked:
            return Unclear("no_subject")
        names = ", ".join(self._means.naming.name(ref) for _, ref in choice.picked)
        return Unclear("no_reading", names, nearest=self._nearby(choice))

    def _nearby(self, choice: Choice) -> tuple[str, ...]:
        return nearby(self._means.knowledge, self._means.naming, choice.slots)
