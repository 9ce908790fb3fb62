"""What members suggest and ask in vain, and facts that move as files."""

from __future__ import annotations

import pytest
from discord_app.conftest import Run
from discord_app.paddocks import Paddock, paddock, plain
from standin import Standin

from bot.discord_app import texts

SHADE = "Gate 3 is the one with shade."
QUESTION = "how tall is David Cheng"


@pytest.fixture
def here(discord: Standin) -> Paddock:
    return paddock(discord)


async def test_what_members_suggest_is_accepted_or_rejected(run: Run, here: Paddock) -> None:
    async with run():
        (off,) = await here.kim.says("!fact suggest Fuji: The shuttle leaves from Gotemba.")
        assert "takes no suggestions" in off.text
        await here.ann.says("!settings review on")
        await here.chooses_editors()
        suggested = await here.kim.slash("fact suggest", subject="Fuji", text="The shuttle leaves from Gotemba.")
        assert not suggested.ephemeral
        accepted = await here.ed.press(suggested.shown.button(texts.ACCEPT))
        assert "fact 1 on Fuji Speedway" in accepted.text
        assert not suggested.shown.buttons
        (answer,) = await here.kim.asks_bot("circuit Fuji")
        assert f"by <@{here.kim.id}>" in answer.text
        (second,) = await here.kim.says("!fact suggest Fuji: It is foggy.")
        (listed,) = await here.ed.says("!fact suggestions")
        assert "It is foggy." in listed.text
        await here.ed.press(listed.button("Reject 2"))
        late = await here.ed.press(second.button(texts.ACCEPT))
        assert late.ephemeral
        assert "decided on it" in late.text


async def test_misses_lead_to_the_fact_that_answers_them(run: Run, here: Paddock, discord: Standin) -> None:
    async with run() as client:
        await here.kim.asks_bot(QUESTION)
        await here.kim.asks_bot(QUESTION)
        await client.servers.settled()
        assert "david cheng" not in (await here.ann.slash("fact misses")).text
        await here.ed.asks_bot(QUESTION)
        await here.kim.whispers("how tall is the moon")
        await client.servers.settled()
        misses = await here.ann.slash("fact misses")
        assert misses.ephemeral
        assert "how tall is david cheng (2 members" in misses.text
        assert str(here.kim.id) not in misses.text
        fact, name = misses.shown.selects
        form = await here.ann.choose(fact, QUESTION.lower())
        assert form.modal is not None
        assert form.modal.components[0]["components"][0]["value"] == QUESTION.lower()
        saved = await here.ann.submit(form.modal, subject="David Cheng", text="He is 1.70 m tall.")
        assert "Fact 1 added" in saved.text
        await client.servers.settled()
        assert "david cheng" not in (await here.ann.slash("fact misses")).text
        named = await here.ann.choose(name, QUESTION.lower())
        assert named.modal is not None
        assert named.modal.labels == [texts.FIELD_NAME, texts.FIELD_SUBJECT]


async def test_misses_are_not_kept_where_that_is_switched_off(run: Run, here: Paddock) -> None:
    async with run() as client:
        await here.kim.asks_bot(QUESTION)
        await client.servers.settled()
        await here.ann.says("!settings misses off")
        for person in (here.kim, here.ed):
            await person.asks_bot(QUESTION)
        await client.servers.settled()
        await here.ann.says("!settings misses on")
        assert texts.ADD_FOR not in (await here.ann.slash("fact misses")).text
        assert "david cheng" not in (await here.ann.slash("fact misses")).text


async def test_export_and_import(run: Run, here: Paddock) -> None:
    there = here.other()
    async with run():
        for order in (f"fact add Sepang: {SHADE}", "fact add Meetup: Saturday.", "name add the Nile = Sepang"):
            await here.ann.says(f"!{order}")
        exported = await here.ann.slash("fact export")
        assert exported.ephemeral
        (file,) = exported.shown.attachments
        assert str(here.ann.id) not in file.data.decode()
        (planned,) = await there.ann.says("!fact import", files={"facts.yml": file.data})
        assert "3 added, 0 changed" in plain(planned)
        done = await there.ann.press(planned.button(texts.IMPORT))
        assert "Imported" in done.text
        (same,) = await there.ann.says("!fact import", files={"facts.yml": file.data})
        assert "0 added, 0 changed, 4 the same" in plain(same)
        assert not same.buttons
        (undone,) = await there.ann.says("!fact undo")
        assert "Taken back" in undone.text
        (empty,) = await there.kim.says("!fact list")
        assert SHADE not in empty.text


async def test_a_file_is_imported_whole_or_not_at_all(run: Run, here: Paddock) -> None:
    good = b'facts:\n- subject: circuit:sepang\n  text: "One."\n'
    bad = good + b'- subject: circuit:spa\n  text: "Two."\nnames:\n- name: LMP2\n  subject: circuit:sepang\n'
    async with run():
        (refused,) = await here.ann.says("!fact import", files={"facts.yml": bad})
        assert "line 4" in refused.text
        assert "line 7" in refused.text
        assert not refused.buttons
        (planned,) = await here.ann.says("!fact import", files={"facts.yml": good})
        await here.ann.says("!fact add Fuji: Meanwhile.")
        late = await here.ann.press(planned.button(texts.IMPORT))
        assert late.text == texts.CHANGED_SINCE
        for files, sentence in (
            (None, texts.NO_FILE),
            ({"a.yml": good, "b.yml": good}, texts.ONE_FILE),
            ({"a.yml": b"x" * 1_000_001}, "1,000,001 bytes large"),
            ({"a.yml": b"\xff\xfe"}, "Line 1"),
        ):
            (said,) = await here.ann.says("!fact import", files=files)
            assert sentence in plain(said)
