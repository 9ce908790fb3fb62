"""The facts of the book: adding, editing, removing, undoing, finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import and_, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.server_facts.changes import About, Action, Change, LookAlikes, NewTopic
from bot.server_facts.desk import Desk
from bot.server_facts.history import changes, changes_of, glimpses, touches
from bot.server_facts.keeping import Keeper, written_by
from bot.server_facts.model import Fact, ServerNotes, ServerSettings, Subject, SubjectKind, Topic
from bot.server_facts.problems import ConflictError, NotThereError, RefusedError
from bot.server_facts.rules import added, edited, fact_of, removed, topic_called
from bot.server_facts.tables import CHANGES, REVISIONS
from bot.server_facts.things import from_json
from bot.server_facts.undoing import completed, taken_back, topic_key, topics_wanted
from bot.text.fold import words as words_of
from bot.text.similarity import much_alike


class Facts(Keeper):
    """Every server's facts."""

    async def show(self, server: int, number: int) -> Fact:
        """Return one fact; raise `NotThereError` where there is none of this number."""
        return fact_of(await self.notes(server), number)

    async def about(self, server: int, subject: Subject | None = None) -> Mapping[Subject, tuple[Fact, ...]]:
        """Return the facts by subject, on `subject` alone or on all, oldest number first."""
        found: dict[Subject, list[Fact]] = defaultdict(list)
        for fact in (await self.notes(server)).facts:
            if subject in (None, fact.subject):
                found[fact.subject].append(fact)
        return {one: tuple(facts) for one, facts in sorted(found.items())}

    async def search(self, server: int, words: str) -> tuple[Fact, ...]:
        """Return the facts whose text, source or subject hold all of `words`, however case and accents are spelt."""
        notes = await self.notes(server)
        wanted = set(words_of(words))
        topics = {topic.id: topic.name for topic in notes.topics}
        return tuple(one for one in notes.facts if wanted and wanted <= _said(one, topics))

    async def history(
        self, server: int, number: int | None = None, limit: int = 20, steps: int = 20
    ) -> tuple[Change, ...]:
        """Return the last changes of the server, each with its first `steps` steps, or those of one fact alone.

        Newest first, as far as the history is kept.
        """
        async with self.store.reading() as connection:
            if number is not None:
                return await changes_of(connection, server, f"fact:{number}", limit)
            return await glimpses(connection, server, limit, steps)

    async def look_alikes(self, server: int, about: About, text: str) -> LookAlikes:
        """Return what a caller should point out before `add`, `edit` or `suggest` is called with the same."""
        return look_alikes(await self.notes(server), about, text)

    async def add(self, server: int, editor: int, about: About, text: str, source: str = "") -> Fact:
        """Save a new fact, and its topic where that is new."""
        self._check_subject(about)
        await self._check_new_topic(server, about)

        async def work(desk: Desk) -> Fact:
            number = desk.next_number
            steps = added(desk.notes, written_by(editor, number), about, text, source)
            await desk.write(Action.ADD, editor, steps)
            return fact_of(desk.notes, number)

        return await self._changed(server, work)

    async def edit(  # noqa: PLR0913 - which fact, as it was seen, and its new words
        self, server: int, editor: int, number: int, text: str, source: str = "", *, expected_revision: int
    ) -> Fact:
        """Give a fact new words. `ConflictError` where it is no longer at `expected_revision`."""

        async def work(desk: Desk) -> Fact:
            _refuse_gone(desk, number)
            steps = edited(desk.notes, written_by(editor, number), expected_revision, text, source)
            await desk.write(Action.EDIT, editor, steps)
            return fact_of(desk.notes, number)

        return await self._changed(server, work)

    async def remove(self, server: int, editor: int, number: int, *, expected_revision: int | None = None) -> Fact:
        """Remove a fact and return what it was; its topic goes with its last fact, and the topic's names with it."""

        async def work(desk: Desk) -> Fact:
            if expected_revision is not None:
                _refuse_gone(desk, number)
            fact = fact_of(desk.notes, number)
            await desk.write(Action.REMOVE, editor, removed(desk.notes, number, expected_revision))
            return fact

        return await self._changed(server, work)

    async def undo(self, server: int, editor: int, number: int | None = None, *, settings: bool = True) -> Change:
        """Take a change back: the last one of fact `number`, whoever made it, or else the last that `editor` made.

        Undoing again goes one change further back, as far as the history is kept; what was undone stays in it. An
        import is taken back whole, or with `number` for that fact alone. `ConflictError` where somebody has changed the
        same thing since. Without `settings`, what would change the settings is refused.
        """

        async def work(desk: Desk) -> Change:
            change = await _last(desk, editor, number)
            steps = taken_back(desk.notes, change, number)
            topics = await _topics(desk.connection, desk.server, topics_wanted(desk.notes, steps))
            steps = completed(desk.notes, steps, topics)
            if not settings and any(isinstance(one.after or one.before, ServerSettings) for one in steps):
                raise RefusedError("Your last change was one of the settings, which you may no longer change.")
            whole = number is None or sum(isinstance(one.after or one.before, Fact) for one in change.steps) == 1
            return await desk.write(Action.UNDO, editor, steps, undoes=change.version, undone=whole)

        return await self._changed(server, work)


