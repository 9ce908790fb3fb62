"""One class of cars: what it was, when it came and went, what it did in given seasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answering import readings
from bot.answering.answer import Answer, Reply, blocks, gathered
from bot.answering.lines import season_line
from bot.answering.naming import class_name, classes, labels, runs, seasons
from bot.answering.pictures.timeline import classes_picture
from bot.answering.scope import Scope, in_time, ran_in, year_read
from bot.answering.wording import count, listed, sentence
from bot.knowledge.base import Knowledge
from bot.knowledge.model import RaceClass, Season
from bot.understanding.queries import ClassInSeasons, ClassProfile, Focus


@dataclass(frozen=True, slots=True)
class _Career:
    """One class with the seasons it ran in and what took its place."""

    knowledge: Knowledge
    one: RaceClass
    ran: Sequence[Season]
    replaced_by: Sequence[str]


def class_profile(knowledge: Knowledge, query: ClassProfile) -> Reply:
    """Answer `ClassProfile`: what the class is, its cars, its seasons, its champions."""
    one = knowledge.classes[query.race_class]
    career = _career(knowledge, one)
    if query.seasons is not None and not {season.id for season in career.ran} & set(query.seasons.ids):
        return class_in_seasons(knowledge, ClassInSeasons(one.id, query.seasons))
    titles = knowledge.titles_of_class.get(one.id, ())
    telling = _TELLINGS.get(query.focus)
    return Answer(
        one.full_name if one.name in one.full_name else f"{one.name} – {one.full_name}",
        (*_winning_cars(knowledge, query), *(telling(career) if telling else ()), sentence(one.description)),
        blocks(
            ("Cars", [] if query.focus is Focus.CAR else [one.cars]),
            (f"Seasons ({len(career.ran)})" if len(career.ran) > 1 else "Seasons", [_seasons(career)]),
            ("Came", [] if query.focus is Focus.INTRODUCED else [one.came]),
            ("Went", [one.went] if one.went and query.focus is not Focus.ENDED else []),
            ("Took the place of", [classes(knowledge, one.replaced)] if one.replaced else []),
            ("Replaced by", [classes(knowledge, career.replaced_by)] if career.replaced_by else []),
            ("Champions", [season_line(knowledge, title) for title in titles]),
        ),
        notes=(*[note.text for note in one.notes], *readings.of_entry(knowledge, one)),
        sources=gathered(
            one.sources,
            *[note.sources for note in one.notes],
            *[title.title.sources[:1] for title in titles],
            readings.sources_of(one.readings),
        ),
        next_questions=_next(career, crowned=bool(titles)),
        race_class=one.id,
        picture=classes_picture(knowledge, one.id),
    )


def _winning_cars(knowledge: Knowledge, query: ClassProfile) -> tuple[str, ...]:
    """Say with which cars the class was won in the asked seasons: those that only entered are not on record."""
    won = Scope((query.race_class,), query.seasons).wins(knowledge.wins) if query.seasons else ()
    cars = dict.fromkeys(one.win.car for one in won if one.win.car)
    if not cars or query.seasons is None:
        return ()
    name = knowledge.classes[query.race_class].name
    return (f"Races in {name} {in_time(query.seasons)} were won with: {listed(list(cars))}.",)


def _career(knowledge: Knowledge, one: RaceClass) -> _Career:
    return _Career(knowledge, one, ran_in(knowledge, one.id), knowledge.replacements_of.get(one.id, ()))


def _seasons(career: _Career) -> str:
    if career.ran:
        return seasons(career.ran)
    return "No race on record" if career.one.went else "Not raced yet"


def _replaced(career: _Career) -> tuple[str, ...]:
    gone, followed = _gone(career), _followed(career)
    return (*gone, *followed) or (f"{career.one.name} took no other class's place, and none on record took its own.",)


def _succeeded(career: _Career) -> tuple[str, ...]:
    gone, followed = _gone(career), _followed(career)
    return (*followed, *gone) if followed else (f"Nothing on record took the place of {career.one.name}.", *gone)


def _gone(career: _Career) -> tuple[str, ...]:
    named = classes(career.knowledge, career.one.replaced)
    return (f"{career.one.name} took the place of {named}.",) if named else ()


def _followed(career: _Career) -> tuple[str, ...]:
    named = classes(career.knowledge, career.replaced_by)
    return (f"{career.one.name} was replaced by {named}.",) if named else ()


def _ended(career: _Career) -> tuple[str, ...]:
    if career.one.went is None:
        return (f"{career.one.name} has not ended.",)
    last = (f"The last season of {career.one.name} was {career.ran[-1].label}.",) if career.ran else ()
    return (*last, sentence(career.one.went))


def _introduced(career: _Career) -> tuple[str, ...]:
    first = (f"The first season of {career.one.name} was {career.ran[0].label}.",) if career.ran else ()
    return (*first, sentence(career.one.came))


def _last(career: _Career) -> tuple[str, ...]:
    if not career.ran:
        return (sentence(career.one.came),)
    return (f"The most recent season of {career.one.name} was {career.ran[-1].label}.",)


def _when(career: _Career) -> tuple[str, ...]:
    if not career.ran:
        return (f"No race with {career.one.name} is on record.",)
    return (f"{career.one.name} ran in {count(len(career.ran), 'season')}: {runs(career.knowledge, career.ran)}.",)


_TELLINGS: dict[Focus, Callable[[_Career], tuple[str, ...]]] = {
    Focus.REPLACED: _replaced,
    Focus.SUCCESSOR: _succeeded,
    Focus.ENDED: _ended,
    Focus.INTRODUCED: _introduced,
    Focus.FIRST: _introduced,
    Focus.LAST: _last,
    Focus.COUNT: _when,
    Focus.WHEN: _when,
    Focus.CAR: lambda career: (sentence(career.one.cars),),
}


def _next(career: _Career, *, crowned: bool) -> tuple[str, ...]:
    steps = [f"champion {career.one.name}"] if crowned else []
    steps += [f"class {class_name(career.knowledge, one)}" for one in (*career.replaced_by, *career.one.replaced)]
    steps += [f"season {season.id}" for season in career.knowledge.seasons_of_class.get(career.one.id, ())]
    return (*steps[:2], "classes")


def class_in_seasons(knowledge: Knowledge, query: ClassInSeasons) -> Reply:
    """Answer `ClassInSeasons`: whether a class ran, with its champions of the time."""
    one, asked = knowledge.classes[query.race_class], query.seasons.ids
    ran = [season for season in asked if one.id in knowledge.seasons[season].classes]
    career = _career(knowledge, one)
    titles = [title for title in knowledge.titles_of_class.get(one.id, ()) if title.season.id in ran]
    return Answer(
        f"{one.name}, {query.seasons.said}",
        (
            *_turning(career, query.focus),
            _whether(knowledge, one, query, ran),
            *year_read(knowledge, query.seasons),
            _career_said(knowledge, one),
        ),
        blocks(("Champions", [season_line(knowledge, title) for title in titles])),
        sources=gathered(one.sources, *[title.title.sources[:1] for title in titles]),
        next_questions=(f"class {one.name}", f"season {asked[0]}", f"classes {asked[-1]}"),
        race_class=one.id,
        holds=_holds(career, query, ran),
    )


def _turning(career: _Career, focus: Focus) -> tuple[str, ...]:
    return _TELLINGS[focus](career)[:1] if focus in (Focus.INTRODUCED, Focus.ENDED) else ()


def _holds(career: _Career, query: ClassInSeasons, ran: Sequence[str]) -> bool | None:
    """Say whether the class ran, began or ended then; None where "dropped for" and "ended in" would differ."""
    asked = query.seasons.ids
    if query.focus is Focus.INTRODUCED:
        return bool(career.ran) and career.ran[0].id in asked
    if query.focus is Focus.ENDED:
        if career.one.went is None or not career.ran:
            return False
        after = career.knowledge.season_after(career.ran[-1].id)
        return True if career.ran[-1].id in asked else None if after and after.id in asked else False
    return bool(ran)


def _whether(knowledge: Knowledge, one: RaceClass, query: ClassInSeasons, ran: Sequence[str]) -> str:
    held = [season for season in ran if knowledge.seasons[season].rounds]
    if ran and not held:
        return f"{one.name} is announced for {labels(knowledge, ran)}."
    if ran:
        return f"{one.name} was a class of {labels(knowledge, ran)}."
    had = [f"{season.label} had {classes(knowledge, season.classes)}" for season in _seasons_of(knowledge, query)]
    return f"{one.name} was not a class {in_time(query.seasons)}. {'; '.join(had)}."


def _seasons_of(knowledge: Knowledge, query: ClassInSeasons) -> list[Season]:
    return [knowledge.seasons[season] for season in query.seasons.ids]


def _career_said(knowledge: Knowledge, one: RaceClass) -> str:
    ran = ran_in(knowledge, one.id)
    if not ran:
        return sentence(one.came)
    return f"{one.name} has run in {count(len(ran), 'season')}: {listed([runs(knowledge, ran)])}."
