"""`python -m tests.oracle`: ask everything and say, kind by kind, what the bot got right.

`--failures` shows examples of what it did not, `--failures=20` twenty of each kind, `--kind=NAME` one kind only,
`--each=NUMBER` asks so many questions of each kind, up to all there are.
"""

from __future__ import annotations

import argparse
from collections import Counter

from bot.assistant import Assistant

from .asking import Question
from .facts import FOLDER
from .judging import Judgement, Ruling, judge
from .questions import EACH, KINDS, questions

_SHOWN = 4


def main() -> None:
    """Print the table and, where asked for, the failures."""
    asked = argparse.ArgumentParser(prog="python -m tests.oracle")
    asked.add_argument("--failures", nargs="?", type=int, const=_SHOWN, default=0, metavar="NUMBER")
    asked.add_argument("--kind", choices=KINDS)
    asked.add_argument("--each", type=int, default=EACH, metavar="NUMBER")
    options = asked.parse_args()
    assistant = Assistant.from_folder(FOLDER)
    for kind in [options.kind] if options.kind else KINDS:
        found = [(one, judge(assistant.reply(one.asked), one.expected)) for one in questions(kind, options.each)]
        rulings = Counter(judgement.ruling for _, judgement in found)
        figures = ", ".join(f"{rulings[ruling]} {ruling}" for ruling in Ruling)
        print(f"{kind}: {len(found)} asked, {figures}")
        failed = [one for one in found if one[1].ruling is not Ruling.RIGHT]
        for question, judgement in failed[: options.failures]:
            _show(assistant, question, judgement)


def _show(assistant: Assistant, question: Question, judgement: Judgement) -> None:
    page = assistant.reply(question.asked)
    print(f"  {question.asked}\n    {judgement.ruling}: {judgement.why}\n    expected: {_told(question)}")
    print("\n".join(f"    | {line}" for line in page.lead), f"\n    {page.query}")


def _told(question: Question) -> str:
    expected = question.expected
    fields = {name: getattr(expected, name) for name in ("names", "figures", "said", "ahead", "yes", "empty")}
    return ", ".join(f"{name}: {value}" for name, value in fields.items() if value not in ((), {}, None, False))


if __name__ == "__main__":
    main()
