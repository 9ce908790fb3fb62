"""History: short dated entries; and the series itself."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Reply, blocks, disagreement, gathered, refuse
from bot.answering.wording import count, moment
from bot.knowledge.base import Knowledge, span_of
from bot.knowledge.model import HistoryEntry
from bot.understanding.queries import History, SeriesProfile


def history(knowledge: Knowledge, query: History) -> Reply:
    """Answer `History`: found entries, a topic, a year, or the list of topics."""
    if query.entries:
        found = [entry for one in query.entries for entry in knowledge.history if entry.id == one]
        return _entries(_heading(knowledge, found[0]), found, ())
    if query.topic:
        topic = next(topic for topic in knowledge.topics if topic.id == query.topic)
        chosen = sorted(topic.entries, key=lambda entry: entry.date)
        if query.seasons is None:
            return _entries(topic.title, chosen, ("history", *_other_topics(knowledge, topic.id)))
        chosen = [entry for entry in chosen if _in_time(knowledge, entry, query)]
        return _entries(f"{topic.title}, {query.seasons.said}", chosen, ("history",)) if chosen else _nothing(query)
    if query.seasons:
        chosen = [entry for entry in knowledge.history if _in_time(knowledge, entry, query)]
        next_questions = tuple(f"season {season}" for season in query.seasons.ids[:2])
        return _entries(f"History, {query.seasons.said}", chosen, next_questions) if chosen else _nothing(query)
    return _overview(knowledge)


def _nothing(query: History) -> Reply:
    return refuse("no_history", "history", said=query.seasons.said if query.seasons else "")


def _in_time(knowledge: Knowledge, entry: HistoryEntry, query: History) -> bool:
    seasons = query.seasons
    if seasons is None:
        return True
    if seasons.year is not None:
        first, last = int(entry.date[:4]), int((entry.until or entry.date)[:4])
        return first <= seasons.year <= last or str(seasons.year) in entry.about
    spans = [span_of(knowledge.seasons[season]) for season in seasons.ids]
    in_year = len(seasons.ids) > 1 and any(first <= int(entry.date[:4]) <= last for first, last in spans)
    return in_year or bool(set(seasons.ids) & set(entry.about))


def _heading(knowledge: Knowledge, entry: HistoryEntry) -> str:
    return next(topic.title for topic in knowledge.topics if entry in topic.entries)


def _entries(title: str, found: Sequence[HistoryEntry], next_questions: tuple[str, ...]) -> Answer:
    return Answer(
        title,
        tuple(_line(entry) for entry in found),
        notes=tuple(disagreement(reading) for entry in found for reading in entry.readings),
        sources=gathered(*(entry.sources for entry in found)),
        next_questions=next_questions or ("history", "series"),
    )


def _line(entry: HistoryEntry) -> str:
    until = f" to {moment(entry.until)}" if entry.until else ""
    return f"{moment(entry.date)}{until}: {entry.text}"


def _other_topics(knowledge: Knowledge, topic: str) -> tuple[str, ...]:
    ids = [one.id for one in knowledge.topics]
    following = knowledge.topics[(ids.index(topic) + 1) % len(ids)]
    return (f"history {following.title}",)


def _overview(knowledge: Knowledge) -> Answer:
    return Answer(
        "History",
        (
            f"{count(len(knowledge.history), 'dated entry', 'dated entries')} in {len(knowledge.topics)} topics. Ask for a topic or a year.",
        ),
        tuple(
            Block(topic.title, (_line(min(topic.entries, key=lambda entry: entry.date)),)) for topic in knowledge.topics
        ),
        sources=gathered(*(entry.sources for topic in knowledge.topics for entry in topic.entries[:1])),
        next_questions=tuple(f"history {topic.title}" for topic in knowledge.topics[:2]) + ("history 2013",),
    )


def series_profile(knowledge: Knowledge, query: SeriesProfile) -> Reply:
    """Answer `SeriesProfile`: the asked properties, or all of them."""
    facts = [fact for fact in knowledge.series.facts if not query.facts or fact.id in query.facts]
    facts.sort(key=lambda fact: query.facts.index(fact.id) if query.facts else 0)
    notes = tuple(disagreement(reading) for fact in facts for reading in fact.readings)
    sources = gathered(*(fact.sources for fact in facts))
    if query.facts:
        lead = tuple(f"{fact.name}: {fact.value}" for fact in facts)
        return Answer(facts[0].name, lead, notes=notes, sources=sources, next_questions=("series", "history"))
    return Answer(
        f"{knowledge.series.name} ({knowledge.series.short_name})",
        (facts[0].value,),
        blocks(*((fact.name, [fact.value]) for fact in facts[1:])),
        notes=notes,
        sources=sources,
        next_questions=("history", "champion", "circuits"),
    )
