"""Whatever an admin types as a fact, a name or a topic: nothing breaks, and nobody else notices."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

import pytest
import shipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from question_rows import rows
from reading_notes import NOTES

from bot.assistant import Assistant
from bot.server_facts.model import Fact, Nickname, ServerNotes, Subject, SubjectKind, Topic
from bot.understanding.administration import AddFact, Known, Misunderstood, NewTopic, NoOrder
from bot.understanding.local.trial import Free, Trial

AT = datetime(2026, 5, 3, tzinfo=UTC)
ASKED = tuple(row.ask for row in rows())
WORDS = tuple(sorted({word for ask in ASKED for word in ask.split()}))
quick = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join))
SUBJECTS = st.sampled_from(
    [
        Subject(SubjectKind.CIRCUIT, "sepang"),
        Subject(SubjectKind.SEASON, "2021"),
        Subject(SubjectKind.CLASS, "lmp2"),
        Subject(SubjectKind.DRIVER, "malthe-jakobsen"),
        Subject(SubjectKind.TEAM, "algarve-pro-racing"),
        Subject(SubjectKind.TOPIC, "one"),
        Subject(SubjectKind.CIRCUIT, "no-such-thing"),
    ]
)


@st.composite
def notes(draw: st.DrawFn) -> ServerNotes:
    """A server in which anything was typed."""
    facts = draw(st.lists(st.tuples(SUBJECTS, TEXTS, TEXTS), max_size=3))
    names = draw(st.lists(st.tuples(TEXTS, SUBJECTS), max_size=3))
    return ServerNotes(
        server=1,
        facts=tuple(Fact(n, one, text, n, AT, source) for n, (one, text, source) in enumerate(facts, 1)),
        topics=(Topic("one", draw(TEXTS)), Topic("two", draw(TEXTS))),
        nicknames=tuple(Nickname(name, one) for name, one in names),
    )


@settings(quick, max_examples=150)
@given(notes(), st.data())
def test_anything_can_be_read(written: ServerNotes, data: st.DataObject) -> None:
    """Each name of the server, a question of the series, and a name inside a question: each gets a page."""
    base = shipped.assistant()
    server = base.in_server(written)
    name = data.draw(st.sampled_from([*(one.name for one in written.topics), *(one.name for one in written.nicknames)]))
    ask = data.draw(st.sampled_from(ASKED))
    for said in (name, f"when is {name}", f"!history {name}", f"who won at {name} in 2021", f"{name} {ask}", ask):
        before = base.reply(said)
        assert server.reply(said).text.strip()
        assert server.explain(said)
        assert base.reply(said) == before


@settings(quick, max_examples=150)
@given(notes(), st.sampled_from(ASKED))
def test_what_holds_no_name_is_read_as_without(written: ServerNotes, ask: str) -> None:
    """Only facts of the server are added to what is answered without its names."""
    base = shipped.assistant()
    bare = ServerNotes(1, facts=written.facts)
    assert base.in_server(bare).reply(ask).query == base.reply(ask).query
    names = (Nickname("qrstuvw", Subject(SubjectKind.CIRCUIT, "sepang")),)
    apart = ServerNotes(1, topics=(Topic("one", "zyxwvut"),), nicknames=names)
    assert base.in_server(apart).reply(ask) == base.reply(ask)


def tried(name: str, subject: Subject | None) -> Trial:
    return shipped.assistant().trial(NOTES, name, subject)


@settings(quick, max_examples=200)
@given(TEXTS, st.one_of(st.none(), SUBJECTS))
def test_anything_can_be_tried(name: str, subject: Subject | None) -> None:
    found = tried(name, subject)
    assert isinstance(found, Free) or "\n" not in found.sentence.replace(name.strip(), "")


@settings(quick, max_examples=150)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), st.sampled_from(ASKED))
def test_a_name_that_passed_takes_no_answer_of_the_set_away(name: str, ask: str) -> None:
    base = shipped.assistant()
    if not isinstance(tried(name, None), Free):
        return
    server = base.in_server(ServerNotes(1, topics=(Topic("one", name),)))
    questions = [question for question in questions_of_the_set() if set(name.lower().split()) <= set(question.split())]
    for question in questions[:20]:
        assert server.reply(question).query == base.reply(question).query


@cache
def questions_of_the_set() -> list[str]:
    lines = files("bot.understanding.local").joinpath("questions.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@settings(quick, max_examples=300)
@given(st.sampled_from(["fact add", "fact edit", "name add", "name", "settings", "fact", "!fact suggest"]), TEXTS)
def test_any_line_can_be_read_as_an_order(begin: str, rest: str) -> None:
    found = server_with_notes().order(f"{begin} {rest}")
    if isinstance(found, Misunderstood):
        assert found.sentence


@settings(quick, max_examples=300)
@given(st.text(min_size=1, max_size=200))
def test_the_text_of_a_fact_is_kept_as_typed(text: str) -> None:
    """Blanks at its ends aside, and a source at its end, which is cut off."""
    order = server_with_notes().order(f"fact add Sepang: {text}")
    if not text.strip():
        assert isinstance(order, Misunderstood)
        return
    assert isinstance(order, AddFact)
    assert isinstance(order.about, Known)
    assert text.strip().startswith(order.text)
    if not order.source:
        assert order.text == text.strip()


@settings(quick, max_examples=200)
@given(TEXTS)
def test_any_subject_can_be_named(text: str) -> None:
    found = server_with_notes().subject_of(text)
    assert not isinstance(found, NewTopic) or found.name == text.strip()


@cache
def server_with_notes() -> Assistant:
    return shipped.assistant().in_server(NOTES)


@pytest.mark.parametrize("line", ["fact add Sepang: <@1> @everyone", "name add `x` = Sepang"])
def test_orders_are_not_escaped(line: str) -> None:
    """What is shown is escaped where it is shown."""
    assert not isinstance(server_with_notes().order(line), Misunderstood | NoOrder)
