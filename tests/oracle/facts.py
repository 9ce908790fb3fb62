"""The facts as the oracle sees them: read from the YAML by itself, in plain tables."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[2] / "knowledge"


@dataclass(frozen=True, slots=True)
class Title:
    """One class title of one season."""

    season: str
    race_class: str
    team: str
    nation: str
    drivers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Win:
    """One class win in one race; only some sources name the `disputed` drivers as well."""

    season: str
    circuit: str
    race_class: str
    overall: bool
    team: str
    drivers: tuple[str, ...]
    disputed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Race:
    """One race that was held."""

    season: str
    number: int
    name: str
    circuit: str
    date: datetime.date
    starters: int | None
    laps: int | None
    wins: tuple[Win, ...]


@dataclass(frozen=True, slots=True)
class Lap:
    """One layout of a circuit."""

    length: float
    turns: int


@dataclass(frozen=True, slots=True)
class Circuit:
    """One circuit with the laps that were raced, the last of them at the end."""

    id: str
    country: str
    laps: tuple[Lap, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything asked about: tables in order of time, and what each id is called."""

    seasons: tuple[str, ...]
    classes: Mapping[str, tuple[str, ...]]
    titles: tuple[Title, ...]
    races: tuple[Race, ...]
    circuits: Mapping[str, Circuit]
    nation_of: Mapping[str, str]
    replaced: Mapping[str, tuple[str, ...]]
    adjectives: Mapping[str, str]
    names: Mapping[str, Mapping[str, tuple[str, ...]]]

    @property
    def wins(self) -> Iterator[Win]:
        """All class wins."""
        return (win for race in self.races for win in race.wins)

    def name(self, pool: str, one: str) -> str:
        """Return what `one` of `pool` is called in general."""
        return self.names[pool][one][0]

    def country_of(self, circuit: str) -> str:
        """Return the country of `circuit`."""
        return self.circuits[circuit].country

    def titles_in(
        self, race_class: str | None = None, seasons: Iterable[str] | None = None, nation: str | None = None
    ) -> list[Title]:
        """Return the titles of a class, of seasons, with a driver of a nation; None leaves a bound out."""
        within = None if seasons is None else set(seasons)
        return [
            one
            for one in self.titles
            if race_class in (None, one.race_class)
            and (within is None or one.season in within)
            and (nation is None or any(self.nation_of[driver] == nation for driver in one.drivers))
        ]

    def seasons_of(self, race_class: str) -> list[str]:
        """Return the seasons in which `race_class` ran."""
        return [season for season in self.seasons if race_class in self.classes[season]]

    def places(self) -> list[tuple[str, str]]:
        """Return circuits and countries the series raced at, as the pool and the id of each."""
        countries = dict.fromkeys(one.country for one in self.circuits.values())
        return [*(("circuits", one) for one in self.circuits), *(("countries", one) for one in countries)]

    def is_at(self, circuit: str, place: tuple[str, str]) -> bool:
        """Say whether `circuit` is, or lies in, `place`."""
        pool, one = place
        return one == (circuit if pool == "circuits" else self.country_of(circuit))


def span(season: str) -> tuple[int, int]:
    """Return the first and last year of `season`."""
    first = int(season[:4])
    return first, first + 1 if "-" in season else first


def label(season: str) -> str:
    """Return `season` as it is printed: with an en dash."""
    return season.replace("-", "–")


@cache
def facts() -> Facts:
    """Return the shipped facts, read once."""
    lists = {name: _read(f"{name}.yml")[name] for name in ("drivers", "teams", "classes", "countries")}
    circuits = [_yaml(path) for path in sorted((FOLDER / "circuits").glob("*.yml"))]
    seasons = sorted((_yaml(path) for path in (FOLDER / "seasons").glob("*.yml")), key=lambda one: str(one["id"]))
    held = [season for season in seasons if season.get("status") != "announced"]
    titles = tuple(_title(season["id"], one) for season in held for one in season["champions"])
    races = tuple(_race(season["id"], one) for season in held for one in season["rounds"])
    return Facts(
        tuple(season["id"] for season in held),
        {season["id"]: tuple(season["classes"]) for season in held},
        titles,
        races,
        {one["id"]: _circuit(one) for one in circuits},
        {one["id"]: one.get("nation", "") for one in lists["drivers"]},
        {one["id"]: tuple(one.get("replaced", ())) for one in lists["classes"]},
        {one["id"]: one["adjective"] for one in lists["countries"]},
        {
            "drivers": {one["id"]: (one["name"], *one.get("aliases", ())) for one in lists["drivers"]},
            "teams": _team_names(lists["teams"], held),
            "classes": {one["id"]: (one["name"],) for one in lists["classes"]},
            "countries": {one["id"]: (one["name"],) for one in lists["countries"]},
            "circuits": {one["id"]: (one["name"], *one["aliases"]) for one in circuits},
            "seasons": {one["id"]: (one["label"], one["id"]) for one in seasons},
        },
    )


def _read(name: str) -> Any:
    return _yaml(FOLDER / name)


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def _title(season: str, one: Mapping[str, Any]) -> Title:
    return Title(season, one["class"], one["team"], one["nation"], tuple(one["drivers"]))


def _race(season: str, one: Mapping[str, Any]) -> Race:
    wins = tuple(_win(season, one["circuit"], win) for win in one["winners"])
    date = datetime.date.fromisoformat(str(one["date"]))
    return Race(season, one["round"], one["name"], one["circuit"], date, one.get("starters"), one.get("laps"), wins)


def _win(season: str, circuit: str, one: Mapping[str, Any]) -> Win:
    drivers, disputed = tuple(one.get("drivers", ())), tuple(one.get("disputed", ()))
    return Win(season, circuit, one["class"], one.get("overall", False), one["team"], drivers, disputed)


def _circuit(one: Mapping[str, Any]) -> Circuit:
    laps = tuple(Lap(lap["length_km"], lap["turns"]) for lap in one["layouts"])
    return Circuit(one["id"], one["country"], laps)


def _team_names(teams: Iterable[Mapping[str, Any]], held: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Return every name a team was entered under, the general one first."""
    names = {one["id"]: [one["name"], *(other["name"] for other in one.get("names", ()))] for one in teams}
    for season in held:
        for entry in (*season["champions"], *(win for one in season["rounds"] for win in one["winners"])):
            names[entry["team"]].append(entry["entrant"])
    return {team: tuple(dict.fromkeys(said)) for team, said in names.items()}
