"""Six ways in, one answer; and silence where nobody speaks to the bot."""

from __future__ import annotations

import pytest
from discord_app.conftest import Run
from discord_app.looking import shown
from standin import Guild, Message, Person, Standin

from bot.assistant import ANSWER_THIS, COMMANDS, Command
from bot.knowledge.base import Knowledge

# What a person types behind a slash for the first example of each command.
FILLED_IN = {
    "champion": {"class": "LMP3", "season": "2022"},
    "season": {"season": "2019-20"},
    "calendar": {"season": "2025-26"},
    "race": {"name": "Fuji", "season": "2016"},
    "circuit": {"name": "Sepang"},
    "circuits": {},
    "driver": {"name": "Malthe Jakobsen"},
    "team": {"name": "OAK Racing"},
    "class": {"name": "LMP2 Am"},
    "classes": {"season": "2018-19"},
    "history": {},
    "record": {},
    "compare": {"one": "David Cheng", "other": "Malthe Jakobsen"},
    "chart": {"what": "titles by nation"},
    "series": {},
    "ask": {"question": "who won GT in 2015-16"},
    "help": {},
}


def test_every_command_is_tried() -> None:
    assert list(FILLED_IN) == [command.name for command in COMMANDS]
    for command in COMMANDS:
        assert command.line(FILLED_IN[command.name]) == command.examples[0]


