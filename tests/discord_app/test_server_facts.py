"""Facts of a server's own, over the wire: from an admin's order to a member's answer."""

from __future__ import annotations

import pytest
from discord_app.conftest import Run
from discord_app.paddocks import Paddock, paddock, plain
from standin import Standin

SHADE = "Gate 3 is the one with shade."


@pytest.fixture
def here(discord: Standin) -> Paddock:
    return paddock(discord)


async def test_a_fact_is_told_by_all_six_ways(run: Run, here: Paddock) -> None:
    async with run():
        (saved,) = await here.ann.says(f"!fact add Sepang: {SHADE}")
        assert "Fact 1 added" in saved.text
        assert SHADE in saved.text
        (prefix,) = await here.kim.says("!circuit Sepang")
        (mention,) = await here.kim.asks_bot("circuit Sepang")
        (reply,) = await here.kim.says("and Sepang?", to=mention)
        slash = await here.kim.slash("circuit", name="Sepang")
        asked = here.kim.posts("circuit Sepang")
        menu = await here.kim.message_menu("Answer this", asked)
        button = await here.kim.press(next(one for one in prefix.buttons if one.label == "Why?"))
        for answer in (prefix, mention, reply, slash.shown, menu.shown):
            assert SHADE in answer.text
            assert f"fact 1, by <@{here.ann.id}>" in answer.text
            assert not answer.pings - {here.kim.mention}
        assert button.text


async def test_a_topic_is_found_as_all_names_are(run: Run, here: Paddock) -> None:
    async with run():
        await here.ann.says("!fact add Meetup: Saturday at noon.")
        for question in ("when is the meetup?", "metup", "MEETUP"):
            (answer,) = await here.kim.asks_bot(question)
            assert "Saturday at noon." in answer.text, question
        choices = await here.kim.autocomplete("fact list", focused="subject", value="meet")
        assert [choice.name for choice in choices] == ["Meetup"]
        (listed,) = await here.kim.says("!fact list Meetup")
        assert "Saturday at noon." in listed.text


async def test_a_nickname_works_everywhere_in_that_server(run: Run, here: Paddock) -> None:
    async with run():
        (saved,) = await here.ann.says("!name add the Nile = Sepang")
        assert "the Nile" in saved.text
        (free,) = await here.kim.asks_bot("tell me about the Nile")
        assert "Sepang International Circuit" in free.text
        slash = await here.kim.slash("circuit", name="the Nile")
        assert "Sepang International Circuit" in slash.text
        choices = await here.kim.autocomplete("circuit", focused="name", value="the nil")
        assert "the Nile" in [choice.name for choice in choices]


async def test_a_name_that_would_steal_an_answer_is_refused_with_the_question(run: Run, here: Paddock) -> None:
    async with run():
        for order in ("name add LMP2 = Sepang", "name add Yifei Ye = Fuji", "name add LMP3 2022 = Fuji"):
            (refused,) = await here.ann.says(f"!{order}")
            assert "would take away the answer to “" in refused.text, refused.text
        (names,) = await here.ann.says("!name list")
        assert "no names here yet" in names.text


async def test_everything_an_editor_does_with_a_fact(run: Run, here: Paddock) -> None:
    async with run():
        await here.chooses_editors()
        said = []
        for order in (
            "fact add Sepang: One. source: The club",
            "fact edit 1 Two.",
            "fact show 1",
            "fact undo 1",
            "fact show 1",
            "fact remove 1",
            "fact undo 1",
            "fact search one",
            "name add the Nile = Sepang",
            "name list",
            "name remove the nile",
        ):
            (answer,) = await here.ed.says(f"!{order}")
            said.append(plain(answer))
        assert [line.split("\n")[0] for line in said] == [
            "Fact 1 added: Sepang International Circuit",
            "Fact 1 changed",
            "Fact 1 on Sepang International Circuit",
            "Taken back",
            "Fact 1 on Sepang International Circuit",
            "Fact 1 removed",
            "Taken back",
            "Facts with “one”",
            "Name added",
            "Names of this server",
            "Name removed",
        ]
        assert "Two." in said[2]
        assert "One." in said[4]
        assert "The club" in said[4]
        history = await here.ed.slash("fact history", number="1")
        assert history.ephemeral
        for word in ("added", "edited", "removed", "taken back"):
            assert word in plain(history.shown)
