"""Where the storage is slow, away or gone, and where Discord allows little: nothing is lost, and nobody is called."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import pytest
from discord_app.conftest import Run
from discord_app.paddocks import Paddock, paddock, plain
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from server_facts.postgres import Postgres
from standin import Standin

from bot.discord_app import embeds, limits, texts
from bot.discord_app.admin.fact_orders import saved
from bot.discord_app.manners import Manners
from bot.errors import BotError
from bot.server_facts.limits import TEXT_LONGEST, check_text
from bot.server_facts.model import Fact, Subject, SubjectKind
from bot.server_facts.retention import Retention
from bot.server_facts.store import Store

SHADE = "Gate 3 is the one with shade."
AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def here(discord: Standin) -> Paddock:
    return paddock(discord)


async def test_a_private_word_stays_private_however_long_it_took(run: Run, here: Paddock) -> None:
    """What was shown to all meanwhile goes, and the word itself only one person sees."""
    async with run(Manners(questions_per_minute=1_000, works_silently_for=0.0)):
        await here.chooses_editors()
        await here.ann.says(f"!fact add Sepang: {SHADE}")
        form = await here.ann.slash("fact edit", number="1")
        await here.ed.says("!fact edit 1 Gate 4 is the one with shade.")
        told = await here.ann.submit(form.modal, text="Gate 5 is the one with shade.")
        assert told.withdrawn
        assert told.message is None
        (word,) = told.followups
        assert "Somebody else was first" in word.text
        assert word.ephemeral


async def test_a_storage_that_hangs_costs_no_answer_its_three_seconds(
    run: Run, here: Paddock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hangs(server: int) -> None:
        await asyncio.sleep(60)

    async with run() as client:
        monkeypatch.setattr(client.servers.library, "_load", hangs)
        answer = await here.kim.slash("champion", class_="LMP3", season="2022")
        assert "Antoine Doquin" in answer.text
        assert not answer.late
        refused = await here.ann.slash("fact add", subject="Sepang", text=SHADE)
        assert "Saving is not possible now" in refused.text
        assert not refused.late


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    server = Postgres()
    yield server
    server.stop()


@pytest.fixture
async def kept(postgres: Postgres) -> AsyncIterator[Store]:
    """A storage on PostgreSQL, as the operator's hand gives it to the client."""
    store = Store(postgres.new_database())
    yield store
    await store.close()


async def test_everything_that_needs_its_time_says_so_and_comes(run: Run, here: Paddock) -> None:
    """Each answer is then the second thing that Discord is told, as public or private as it would have been."""
    async with run(Manners(questions_per_minute=1_000, works_silently_for=0.0)):
        added = await here.ann.slash("fact add", subject="Sepang", text=SHADE)
        assert "Fact 1 added" in added.text
        assert not added.ephemeral
        asks = await here.ann.slash("fact add", subject="Sepang", text=SHADE.replace(".", "!"))
        kept = await here.ann.press(asks.shown.button(texts.SAVE_ANYWAY))
        assert "Fact 2 added" in kept.text
        refused = await here.kim.slash("fact remove", number="1")
        assert texts.FOR_EDITORS in refused.text
        exported = await here.ann.slash("fact export")
        assert exported.ephemeral
        (file,) = exported.shown.attachments
        await here.ann.slash("fact remove", number="2")
        planned = await here.ann.slash("fact import", file=here.ann.uploads("facts.yml", file.data))
        assert planned.ephemeral
        assert "1 added" in plain(planned.shown)
        assert "Imported" in (await here.ann.press(planned.shown.button(texts.IMPORT))).text
        shown = await here.ann.slash("fact edit", number="1")
        assert shown.modal is not None
        assert "Fact 1 changed" in (await here.ann.submit(shown.modal, text="Gate 4.")).text
        assert "Fact 1 changed" in (await here.ann.says("!fact edit 1 Gate 5."))[0].text


