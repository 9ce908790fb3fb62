"""`And Rob?` after Matt Bell, `Am?` after LMP2: a name said short, beside the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.text.tokens import Line, tokenize
from bot.understanding.before import Before
from bot.understanding.conversation import begins_on
from bot.understanding.naming import Naming
from bot.understanding.spans import Kind, Ref, Span

_LONGEST = 3
_SLOTS = ((Kind.CLASS, "classes"), (Kind.DRIVER, "drivers"), (Kind.TEAM, "teams"), (Kind.CIRCUIT, "circuits"))
Tag = Callable[[Line, frozenset[Kind]], Sequence[Span]]


def swapped(line: Line, spans: Sequence[Span], before: Before, tag: Tag, naming: Naming) -> tuple[Span, ...]:
    """Return `spans` with what is no whole name, and all that is said, read as one of the kind that was named before.

    `tag` reads a line as names of the given kinds, everyday words among them.
    """
    # "Am class" says no more than "Am".
    said = [span for span in spans if not span.is_skip and span.cue != "class"]
    asks = (
        begins_on(line)
        or line.text.rstrip().endswith("?")
        or all(span in said or span.cue == "class" for span in spans)
    )
    if not said or not asks or any(span.refs or span.years or span.cue for span in said) or len(said) > _LONGEST:
        return tuple(spans)
    words = " ".join(span.said for span in said)
    for kind, named in _named(before):
        for whole in _written(words, kind, naming.name(Ref(kind, named))):
            found = tag(tokenize(whole), frozenset({kind}))
            if len(found) == 1 and found[0].refs and not found[0].slips and found[0].refs != (Ref(kind, named),):
                one = found[0]._replace(start=said[0].start, end=said[-1].end, said=words)
                spans = [span for span in spans if kind is not Kind.CLASS or span.cue != "class"]
                return (*spans[: spans.index(said[0])], one, *spans[spans.index(said[-1]) + 1 :])
    return tuple(spans)


def _named(before: Before) -> Iterator[tuple[Kind, str]]:
    for kind, slot in _SLOTS:
        names = getattr(before.slots, slot)
        if len(names) == 1:
            yield kind, names[0]


def _written(words: str, kind: Kind, name: str) -> Iterator[str]:
    """Yield what may be meant, whole: another first name of the same family, another class of the same cars."""
    if kind is Kind.CLASS:
        yield f"{name} {words}"
        return
    if kind is Kind.DRIVER:
        yield f"{words} {name.split()[-1]}"
    yield words
