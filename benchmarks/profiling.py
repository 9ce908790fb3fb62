"""`python -m benchmarks.profiling`: where the time of an answer goes, room by room.

A profiler makes each call dearer than it is, so the shares say more than the times; those are in the table of
`python -m benchmarks`.
"""

from __future__ import annotations

import pstats
from collections import Counter
from collections.abc import Sequence
from cProfile import Profile
from pathlib import Path
from random import Random

import bot
from benchmarks.questions import commands, plain, sample
from benchmarks.replies import SEED, WARM_UP
from bot.assistant import Assistant
from bot.discord_app.asking import Answered, Asked
from bot.discord_app.letters import Letter
from bot.settings import shipped_knowledge

ASKED = 1_000
LEAST_SHOWN = 0.005
LIBRARIES = "libraries, called by libraries"
_BOT = Path(bot.__file__).parent
Function = tuple[str, int, str]


def rooms(assistant: Assistant, questions: Sequence[str]) -> Counter[str]:
    """Return the seconds spent in each room of `bot/`; what a library does counts to the room that called it."""
    profile = Profile()
    profile.runcall(_answer, assistant, questions)
    spent: Counter[str] = Counter()
    for function, (_, _, own, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if _room(function) or not callers:
            spent[_room(function) or LIBRARIES] += own
            continue
        for caller, (_, _, own_for_caller, _) in callers.items():
            spent[_room(caller) or LIBRARIES] += own_for_caller
    return spent


def _answer(assistant: Assistant, questions: Sequence[str]) -> None:
    for question in questions:
        Letter(Answered(Asked(question, 1), assistant.hear(question).page)).embed.to_dict()


def _room(function: Function) -> str:
    """Return the room that a function stands in, "" for one of a library."""
    path = Path(function[0])
    if not path.is_relative_to(_BOT):
        return ""
    return path.relative_to(_BOT).parts[0]


def main() -> None:
    """Print the share of each room, for commands and for free questions."""
    assistant = Assistant.from_folder(shipped_knowledge())
    assistant.prepare()
    _answer(assistant, WARM_UP)
    dice = Random(SEED)
    kinds = {"commands": commands, "free questions": plain}
    spent = {name: rooms(assistant, sample(make(assistant.knowledge), dice, ASKED)) for name, make in kinds.items()}
    print(f"{'room':<32}" + "".join(f"{name:>18}" for name in spent))
    for room in sorted(set().union(*spent.values()), key=lambda room: -sum(one[room] for one in spent.values())):
        shares = [one[room] / one.total() for one in spent.values()]
        if max(shares) >= LEAST_SHOWN:
            print(f"{room:<32}" + "".join(f"{share:>18.0%}" for share in shares))


if __name__ == "__main__":
    main()