def _said(fact: Fact, topics: Mapping[str, str]) -> set[str]:
    name = topics.get(fact.subject.id, "") if fact.subject.kind is SubjectKind.TOPIC else fact.subject.id
    return {*words_of(fact.text), *words_of(fact.source), *words_of(name)}


def _refuse_gone(desk: Desk, number: int) -> None:
    there = any(fact.number == number for fact in desk.notes.facts)
    if not there and 0 < number < desk.next_number:
        raise ConflictError(f"Fact {number} was removed meanwhile.")


async def _last(desk: Desk, editor: int, number: int | None) -> Change:
    server = desk.server
    conditions = [CHANGES.c.action != Action.UNDO.value, CHANGES.c.undone.is_(False)]
    if number is None:
        conditions.append(CHANGES.c.author == editor)
    else:
        # Of an import one fact may have been taken back, and the rest not.
        which, back = f"fact:{number}", CHANGES.alias("back")
        taken = and_(
            REVISIONS.c.server == server,
            REVISIONS.c.version == back.c.version,
            REVISIONS.c.key == which,
            back.c.server == server,
            back.c.undoes == CHANGES.c.version,
        )
        conditions += [touches(server, which), ~exists().where(taken)]
    found = await changes(desk.connection, server, *conditions, limit=1)
    if not found:
        raise NotThereError("There is nothing of yours to undo." if number is None else "There is nothing to undo.")
    return found[0]


async def _topics(connection: AsyncConnection, server: int, ids: Sequence[str]) -> tuple[Topic, ...]:
    """Return the topics that were removed, as they were last."""
    found = []
    for one in ids:
        row = (
            await connection.execute(
                select(REVISIONS.c.before)
                .where(REVISIONS.c.server == server, REVISIONS.c.key == topic_key(one), REVISIONS.c.before.is_not(None))
                .order_by(REVISIONS.c.version.desc())
                .limit(1)
            )
        ).one_or_none()
        topic = from_json(row.before, None) if row else None
        found.append(topic if isinstance(topic, Topic) else Topic(one, one))
    return tuple(found)


def look_alikes(notes: ServerNotes, about: About, text: str) -> LookAlikes:
    """Return the facts on the same subject that say nearly `text`, and the topics with nearly the name of a new one."""
    topics: tuple[Topic, ...] = ()
    subject: Subject | None = about if isinstance(about, Subject) else None
    if isinstance(about, NewTopic):
        known = topic_called(notes, about.name)
        if known:
            subject = Subject(SubjectKind.TOPIC, known.id)
        else:
            names = much_alike(about.name, [topic.name for topic in notes.topics])
            topics = tuple(topic for topic in notes.topics if topic.name in names)
    facts = [fact for fact in notes.facts if fact.subject == subject]
    texts = much_alike(text, [fact.text for fact in facts])
    return LookAlikes(tuple(fact for fact in facts if fact.text in texts), topics)
