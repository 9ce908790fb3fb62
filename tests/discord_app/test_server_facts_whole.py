"""Nothing is decided on, overwritten or lost that its readers cannot see, however long it is."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from discord_app.conftest import Run
from discord_app.paddocks import Paddock, paddock, plain
from sqlalchemy import insert, update
from standin import Message, Standin

from bot.discord_app import texts
from bot.server_facts.desk import locked
from bot.server_facts.tables import FACTS, SERVERS

LONG = ("word " * 194).strip()


@pytest.fixture
def here(discord: Standin) -> Paddock:
    return paddock(discord)


def labels(message: Message) -> list[str]:
    return [button.label for button in message.buttons]


async def test_editors_decide_only_on_suggestions_they_see(run: Run, here: Paddock) -> None:
    async with run():
        await here.ann.says("!settings review on")
        for number in range(1, 5):
            await here.kim.says(f"!fact suggest Sepang: Number {number} {LONG}")
        waiting = 4
        while waiting:
            (told,) = await here.ann.says("!fact suggestions")
            seen = [number for number in range(1, 5) if f"Number {number}" in told.text]
            accepted = [int(label.split()[1]) for label in labels(told) if label.startswith(texts.ACCEPT)]
            assert accepted == seen != []
            assert texts.ON not in labels(told)
            more = waiting - len(seen)
            assert (f"{more} more wait" in told.text) == (more > 0)
            for number in seen:
                await here.ann.press(told.button(f"{texts.ACCEPT} {number}"))
            waiting = more
        assert "Nobody waits" in (await here.ann.says("!fact suggestions"))[0].text


async def test_a_suggestion_longer_than_a_leaf_can_be_turned_by_whoever_decides(run: Run, here: Paddock) -> None:
    async with run():
        await here.chooses_editors()
        await here.ann.says("!settings review on")
        (made,) = await here.kim.says(f"!fact suggest Sepang: {'*_' * 490} source: {'[_' * 146} END")
        assert "END" not in made.text
        turned = await here.ed.press(made.button(texts.ON))
        assert "END" in turned.text
        done = await here.ed.press(made.button(texts.ACCEPT))
        assert "accepted" in done.text
        assert texts.ACCEPT not in labels(made)


async def test_nobody_decides_on_what_plain_text_cuts_short(run: Run, here: Paddock, discord: Standin) -> None:
    async with run():
        await here.ann.says("!settings review on")
        await here.kim.says(f"!fact suggest Sepang: One {LONG}")
        await here.kim.says(f"!fact suggest Sepang: Two {LONG} and more")
        discord.forbids("embed_links", in_=here.ann.home)
        (told,) = await here.ann.says("!fact suggestions")
        assert texts.CUT_SHORT_PLAIN in told.text
        assert not told.buttons
        discord.allows("embed_links", in_=here.ann.home)
        (told,) = await here.ann.says("!fact suggestions")
        assert f"{texts.ACCEPT} 2" in labels(told)


@pytest.mark.parametrize("order", ["fact list", "fact search"])
async def test_what_is_too_long_for_a_button_is_turned_all_the_same(run: Run, here: Paddock, order: str) -> None:
    name = "Grandstand Overlooking Everything Beyond The Hairpin Corners"
    assert len(name) == 60
    async with run():
        for number, word in enumerate(("shade ", "gravel ", "tickets ", "music ")):
            await here.ann.says(f"!fact add {name}: Number {number} {word * 130}")
        said = name if order == "fact list" else f"{name} number"
        (first,) = await here.ann.says(f"!{order} {said}")
        assert "Number 3" not in first.text
        forbidden = await here.kim.press(first.button(texts.ON))
        assert texts.NOT_YOUR_ORDER in forbidden.text
        turned = await here.ann.press(first.button(texts.ON))
        assert "Number 3" in turned.text
        back = await here.ann.press(first.button(texts.BACK))
        assert "Number 0" in back.text
    async with run():
        lost = await here.ann.press(first.button(texts.ON))
        assert texts.REST_FORGOTTEN in lost.text


async def test_what_is_too_long_comes_back_whole(run: Run, here: Paddock) -> None:
    text = "word " * 240 + "END"
    async with run():
        shown = await here.ann.slash("fact add")
        assert shown.modal is not None
        by_form = await here.ann.submit(shown.modal, subject="Sepang", text=text)
        by_slash = await here.ann.slash("fact add", subject="Sepang", text=text)
        for told in (by_form, by_slash):
            assert "1,000 characters" in told.text
            assert "END" in told.text
            assert told.ephemeral


async def test_a_fact_is_told_to_its_end(run: Run, here: Paddock) -> None:
    source = "https://example.org/" + "_" * 60
    async with run():
        await here.ann.says(f"!fact add Sepang: {('word ' * 195).strip()} END source: {source}")
        for question in ("!circuit Sepang", "!fact list Sepang", "!fact show 1"):
            (told,) = await here.ann.says(question)
            pages = [plain(told)]
            while texts.ON in labels(told) and not told.button(texts.ON).disabled:
                pages.append(plain((await here.ann.press(told.button(texts.ON))).shown))
            assert "END" in "".join(pages)
            assert source in "".join(pages).replace("\n", "")


async def test_save_anyway_overwrites_no_other_editors_words(run: Run, here: Paddock) -> None:
    async with run() as client:
        await here.chooses_editors()
        await here.ann.says("!fact add Sepang: Parking is free at gate three.")
        await here.ann.says("!fact add Sepang: The shuttle runs from the north lot.")
        (asks,) = await here.ann.says("!fact edit 2 Parking is free at gate three!")
        await here.ed.says("!fact edit 2 The shuttle is no more.")
        late = await here.ann.press(asks.button(texts.SAVE_ANYWAY))
        assert late.ephemeral
        for told in ("Somebody else changed fact 2", "The shuttle is no more.", "Parking is free at gate three!"):
            assert told in plain(late.shown)
        stands = (await client.servers.book.notes(here.guild.id)).facts
        assert [fact.text for fact in stands] == ["Parking is free at gate three.", "The shuttle is no more."]
        (again,) = await here.ann.says("!fact edit 2 Parking is free at gate three!")
        saved = await here.ann.press(again.button(texts.SAVE_ANYWAY))
        assert "Fact 2 changed" in saved.text


async def test_a_name_is_tried_once_until_it_is_saved(run: Run, here: Paddock) -> None:
    """What is pointed out, asked back and then saved has been read on all stored questions one single time."""
    async with run() as client:
        verdicts = client.reception.desk.in_server(None)._trials._verdicts
        # Other tests have tried names as well.
        verdicts.clear()
        (asks,) = await here.ann.says("!fact add Meetup: Saturday.")
        assert "Fact 1" in asks.text
        assert len(verdicts) == 1
        (named,) = await here.ann.says("!name add the Nile = Sepang")
        assert "Name added" in named.text
        assert len(verdicts) == 2


async def test_the_history_of_a_fact_tells_what_became_of_it_in_a_large_import(run: Run, here: Paddock) -> None:
    content = "facts:\n" + "".join(f'- {{subject: circuit:sepang, text: "fact so {one}"}}\n' for one in range(40))
    async with run():
        (asks,) = await here.ann.says("!fact import", files={"facts.yml": content.encode()})
        await here.ann.press(asks.button(texts.IMPORT))
        all_of_it = await here.ann.slash("fact history")
        assert "and 35 more" in all_of_it.text
        one = await here.ann.slash("fact history", number="30")
        assert "fact so 29" in one.text
        assert "more" not in one.text
        none = await here.ann.slash("fact history", number="99")
        assert "There is no change" in none.text


async def test_an_export_larger_than_a_message_is_packed(run: Run, here: Paddock) -> None:
    wide = {"server": here.guild.id, "kind": "circuit", "subject": "sepang", "text": "🏁" * 1_000, "source": "🏁" * 300}
    rows = [wide | {"number": number, "at": datetime.now(UTC), "revision": 1} for number in range(1, 2_001)]
    async with run() as client:
        async with client.servers.store.writing() as connection:
            await locked(connection, here.guild.id)
            await connection.execute(insert(FACTS), rows)
            await connection.execute(update(SERVERS).values(version=1, next_number=2_001))
        client.servers.library.drop(here.guild.id)
        here.ann.patience = 60.0
        told = await here.ann.slash("fact export")
        (file,) = told.shown.attachments
        assert file.filename == f"facts-{here.guild.id}.zip"
        archive = ZipFile(BytesIO(file.data))
        parts = [archive.read(name) for name in archive.namelist()]
        assert len(parts) > 10
        assert sum(part.count(b"- number:") for part in parts) == 2_000
        assert max(map(len, parts)) <= 1_000_000