async def test_each_command_gets_the_same_page_by_each_way(run: Run, discord: Standin, kim: Person) -> None:
    """Prefix, mention, reply, direct message, slash, the menu of a message: nothing but the envelope differs."""
    ann = discord.member("Ann", next(iter(discord.guilds.values())))
    # The first picture starts the process that draws.
    kim.patience = 60.0
    async with run():
        (first,) = await ann.says("!help")
        for command in COMMANDS:
            line = command.examples[0]
            (by_prefix,) = await kim.says(f"!{line}")
            options = {f"{name}_": value for name, value in FILLED_IN[command.name].items()}
            pages = [
                *await kim.asks_bot(line),
                *await kim.says(line, to=first),
                *await kim.whispers(line),
                (await kim.slash(command.name, **options)).shown,
                (await kim.message_menu(ANSWER_THIS, kim.posts(line))).shown,
            ]
            assert [shown(page) for page in pages] == [shown(by_prefix)] * 5, line
            assert by_prefix.embed["title"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_is_declared_as_discord_takes_it(command: Command) -> None:
    assert 0 < len(command.about) <= 100
    assert all(0 < len(option.about) <= 100 for option in command.options)
    required = [option.required for option in command.options]
    assert required == sorted(required, reverse=True)


async def test_all_ways_but_the_prefix_need_no_privilege(run: Run, discord: Standin, kim: Person) -> None:
    discord.disallows("message_content")
    async with run(setup={"reads_all": False}):
        (by_mention,) = await kim.asks_bot("champion LMP3 2022")
        pages = [
            *await kim.says("champion LMP3 2022", to=by_mention),
            *await kim.whispers("champion LMP3 2022"),
            (await kim.slash("champion", class_="LMP3", season="2022")).shown,
            (await kim.message_menu(ANSWER_THIS, kim.posts("champion LMP3 2022"))).shown,
        ]
        assert [shown(page) for page in pages] == [shown(by_mention)] * 4
        kim.posts("!champion LMP3 2022")
        assert await discord.is_silent()
        (answer,) = await kim.says("and in 2023?", to=by_mention, ping=False)
        assert "cannot read a reply that does not mention me" in answer.text


async def test_people_who_installed_the_bot_use_it_anywhere(run: Run, discord: Standin) -> None:
    stranger = discord.guild("Another server", with_bot=False)
    kim, ann = discord.member("Kim", stranger), discord.member("Ann", stranger)
    kim.installs_bot()
    async with run():
        places = (kim.home, kim.dm, discord.group(kim, ann))
        pages = [(await kim.slash("circuit", in_=place, name="Sepang")).shown for place in places]
        assert len({shown(page) for page in pages}) == 1
        for page in pages:
            assert (await kim.press(page.button("Why?"))).ephemeral
            await kim.press(page.button("🗑️"))
            assert page.deleted


async def test_a_server_may_invite_it_while_it_runs(run: Run, discord: Standin) -> None:
    later = discord.guild("Pit lane", with_bot=False)
    kim = discord.member("Kim", later)
    async with run():
        kim.posts("!champion LMP3 2022")
        assert await discord.is_silent(for_=0.1)
        discord.bot_joins(later)
        assert (await kim.says("!champion LMP3 2022"))[0].embed["title"] == "LMP3 champions, 2022"
        discord.bot_leaves(later)
        kim.posts("!champion LMP3 2022")
        assert await discord.is_silent(for_=0.1)


@pytest.mark.parametrize(
    "said",
    [
        "who won LMP3 in 2022?",
        "that is the !champion LMP3 2022",
        "!play a song of Fuji",
        "!",
        "!!!",
        "! ",
        "@everyone who won LMP3 in 2022?",
        "?champion LMP3 2022",
    ],
)
async def test_in_a_channel_it_is_silent_unless_spoken_to(run: Run, discord: Standin, kim: Person, said: str) -> None:
    async with run():
        kim.posts(said)
        assert await discord.is_silent(for_=0.1)


async def test_a_reply_to_another_person_is_not_for_the_bot(run: Run, discord: Standin, kim: Person) -> None:
    async with run():
        ann = discord.member("Ann", next(iter(discord.guilds.values())))
        kim.posts("who won LMP3 in 2022?", to=ann.posts("do you know?"))
        assert await discord.is_silent(for_=0.1)


async def test_a_picture_in_reply_asks_nothing(run: Run, discord: Standin, kim: Person) -> None:
    async with run():
        (answer,) = await kim.says("!champion LMP3 2022")
        kim.posts("", to=answer, files={"cat.png": b"meow"})
        assert await discord.is_silent(for_=0.1)


async def test_bots_and_webhooks_are_ignored(run: Run, discord: Standin, paddock: Guild) -> None:
    other, hook = discord.member("Other", paddock, bot=True), discord.webhook("News")
    async with run():
        for sender in (other, hook):
            sender.posts("!champion LMP3 2022", in_=next(iter(paddock.channels.values())))
            sender.posts(f"{discord.bot.mention} champion LMP3 2022", in_=next(iter(paddock.channels.values())))
        assert await discord.is_silent(for_=0.1)


@pytest.mark.parametrize(
    "said", ["!champoin LMP3 2022", "! champion LMP3 2022", "!CHAMPION lmp3 2022", "!who won LMP3 in 2022"]
)
async def test_the_prefix_bears_slips_and_free_questions(run: Run, kim: Person, said: str) -> None:
    async with run():
        (answer,) = await kim.says(said)
        assert answer.embed["title"] == "LMP3 champions, 2022"


@pytest.mark.parametrize(
    "said", ["{me}", "hello {me}", "who won LMP3 {me} in 2022?", "{me} !champion LMP3 2022", "{me}{me} help"]
)
async def test_a_mention_may_stand_anywhere(run: Run, discord: Standin, kim: Person, said: str) -> None:
    async with run():
        (answer,) = await kim.says(said.format(me=discord.bot.mention))
        assert answer.embed["title"]
        assert discord.bot.mention not in answer.text


async def test_a_prefix_is_asked_for_by_server(run: Run, discord: Standin, paddock: Guild, kim: Person) -> None:
    """Where servers choose their own, only what knows their choice has to be put in."""

    class Chosen:
        def prefix_of(self, server: int | None) -> str:
            return "alms" if server == paddock.id else "?"

    other = discord.guild("Pit lane")
    ann = discord.member("Ann", other)
    async with run(setup={"prefixes": Chosen()}):
        answers = [
            *await kim.says("alms champion LMP3 2022"),
            *await kim.says("ALMS champion LMP3 2022"),
            *await ann.says("?champion LMP3 2022"),
            *await kim.whispers("?champion LMP3 2022"),
        ]
        assert {answer.embed["title"] for answer in answers} == {"LMP3 champions, 2022"}
        for said in ("almsgiving champion LMP3 2022", "!champion LMP3 2022", "?champion LMP3 2022"):
            kim.posts(said)
        assert await discord.is_silent(for_=0.1)


async def test_an_answer_replies_to_its_question_and_calls_nobody(run: Run, discord: Standin, kim: Person) -> None:
    async with run():
        question = kim.posts("!champion LMP3 2022")
        (answer,) = await kim.hears(question)
        assert answer.reference is question
        assert answer.pings == set()
        (sent,) = discord.requests("POST /channels/*/messages")
        assert (sent.body["nonce"], sent.body["enforce_nonce"]) == (str(question.id), True)
        assert sent.body["allowed_mentions"]["parse"] == []


async def test_an_answer_looks_like_its_page(run: Run, kim: Person, knowledge: Knowledge) -> None:
    """The colour of its class, flags, notes as a field, and sources in the footer."""
    async with run():
        (answer,) = await kim.says("!champion LMP3 2022")
    embed = answer.embed
    assert f"#{embed['color']:06x}" == knowledge.classes["lmp3"].colour.lower()
    assert "🇫🇷" in embed["description"]
    assert [field["name"] for field in embed["fields"]] == ["Notes"]
    assert embed["footer"]["text"].startswith("Sources: Wikipedia: Asian Le Mans Series, ")


async def test_in_threads_it_answers_too(run: Run, discord: Standin, paddock: Guild, kim: Person) -> None:
    async with run():
        thread = discord.thread("LMP3", next(iter(paddock.channels.values())))
        (answer,) = await kim.says("!champion LMP3 2022", in_=thread)
        assert isinstance(answer, Message)
        assert answer.channel is thread
