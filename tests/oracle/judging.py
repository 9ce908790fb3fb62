"""What an answer must say, and whether a page says it.

A page is judged by what it tells first. Names are looked for with the longest name that fits, so that "LMP2 Am" is
never taken for LMP2; figures are looked for where they count something, so that the day of a date is no number of
titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from functools import cache
from typing import Protocol

from .facts import facts

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ONE = "only|sole|single|one|1"
_TIMES = {1: r"once\b", 2: r"(?:twice|both)\b"}
# Numbers that count nothing asked for: days of dates, seasons, lengths of races and laps, car numbers.
_NO_COUNT = re.compile(
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
    r"|\d{4}–\d{2}|\b(?:19|20)\d{2}\b|\d+ (?:Hours|km)\b|[\d.]+ (?:km|mi)\b|#\d+|\brace \d\b"
)
_DENIED = re.compile(r"\b(?:no|not|none|never|nobody|neither|without|nothing)\b|n't\b", re.IGNORECASE)
# A win that is told beside a title that is not there is no denial.
_YET = re.compile(r"\b(?:won|has|have) no title[^.;]*, but ")
_YEAR_READ = re.compile(r"\d{4} fell into two seasons|The season of \d{4} was")


class Ruling(StrEnum):
    """How an answer came out."""

    RIGHT = "right"
    REFUSED = "refused"
    WRONG = "wrong"


class Reach(Enum):
    """How far down a page the answer may stand."""

    LINE = "the first line"
    LEAD = "the lines before any list"
    LIST = "the lead or, where that only counts, the first list"
    PAGE = "the lead and every list"


class SectionLike(Protocol):
    """A list under a heading."""

    @property
    def lines(self) -> tuple[str, ...]: ...
    @property
    def heading(self) -> str: ...


class PageLike(Protocol):
    """What of a reply is judged."""

    @property
    def outcome(self) -> str: ...
    @property
    def query(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def lead(self) -> tuple[str, ...]: ...
    @property
    def sections(self) -> Sequence[SectionLike]: ...


@dataclass(frozen=True, slots=True)
class Expected:
    """What must be told, how far down, and which names may stand beside it.

    `names` gives for a pool of names the ids that must all be told; no other of that pool may be, but for `besides`.
    Each of `figures` must be told, of the things that the pattern `counted` names, where it is given.
    Each of `said` is a pattern that must be found. `ahead` names a winner that must come before the loser.
    `about` holds names that must stand there as well, in the title or the lead, beside whatever others.
    `yes` is the answer to a yes-or-no question, and `affirmed` a pattern that says Yes in other words. `empty` is the
    answer where nothing fits: then a page may also say that nothing is known.
    """

    names: Mapping[str, Iterable[str]] = field(default_factory=dict)
    besides: Iterable[str] = ()
    about: Mapping[str, Iterable[str]] = field(default_factory=dict)
    figures: Sequence[int] = ()
    counted: str = ""
    said: Sequence[str] = ()
    ahead: tuple[str, str, str] | None = None
    yes: bool | None = None
    affirmed: str = ""
    empty: bool = False
    reach: Reach = Reach.LEAD


@dataclass(frozen=True, slots=True)
class Judgement:
    """A ruling, and what was amiss."""

    ruling: Ruling
    why: str = ""


def judge(page: PageLike, expected: Expected) -> Judgement:
    """Return how `page` answers what is expected of it."""
    nothing = expected.empty or expected.yes is False
    if not page.query or page.outcome not in (("answered", "not_found") if nothing else ("answered",)):
        return Judgement(Ruling.REFUSED, str(page.outcome))
    lead = tuple(line for line in page.lead if not _YEAR_READ.match(line)) or page.lead
    flaw = (
        _flaw_of_verdict(lead[0] if lead else "", expected)
        or _flaw_of_subject("\n".join((page.title, *page.lead)), expected.about)
        or _flaw_of_content(lead, page.sections, expected)
    )
    return Judgement(Ruling.WRONG, flaw) if flaw else Judgement(Ruling.RIGHT)


def _flaw_of_verdict(first: str, expected: Expected) -> str:
    if expected.empty or expected.yes is False:
        return "" if _DENIED.search(first) else "does not say No"
    if expected.yes:
        affirmed = first.startswith("Yes") or (expected.affirmed and re.search(expected.affirmed, first))
        return "" if affirmed and not _DENIED.search(_YET.sub("", first)) else "does not say Yes"
    return ""


def _flaw_of_subject(told: str, about: Mapping[str, Iterable[str]]) -> str:
    for pool, ids in about.items():
        found = named(told, pool)
        for one in ids:
            if not any(one in named for named in found):
                return f"is not about {facts().name(pool, one)}"
    return ""


def _flaw_of_content(lead: Sequence[str], sections: Sequence[SectionLike], expected: Expected) -> str:
    if expected.empty:
        return ""
    told = _told(lead, sections, expected)
    for pattern in expected.said:
        if not re.search(pattern, told):
            return f"does not say “{pattern}”"
    for figure in expected.figures:
        if not counts(told, figure, expected.counted):
            return f"does not count {figure} {expected.counted}".rstrip()
    for pool, right in expected.names.items():
        flaw = _flaw_of_names(told, pool, set(right), set(expected.besides))
        if flaw:
            return flaw
    return _flaw_of_order(told, expected.ahead)


def _told(lead: Sequence[str], sections: Sequence[SectionLike], expected: Expected) -> str:
    """Return as much of the page as may hold the answer."""
    top = "\n".join(lead[:1] if expected.reach is Reach.LINE else lead)
    if expected.reach in (Reach.LINE, Reach.LEAD):
        return top
    listed = ["\n".join((section.heading, *section.lines)) for section in sections]
    if expected.reach is Reach.PAGE:
        return "\n".join((top, *listed))
    besides = set(expected.besides)
    if any(ids - besides for pool in expected.names for ids in named(top, pool)):
        return top
    return "\n".join((top, *listed[:1]))


def _flaw_of_names(told: str, pool: str, right: set[str], besides: set[str]) -> str:
    found = named(told, pool)
    missing = [facts().name(pool, one) for one in sorted(right) if not any(one in ids for ids in found)]
    if missing:
        return f"leaves out {', '.join(missing)}"
    others = [facts().name(pool, min(ids)) for ids in found if not ids & (right | besides)]
    return f"names {', '.join(others)}" if others else ""


def _flaw_of_order(told: str, ahead: tuple[str, str, str] | None) -> str:
    """Say what is wrong where the first name told is not the one that is ahead."""
    if ahead is None:
        return ""
    pool, winner, loser = ahead
    first = next((ids for ids in named(told, pool) if ids & {winner, loser}), frozenset())
    return "" if winner in first else f"does not put {facts().name(pool, winner)} ahead"


def counts(told: str, figure: int, things: str = "") -> bool:
    """Say whether `figure` stands in `told` as a number of `things`, in digits or in words."""
    said = {1: _ONE, 2: "2|two"}.get(figure) or (f"{figure}|{_WORDS[figure]}" if figure < len(_WORDS) else str(figure))
    # The only driver from Brazil with a title: with one, more words may stand between.
    between = rf"(?: [^\s.:;,]+){{0,{6 if figure == 1 else 2}}}?" if things else ""
    thing = rf" (?:{things})\b" if things else ""
    alone = _TIMES.get(figure, "(?!)")
    pattern = rf"(?<![\w.–])(?:{alone}|(?:{said})(?![\w–]|\.\d){between}{thing})"
    return bool(re.search(pattern, _NO_COUNT.sub(" ", told), re.IGNORECASE))


def named(told: str, pool: str) -> list[frozenset[str]]:
    """Return who of `pool` stands in `told`, in order: for each name the ids that go by it."""
    if pool == "seasons":
        told = re.sub(r"\d{1,2} [A-Z][a-z]+ \d{4}", " ", told)
    forms, pattern = _forms(pool)
    return [forms[found] for found in pattern.findall(told)]


@cache
def _forms(pool: str) -> tuple[dict[str, frozenset[str]], re.Pattern[str]]:
    forms: dict[str, frozenset[str]] = {}
    for one, names in facts().names[pool].items():
        for name in names:
            forms[name] = forms.get(name, frozenset()) | {one}
    longest = sorted(forms, key=len, reverse=True)
    return forms, re.compile(rf"(?<![\w–-])(?:{'|'.join(map(re.escape, longest))})(?![\w–])")
