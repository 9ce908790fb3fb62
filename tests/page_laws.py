"""What every page owes its reader, whatever it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.presentation.pages import Outcome, Page

ENDS = (".", "!", "?", "…", ".)", "”")
# "None: it had no entries", "None has more than one": any other None is Python's.
LEAKS = re.compile(
    r"\bNone\b(?!: it had| so far| has| of)|[{}]|<[A-Z]|\bRef\(|\bSeasons\(|\bFocus\.|  |\.\.|\s[.,;:](?:\s|$)"
)
# `Tyres: Michelin` is no sentence and needs no full stop.
LABELLED = re.compile(r"[^.:]{3,40}: \S")


def lines_of(page: Page) -> Iterator[str]:
    """Yield every line a reader sees."""
    yield page.title
    yield from page.lead
    for section in page.sections:
        yield section.heading
        yield from section.lines
    yield from page.notes
    yield from page.choices
    yield from page.next_questions


def facts_of(page: Page) -> str:
    """Return what the page states: its lead and sections, not what it leads on to."""
    return "\n".join((*page.lead, *(line for section in page.sections for line in section.lines)))


def flaws(page: Page) -> list[str]:
    """Return what is wrong with `page`, nothing if all is well."""
    found = [] if page.text.strip() and page.title.strip() else ["the page is empty"]
    for line in lines_of(page):
        if not line or line != line.strip() or "\n" in line:
            found.append(f"loose or missing text: {line!r}")
        found += [f"{leak.group()!r} in {line!r}" for leak in LEAKS.finditer(line)]
    if page.outcome is Outcome.ANSWERED:
        # A plain No rests on all there is, which no one source stands for.
        if not page.sources and not page.lead[0].startswith("No. "):
            found.append("an answer without a source")
        found += [
            f"no sentence: {line!r}" for line in page.lead if not line.endswith(ENDS) and not LABELLED.match(line)
        ]
    if page.outcome in (Outcome.ANSWERED, Outcome.NOT_FOUND):
        found += [f"no sentence: {line!r}" for line in page.notes if not line.endswith(ENDS)]
    if page.outcome is Outcome.AMBIGUOUS and not page.choices:
        found.append("a question back without choices")
    if page.outcome is Outcome.AMBIGUOUS and ("more than one" in page.lead[0]) != (len(page.choices) > 1):
        found.append(f"{len(page.choices)} choices, but {page.lead[0]!r}")
    if len(set(page.next_questions)) != len(page.next_questions):
        found.append(f"a next question twice: {page.next_questions}")
    return found
