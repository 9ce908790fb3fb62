"""Slash commands: declared by the one table, told to Discord when they change, with menus that keep their word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from discord_app.conftest import Run
from standin import Person, Standin

from bot.assistant import ANSWER_THIS, COMMANDS, Assistant, Command, Offer, Option, administration
from bot.presentation.pages import Outcome

PUT = "PUT /applications/*"
WITH_MENU = [(command, option) for command in COMMANDS for option in command.options if option.offer]

# What is typed into an option, and what the menu offers first.
TYPED = [
    ("champion", "class", "", "LMP2"),
    ("champion", "class", "lpm3", "LMP3"),
    ("champion", "class", "lmp 3", "LMP3"),
    ("champion", "season", "", "2025-26"),
    ("season", "season", "19/20", "2019-20"),
    ("driver", "name", "jakbos", "Malthe Jakobsen"),
    ("driver", "name", "ye yif", "Yifei Ye"),
    ("driver", "name", "HERIAU", "François Hériau"),
    ("team", "name", "gdrive", "G-Drive Racing"),
    ("circuit", "name", "abu dhabi", "Yas Marina Circuit"),
    ("circuit", "name", "sepnag", "Sepang International Circuit"),
    ("circuits", "where", "", "current"),
    ("help", "command", "titles", "champion"),
    ("compare", "other", "fuj", "Fuji Speedway"),
]


async def test_what_discord_is_told_comes_from_the_table(run: Run, discord: Standin) -> None:
    async with run():
        told = {one["name"]: one for one in discord.commands[None]}
    assert set(told) == {ANSWER_THIS, *(command.name for command in COMMANDS), *administration.GROUPS}
    for one in (one for name, one in told.items() if name not in administration.GROUPS):
        assert one["contexts"] == [0, 1, 2]
        assert one["integration_types"] == [0, 1]
    for command in COMMANDS:
        one = told[command.name]
        assert one["description"] == command.about
        declared = [(each["name"], each["description"], each["required"]) for each in one["options"]]
        assert declared == [(option.name, option.about, option.required) for option in command.options]
        assert [each.get("autocomplete", False) for each in one["options"]] == [
            bool(option.offer) for option in command.options
        ]


async def test_what_admins_do_is_for_servers_and_made_from_its_own_table(run: Run, discord: Standin) -> None:
    """Discord hides what only managers may; what the editors' role may, it cannot know."""
    async with run():
        told = {one["name"]: one for one in discord.commands[None]}
    for name, about in administration.GROUPS.items():
        group = told[name]
        assert (group["description"], group["contexts"], group["integration_types"]) == (about, [0], [0])
        assert group["default_member_permissions"] == (1 << 5 if name == "settings" else None)
        forms = [form for form in administration.ORDERS if form.group == name]
        assert [(each["name"], each["description"]) for each in group["options"]] == [
            (form.name, form.about) for form in forms
        ]


async def test_commands_are_sent_when_they_have_changed(run: Run, discord: Standin, tmp_path: Path) -> None:
    async with run():
        assert len(discord.requests(PUT)) == 1
    async with run():
        assert len(discord.requests(PUT)) == 1
    (noted,) = tmp_path.glob("*.json")
    noted.write_text(json.dumps(dict.fromkeys(json.loads(noted.read_text("utf-8")), "older")), encoding="utf-8")
    async with run():
        assert len(discord.requests(PUT)) == 2
    for file in ("nonsense", "[]"):
        noted.write_text(file, encoding="utf-8")
        async with run():
            pass
    assert len(discord.requests(PUT)) == 4


@pytest.mark.parametrize(("when", "times"), [("always", 2), ("never", 0)])
async def test_commands_are_sent_when_an_operator_says_so(run: Run, discord: Standin, when: str, times: int) -> None:
    for _ in range(2):
        async with run(setup={"sync": when}):
            pass
    assert len(discord.requests(PUT)) == times


async def test_a_refusal_of_the_commands_stops_nobody(run: Run, discord: Standin, kim: Person) -> None:
    discord.fails_next(503, route=PUT)
    async with run():
        assert await kim.says("!champion LMP3 2022")
    async with run():
        assert len(discord.requests(PUT)) == 2


async def test_a_folder_that_cannot_be_written_stops_nobody(
    run: Run, discord: Standin, kim: Person, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    async with run(setup={"data": file}):
        assert await kim.says("!champion LMP3 2022")


async def test_menus_over_the_wire(run: Run, kim: Person) -> None:
    async with run():
        for command, focused, typed, first in TYPED:
            needed = {"one": "Sepang"} if command == "compare" else {}
            choices = await kim.autocomplete(command, focused=focused, value=typed, **needed)
            assert 1 <= len(choices) <= 25
            assert choices[0].name == choices[0].value == first, typed


@pytest.mark.parametrize(("command", "option"), WITH_MENU, ids=lambda one: one.name)
def test_what_a_menu_offers_is_understood(assistant: Assistant, command: Command, option: Option) -> None:
    """Every name it has, not only the first few; most are answered, some with what is not so."""
    for name in assistant.offer(option.offer, "", limit=10_000):
        given = {each.name: name for each in command.options if each.required} | {option.name: name}
        if option.name in ("one", "other"):
            given = {"one": name, "other": _another(assistant, name)}
        page = assistant.reply(f"/{command.line(given)}")
        assert page.outcome in (Outcome.ANSWERED, Outcome.HELP) or (page.query and "never" in page.text), page.title
        assert len(name) <= 100


def _another(assistant: Assistant, name: str) -> str:
    """Return something of the same kind as `name`."""
    for offer in (Offer.DRIVER, Offer.TEAM, Offer.CIRCUIT, Offer.CLASS, Offer.SEASON):
        names = assistant.offer(offer, "", limit=10_000)
        if name in names:
            return next(other for other in names if other != name)
    raise AssertionError(f"{name} is of no kind")


@pytest.mark.parametrize("offer", list(Offer))
def test_menus_are_never_too_long_whatever_is_typed(assistant: Assistant, offer: Offer) -> None:
    for typed in ("", " ", "a", "2", "-", "“", "\ud800", "x" * 4_000, "é" * 100, "@everyone"):
        assert len(assistant.offer(offer, typed)) <= 25


@pytest.mark.parametrize("offer", [offer for offer in Offer if offer])
def test_each_name_is_found_by_its_beginning(assistant: Assistant, offer: Offer) -> None:
    for name in assistant.offer(offer, "", limit=10_000):
        assert name in assistant.offer(offer, name[: max(4, len(name) - 2)], limit=10_000), name
