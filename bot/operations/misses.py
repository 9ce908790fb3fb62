"""The log of what was not understood, from which an operator grows the vocabulary."""

from __future__ import annotations

import logging

log = logging.getLogger(__name__)


def note_miss(question: str, reason: str) -> None:
    """Log one line: the folded words of `question` and why it has no answer; never who asked it, nor where."""
    log.info("not understood (%s): %s", reason, question)
