"""Completing a half-typed line: what a slash command's menu finds, the line is completed with."""

from __future__ import annotations

from itertools import islice

import pytest

from bot.assistant import COMMANDS, Assistant, Command, Option

ARGUMENTS = [(command, option) for command in COMMANDS for option in command.options if option.offer]
MANY = 10_000


@pytest.mark.parametrize(("command", "option"), ARGUMENTS, ids=lambda one: one.name)
def test_a_line_is_completed_with_all_that_the_menu_finds(
    assistant: Assistant, command: Command, option: Option
) -> None:
    """Whole names, their beginnings, and names with a slip; whatever line comes of it is understood."""
    for name in islice(assistant.offer(option.offer, "", MANY), 0, None, 7):
        for typed in (name, name[:5].rstrip(), name[: len(name) // 2].lower().rstrip(), f"{name[:3]}{name[4:]}"):
            found = assistant.offer(option.offer, typed, MANY)
            lines = assistant.suggest(f"!{command.name} {typed}", MANY)
            assert {f"!{command.name} {one}" for one in found} <= set(lines), typed


def test_every_line_that_a_command_is_completed_with_is_understood(assistant: Assistant) -> None:
    for command, option in ARGUMENTS:
        if option.name not in ("one", "other"):
            lines = assistant.suggest(f"{command.name} ", MANY)
            assert lines
            assert [line for line in lines[::9] if not assistant.reply(line).query] == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("!cha", "!champion"),
        ("  Champion lmp3 20", "  Champion lmp3 2025-26"),
        ("champion lpm3", "champion LMP3"),
        ("champion LMP3 ", "champion LMP3 2025-26"),
        ("title gt 19/20", "title gt 2019-20"),
        ("race round", "race round 1"),
        ("race round 2 2021", "race round 2 2021"),
        ("circuits cur", "circuits current"),
        ("driver matt griffin", "driver Matt Griffin"),
        ("compare Fuji Sep", "compare Fuji Sepang International Circuit"),
        ("compare Fuji and Sep", "compare Fuji and Sepang International Circuit"),
        ("help fac", "help fact"),
    ],
)
def test_what_stands_already_is_kept(assistant: Assistant, typed: str, first: str) -> None:
    assert assistant.suggest(typed)[0] == first


@pytest.mark.parametrize("typed", ["who won", "race winners in 2019", "champion zzzzz", "ask who", f"team{' a' * 400}"])
def test_what_no_menu_finds_is_left_alone(assistant: Assistant, typed: str) -> None:
    assert assistant.suggest(typed) == ()
