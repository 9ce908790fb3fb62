"""Classes by season."""

from __future__ import annotations

from bot.answering.answer import gathered
from bot.answering.naming import class_name, runs
from bot.answering.pictures.picture import Picture, PictureKind, Timeline, TimelineRow
from bot.answering.pictures.words import alt_text, finding, source_line
from bot.answering.scope import ran_in
from bot.answering.wording import count, listed
from bot.knowledge.base import Knowledge
from bot.knowledge.kept import kept
from bot.knowledge.model import RaceClass

_NEVER = "no race on record"


@kept(256)
def classes_picture(knowledge: Knowledge, strong: str | None = None) -> Picture:
    """Return which class ran in which season; with `strong`, that class and those it is tied to stand out."""
    near = _near(knowledge, strong) if strong else frozenset(knowledge.classes)
    title = _of_one(knowledge, strong) if strong else _of_all(knowledge)
    ordered = tuple(sorted(knowledge.classes, key=lambda one: knowledge.classes[one].kind != "prototype"))
    return _picture(knowledge, strong or "all", title, ordered, near)


@kept(256)
def classes_together(knowledge: Knowledge, first: str, second: str, said: str) -> Picture:
    """Return which of two classes ran in which season; `said` is the finding in words."""
    both = (first, second)
    return _picture(knowledge, f"{first} and {second}", finding(said), both, frozenset(both))


def _picture(knowledge: Knowledge, argument: str, title: str, chosen: tuple[str, ...], near: frozenset[str]) -> Picture:
    ordered = [knowledge.classes[one] for one in chosen]
    columns = tuple([season.label for season in knowledge.seasons.values()])
    rows = tuple([_row(knowledge, one, strong=one.id in near) for one in ordered])
    return Picture(
        PictureKind.SEASONS,
        argument,
        title,
        Timeline(columns, rows),
        source_line(knowledge, gathered(*[season.sources for season in knowledge.seasons.values()])),
        alt_text("Timeline of classes by season", title, [_told(knowledge, one) for one in ordered if one.id in near]),
    )


def _near(knowledge: Knowledge, one: str) -> frozenset[str]:
    return frozenset((one, *knowledge.classes[one].replaced, *knowledge.replacements_of.get(one, ())))


def _row(knowledge: Knowledge, one: RaceClass, *, strong: bool) -> TimelineRow:
    place = {season: number for number, season in enumerate(knowledge.seasons)}
    seasons = knowledge.seasons_of_class.get(one.id, ())
    return TimelineRow(
        one.name,
        one.colour,
        tuple([place[season.id] for season in seasons if season.rounds]),
        tuple([place[season.id] for season in seasons if not season.rounds]),
        tuple([class_name(knowledge, other) for other in knowledge.replacements_of.get(one.id, ())]),
        strong,
    )


def _told(knowledge: Knowledge, one: RaceClass) -> str:
    ran = ran_in(knowledge, one.id)
    followed = knowledge.replacements_of.get(one.id, ())
    after = f", replaced by {listed([class_name(knowledge, other) for other in followed])}" if followed else ""
    ahead = [season.label for season in knowledge.seasons_of_class.get(one.id, ()) if not season.rounds]
    told = [runs(knowledge, ran)] if ran else [] if ahead else [_NEVER]
    return f"{one.name}: {', '.join([*told, *[f'announced for {label}' for label in ahead]])}{after}"


def _of_one(knowledge: Knowledge, one: str) -> str:
    ran, name = ran_in(knowledge, one), class_name(knowledge, one)
    if not ran:
        return f"{name} has no race on record" if knowledge.classes[one].went else f"{name} has not raced yet"
    return f"{name} has run in {count(len(ran), 'season')}: {runs(knowledge, ran)}"


def _of_all(knowledge: Knowledge) -> str:
    figures = {one: len(ran_in(knowledge, one)) for one in knowledge.classes}
    most = max(figures.values())
    best = [class_name(knowledge, one) for one, figure in figures.items() if figure == most]
    held = len(knowledge.held)
    if most == held:
        return f"Only {listed(best)} ran in all {held} seasons"
    return f"{listed(best)} ran in {most} of {held} seasons, more than any other class"
