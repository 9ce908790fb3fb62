"""No empty boxes: the font has a letter for every character that is drawn."""

from __future__ import annotations

from collections.abc import Iterator

import gathered
import pytest
from matplotlib.ft2font import FT2Font

from bot.knowledge.base import Knowledge
from bot.presentation.pictures.canvas import _font
from bot.presentation.pictures.glyphs import drawable


def names(knowledge: Knowledge) -> Iterator[str]:
    """Yield every name that a picture can show."""
    for table in (knowledge.drivers, knowledge.teams, knowledge.circuits, knowledge.classes, knowledge.countries):
        yield from (one.name for one in table.values())
    yield from (season.label for season in knowledge.seasons.values())
    yield from (race.round.name for race in knowledge.races)
    yield from (won.win.entrant for won in knowledge.wins)
    yield from (source.title for source in knowledge.sources.values())


def test_every_name_in_the_facts_is_drawn_as_it_is_written(knowledge: Knowledge) -> None:
    assert [name for name in names(knowledge) if drawable(name) != name] == []


@pytest.mark.parametrize("bold", [False, True])
def test_what_is_drawable_is_in_the_fonts_that_are_used(knowledge: Knowledge, bold: bool) -> None:
    known = FT2Font(str(_font(bold=bold).get_file())).get_charmap()
    said = {mark for picture in gathered.every() for mark in picture.title + picture.source}
    said |= {mark for name in names(knowledge) for mark in drawable(name)}
    assert {mark for mark in said if ord(mark) not in known} == set()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Louis Delétraz", "Louis Delétraz"),
        ("Роман Русинов", "Роман Русинов"),
        ("ﬁ①", "ﬁ①"),
        ("上海", "??"),
        ("\u202eabc\x00\n", "abc"),
        ("🏁 Fuji", "? Fuji"),
    ],
)
def test_what_the_font_lacks_is_written_plainly(written: str, shown: str) -> None:
    assert drawable(written) == shown
