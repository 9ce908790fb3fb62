"""Laws that hold for every text, however odd."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import shipped
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from question_rows import rows

from bot.knowledge.base import SeasonTitle
from bot.presentation.pages import Outcome, Page
from bot.text.fold import fold
from bot.understanding.outcomes import Unclear, Understood
from bot.understanding.pointing import POINTING
from bot.understanding.queries import Query

quick = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])

# Surrogates, controls, unassigned: whatever a str can hold.
CHARACTERS = st.characters(codec=None)
WORDS = (
    "champion",
    "!",
    "LMP2",
    "lmp3",
    "2016-17",
    "'22",
    "Simonsen",
    "who won",
    "in",
    "vs",
    "and",
    "since",
    "compare",
)
MARKS = (
    "**",
    "`",
    "~~",
    "<@1>",
    "-",
    "–",
    "/",
    "'",
    '"',
    "1e9",
    "999999999999",
    "-1",
    "2016-",
    "²",
    "½",
    "٢٠٢١",
    "２０２１",
)
ODD = ("\u200b", "\u200f", "\u202e", "\ud800", "\x00", "e\u0301\u0301", "ﷺ", "İ", "ß", "🏁", "🇯🇵", "富士", "حلبة")
PIECES = st.sampled_from([*WORDS, *MARKS, *ODD])
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=60), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES).map("".join)
)
ASKED = tuple(row.ask for row in rows())
CONVERSATIONS = yaml.safe_load(Path(__file__).with_name("conversations.yml").read_text("utf-8"))
LINES = tuple(line for row in CONVERSATIONS for line in row["ask"])
PHRASINGS = ["champion {}", "who won {}", "{} winners", "{} champions", "!winner {}", "{} title"]
# What is said in a talk: whole questions, turns of the stored conversations, and questions on whoever was meant.
POINTED = ["how many titles has {} won", "where is {} from?", "and {}?", "who won {}", "did {} win again the next year"]
TURNS = st.one_of(
    st.sampled_from(ASKED),
    st.sampled_from(LINES),
    st.builds(str.format, st.sampled_from(POINTED), st.sampled_from(sorted(POINTING))),
    TEXTS,
)
TITLES = st.sampled_from(shipped.knowledge().titles)


def read(question: str) -> Query | str:
    """Return the query of `question`, or how else its reading ended."""
    reading = shipped.reader().read(question).reading
    if isinstance(reading, Understood):
        return reading.query
    return reading.code if isinstance(reading, Unclear) else "unsure"


@quick
@given(TEXTS)
@example("\ud800")
@example("❶")
@example("!race round ❷ 2021")
@example("𝐋𝐌𝐏𝟐 ²⁰²¹ ①②")
@example("!\x00")
@example("a" * 4_000)
@example("lmp2 " * 800)
@example("2016-17 " * 500)
@example("Simonsen Bell Jensen Renauer Chen " * 20)
@example("compare " + "fuji " * 70)
@example("(" * 4_000)
@example("\u202e" + "‏دبي" * 100)
def test_any_text_gets_a_page(text: str) -> None:
    """Nothing raises, every page has something to read and an outcome, and its text can be sent as UTF-8."""
    page = shipped.assistant().reply(text)
    assert isinstance(page, Page)
    assert isinstance(page.outcome, Outcome)
    assert page.text.strip()
    assert len(page.text) < 20_000
    page.text.encode("utf-8", "surrogatepass")


@settings(quick, max_examples=300)
@given(st.lists(TURNS, min_size=2, max_size=5))
@example(["who won LMP2 in 2021", "how many titles has that guy won"])
@example(["who won LMP2 in 2021", "where are those guys from?", "and this man?"])
def test_any_talk_gets_pages(turns: list[str]) -> None:
    """Whatever was said before, no turn raises, and each gets a page with something to read."""
    talk = shipped.assistant().conversation()
    for turn in turns:
        assert talk.reply(turn).text.strip()


@settings(quick, max_examples=20)
@given(st.text(CHARACTERS, min_size=401, max_size=4_000).filter(lambda text: len(text.strip()) > 400))
def test_a_wall_of_text_is_refused(text: str) -> None:
    assert shipped.assistant().reply(text).outcome in {Outcome.NOT_FOUND, Outcome.HELP}


@quick
@given(TEXTS)
def test_the_same_question_gets_the_same_page(text: str) -> None:
    assert shipped.assistant().reply(text) == shipped.assistant().reply(text)


def without_accents(text: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))


LOOKS = {
    "upper case": str.upper,
    "lower case": str.lower,
    "swapped case": str.swapcase,
    "spaces around": lambda text: f"   {text} \n",
    "a page of blanks": lambda text: f"{text}{' ' * 400}",
    "spaces inside": lambda text: text.replace(" ", "   "),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "zero width": lambda text: text.replace(" ", " \u200b"),
    "a question mark": lambda text: f"{text.rstrip('?')}?",
    "an exclamation mark": lambda text: f"{text} !",
    "full stop": lambda text: f"{text}.",
    "dashes": lambda text: text.replace("-", "–"),
    "curly quotes": lambda text: text.replace("'", "’"),
}


@pytest.mark.parametrize("look", LOOKS)
def test_looks_never_change_the_query(look: str) -> None:
    """Case, dashes, quotes and spaces are how a question looks, not what it asks."""
    # Each look is tried on a quarter of the questions, not all on the same. Upper case loses letters in some scripts
    # (ß, ı): then it is another question. "US" is the one word that means something else in capitals.
    tried = [ask for ask in ASKED[list(LOOKS).index(look) % 4 :: 4] if " US " not in f" {ask} "]
    same = [ask for ask in tried if look != "upper case" or fold(ask.upper()) == fold(ask)]
    changed = {
        ask: (str(read(ask)), str(read(LOOKS[look](ask)))) for ask in same if read(LOOKS[look](ask)) != read(ask)
    }
    assert changed == {}


def test_accents_never_change_the_query() -> None:
    """Marks over Latin letters may be left out; in other scripts they are part of the letter."""
    latin = [ask for ask in ASKED if all(ord(mark) < 0x250 for mark in ask if mark.isalpha())]
    assert len([ask for ask in latin if without_accents(ask) != ask]) > 5
    assert [ask for ask in latin if read(without_accents(ask)) != read(ask)] == []


@st.composite
def slips(draw: st.DrawFn, word: str) -> str:
    """One slip in `word`."""
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    dropped = word[:at] + word[at + 1 :]
    doubled = word[:at] + word[at] * 2 + word[at + 1 :]
    replaced = word[:at] + letter + word[at + 1 :]
    return draw(st.sampled_from([swapped, dropped, doubled, replaced]))


@settings(quick, max_examples=300)
@given(
    TITLES,
    st.sampled_from(PHRASINGS),
    st.data(),
)
def test_a_slip_elsewhere_changes_neither_class_nor_year(one: SeasonTitle, asked: str, data: st.DataObject) -> None:
    """LMP2 never becomes LMP3 and 2021 never 2022 because another word was misspelt."""
    words = asked.split()
    place = data.draw(st.sampled_from([number for number, word in enumerate(words) if word != "{}"]))
    words[place] = data.draw(slips(words[place]))
    question = " ".join(words).format(f"{shipped.knowledge().classes[one.title.race_class].name} {one.season.id}")
    query = read(question)
    if isinstance(query, Query):
        classes = getattr(query, "classes", None) or (getattr(query, "race_class", one.title.race_class),)
        assert classes == (one.title.race_class,)
        seasons = getattr(query, "seasons", None)
        assert seasons is None or seasons.ids == (one.season.id,)


@settings(quick, max_examples=300)
@given(st.sampled_from(sorted(shipped.knowledge().classes)), st.data())
def test_a_slip_in_a_class_never_names_another_season_or_a_wrong_winner(race_class: str, data: st.DataObject) -> None:
    """A digit is never a slip: what was said as LMP2 is never answered as LMP1 or LMP3."""
    name = shipped.knowledge().classes[race_class].name
    said = data.draw(slips(name))
    query = read(f"champion {said} 2021")
    if isinstance(query, Query) and getattr(query, "classes", ()):
        digits = {mark for mark in said if mark.isdigit()}
        (found,) = query.classes
        spelt = shipped.knowledge().classes[found]
        assert any(digits == {mark for mark in known if mark.isdigit()} for known in (spelt.name, *spelt.aliases))
