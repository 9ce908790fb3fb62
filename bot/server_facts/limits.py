"""How much there may be of what, and what text can be kept: each limit with its sentence."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.knowledge.yaml_building import CONTROL_IN_VALUE
from bot.server_facts.model import ServerSettings
from bot.server_facts.problems import RefusedError
from bot.text.fold import fold, words

FACTS_MOST = 2_000
NAMES_MOST = 500
TEXT_LONGEST = 1_000
SOURCE_LONGEST = 300
NAME_LONGEST = 60
CHANNELS_MOST = 100
PREFIX_LONGEST = 16
SUGGESTIONS_MOST = 200
SUGGESTIONS_EACH = 10
# Of a server's history this is kept. The size is about what its facts may take at most, so that the largest import can
# be undone, and a database of many servers cannot be filled by changing the same things to and fro.
HISTORY_MOST = 1_000
HISTORY_LARGEST = 10_000_000
FILE_LARGEST = 1_000_000
# Each is tried on the stored questions, which takes the while of a hundred answers.
FILE_NEW_NAMES = 100
FILE_VALUES = 40_000

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_BREAK = re.compile("[\t\n]")


def check_text(text: str) -> None:
    """Raise `RefusedError` where `text` cannot be the text of a fact."""
    _check(text, "A fact", TEXT_LONGEST)
    if not fold(text).strip():
        raise RefusedError("A fact needs a text; there is nothing to read in this one.")


def check_source(source: str) -> None:
    """Raise `RefusedError` where `source` cannot say where a fact is from; it may be empty."""
    _check(source, "A source", SOURCE_LONGEST)


def check_name(name: str) -> None:
    """Raise `RefusedError` where `name` cannot name a topic or anything else."""
    _check(name, "A name", NAME_LONGEST)
    if _BREAK.search(name):
        raise RefusedError("A name has to be on one line, without tabs.")
    if not key_of(name):
        raise RefusedError("A name needs a letter or a digit, so that it can be asked for.")


def check_settings(settings: ServerSettings) -> None:
    """Raise `RefusedError` where the settings cannot be."""
    prefix = settings.prefix
    _check(prefix, "A prefix", PREFIX_LONGEST)
    if prefix and not prefix.strip():
        raise RefusedError("A prefix needs a mark that can be seen, such as !.")
    if prefix.startswith(("/", "@", "#")):
        raise RefusedError(
            f'A prefix cannot start with "{prefix[0]}", which Discord keeps for itself; take another, such as !.'
        )
    if _BREAK.search(prefix):
        raise RefusedError("A prefix has to be on one line, without tabs.")
    if len(settings.channels) > CHANNELS_MOST:
        raise RefusedError(f"At most {CHANNELS_MOST} channels can be chosen; choose none to let the bot speak in all.")


def check_counts(facts: int, names: int) -> None:
    """Raise `RefusedError` where a server would come to have too many facts or names."""
    if facts > FACTS_MOST:
        raise RefusedError(f"A server can have {FACTS_MOST:,} facts; remove one before you add another.")
    if names > NAMES_MOST:
        raise RefusedError(f"A server can have {NAMES_MOST} names; remove one before you add another.")


def check_file(facts: int, names: int) -> None:
    """Raise `RefusedError` where a file holds more facts or names than any server can have."""
    if facts > FACTS_MOST:
        raise RefusedError(f"The file holds {facts:,} facts; a server can have {FACTS_MOST:,}, so leave some out.")
    if names > NAMES_MOST:
        raise RefusedError(f"The file holds {names:,} names; a server can have {NAMES_MOST}, so leave some out.")


def is_keepable(text: str, longest: int) -> bool:
    """Say whether `text` is one that both databases keep as it is, and no longer than this."""
    return len(text) <= longest and not _HALF_CHARACTER.search(text) and not CONTROL_IN_VALUE.search(text)


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """Return what makes two names the same name: the words, however case, accents and blanks are spelt."""
    return " ".join(words(name))


def _check(text: str, what: str, longest: int) -> None:
    if len(text) > longest:
        raise RefusedError(f"{what} can be {longest:,} characters long; this one has {len(text):,}.")
    if _HALF_CHARACTER.search(text):
        raise RefusedError(f"{what} holds half of a character, which cannot be kept; delete it and type it again.")
    if odd := CONTROL_IN_VALUE.search(text):
        mark = odd.group()
        name = unicodedata.name(mark, f"U+{ord(mark):04X}")
        raise RefusedError(f"{what} holds an invisible control character ({name}), which cannot be kept; delete it.")
