"""From the rest of a line, behind the words of an order, to its options."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.understanding.administration.form import Given
from bot.understanding.administration.orders import Known, Misunderstood
from bot.understanding.administration.splitting import (
    Split,
    after_words,
    before_colon,
    first_word,
    quoted,
    with_source,
)
from bot.understanding.administration.subjects import SubjectReader

_BETWEEN = re.compile(r"\s+(?:for|means|is|→|->|=>?)\s+|\s*=\s*|:\s+")
_SAID = 40


def nothing(rest: str, subjects: SubjectReader) -> Given | Misunderstood:
    """Take no options."""
    return Misunderstood("Nothing more is needed there.") if rest.strip() else {}


def whole(option: str) -> Callable[[str, SubjectReader], Given]:
    """Return what takes the whole rest as one option, without the quotation marks around it."""

    def split(rest: str, subjects: SubjectReader) -> Given:
        cut = quoted(rest)
        return {option: cut.first if cut is not None and not cut.rest else rest.strip()}

    return split


def fact(rest: str, subjects: SubjectReader) -> Given | Misunderstood:
    """Cut `Sepang: text`, `"watch party" text` and `Sepang text`, each with its source behind it.

    A new topic needs its quotation marks or its colon: else where would its name end?
    """
    cut = quoted(rest) or _named(rest, subjects)
    if cut is None:
        if not rest.strip():
            return {}
        said = " ".join(rest.split()[:3])[:_SAID]
        return Misunderstood(f"I know nothing called “{said}”; a new topic needs a colon or quotation marks.")
    text, source = with_source(cut.rest)
    return {"subject": cut.first, "text": text, "source": source}


def _named(rest: str, subjects: SubjectReader) -> Split | None:
    colon = before_colon(rest)
    if colon is not None and isinstance(subjects.subject_of(colon.first), Known):
        return colon
    begins = subjects.at_beginning(rest)
    return (after_words(rest, begins[1]) if begins is not None else None) or colon


def edit(rest: str, subjects: SubjectReader) -> Given | Misunderstood:
    """Cut `12 new text`."""
    number, text = first_word(rest)
    said, source = with_source(text)
    return {"number": number.rstrip(":"), "text": said, "source": source}


def name(rest: str, subjects: SubjectReader) -> Given | Misunderstood:
    """Cut `"the Nile" Sepang`, `the Nile = Sepang`, `the Nile for Sepang` and `the Nile Sepang`."""
    cut = quoted(rest)
    if cut is not None:
        second = quoted(cut.rest)
        bare = re.sub(r"^(?:for|means|is|→|->|=>?)\s+", "", cut.rest)
        return {"name": cut.first, "subject": second.first if second is not None else bare}
    # The last mark parts: "home of the Nile for Sepang".
    for found in reversed(list(_BETWEEN.finditer(rest))):
        subject = rest[found.end() :].strip()
        if isinstance(subjects.subject_of(subject), Known):
            return {"name": rest[: found.start()].strip(), "subject": subject}
    words = rest.split()
    for count in range(1, len(words)):
        subject = " ".join(words[count:])
        if isinstance(subjects.subject_of(subject), Known):
            return {"name": " ".join(words[:count]), "subject": subject}
    return {"name": " ".join(words[:-1]) if len(words) > 1 else rest.strip(), "subject": "".join(words[1:][-1:])}
