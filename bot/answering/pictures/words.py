"""The words of a picture: its line of sources, and the text for those who do not see it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answering.pictures.picture import ALT_MAX
from bot.knowledge.base import Knowledge

_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2} ?")
_SHOWN = 2
# Two titles of this length have a line each; one alone has two lines.
_TITLE_MAX, _ALONE_MAX = 48, 100


def without_flags(text: str) -> str:
    """Return `text` as it can be drawn: no font of a picture has flags."""
    return _FLAG.sub("", text)


def finding(text: str) -> str:
    """Return a sentence of an answer as the title of a picture."""
    return without_flags(text).rstrip(".")


def source_line(knowledge: Knowledge, ids: Sequence[str], credit: str = "") -> str:
    """Return the line at the foot: the article first where it is among the sources, two by name, how many more."""
    article = knowledge.series.sources[0]
    ordered = [article, *ids] if article in ids else list(ids)
    titles = list(dict.fromkeys([knowledge.sources[one].title for one in ordered]))
    named = [title for title in titles[:_SHOWN] if len(title) <= _TITLE_MAX] or [_short(titles[0])]
    left = len(titles) - len(named)
    more = f" and {left} more" if left else ""
    return f"Source: {'; '.join(named)}{more}{f'. {credit}' if credit else ''}"


def _short(title: str) -> str:
    return title if len(title) <= _ALONE_MAX else f"{title[:_ALONE_MAX].rpartition(' ')[0]} …"


def alt_text(form: str, title: str, figures: Iterable[str]) -> str:
    """Return what the picture is, what there is to see, and as many figures as Discord takes."""
    said = f"{form}. {without_flags(title).rstrip('.')}."
    for number, figure in enumerate(figures):
        longer = f"{said}{';' if number else ''} {without_flags(figure)}"
        if len(longer) > ALT_MAX - 3:
            return f"{said}; …"
        said = longer
    return said if said.endswith(".") else f"{said}."
