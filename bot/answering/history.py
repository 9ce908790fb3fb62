"""History: short dated entries."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering import readings
from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.scope import in_time
from bot.answering.wording import moment
from bot.knowledge.base import Knowledge, span_of
from bot.knowledge.model import HistoryEntry, HistoryTopic
from bot.understanding.queries import History, Seasons


def history(knowledge: Knowledge, query: History) -> Reply:
    """Answer `History`: found entries, a topic, a year, or the list of topics."""
    if query.entries:
        found = [next(entry for entry in knowledge.history if entry.id == one) for one in query.entries]
        topic = _topic_of(knowledge, found[0])
        return _entries(knowledge, topic.title, found, (f"history {topic.title}", "history", "series"))
    topics = [topic for topic in knowledge.topics if topic.id == query.topic]
    if not topics and query.seasons is None:
        return _overview(knowledge)
    chosen = sorted(topics[0].entries, key=lambda entry: entry.date) if topics else list(knowledge.history)
    title = topics[0].title if topics else "History"
    if query.seasons is None:
        return _entries(knowledge, title, chosen, (f"history {_following(knowledge, topics[0])}", "history", "series"))
    chosen = [entry for entry in chosen if _in_time(knowledge, entry, query.seasons)]
    if not chosen:
        said = in_time(query.seasons)
        if topics:
            return refuse("no_entry_then", f"history {title}", "history", topic=title, said=said)
        return refuse("no_history", "history", "season", said=said)
    steps = tuple([f"season {season}" for season in query.seasons.ids[:2]])
    return _entries(knowledge, f"{title}, {query.seasons.said}", chosen, (*steps, "history", "series"))


def _in_time(knowledge: Knowledge, entry: HistoryEntry, seasons: Seasons) -> bool:
    if seasons.year is not None:
        first, last = int(entry.date[:4]), int((entry.until or entry.date)[:4])
        return first <= seasons.year <= last or str(seasons.year) in entry.about
    spans = [span_of(knowledge.seasons[season]) for season in seasons.ids]
    in_year = len(seasons.ids) > 1 and any(first <= int(entry.date[:4]) <= last for first, last in spans)
    return in_year or bool(set(seasons.ids) & set(entry.about))


def _topic_of(knowledge: Knowledge, entry: HistoryEntry) -> HistoryTopic:
    return next(topic for topic in knowledge.topics if any(one is entry for one in topic.entries))


def _following(knowledge: Knowledge, topic: HistoryTopic) -> str:
    ids = [one.id for one in knowledge.topics]
    return knowledge.topics[(ids.index(topic.id) + 1) % len(ids)].title


def _entries(
    knowledge: Knowledge, title: str, found: Sequence[HistoryEntry], next_questions: tuple[str, ...]
) -> Answer:
    disputed = [reading for entry in found for reading in entry.readings]
    return Answer(
        title,
        tuple([_line(entry) for entry in found]),
        notes=readings.of_whole(knowledge, disputed),
        sources=gathered(*[entry.sources for entry in found], readings.sources_of(disputed)),
        next_questions=next_questions[:3],
    )


def _line(entry: HistoryEntry) -> str:
    until = f" to {moment(entry.until)}" if entry.until else ""
    return f"{moment(entry.date)}{until}: {entry.text}"


def _overview(knowledge: Knowledge) -> Answer:
    firsts = [(topic, min(topic.entries, key=lambda entry: entry.date)) for topic in knowledge.topics]
    entries, topics = len(knowledge.history), len(knowledge.topics)
    return Answer(
        "History",
        (f"{entries} dated entries in {topics} topics, each shown with its first entry. Ask for a topic or a year.",),
        tuple([Block(topic.title, (_line(entry),)) for topic, entry in firsts]),
        sources=gathered(*[entry.sources for _, entry in firsts]),
        next_questions=(
            *[f"history {topic.title}" for topic, _ in firsts[:2]],
            *[f"history {season.id}" for season in knowledge.held[1:2] if season.id in knowledge.history_about],
        ),
    )
