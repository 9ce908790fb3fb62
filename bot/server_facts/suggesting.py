"""The suggestions of the book: what members propose, until an editor decides."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.server_facts.changes import About, Action, NewTopic, Suggestion
from bot.server_facts.desk import Desk
from bot.server_facts.keeping import Keeper, written_by
from bot.server_facts.limits import SUGGESTIONS_EACH, SUGGESTIONS_MOST
from bot.server_facts.model import Fact, Subject
from bot.server_facts.problems import NotThereError, RefusedError
from bot.server_facts.rows import subject
from bot.server_facts.rules import added, fact_of
from bot.server_facts.tables import SERVERS, SUGGESTIONS

_NEW_TOPIC = "new topic"


class Suggestions(Keeper):
    """Every server's facts that are none yet."""

    async def suggest(self, server: int, member: int, about: About, text: str, source: str = "") -> Suggestion:
        """Keep a proposal for the editors; refused where the server's settings do not have `review`."""
        self._check_subject(about)

        async def work(desk: Desk) -> Suggestion:
            if not desk.notes.settings.review:
                raise RefusedError("This server takes no suggestions; an admin can switch them on in the settings.")
            # The rules of a fact hold already now: nobody should wait for an editor to learn of a limit.
            added(desk.notes, written_by(member, desk.next_number), about, text, source)
            kind, which = (_NEW_TOPIC, about.name) if isinstance(about, NewTopic) else (about.kind.value, about.id)
            await _refuse_twin(desk, kind, which, text)
            await _refuse_flood(desk, member)
            made = Suggestion(desk.next_suggestion, about, text, source, member, datetime.now(UTC))
            await desk.connection.execute(
                insert(SUGGESTIONS).values(
                    server=server,
                    number=made.number,
                    kind=kind,
                    subject=which,
                    text=text,
                    source=source,
                    author=member,
                    at=made.at,
                )
            )
            counted = update(SERVERS).where(SERVERS.c.id == server).values(next_suggestion=made.number + 1)
            await desk.connection.execute(counted)
            return made

        return await self._changed(server, work)

    async def suggestions(self, server: int) -> tuple[Suggestion, ...]:
        """Return the proposals nobody has decided on, oldest first."""
        every = select(SUGGESTIONS).where(SUGGESTIONS.c.server == server).order_by(SUGGESTIONS.c.number)
        async with self.store.reading() as connection:
            return tuple(map(_suggestion, await connection.execute(every)))

    async def accept(self, server: int, editor: int, number: int) -> Fact:
        """Make a proposal a fact of its member's; `NotThereError` where it was decided on before."""
        async with self.store.reading() as connection:
            about = (await _suggested(connection, server, number)).about
        self._check_subject(about)
        await self._check_new_topic(server, about)

        async def work(desk: Desk) -> Fact:
            one = await _suggested(desk.connection, server, number)
            new = desk.next_number
            steps = added(desk.notes, written_by(one.author, new), one.about, one.text, one.source)
            await _decided(desk.connection, server, number)
            await desk.write(Action.ADD, editor, steps)
            return fact_of(desk.notes, new)

        return await self._changed(server, work)

    async def reject(self, server: int, editor: int, number: int) -> Suggestion:
        """Drop a proposal; `NotThereError` where it was decided on before."""

        async def work(desk: Desk) -> Suggestion:
            one = await _suggested(desk.connection, server, number)
            await _decided(desk.connection, server, number)
            return one

        return await self._changed(server, work)


async def _refuse_twin(desk: Desk, kind: str, which: str, text: str) -> None:
    said = (SUGGESTIONS.c.kind == kind, SUGGESTIONS.c.subject == which, SUGGESTIONS.c.text == text)
    twin = select(func.min(SUGGESTIONS.c.number)).where(SUGGESTIONS.c.server == desk.server, *said)
    if number := await desk.connection.scalar(twin):
        raise RefusedError(f"Suggestion {number} says exactly this already, and waits for the editors.")


async def _refuse_flood(desk: Desk, member: int) -> None:
    here = select(func.count()).select_from(SUGGESTIONS).where(SUGGESTIONS.c.server == desk.server)
    if (await desk.connection.scalar(here) or 0) >= SUGGESTIONS_MOST:
        raise RefusedError(
            f"{SUGGESTIONS_MOST} suggestions wait here already; the editors have to decide on some first."
        )
    if (await desk.connection.scalar(here.where(SUGGESTIONS.c.author == member)) or 0) >= SUGGESTIONS_EACH:
        raise RefusedError(
            f"{SUGGESTIONS_EACH} of your suggestions wait already; the editors have to decide on some first."
        )


async def _suggested(connection: AsyncConnection, server: int, number: int) -> Suggestion:
    which = select(SUGGESTIONS).where(SUGGESTIONS.c.server == server, SUGGESTIONS.c.number == number)
    row = (await connection.execute(which)).one_or_none()
    if row is None:
        raise NotThereError("This suggestion is not there any more; somebody has decided on it.")
    return _suggestion(row)


async def _decided(connection: AsyncConnection, server: int, number: int) -> None:
    await connection.execute(delete(SUGGESTIONS).where(SUGGESTIONS.c.server == server, SUGGESTIONS.c.number == number))


def _suggestion(row: Row[Any]) -> Suggestion:
    about: Subject | NewTopic = NewTopic(row.subject) if row.kind == _NEW_TOPIC else subject(row)
    return Suggestion(row.number, about, row.text, row.source, row.author, row.at)