async def test_postgresql_away_and_back(run: Run, here: Paddock, postgres: Postgres, kept: Store) -> None:
    there = here.other()
    async with run(setup={"store": kept}):
        (saved_,) = await here.ann.says(f"!fact add Sepang: {SHADE}")
        assert "Fact 1 added" in saved_.text
        await asyncio.to_thread(postgres.away)
        try:
            (answer,) = await here.kim.says("!circuit Sepang")
            assert SHADE in answer.text
            (unknown,) = await there.kim.says("!champion LMP3 2022")
            assert unknown.embed["title"] == "LMP3 champions, 2022"
            for said in (
                (await here.ann.says("!fact add Fuji: Two."))[0].text,
                (await here.ann.slash("fact remove", number="1")).text,
                (await there.kim.slash("fact list")).text,
            ):
                assert said.startswith("Saving is not possible"), said
        finally:
            await asyncio.to_thread(postgres.back)
        async with asyncio.timeout(30):
            while "Fact 2 added" not in (await here.ann.says("!fact add Fuji: Two."))[0].text:
                await asyncio.sleep(0.2)


async def test_where_nothing_may_be_embedded_nobody_is_called(run: Run, here: Paddock, discord: Standin) -> None:
    async with run():
        await here.ann.says(f"!fact add Sepang: @everyone {here.kim.mention} {SHADE}")
        discord.forbids("embed_links", in_=here.kim.home)
        for message in (
            *await here.kim.says("!circuit Sepang"),
            *await here.kim.says("!fact show 1"),
            (await here.kim.slash("fact list")).shown,
            *await here.ann.says(f"!name add {here.kim.mention}@everyone = nothing"),
        ):
            assert not message.embeds
            assert not message.pings - {here.kim.mention if message.reference else ""}
            assert not message.mentions_everyone


async def test_without_files_an_order_that_needs_them_says_so(run: Run, here: Paddock, discord: Standin) -> None:
    async with run():
        discord.forbids("attach_files", in_=here.ann.home)
        (by_message,) = await here.ann.says("!fact import", files={"facts.yml": b"facts: []\n"})
        assert by_message.text == texts.MAY_NOT_ATTACH
        assert (await here.ann.slash("fact export")).text == texts.MAY_NOT_ATTACH


async def test_an_order_that_was_taken_back_in_time_is_not_given(run: Run, here: Paddock, discord: Standin) -> None:
    async with run() as client:
        discord.slows(0.2, route="POST /channels/*/messages")
        first, second = here.ann.posts("!circuit Sepang"), here.ann.posts(f"!fact add Sepang: {SHADE}")
        here.ann.deletes(second)
        await here.ann.hears(first)
        assert await discord.is_silent(for_=0.4)
        assert (await client.servers.book.notes(here.guild.id)).facts == ()


async def test_an_order_that_is_delivered_twice_is_given_once(run: Run, here: Paddock, discord: Standin) -> None:
    async with run() as client:
        discord.delivers_twice()
        await here.ann.says(f"!fact add Sepang: {SHADE}")
        await here.ann.slash("fact undo")
        assert (await client.servers.book.notes(here.guild.id)).version == 2


async def test_looking_after_what_is_stored_outlives_a_storage_that_is_away(
    run: Run, here: Paddock, postgres: Postgres, kept: Store
) -> None:
    async with run(setup={"store": kept}) as client:
        await here.ann.says(f"!fact add Sepang: {SHADE}")
        await asyncio.to_thread(postgres.away)
        try:
            here.discord.bot_leaves(here.guild)
            await here.discord.until(lambda: client.get_guild(here.guild.id) is None)
            await client.servers.settled()
        finally:
            await asyncio.to_thread(postgres.back)
        assert isinstance(client.servers.retention, Retention)


MARKS = st.sampled_from([*"@<>#*_~|`[]()\\-\n\u200b\u202e🏁é", "@everyone", "](https://", "```", "||"])
TEXTS = st.one_of(st.text(max_size=TEXT_LONGEST), st.lists(MARKS, max_size=120).map("".join))


@given(text=TEXTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_any_text_that_can_be_kept_is_shown_within_the_limits(text: str) -> None:
    try:
        check_text(text)
    except BotError:
        return
    fact = Fact(1, Subject(SubjectKind.CIRCUIT, "sepang"), text, 1, AT)
    page = saved("Fact 1", fact).page
    assert embeds.leaf_count(page) == 1
    made = embeds.embed(page)
    assert made.description is not None
    assert limits.size(made.description) <= limits.DESCRIPTION
    assert len(made) <= limits.EMBED
    for call in ("@everyone", "<@", "<#", "]("):
        assert call not in made.description.replace("\\](", "")
