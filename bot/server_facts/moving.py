"""Export and import of the book."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import select

from bot.server_facts.aside import aside
from bot.server_facts.changes import Action, Change, Step
from bot.server_facts.desk import Desk
from bot.server_facts.entries import read_file
from bot.server_facts.exporting import files_of
from bot.server_facts.importing import Plan, Planner
from bot.server_facts.keeping import Keeper, all_names
from bot.server_facts.limits import FACTS_MOST, FILE_NEW_NAMES, NAMES_MOST
from bot.server_facts.model import Fact
from bot.server_facts.problems import ConflictError, RefusedError
from bot.server_facts.rows import load
from bot.server_facts.tables import SERVERS


class Moving(Keeper):
    """Every server's facts as files."""

    async def export(self, server: int, authors: bool = False) -> tuple[bytes, ...]:
        """Return the server's facts, names and settings as YAML files, one unless it would be too large to import.

        Who wrote what is told only with `authors`, which is for the operator: a file is out of the bot's hands.
        """
        notes = await self.notes(server)
        return await aside(partial(files_of, notes, authors))

    async def plan(self, server: int, content: bytes) -> Plan:
        """Return what importing `content` would do; nothing is changed yet.

        Raise `RefusedError` where it is no such file at all, or brings more than a file may.
        """
        entries = await aside(partial(read_file, content))
        async with self.store.reading() as connection:
            notes = await load(connection, server)
            next_number = await connection.scalar(select(SERVERS.c.next_number).where(SERVERS.c.id == server))
        planner = Planner(notes, next_number or 1, self._subjects, self._trial)
        # Where nothing is tried, as for the operator, names cost nothing.
        most = FACTS_MOST + NAMES_MOST if self._trial is all_names else FILE_NEW_NAMES
        return await aside(partial(planner.plan, entries, most))

    async def apply(self, plan: Plan, editor: int | None) -> Change:
        """Do all of `plan` or nothing: refused where any line of it is, and where the server has changed since.

        What it adds and changes is `editor`'s, and from now; without one, which is for the operator, it is as old and
        by whom the file says.
        """
        if plan.refused:
            raise RefusedError("Some lines of the file cannot be imported, so nothing is; mend or remove them first.")
        if not plan.steps:
            raise RefusedError("The file says nothing that is not here already.")
        now = datetime.now(UTC)
        steps = plan.steps if editor is None else tuple(_signed(step, editor, now) for step in plan.steps)

        async def work(desk: Desk) -> Change:
            if desk.notes.version != plan.version:
                raise ConflictError("The facts were changed since the file was looked at; look at what it does now.")
            return await desk.write(Action.IMPORT, editor, steps)

        return await self._changed(plan.server, work)


def _signed(step: Step, editor: int, now: datetime) -> Step:
    after = step.after
    return Step(step.before, replace(after, author=editor, at=now)) if isinstance(after, Fact) else step
