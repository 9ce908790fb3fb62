"""What a picture shows: frozen descriptions, made from the same figures as the answers in words."""

from bot.answering.pictures.picture import (
    Bar,
    Bars,
    Calendar,
    Grid,
    GridRow,
    Map,
    Pair,
    PairRow,
    Part,
    Picture,
    PictureKind,
    Place,
    Round,
    Series,
    Timeline,
    TimelineRow,
)

__all__ = [
    "Bar",
    "Bars",
    "Calendar",
    "Grid",
    "GridRow",
    "Map",
    "Pair",
    "PairRow",
    "Part",
    "Picture",
    "PictureKind",
    "Place",
    "Round",
    "Series",
    "Timeline",
    "TimelineRow",
]
