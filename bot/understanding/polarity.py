"""Telling questions for Yes or No from those that ask who, when or how many, and what they claim."""

from __future__ import annotations

from collections.abc import Sequence

from bot.text.tokens import Line
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Span, cue_set

WHETHER = "whether"
# In "the first race of 2021 in Dubai" the season says which race is meant and the place is claimed of it; in "the
# first race in Dubai in 2021" it is the other way round. What stands next to `first` or `last` says which.
OF_PLACE = "whether-of-place"
# "Didn't they win" asks whether they won.
_DENIED = cue_set("didnt hasnt havent hadnt wasnt werent isnt arent doesnt dont")
# That all races were theirs is claimed, which only drivers and teams are known for.
OF_ALL = "whether-of-all"
_OPENINGS = cue_set("did has have had was were is are does do") | _DENIED
_BEFORE = cue_set("and so but or also ok hey um well it true that")
# With any of these something else is asked, or No would not be clear.
_OTHERWISE = cue_set("who which when where why how count often never not only list")
_WON = cue_set("win victories title overall second third")
# That it was once more, or will be, is claimed too, and not what is looked up; but "back to back" is in a row.
_AGAIN = cue_set("back again going will")
_IN_A_ROW = "inarow"
_CLAIMED = _WON | {"most"}
_NEVER_SWEEPING = ("makes", "models", "circuits", "races", "places", "countries")
_PLACES = (Kind.CIRCUIT, Kind.RACE, Kind.COUNTRY)


def with_polarity(line: Line, spans: Sequence[Span], slots: Slots) -> Slots:
    """Return `slots` with the cue `whether` where `line` asks for Yes or No: it begins like `did` or `has`.

    Only wins are on record: whether somebody raced at all is never answered with Yes or No.
    """
    opening = next((token.text for token in line.tokens if token.text not in _BEFORE), "")
    if opening in _DENIED:
        slots = slots._replace(cues=slots.cues - {"not"})
    if opening not in _OPENINGS or not slots.cues.isdisjoint(_OTHERWISE):
        return slots
    # Where somebody is from is on record; where they raced is not.
    from_somewhere = (slots.countries or slots.places) and "race" not in slots.cues
    of_somebody = (slots.drivers or slots.teams) and not from_somewhere
    if of_somebody and slots.cues.isdisjoint(_CLAIMED):
        return slots
    if (slots.makes or slots.models) and not slots.cues & _WON:
        return slots
    if _IN_A_ROW not in slots.cues and any(token.text in _AGAIN for token in line.tokens):
        return slots
    added = {WHETHER, OF_PLACE} if _ends_at_place(spans) else {WHETHER}
    if "sweep" in slots.cues and any(getattr(slots, name) for name in _NEVER_SWEEPING):
        added.add(OF_ALL)
    return slots._replace(cues=slots.cues | added)


def _ends_at_place(spans: Sequence[Span]) -> bool:
    """Say whether a place stands next behind `first` or `last`, before any time."""
    place = next((n for n, span in enumerate(spans) if (span.cue or "").startswith(("first", "last"))), None)
    if place is None:
        return False
    scopes = (span for span in spans[place:] if span.years or any(ref.kind in _PLACES for ref in span.refs))
    scope = next(scopes, None)
    return scope is not None and scope.years is None
