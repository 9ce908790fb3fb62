"""Pages as embeds and as plain text, always within Discord's limits.

A page too long for one embed becomes several leaves. What one leaf may hold is far below what Discord takes: more is
not read on a phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from discord import Embed

from bot.discord_app import limits, texts
from bot.discord_app.escaping import bare, code_block, escaped
from bot.presentation.pages import Citation, Page

if TYPE_CHECKING:
    from discord.types.embed import Embed as EmbedData
    from discord.types.embed import EmbedField

# Pages are asked for again and again, and an embed is only ever read.
MOST_KEPT = 1_000
READABLE = 2_400
FIELDS_A_LEAF = 12
# Escaped, no text grows to more than twice its length, and no flag counts more than twice.
SHORT = READABLE // 4
FOOTER = 400
SOURCES_SHOWN = 3
LONGEST_LINK = 500
EXPLANATION = 1_500
assert READABLE + limits.TITLE + FOOTER <= limits.EMBED
assert EXPLANATION + limits.TITLE + 4 * (limits.FIELD_NAME + limits.FIELD_VALUE) <= limits.EMBED + limits.FIELD_VALUE


class Part(NamedTuple):
    """A piece of a page that is not torn apart; without a heading it belongs to the description."""

    heading: str
    text: str

    @property
    def size(self) -> int:
        """What it takes of a leaf."""
        return limits.size(self.heading) + limits.size(self.text)


Leaf = Sequence[Part]


class KeptEmbed(Embed):
    """An embed that is finished before it is first sent, and then only read: what is sent of it is made once."""

    _sent: EmbedData

    @classmethod
    def of(cls, sent: EmbedData) -> KeptEmbed:
        """Return the embed of which `sent` is sent."""
        made = cls.from_dict(sent)
        made._sent = sent
        return made

    def to_dict(self) -> EmbedData:
        """Return what is sent."""
        return self._sent


def leaves(page: Page) -> list[Leaf]:
    """Return `page` cut into what one embed shows at a time, at least one."""
    parts = list(_parts(page))
    if _fit_one(parts):
        return [parts]
    found: list[list[Part]] = [[]]
    used = 0
    for part in parts:
        full = used + part.size > READABLE or len(found[-1]) >= FIELDS_A_LEAF
        if found[-1] and (full or not part.heading):
            found.append([])
            used = 0
        found[-1].append(part)
        used += part.size
    return list(found)


def _fit_one(parts: Sequence[Part]) -> bool:
    """Say whether one leaf holds all of `parts`, as nearly always: then none of them has to be measured."""
    if len(parts) > FIELDS_A_LEAF or not all(part.heading for part in parts[1:]):
        return False
    return limits.fits("".join([text for part in parts for text in (part.heading, part.text)]), READABLE)


@lru_cache(MOST_KEPT)
def leaf_count(page: Page) -> int:
    """Return how many leaves `page` has; that a page is short is seen without cutting it."""
    said = [*page.lead, *page.choices, *page.notes]
    for section in page.sections:
        said += [section.heading, *section.lines]
    # One field for the notes, and one more where escaping makes two of one.
    short = len(page.sections) <= FIELDS_A_LEAF - 2 and sum(map(len, said)) < SHORT
    return 1 if short else len(leaves(page))


def _parts(page: Page) -> Iterator[Part]:
    lead = [*page.lead, *[f"• {choice}" for choice in page.choices]] if page.choices else page.lead
    yield from [Part("", text) for text in _texts(lead, READABLE)]
    for section in page.sections:
        yield from _fields(section.heading, section.lines)
    yield from _fields(texts.NOTES, page.notes)


def _fields(heading: str, lines: Sequence[str]) -> Iterator[Part]:
    if not lines:
        return
    name = _heading(heading)
    for text in _texts(lines, limits.FIELD_VALUE):
        yield Part(name, limits.filled(text))
        # What goes on below needs no heading a second time.
        name = limits.EMPTY


@lru_cache(MOST_KEPT)
def _heading(heading: str) -> str:
    return limits.filled(limits.cut(escaped(heading), limits.FIELD_NAME))


def _texts(lines: Sequence[str], limit: int) -> Iterable[str]:
    """Return `lines` escaped and joined to as few texts as hold them, none longer than `limit`."""
    # Nearly always one text holds them all: then they are escaped and measured together.
    together = escaped("\n".join(lines))
    if lines and limits.fits(together, limit):
        return [together]
    return limits.blocks(map(escaped, lines), limit)


@lru_cache(MOST_KEPT)
def embed(page: Page, number: int = 0) -> Embed:
    """Return the leaf `number` of `page` as an embed; one beyond the last is the last."""
    found = leaves(page)
    number = min(number, len(found) - 1)
    leaf = found[number]
    # Written down at once as it is sent: an embed put together by its methods costs twice as much.
    sent: EmbedData = {"type": "rich", "title": limits.filled(limits.cut(escaped(page.title), limits.TITLE))}
    description = "\n".join([part.text for part in leaf if not part.heading])
    if description:
        sent["description"] = description
    if page.colour:
        sent["color"] = int(page.colour.removeprefix("#"), 16)
    fields = [_field(part) for part in leaf if part.heading]
    if fields:
        sent["fields"] = fields
    footer = [texts.LEAF.format(number=number + 1, count=len(found))] if len(found) > 1 else []
    footer += [_sources(page.sources)] if page.sources else []
    if footer:
        sent["footer"] = {"text": limits.cut(" · ".join(footer), FOOTER)}
    return KeptEmbed.of(sent)


def _field(part: Part) -> EmbedField:
    return {"name": part.heading, "value": part.text, "inline": False}


def _sources(sources: Sequence[Citation]) -> str:
    titles = list(dict.fromkeys([bare(source.title) for source in sources]))
    more = len(titles) - SOURCES_SHOWN
    shown = [*titles[:SOURCES_SHOWN], *([texts.AND_MORE.format(count=more)] if more > 0 else [])]
    return f"{texts.SOURCES}: {', '.join(shown)}"


def plain(page: Page) -> str:
    """Return `page` as the content of a message, for a channel where the bot may not embed anything."""
    lines = [f"**{escaped(page.title)}**", *map(escaped, page.lead)]
    lines += [f"• {escaped(choice)}" for choice in page.choices]
    for section in page.sections:
        lines += [f"**{escaped(section.heading)}**", *map(escaped, section.lines)]
    lines += map(escaped, page.notes)
    if page.sources:
        lines.append(escaped(_sources(page.sources)))
    return limits.first_block(lines, limits.CONTENT, texts.CUT_SHORT_PLAIN)


def is_whole_in_plain(page: Page) -> bool:
    """Say whether `plain` tells all of `page`."""
    return not plain(page).endswith(texts.CUT_SHORT_PLAIN)


def explanation(page: Page, read: Sequence[str]) -> Embed:
    """Return how a question was `read`, and on what its `page` rests."""
    told = limits.first_block(read, EXPLANATION, texts.CUT_SHORT).split("\n")
    made = Embed(title=texts.HOW_IT_WAS_READ, description=code_block(tuple(told)))
    for heading, lines, most in (
        (texts.WHERE_SOURCES_DIFFER, map(escaped, page.notes), 1),
        (texts.SOURCES, map(_link, page.sources), 2),
    ):
        for number, text in enumerate(limits.blocks(lines, limits.FIELD_VALUE)):
            if number < most:
                made.add_field(name=limits.EMPTY if number else heading, value=limits.filled(text), inline=False)
    return made


def _link(source: Citation) -> str:
    title = escaped(source.title)
    url = (source.url or "").translate({ord("("): "%28", ord(")"): "%29", ord(" "): "%20"})
    link = f"• [{title}]({url})"
    return link if url and limits.size(link) <= LONGEST_LINK else f"• {limits.cut(title, LONGEST_LINK)}"
