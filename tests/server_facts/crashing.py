"""Run by itself: writers that are killed at random moments, and after each the books are gone through.

    python crashing.py ADDRESS ROUNDS SEED STATE [POSTMASTER]

A writer says what the server's facts are after every change that was acknowledged. Whatever is stored after its death
has to be that, or that and the one change which was under way, whole; and the history has to tell the same story.
STATE is a file that carries what was acknowledged from one run to the next. With POSTMASTER, the number of a process,
the last round kills that one instead of the writer.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from select import select

from parts import ANNA, FUJI, HERE, SEPANG, Parts

from bot.server_facts.changes import NewTopic
from bot.server_facts.history import changes
from bot.server_facts.model import ServerNotes
from bot.server_facts.problems import RefusedError, StorageAwayError
from bot.server_facts.store import Store
from bot.server_facts.things import as_json, standing, stepped

LONGEST_LIFE = 0.08
AFTER_A_CHANGE = 0.7
PATIENCE = 30
ABOUT = (SEPANG, FUJI, NewTopic("Meetup"))


def fingerprint(notes: ServerNotes) -> str:
    things = {key: as_json(thing) for key, thing in sorted(standing(notes).items())}
    return hashlib.sha256(json.dumps(things).encode()).hexdigest()


async def write(address: str, seed: int, told: int) -> None:
    """Change facts until killed, and say so after each change."""
    dice, parts = Random(seed), Parts(Store(address))
    with suppress(StorageAwayError):
        while True:
            with suppress(RefusedError):
                await change(parts, dice)
                notes = parts.library.at_hand(HERE)
                assert notes is not None
                os.write(told, f"{notes.version} {fingerprint(notes)}\n".encode())


async def change(parts: Parts, dice: Random) -> None:
    notes, book = await parts.book.notes(HERE), parts.book
    text = f"{dice.random()} " * dice.randint(1, 40)
    what = dice.choice(("add", "add", "edit", "edit", "remove", "undo", "name"))
    if what == "add" or not notes.facts:
        await book.add(HERE, ANNA, dice.choice(ABOUT), text)
        return
    fact = dice.choice(notes.facts)
    if what == "edit":
        await book.edit(HERE, ANNA, fact.number, text, expected_revision=fact.revision)
    elif what == "remove":
        await book.remove(HERE, ANNA, fact.number)
    elif what == "undo":
        await book.undo(HERE, ANNA, fact.number)
    else:
        await book.add_name(HERE, ANNA, f"name {dice.random()}", fact.subject)


def lived(address: str, seed: int, postmaster: int | None) -> list[tuple[int, str]]:
    """Let a writer live for a moment; return what it said was saved."""
    read, told = os.pipe()
    writer = os.fork()
    if writer == 0:
        os.close(read)
        asyncio.run(write(address, seed, told))
        os._exit(0)
    os.close(told)
    dice = Random(seed)
    if postmaster or dice.random() < AFTER_A_CHANGE:
        # Not only starts are to be killed, however slow the machine.
        select([read], [], [], PATIENCE)
    time.sleep(dice.uniform(0, LONGEST_LIFE))
    if postmaster:
        os.kill(postmaster, signal.SIGKILL)
    else:
        os.kill(writer, signal.SIGKILL)
    with os.fdopen(read, "rb") as pipe:
        lines = pipe.read().decode().splitlines()
    os.waitpid(writer, 0)
    return [(int(version), print_) for version, print_ in (line.split() for line in lines)]


async def verified(address: str, before: ServerNotes, told: list[tuple[int, str]]) -> ServerNotes:
    """Return what is stored, which is what was told and at most one whole change more."""
    parts = Parts(Store(address))
    await parts.store.ready()
    stored = await parts.library.load(HERE)
    async with parts.store.reading() as connection:
        since = stored.version - before.version
        story = (await changes(connection, HERE, limit=max(since, 0)))[::-1] if since > 0 else ()
    await parts.close()
    acknowledged = max((version for version, _ in told), default=before.version)
    assert stored.version in (acknowledged, acknowledged + 1), (stored.version, acknowledged)
    assert [one.version for one in story] == list(range(before.version + 1, stored.version + 1))
    prints, notes = {before.version: fingerprint(before)}, before
    for one in story:
        notes = stepped(notes, one.steps, one.version)
        prints[one.version] = fingerprint(notes)
    assert notes == stored
    assert all(prints[version] == print_ for version, print_ in told)
    return stored


def main(address: str, rounds: str, seed: str, state: str, postmaster: str = "") -> None:
    file = Path(state)
    kept = json.loads(file.read_text()) if file.exists() else {"told": []}
    notes = asyncio.run(verified(address, ServerNotes(HERE), kept["told"]))
    saved, kills, told = 0, 0, []
    for number in range(int(rounds)):
        doomed = int(postmaster) if postmaster and number == int(rounds) - 1 else None
        told = lived(address, int(seed) * 1_000 + number, doomed)
        saved, kills = saved + len(told), kills + 1
        if doomed is None:
            notes = asyncio.run(verified(address, notes, told))
            told = [(notes.version, fingerprint(notes))]
    file.write_text(json.dumps({"told": told}))
    print(json.dumps({"kills": kills, "saved": saved, "facts": len(notes.facts), "version": notes.version}))


if __name__ == "__main__":
    main(*sys.argv[1:])
