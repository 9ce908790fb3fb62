"""Who may do what in a server, by every way there is: whoever may not is told so, and nothing is changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from discord_app.conftest import Run
from discord_app.paddocks import Paddock, paddock
from standin import Guild, Person, Standin

from bot.assistant import administration
from bot.discord_app import texts
from bot.discord_app.client import SeriesClient

FILE = b'facts:\n- subject: circuit:fuji-speedway\n  text: "From a file."\n'
WHO = administration.Who
MAY = {"kim": {WHO.ANYONE}, "ed": {WHO.ANYONE, WHO.EDITORS}, "ann": {WHO.ANYONE, WHO.EDITORS, WHO.MANAGERS}}
REFUSALS = (texts.FOR_EDITORS, texts.FOR_MANAGERS)

# Each order with its options, in an order in which all of them can be carried out one after another.
GIVEN: dict[str, dict[str, str]] = {
    "fact add": {"subject": "Fuji", "text": "Quite another thing."},
    "fact edit": {"number": "1", "text": "Other words."},
    "fact remove": {"number": "2"},
    "fact undo": {"number": "1"},
    "fact show": {"number": "1"},
    "fact list": {},
    "fact search": {"words": "shade"},
    "fact history": {},
    "fact suggest": {"subject": "Fuji", "text": "The shuttle leaves from Gotemba."},
    "fact suggestions": {},
    "fact misses": {},
    "fact export": {},
    "fact import": {},
    "name add": {"name": "the Nile", "subject": "Sepang"},
    "name remove": {"name": "the Thames"},
    "name list": {},
    "fact forget-me": {},
    "settings show": {},
    "settings review": {"state": "off"},
    "settings misses": {"state": "off"},
    "settings channels": {"channels": "<#{channel}>"},
    "settings editors": {"role": "none"},
    "settings prefix": {"prefix": "?"},
}
LINES = {
    "fact add": "fact add Fuji: Quite another thing.",
    "fact suggest": "fact suggest Fuji: The shuttle leaves from Gotemba.",
    "name add": "name add the Nile = Sepang",
}
FORMS = {form.title: form for form in administration.ORDERS}

Way = Callable[[Paddock, Person, str], Awaitable[Any]]


def options(here: Paddock, title: str) -> dict[str, str]:
    channel = next(iter(here.guild.channels))
    return {name: said.format(channel=channel) for name, said in GIVEN[title].items()}


def line(here: Paddock, title: str) -> str:
    return LINES.get(title) or " ".join([title, *options(here, title).values()])


def files(title: str) -> dict[str, bytes] | None:
    return {"facts.yml": FILE} if title == "fact import" else None


async def by_prefix(here: Paddock, who: Person, title: str) -> Any:
    return (await who.says(f"!{line(here, title)}", files=files(title)))[0]


async def by_mention(here: Paddock, who: Person, title: str) -> Any:
    return (await who.asks_bot(line(here, title), files=files(title)))[0]


async def by_reply(here: Paddock, who: Person, title: str) -> Any:
    (answer,) = await who.asks_bot("circuit Sepang")
    return (await who.says(f"/{line(here, title)}", to=answer, files=files(title)))[0]


async def by_slash(here: Paddock, who: Person, title: str) -> Any:
    extra = {"file": who.uploads("facts.yml", FILE)} if title == "fact import" else {}
    return await who.slash(title, **options(here, title), **extra)


async def by_form(here: Paddock, who: Person, title: str) -> Any:
    """The form was opened by one who may; whoever sends it is looked at anew."""
    needed = {"number": "1"} if title == "fact edit" else {}
    shown = await here.ann.slash(title, **needed)
    assert shown.modal is not None
    return await who.submit(shown.modal, **{name: said for name, said in GIVEN[title].items() if name != "number"})


WAYS: dict[str, Way] = {
    "prefix": by_prefix,
    "mention": by_mention,
    "reply": by_reply,
    "slash": by_slash,
    "form": by_form,
}
WITH_FORM = ("fact add", "fact edit", "fact suggest", "name add")


async def prepared(discord: Standin) -> Paddock:
    here = paddock(discord)
    discord.shows_commands_to_all()
    await here.chooses_editors()
    for order in (
        "settings review on",
        "fact add Sepang: Gate 3 is the one with shade.",
        "fact add Meetup: Saturday at noon.",
        "name add the Thames = Fuji",
    ):
        await here.ann.asks_bot(order)
    await here.ann.asks_bot("fact edit 1 Gate 4 is the one with shade.")
    return here


async def state(client: SeriesClient, guild: Guild) -> Any:
    """All that is kept of a server."""
    book = client.servers.book
    return await book.notes(guild.id), await book.suggestions(guild.id), await book.history(guild.id, limit=1_000)


def test_the_table_has_every_order() -> None:
    assert list(GIVEN) != [] and set(GIVEN) == set(FORMS)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("who", MAY)
async def test_the_table_of_permissions(
    run: Run, discord: Standin, who: str, way: str, record_property: Callable[[str, object], None]
) -> None:
    """Who × by which way × which order: each cell is tried."""
    refused = 0
    async with run() as client:
        here = await prepared(discord)
        person: Person = getattr(here, who)
        for title in WITH_FORM if way == "form" else GIVEN:
            before = await state(client, here.guild)
            answer = await WAYS[way](here, person, title)
            if FORMS[title].who in MAY[who]:
                assert not any(sentence in answer.text for sentence in REFUSALS), title
                continue
            assert any(sentence in answer.text for sentence in REFUSALS), title
            assert await state(client, here.guild) == before, title
            assert getattr(answer, "modal", None) is None, title
            refused += 1
    record_property("counted", f"{who} by {way}: {refused} orders refused")


@pytest.mark.parametrize("who", MAY)
async def test_direct_messages_are_of_no_server(run: Run, discord: Standin, who: str) -> None:
    async with run() as client:
        here = await prepared(discord)
        before = await state(client, here.guild)
        for title in GIVEN:
            (answer,) = await getattr(here, who).whispers(f"/{line(here, title)}", files=files(title))
            assert answer.text == texts.WHICH_SERVER, title
        assert await state(client, here.guild) == before


async def test_an_edit_never_gives_an_order(run: Run, discord: Standin) -> None:
    """Neither one that was a question before, nor one that was another order."""
    async with run() as client:
        here = await prepared(discord)
        question = here.ann.posts("!circuit Sepang")
        await here.ann.hears(question)
        order = here.ann.posts("!fact add Fuji: Once.")
        await here.ann.hears(order)
        before = await state(client, here.guild)
        for title in GIVEN:
            here.ann.edits(question, f"!{line(here, title)}")
            here.ann.edits(order, f"!{line(here, title)}")
        here.ann.edits(order, "!circuit Fuji")
        assert await discord.is_silent(for_=0.3)
        assert await state(client, here.guild) == before
