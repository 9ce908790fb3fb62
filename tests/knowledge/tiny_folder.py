"""A tiny valid knowledge folder, and the means to spoil one file of it."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.loading import check_folder

VALID = {
    "series.yml": """\
name: Asian Le Mans Series
short_name: ALMS
current: "2019-20"
facts:
  - id: tyres
    name: Tyres
    value: All cars ran on Michelin.
    terms: [tyres]
    sources: [article]
sources: [article]
""",
    "cues/winning.yml": """\
id: winning
title: Winning
cues:
  won: [won, winner]
""",
    "vocabulary.yml": """\
skip: [please]
generic: [racing]
""",
    "sources.yml": """\
sources:
  - id: article
    title: The article
  - id: report
    title: A report
""",
    "countries.yml": """\
countries:
  - id: nor
    alpha2: NO
    name: Norway
    adjective: Norwegian
    regions: [europe]
  - id: jpn
    alpha2: JP
    name: Japan
    adjective: Japanese
    regions: [asia]
    codes: [JAP]
""",
    "classes.yml": """\
classes:
  - id: lmp2
    name: LMP2
    full_name: Le Mans Prototype 2
    kind: prototype
    colour: "#0055aa"
    description: Prototypes.
    cars: Oreca 07
    came: From the start.
    sources: [article]
  - id: gt
    name: GT
    full_name: Grand Tourer
    kind: gt
    colour: "#00aa55"
    description: Road cars.
    cars: Ferrari 488
    came: From the start.
    sources: [article]
""",
    "drivers.yml": """\
drivers:
  - id: james-french
    name: James French
    sources: [article]
  - id: roman-rusinov
    name: Roman Rusinov
    aliases: [Rusinov]
    sources: [article]
""",
    "teams.yml": """\
teams:
  - id: g-drive
    name: G-Drive Racing
    names:
      - name: G-Drive by Algarve
        seasons: ["2019-20"]
        sources: [article]
    sources: [article]
  - id: hub-auto
    name: HubAuto Corsa
    run_by: g-drive
    sources: [article]
""",
    "circuits/fuji.yml": """\
id: fuji
name: Fuji Speedway
race: 4 Hours of Fuji
country: jpn
place: Oyama
latitude: 35.37
longitude: 138.93
layouts:
  - name: Full
    length_km: 4.563
    turns: 16
    sources: [article]
opened: "1965-12"
sources: [article]
""",
    "seasons/2019-20.yml": """\
id: "2019-20"
label: "2019–20"
classes: [lmp2, gt]
champions:
  - class: lmp2
    team: g-drive
    entrant: G-Drive by Algarve
    nation: nor
    drivers:
      - james-french
      - roman-rusinov
    sources: [article]
rounds:
  - round: 1
    name: 4 Hours of Fuji
    circuit: fuji
    date: 2019-11-24
    winners:
      - class: lmp2
        overall: true
        number: "26"
        team: g-drive
        entrant: G-Drive by Algarve
        drivers: [james-french]
        sources: [report]
      - class: gt
        team: hub-auto
        entrant: HubAuto Corsa
        sources: [report]
    sources: [article]
  - round: 2
    name: 4 Hours of Fuji
    circuit: fuji
    date: 2020-02-23
    winners:
      - class: gt
        team: hub-auto
        entrant: HubAuto Corsa
        sources: [report]
    sources: [article]
sources: [article]
""",
    "history/organiser.yml": """\
id: organiser
title: The organiser
entries:
  - id: first-season
    date: "2009-10-31"
    until: "2009-11"
    text: The first season was held.
    about: [fuji, lmp2]
    terms: [first season]
    sources: [article]
""",
}


class Folder:
    """A knowledge folder on disk; every change is made to the text of one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for file, text in VALID.items():
            self.write(file, text)

    def write(self, file: str, content: str | bytes) -> None:
        target = self.path / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def change(self, file: str, old: str, new: str) -> None:
        """Replace the only place where `old` occurs, or the first where a rule is the same in each."""
        text = (self.path / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        self.write(file, text.replace(old, new, 1))

    def remove(self, file: str) -> None:
        (self.path / file).unlink()

    def problems(self) -> list[str]:
        """Return the printed lines of `bot check`."""
        return [str(problem) for problem in check_folder(self.path)]
