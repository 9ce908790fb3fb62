"""Classes in a list: all of them, the newest and the oldest first where that is asked, or those of seasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answering.answer import Answer, Block, Reply, gathered
from bot.answering.naming import classes, labels, runs
from bot.answering.pictures.timeline import classes_picture
from bot.answering.scope import ran_in, year_read
from bot.answering.wording import count, plural, sentence
from bot.knowledge.base import Knowledge
from bot.understanding.queries import Classes, Focus


def class_list(knowledge: Knowledge, query: Classes) -> Reply:
    """Answer `Classes`: all classes, or those of given seasons."""
    return _of_seasons(knowledge, query) if query.seasons else _all(knowledge, query.focus)


def _all(knowledge: Knowledge, focus: Focus) -> Answer:
    lines = []
    for one in knowledge.classes.values():
        ran = ran_in(knowledge, one.id)
        name = one.full_name if one.name in one.full_name else f"{one.name}, {one.full_name}"
        lines.append(f"{name}: {runs(knowledge, ran) if ran else one.came}")
    crowned = knowledge.titles_of_class
    often = sorted(crowned, key=lambda one: len(crowned[one]), reverse=True)[:2]
    return Answer(
        "Classes",
        (
            *(_TELLINGS[focus](knowledge) if focus in _TELLINGS else ()),
            f"{len(lines)} classes have run or been announced; {len(crowned)} of them have crowned champions.",
        ),
        (Block("Classes", tuple(lines)),),
        sources=gathered(*[one.sources[:1] for one in knowledge.classes.values()]),
        next_questions=(f"classes {knowledge.current.id}", *[f"class {knowledge.classes[one].name}" for one in often]),
        picture=classes_picture(knowledge),
    )


def _no_longer(knowledge: Knowledge) -> tuple[str, ...]:
    """Say which classes have run and do so no longer."""
    ended = [one for one in knowledge.classes.values() if one.went and ran_in(knowledge, one.id)]
    if not ended:
        return ("Every class that has run still runs.",)
    return (f"{count(len(ended), 'class', 'classes')} no longer run: {classes(knowledge, [one.id for one in ended])}.",)


def _of_seasons(knowledge: Knowledge, query: Classes) -> Answer:
    ids, said = (query.seasons.ids, query.seasons.said) if query.seasons else ((), "")
    chosen = [knowledge.seasons[season] for season in ids]
    named = dict.fromkeys(race_class for season in chosen for race_class in season.classes)
    counted = f"{count(len(named), 'class', 'classes')}: {classes(knowledge, named)}"
    if len(chosen) == 1:
        ran = "had" if chosen[0].rounds else "is announced with"
        lead = f"{chosen[0].label} {ran} {counted}."
        made = Block("What they are", tuple([_short(knowledge, one) for one in named]))
    else:
        lead = f"The seasons {labels(knowledge, ids)} had {counted}."
        made = Block("By season", tuple([f"{one.label}: {classes(knowledge, one.classes)}" for one in chosen]))
    following = knowledge.season_after(ids[-1])
    step = f"classes {following.id}" if following else "classes"
    return Answer(
        f"Classes, {said}",
        (*year_read(knowledge, query.seasons), lead),
        (made,),
        sources=gathered(
            *[season.sources[:1] for season in chosen], *[knowledge.classes[c].sources[:1] for c in named]
        ),
        next_questions=(step, f"season {ids[0]}", f"champion {ids[0]}" if chosen[0].champions else "champion"),
    )


def _short(knowledge: Knowledge, class_id: str) -> str:
    one = knowledge.classes[class_id]
    return f"{one.name}: {one.description}"


def _newest(knowledge: Knowledge) -> tuple[str, ...]:
    """Say which class came last of those that have raced, and what is announced."""
    raced = [one for one in knowledge.classes.values() if ran_in(knowledge, one.id)]
    debut = max(ran_in(knowledge, one.id)[0].id for one in raced)
    told = _first_ran(knowledge, debut, "newest")
    coming = [one for one in knowledge.classes.values() if one.went is None and not ran_in(knowledge, one.id)]
    return (told, *[f"{one.name} has not raced yet: {sentence(one.came)}" for one in coming])


def _oldest(knowledge: Knowledge) -> tuple[str, ...]:
    """Say which classes were there from the beginning, and which of them still are."""
    debut = knowledge.held[0].id
    first = [one.id for one in knowledge.classes.values() if ran_in(knowledge, one.id)[:1] == knowledge.held[:1]]
    still = [one for one in first if one in knowledge.current.classes]
    kept = f" Of these {classes(knowledge, still)} still {plural(len(still), 'runs', 'run')}." if still else ""
    return (f"{_first_ran(knowledge, debut, 'oldest')}{kept}",)


def _first_ran(knowledge: Knowledge, season: str, which: str) -> str:
    debuts = {one.id: ran_in(knowledge, one.id)[:1] for one in knowledge.classes.values()}
    ids = [one for one, debut in debuts.items() if [first.id for first in debut] == [season]]
    noun = plural(len(ids), "class is", "classes are")
    return f"The {which} {noun} {classes(knowledge, ids)}, first run in {knowledge.seasons[season].label}."


_TELLINGS: Mapping[Focus, Callable[[Knowledge], tuple[str, ...]]] = {
    Focus.ENDED: _no_longer,
    Focus.NEWEST: _newest,
    Focus.OPENED: _oldest,
}
