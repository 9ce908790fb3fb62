"""What came right before or after: the title of a class, the race of a calendar."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.about import about_race, about_title
from bot.answering.answer import Answer, Reply, blocks, gathered, refuse
from bot.answering.holders import holder
from bot.answering.lines import season_line, title_line, win_line
from bot.answering.naming import class_name, race_label
from bot.answering.scope import Scope
from bot.answering.wording import capital
from bot.knowledge.base import Knowledge, Race, SeasonTitle
from bot.understanding.queries import RaceBeside, Side, TitleBeside
from bot.understanding.spans import Kind, Ref


def title_beside(knowledge: Knowledge, query: TitleBeside) -> Reply:
    """Answer `TitleBeside`: the champions right before the first, or after the last title of a driver or team."""
    who = holder(knowledge, Ref(Kind.DRIVER, query.driver) if query.driver else Ref(Kind.TEAM, str(query.team)))
    name, step = who.name, who.asked
    scope = Scope.of(query)
    won = scope.titles(who.titles)
    if not won:
        return refuse("no_title_of_theirs", step, who=name, scope=scope.said(knowledge))
    raced = dict.fromkeys(one.title.race_class for one in won)
    pairs = [_beside(knowledge, query.side, [one for one in won if one.title.race_class == each]) for each in raced]
    return Answer(
        f"{capital(query.side)} {name}",
        tuple([_said(knowledge, query.side, name, own_title, beside) for own_title, beside in pairs]),
        blocks((f"Titles of {name}", [season_line(knowledge, one) for one in won])),
        sources=gathered(*[one.title.sources[:1] for pair in pairs for one in pair if one]),
        next_questions=(step, *[f"champion {class_name(knowledge, each)}" for each in raced]),
        race_class=next(iter(raced)) if len(raced) == 1 else None,
        about=about_title(pairs[0][1], team_first=query.driver is None) if len(pairs) == 1 and pairs[0][1] else (),
    )


def _beside(knowledge: Knowledge, side: Side, won: Sequence[SeasonTitle]) -> tuple[SeasonTitle, SeasonTitle | None]:
    titles = knowledge.titles_of_class[won[0].title.race_class]
    own = won[0] if side is Side.BEFORE else won[-1]
    place = titles.index(own) + (-1 if side is Side.BEFORE else 1)
    return own, titles[place] if 0 <= place < len(titles) else None


def _said(knowledge: Knowledge, side: Side, name: str, own: SeasonTitle, beside: SeasonTitle | None) -> str:
    title = f"the {class_name(knowledge, own.title.race_class)} title"
    if beside is None:
        which = "first" if side is Side.BEFORE else "most recent"
        return f"{name} won {title} of {own.season.label}, the {which} there was."
    crew = title_line(knowledge, beside)
    return f"{capital(side)} {name} in {own.season.label}, {title} went to {crew} in {beside.season.label}."


def race_beside(knowledge: Knowledge, query: RaceBeside) -> Reply:
    """Answer `RaceBeside`: the race right before or after the visit to a circuit."""
    circuit = knowledge.circuits[query.circuit]
    every = knowledge.races_at.get(circuit.id, ())
    ids = query.seasons.ids if query.seasons else tuple([race.season.id for race in every[-1:]])
    there = [race for race in every if race.season.id in ids]
    if not there:
        said = query.seasons.said if query.seasons else ""
        return refuse("no_visit_then", f"circuit {circuit.name}", "calendar", name=circuit.name, said=said)
    own = there[0] if query.side is Side.BEFORE else there[-1]
    place = knowledge.races.index(own) + (-1 if query.side is Side.BEFORE else 1)
    beside = knowledge.races[place] if 0 <= place < len(knowledge.races) else None
    return Answer(
        f"{capital(query.side)} {own.round.name}",
        (_race_said(knowledge, query.side, own, beside),),
        blocks(("Winners", [win_line(knowledge, win) for win in beside.round.winners] if beside else [])),
        sources=gathered(own.round.sources[:1], beside.round.sources[:1] if beside else ()),
        next_questions=(f"calendar {own.season.id}", f"circuit {circuit.name}"),
        about=about_race(beside) if beside else (),
    )


def _race_said(knowledge: Knowledge, side: Side, own: Race, beside: Race | None) -> str:
    if beside is None:
        which = "first" if side is Side.BEFORE else "most recent"
        return f"The {race_label(own)} was the {which} race of the series."
    where = knowledge.circuits[beside.round.circuit].name
    return f"{capital(side)} the {race_label(own)} came the {race_label(beside)}, at {where}."
