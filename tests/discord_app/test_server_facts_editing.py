"""Several editors, second thoughts, forms, restarts, and a storage that is away."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from discord_app.conftest import Run
from discord_app.paddocks import Paddock, paddock, plain
from standin import Standin

from bot.discord_app import texts
from bot.server_facts.model import Subject, SubjectKind
from bot.server_facts.store import Store

SEPANG = Subject(SubjectKind.CIRCUIT, "sepang")
SHADE = "Gate 3 is the one with shade."
ALMOST = "Gate 3 is the one with shade!"


@pytest.fixture
def here(discord: Standin) -> Paddock:
    return paddock(discord)


async def test_the_second_of_two_editors_is_told_and_overwrites_nothing(run: Run, here: Paddock) -> None:
    """Both opened the form on the same words; the second keeps what they wrote, to send it anew."""
    async with run():
        await here.chooses_editors()
        await here.ann.says(f"!fact add Sepang: {SHADE}")
        first = await here.ann.slash("fact edit", number="1")
        second = await here.ed.slash("fact edit", number="1")
        assert first.modal is not None
        assert second.modal is not None
        saved = await here.ann.submit(first.modal, text="Gate 4 has shade.")
        assert "Fact 1 changed" in saved.text
        late = await here.ed.submit(second.modal, text="No gate has shade.")
        assert late.ephemeral
        for told in ("Somebody else changed fact 1", "Gate 4 has shade.", "No gate has shade."):
            assert told in plain(late.shown)
        (shown,) = await here.kim.says("!fact show 1")
        assert "Gate 4 has shade." in shown.text


async def test_a_form_holds_the_words_that_stand_and_empties_the_source_that_is_deleted(
    run: Run, here: Paddock
) -> None:
    async with run():
        await here.ann.says(f"!fact add Sepang: {SHADE} source: The club")
        shown = await here.ann.slash("fact edit", number="1")
        assert shown.modal is not None
        values = [row["components"][0]["value"] for row in shown.modal.components]
        assert values == [SHADE, "The club"]
        same = await here.ann.submit(shown.modal)
        assert "says exactly this already" in same.text
        await here.ann.submit(shown.modal, source="")
        (fact,) = await here.kim.says("!fact show 1")
        assert "The club" not in fact.text


async def test_what_looks_alike_is_pointed_out_before_it_is_saved(run: Run, here: Paddock) -> None:
    async with run() as client:
        await here.ann.says(f"!fact add Sepang: {SHADE}")
        (asks,) = await here.ann.says(f"!fact add Sepang: {ALMOST}")
        assert "There is already" in asks.text
        assert len((await client.servers.book.notes(here.guild.id)).facts) == 1
        cancelled = await here.ann.press(asks.button(texts.CANCEL))
        assert texts.CANCELLED in cancelled.text
        (again,) = await here.ann.says(f"!fact add Sepang: {ALMOST}")
        saved = await here.ann.press(again.button(texts.SAVE_ANYWAY))
        assert "Fact 2 added" in saved.text
        assert not again.buttons
        await here.ann.says("!fact add Meetup: Saturday.")
        (topic,) = await here.ann.says("!fact add Meetups: Sunday.")
        assert "it was read as Meetup" in topic.text


async def test_buttons_and_forms_outlive_a_restart(run: Run, here: Paddock) -> None:
    """Only what was about to be saved is forgotten, and that is said."""
    file = b'facts:\n- subject: circuit:fuji-speedway\n  text: "From a file."\n'
    async with run():
        await here.ann.says("!settings review on")
        await here.ann.says(f"!fact add Sepang: {SHADE}")
        (suggested,) = await here.kim.says("!fact suggest Fuji: The shuttle leaves from Gotemba.")
        (asks,) = await here.ann.says(f"!fact add Sepang: {ALMOST}")
        (private,) = await here.ann.says("!fact history")
        edits, adds = await here.ann.slash("fact edit", number="1"), await here.ann.slash("fact add")
        (planned,) = await here.ann.says("!fact import", files={"facts.yml": file})
    async with run():
        assert edits.modal is not None
        assert adds.modal is not None
        assert "Imported" in (await here.ann.press(planned.button(texts.IMPORT))).text
        assert "Fact 1 changed" in (await here.ann.submit(edits.modal, text="Gate 4 has shade.")).text
        assert "Fact 3 added" in (await here.ann.submit(adds.modal, subject="Fuji", text="Bring a hat.")).text
        assert "accepted" in (await here.ann.press(suggested.button(texts.ACCEPT))).text
        assert "added" in (await here.ann.press(private.button(texts.SHOW_ME))).text
        assert (await here.ann.press(asks.button(texts.SAVE_ANYWAY))).text == texts.DRAFT_FORGOTTEN
        (listed,) = await here.kim.says("!fact list")
        for text in ("Gate 4 has shade.", "From a file.", "Bring a hat.", "Gotemba"):
            assert text in listed.text


async def test_what_a_form_cannot_save_comes_back(run: Run, here: Paddock) -> None:
    async with run():
        shown = await here.ann.slash("fact add", subject="Sepang")
        assert shown.modal is not None
        assert shown.modal.labels == [texts.FIELD_SUBJECT, texts.FIELD_TEXT, texts.FIELD_SOURCE]
        refused = await here.ann.submit(shown.modal, text="long " * 300)
        assert refused.ephemeral
        assert "1,000 characters" in refused.text
        assert "long long long" in refused.text


async def test_a_long_list_has_leaves(run: Run, here: Paddock) -> None:
    async with run() as client:
        for number in range(40):
            await client.servers.book.add(here.guild.id, here.ann.id, SEPANG, f"Number {number}. {'words ' * 30}")
        (listed,) = await here.kim.says("!fact list")
        assert "Number 0." in listed.text
        assert "Number 39." not in listed.text
        refused = await here.ed.press(listed.button(texts.ON))
        assert refused.text == texts.NOT_YOUR_ORDER
        seen = listed.text
        while not listed.button(texts.ON).disabled:
            await here.kim.press(listed.button(texts.ON))
            seen += listed.text
        assert all(f"Number {number}." in seen for number in range(40))
        await here.kim.press(listed.button(texts.BACK))


async def test_the_storage_away_and_back(run: Run, here: Paddock, discord: Standin, tmp_path: Path) -> None:
    """The series is answered on, what is at hand too; orders are refused with a sentence, and later taken."""
    database = tmp_path / "kept" / "bot.db"
    store = Store(f"sqlite+aiosqlite:///{database}")
    there = here.other()
    async with run(setup={"store": store}):
        await here.ann.says(f"!fact add Sepang: {SHADE}")
    await store.close()
    store = Store(f"sqlite+aiosqlite:///{database}")
    # A folder that is no folder: nothing can be opened there.
    away = tmp_path / "away"
    database.parent.rename(away)
    database.parent.write_text("", encoding="utf-8")
    async with run(setup={"store": store}):
        (answer,) = await here.kim.says("!champion LMP3 2022")
        assert answer.embed["title"] == "LMP3 champions, 2022"
        (circuit,) = await there.kim.asks_bot("circuit Sepang")
        assert "Sepang International Circuit" in circuit.text
        for said in (
            (await here.ann.says("!fact add Fuji: Two."))[0].text,
            (await here.ann.slash("fact remove", number="1")).text,
            (await here.kim.slash("fact list")).text,
        ):
            assert said.startswith("Saving is not possible"), said
        database.parent.unlink()
        away.rename(database.parent)
        await asyncio.sleep(1.1)
        (shown,) = await here.kim.says("!circuit Sepang")
        assert SHADE in shown.text
        (saved,) = await here.ann.says("!fact add Fuji: Two.")
        assert "Fact 2 added" in saved.text
    await store.close()


HOSTILE: list[str] = [
    "@everyone @here <@&1> <@1> <#1>",
    "`code` ```block``` **bold** __line__ ~~gone~~ ||hidden||",
    "[free nitro](https://example.org) <https://example.org>",
    "> quote\n# heading\n- list\n1. one",
    "x" * 1_000,
    "|" * 1_000,
    "🏁" * 1_000,
    "\u202egnal\u202c \u200b zero",
    "\ufdd0m1\ufdd0 {channel} %s",
    "source: none, fact 2: '\"; DROP TABLE facts;--",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12].encode("unicode_escape").decode())
async def test_hostile_text_through_add_show_export_and_import(run: Run, here: Paddock, text: str) -> None:
    """It comes back the same, calls nobody, and breaks no limit: the stand-in complains where one is."""
    there = here.other()
    async with run() as client:
        shown = await here.ann.slash("fact add", subject="Sepang")
        assert shown.modal is not None
        messages: list[Any] = [(await here.ann.submit(shown.modal, text=text)).shown]
        (fact,) = (await client.servers.book.notes(here.guild.id)).facts
        assert fact.text == text.strip()
        for order in ("fact show 1", "fact list", "circuit Sepang", "fact search x", "fact history"):
            messages += await here.ann.says(f"!{order}")
        messages.append((await here.ann.slash("fact history")).shown)
        exported = await here.ann.slash("fact export")
        (file,) = exported.shown.attachments
        imported = await there.ann.slash("fact import", file=there.ann.uploads("facts.yml", file.data))
        messages += [exported.shown, imported.shown]
        assert "Imported" in (await there.ann.press(imported.shown.button(texts.IMPORT))).text
        (copy,) = (await client.servers.book.notes(there.guild.id)).facts
        assert copy.text == fact.text
        (page,) = await there.kim.says("!circuit Sepang")
        for message in (*messages, page):
            assert message.pings <= {here.ann.mention, there.kim.mention}
            assert "](" not in message.text.replace("\\](", "")
            assert "@everyone" not in message.text
        if text.isprintable() and len(text) < 1_000:
            assert " ".join(text.split()) in plain(page).replace("\n", " ") or "<" in text


async def test_halves_of_characters_are_refused_and_break_nothing(run: Run, here: Paddock) -> None:
    async with run():
        for order in (
            "fact add Sepang: a\ud800b",
            "fact search a\ud800b",
            "name add a\ud800b = Sepang",
            "fact add a\ud800b: c",
        ):
            assert await here.ann.says(f"!{order}")
        shown = await here.ann.slash("fact add", subject="Sepang")
        assert shown.modal is not None
        refused = await here.ann.submit(shown.modal, text="a\ud800b")
        assert "half of a character" in refused.text
        (listed,) = await here.ann.says("!fact list")
        assert "no facts here yet" in listed.text
