"""A ranking that keeps to a nation holds what is of that nation, and nothing else."""

from __future__ import annotations

from bot.answering.tally import tally
from bot.knowledge.base import Knowledge
from bot.understanding.queries import By, Counted, Ranking


def test_teams_are_of_that_nation(knowledge: Knowledge) -> None:
    """A title tells the nation its team had then; a win is of the nation of its team."""
    titled = {(one.title.team, one.title.nation) for season in knowledge.titles_of_class.values() for one in season}
    won = {(one.win.team, knowledge.teams[one.win.team].nation) for one in knowledge.wins}
    for counted, there in ((Counted.TITLES, titled), (Counted.WINS, won)):
        for nation in knowledge.countries:
            ranked = {rank.id for rank in tally(knowledge, Ranking(counted, By.TEAM, nation=nation)).ranks}
            assert ranked == {team for team, home in there if home == nation}


def test_classes_and_cars_are_those_their_drivers_won(knowledge: Knowledge) -> None:
    for by in (By.CLASS, By.MAKE, By.CAR):
        for rank in tally(knowledge, Ranking(Counted.WINS, by, nation="chn")).ranks:
            won = [
                one
                for one in knowledge.wins
                if any(knowledge.drivers[driver].nation == "chn" for driver in one.win.drivers)
                and rank.id in (one.win.race_class, one.win.car, knowledge.make_of.get(one.win.car or ""))
            ]
            assert rank.figure == len(won)
