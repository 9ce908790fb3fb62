"""Every picture is drawn and measured: its size, its frame, its texts."""

from __future__ import annotations

from pathlib import Path

import gathered
import pytest
from measuring import LEAST_PIXELS, PHONE, boxes, drawn, laid, outside, overlapping, whole, words

from bot.answering.pictures import Bar, Bars, Grid, GridRow, Map, Pair, PairRow, Part, Picture, PictureKind, Place
from bot.assistant import Assistant
from bot.presentation.pages import Outcome
from bot.presentation.pictures.canvas import SMALLEST, WIDTH, Canvas, Ink
from bot.presentation.pictures.drawing import draw
from bot.presentation.pictures.glyphs import drawable

PICTURES = gathered.every()
DOCS = Path(__file__).parents[2] / "docs" / "pictures"


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.file_name)
def test_a_picture_can_be_read(picture: Picture) -> None:
    """Small enough, all text inside the frame and on no other text, and no name cut short."""
    canvas = drawn(picture)
    whole(canvas, picture)
    assert [text for text in words(picture) if drawable(text) != text] == []


@pytest.mark.parametrize("ranked", gathered.RANKED)
def test_a_ranking_of_one_class_or_time_can_be_read(assistant: Assistant, ranked: str) -> None:
    """Measured but not drawn: they are like those that are. Where there is none, a sentence says so."""
    for question in gathered.narrowed():
        if f"chart {ranked} " not in question:
            continue
        page = assistant.reply(question)
        assert page.picture is not None or page.outcome is Outcome.NOT_FOUND, question
        if page.picture is not None:
            whole(laid(page.picture), page.picture)


def test_what_overlaps_or_leaves_the_frame_is_seen() -> None:
    """The measuring itself: what it cannot see it could not forbid."""
    canvas = Canvas()
    for x, y, said in ((100, 100, "one"), (130, 105, "two"), (100, 140, "apart"), (760, 200, "far out")):
        canvas.text(x, y, said, Ink())
    canvas.finish(300, "Source: none")
    assert overlapping(boxes(canvas)) == [("one", "two")]
    assert outside(boxes(canvas), canvas) == ["far out"]


@pytest.mark.parametrize("question", ["chart titles by team", "chart map", "chart seasons", "class GT"])
def test_what_is_measured_is_what_is_drawn(question: str) -> None:
    """Laying out places all text for good: drawing moves none of it, so that most need not be drawn to be measured."""
    canvas = laid(gathered.picture(question))
    before = boxes(canvas)
    assert canvas.png() == draw(gathered.picture(question))
    assert boxes(canvas) == before


def test_pictures_of_every_kind_were_drawn() -> None:
    assert {picture.kind for picture in PICTURES} == set(PictureKind)
    assert len({picture.file_name for picture in PICTURES}) == len(PICTURES)
    assert SMALLEST * PHONE / WIDTH == LEAST_PIXELS


def test_the_same_picture_is_the_same_file() -> None:
    picture = gathered.picture("chart titles by class")
    assert draw(picture) == draw(picture)


LONG = "Inception Racing with Optimum Motorsport and Precote Herberth by Algarve Pro Sport Customer Racing Asia"
STRANGE = "上海国际赛车场 ช้าง 인제 \u202eسباق 🏁"


def bars(name: str) -> Bars:
    row = Bar(1, name, "ARE", 30, (Part(name, "#0072b2", 29), Part(name, "#d55e00", 1)))
    return Bars("title", (row, row), "and 3 more", keyed=False)


@pytest.mark.parametrize("name", [LONG, STRANGE, "W" * 200], ids=["long", "strange", "one word"])
@pytest.mark.parametrize(
    "series",
    [
        bars,
        lambda name: Grid(("2009", "2025–26"), (GridRow(name, "ARE", (1, 22)),)),
        lambda name: Map((Place(name, "ARE", 0, 100, 2), Place(name, "ARE", 0, 100.1, 2), Place(name, "", -80, 9, 1))),
        lambda name: Pair((name, name), ("#0072b2", "#d55e00"), (PairRow("Titles", (0, 3), ("0", "3")),)),
    ],
    ids=["bars", "grid", "map", "pair"],
)
def test_names_of_any_length_and_script_keep_to_the_sheet(series: object, name: str) -> None:
    """Names come from files that anyone may change; what the font has no letters for is never an empty box."""
    made = series(name)  # type: ignore[operator]
    canvas = drawn(Picture(PictureKind.RANKING, "x", name, made, f"Source: {name}", ""))
    assert [text for text in canvas.texts if drawable(text.get_text()) != text.get_text()] == []


@pytest.mark.parametrize("file", sorted(DOCS.glob("*.png")), ids=lambda file: file.name)
def test_the_pictures_of_the_pages_are_those_that_are_drawn(file: Path) -> None:
    drawings = {picture.file_name: draw(picture) for picture in PICTURES if picture.file_name == file.name}
    assert drawings[file.name] == file.read_bytes()
