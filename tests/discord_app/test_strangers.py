"""What strangers write never calls anyone, breaks out of where it stands, or stops the bot."""

from __future__ import annotations

import json
import re

import pytest
from discord_app.conftest import Run
from standin import Guild, Message, Person, Standin

from bot.assistant import Assistant
from bot.discord_app.escaping import escaped

HOSTILE = [
    "@everyone",
    "@here champion LMP3 2022",
    "<@&{role}>",
    "<@{ann}> and <@!{ann}>",
    "<#{channel}> </help:1> <t:0:R> <id:home> <:x:1>",
    "```\ncode\n```",
    "`x` **b** _i_ ~~s~~ ||spoiler||",
    "[click](https://evil.example) [a](<https://evil.example>)",
    "# heading",
    "> quote",
    ">>> all of it",
    "-# small",
    "\\*not\\* \\",
    "\u202egnitirw\u2066 \u200b\u200e",
    "\x00\x07\x1b[31m",
    "x" * 4_000,
    "🇫🇷" * 1_000,
    "ॐ" * 500 + "\u0301" * 300,
    "𝕝𝕞𝕡𝟛 𝟚𝟘𝟚𝟚",
    "{0} {said} %s %(x)s",
]
COMMANDS = ("driver {}", "champion {}", "history {}", "{}", "compare {} and Sepang", "ask {}", "help {}")


def calls(message: Message) -> list[str]:
    """Return what in `message` Discord would make a mention, a link or a block of."""
    texts = [message.content]
    for embed in message.embeds:
        texts += [embed.get("title", ""), embed.get("description", "")]
        texts += [text for field in embed.get("fields", []) for text in (field["name"], field["value"])]
    own = re.compile(r"```\n[^`]*\n```|\[[^\]]*\]\(https?://[^)\s]*\)")
    found = []
    for text in texts:
        # What the bot itself makes: the block of code and the sources of "Why?".
        rest = own.sub("", text) if message.ephemeral else text
        found += re.findall(
            r"@everyone|@here|<[@#/:ta][^>\s]*>|(?<!\\)(?:``|\|\||\*\*|\[.*\]\()|^(?:#|>)", rest, re.MULTILINE
        )
    return found


async def test_nothing_in_a_question_does_anything(run: Run, discord: Standin, paddock: Guild, kim: Person) -> None:
    """In answers, in their buttons and behind "Why?", by message and by slash."""
    ann = discord.member("Ann", paddock)
    role = discord.role("Marshals", paddock)
    places = {"role": role.id, "ann": ann.id, "channel": kim.home.id}
    async with run():
        for text in HOSTILE:
            said = text if "%s" in text else text.format(**places)
            answers = [*await kim.asks_bot(said), (await kim.slash("ask", question=said[:400])).shown]
            answers += [(await kim.slash("driver", name=said[:400])).shown]
            answers += [(await kim.press(answer.button("Why?"))).shown for answer in answers]
            for answer in answers:
                assert answer.pings == set(), text
                assert calls(answer) == [], text
                assert len(answer.text) < 6_000


async def test_every_command_bears_every_text(assistant: Assistant) -> None:
    for text in HOSTILE:
        for command in COMMANDS:
            page = assistant.reply(command.replace("{}", text))
            assert page.title


async def test_plain_text_breaks_out_of_nothing(run: Run, discord: Standin, paddock: Guild, kim: Person) -> None:
    ann = discord.member("Ann", paddock)
    role = discord.role("Marshals", paddock)
    discord.forbids("embed_links", in_=kim.home)
    async with run():
        for text in ("@everyone", f"<@{ann.id}> <@&{role.id}>", "||x|| `y` [a](https://b.example)"):
            (answer,) = await kim.asks_bot(f"driver {text}")
            assert answer.pings == set()
            assert "<@" not in answer.content
            assert not re.search(r"@everyone|(?<!\\)(\|\||`)|(?<!\\)\[", answer.content)


@pytest.mark.parametrize("half", ["\ud800", "\udfff", "LMP3 \ud83c 2022"])
async def test_halves_of_characters_are_no_trouble(run: Run, discord: Standin, kim: Person, half: str) -> None:
    """JSON can carry them, and Discord takes them from nobody."""
    async with run():
        (answer,) = await kim.asks_bot(f"champion {half}")
        assert json.dumps(answer.embeds, ensure_ascii=False).encode("utf-8")
        assert (await kim.press(answer.button("Why?"))).ephemeral
        assert (await kim.slash("driver", name=half)).shown.embeds
        assert await kim.autocomplete("driver", focused="name", value=half) is not None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**b** _i_ `c`", r"\*\*b\*\* \_i\_ \`c\`"),
        ("[a](https://b.example)", r"\[a\](https://b.example)"),
        ("@everyone <@1>", "@\u200beveryone <\u200b@\u200b1\\>"),
        ("Car #26 | Kévin", r"Car \#26 \| Kévin"),
        ("\\* \ud800", r"\\\* ?"),
        ("🇫🇷 Graff Racing", "🇫🇷 Graff Racing"),
    ],
)
def test_escaping(text: str, shown: str) -> None:
    assert escaped(text) == shown
