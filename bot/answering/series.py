"""The series itself."""

from __future__ import annotations

from bot.answering import readings
from bot.answering.answer import Answer, Reply, blocks, gathered
from bot.knowledge.base import Knowledge
from bot.knowledge.model import SeriesFact
from bot.understanding.queries import SeriesProfile


def series_profile(knowledge: Knowledge, query: SeriesProfile) -> Reply:
    """Answer `SeriesProfile`: the asked properties, or all of them."""
    series = knowledge.series
    facts: list[SeriesFact] = list(series.facts)
    if query.facts:
        facts = sorted((one for one in facts if one.id in query.facts), key=lambda one: query.facts.index(one.id))
    disputed = [reading for fact in facts for reading in fact.readings]
    asked = bool(query.facts)
    return Answer(
        facts[0].name if asked else f"{series.name} ({series.short_name})",
        tuple([_line(fact) for fact in facts]) if asked else (facts[0].value,),
        () if asked else blocks(*[(fact.name, [fact.value]) for fact in facts[1:]]),
        notes=readings.of_whole(knowledge, disputed),
        sources=gathered(*[fact.sources for fact in facts], readings.sources_of(disputed)),
        next_questions=("series", "history", "champion") if asked else ("history", "champion", "circuits"),
    )


def _line(fact: SeriesFact) -> str:
    return f"{fact.name}: {fact.value}" if fact.value.endswith(".") else f"{fact.name}: {fact.value}."
