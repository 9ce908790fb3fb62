"""Classes of cars: what they were, when they came and went."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Reply, blocks, disagreement, gathered, refuse
from bot.answering.wording import class_name, classes, count, labels, seasons, title_line
from bot.knowledge.base import Knowledge
from bot.knowledge.model import RaceClass
from bot.understanding.queries import Classes, ClassProfile, Focus


def class_profile(knowledge: Knowledge, query: ClassProfile) -> Reply:
    """Answer `ClassProfile`: what the class is, its cars, its seasons, its champions."""
    one = knowledge.classes[query.race_class]
    ran = [season for season in knowledge.seasons_of_class.get(one.id, ()) if season.rounds]
    titles = knowledge.titles_of_class.get(one.id, ())
    replaced_by = [other.id for other in knowledge.classes.values() if one.id in other.replaced]
    focused = _focused(knowledge, one, query.focus, replaced_by)
    return Answer(
        f"{one.name} ({one.full_name})" if one.full_name != one.name else one.name,
        (*focused, one.description),
        blocks(
            ("Cars", [one.cars]),
            ("Seasons", [f"{count(len(ran), 'season')}: {seasons(ran)}"] if ran else ["None so far"]),
            ("Came", [one.came]),
            ("Went", [one.went] if one.went else []),
            ("Replaced", [classes(knowledge, one.replaced)] if one.replaced else []),
            ("Replaced by", [classes(knowledge, replaced_by)] if replaced_by else []),
            ("Champions", (f"{title.season.label}: {title_line(knowledge, title)}" for title in titles)),
        ),
        notes=tuple([note.text for note in one.notes] + [disagreement(reading) for reading in one.readings]),
        sources=gathered(one.sources, *(note.sources for note in one.notes), *(t.title.sources[:1] for t in titles)),
        next_questions=_next(knowledge, one, bool(titles), replaced_by),
        race_class=one.id,
    )


def _focused(knowledge: Knowledge, one: RaceClass, focus: Focus, replaced_by: list[str]) -> list[str]:
    ran = [season for season in knowledge.seasons_of_class.get(one.id, ()) if season.rounds]
    if focus is Focus.REPLACED:
        lines = [f"{one.name} took the place of {classes(knowledge, one.replaced)}."] if one.replaced else []
        if replaced_by:
            lines.append(f"{one.name} was replaced by {classes(knowledge, replaced_by)}.")
        return lines or [f"Nothing is on record as having replaced {one.name}, or been replaced by it."]
    if focus is Focus.ENDED:
        return [one.went or f"{one.name} still runs."]
    if focus in (Focus.INTRODUCED, Focus.FIRST):
        return [f"First season of {one.name}: {ran[0].label}." if ran else one.came]
    if focus is Focus.LAST:
        return [f"Most recent season of {one.name}: {ran[-1].label}." if ran else one.came]
    if focus is Focus.COUNT:
        return [f"{one.name} ran in {count(len(ran), 'season')}."]
    if focus is Focus.CAR:
        return [one.cars]
    return []


def _next(knowledge: Knowledge, one: RaceClass, crowned: bool, replaced_by: list[str]) -> tuple[str, ...]:
    steps = [f"champion {one.name}"] if crowned else []
    steps += [f"class {class_name(knowledge, other)}" for other in (*replaced_by, *one.replaced)]
    return (*steps[:2], "classes")


def class_list(knowledge: Knowledge, query: Classes) -> Reply:
    """Answer `Classes`: all classes, or those of given seasons."""
    if query.seasons is None:
        lines = []
        for one in knowledge.classes.values():
            ran = [season for season in knowledge.seasons_of_class.get(one.id, ()) if season.rounds]
            lines.append(f"{one.name} ({one.full_name}): {seasons(ran) or one.came}")
        crowned = len(knowledge.titles_of_class)
        lead = f"{count(len(lines), 'class', 'classes')} have run or been announced; {crowned} of them have crowned champions."
        return Answer(
            "Classes",
            (lead,),
            (Block("Classes", tuple(lines)),),
            sources=gathered(*(one.sources[:1] for one in knowledge.classes.values())),
            next_questions=(f"classes {knowledge.current.id}", "class LMP2", "class GT"),
        )
    chosen = [knowledge.seasons[season] for season in query.seasons.ids]
    if not any(season.classes for season in chosen):
        return refuse("no_standings", season=seasons(chosen), name="")
    by_season = tuple(f"{one.label}: {classes(knowledge, one.classes)} ({len(one.classes)})" for one in chosen)
    lead = f"{labels(knowledge, query.seasons.ids)}: {query.seasons.said} had the classes below."
    if len(chosen) == 1:
        ran = "had" if chosen[0].rounds else "is announced with"
        lead = f"{chosen[0].label} {ran} {count(len(chosen[0].classes), 'class', 'classes')}: {classes(knowledge, chosen[0].classes)}."
    return Answer(
        f"Classes, {query.seasons.said}",
        (lead,),
        (Block("By season", by_season),)
        if len(chosen) > 1
        else (Block("What they are", tuple(_short(knowledge, c) for c in chosen[0].classes)),),
        sources=gathered(*(season.sources[:1] for season in chosen)),
        next_questions=(f"champion {chosen[0].id}", f"season {chosen[0].id}", "classes"),
    )


def _short(knowledge: Knowledge, class_id: str) -> str:
    one = knowledge.classes[class_id]
    return f"{one.name}: {one.description}"
