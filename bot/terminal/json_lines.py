"""A page as one line of JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.presentation.pages import Page

# Allowed inside JSON, yet taken for the end of a line by many readers; a line is one object, whoever reads it.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def as_json_line(question: str, page: Page, explained: Sequence[str] | None = None) -> str:
    """Return `page` as one JSON object without a line end, in which every text comes back exactly as it was."""
    record: dict[str, object] = {
        "question": question,
        "outcome": page.outcome.value,
        "title": page.title,
        "text": page.text,
        "choices": list(page.choices),
        "sources": [str(source) for source in page.sources],
        "query": page.query,
    }
    if explained is not None:
        record["explain"] = list(explained)
    line = json.dumps(record, ensure_ascii=False).translate(_LINE_ENDS)
    # A lone surrogate has no UTF-8; escaped, it is plain JSON.
    return line.encode("utf-8", errors="backslashreplace").decode("utf-8")
