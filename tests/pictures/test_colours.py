"""Colours can be told apart and text can be read, by those who see no red or no green as well."""

from __future__ import annotations

from itertools import combinations

import pytest

from bot.answering.pictures.bars import GRAND_TOURER, PLAIN, PROTOTYPE
from bot.answering.pictures.pair import FIRST, SECOND
from bot.knowledge.base import Knowledge
from bot.presentation.pictures import colours
from bot.presentation.pictures.colours import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, mixed, text_on

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SIGHT = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
# CIE76: 2.3 is the least difference that is seen at all.
TOLD_APART = 12.0


def linear(colour: str) -> list[float]:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    seen = [min(max(sum(a * b for a, b in zip(row, linear(colour), strict=True)), 0), 1) for row in SIGHT[sight]]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [sum(a * b for a, b in zip(row, seen, strict=True)) / w for row, w in zip(to_xyz, white, strict=True)]
    x, y, z = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz]
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, sight: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5


def test_every_class_stands_out_from_the_paper(knowledge: Knowledge) -> None:
    for one in knowledge.classes.values():
        assert contrast(one.colour, colours.PAPER) >= GRAPHIC_CONTRAST, one.name
        assert contrast(text_on(one.colour), one.colour) >= TEXT_CONTRAST, one.name


@pytest.mark.parametrize(
    "ink", [colours.INK, colours.MUTED, mixed(FIRST, "#000000", 0.25), mixed(SECOND, "#000000", 0.25)]
)
def test_text_is_read_on_the_paper(ink: str) -> None:
    assert contrast(ink, colours.PAPER) >= TEXT_CONTRAST


@pytest.mark.parametrize("fill", [PROTOTYPE, GRAND_TOURER, PLAIN, FIRST, SECOND, colours.ACCENT])
def test_fills_stand_out_and_bear_text(fill: str) -> None:
    assert contrast(fill, colours.PAPER) >= GRAPHIC_CONTRAST
    assert contrast(text_on(fill), fill) >= TEXT_CONTRAST


@pytest.mark.parametrize("sight", SIGHT)
def test_the_two_sides_are_told_apart(sight: str) -> None:
    assert difference(FIRST, SECOND, sight) > 2 * TOLD_APART
    assert difference(PROTOTYPE, GRAND_TOURER, sight) > 2 * TOLD_APART


@pytest.mark.parametrize("sight", SIGHT)
def test_classes_of_one_season_are_told_apart(knowledge: Knowledge, sight: str) -> None:
    """Colour is never all there is: every bar, row and chip has the name of its class on it or beside it."""
    for season in knowledge.seasons.values():
        for one, other in combinations(season.classes, 2):
            a, b = knowledge.classes[one], knowledge.classes[other]
            assert difference(a.colour, b.colour, sight) > TOLD_APART, (sight, season.label, a.name, b.name)


@pytest.mark.parametrize(("one", "other", "expected"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48)])
def test_contrast_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
