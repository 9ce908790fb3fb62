"""All kinds of questions, each with its families, and which of them are asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from . import extremes, feats, holders, likeness, order, races, ranges, titles, yes_no
from .asking import Family, Question, chosen
from .facts import facts

EACH = 150

KINDS: Mapping[str, Sequence[Family]] = {
    "totals": (
        titles.total_of_driver,
        titles.total_of_team,
        titles.total_of_class,
        titles.total_of_champions,
        titles.total_of_season,
        titles.total_of_nation,
        races.total_at_place,
        races.total_in_season,
    ),
    "most": (titles.most_titles, races.most_wins, races.most_overall_wins),
    "extremes": (extremes.extreme_circuit, extremes.extreme_season, extremes.most_visited),
    "ranges": (
        ranges.champions_in_time,
        ranges.champions_in_year,
        ranges.last_champions,
        ranges.last_seasons_of_class,
    ),
    "nations": (holders.champions_of_nation, holders.teams_of_nation, holders.any_champion),
    "classes": (order.classes_of_season, order.life_of_class, order.first_and_last_champion),
    "co-drivers": (order.companions, yes_no.won_together),
    "thresholds": (holders.so_many_titles, holders.nobody_so_many),
    "both": (holders.won_both, holders.nobody_won_both),
    "comparisons": (
        holders.more_titles,
        holders.team_with_more_titles,
        holders.nation_with_more_titles,
        extremes.longer_circuit,
    ),
    "first and last": (order.first_and_last_race, order.first_and_last_winner, order.first_and_last_of_season),
    "order": (order.season_beside, order.champion_beside_season, order.champion_beside_team),
    "yes or no": (
        yes_no.driver_won_class,
        yes_no.driver_won_twice,
        yes_no.team_won_class,
        yes_no.class_ran,
        yes_no.raced_in_country,
        yes_no.raced_at_circuit,
    ),
    "feats": (
        feats.defended,
        feats.who_defended,
        feats.champions_alone,
        feats.champions_at_once,
        feats.swept,
    ),
    "likeness": (
        likeness.turns_of_circuit,
        likeness.circuits_with_turns,
        likeness.country_of_circuit,
        likeness.seasons_without,
        likeness.nth_title,
    ),
    "races": (
        races.winner_at_circuit,
        races.winner_of_round,
        races.place_and_day_of_round,
        races.cars_and_laps,
    ),
}


@cache
def questions(kind: str, number: int = EACH) -> tuple[Question, ...]:
    """Return up to `number` questions of `kind`, the same ones every time."""
    return tuple(chosen(KINDS[kind], facts(), number))
