"""What must hold among the words of questions: each stands for one thing, wherever it is written."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.draft import Draft
from bot.knowledge.problems import Complaint, Key, quoted
from bot.text.fold import words

Written = Iterator[tuple[str, Key, str, str]]


def check_words(draft: Draft) -> Iterator[Complaint]:
    """Yield every cue that has two groups and every word or phrase that has two meanings."""
    groups: dict[str, str] = {}
    for placed in draft.cues:
        for cue in placed.entry.cues:
            if cue in groups:
                yield Complaint(placed.file, ("cues", cue), f"the cue {quoted(cue)} is in {groups[cue]} already")
            groups.setdefault(cue, placed.file)
    meanings: dict[str, str] = {}
    for file, key, phrase, meaning in _written(draft):
        known = meanings.setdefault(_plain(phrase), meaning)
        if known != meaning:
            yield Complaint(file, key, f"{quoted(phrase)} is {known} already")


def _plain(phrase: str) -> str:
    # Nearly all of thousands are plain letters and spaces, and each start without a cache comes by here.
    plain = phrase.isascii() and phrase.replace(" ", "").isalpha()
    return phrase.lower() if plain else " ".join(words(phrase))


def _written(draft: Draft) -> Written:
    """Yield every word and phrase with its place and, for a sentence, with what it is."""
    for placed in draft.cues:
        for cue, said in placed.entry.cues.items():
            for index, phrase in enumerate(said):
                yield placed.file, ("cues", cue, index), phrase, f"a word of the cue {quoted(cue)}"
    for words_of in draft.vocabulary:
        for name in ("skip", "faint"):
            for index, phrase in enumerate(getattr(words_of.entry, name)):
                yield words_of.file, (name, index), phrase, f"a word of {quoted(name)}"
