"""Telling how a question was read."""

from __future__ import annotations

from bot.understanding.naming import Naming
from bot.understanding.outcomes import Read, Unclear, Understood, Unsure
from bot.understanding.queries import History, SeriesProfile, ServerFacts
from bot.understanding.spans import Kind, Span

# Topics of the history and those of a server are told apart by nobody but us.
_CALLED = {Kind.LOCAL: Kind.TOPIC}


def explain(naming: Naming, read: Read) -> tuple[str, ...]:
    """Return a line for each span, then the reading that was chosen and why."""
    lines = [f"command   {read.command}"] if read.command else []
    width = max((len(span.said) for span in read.spans), default=0)
    reading = read.reading
    query = reading.query if isinstance(reading, Understood) else None
    own = isinstance(query, ServerFacts)
    found = isinstance(query, History | SeriesProfile) or (isinstance(query, ServerFacts) and bool(query.found))
    lines += [f"{span.said:<{width}}  {_meaning(naming, span, found=found)}" for span in read.spans]
    if isinstance(reading, Unclear):
        return (*lines, f"refused   {reading.code}" + (f": {reading.said}" if reading.said else ""))
    if isinstance(reading, Unsure):
        return (*lines, f"asked     {len(reading.choices)} readings are equally good")
    why = "this server has a topic of that name" if own and not found else "every word is accounted for"
    slips = sum(span.slips for span in read.spans)
    return (*lines, f"chosen    {reading.query}: {why}" + (f"; {_slips(slips)}" if slips else ""))


def _meaning(naming: Naming, span: Span, *, found: bool) -> str:
    slips = f" ({_slips(span.slips)})" if span.slips else ""
    if span.refs:
        names = " or ".join(f"the {_CALLED.get(ref.kind, ref.kind)} {naming.name(ref)}" for ref in span.refs)
        part = "" if span.full else ", a part of the name"
        return f"read as {names}{part}{slips}"
    if span.years is not None:
        return "read as a time"
    if span.is_skip:
        return "carries no meaning of its own"
    if span.cue is not None:
        return f"read as the cue “{span.cue}”{slips}"
    return "a word of what was found" if found else "not understood"


def _slips(count: int) -> str:
    return "1 slip" if count == 1 else f"{count} slips"
