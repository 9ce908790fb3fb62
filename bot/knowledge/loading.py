"""Load a knowledge folder, or say everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from bot.knowledge.compiled import Compiled, mark_of
from bot.knowledge.folder import Found, Listing, list_folder, read_limited
from bot.knowledge.model import Circuit, Country, Driver, RaceClass, Season, Source, Team
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.tables import Tables

if TYPE_CHECKING:
    from bot.knowledge.draft import Draft, Placed

Content = tuple[Found, bytes | str]


def check_folder(folder: Path) -> tuple[Problem, ...]:
    """Return every problem of `folder`, by file and line; none means that it can be loaded. Never raises."""
    listing = list_folder(folder)
    return _examined(listing, _read(listing))[1]


def load_folder(folder: Path, cache: Path | None = None) -> Tables:
    """Return the tables of `folder`; raise `KnowledgeError` with every problem if there is any.

    With a `cache` folder, the very same files are checked once by the same program: what came of it is kept there.
    """
    listing = list_folder(folder)
    contents = _read(listing)
    whole = [(found.file, content) for found, content in contents if isinstance(content, bytes)]
    if cache is None or listing.problems or len(whole) < len(contents):
        return _checked(listing, contents)
    try:
        compiled, mark = Compiled(cache, folder), mark_of(whole)
    except OSError:
        # A program that cannot read itself does not know itself again.
        return _checked(listing, contents)
    tables = compiled.read(mark)
    if tables is None:
        tables = _checked(listing, contents)
        compiled.write(mark, tables)
    return tables


def _read(listing: Listing) -> list[Content]:
    return [(found, read_limited(found)) for found in listing.found]


def _examined(listing: Listing, contents: Sequence[Content]) -> tuple[Draft, tuple[Problem, ...]]:
    # Loaded here: YAML and all that checks it take longer to load than a checked folder that was kept.
    from bot.knowledge.checking import examine

    return examine(contents, listing.problems)


def _checked(listing: Listing, contents: Sequence[Content]) -> Tables:
    draft, problems = _examined(listing, contents)
    if problems:
        raise KnowledgeError(problems)
    return Tables(
        series=draft.series[0].entry,
        vocabulary=draft.vocabulary[0].entry,
        cues=MappingProxyType({cue: said for placed in draft.cues for cue, said in placed.entry.cues.items()}),
        sources=_by_id(draft.sources),
        countries=_by_id(draft.countries),
        drivers=_by_id(draft.drivers),
        teams=_by_id(draft.teams),
        classes=_by_id(draft.classes),
        circuits=_by_id(_in_order(draft.circuits)),
        seasons=_by_id(_in_order(draft.seasons)),
        history=tuple(placed.entry for placed in draft.history),
    )


E = TypeVar("E", Source, Country, Driver, Team, RaceClass, Circuit, Season)


def _by_id(shelf: Iterable[Placed[E]]) -> MappingProxyType[str, E]:
    return MappingProxyType({placed.entry.id: placed.entry for placed in shelf})


def _in_order(shelf: Iterable[Placed[E]]) -> list[Placed[E]]:
    """Sort by id: file names would put 2023-24.yml before 2023.yml."""
    return sorted(shelf, key=lambda placed: placed.entry.id)
