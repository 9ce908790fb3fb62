"""Check a knowledge folder: read every file, hold it against its model and the rules, name all that is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.knowledge.draft import Draft
from bot.knowledge.folder import Found
from bot.knowledge.links import check_links
from bot.knowledge.problems import MOST_PROBLEMS, Complaint, Problem, dotted
from bot.knowledge.rules import check_rules
from bot.knowledge.yaml_building import UnreadableError
from bot.knowledge.yaml_reading import read_yaml


def examine(files: Iterable[tuple[Found, bytes | str]], amiss: Sequence[Problem]) -> tuple[Draft, tuple[Problem, ...]]:
    """Return what could be read of `files`, and every problem by file and line.

    A file comes with its content, or with the sentence why it is not read; `amiss` is what is wrong with the folder.
    """
    problems = list(amiss)
    draft = Draft(unread=[problem.file for problem in problems])
    complaints: list[Complaint] = []
    for found, content in files:
        flaws, against = _read(found, content, draft)
        problems += flaws
        complaints += against
    if draft.documents:
        # What is wrong with a list or a mapping may only follow from what is wrong inside it.
        broken = {(one.file, one.key[:end]) for one in complaints for end in range(1, len(one.key) + 1)}
        later = (*check_links(draft), *check_rules(draft))
        complaints += [one for one in later if (one.file, one.key) not in broken]
    problems += _located(draft, complaints)
    return draft, _tidy(problems)


def _read(found: Found, content: bytes | str, draft: Draft) -> tuple[list[Problem], list[Complaint]]:
    """Read one file into `draft`; return what is wrong with its text and what its model has against it."""
    if isinstance(content, str):
        draft.unread.append(found.file)
        return [Problem(found.file, 1, "", content)], []
    try:
        document = read_yaml(content)
    except UnreadableError as error:
        draft.unread.append(found.file)
        return [Problem(found.file, error.flaw.line, dotted(error.flaw.key), error.flaw.text)], []
    flaws = [Problem(found.file, flaw.line, dotted(flaw.key), flaw.text) for flaw in document.flaws]
    return flaws, draft.add(found.kind, found.file, document)


def _located(draft: Draft, complaints: Iterable[Complaint]) -> list[Problem]:
    return [
        Problem(one.file, draft.documents[one.file][1].spot(one.key).line, dotted(one.key), one.text)
        for one in complaints
    ]


def _tidy(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order by file and line, keep the first problem of each spot, and cut what nobody would read."""
    spots: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        spots.setdefault((problem.file, problem.key), problem)
    kept: list[Problem] = []
    count: Counter[str] = Counter()
    for problem in sorted(spots.values(), key=lambda problem: (problem.file, problem.line)):
        count[problem.file] += 1
        if count[problem.file] <= MOST_PROBLEMS:
            kept.append(problem)
        elif count[problem.file] == MOST_PROBLEMS + 1:
            kept.append(Problem(problem.file, problem.line, "", "there are more problems from here on"))
    return tuple(kept)
