"""Names that are only ever said whole: nations, races, cars, places, topics of the history, facts of the series."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from bot.knowledge.base import Knowledge
from bot.knowledge.cars import models_in
from bot.text.english import is_english
from bot.text.fold import words
from bot.text.similarity import SlipIndex
from bot.understanding.spans import Kind, Ref, Span

_CODE = 3
_ADMINISTRATIVE = {kind: f" {kind}" for kind in ("Prefecture", "Province", "County")}


class Phrases:
    """Whole names, by their words."""

    def __init__(self, knowledge: Knowledge, cues: Container[str]) -> None:
        self._refs: dict[tuple[str, ...], tuple[Ref, ...]] = {}
        for ref, spelling in _spellings(knowledge):
            phrase = words(spelling)
            # Country codes that are English words (CAN, ARE) are not looked for.
            if phrase and not (len(spelling) <= _CODE and phrase[0] in cues):
                self._refs[phrase] = tuple(dict.fromkeys((*self._refs.get(phrase, ()), ref)))
        self._longest: dict[str, int] = {}
        for phrase in self._refs:
            self._longest[phrase[0]] = max(self._longest.get(phrase[0], 0), len(phrase))
        self.starts = frozenset(self._longest)
        nations = (phrase for phrase, refs in self._refs.items() if len(phrase) == 1 and refs[0].kind is Kind.COUNTRY)
        self._nation_slips = SlipIndex(phrase[0] for phrase in nations)

    def at(self, texts: Sequence[str], start: int, limit: int, kinds: frozenset[Kind]) -> Span | None:
        """Return the longest phrase of `kinds` that begins at `start` and ends by `limit`."""
        longest = self._longest.get(texts[start])
        if longest is None:
            return None
        for end in range(min(start + longest, limit), start, -1):
            refs = tuple([ref for ref in self._refs.get(tuple(texts[start:end]), ()) if ref.kind in kinds])
            if refs:
                return Span(start, end, " ".join(texts[start:end]), refs)
        return None

    def near(self, texts: Sequence[str], start: int) -> Span | None:
        """Return the nation that the misspelt word at `start` stands for."""
        slips = self._nation_slips.near(texts[start])
        if not slips:
            return None
        return Span(start, start + 1, texts[start], self._refs[slips[0].known,], slips=slips[0].slips)


def _spellings(knowledge: Knowledge) -> Iterator[tuple[Ref, str]]:
    for country in knowledge.countries.values():
        names = (country.name, country.adjective, *country.aliases, country.id, *country.codes)
        yield from ((Ref(Kind.COUNTRY, country.id), spelling) for spelling in names)
    yield from _races(knowledge)
    for topic in knowledge.topics:
        yield from ((Ref(Kind.TOPIC, topic.id), spelling) for spelling in (topic.title, *topic.aliases))
    for make, names in knowledge.vocabulary.makes.items():
        yield from ((Ref(Kind.MAKE, make), spelling) for spelling in names)
    for fact in knowledge.series.facts:
        yield Ref(Kind.FACT, fact.id), fact.name
    for region, names in knowledge.vocabulary.regions.items():
        yield from ((Ref(Kind.REGION, region), spelling) for spelling in names)
    yield from _models(knowledge)
    yield from _around_circuits(knowledge)


def _models(knowledge: Knowledge) -> Iterator[tuple[Ref, str]]:
    makes = {word for names in knowledge.vocabulary.makes.values() for name in names for word in words(name)}
    for car in knowledge.make_of:
        for model in models_in(car, makes.union(knowledge.vocabulary.trims)):
            yield Ref(Kind.MODEL, model), model


def _around_circuits(knowledge: Knowledge) -> Iterator[tuple[Ref, str]]:
    """Yield the designers of circuits and the towns and regions around them, where these are no circuit's name."""
    taken = {words(name) for one in knowledge.circuits.values() for name in (one.name, *one.aliases)}
    people = {word for one in knowledge.drivers.values() for word in words(one.name)}
    for circuit in knowledge.circuits.values():
        for part in circuit.place.split(", "):
            bare = part.removesuffix(_ADMINISTRATIVE.get(part.split()[-1], ""))
            if words(bare) not in taken:
                yield from ((Ref(Kind.LOCALITY, part), spelling) for spelling in dict.fromkeys((part, bare)))
        if circuit.designer:
            spellings = (circuit.designer, *circuit.designer.split(", "), circuit.designer.split(", ")[0].split()[-1])
            yield from (
                (Ref(Kind.DESIGNER, circuit.designer), said)
                for said in spellings
                if not is_english(words(said)[0]) and words(said)[0] not in people
            )


def _races(knowledge: Knowledge) -> Iterator[tuple[Ref, str]]:
    for circuit in knowledge.circuits.values():
        yield Ref(Kind.RACE, circuit.id), circuit.race
    for race in knowledge.races:
        circuit, name = knowledge.circuits[race.round.circuit], race.round.name.split(",")[0]
        if name != circuit.race:
            yield Ref(Kind.RACE, f"{circuit.id}:{name}"), name
