"""How much a word has to do with the answer that is looked for in prose."""

from __future__ import annotations

from enum import IntEnum

from bot.understanding.spans import cue_set


class Weight(IntEnum):
    """How much a word of a question has to do with its answer.

    An entry has to hold every word from `SUBJECT` on, and most of the weight of those from `COMMON` on. Only verbs and
    words that mean something can ask for an entry: neither a subject nor a time nor a name does by itself.
    """

    ASKS = 0
    FILLS = 1
    COMMON = 2
    VERB = 4
    SUBJECT = 7
    TIME = 8
    MENTION = 9
    NAME = 10
    MEANS = 12


_CUES = {
    Weight.ASKS: cue_set(
        "who which when when-season where how count list about anyone ever never not not-except hello thanks only "
        "only-once only-once-often only-sole both more often with drove uses history"
    ),
    Weight.FILLS: cue_set("soft modal faint identical"),
    Weight.COMMON: cue_set(
        "season race ran first first-race last last-race team class circuit country calendar current "
        "country-nation race-sweep missed-race previous next after before since from until native names overall "
        "compare compare-better asian title-championship over under exactly morethan lessthan atleast "
        "former second third fourth fifth sixth amount"
    ),
    # Who or what a question is about: of Don Panoz we know plans, and no car.
    Weight.SUBJECT: cue_set("driver driver-crew car car-makes car-makes-brand"),
    # Much else is said with "start" and "go" than that something was introduced, or ended.
    Weight.VERB: cue_set("introduced exist returned ended opened became why"),
    Weight.TIME: cue_set("january february march april june july august september october november december"),
}
_WEIGHTS = {cue: weight for weight, cues in _CUES.items() for cue in cues}
# Cues whose words do not mean the same: "two" is not "eight", whatever shapes may make of them.
LITERAL = cue_set("amount soft modal faint elsewhere compare with names from about current compare-better")


def weight_of(cue: str | None) -> Weight:
    """Return the weight of a word with this cue; a word without one means what it says."""
    return _WEIGHTS.get(cue, Weight.MEANS) if cue else Weight.MEANS


# Cues that mean the same here, though shapes tell them apart.
ALIKE = {
    "successor": "replaced",
    "predecessor": "replaced",
    "win-victories": "win",
    "exist": "introduced",
    "only-once": "only",
    "only-once-often": "only",
    "only-sole": "only",
    "driver-crew": "driver",
    "who-successor": "replaced",
    "country-nation": "country",
    "race-sweep": "race",
    "missed-race": "race",
    "car-makes": "car",
    "car-makes-brand": "car",
}
